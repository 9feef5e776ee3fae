"""What is typed on the wall itself: a card's words, a cluster's name, the dots counted on a card."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QWidget,
)

from facilitator.i18n import _
from ui.presenters.card_boards import KindItem
from ui.theme.focus import OWN_RING
from ui.theme.theme import Theme
from ui.wall.kind_button import KindButton

_KEPT_SIGNS: Final = frozenset("¿¡")
"""Prefixes that belong to the sentence and stay in it (design, section 6)."""
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class _Words(QPlainTextEdit):
    """The words of a card. Enter hands them over, Shift+Enter breaks the line, Escape leaves them be."""

    entered = Signal()
    escaped = Signal()
    left = Signal()
    kind_typed = Signal(str)

    def __init__(self, theme: Theme, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._prefixes = prefixes
        self.takes_prefixes = False
        self.setProperty("bare", True)
        self.setProperty(OWN_RING, True)
        self.setFont(theme.font("card"))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, Escape, prefixes and Ctrl+1 to 5; the rest is text."""
        key, modifiers = event.key(), event.modifiers()
        if key in _ENTER and not modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif modifiers == Qt.KeyboardModifier.ControlModifier and Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self.kind_typed.emit(f"#{key - Qt.Key.Key_1}")
        elif self.takes_prefixes and not self.toPlainText() and event.text() in self._prefixes:
            self.kind_typed.emit(self._prefixes[event.text()])
            if event.text() in _KEPT_SIGNS:
                super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that one leaves; a menu or another window on top is not leaving."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.left.emit()


class CardEditor(QFrame):
    """A card that is being written, in place."""

    written = Signal(str, str)
    """Words and key of the kind, to be stored."""

    closed = Signal()
    """Nothing is to be stored any more."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stored = ""
        self._waits = False
        self._pending: list[str] = []
        prefixes = {prefix: kind for kind, token in theme.tokens.cards.items() for prefix in token.prefixes}
        self.words = _Words(theme, prefixes)
        self.kind = KindButton(theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 9, 8, 8)
        row.setSpacing(6)
        row.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.setFocusProxy(self.words)
        self.words.entered.connect(self._hand_over)
        self.words.escaped.connect(self.closed)
        self.words.left.connect(self._left)
        self.words.kind_typed.connect(self._kind_typed)
        self.kind.chosen.connect(self._kind_chosen)
        self.hide()

    @property
    def is_new(self) -> bool:
        """Whether a new card is written, and another after it."""
        return self.words.takes_prefixes

    @property
    def half_typed(self) -> str:
        """The words that are neither stored nor handed over; empty for none."""
        text = self.words.toPlainText()
        return "" if self._waits or text.strip() == self._stored.strip() else text

    def put(self, words: str, kind: str) -> None:
        """Go on with words that were half typed before, behind those of a new card that are there already."""
        typed = self.words.toPlainText() if self.is_new else ""
        self.words.setPlainText("\n".join(each for each in (typed, words) if each))
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        if self.is_new:
            self.kind.choose(kind)
            self._colour()

    def open_new(self, kinds: Sequence[KindItem]) -> None:
        """Write a new card; each Enter stores one and the next can be typed."""
        self.words.takes_prefixes = True
        self._open("", kinds, "note", _("New card"))
        self.kind.setEnabled(True)

    def open_card(self, text: str, kinds: Sequence[KindItem], kind: str) -> None:
        """Reword a card; its kind is changed elsewhere."""
        self.words.takes_prefixes = False
        self._open(text, kinds, kind, _("Words of the card"))
        self.kind.setEnabled(False)
        self.words.selectAll()

    def _open(self, text: str, kinds: Sequence[KindItem], kind: str, name: str) -> None:
        self._stored, self._waits = text, False
        self.kind.offer(kinds, kind)
        self.words.setPlainText(text)
        self._stored = self.words.toPlainText()  # with the line ends and spaces of the field
        self.words.setAccessibleName(name)
        self.words.setPlaceholderText(_("Type a card, Enter saves it") if self.is_new else "")
        self._colour()
        self.show()
        self.raise_()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def stored(self) -> None:
        """Follow that the words are stored: a reworded card is done, of new ones the next is being typed."""
        self._waits = False
        if self._pending:
            self._pending.pop(0)
        if not self.is_new or not (self._pending or self.words.toPlainText() or self.words.hasFocus()):
            self.closed.emit()

    def refuse(self) -> None:
        """Bring back the words that could not be stored, before what has been typed since."""
        self._waits = False
        if self._pending:
            typed = self.words.toPlainText()
            self.words.setPlainText("\n".join(each for each in (self._pending.pop(0), typed) if each))
            self.words.moveCursor(QTextCursor.MoveOperation.End)

    def _hand_over(self) -> None:
        text = self.words.toPlainText().strip()
        if self._waits:
            return
        if text == self._stored.strip():
            self.closed.emit()
            return
        kind = self.kind.key
        if self.is_new:  # the next card can be typed at once
            self._pending.append(text)
            self.words.clear()
            self.kind.choose("note")
            self._colour()
        else:
            self._waits = True
        self.written.emit(text, kind)

    def _left(self) -> None:
        focus = QApplication.focusWidget()
        if self.isVisible() and (focus is None or not self.isAncestorOf(focus)):
            self._hand_over()

    def _kind_typed(self, key: str) -> None:
        if self.is_new:
            looks = ("works", "difficulty", "question", "suggestion", "note")
            self._kind_chosen(looks[int(key[1:])] if key.startswith("#") else key)

    def _kind_chosen(self, key: str) -> None:
        self.kind.choose(key)
        self._colour()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _colour(self) -> None:
        ink = self._theme.card("note").ink.name()
        self.words.setStyleSheet(f"color: {ink}; background: transparent;")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper, with the ring of what is being typed."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), 2))
        painter.setBrush(self._theme.card(self.kind.look).paper)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()
