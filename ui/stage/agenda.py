"""The agenda view: the day on one thread; solid is done, marigold is now, dotted is to come.

In two languages it reads as a programme printed in two columns. The current session then says its
time as a span, in figures, so that "until" need not be said twice.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from facilitator.domain.frozen import dataclass
from facilitator.domain.stage import AgendaRow, AgendaView
from ui.stage import words as say
from ui.stage.fit import FLOOR, Lines, Style, lay, width_of
from ui.stage.items import Box, Disc, Item, Stroke, segment
from ui.stage.sheet import HEIGHT, MARGIN, Scene, Sheet, put
from ui.stage.strips import Cell, Strip, columns
from ui.stage.turns import header_clock

SIZES: Final = (44, 42, 40, 38, 36, 34, 32)
TITLES: Final = Style(72, 82, 700)
_THREAD: Final = 22.0
_TIME: Final = 108.0
_TITLE: Final = (190.0, 44.0)
"""Where titles begin right of the times at the least, and the space between them."""
_LINE: Final = 8.0
_NOTE: Final = 420.0
_END: Final = 27.0
"""Between the words of a row and its right end."""
_BETWEEN: Final = 44.0
"""Between the two languages of a row."""
_TRIED: Final = (*((px, 0.54) for px in SIZES), (32, 0.6), (32, 0.48), (32, 0.54))
"""Size of the text in px, and the most of a row's room that the first language takes; the last decides."""
_NOW: Final = 1.42
"""How much larger the current session is."""
_BOTTOM: Final = HEIGHT - 52
_FOOT: Final = 60.0
"""What the page number takes of it."""


def compose(view: AgendaView, width: float) -> Scene:
    """Return the day as one page when it fits, else as pages that begin with the one we are on.

    Pages have the largest text that takes no page more.
    """
    sheet = Sheet(view.frame, width)
    clock, lost = header_clock(sheet, time_of_day=bool(view.frame.clock))
    titles = sheet.title(view.title, TITLES, sheet.right - MARGIN - lost)
    top = 92 - TITLES.line / 2 + max(lines.height for title in titles for _, lines in title) + 26
    strips = _fitted(sheet, view, _BOTTOM - top)
    days = columns(strips, _BOTTOM - top, 0.0)
    if len(days) > 1:  # then the foot belongs to the page number
        strips, days = _paged(sheet, view, strips, _BOTTOM - top - _FOOT)
        for strip in strips:
            if isinstance(strip.decorate, _Thread):
                strip.decorate.lowest = _BOTTOM - _FOOT
    count = max(len(days), len(titles))
    pages = []
    for page in range(count):
        items: list[Item] = []
        for x, lines in titles[min(page, len(titles) - 1)]:
            items += put(lines, MARGIN + x, 92 - TITLES.line / 2)
        for y, strip in days[min(page, len(days) - 1)]:
            items += strip.items(MARGIN, top + y)
        pages.append((*items, *sheet.page_number(page, count)))
    return Scene(
        width, sheet.colours.bg, tuple(pages), (clock,) if clock else (), _current(view, strips, days)
    )


def _fitted(sheet: Sheet, view: AgendaView, height: float) -> list[Strip]:
    strips: list[Strip] = []
    for px, share in _TRIED:
        grid = _grid(sheet, view, px, share)
        strips = _threaded(_row(sheet, row, px, grid) for row in view.rows)
        if sum(strip.height for strip in strips) <= height or (grid.second is None and px == SIZES[-1]):
            break
    return strips


def _threaded(rows: Iterable[Strip]) -> list[Strip]:
    """Let the thread of each row reach to the bead of the next."""
    strips = list(rows)
    for thread, after in pairwise(strip.decorate for strip in strips):
        if isinstance(thread, _Thread) and isinstance(after, _Thread):
            thread.reach = after.bead
    return strips


def _paged(
    sheet: Sheet, view: AgendaView, smallest: list[Strip], height: float
) -> tuple[list[Strip], list[list[tuple[float, Strip]]]]:
    """Return the rows at the largest size that takes as few pages as the smallest, and the pages."""
    fewest = _balanced(smallest, height)
    for px in SIZES[:-1]:
        grid = _grid(sheet, view, px, 0.54)
        strips = _threaded(_row(sheet, row, px, grid) for row in view.rows)
        if len(days := _balanced(strips, height)) <= len(fewest):
            return strips, days
    return smallest, fewest


def _balanced(strips: list[Strip], height: float) -> list[list[tuple[float, Strip]]]:
    """Share the rows evenly over as few pages as they take, so that no page holds only the last of them."""
    pages = columns(strips, height, 0.0)
    whole, tallest = sum(strip.height for strip in strips), max(strip.height for strip in strips)
    even = columns(strips, min(height, whole / len(pages) + tallest / 2), 0.0)
    return even if len(even) == len(pages) else pages


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the columns of the programme begin, in px from its left edge."""

    title: float
    second: float | None
    """The second language; None where no title has one."""


def _grid(sheet: Sheet, view: AgendaView, px: int, share: float) -> _Grid:
    """Return the columns at a size of text, the first language on at most a share of the room."""
    times = [_stamp(row, _look(sheet, row, px), sheet.width) for row in view.rows]
    widest = max((line.line.naturalTextWidth() for lines in times for line in lines.lines), default=0.0)
    title = _TIME + max(_TITLE[0] - _TITLE[1], min(widest, sheet.width * 0.3)) + _TITLE[1]
    rows = [row for row in view.rows if row.state != "now"]
    if not any(row.title.second for row in rows):
        return _Grid(title, None)
    room = sheet.right - MARGIN - title - _END
    first = max(width_of(row.title.text, _look(sheet, row, px).title) for row in rows)
    return _Grid(title, title + min(first + 2, room * share) + _BETWEEN)


def _current(view: AgendaView, strips: list[Strip], days: list[list[tuple[float, Strip]]]) -> int:
    """Return the page on which the current session begins."""
    for row, strip in zip(view.rows, strips, strict=True):
        if row.state == "now":
            for page, day in enumerate(days):
                if any(shown.decorate is strip.decorate for _, shown in day):
                    return page
    return 0


@dataclass(frozen=True, slots=True)
class _Look:
    """How one row is set."""

    title: Style
    second: Style
    time: Style
    ink: QColor
    second_ink: QColor


def _look(sheet: Sheet, row: AgendaRow, px: int) -> _Look:
    colours, now = sheet.colours, row.state == "now"
    pause, bold = row.kind == "break", row.kind == "end" or now
    size = round(px * _NOW) if now else max(FLOOR, round(px * 0.88)) if pause else px
    weight = 700 if bold else 400 if pause else 500
    title = Style(size, round(size * 1.2), weight, italic=pause)
    lesser = max(FLOOR, round(size * (0.76 if now else 0.9)))
    second = Style(lesser, round(lesser * 1.25) if now else title.line, 500 if bold else 400, False, pause)
    time_px = round(size * 0.84) if now else max(FLOOR, size - 2)
    time = Style(time_px, title.line, 700 if bold else 600, tabular=True)
    if now:
        return _Look(title, second, time, colours.on_now, colours.on_now)
    return _Look(title, second, time, colours.ink_2 if row.state == "done" else colours.ink, colours.ink_2)


def _row(sheet: Sheet, row: AgendaRow, px: int, grid: _Grid) -> Strip:
    """Return one line of the day."""
    now, look = row.state == "now", _look(sheet, row, px)
    width = sheet.right - MARGIN
    note = _note(sheet, row, px, look)
    lost = max((line.line.naturalTextWidth() for line in note.lines), default=0.0)
    end = width - _END - (lost + 36 if note else 0)
    pad = px * (0.5 if now else 0.19)
    cells = [Cell(_TIME, _stamp(row, look, grid.title - _TIME - 4), centred=now)]
    first, second = row.title.text, row.title.second
    if second and grid.second is not None and not now:
        cells.append(Cell(grid.title, lay(first, look.title, grid.second - _BETWEEN - grid.title, look.ink)))
        cells.append(Cell(grid.second, lay(second, look.second, end - grid.second, look.second_ink)))
    else:
        words = lay(first, look.title, end - grid.title, look.ink)
        if second:
            words += lay(second, look.second, end - grid.title, look.second_ink)
        cells.append(Cell(grid.title, words, centred=now))
    if note:
        cells.append(Cell(width - 36 - _NOTE, note, centred=now))
    strip = Strip(tuple(cells), width, (pad, pad), px * 1.42)
    bead = strip.height / 2 if now else pad + look.title.line / 2
    return replace(strip, decorate=_Thread(sheet, row, bead))


def _stamp(row: AgendaRow, look: _Look, width: float) -> Lines:
    """Lay when a row begins; of the current one in two languages also when it ends."""
    lines = lay(row.time, look.time, width, look.ink)
    if row.state == "now" and row.until and row.title.second:
        until = Style(look.second.px, look.second.line, 600, tabular=True)
        lines += lay(f"\u2013 {row.until}", until, width, look.ink)
    return lines


def _note(sheet: Sheet, row: AgendaRow, px: int, look: _Look) -> Lines:
    """Lay what stands at the right: where we are and until when, or how long a session takes."""
    small = max(FLOOR, px - 4)
    said: list[tuple[str, Style]] = []
    if row.state == "now" and row.until and row.title.second:
        here = Style(px, look.title.line, 700), Style(look.second.px, look.second.line, 500)
        said = list(zip(sheet.words.each(say.HERE), here, strict=False))
    elif row.state == "now":
        said = [(text, Style(px, round(px * 1.12), 700)) for text in sheet.words.say(say.HERE).texts()]
        if row.until:
            until = sheet.words.say(say.UNTIL, time=row.until)
            said += [(text, Style(small, round(px * 1.12), 600)) for text in until.texts()]
    elif row.length and row.state == "next":
        said = [(row.length, Style(small, look.title.line, 500))]
    lines = Lines()
    for text, style in said:
        lines += lay(text, style, _NOTE, look.ink, align="end")
    return lines


class _Thread:
    """Draws a row's piece of the thread, its bead, and the ground of the current row."""

    def __init__(self, sheet: Sheet, row: AgendaRow, bead: float) -> None:
        self._sheet = sheet
        self._row = row
        self.bead = bead
        """Middle of the row's bead below the row's top."""
        self.reach: float | None = None
        """Where the next row's bead stands, below the foot of this row; None after the last."""
        self.lowest: float = HEIGHT
        """Where the thread ends on a page at the latest, short of the page number."""

    def __call__(self, rect: QRectF, begins: bool) -> Iterator[Item]:
        """Yield the shapes behind the words of the row."""
        colours, state = self._sheet.colours, self._row.state
        x, bead = rect.left() + _THREAD, rect.top() + self.bead
        if state == "now":
            yield Box(rect.adjusted(_TIME - 36, 6, 0, -6), colours.now, 12)
        yield from self._line(x, bead if begins else rect.top(), rect.bottom())
        if not begins:
            return
        small = self._row.kind == "break"
        if state == "now":
            yield Disc(x, bead, 25, colours.now, colours.primary, 8)
        elif state == "done":
            yield Disc(x, bead, 11 if small else 15, colours.primary)
        else:
            yield Disc(x, bead, 9 if small else 13, colours.bg, colours.line, 5)

    def _line(self, x: float, top: float, foot: float) -> Iterator[Item]:
        """Yield the thread down to the next bead: solid until now, dotted after."""
        if self.reach is None:
            return
        down = segment((x, top), (x, min(foot + self.reach, self.lowest)))
        if self._row.state == "done":
            yield Stroke(down, self._sheet.colours.primary, _LINE)
        else:
            yield Stroke(down, self._sheet.colours.line, _LINE - 1, dotted=True)
