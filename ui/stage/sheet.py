"""The sheet a view is composed on: its width, colours and words, and the parts all views share.

Lengths are stage px: every picture is 1080 high, its width follows the display's shape.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import Final, overload

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from facilitator.domain.frozen import dataclass
from facilitator.domain.stage import StageFrame, StageKind, StageText
from ui.stage import words as say
from ui.stage.fit import FLOOR, Lines, Style, lay, lay_pair, width_of
from ui.stage.items import Badge, Box, Disc, Icon, Item, Mark, Words
from ui.stage.palette import Palette, palette

HEIGHT: Final = 1080.0
SAFE: Final = 48.0
"""Kept clear at every edge: keystone correction crops."""
MARGIN: Final = 72.0
NARROWEST: Final = HEIGHT * 5 / 4
WIDEST: Final = HEIGHT * 21 / 9
FOOT: Final = 1010.0
"""Middle of the foot line: page number and legend."""

_LEGEND_SIDE: Final = 40.0
_LEGEND_SPACE: Final = 40.0
_LEGEND_ROW: Final = 50.0
_LEGEND_FIRST: Final = Style(36, 42, 500)
_LEGEND_SECOND: Final = Style(32, 36, 400)

SMALL: Final = Style(36, 46, 500)
BODY: Final = Style(42, 54, 500)
HEADING: Final = Style(52, 62, 700)
TITLE: Final = Style(72, 82, 700)


def logical_width(width: float, height: float) -> float:
    """Return the picture's width in stage px for a surface of this shape, from 5:4 to 21:9."""
    if height <= 0:
        return NARROWEST
    return round(min(max(HEIGHT * width / height, NARROWEST), WIDEST))


@dataclass(frozen=True, slots=True)
class Live:
    """A part that changes while the view stays: digits, fuse, time of day."""

    rect: QRectF
    paint: Callable[[QPainter, StageFrame], None]


@dataclass(frozen=True, slots=True)
class Scene:
    """A composed view: its pages as shapes, and its live parts, the same on every page."""

    width: float
    ground: QColor
    pages: Sequence[tuple[Item, ...]]
    live: tuple[Live, ...] = ()
    first: int = 0
    """The page to begin with."""
    by_hand: bool = False
    """Pages wait for whoever reads them out, instead of turning by themselves."""


class LazyPages(Sequence[tuple[Item, ...]]):
    """Pages that are made when they are looked at, and kept a while: a long wall shows one page of many."""

    KEPT: Final = 4

    def __init__(self, count: int, make: Callable[[int], tuple[Item, ...]]) -> None:
        self._count = count
        self._make = make
        self._made: dict[int, tuple[Item, ...]] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> tuple[Item, ...]: ...
    @overload
    def __getitem__(self, place: slice) -> list[tuple[Item, ...]]: ...
    def __getitem__(self, place: int | slice) -> tuple[Item, ...] | list[tuple[Item, ...]]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        number = range(self._count)[place]
        made = self._made.pop(number, None)
        if made is None:
            made = self._make(number)
            if len(self._made) >= self.KEPT:
                del self._made[next(iter(self._made))]
        self._made[number] = made
        return made


class Sheet:
    """Where one view is composed."""

    def __init__(self, frame: StageFrame, width: float) -> None:
        self.frame = frame
        self.width = width
        self.colours: Palette = palette(frame.theme)
        self.words = say.Words(frame)

    @property
    def right(self) -> float:
        """Right end of the content."""
        return self.width - MARGIN

    @property
    def inks(self) -> tuple[QColor, QColor]:
        """Ink of a text and of its translation."""
        return self.colours.ink, self.colours.ink_2

    def pair(self, pair: StageText, style: Style, width: float) -> Lines:
        """Lay a text and its translation in the sheet's inks."""
        return lay_pair(pair, style, width, self.inks)

    def beside(self, pair: StageText, style: Style, width: float) -> list[tuple[float, Lines]]:
        """Lay a heading and its translation: beside it where both fit on one line, else below it.

        Return each with its distance from the left.
        """
        ink, second_ink = self.inks
        first = lay(pair.text, style, width, ink) if pair.text else Lines()
        if not pair.second:
            return [(0.0, first)]
        smaller = Style(max(FLOOR, round(style.px * 0.8)), style.line, 500)
        left = width_of(pair.text, style) + 32
        if left + width_of(pair.second, smaller) < width:
            return [(0.0, first), (left, lay(pair.second, smaller, width - left, second_ink))]
        return [(0.0, first + lay(pair.second, smaller, width, second_ink))]

    def title(self, pair: StageText, style: Style, width: float) -> list[list[tuple[float, Lines]]]:
        """Lay a heading on pages: beside its translation, if need be smaller, or above it.

        Too long for two lines, it is paged.
        """
        for px in (style.px, round(style.px * 0.84), round(style.px * 0.72)):
            parts = self.beside(pair, replace(style, px=px), width)
            if len(parts) > 1:
                return [parts]
            if not pair.second:
                break
        parts = self.beside(pair, style, width)
        return [[(0.0, page)] for page in parts[0][1].pages(2 * style.line)]

    def said(self, message: str, style: Style, width: float, **values: str) -> Lines:
        """Lay one of the stage's own messages, in the languages of the room."""
        return self.pair(self.words.say(message, **values), style, width)

    def page_number(self, page: int, pages: int) -> Iterator[Item]:
        """Yield "Page 1 of 2" at the foot, when there is more than one."""
        if pages > 1:
            text = self.words.line(say.PAGE, page=str(page + 1), pages=str(pages))
            lines = lay(text, SMALL, self.width, self.colours.ink_2)
            yield from put(lines, MARGIN, FOOT - lines.height / 2)

    def mark(self, lines: Lines, y: float) -> Iterator[Item]:
        """Yield the product's mark and a heading beside it, centred on the first line at `y`."""
        side = 56.0
        yield Mark(QRectF(MARGIN, y - side / 2, side, side), self.colours.primary, self.colours.mark)
        yield from put(lines, MARGIN + 82, y - lines.lines[0].height / 2)


_ICONS: Final = {"who": "user-round", "when": "calendar-days"}
"""Signs that are icons: who does something, and until when."""


def put(lines: Lines, x: float, y: float, colour: QColor | None = None) -> Iterator[Item]:
    """Yield the lines as items from the corner (`x`, `y`), their marks in the indent included."""
    for line, top in lines.placed():
        shown = replace(line, colour=colour) if colour else line
        middle = y + top + line.height / 2
        if line.mark == "dot":
            yield Disc(x + 9, middle, 6, shown.colour)
        elif line.mark in _ICONS:
            side = line.style.px
            yield Icon(_ICONS[line.mark], QRectF(x, middle - side / 2, side, side), shown.colour)
        elif line.mark != "none":
            yield from _sign(line.mark, x + 13, middle, shown.colour)
        yield Words(shown, x, y + top)


def _sign(mark: str, x: float, y: float, colour: QColor) -> Iterator[Item]:
    """Yield a plus or a minus drawn as bars: the evidence for and against."""
    yield Box(QRectF(x - 11, y - 2.5, 22, 5), colour, 2.5)
    if mark == "plus":
        yield Box(QRectF(x - 2.5, y - 11, 5, 22), colour, 2.5)


def _entry(sheet: Sheet, kind: StageKind, *, stacked: bool) -> tuple[float, Lines]:
    """Return the width of a legend entry and its word, its translation beside or below it."""
    room = sheet.width - 2 * MARGIN - _LEGEND_SIDE - 12
    if stacked and kind.name.second:
        lines = lay(kind.name.text, _LEGEND_FIRST, room, sheet.colours.ink)
        lines += lay(kind.name.second, _LEGEND_SECOND, room, sheet.colours.ink_2)
    else:
        text = "  /  ".join(kind.texts())
        lines = lay(text, SMALL, min(room, width_of(text, SMALL) + 2), sheet.colours.ink)
    return _LEGEND_SIDE + 12 + max(line.line.naturalTextWidth() for line in lines.lines), lines


def legend_line(sheet: Sheet, kinds: Sequence[StageKind], reserved: float) -> tuple[list[Item], float]:
    """Compose the legend at the foot, right-aligned, in as few even rows as it takes.

    Translations stand below their words where that makes it one row. `reserved` px at the left stay
    free for the page number. Return the shapes and their top.
    """
    room = sheet.right - MARGIN - reserved
    for stacked in (True, False):
        entries = [(kind, *_entry(sheet, kind, stacked=stacked)) for kind in kinds]
        whole = sum(width + _LEGEND_SPACE for _, width, _ in entries) - _LEGEND_SPACE
        if whole <= room:
            break
    count = max(1, min(len(entries), ceil(whole / room)))
    each = ceil(len(entries) / count)
    rows = [entries[start : start + each] for start in range(0, len(entries), each)]
    items: list[Item] = []
    y = FOOT - (3.0 if stacked else 0.0)
    for row in reversed(rows):
        x = sheet.right - sum(width + _LEGEND_SPACE for _, width, _ in row) + _LEGEND_SPACE
        tall = max(lines.height for _, _, lines in row)
        y -= tall - SMALL.line
        for kind, width, lines in row:
            side = _LEGEND_SIDE
            items.append(badge(sheet, kind.look, QRectF(x, y - side / 2, side, side)))
            items.extend(put(lines, x + side + 12, y - SMALL.line / 2))
            x += width + _LEGEND_SPACE
        y -= _LEGEND_ROW
    return items, y + _LEGEND_ROW - 28


def badge(sheet: Sheet, look: str, rect: QRectF) -> Badge:
    """Return the badge of a look on the bare ground of the stage."""
    colours = sheet.colours.card(look)
    return Badge(rect, sheet.colours.badge_look(look), colours.legend, colours.legend_glyph)
