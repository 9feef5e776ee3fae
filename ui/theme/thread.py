"""The product's one line: a thread that loops at each workshop, iteration or break, and its mark.

Solid is done, dotted is to come, filled is now (design, principle 1). A loop sits on the thread:
the line comes in from the left, crosses itself and leaves to the right.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

REACH: Final = 1.5
"""A loop of radius r starts at x - REACH * r and ends at x + REACH * r on the thread."""

LIFT: Final = 1.18
"""The loop's centre lies LIFT * r above the thread, its top (LIFT + 1) * r."""

_ROUND: Final = 0.5523  # control points of a quarter circle


def append_loop(path: QPainterPath, x: float, y: float, r: float) -> None:
    """Lead `path` along the thread at height `y` through a loop of radius `r` that crosses above `x`."""
    centre = y - r * LIFT
    k = _ROUND * r
    path.lineTo(x - REACH * r, y)
    path.cubicTo(x - 0.55 * r, y, x + r, centre + 0.78 * r, x + r, centre)
    path.cubicTo(x + r, centre - k, x + k, centre - r, x, centre - r)
    path.cubicTo(x - k, centre - r, x - r, centre - k, x - r, centre)
    path.cubicTo(x - r, centre + 0.78 * r, x + 0.55 * r, y, x + REACH * r, y)


def loop_path(x: float, y: float, r: float) -> QPainterPath:
    """Return one loop of radius `r` in px over the point (`x`, `y`) of the thread."""
    path = QPainterPath(QPointF(x - REACH * r, y))
    append_loop(path, x, y, r)
    return path


def _point(x: float, y: float, r: float, t: float) -> QPointF:
    """Return the point at `t` on the loop's rising side, the first of its four curves."""
    centre = y - r * LIFT
    u = 1 - t
    px = u**3 * (x - REACH * r) + 3 * u * u * t * (x - 0.55 * r) + (3 * u * t * t + t**3) * (x + r)
    py = (u**3 + 3 * u * u * t) * y + 3 * u * t * t * (centre + 0.78 * r) + t**3 * centre
    return QPointF(px, py)


def loop_fill(x: float, y: float, r: float, steps: int = 48) -> QPainterPath:
    """Return the closed part of the loop above its crossing, to be filled."""
    centre = y - r * LIFT
    k = _ROUND * r
    rising = [p for p in (_point(x, y, r, i / steps) for i in range(steps + 1)) if p.x() >= x]
    path = QPainterPath(QPointF(x, rising[0].y()))
    for point in rising:
        path.lineTo(point)
    path.cubicTo(x + r, centre - k, x + k, centre - r, x, centre - r)
    path.cubicTo(x - k, centre - r, x - r, centre - k, x - r, centre)
    for point in reversed(rising):  # the falling side mirrors the rising one
        path.lineTo(2 * x - point.x(), point.y())
    path.closeSubpath()
    return path


def solid_pen(colour: QColor, width: float) -> QPen:
    """Return the pen of what is done."""
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def dotted_pen(colour: QColor, width: float) -> QPen:
    """Return the pen of what is to come: round dots of `width` px."""
    pen = QPen(colour, width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.02, 2.2])
    return pen


def _outer_mark() -> QPainterPath:
    path = QPainterPath(QPointF(3, 28))
    path.lineTo(12.5, 28)
    path.cubicTo(20, 28, 29, 23.5, 29, 15)
    path.cubicTo(29, 8, 23.5, 3.5, 17, 3.5)
    path.cubicTo(10.5, 3.5, 5, 8, 5, 15)
    path.cubicTo(5, 19, 7, 22, 9.5, 24)
    return path


def _inner_mark() -> QPainterPath:
    path = QPainterPath(QPointF(14.5, 22.5))
    path.cubicTo(19, 22.5, 22.5, 19.5, 22.5, 15.3)
    path.cubicTo(22.5, 12, 20, 9.7, 16.9, 9.7)
    path.cubicTo(13.7, 9.7, 11.3, 12, 11.3, 15)
    path.cubicTo(11.3, 16.6, 11.9, 18, 12.9, 19)
    return path


def paint_mark(painter: QPainter, rect: QRectF, *, outer: QColor, inner: QColor) -> None:
    """Paint the product's mark, one loop inside another, into the square centred in `rect`."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / 32, side / 32)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(solid_pen(outer, 3))
    painter.drawPath(_outer_mark())
    painter.setPen(solid_pen(inner, 3))
    painter.drawPath(_inner_mark())
    painter.restore()
