"""Bars drawn as vectors: how answers spread over a scale, and when a commitment runs."""

import datetime as dt
from typing import TYPE_CHECKING, Final

from exports.pdf.blocks import Block
from exports.pdf.fonts import face
from exports.pdf.ink import INK, INK_2, INK_3, LINE, OVER, PRIMARY, WHITE
from exports.pdf.table import ROW
from exports.pdf.tags import Element, alternative
from facilitator.domain.frozen import dataclass
from facilitator.domain.minutes import Tone

if TYPE_CHECKING:
    from exports.pdf.page import Page

_COLUMN_GAP: Final = 4.0
_BAR: Final = 22.0
"""Height of the highest bar, in points."""
_DAY: Final = dt.timedelta(days=1)


class Spread(Block):
    """How many answered each step of a scale: one bar per step, its count above it."""

    def __init__(self, counts: tuple[int, ...], says: str) -> None:
        self.counts = counts
        self.says = says
        self.height = _BAR + 12.0

    def wrap(self, width: float) -> float:
        """Return the height of bar and figure."""
        self._width = width
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw the bars on a common foot; zero keeps its place and its figure."""
        with page.tags.marked(Element("Figure", alternative(self.says))):
            self._draw(page, x, top)

    def _draw(self, page: "Page", x: float, top: float) -> None:
        canvas, highest = page.canvas, max(self.counts, default=0) or 1
        step = self._width / max(1, len(self.counts))
        foot = top - self.height + 2
        canvas.setFont(face("tabular").name, 7.5)
        for n, count in enumerate(self.counts):
            height = _BAR * count / highest
            left = x + n * step
            canvas.setFillColor(PRIMARY)
            if count:
                canvas.rect(left, foot, step - _COLUMN_GAP, height, stroke=0, fill=1)
            canvas.setFillColor(INK if count else INK_3)
            canvas.drawCentredString(
                left + (step - _COLUMN_GAP) / 2, foot + height + 2.2, str(count) if count else "–"
            )
        page.rule(x, foot, self._width - _COLUMN_GAP, 0.55, INK_3)


class Steps(Block):
    """The marks of a scale, each over its bar."""

    def __init__(self, marks: tuple[str, ...]) -> None:
        self.marks = marks
        self.height = 10.5

    def wrap(self, width: float) -> float:
        """Return the height of a line of marks."""
        self._width = width
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Write each mark over the middle of its bar."""
        step = self._width / len(self.marks)
        with page.tags.marked(Element("P")):
            page.canvas.setFont(face("tabular").name, 7.5)
            page.canvas.setFillColor(INK_2)
            for n, mark in enumerate(self.marks):
                page.canvas.drawCentredString(x + n * step + (step - _COLUMN_GAP) / 2, top - 8.0, mark)


@dataclass(frozen=True, slots=True)
class Months:
    """The months that a plan's bars span, first day of the first to last day of the last."""

    first: dt.date
    last: dt.date

    def starts(self) -> list[dt.date]:
        """Return the first day of every month."""
        days, day = [], self.first.replace(day=1)
        while day <= self.last:
            days.append(day)
            day = (day + 31 * _DAY).replace(day=1)
        return days

    def share(self, day: dt.date) -> float:
        """Return where a day stands, 0 to 1, held inside."""
        whole = (self.last - self.first).days + 1
        return min(1.0, max(0.0, (day - self.first).days / whole))


class MonthHead(Block):
    """The letters of the months above the bars; years are in the title."""

    def __init__(self, months: Months, letters: tuple[str, ...]) -> None:
        self.months = months
        self.letters = letters
        self.height = 10.5

    def wrap(self, width: float) -> float:
        """Return the height of the head's line."""
        self._width = width
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Write each month's letter in the middle of it, leaving out some where they would touch."""
        starts = self.months.starts()
        every = max(1, -(-len(starts) * 8 // max(8, int(self._width))))
        with page.tags.marked(Element("P")):
            page.canvas.setFont(face("semibold").name, 8)
            page.canvas.setFillColor(INK_3)
            for start in starts[::every]:
                at = x + self._width * self.months.share(start + 15 * _DAY)
                page.canvas.drawCentredString(at, top - 7.9, self.letters[start.month - 1])


class Bar(Block):
    """When one commitment runs: filled in progress, outlined planned, dashed brick late (design.md 8)."""

    def __init__(self, months: Months, start: dt.date, end: dt.date, tone: Tone, says: str) -> None:
        self.months = months
        self.start = start
        self.end = end
        self.tone = tone
        self.says = says
        self.height = 11.6

    def wrap(self, width: float) -> float:
        """Return the height of a line of the table."""
        self._width = width
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw month lines and the bar over them."""
        with page.tags.marked(Element("Figure", alternative(self.says))):
            self._draw(page, x, top)

    def _draw(self, page: "Page", x: float, top: float) -> None:
        canvas = page.canvas
        for start in self.months.starts():
            at = x + self._width * self.months.share(start)
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(0.4)
            canvas.line(at, top + ROW.above, at, top + ROW.above - max(self.room, self.height))
        left = x + self._width * self.months.share(self.start)
        right = x + self._width * self.months.share(self.end + _DAY)
        colour = OVER if self.tone is Tone.LATE else PRIMARY
        filled = self.tone in (Tone.IN_PROGRESS, Tone.DONE)
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(1.0)
        canvas.setFillColor(colour if filled else WHITE)
        canvas.setDash([2.2, 1.6] if self.tone in (Tone.LATE, Tone.DROPPED) else [])
        canvas.roundRect(left, top - 9.4, max(3.0, right - left), 7.2, 1.8, stroke=1, fill=1)
        canvas.setDash([])
