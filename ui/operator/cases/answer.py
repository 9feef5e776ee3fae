"""A question with its answer below, written in place."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from facilitator.domain.record import Record
from ui.operator.cases.editing import CaseEditing
from ui.presenters.cases import Casebook
from ui.presenters.cases_fields import Field, edited, words_of
from ui.presenters.cases_tables import Change, Revise
from ui.theme.theme import Theme
from ui.widgets.editors import GrowingTextEdit
from ui.widgets.fields import InlineError
from ui.widgets.labels import label

_INSET: Final = 6
"""px from an editor's frame to its words."""


class Answer(QFrame):
    """Title, question and text of one field of a record; stored as one leaves it."""

    focused = Signal(bool)
    """Whether the answer is being written."""

    def __init__(self, theme: Theme, editing: CaseEditing, field: Field) -> None:
        super().__init__()
        self._editing = editing
        self._declared = field
        self._record: Record | None = None
        self._title = label(theme, role="body_strong", wrap=True)
        self._question = label(theme, role="meta", tone="ink_2", wrap=True)
        self._mark = label(theme, role="caption", tone="now", wrap=True)
        self.editor = GrowingTextEdit(theme, lines=field.rows)
        self.editor.set_seamless(seamless=True)
        self.editor.setProperty("dense", True)
        self.editor.committed.connect(self._edit)
        self.editor.installEventFilter(self)
        self.error = InlineError(theme, self.editor)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        for part in (self._title, self._question, self._mark):
            self.column.addWidget(part)
            part.setIndent(_INSET)  # so that words stand below words
        self.column.addWidget(self.editor)
        self.column.addWidget(self.error)
        self.column.addStretch(1)  # an alignment would forget that words wrap
        self._mark.hide()

    def set_words(self, title: str, question: str, placeholder: str) -> None:
        """Name the field, ask its question, and say what stands there while it is empty."""
        self._title.setText(title)
        self._question.setText(question)
        self._question.setVisible(bool(question))
        self.editor.setAccessibleName(title)
        self.editor.setAccessibleDescription(question)
        self.editor.setPlaceholderText(placeholder)

    def set_mark(self, words: str) -> None:
        """Say something small above the text, or nothing."""
        self._mark.setText(words)
        self._mark.setVisible(bool(words))

    def show_record(self, book: Casebook, record: Record, *, read_only: bool = False) -> None:
        """Show a record's words; those that are being typed in the same record stay."""
        if self._record is not None and self._record.id != record.id:
            self.commit()
            self.editor.clearFocus()
            self.error.say("")
        self._record = record
        self.editor.set_value(words_of(self._declared, record, book))
        self.editor.setReadOnly(read_only)

    def commit(self) -> None:
        """Store what is being typed."""
        self.editor.commit()

    def _edit(self, words: str) -> None:
        book, record, field = self._editing.book, self._record, self._declared
        if book is None or record is None:
            return

        def change() -> Change:
            edited(field, record, words, book)  # refused here, where it was typed
            return Revise(type(record), record.id, lambda stored: edited(field, stored, words, book))

        self._editing.attempt(change, self.error.say)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to write where the frame is clicked."""
        super().mousePressEvent(event)
        self.editor.setFocus(Qt.FocusReason.MouseFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the answer begins or ends being written."""
        if watched is self.editor and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.focused.emit(event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)
