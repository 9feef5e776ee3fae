"""Changes the documents of a workshop: one person's intention is one operation, and each can be undone."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from facilitator.domain.documents import DocumentStatus, MinutesDocument
from facilitator.domain.errors import FacilitatorError
from ui.presenters import minutes as presenter
from ui.runtime.desk import Desk


class DocumentEditing(QObject):
    """Which document is shown, and what is changed in it. The first one is stored at its first change."""

    shown_changed = Signal()
    """Another document is shown, or the shown one says something else."""

    refused = Signal(str, object)
    """Name of a field, and the FacilitatorError why it was refused."""

    accepted = Signal(str)
    """Name of a field whose words are readable."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: UUID | None = None
        self._draft: MinutesDocument | None = None
        self._asked: set[UUID] = set()
        """Documents whose storing was asked for; further changes are edits."""

    @property
    def documents(self) -> list[MinutesDocument]:
        """The documents to show; one that is not stored yet where there is none."""
        workshop = self._desk.workshop
        if workshop is None:
            return []
        stored = presenter.documents_of(self._desk.records, workshop.id)
        if not stored:
            if self._draft is None or self._draft.workshop != workshop.id:
                self._draft = presenter.first_document(workshop)
            return [self._draft]
        self._draft = None
        return stored

    @property
    def current(self) -> MinutesDocument | None:
        """The document that is shown."""
        documents = self.documents
        return next(
            (each for each in documents if each.id == self._shown), documents[-1] if documents else None
        )

    @property
    def is_stored(self) -> bool:
        """Whether the shown document is stored."""
        current = self.current
        return current is not None and self._desk.records.get(MinutesDocument, current.id) is not None

    @property
    def can_be_deleted(self) -> bool:
        """Whether the shown document is stored and no final."""
        current = self.current
        return self.is_stored and current is not None and current.status is not DocumentStatus.FINAL

    def show(self, key: UUID | None) -> None:
        """Show another document."""
        if key != self._shown:
            self._shown = key
            self.shown_changed.emit()

    def change(self, name: str, value: str) -> None:
        """Store what was chosen or typed in a field of the shown document."""
        document, workshop = self.current, self._desk.workshop
        if document is None or workshop is None:
            return
        if name == "status":
            self._lead_to(document, DocumentStatus(value))
            return
        today = self._desk.now().date()
        try:
            fields = presenter.changed(document, name, value, today, self._desk.text)
            presenter.require_open(document, fields)
            self.put(fields, name)
        except FacilitatorError as error:
            self.refused.emit(name, error)
            return
        self.accepted.emit(name)

    def put(self, fields: dict[str, object], name: str = "") -> None:
        """Store fields of the shown document. Raises InvalidInput for values that do not go together."""
        document = self.current
        if document is None:
            return
        try:
            presenter.require_open(document, fields)
        except FacilitatorError as error:
            self._refuse("status", error)
            return
        new = presenter.with_choice(document, fields)
        self._shown = document.id
        if document.id in self._asked or self.is_stored:
            key = document.id
            self._desk.perform(
                lambda workspace: workspace.books.edit(MinutesDocument, key, **fields),
                refused=lambda error: self._refuse(name, error),
            )
            if self._draft is not None and self._draft.id == key:
                self._draft = new
        else:
            self._draft = new
            self._store(new, name)

    def _lead_to(self, document: MinutesDocument, state: DocumentStatus) -> None:
        """Lead a document to another state; a final is frozen, and leads to its correction."""
        key = document.id
        self.accepted.emit("status")
        if state is document.status:
            return
        if DocumentStatus.FINAL not in {state, document.status}:
            self.put({"status": state}, "status")
            return
        if not self.is_stored and key not in self._asked:
            self._store(document, "status")
        self._shown = key
        is_final = document.status is DocumentStatus.FINAL
        self._desk.perform(
            lambda workspace: (workspace.approving.correct if is_final else workspace.approving.approve)(key),
            refused=lambda error: self._refuse("status", error),
        )

    def add(self) -> None:
        """Add a document beside the shown one, and show it."""
        document = self.current
        if document is None:
            return
        if not self.is_stored and document.id not in self._asked:
            self._store(document)
            return
        self._store(presenter.another_document(self._desk.records, document))

    def delete(self) -> None:
        """Delete the shown document; undoing brings it back."""
        document = self.current
        if document is None or not self.can_be_deleted:
            return
        documents = self.documents
        place = documents.index(document)
        beside = documents[place - 1] if place else next(iter(documents[1:]), None)
        key = document.id
        self._desk.perform(lambda workspace: workspace.books.delete(MinutesDocument, key))
        self._shown = None if beside is None else beside.id

    def forget(self) -> None:
        """Begin anew: another workshop is open."""
        self._shown, self._draft = None, None
        self._asked.clear()

    def _store(self, document: MinutesDocument, name: str = "") -> None:
        self._asked.add(document.id)
        self._shown = document.id

        def refused(error: FacilitatorError) -> None:
            self._asked.discard(document.id)
            self._refuse(name, error)

        self._desk.perform(lambda workspace: workspace.books.add(document), refused=refused)
        self.shown_changed.emit()

    def _refuse(self, name: str, error: FacilitatorError) -> None:
        self.shown_changed.emit()
        self.refused.emit(name, error)
