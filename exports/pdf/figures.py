"""Figures drawn as vectors: a radar of scores, and how an indicator went from one measurement to the next.

What tells one line from another is its stroke and its marks, so that both read well in grey.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, pi, sin, tau
from typing import TYPE_CHECKING, Any, Final

from exports.pdf.blocks import Block
from exports.pdf.fonts import face
from exports.pdf.ink import INK, INK_2, INK_3, LINE, LINE_STRONG, NOW, OVER, PRIMARY, WHITE
from exports.pdf.tags import Element, alternative
from facilitator.domain.frozen import dataclass

if TYPE_CHECKING:
    from exports.pdf.page import Page

_RADIUS: Final = 62.0
"""Of the outermost ring, in points."""
_AROUND: Final = 16.0
_LEGEND: Final = 15.0
_STROKES: Final = ((PRIMARY, ()), (OVER, (5.0, 2.2)), (INK_2, (1.4, 1.8)), (NOW, (7.0, 1.6, 1.6, 1.6)))
"""Colour and dashes of the lines, in their order; after the last one they begin again."""
_SPARK: Final = (132.0, 20.0)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a radar: what it is called, and a share from 0 to 1 for each axis, None where unknown."""

    name: str
    shares: tuple[float | None, ...]


class Radar(Block):
    """Lines over axes known by their numbers; `says` for those who do not see it. It never breaks."""

    def __init__(self, axes: int, rings: int, lines: Sequence[Line], says: str) -> None:
        self.axes, self.rings = axes, max(1, rings)
        self.lines = tuple(lines)
        self.says = says
        self.height = max(2 * (_RADIUS + _AROUND), _LEGEND * len(self.lines) + 8)

    def wrap(self, width: float) -> float:  # noqa: ARG002 - as high at any width
        """Return its height."""
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw the net, the lines over it, and beside it which is which."""
        with page.tags.marked(Element("Figure", alternative(self.says))):
            middle = (x + _RADIUS + _AROUND, top - self.height / 2)
            self._net(page.canvas, middle)
            for n, line in enumerate(self.lines):
                self._line(page.canvas, middle, n, line)
            self._legend(page.canvas, x + 2 * (_RADIUS + _AROUND) + 14, middle[1])

    def _at(self, middle: tuple[float, float], radius: float, axis: int) -> tuple[float, float]:
        angle = pi / 2 - tau * axis / self.axes
        return middle[0] + radius * cos(angle), middle[1] + radius * sin(angle)

    def _net(self, canvas: Any, middle: tuple[float, float]) -> None:
        canvas.setDash([])
        for ring in range(1, self.rings + 1):
            canvas.setStrokeColor(LINE_STRONG if ring == self.rings else LINE)
            canvas.setLineWidth(0.7 if ring == self.rings else 0.45)
            corners = [self._at(middle, _RADIUS * ring / self.rings, axis) for axis in range(self.axes)]
            _polygon(canvas, corners)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.45)
        for axis in range(self.axes):
            canvas.line(*middle, *self._at(middle, _RADIUS, axis))
        canvas.setFont(face("tabular-bold").name, 8)
        canvas.setFillColor(INK_2)
        for axis in range(self.axes):
            x, y = self._at(middle, _RADIUS + 8.5, axis)
            canvas.drawCentredString(x, y - 2.8, str(axis + 1))

    def _line(self, canvas: Any, middle: tuple[float, float], number: int, line: Line) -> None:
        points = [
            None if share is None else self._at(middle, _RADIUS * min(1.0, max(0.0, share)), axis)
            for axis, share in enumerate(line.shares)
        ]
        _stroke(canvas, number)
        for one, other in pairwise([*points, points[0]] if points else []):
            if one is not None and other is not None:
                canvas.line(*one, *other)
        canvas.setDash([])
        for point in points:
            if point is not None:
                _mark(canvas, *point, number)

    def _legend(self, canvas: Any, x: float, middle: float) -> None:
        y = middle + _LEGEND * (len(self.lines) - 1) / 2
        for n, line in enumerate(self.lines):
            _stroke(canvas, n)
            canvas.line(x, y, x + 24, y)
            canvas.setDash([])
            _mark(canvas, x + 12, y, n)
            canvas.setFillColor(INK)
            canvas.setFont(face("regular").name, 8.6)
            canvas.drawString(x + 31, y - 3, line.name)
            y -= _LEGEND


class Sparkline(Block):
    """Measurements over time: `points` are days and values, oldest first; a dashed line is the target."""

    def __init__(self, points: Sequence[tuple[float, float]], target: float | None, says: str) -> None:
        self.points = tuple(points)
        self.target = target
        self.says = says
        self.height = _SPARK[1] + 6

    def wrap(self, width: float) -> float:
        """Return its height."""
        self._width = min(width, _SPARK[0])
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw the line, a dot for each measurement, and the last one larger."""
        with page.tags.marked(Element("Figure", alternative(self.says))):
            self._draw(page.canvas, x + 3, top - self.height + 3)

    def _draw(self, canvas: Any, left: float, foot: float) -> None:
        values = [value for _day, value in self.points] + ([] if self.target is None else [self.target])
        low, high = min(values), max(values)
        first, last = self.points[0][0], self.points[-1][0]

        def across(day: float) -> float:
            return left + (self._width - 8) * ((day - first) / (last - first) if last > first else 0.5)

        def up(value: float) -> float:
            return foot + _SPARK[1] * ((value - low) / (high - low) if high > low else 0.5)

        if self.target is not None:
            canvas.setStrokeColor(INK_3)
            canvas.setLineWidth(0.7)
            canvas.setDash([2.4, 1.8])
            canvas.line(left, up(self.target), left + self._width - 8, up(self.target))
            canvas.setDash([])
        canvas.setStrokeColor(PRIMARY)
        canvas.setLineWidth(1.2)
        placed = [(across(day), up(value)) for day, value in self.points]
        for one, other in pairwise(placed):
            canvas.line(*one, *other)
        canvas.setFillColor(PRIMARY)
        for place, (x, y) in enumerate(placed):
            canvas.circle(x, y, 2.4 if place == len(placed) - 1 else 1.3, stroke=0, fill=1)


def _stroke(canvas: Any, number: int) -> None:
    colour, dashes = _STROKES[number % len(_STROKES)]
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(1.4)
    canvas.setDash([*dashes])


def _mark(canvas: Any, x: float, y: float, number: int) -> None:
    """Draw a disc, a hollow square, a triangle or a ring: another for each line."""
    kind = number % len(_STROKES)
    colour = _STROKES[kind][0]
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(1.1)
    canvas.setFillColor(WHITE if kind in {1, 3} else colour)
    if kind == 1:
        canvas.rect(x - 2.4, y - 2.4, 4.8, 4.8, stroke=1, fill=1)
    elif kind == 2:
        _polygon(canvas, [(x, y + 3.4), (x + 3, y - 2.2), (x - 3, y - 2.2)], fill=1)
    else:
        canvas.circle(x, y, 2.5, stroke=1, fill=1)


def _polygon(canvas: Any, corners: Sequence[tuple[float, float]], fill: int = 0) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=1, fill=fill)
