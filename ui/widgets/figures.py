"""Figures as small pictures: how far along something is, and where an indicator is heading."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from ui.theme.theme import Theme

BAR: Final = 8


def paint_progress(
    painter: QPainter, rect: QRectF, share: float, theme: Theme, tone: str = "primary"
) -> None:
    """Paint a bar that is filled for a `share` from 0 to 1, in a token's colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = rect.height() / 2
    painter.setBrush(theme.colour("line"))
    painter.drawRoundedRect(rect, radius, radius)
    if share > 0:
        width = max(rect.height(), rect.width() * min(1.0, share))
        painter.setBrush(theme.colour(tone))
        painter.drawRoundedRect(QRectF(rect.x(), rect.y(), width, rect.height()), radius, radius)
    painter.restore()


class ProgressBar(QProgressBar):
    """How far along long work is. What is being done is written beside it, not on it."""

    def __init__(self, theme: Theme, name: str = "", *, tone: str = "primary") -> None:
        super().__init__()
        self._theme = theme
        self._tone = tone
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setFixedHeight(BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar."""
        del event
        span = self.maximum() - self.minimum()
        share = (self.value() - self.minimum()) / span if span > 0 else 0.0
        painter = QPainter(self)
        paint_progress(painter, QRectF(self.rect()), share, self._theme, self._tone)
        painter.end()


def paint_sparkline(
    painter: QPainter, rect: QRectF, values: Sequence[float], target: float | None, theme: Theme
) -> None:
    """Paint readings from left to right, the last with a dot, and the target as a dotted line."""
    known = [*values, *([] if target is None else [target])]
    if not known:
        return
    lowest, span = min(known), (max(known) - min(known)) or 1.0
    room = rect.adjusted(4, 5, -5, -5)

    def height(value: float) -> float:
        return room.bottom() - (value - lowest) / span * room.height()

    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if target is not None:
        painter.setPen(QPen(theme.colour("ink_3"), 1.5, Qt.PenStyle.CustomDashLine))
        pen = painter.pen()
        pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(rect.left() + 2, height(target)), QPointF(rect.right() - 2, height(target)))
    if values:
        step = room.width() / max(1, len(values) - 1)
        points = [QPointF(room.left() + number * step, height(value)) for number, value in enumerate(values)]
        line = QPen(theme.colour("primary"), 2.2)
        line.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        line.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary"))
        painter.drawEllipse(points[-1], 3.6, 3.6)
    painter.restore()


class Sparkline(QWidget):
    """An indicator's readings against its target. The figures stand beside it as text."""

    def __init__(self, theme: Theme, name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._values: tuple[float, ...] = ()
        self._target: float | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_readings(self, values: Sequence[float], target: float | None) -> None:
        """Show these readings, oldest first."""
        self._values, self._target = tuple(values), target
        self.update()

    def sizeHint(self) -> QSize:
        """Return the design's size."""
        return QSize(104, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint readings and target."""
        del event
        painter = QPainter(self)
        paint_sparkline(painter, QRectF(self.rect()), self._values, self._target, self._theme)
        painter.end()
