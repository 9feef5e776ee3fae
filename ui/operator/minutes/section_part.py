"""Joins what is done to the sections of the shown document to what is stored of them."""

from uuid import UUID

from PySide6.QtCore import QObject, Slot

from facilitator.domain.documents import DocumentTemplate, MinutesDocument
from facilitator.domain.errors import FacilitatorError
from ui.operator.minutes.editing import DocumentEditing
from ui.operator.minutes.left import LeftColumn
from ui.presenters import minutes_contents as contents
from ui.runtime.desk import Desk


class SectionPart(QObject):
    """Checks, moves and words of sections; templates of them."""

    def __init__(self, desk: Desk, editing: DocumentEditing, left: LeftColumn, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._editing = editing
        self._left = left
        sections, tools = left.sections, left.tools
        sections.check_wanted.connect(self._check)
        sections.drop_wanted.connect(self._drop)
        sections.words_wanted.connect(self.edit_words)
        sections.current_changed.connect(self._follow)
        left.words.edited.connect(self._word)
        left.words.closed.connect(self._back_to_list)
        tools.text_wanted.connect(self.add_text)
        tools.words_wanted.connect(self.edit_words)
        tools.name_given.connect(self._keep)
        tools.template_wanted.connect(self._apply)
        tools.forget_wanted.connect(self._forget)

    def show_document(self, document: MinutesDocument | None) -> None:
        """Follow which document is shown and what it says now."""
        tools, words = self._left.tools, self._left.words
        possible = document is not None and contents.has_choice(document.kind)
        tools.setVisible(possible)
        if document is None or not possible:
            words.hide()
            return
        tools.show_templates(contents.templates_for(self._desk.records, document.kind))
        if not words.isHidden():
            self._show_words(document)

    def edit_words(self) -> None:
        """Let a person change title and free text of the section that the keyboard is on."""
        document, key = self._editing.current, self._left.sections.current_key
        if document is not None and key is not None:
            self._left.sections.show_current()
            self._left.words.open(document.id, key, contents.field_values(document, key))

    def move(self, by: int) -> None:
        """Move the section that the keyboard is on up or down."""
        document, key = self._editing.current, self._left.sections.current_key
        if document is not None and key is not None:
            self._put(contents.moved(document, key, by))

    def add_text(self) -> None:
        """Add a section of free text below the one that the keyboard is on, and let a person name it."""
        document = self._editing.current
        if document is None:
            return
        key, fields = contents.text_added(document, self._left.sections.current_key, self._desk.text)
        self._put(fields)
        self._left.sections.go_to(key)
        self.edit_words()

    def delete(self) -> None:
        """Take away a section of free text; any other one is left out."""
        document, key = self._editing.current, self._left.sections.current_key
        if document is not None and key is not None:
            gone = contents.text_removed(document, key)
            if gone is None and key not in document.left_out:
                gone = contents.checked(document, key)
            self._put(gone)

    @Slot(str)
    def _check(self, key: str) -> None:
        document = self._editing.current
        if document is not None:
            self._put(contents.checked(document, key))

    @Slot(str, str, bool)
    def _drop(self, key: str, beside: str, below: bool) -> None:
        document = self._editing.current
        if document is not None:
            self._put(contents.moved_to(document, key, beside, below=below))

    @Slot(str, str, str)
    def _word(self, key: str, name: str, value: str) -> None:
        document = self._editing.current
        if document is None:
            return
        try:
            fields = contents.worded(document, key, name, value, self._desk.text)
        except FacilitatorError as error:
            from facilitator.messages import sentence  # noqa: PLC0415 - after the first paint

            self._left.words.form.say(name, sentence(error))
            return
        self._left.words.form.say(name, "")
        self._put(fields)

    def _put(self, fields: contents.Fields | None) -> None:
        if fields:
            self._editing.put(fields)

    @Slot()
    def _follow(self) -> None:
        document = self._editing.current
        if document is not None and not self._left.words.isHidden():
            self._show_words(document)

    def _show_words(self, document: MinutesDocument) -> None:
        """Follow the list while the words of a section are open."""
        words = self._left.words
        key = words.key if words.isAncestorOf(words.focusWidget() or words) else None
        key = key or self._left.sections.current_key or words.key
        words.show_section(document.id, key, contents.field_values(document, key))

    @Slot()
    def _back_to_list(self) -> None:
        self._left.sections.setFocus()

    # Templates

    @Slot(str)
    def _keep(self, name: str) -> None:
        document = self._editing.current
        if document is None:
            return
        template = contents.as_template(document, name)
        before = contents.same_name(self._desk.records, document, name)
        if before is None:
            self._desk.perform(lambda workspace: workspace.books.add(template))
            return
        key, fields = before.id, contents.applied(template)
        self._desk.perform(lambda workspace: workspace.books.edit(DocumentTemplate, key, **fields))

    @Slot(object)
    def _apply(self, key: UUID) -> None:
        template = self._desk.records.get(DocumentTemplate, key)
        if template is not None:
            self._put(contents.applied(template))

    @Slot(object)
    def _forget(self, key: UUID) -> None:
        self._desk.perform(lambda workspace: workspace.books.delete(DocumentTemplate, key))
