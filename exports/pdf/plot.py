"""The matrix of a board, drawn as vectors: numbers on a square from 1 to 5 both ways (issue 4, votes)."""

from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from exports.pdf.blocks import Block
from exports.pdf.fonts import face
from exports.pdf.ink import INK, INK_2, INK_3, LINE, PLANE, PRIMARY, WHITE
from exports.pdf.tags import Element, alternative
from facilitator.domain.frozen import dataclass
from facilitator.domain.matrix import MIDDLE
from facilitator.domain.minutes import BoardMatrix
from facilitator.domain.ratings import HIGHEST, LOWEST
from facilitator.plotting import Sign, along, apart, numbered

if TYPE_CHECKING:
    from exports.pdf.page import Page
    from exports.pdf.text import Text

_SIDE: Final = 196.0
"""The square's side, in points."""
_TICKS: Final = 13.0
_ARROW: Final = 8.0
_HIGH: Final = 11.6
_FIGURE: Final = 7.6
_GAP: Final = 4.0
WIDTH: Final = _SIDE + _TICKS


@dataclass(frozen=True, slots=True)
class Signed:
    """What a sign says, and where it stands, in points from the square's upper left corner."""

    label: str
    sign: Sign


def signs(matrix: BoardMatrix) -> list[Signed]:
    """Return the signs of a matrix; what has the same two means shares one."""
    grouped = groupby(matrix.points, key=lambda each: (each.across, each.up))
    spots = [(place, numbered([each.number for each in points])) for place, points in grouped]
    homes = [(along(across, _SIDE), _SIDE - along(up, _SIDE)) for (across, up), _label in spots]
    widths = [max(_HIGH, face("tabular-bold").width(label) * _FIGURE / 1000 + 6) for _place, label in spots]
    placed = apart(homes, widths, _HIGH, _SIDE)
    return [Signed(label, sign) for (_place, label), sign in zip(spots, placed, strict=True)]


class Plot(Block):
    """The square with the names of its axes, `says` for those who do not see it; it never breaks."""

    def __init__(self, matrix: BoardMatrix, up: "Text", across: "Text", says: str) -> None:
        self.signs = signs(matrix)
        self.up, self.across = up, across
        self.says = says

    def wrap(self, width: float) -> float:  # noqa: ARG002 - as wide as the square
        """Lay out the names of the axes."""
        room = _SIDE - _ARROW - _GAP
        self.height = self.up.wrap(room) + self.across.wrap(room) + _SIDE + _TICKS + 2 * _GAP
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw the first axis' name, the square, and the second's name."""
        left, upper = x + _TICKS, top - self.up.height - _GAP
        self.up.draw(page, left + _ARROW + _GAP, top)
        with page.tags.marked(Element("Figure", alternative(self.says))):
            self._draw(page.canvas, left, upper)
        self.across.draw(page, left, upper - _SIDE - _TICKS - _GAP)

    def _draw(self, canvas: Any, left: float, upper: float) -> None:
        middle = self.up.style.leading / 2
        _arrow(canvas, left + _ARROW / 2, upper + _GAP + self.up.height - middle, up=True)
        below = upper - _SIDE - _TICKS - _GAP
        _arrow(canvas, left + _SIDE - _ARROW / 2, below - middle, up=False)
        _grid(canvas, left, upper)
        for each in self.signs:
            if each.sign.moved:
                sign = each.sign
                canvas.setStrokeColor(PRIMARY)
                canvas.setFillColor(PRIMARY)
                canvas.setLineWidth(0.7)
                canvas.line(left + sign.home_x, upper - sign.home_y, left + sign.x, upper - sign.y)
                canvas.circle(left + sign.home_x, upper - sign.home_y, 1.6, stroke=0, fill=1)
        canvas.setFont(face("tabular-bold").name, _FIGURE)
        for each in self.signs:
            _sign(canvas, each, left, upper)


def _grid(canvas: Any, left: float, upper: float) -> None:
    canvas.setFillColor(PLANE)
    canvas.setStrokeColor(INK_3)
    canvas.setLineWidth(0.55)
    canvas.roundRect(left, upper - _SIDE, _SIDE, _SIDE, 3, stroke=1, fill=1)
    canvas.setFont(face("tabular").name, 7.5)
    for mark in range(LOWEST, HIGHEST + 1):
        at = along(mark, _SIDE)
        strong = mark == MIDDLE
        canvas.setStrokeColor(INK_2 if strong else LINE)
        canvas.setLineWidth(0.9 if strong else 0.5)
        canvas.line(left + at, upper - _SIDE, left + at, upper)
        canvas.line(left, upper - _SIDE + at, left + _SIDE, upper - _SIDE + at)
        canvas.setFillColor(INK_2)
        canvas.drawRightString(left - 4, upper - _SIDE + at - 2.6, str(mark))
        canvas.drawCentredString(left + at, upper - _SIDE - 9, str(mark))


def _sign(canvas: Any, each: Signed, left: float, upper: float) -> None:
    x, y, wide = left + each.sign.x, upper - each.sign.y, each.sign.wide
    canvas.setFillColor(PRIMARY)
    canvas.setStrokeColor(PLANE)
    canvas.setLineWidth(0.8)
    canvas.roundRect(x - wide / 2, y - _HIGH / 2, wide, _HIGH, _HIGH / 2, stroke=1, fill=1)
    canvas.setFillColor(WHITE)
    canvas.drawCentredString(x, y - _FIGURE * 0.34, each.label)


def _arrow(canvas: Any, x: float, y: float, *, up: bool) -> None:
    """Draw an arrow in the middle of (x, y), up or to the right."""
    half, tip = _ARROW / 2, 2.6
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(1.0)
    path = canvas.beginPath()
    for start, end in (
        ((-half, 0), (half, 0)),
        ((half - tip, tip), (half, 0)),
        ((half - tip, -tip), (half, 0)),
    ):
        for place, go in ((start, path.moveTo), (end, path.lineTo)):
            along_it, aside = place
            go(*((x + aside, y + along_it) if up else (x + along_it, y + aside)))
    canvas.drawPath(path, stroke=1, fill=0)
