"""The badges of the five kinds of card, drawn by one function for every window, list, wall and stage.

Shape and glyph carry the kind without colour: plus in a circle, minus in a square, question mark
in a diamond, exclamation mark in a signpost, lines on an outlined page.
"""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

GRID: Final = 24.0
"""Side of the square in which the shapes below are drawn; the painter is scaled to the wanted size."""

LOOKS: Final = ("works", "difficulty", "question", "suggestion", "note")


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _works(painter: QPainter, glyph: QColor) -> None:
    painter.drawEllipse(QPointF(12, 12), 11, 11)
    painter.setPen(_pen(glyph, 2.7))
    painter.drawLine(QPointF(12, 6.6), QPointF(12, 17.4))
    painter.drawLine(QPointF(6.6, 12), QPointF(17.4, 12))


def _difficulty(painter: QPainter, glyph: QColor) -> None:
    painter.drawRoundedRect(QRectF(1.5, 1.5, 21, 21), 3.5, 3.5)
    painter.setPen(_pen(glyph, 2.7))
    painter.drawLine(QPointF(6.6, 12), QPointF(17.4, 12))


def _question(painter: QPainter, glyph: QColor) -> None:
    solid = painter.brush().color()
    painter.setPen(_pen(solid, 2.6))
    painter.drawPolygon(QPolygonF([QPointF(12, 1.6), QPointF(22.4, 12), QPointF(12, 22.4), QPointF(1.6, 12)]))
    hook = QPainterPath(QPointF(9.3, 9.5))
    hook.cubicTo(QPointF(9.5, 5.6), QPointF(15.0, 5.7), QPointF(14.9, 9.3))
    hook.cubicTo(QPointF(14.8, 11.4), QPointF(12.1, 11.5), QPointF(12.05, 13.7))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(glyph, 2.2))
    painter.drawPath(hook)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glyph)
    painter.drawEllipse(QPointF(12.05, 17.1), 1.4, 1.4)


def _suggestion(painter: QPainter, glyph: QColor) -> None:
    solid = painter.brush().color()
    painter.setPen(_pen(solid, 2.2))
    outline = [(2.2, 2.6), (15.0, 2.6), (22.3, 12), (15.0, 21.4), (2.2, 21.4)]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in outline]))
    painter.setPen(_pen(glyph, 2.7))
    painter.drawLine(QPointF(10.4, 6.4), QPointF(10.4, 13.2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glyph)
    painter.drawEllipse(QPointF(10.4, 17.4), 1.6, 1.6)


def _note(painter: QPainter, glyph: QColor) -> None:  # noqa: ARG001 - a page is outlined, its glyph is its lines
    solid = painter.brush().color()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(solid, 2.2))
    painter.drawRoundedRect(QRectF(2.2, 2.2, 19.6, 19.6), 3, 3)
    painter.setPen(_pen(solid, 2))
    for y, end in ((7.6, 17.2), (12.0, 17.2), (16.4, 13.4)):
        painter.drawLine(QPointF(6.8, y), QPointF(end, y))


_SHAPES: Final[Mapping[str, Callable[[QPainter, QColor], None]]] = {
    "works": _works,
    "difficulty": _difficulty,
    "question": _question,
    "suggestion": _suggestion,
    "note": _note,
}


def paint_badge(painter: QPainter, rect: QRectF, look: str, *, solid: QColor, glyph: QColor) -> None:
    """Paint the badge of `look` into the largest square centred in `rect`.

    `look` is one of `LOOKS`. `solid` fills the shape (a note is outlined with it), `glyph` draws
    the sign on it. On a dark ground outside a card pass the paper as `solid` and dark ink as
    `glyph`. Raises KeyError for an unknown look.
    """
    draw = _SHAPES[look]
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / GRID, side / GRID)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(solid))
    draw(painter, glyph)
    painter.restore()
