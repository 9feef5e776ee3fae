"""Small signs of a card: the badge of its kind and the two-letter code of an organisation."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.badges import paint_badge
from ui.theme.theme import Theme


class KindBadge(QWidget):
    """The badge of a kind of card, named for screen readers by the word it stands for."""

    def __init__(
        self, theme: Theme, look: str, name: str = "", *, size: int = 24, on_card: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._look, self._side, self._on_card = look, size, on_card
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_kind(self, look: str, name: str) -> None:
        """Show the badge of another kind."""
        self._look = look
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the badge's square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge."""
        del event
        painter = QPainter(self)
        solid, glyph = self._theme.badge(self._look, on_card=self._on_card)
        paint_badge(painter, QRectF(self.rect()), self._look, solid=solid, glyph=glyph)
        painter.end()


def code_chip_width(theme: Theme, code: str) -> float:
    """Return how wide an organisation's chip is in px."""
    return max(28.0, QFontMetricsF(theme.font("meta", weight=700)).horizontalAdvance(code) + 12)


def paint_code_chip(painter: QPainter, rect: QRectF, code: str, theme: Theme) -> None:
    """Paint an organisation's code; organisations have no colour of their own."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("sunken"))
    painter.drawRoundedRect(rect, 4, 4)
    painter.setPen(theme.colour("ink_2"))
    painter.setFont(theme.font("meta", weight=700))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, code)
    painter.restore()


class CodeChip(QWidget):
    """An organisation's code; its full name is the tip and what screen readers say."""

    def __init__(self, theme: Theme, code: str, name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._code = code
        self.setAccessibleName(name or code)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Fit the code."""
        return QSize(round(code_chip_width(self._theme, self._code)), 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        del event
        painter = QPainter(self)
        paint_code_chip(painter, QRectF(self.rect()), self._code, self._theme)
        painter.end()
