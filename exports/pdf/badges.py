"""Marks drawn as paths: the badges of the card kinds, and the sign of something agreed (design.md 2)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from reportlab.lib.colors import Color

from exports.pdf.blocks import Block
from exports.pdf.ink import CARD_SOLID, PRIMARY, WHITE
from exports.pdf.tags import Element, alternative

if TYPE_CHECKING:
    from exports.pdf.page import Page
    from exports.pdf.text import Text

BADGE: Final = 11.5
"""Height of a badge beside body text, in points."""
_UNIT: Final = 24.0
_OTHER: Final = "other"
_LEGEND_WORD: Final = 14.0
_LEGEND_LINE: Final = 14.0


class Badge(Block):
    """One card kind's badge, standing in a line `leading` points high."""

    def __init__(self, kind: str, word: str, leading: float = 14.0, size: float = BADGE) -> None:
        self.kind = kind
        self.word = word
        self.size = size
        self.height = leading

    def wrap(self, width: float) -> float:  # noqa: ARG002 - as high as its line
        """Return the height of the line it stands in."""
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw it in the middle of the line."""
        with page.tags.marked(Element("Figure", alternative(self.word))):
            draw_badge(page.canvas, self.kind, x, top - self.height / 2 - self.size / 2, self.size)


class Legend(Block):
    """What the badges mean: each with its word, in lines as wide as the column."""

    def __init__(self, entries: Sequence[tuple[str, "Text"]]) -> None:
        self.entries = entries
        self.before = 6.0

    def wrap(self, width: float) -> float:
        """Put as many entries on a line as fit."""
        self._places: list[tuple[float, float]] = []
        x = line = 0.0
        for _, word in self.entries:
            room = _LEGEND_WORD + min(word.natural_width(), width - _LEGEND_WORD) + 1.0
            if x and x + room > width:
                x, line = 0.0, line + _LEGEND_LINE
            word.wrap(room - _LEGEND_WORD)
            self._places.append((x, line))
            x += room + 16.0
        self.height = line + _LEGEND_LINE
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw badges and words."""
        tags = page.tags
        with tags.inside(Element("L")):
            for (kind, word), (left, line) in zip(self.entries, self._places, strict=True):
                with tags.artifact():
                    draw_badge(page.canvas, kind, x + left, top - line - _LEGEND_LINE / 2 - 4.5, 9.0)
                word.tag, above = Element("LBody"), (_LEGEND_LINE - word.style.leading) / 2
                with tags.inside(Element("LI")):
                    word.draw(page, x + left + _LEGEND_WORD, top - line - above)


class Agreed(Block):
    """The check mark before an agreement, in a line `leading` points high."""

    adorns = True

    def __init__(self, leading: float = 14.0) -> None:
        self.height = leading

    def wrap(self, width: float) -> float:  # noqa: ARG002 - as high as its line
        """Return the height of the line it stands in."""
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw a check mark ten points wide."""
        canvas, y = page.canvas, top - self.height / 2
        canvas.setStrokeColor(PRIMARY)
        canvas.setLineWidth(1.2)
        canvas.setLineCap(1)
        _open_line(canvas, ((x + 0.6, y - 0.2), (x + 3.4, y - 3.2), (x + 9.6, y + 3.2)))
        canvas.setLineCap(0)


def define_badges(canvas: Any) -> None:
    """Store every badge in the document once, as a form; the pages only say where it stands."""
    for kind in (*_SHAPES, _OTHER):
        canvas.beginForm(f"badge-{kind}", 0, 0, _UNIT, _UNIT)
        solid = CARD_SOLID.get(kind, CARD_SOLID["note"])
        canvas.setFillColor(solid)
        canvas.setStrokeColor(solid)
        _SHAPES.get(kind, _other)(canvas, solid)
        canvas.endForm()


def draw_badge(canvas: Any, kind: str, x: float, y: float, size: float) -> None:
    """Draw a kind's badge with its lower left corner at (x, y); shape and sign carry it without colour."""
    scale = size / _UNIT
    canvas.saveState()
    canvas.transform(scale, 0, 0, scale, x, y)
    canvas.doForm(f"badge-{kind if kind in _SHAPES else _OTHER}")
    canvas.restoreState()


def _white_pen(canvas: Any) -> None:
    canvas.setStrokeColor(WHITE)
    canvas.setFillColor(WHITE)
    canvas.setLineWidth(2.7)
    canvas.setLineCap(1)


def _works(canvas: Any, _solid: Color) -> None:
    canvas.circle(12, 12, 11, stroke=0, fill=1)
    _white_pen(canvas)
    canvas.line(12, 6.6, 12, 17.4)
    canvas.line(6.6, 12, 17.4, 12)


def _difficulty(canvas: Any, _solid: Color) -> None:
    canvas.roundRect(1.5, 1.5, 21, 21, 3.5, stroke=0, fill=1)
    _white_pen(canvas)
    canvas.line(6.5, 12, 17.5, 12)


def _question(canvas: Any, _solid: Color) -> None:
    canvas.setLineWidth(2)
    canvas.setLineJoin(1)
    _closed(canvas, ((12, 1.4), (22.6, 12), (12, 22.6), (1.4, 12)))
    _white_pen(canvas)
    canvas.setLineWidth(2.3)
    hook = canvas.beginPath()
    hook.moveTo(9.0, 14.6)
    hook.curveTo(9.0, 18.6, 15.0, 18.6, 15.0, 14.8)
    hook.curveTo(15.0, 12.6, 12.0, 12.6, 12.0, 10.2)
    canvas.drawPath(hook, stroke=1, fill=0)
    canvas.circle(12, 6.6, 1.45, stroke=0, fill=1)


def _suggestion(canvas: Any, _solid: Color) -> None:
    canvas.setLineWidth(2)
    canvas.setLineJoin(1)
    _closed(canvas, ((1.6, 2.2), (15.2, 2.2), (22.6, 12), (15.2, 21.8), (1.6, 21.8)))
    _white_pen(canvas)
    canvas.line(10.5, 17.7, 10.5, 10.5)
    canvas.circle(10.5, 6.5, 1.6, stroke=0, fill=1)


def _note(canvas: Any, solid: Color) -> None:
    canvas.setLineWidth(2)
    canvas.roundRect(2.2, 2.2, 19.6, 19.6, 3, stroke=1, fill=0)
    canvas.setStrokeColor(solid)
    canvas.setLineCap(1)
    for y, end in ((16.4, 17), (12, 17), (7.6, 13.5)):
        canvas.line(7, y, end, y)


def _other(canvas: Any, _solid: Color) -> None:
    """Draw a workshop's own kind: a neutral hexagon."""
    canvas.setLineWidth(2)
    canvas.setLineJoin(1)
    _closed(canvas, ((6.5, 2.4), (17.5, 2.4), (22.4, 12), (17.5, 21.6), (6.5, 21.6), (1.6, 12)))
    canvas.setFillColor(WHITE)
    canvas.circle(12, 12, 3.2, stroke=0, fill=1)


_SHAPES: Final = {
    "works": _works,
    "difficulty": _difficulty,
    "question": _question,
    "suggestion": _suggestion,
    "note": _note,
}


def _closed(canvas: Any, points: tuple[tuple[float, float], ...]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1)


def _open_line(canvas: Any, points: tuple[tuple[float, float], ...]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)
