"""The matrix view: numbers on a square from 1 to 5 both ways, and beside it what they stand for.

Those whose words are on the page have large numbered signs; the others are small discs, so that the
whole is seen on every page. What has the same two means shares a sign.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import Final, TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from facilitator.domain.matrix import MIDDLE
from facilitator.domain.ratings import HIGHEST, LOWEST
from facilitator.domain.stage import MatrixView, StageMarked, StageText
from facilitator.plotting import Sign, along, apart, numbered
from ui.stage import words as say
from ui.stage.cards import question_lines
from ui.stage.fit import FLOOR, Lines, Style, lay, width_of
from ui.stage.items import Box, Disc, Item, Stroke, segment
from ui.stage.sheet import BODY, MARGIN, Scene, Sheet, put
from ui.stage.strips import Cell, Strip, columns
from ui.stage.turns import header_clock

_SIGN: Final = Style(38, 52, 700, tabular=True)
"""Numbers in signs; a sign is as high as their line."""
_TICK: Final = Style(34, 42, 500, tabular=True)
_AXIS: Final = Style(38, 46, 700)
_AXIS_SECOND: Final = Style(FLOOR, 38, 500)
_TURNOUT: Final = Style(FLOOR, 38, 500)
_MEAN: Final = Style(36, 46, 600, tabular=True)
_SIZES: Final = ((44, 54), (40, 48), (36, 43), (33, 39))
"""Sizes of what the numbers stand for, largest first: px and line distance."""
_ARROW: Final = 30.0
_TICKS: Final = 40.0
"""Room for the figures beside and below the square."""
_WIDEST: Final = (0.45, 0.4)
"""Share of the sheet's width that the square may take, and of a narrow sheet's, where words need room."""
_NARROW: Final = 1600.0
_SPACE: Final = 52.0
_MEANS: Final = 84.0
"""Width of one column of means."""
_LINES: Final = 2
"""Lines of an axis' name on one page."""
_BOTTOM: Final = 974.0
_PAD: Final = 7.0

Placed = list[tuple[float, Strip]]
T = TypeVar("T")


def compose(view: MatrixView, width: float) -> Scene:
    """Return the square with pages of what stands on it."""
    sheet = Sheet(view.frame, width)
    clock, lost = header_clock(sheet)
    headings = question_lines(sheet, view.question, sheet.right - MARGIN - lost)
    top = max(140.0, 52.0 + max(heading.height for heading in headings)) + 16
    parts = _Parts(sheet, view, top)
    count = max(len(headings), parts.count)
    pages = []
    for page in range(count):
        heading = headings[min(page, len(headings) - 1)]
        items = list(put(heading, MARGIN, max(52.0, 85 - heading.height / 2)))
        items += parts.items(page)
        pages.append((*items, *sheet.page_number(page, count)))
    return Scene(width, sheet.colours.bg, tuple(pages), (clock,) if clock else ())


class _Parts:
    """The square at the left, the words at the right, how it went below them."""

    def __init__(self, sheet: Sheet, view: MatrixView, top: float) -> None:
        self._sheet, self._view, self._top = sheet, view, top
        self._side = sheet.width * _WIDEST[sheet.width < _NARROW] - _TICKS
        for _again in range(2):  # names that need another line leave less height, and so less width, for it
            self._up = _axis(sheet, view.up, self._side)
            self._across = _axis(sheet, view.across, self._side)
            heights = [max(page.height for page in pages) for pages in (self._up, self._across)]
            self._side = max(240.0, min(self._side, _BOTTOM - top - sum(heights) - _TICKS - 24))
        self._square = QRectF(MARGIN + _TICKS, top + heights[0] + 10, self._side, self._side)
        self._aside = self._square.right() + _SPACE
        self._turnout = _turnout(sheet, view, sheet.right - self._aside, (_BOTTOM - top) * 0.35)
        self._foot = _BOTTOM - max(page.height for page in self._turnout)
        self._walls = self._flow()
        self._signs = _signs(view, self._side)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return max(len(self._walls), len(self._up), len(self._across), len(self._turnout))

    def items(self, page: int) -> Iterator[Item]:
        """Yield what stands on a page."""
        sheet, square = self._sheet, self._square
        if not self._view.marked:
            yield from put(sheet.said(say.NO_MATRIX, BODY, sheet.right - MARGIN), MARGIN, self._top + 24)
            return
        wall = _of(self._walls, page)
        up, across, turnout = (_of(pages, page) for pages in (self._up, self._across, self._turnout))
        yield _arrow(square.left() + _ARROW / 2, self._top + _AXIS.line / 2, sheet, up=True)
        yield from put(up, square.left() + _ARROW + 12, self._top)
        below = square.bottom() + _TICKS + 8
        wide = max(line.line.naturalTextWidth() for line in across.lines) if across else 0.0
        yield from put(across, square.right() - _ARROW - 12 - wide, below)
        yield _arrow(square.right() - _ARROW / 2, below + _AXIS.line / 2, sheet, up=False)
        yield from _grid(sheet, square)
        numbers = {number for _y, strip in wall for number in _numbers(strip)}
        yield from self._spots(numbers)
        yield from self._heads()
        for y, strip in wall:
            yield from strip.items(self._aside, self._top + _AXIS.line + 10 + y)
        yield from put(turnout, self._aside, self._foot + 8)

    def _heads(self) -> Iterator[Item]:
        """Yield the arrows over the two columns of means."""
        middle = self._top + _AXIS.line / 2
        yield _arrow(self._sheet.right - _MEANS * 1.5 + 12, middle, self._sheet, up=True)
        yield _arrow(self._sheet.right - _MEANS / 2 + 12, middle, self._sheet, up=False)

    def _spots(self, numbers: Collection[str]) -> Iterator[Item]:
        """Yield the discs of other pages, over them the signs of this one, with lines to their places."""
        colours, square = self._sheet.colours, self._square
        told = [(label, sign) for label, sign, mine in self._signs if mine & set(numbers)]
        for _label, sign, mine in self._signs:
            if not mine & set(numbers):
                x, y = square.left() + sign.home_x, square.top() + sign.home_y
                yield Disc(x, y, 11, colours.plane, colours.ink_2, 3)
        moved = apart(
            [(sign.home_x, sign.home_y) for _label, sign in told],
            [sign.wide for _label, sign in told],
            _SIGN.line,
            self._side,
        )
        for sign in moved:
            if sign.moved:
                home = (square.left() + sign.home_x, square.top() + sign.home_y)
                line = segment(home, (square.left() + sign.x, square.top() + sign.y))
                yield Stroke(line, colours.primary, 3)
                yield Disc(*home, 8, colours.primary)
        for (label, _sign), sign in zip(told, moved, strict=True):
            yield from _pill(self._sheet, label, square.left() + sign.x, square.top() + sign.y)

    def _flow(self) -> list[Placed]:
        """Return the words as pages, at the largest size that needs no more of them than the smallest."""
        height = max(200.0, self._foot - self._top - _AXIS.line - 24)
        made = [
            columns((self._strip(each, size) for each in self._view.marked), height, 0.0) for size in _SIZES
        ]
        return next(walls for walls in made if len(walls) == len(made[-1]))

    def _strip(self, marked: StageMarked, size: tuple[int, int]) -> Strip:
        sheet, whole = self._sheet, self._sheet.right - self._aside
        widest = max(width_of(each.number, _SIGN) for each in self._view.marked)
        left = max(_SIGN.line, widest + 24) + 16
        style = Style(*size, 600)
        room = whole - left - 2 * _MEANS - 4
        words = lay(marked.text.text, style, room, sheet.colours.ink) if marked.text.text else Lines()
        if marked.text.second:
            small = max(FLOOR, round(size[0] * 0.8))
            words += lay(marked.text.second, Style(small, small + 7, 500), room, sheet.colours.ink_2)
        number = lay(marked.number, _SIGN, left, sheet.colours.on_primary)
        pill = max(_SIGN.line, width_of(marked.number, _SIGN) + 24)
        cells = [Cell((pill - width_of(marked.number, _SIGN)) / 2, number), Cell(left, words)]
        for place, mean in ((2, marked.up), (1, marked.across)):
            x = whole - place * _MEANS + (_MEANS - width_of(mean, _MEAN))
            cells.append(Cell(x, lay(mean, _MEAN, _MEANS, sheet.colours.ink)))

        def decorate(rect: QRectF, begins: bool) -> Iterator[Item]:
            yield Box(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), sheet.colours.track)
            if begins:
                high = _SIGN.line
                yield Box(QRectF(rect.left(), rect.top() + _PAD, pill, high), sheet.colours.primary, high / 2)

        return Strip(tuple(cells), whole, (_PAD, _PAD + 2), 0.0, decorate)


def _axis(sheet: Sheet, name: StageText, room: float) -> list[Lines]:
    lines = lay(name.text, _AXIS, room - _ARROW - 12, sheet.colours.ink) if name.text else Lines()
    if name.second:
        lines += lay(name.second, _AXIS_SECOND, room - _ARROW - 12, sheet.colours.ink_2)
    return lines.pages(_LINES * _AXIS.line)


def _turnout(sheet: Sheet, view: MatrixView, room: float, height: float) -> list[Lines]:
    lines = Lines()
    for said in view.turnout:
        for text in said.texts():
            lines += lay(text, _TURNOUT, room, sheet.colours.ink_2).below(6)
    return lines.pages(height)


def _of(pages: Sequence[T], page: int) -> T:
    return pages[min(page, len(pages) - 1)]


def _signs(view: MatrixView, side: float) -> "list[tuple[str, Sign, frozenset[str]]]":
    """Return what each spot says, where it stands, and whose numbers are in it."""
    made = []
    for (across, up), group in groupby(view.marked, key=lambda each: each.place):
        numbers = [each.number for each in group]
        label = numbered([int(number) for number in numbers])
        x, y = along(across, side), side - along(up, side)
        wide = max(_SIGN.line, width_of(label, _SIGN) + 24)
        made.append((label, Sign(x, y, wide, _SIGN.line, x, y), frozenset(numbers)))
    return made


def _numbers(strip: Strip) -> set[str]:
    return {line.text for line in strip.cells[0].lines.lines}


def _pill(sheet: Sheet, label: str, x: float, y: float) -> Iterator[Item]:
    """Yield a sign with its number, in the middle of (x, y)."""
    words, high = width_of(label, _SIGN), float(_SIGN.line)
    wide = max(high, words + 24)
    rect = QRectF(x - wide / 2, y - high / 2, wide, high)
    yield Box(rect, sheet.colours.primary, high / 2, sheet.colours.bg, 3)
    yield from put(lay(label, _SIGN, wide, sheet.colours.on_primary), x - words / 2, rect.top())


def _grid(sheet: Sheet, square: QRectF) -> Iterator[Item]:
    """Yield the square, a line for each mark, the middle ones stronger, and the figures beside them."""
    colours = sheet.colours
    yield Box(square, colours.plane, 12, colours.line, 2)
    for mark in range(LOWEST, HIGHEST + 1):
        x, y = square.left() + along(mark, square.width()), square.bottom() - along(mark, square.width())
        strong = mark == MIDDLE
        thick, ink = (4, colours.rule) if strong else (2, colours.track)
        yield Box(QRectF(x - thick / 2, square.top() + 2, thick, square.height() - 4), ink)
        yield Box(QRectF(square.left() + 2, y - thick / 2, square.width() - 4, thick), ink)
        figure = lay(str(mark), _TICK, _TICKS, colours.ink_2)
        wide = width_of(str(mark), _TICK)
        yield from put(figure, square.left() - 14 - wide, y - _TICK.line / 2)
        yield from put(figure, x - wide / 2, square.bottom() + 2)


def _arrow(x: float, y: float, sheet: Sheet, *, up: bool) -> Item:
    """Return an arrow in the middle of (x, y), up or to the right."""
    half, tip = _ARROW / 2, 10.0
    path = QPainterPath()
    shaft, head = [(-half, 0.0), (half, 0.0)], [(half - tip, -tip), (half, 0.0), (half - tip, tip)]
    for points in (shaft, head):
        turned = [(x + dy, y - dx) if up else (x + dx, y + dy) for dx, dy in points]
        path.addPath(segment(*turned))
    return Stroke(path, sheet.colours.ink, 5)
