"""A part that shows one version of something at a time, the newest unless a person chose another."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.ids import new_id
from facilitator.domain.record import Record
from ui.operator.cases.editing import CaseEditing
from ui.operator.cases.part import MARGIN, Part, Scroller
from ui.operator.cases.version_bar import VersionBar
from ui.presenters.cases import Casebook
from ui.presenters.cases_tables import Add, Remove
from ui.theme.theme import Theme
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import InlineError

V = TypeVar("V", bound=Record)


class VersionedPart(Part, Generic[V]):
    """The line of versions above, what stands there while there is none, and the scrolled sections."""

    copies: ClassVar[str] = ""
    """What a new version is made of ("canvas", "map", "theory"); empty where it begins without entries."""

    def __init__(self, theme: Theme, editing: CaseEditing, *, spacing: int = 18) -> None:
        super().__init__(theme, editing)
        self.record: V | None = None
        self.bar = VersionBar(theme)
        self.trouble = InlineError(theme)
        self.empty = EmptyState(theme, icon="plus")
        self.body = QWidget()
        self.scroller = Scroller(spacing=spacing)
        self.scroller.column.setContentsMargins(MARGIN, 4, MARGIN, 24)
        self.scroller.column.addWidget(self.trouble)
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.bar)
        inside.addWidget(self.scroller, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        whole.addWidget(self.empty)
        self.bar.chosen.connect(self._choose)
        self.bar.new_wanted.connect(self.new_version)
        self.bar.delete_wanted.connect(self.delete_version)
        self.empty.acted.connect(self.begin)

    @abstractmethod
    def found(self, book: Casebook) -> Sequence[V]:
        """Return the versions, oldest first."""

    @abstractmethod
    def items(self, book: Casebook, found: Sequence[V]) -> list[tuple[UUID, str]]:
        """Return the versions by key and words."""

    @abstractmethod
    def first(self, book: Casebook) -> V | None:
        """Return a record to begin with; None while there is nothing to begin it for."""

    @abstractmethod
    def show_version(self, book: Casebook, record: V, found: Sequence[V]) -> None:
        """Show a version."""

    def refresh(self, book: Casebook) -> None:
        """Show the version that was chosen, else the newest."""
        super().refresh(book)
        found = self.found(book)
        shown = self.bar.offer(self.items(book, found))
        self.record = next((each for each in found if each.id == shown), None)
        self.body.setVisible(self.record is not None)
        self.empty.setVisible(self.record is None)
        if self.record is not None:
            self.show_version(book, self.record, found)

    def _choose(self) -> None:
        self.commit()
        if self.book is not None:
            self.refresh(self.book)

    def begin(self) -> None:
        """Add one without entries."""
        made = None if self.book is None else self.first(self.book)
        if made is not None:
            self.commit()
            self.bar.wanted = made.id
            self.editing.make(Add(made), self.trouble.say)

    def new_version(self) -> None:
        """Begin the next version, from the one that is shown where there is something to copy."""
        if self.record is None or not self.copies:
            self.begin()
            return
        self.commit()
        key = self.bar.wanted = new_id()
        self.editing.new_version(self.copies, self.record.id, key, self.trouble.say)

    def delete_version(self) -> None:
        """Put the version that is shown into the bin; it can be undone."""
        if self.record is not None:
            self.editing.make(Remove(type(self.record), self.record.id), self.trouble.say)

    def add(self) -> None:
        """Add what the part is mostly made of; unless told otherwise, one without entries."""
        self.begin()

    def part_for_focus(self) -> QWidget:
        """Return the first table, or what begins a first version."""
        return self.empty.button if self.record is None else super().part_for_focus()

    def regions(self) -> Sequence[QWidget]:
        """Return the line of versions and what is below it."""
        return (self.empty,) if self.record is None else (self.bar, self.scroller)
