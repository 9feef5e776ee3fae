"""What a stage picture is made of: a list of small shapes in stage px, each able to paint itself.

A view is composed once into these; painting is then only drawing. Tests read the same list, so
they see what the room sees.
"""

from functools import cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen
from PySide6.QtSvg import QSvgRenderer

from facilitator.domain.frozen import dataclass
from resources import resource
from ui.stage.fit import Line
from ui.theme.badges import paint_badge
from ui.theme.thread import paint_mark

_DOTS = (0.02, 2.2)
"""Dash pattern of what is still to come, in line widths (design.md section 9)."""


class Item(Protocol):
    """A shape of the picture."""

    def paint(self, painter: QPainter) -> None:
        """Draw the shape in stage px."""


@dataclass(frozen=True, slots=True)
class Box:
    """A filled or outlined rectangle."""

    rect: QRectF
    fill: QColor | None = None
    radius: float = 0.0
    edge: QColor | None = None
    edge_width: float = 0.0

    def paint(self, painter: QPainter) -> None:
        """Draw the box; its edge lies inside the rectangle."""
        half = self.edge_width / 2
        painter.setPen(QPen(self.edge, self.edge_width) if self.edge else Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(self.fill) if self.fill else Qt.BrushStyle.NoBrush)
        rect = self.rect.adjusted(half, half, -half, -half)
        painter.drawRoundedRect(rect, max(0.0, self.radius - half), max(0.0, self.radius - half))


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text with the top left corner of its box."""

    line: Line
    x: float
    y: float

    @property
    def text(self) -> str:
        """The words of this line."""
        return self.line.text

    @property
    def rect(self) -> QRectF:
        """The room the ink of the line takes, from ascenders to descenders, in stage px."""
        natural, px = self.line.line.naturalTextRect(), self.line.style.px
        baseline = self.y + self.line.rise + self.line.line.ascent()
        left = self.x + self.line.indent + natural.left()
        return QRectF(left, baseline - 0.75 * px, natural.width(), px)

    def paint(self, painter: QPainter) -> None:
        """Draw the words."""
        painter.setPen(self.line.colour)
        self.line.line.draw(painter, QPointF(self.x + self.line.indent, self.y + self.line.rise))


@dataclass(frozen=True, slots=True)
class Badge:
    """The sign of a kind of card."""

    rect: QRectF
    look: str
    solid: QColor
    glyph: QColor

    def paint(self, painter: QPainter) -> None:
        """Draw the badge."""
        paint_badge(painter, self.rect, self.look, solid=self.solid, glyph=self.glyph)


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled or hollow circle."""

    x: float
    y: float
    radius: float
    fill: QColor | None
    edge: QColor | None = None
    edge_width: float = 0.0

    def paint(self, painter: QPainter) -> None:
        """Draw the disc; its edge is centred on the radius."""
        painter.setPen(QPen(self.edge, self.edge_width) if self.edge else Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(self.fill) if self.fill else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(self.x, self.y), self.radius, self.radius)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line along a path: solid for what is done, dotted for what is to come."""

    path: QPainterPath
    colour: QColor
    width: float
    dotted: bool = False
    fill: QColor | None = None

    def paint(self, painter: QPainter) -> None:
        """Draw the path with round ends."""
        pen = QPen(self.colour, self.width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if self.dotted:
            pen.setDashPattern(_DOTS)
        painter.setPen(pen)
        painter.setBrush(QBrush(self.fill) if self.fill else Qt.BrushStyle.NoBrush)
        painter.drawPath(self.path)


@dataclass(frozen=True, slots=True)
class Icon:
    """One of the shipped line icons, in one colour."""

    name: str
    rect: QRectF
    colour: QColor

    def paint(self, painter: QPainter) -> None:
        """Draw the icon from its vectors: sharp at any scale of the painter."""
        _drawing(self.name, self.colour.name()).render(painter, self.rect)


@dataclass(frozen=True, slots=True)
class Mark:
    """The product's mark before a heading."""

    rect: QRectF
    line: QColor
    now: QColor

    def paint(self, painter: QPainter) -> None:
        """Draw the mark."""
        paint_mark(painter, self.rect, outer=self.line, inner=self.now)


@cache
def _drawing(name: str, colour: str) -> QSvgRenderer:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))


def segment(*points: tuple[float, float]) -> QPainterPath:
    """Return a path of straight lines through the points."""
    path = QPainterPath(QPointF(*points[0]))
    for x, y in points[1:]:
        path.lineTo(x, y)
    return path
