"""The agenda view: the day on one thread; solid is done, marigold is now, dotted is to come."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from facilitator.domain.stage import AgendaRow, AgendaView, StageText
from ui.stage import words as say
from ui.stage.clock import header_clock
from ui.stage.fit import Lines, Style, lay, width_of
from ui.stage.items import Box, Disc, Item, Stroke, segment
from ui.stage.sheet import HEIGHT, MARGIN, Scene, Sheet, put
from ui.stage.strips import Cell, Strip, columns

SIZES: Final = (44, 42, 40, 38, 36, 34, 32)
TITLES: Final = Style(72, 82, 700)
_THREAD: Final = 22.0
_TIME: Final = 108.0
_TITLE: Final = 298.0
_LINE: Final = 8.0
_NOTE: Final = 420.0
_BOTTOM: Final = HEIGHT - 52


def compose(view: AgendaView, width: float) -> Scene:
    """Return the day as one page when it fits, else as pages that begin with the one we are on."""
    sheet = Sheet(view.frame, width)
    clock, lost = header_clock(sheet, time_of_day=bool(view.frame.clock))
    titles = _title_pages(sheet, view.title, sheet.right - MARGIN - lost)
    top = 92 - TITLES.line / 2 + max(lines.height for title in titles for _, lines in title) + 26
    strips = _fitted(sheet, view, _BOTTOM - top)
    days = columns(strips, _BOTTOM - top, 0.0)
    if len(days) > 1:  # then the foot belongs to the page number
        days = columns(strips, _BOTTOM - top - 60, 0.0)
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


def _title_pages(sheet: Sheet, title: StageText, room: float) -> list[list[tuple[float, Lines]]]:
    """Lay the day's name; one too long for two lines is paged like everything else."""
    parts = _titles(title, TITLES, room, sheet.inks)
    if len(parts) > 1:
        return [parts]
    return [[(0.0, page)] for page in parts[0][1].pages(2 * TITLES.line)]


def _fitted(sheet: Sheet, view: AgendaView, height: float) -> list[Strip]:
    strips: list[Strip] = []
    for px in SIZES:
        strips = [_row(sheet, row, px) for row in view.rows]
        if sum(strip.height for strip in strips) <= height:
            break
    threads = [strip.decorate for strip in strips]
    for thread, after in pairwise(threads):
        if isinstance(thread, _Thread) and isinstance(after, _Thread):
            thread.reach = after.bead
    return strips


def _current(view: AgendaView, strips: list[Strip], days: list[list[tuple[float, Strip]]]) -> int:
    """Return the page on which the current session begins."""
    for row, strip in zip(view.rows, strips, strict=True):
        if row.state == "now":
            for page, day in enumerate(days):
                if any(shown.decorate is strip.decorate for _, shown in day):
                    return page
    return 0


def _row(sheet: Sheet, row: AgendaRow, px: int) -> Strip:
    """Return one line of the day."""
    now, colours = row.state == "now", sheet.colours
    size = px
    if now:
        size = round(px * 1.42)
    elif row.kind == "break":
        size = max(32, round(px * 0.88))
    bold = row.kind == "end" or now
    weight = 700 if bold else 400 if row.kind == "break" else 500
    ink = colours.on_now if now else colours.ink_2 if row.state == "done" else colours.ink
    width = sheet.right - MARGIN
    note = _note(sheet, row, px)
    lost = max((line.line.naturalTextWidth() for line in note.lines), default=0.0)
    room = width - _TITLE - 27 - (lost + 36 if note else 0)
    style = Style(size, round(size * 1.2), weight, italic=row.kind == "break")
    time = Style(
        round(size * 0.84) if now else max(32, size - 2), style.line, 700 if bold else 600, tabular=True
    )
    titles = _titles(row.title, style, room, (ink, colours.on_now if now else colours.ink_2))
    pad = px * (0.5 if now else 0.19)
    stamp = lay(row.time, time, _TITLE - _TIME - 4, ink)
    cells = [Cell(_TIME, stamp, centred=now)]
    cells += (Cell(_TITLE + x, lines, centred=now) for x, lines in titles)
    if note:
        cells.append(Cell(width - 36 - _NOTE, note, centred=now))
    strip = Strip(tuple(cells), width, (pad, pad), px * 1.42)
    bead = strip.height / 2 if now else pad + style.line / 2
    return replace(strip, decorate=_Thread(sheet, row, bead))


def _titles(
    title: StageText, style: Style, room: float, inks: tuple[QColor, QColor]
) -> list[tuple[float, Lines]]:
    """Lay a title and its translation: beside it where both fit on one line, else below it."""
    first = lay(title.text, style, room, inks[0])
    if not title.second:
        return [(0.0, first)]
    smaller = Style(max(32, round(style.px * 0.8)), style.line, 500, italic=style.italic)
    left = width_of(title.text, style) + 32
    if left + width_of(title.second, smaller) < room:
        return [(0.0, first), (left, lay(title.second, smaller, room - left, inks[1]))]
    return [(0.0, first + lay(title.second, smaller, room, inks[1]))]


def _note(sheet: Sheet, row: AgendaRow, px: int) -> Lines:
    """Lay what stands at the right: where we are and until when, or how long a session takes."""
    small = max(32, px - 4)
    if row.state == "now":
        said = [(text, Style(px, round(px * 1.12), 700)) for text in sheet.words.say(say.HERE).texts()]
        if row.until:
            until = sheet.words.say(say.UNTIL, time=row.until)
            said += [(text, Style(small, round(px * 1.12), 600)) for text in until.texts()]
        ink = sheet.colours.on_now
    elif row.length and row.state == "next":
        said, ink = [(row.length, Style(small, round(px * 1.2), 500))], sheet.colours.ink
    else:
        return Lines()
    lines = Lines()
    for text, style in said:
        lines += lay(text, style, _NOTE, ink, align="end")
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
        down = segment((x, top), (x, foot + self.reach))
        if self._row.state == "done":
            yield Stroke(down, self._sheet.colours.primary, _LINE)
        else:
            yield Stroke(down, self._sheet.colours.line, _LINE - 1, dotted=True)
