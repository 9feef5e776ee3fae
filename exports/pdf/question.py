"""The question of a board: the only thing in the document that stands in a box (design.md 8)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from exports.pdf.badges import draw_badge
from exports.pdf.blocks import Block, Parts
from exports.pdf.fonts import face
from exports.pdf.ink import INK, PLANE
from exports.pdf.tags import Element, alternative
from exports.pdf.text import Text

if TYPE_CHECKING:
    from exports.pdf.page import Page

_PAD: Final = 14.0
_STEP: Final = 28.5
_BADGE: Final = 17.0
_RADIUS: Final = 6.0


class QuestionBox(Block):
    """The question, and how many cards of each kind answered it."""

    keep = True

    def __init__(self, question: Text, counts: Sequence[tuple[str, int]], says: str = "") -> None:
        self.question = question
        self.says = says
        self.counts = counts
        self.anchor: str | None = None
        self.before = 12.0

    def wrap(self, width: float) -> float:
        """Give the badges their room and the question the rest."""
        self._width = width
        badges = _STEP * len(self.counts)
        self.question.wrap(max(80.0, width - 2 * _PAD - badges - (16.0 if self.counts else 0.0)))
        self.height = self._needed()
        return self.height

    def least(self) -> float:
        """Return the height of a box with the question's first lines."""
        return min(self.height, max(self.question.least(), 30.0) + 2 * _PAD)

    def split(self, height: float) -> Parts:
        """Go on in a second box when a question is longer than the page."""
        return self._divide(self.question.split(height - 2 * _PAD))

    def cut(self, height: float) -> Parts:
        """Break at any line."""
        return self._divide(self.question.cut(height - 2 * _PAD))

    def _needed(self) -> float:
        return max(self.question.height, 30.0 if self.counts else 0.0) + 2 * _PAD

    def _divide(self, parts: Parts) -> Parts:
        first, rest = parts
        if not isinstance(first, Text) or not isinstance(rest, Text):
            return (self, None) if rest is None else (None, self)
        return self._part(first, self.counts, self.anchor), self._part(rest, (), None)

    def _part(self, question: Text, counts: Sequence[tuple[str, int]], anchor: str | None) -> "QuestionBox":
        part = QuestionBox(question, counts, self.says)
        part._width, part.before = self._width, self.before
        part.anchor = anchor
        part.height = part._needed()
        return part

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw ground, question, badges and counts."""
        canvas = page.canvas
        if self.anchor is not None:
            page.anchor(self.anchor, top)
        with page.tags.artifact():
            canvas.setFillColor(PLANE)
            canvas.roundRect(x, top - self.height, self._width, self.height, _RADIUS, stroke=0, fill=1)
        self.question.draw(page, x + _PAD, top - (self.height - self.question.height) / 2)
        if self.counts:
            with page.tags.marked(Element("Figure", alternative(self.says))):
                self._draw_counts(canvas, x, top)

    def _draw_counts(self, canvas: Any, x: float, top: float) -> None:
        middle = top - self.height / 2
        at = x + self._width - _PAD - _STEP * len(self.counts)
        for kind, count in self.counts:
            draw_badge(canvas, kind, at + (_STEP - _BADGE) / 2, middle - 2.0, _BADGE)
            canvas.setFont(face("tabular-bold").name, 9)
            canvas.setFillColor(INK)
            canvas.drawCentredString(at + _STEP / 2, middle - 13.5, str(count))
            at += _STEP
