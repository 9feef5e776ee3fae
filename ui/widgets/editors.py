"""Text that is edited in place and saved as one leaves it: one line, or as many as it needs.

Both remember the stored value. Leaving with another text emits `committed` once; Escape brings the
stored value back. A value that arrives from elsewhere while a person types never replaces their words,
and words that nobody touched are never handed over, whatever characters they hold.
"""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.widgets.labels import restyle

_LONGEST: Final = 1_000_000
"""Letters of a line that are shown; Qt would cut it at 32,767, and leaving the field would store the rest."""

_LINE_ENDS: Final = dict.fromkeys(map(ord, "\u2028\u2029\ufdd0\ufdd1"), "\n")
"""What Qt's text documents, and people's texts, may hold where a line ends."""


def undoes_nothing(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Tell whether a key asks a field to undo or redo where it has typed nothing: then it is the window's."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    wants = QKeySequence.StandardKey
    return (event.matches(wants.Undo) and not undo) or (event.matches(wants.Redo) and not redo)


def as_lines(text: str) -> str:
    """Return a text as a field of several lines holds it: with one sign for the end of a line."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)


class InPlaceEdit(QLineEdit):
    """One line of text that saves as one leaves it, by Enter, Tab or a click elsewhere."""

    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, seamless: bool = False) -> None:
        super().__init__(parent)
        self._stored = ""
        self.setMaxLength(_LONGEST)
        self.setProperty("inplace", seamless)
        self.editingFinished.connect(self.commit)

    @property
    def value(self) -> str:
        """The stored text, not what is being typed."""
        return self._stored

    def typed(self) -> str:
        """Return the text in the field."""
        return self.text()

    @property
    def is_typed(self) -> bool:
        """Whether the field holds another text than the stored one."""
        return self.text() != self._stored

    def set_value(self, text: str) -> None:
        """Take over a stored text; words being typed stay, and win when they are left."""
        typing = self.hasFocus() and self.is_typed
        self._stored = text
        if not typing:
            self._show_stored()

    def replace(self, text: str) -> None:
        """Show the stored text of another record, whatever is typed: that was handed over before."""
        self._stored = text
        if self.text() != text:
            self._show_stored()

    def forget(self) -> None:
        """Put the stored text back: what is typed is not meant to be kept."""
        self._show_stored()

    def _show_stored(self) -> None:
        self.setText(self._stored)
        self.setCursorPosition(0)

    @Slot()
    def commit(self) -> None:
        """Hand over the text if it is not the stored one."""
        if self.text() != self._stored:
            self._stored = self.text()
            self.committed.emit(self._stored)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window while nothing was typed here."""
        if undoes_nothing(event, undo=self.isUndoAvailable(), redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape bring the stored text back; a second Escape is the page's."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._stored:
            self.setText(self._stored)
            self.selectAll()
            return
        super().keyPressEvent(event)


class GrowingTextEdit(QPlainTextEdit):
    """Text of several lines that grows from `lines[0]` to `lines[1]` lines, then scrolls.

    Tab leaves it, so that no one is caught. With `enter_leaves`, Enter saves and leaves, and
    Shift+Enter makes a new line.
    """

    committed = Signal(str)
    left = Signal()
    """Enter was pressed in a field where it leaves."""

    least_height = 36
    """px of a field with one line."""

    def __init__(
        self, theme: Theme, *, lines: tuple[int, int] = (1, 6), role: str = "body", enter_leaves: bool = False
    ) -> None:
        super().__init__()
        self._stored = ""
        self._lines = lines
        self._enter_leaves = enter_leaves
        self._fitting = False
        self.setFont(theme.font(role))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    @property
    def value(self) -> str:
        """The stored text, not what is being typed."""
        return self._stored

    def set_value(self, text: str) -> None:
        """Take over a stored text; words being typed stay, and win when they are left."""
        typing = self.hasFocus() and self.is_typed
        self._stored = text
        if not typing and self.is_typed:
            self.setPlainText(text)

    def replace(self, text: str) -> None:
        """Show the stored text of another record, whatever is typed: that was handed over before."""
        self._stored = text
        if self.is_typed:
            self.setPlainText(text)

    def forget(self) -> None:
        """Put the stored text back: what is typed is not meant to be kept."""
        self.setPlainText(self._stored)

    def typed(self) -> str:
        """Return the text in the field, with hard spaces as they are: `toPlainText` makes them soft ones."""
        return self.document().toRawText().translate(_LINE_ENDS)

    @property
    def is_typed(self) -> bool:
        """Whether the field holds another text than the stored one."""
        return self.typed() != as_lines(self._stored)

    def set_seamless(self, *, seamless: bool) -> None:
        """Hide the frame until the pointer or the focus is on the text."""
        self.setProperty("inplace", seamless)
        restyle(self)

    def commit(self) -> None:
        """Hand over the text if it is not the stored one."""
        if self.is_typed:
            self._stored = self.typed()
            self.committed.emit(self._stored)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save as one leaves; a menu or another window on top is not leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window while nothing was typed here."""
        document = self.document()
        if undoes_nothing(event, undo=document.isUndoAvailable(), redo=document.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape brings the stored text back; Enter leaves where that was asked for."""
        if event.key() == Qt.Key.Key_Escape and self.is_typed:
            self.forget()
            return
        plain_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers()
        if self._enter_leaves and plain_enter:
            self.commit()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap and grow anew at another width."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit once the style sheet has given its padding."""
        super().showEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Be as high as the lines that are there."""
        return QSize(super().sizeHint().width(), self.height())

    def lines_needed(self) -> float:
        """Return how many lines the text takes at its width."""
        return self.document().size().height()  # a plain text layout counts its height in lines

    @Slot()
    def _fit(self) -> None:
        """Take the height of the lines, between the smallest and the largest number of them.

        A new height resizes, which fits again: once more is enough, and never from within.
        """
        if self._fitting:
            return
        self._fitting = True
        try:
            if self._take_height():
                self._take_height()
        finally:
            self._fitting = False

    def _take_height(self) -> bool:
        """Take the height that is needed now; whether it was another one."""
        line = QFontMetricsF(self.font()).lineSpacing()
        rows = self.lines_needed()
        fewest, most = self._lines
        frame = self.height() - self.viewport().height() if self.isVisible() else 10
        room = 2 * self.document().documentMargin() + frame
        height = max(round(line * min(max(rows, fewest), most) + room), self.least_height)
        policy = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if rows > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(policy)
        if height == self.height() == self.minimumHeight():
            return False
        self.setFixedHeight(height)
        return True


Editor = InPlaceEdit | GrowingTextEdit
