"""One card in large letters over the wall: to read out, or to see what did not fit on the card."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ui.presenters.cards import WallCard
from ui.theme.badges import paint_badge
from ui.theme.focus import OWN_RING
from ui.theme.theme import Theme

_SIZES = ((120, 44), (400, 32), (2000, 22))
_SMALLEST = 17
_MARGIN = 64


class ReadLarge(QWidget):
    """Covers its parent. Space, Escape, Enter or a click closes it."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._room = parent
        self._look = "note"
        self._words = QPlainTextEdit()
        self._words.setReadOnly(True)
        self._words.setProperty("bare", True)
        self._words.setProperty(OWN_RING, True)
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words.viewport().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_RING, True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN + 104, _MARGIN + 36, _MARGIN + 40, _MARGIN + 56)
        column.addWidget(self._words)
        self._foot = ""
        self.hide()

    def show_card(self, card: WallCard) -> None:
        """Show a card with everything it says and speaks for."""
        self._look = card.look
        text = "\n\n".join(filter(None, (card.text, card.second, *card.merged)))
        size = next((size for most, size in _SIZES if len(text) <= most), _SMALLEST)
        ink = self._theme.card(card.look).ink.name()
        self._words.setStyleSheet(
            f"color: {ink}; background: transparent; font-size: {size}px; font-weight: 600;"
        )
        self._words.setPlainText(text)
        self._foot = f"{card.who} {card.code}".strip()
        self.setAccessibleName(f"{card.kind_word}: {text}")
        self.setGeometry(self._room.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the arrow keys, close with any other."""
        bar = self._words.verticalScrollBar()
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_PageDown}:
            bar.setValue(bar.value() + (1 if event.key() == Qt.Key.Key_Down else bar.pageStep()))
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_PageUp}:
            bar.setValue(bar.value() - (1 if event.key() == Qt.Key.Key_Up else bar.pageStep()))
        else:
            self._close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close."""
        del event
        self._close()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scrim, the paper and its badge."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scrim = QColor(theme.colour("scrim"))
        scrim.setAlphaF(0.4)
        painter.fillRect(self.rect(), scrim)
        card = theme.card(self._look)
        paper = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(card.paper)
        painter.drawRoundedRect(paper, 10, 10)
        badge = QRectF(paper.x() + 32, paper.y() + 36, 48, 48)
        paint_badge(painter, badge, self._look, solid=card.solid, glyph=card.glyph)
        painter.setPen(card.ink)
        painter.setFont(theme.font("lead"))
        foot = QRectF(paper.x() + 104, paper.bottom() - 48, paper.width() - 140, 28)
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, self._foot)
        painter.end()
