"""Paints the two loops between the boxes: the inner one a line, the outer one a double line.

They differ without colour, and are dotted until a change is written on them.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from facilitator.domain.frozen import dataclass
from ui.theme.thread import dotted_pen, solid_pen

LINE: Final = 4.0
DOUBLE: Final = (11.0, 3.6)
"""Width in px of the double line, and of the gap in its middle."""

TURN: Final = 32.0
"""Radius in px of a loop's corners."""


@dataclass(frozen=True, slots=True)
class Loop:
    """Where a loop runs: down from one box, through its changes, up into another. All in px."""

    down_x: float
    down_y: float
    up_x: float
    up_y: float
    boxes: tuple[QRectF, ...]
    """The boxes with the changes, from left to right; the loop passes them at `y`."""
    y: float


def _corner(path: QPainterPath, corner: QPointF, end: QPointF) -> None:
    path.quadTo(corner, end)


def _paths(loop: Loop, tip: float) -> list[QPainterPath]:
    """Return the pieces of a loop; the last ends `tip` px below the box it leads into."""
    first, last = loop.boxes[0], loop.boxes[-1]
    right = QPainterPath(QPointF(loop.down_x, loop.down_y))
    right.lineTo(loop.down_x, loop.y - TURN)
    turn = min(TURN, max(6.0, loop.down_x - last.right()))
    _corner(right, QPointF(loop.down_x, loop.y), QPointF(loop.down_x - turn, loop.y))
    right.lineTo(last.right(), loop.y)
    left = QPainterPath(QPointF(first.left(), loop.y))
    turn = min(TURN, max(6.0, first.left() - loop.up_x))
    left.lineTo(loop.up_x + turn, loop.y)
    _corner(left, QPointF(loop.up_x, loop.y), QPointF(loop.up_x, loop.y - TURN))
    left.lineTo(loop.up_x, loop.up_y + tip)
    between = []
    for one, other in zip(loop.boxes, loop.boxes[1:], strict=False):
        piece = QPainterPath(QPointF(one.right(), loop.y))
        piece.lineTo(other.left(), loop.y)
        between.append(piece)
    return [right, *between, left]


def paint_inner(painter: QPainter, loop: Loop, colour: QColor, *, written: bool) -> None:
    """Paint the loop that corrects the action, with an open arrow."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(solid_pen(colour, LINE) if written else dotted_pen(colour, LINE))
    for path in _paths(loop, 8):
        painter.drawPath(path)
    painter.setPen(solid_pen(colour, LINE))
    tip = QPointF(loop.up_x, loop.up_y + 7)
    painter.drawPolyline(QPolygonF([tip + QPointF(-11, 12), tip, tip + QPointF(11, 12)]))


def paint_outer(painter: QPainter, loop: Loop, colour: QColor, ground: QColor, *, written: bool) -> None:
    """Paint the loop that changes the assumption, a double line with a filled arrow."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colour, DOUBLE[0], Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
    if not written:
        pen.setDashPattern([0.34, 0.5])
    gap = QPen(ground, DOUBLE[1], Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
    paths = _paths(loop, 24)
    for each in (pen, gap):
        painter.setPen(each)
        for path in paths:
            painter.drawPath(path)
    top = QPointF(loop.up_x, loop.up_y + 6)
    painter.setPen(solid_pen(colour, 2))
    painter.setBrush(colour if written else ground)
    painter.drawPolygon(QPolygonF([top, top + QPointF(-16, 20), top + QPointF(16, 20)]))


def paint_arrow(painter: QPainter, start: QPointF, length: float, colour: QColor) -> None:
    """Paint the arrow from one box to the next."""
    painter.setPen(solid_pen(colour, LINE))
    end = start + QPointF(length, 0)
    painter.drawLine(start, end)
    painter.drawPolyline(QPolygonF([end + QPointF(-9, -9), end, end + QPointF(-9, 9)]))
