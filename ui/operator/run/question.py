"""What the room is asked, on the console: read at a glance, changed in place."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.actions import key_hint
from ui.operator.run.fitted_label import FittedLabel
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.editors import GrowingTextEdit
from ui.widgets.fields import InlineError
from ui.widgets.labels import label, set_tone

_ASKED: Final = ((20, 1), (18, 1), (16, 2))
_NOTHING: Final = ((15, 1),)
_LINE: Final = 24
"""px of one line, whatever its letters: what is below stands still."""


class StageQuestion(QWidget):
    """The question as a line; F2 makes it a field, Enter stores it, Escape leaves it as it was."""

    reworded = Signal(str)
    """A person left the field with other words."""

    done = Signal()
    """The field is closed; typing goes back to the cards."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._caption = label(theme, role="caption", tone="ink_2")
        self._asked = ""
        self._line = FittedLabel(theme, "heading", _ASKED)
        self._line.setMinimumHeight(_LINE)
        self._field = GrowingTextEdit(theme, lines=(1, 3), role="lead", enter_leaves=True)
        self._field.hide()
        self.error = InlineError(theme, self._field)
        self._edit = Button(theme, " ", icon="pencil")
        self._edit.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._edit.set_keys(key_hint("item.edit"))
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self._caption, self._line, self._field, self.error):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignVCenter)
        self._edit.clicked.connect(self.edit)
        self._field.committed.connect(self._committed)
        self._field.left.connect(self._close)
        self._field.installEventFilter(self)

    @property
    def is_edited(self) -> bool:
        """Whether the field is open."""
        return self._field.isVisible()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._caption.setText(_("Stage question"))
        self._field.setAccessibleName(_("Stage question"))
        self._edit.setText(_("Edit"))
        self._edit.set_keys(key_hint("item.edit"))
        self._say_line()

    def show_question(self, words: str) -> None:
        """Show what the room is asked, or quietly that it is asked nothing.

        A field that is open keeps what is typed.
        """
        self._asked = words
        self._say_line()
        self._field.set_value(words)

    def _say_line(self) -> None:
        set_tone(self._line, "ink" if self._asked else "ink_2")
        self._line.set_steps(*(("heading", _ASKED) if self._asked else ("body", _NOTHING)))
        self._line.set_text(self._asked or _("This session asks nothing"))

    @Slot()
    def edit(self) -> None:
        """Open the field."""
        self._line.hide()
        self._field.show()
        self._field.setFocus()
        self._field.selectAll()

    def cancel(self) -> None:
        """Close the field and leave the question as it was."""
        self._field.forget()
        self._close()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong and open the field again with what was typed."""
        typed = self._field.typed()
        self.edit()
        self._field.setPlainText(typed)
        self.error.say(sentence)

    @Slot(str)
    def _committed(self, words: str) -> None:
        self.reworded.emit(words)

    @Slot()
    def _close(self) -> None:
        if self._field.isHidden():
            return
        self._field.hide()
        self._line.show()
        self.done.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close as one leaves; keep Escape for the field."""
        if event.type() is QEvent.Type.FocusOut and self._field.isVisible():
            self._field.commit()
            self._field.hide()
            self._line.show()
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if escape and event.type() is QEvent.Type.KeyPress:
            self.cancel()
            return True
        return super().eventFilter(watched, event)
