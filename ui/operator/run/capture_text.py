"""The text of the capture bar: signs set the kind, Enter saves, one to three lines, any keyboard."""

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from ui.presenters.capture import pasted, sign_first
from ui.theme.focus import OWN_RING
from ui.theme.theme import Theme

MOST_LINES: Final = 3
SHRINK_MS: Final = 150
"""How long a bar that needs fewer lines keeps its height."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_KEYS: Final = Qt.KeyboardModifier.NoModifier


class CaptureText(QPlainTextEdit):
    """Plain text of one to three lines, then it scrolls. Tab leaves it, Shift+Enter makes a new line.

    Signs are read from what the text has become, not from keys, so that dead keys, compose and
    input methods work as everywhere.
    """

    submitted = Signal()
    """Enter was pressed."""

    sign_typed = Signal(object)
    """A sign typed first asks for this Kind."""

    lines_pasted = Signal(tuple)
    """Several lines were pasted; they are not in the text."""

    last_wanted = Signal()
    """Up was pressed in the empty bar."""

    emptied = Signal()
    """Backspace was pressed in the empty bar."""

    grown = Signal()
    """The text needs another height."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._before = ""
        self._prompts = ("", "")
        self.takes_signs = True
        """Whether a sign typed first asks for a kind of card: not while what is written is no card."""
        self._shrinking = False
        self._soon = QTimer(self, singleShot=True, interval=SHRINK_MS)
        self._soon.timeout.connect(self._shrink)
        self.setFont(theme.font("capture"))
        self.setProperty("bare", True)
        self.setProperty(OWN_RING, True)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self._line = round(QFontMetricsF(self.font()).lineSpacing())
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._read_sign)
        self._fit()

    def words(self) -> str:
        """Return the text without space around it."""
        return self.toPlainText().strip()

    def set_prompt(self, whole: str, short: str) -> None:
        """Say what to type while the bar is empty: in full where that fits on the line."""
        self._prompts = (whole, short)
        self._say_prompt()

    def _say_prompt(self) -> None:
        whole, short = self._prompts
        fits = QFontMetricsF(self.font()).horizontalAdvance(whole) <= self.viewport().width() - 4
        words = whole if fits else short
        if words != self.placeholderText():
            self.setPlaceholderText(words)

    def put(self, text: str) -> None:
        """Replace the text by one that is no typing: signs in it mean nothing. The cursor goes to its end."""
        self._before = text
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.document().clearUndoRedoStacks()

    @Slot()
    def _read_sign(self) -> None:
        before, self._before = self._before, self.toPlainText()
        found = sign_first(before, self._before) if self.takes_signs else None
        if found is None:
            return
        kind, vanishes = found
        if vanishes:
            cursor = self.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.removeSelectedText()
        self.sign_typed.emit(kind)

    @Slot()
    def _fit(self) -> None:
        """Take the height of the lines there are."""
        rows = self.document().size().height()  # a plain text layout counts its height in lines
        height = self._line * int(min(max(rows, 1), MOST_LINES)) + 2
        if height < self.minimumHeight() and not self._shrinking:
            # The bar gets smaller a moment later: a card is seen before anything moves, and who types on
            # at once sees nothing move at all.
            self._soon.start()
            return
        self._soon.stop()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if rows > MOST_LINES:
            policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        if self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.grown.emit()

    @property
    def is_at_rest(self) -> bool:
        """Whether the bar has the height it keeps."""
        return not self._soon.isActive()

    @Slot()
    def _shrink(self) -> None:
        self._shrinking = True
        self._fit()
        self._shrinking = False

    def sizeHint(self) -> QSize:
        """Be as high as the lines that are there."""
        return QSize(200, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Leave the width to the bar."""
        return QSize(80, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap and grow anew at another width."""
        super().resizeEvent(event)
        self._say_prompt()
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Leave the program's own keys to it; undo is the text's only while there is typing to take back."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            key = event.key()
            if control and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                event.ignore()
                return False
            document = self.document()
            nothing = (key == Qt.Key.Key_Z and not document.isUndoAvailable()) or (
                key == Qt.Key.Key_Y and not document.isRedoAvailable()
            )
            if control and nothing:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter, open the last card with Up in the empty bar."""
        plain = event.modifiers() in {_NO_KEYS, Qt.KeyboardModifier.KeypadModifier}
        empty = not self.toPlainText()
        if event.key() in _ENTER and plain:
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Up and plain and empty:
            self.last_wanted.emit()
        elif event.key() == Qt.Key.Key_Backspace and plain and empty:
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only; several lines are offered as several cards."""
        if not source.hasText():
            return
        lines = pasted(source.text())
        if len(lines) > 1:
            self.lines_pasted.emit(lines)
        elif lines:
            self.textCursor().insertText(lines[0])
            self._before = self.toPlainText()
