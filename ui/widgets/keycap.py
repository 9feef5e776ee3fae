"""A key as a small cap beside the thing it does: "F2", "Ctrl Z"."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme

HEIGHT = 20
"""Height of a cap in px."""


def keycap_width(theme: Theme, keys: str) -> float:
    """Return how wide a cap is in px."""
    return max(HEIGHT, QFontMetricsF(theme.font("caption", weight=600)).horizontalAdvance(keys) + 12)


def paint_keycap(painter: QPainter, rect: QRectF, keys: str, *, theme: Theme, colour: QColor) -> None:
    """Paint a cap with `keys` into `rect`, edge and words in `colour`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QColor(colour)
    edge.setAlphaF(0.6)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(colour)
    painter.setFont(theme.font("caption", weight=600))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, keys)
    painter.restore()


class KeyCap(QWidget):
    """A cap on its own, in a line of text or a sheet of keys."""

    def __init__(self, theme: Theme, keys: str, colour: str = "ink_2") -> None:
        super().__init__()
        self._theme = theme
        self._keys = keys
        self._colour = colour
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Fit the words."""
        return QSize(round(keycap_width(self._theme, self._keys)), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cap."""
        del event
        painter = QPainter(self)
        colour = self._theme.colour(self._colour)
        paint_keycap(painter, QRectF(self.rect()), self._keys, theme=self._theme, colour=colour)
        painter.end()
