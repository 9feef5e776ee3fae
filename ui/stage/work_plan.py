"""The work-plan view: who promised what, until when, and how far it is."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainterPath

from facilitator.domain.frozen import dataclass
from facilitator.domain.stage import StageText, WorkPlanRow, WorkPlanView
from ui.stage import words as say
from ui.stage.fit import FLOOR, Lines, Style, lay, width_of
from ui.stage.items import Box, Disc, Item, Stroke, segment
from ui.stage.sheet import BODY, HEIGHT, MARGIN, Scene, Sheet, put
from ui.stage.strips import Cell, Strip, columns
from ui.stage.turns import header_clock

SIZES: Final = (48, 44, 40, 38, 36, 34, 32)
_AIR: Final = 0.5
_TIGHT: Final = 0.22
"""Above and below the words of a row, as shares of their size; tight where that saves a page."""
TITLES: Final = Style(64, 74, 700)
_HEADS: Final = Style(34, 42, 600)
_HEADS_SECOND: Final = Style(32, 38, 400)
_SPACE: Final = 32.0
_BOTTOM: Final = HEIGHT - 112
_BOTTOM_ALONE: Final = HEIGHT - 56
"""Where rows end that need no number of their page below them."""
_SIGN: Final = 34.0


@dataclass(frozen=True, slots=True)
class _Table:
    """Left edges and widths of the five columns, from the left margin."""

    code: tuple[float, float]
    activity: tuple[float, float]
    responsible: tuple[float, float]
    due: tuple[float, float]
    status: tuple[float, float]


def compose(view: WorkPlanView, width: float) -> Scene:
    """Return the plan as one page when it fits at 32 px or more, else as pages."""
    sheet = Sheet(view.frame, width)
    clock, lost = header_clock(sheet)
    titles = sheet.title(view.title, TITLES, sheet.right - MARGIN - lost)
    top = 86 - TITLES.line / 2 + max(lines.height for title in titles for _, lines in title) + 22
    heads, under, strips = _fitted(sheet, view, top)
    alone = sum(strip.height for strip in strips) <= _BOTTOM_ALONE - under and len(titles) == 1
    walls = columns(strips, (_BOTTOM_ALONE if alone else _BOTTOM) - under, 0.0)
    count = max(len(walls), len(titles))
    pages = []
    for page in range(count):
        items = list(heads)
        for x, lines in titles[min(page, len(titles) - 1)]:
            items += put(lines, MARGIN + x, 86 - TITLES.line / 2)
        for y, strip in walls[min(page, len(walls) - 1)]:
            items += strip.items(MARGIN, under + y)
        if not view.rows:
            items += put(sheet.said(say.NO_ROWS, BODY, sheet.right - MARGIN), MARGIN, under + 28)
        pages.append((*items, *sheet.page_number(page, count)))
    return Scene(width, sheet.colours.bg, tuple(pages), (clock,) if clock else ())


def _table(sheet: Sheet, rows: Sequence[WorkPlanRow], px: int) -> _Table:
    """Share the width at a size of text: code as wide as the widest, the activity takes what is left."""
    whole = sheet.right - MARGIN

    def natural(texts: Iterable[str], head: str, weight: int, cap: float) -> float:
        """Return the width of the widest of the texts and their heading, up to a share of the whole."""
        style = Style(px, round(px * 1.2), weight)
        widest = max((width_of(text, style) for text in texts), default=0.0)
        names = sheet.words.say(head).texts() if head else ()
        return min(max([widest, *(width_of(name, _HEADS) for name in names)]) + 6, whole * cap)

    code = natural((row.code for row in rows), "", 700, 0.12)
    due = natural((row.due for row in rows), say.DUE, 500, 0.18)
    words = (text for row in rows for text in row.status.texts())
    status = min(natural(words, say.STATUS, 600, 0.2) + _SIGN + 14, whole * 0.2)
    responsible = natural((row.responsible for row in rows), say.RESPONSIBLE, 500, 0.2)
    edges, left = [], 0.0
    for part in (code, whole - code - due - status - responsible - 4 * _SPACE, responsible, due, status):
        edges.append((left, part))
        left += part + _SPACE
    return _Table(*edges)


def _heads(sheet: Sheet, table: _Table, top: float) -> tuple[list[Item], float]:
    """Compose the headings over their rule; return them and where the rows begin."""
    named = (
        (table.activity, say.ACTIVITY),
        (table.responsible, say.RESPONSIBLE),
        (table.due, say.DUE),
        (table.status, say.STATUS),
    )
    apart = any(width_of(sheet.words.line(message), _HEADS) > width for (_, width), message in named)
    heads = [(left, _head(sheet, message, width, apart=apart)) for (left, width), message in named]
    tallest = max(lines.height for _, lines in heads)
    items: list[Item] = []
    for left, lines in heads:
        items += put(lines, MARGIN + left, top + tallest - lines.height, sheet.colours.ink_2)
    rule = top + tallest + 8
    items.append(Box(QRectF(MARGIN, rule, sheet.right - MARGIN, 4), sheet.colours.rule))
    return items, rule + 4


def _head(sheet: Sheet, message: str, width: float, *, apart: bool) -> Lines:
    """Lay the heading of a column, its languages on one line or `apart`, one below the other."""
    said = sheet.words.say(message)
    if not apart:
        return lay(sheet.words.line(message), _HEADS, width, sheet.colours.ink)
    lines = lay(said.text, _HEADS, width, sheet.colours.ink)
    if said.second:
        lines += lay(said.second, _HEADS_SECOND, width, sheet.colours.ink_2)
    return lines


def _fitted(sheet: Sheet, view: WorkPlanView, top: float) -> tuple[list[Item], float, list[Strip]]:
    """Return headings, where the rows begin, and the rows at the largest size that needs one page."""
    for px, air in (*((px, _AIR) for px in SIZES), (SIZES[-1], _TIGHT)):
        table = _table(sheet, view.rows, px)
        heads, under = _heads(sheet, table, top)
        strips = [_row(sheet, row, table, (px, px * air)) for row in view.rows]
        if sum(strip.height for strip in strips) <= _BOTTOM_ALONE - under:
            break
    return heads, under, strips


def _row(sheet: Sheet, row: WorkPlanRow, table: _Table, measure: tuple[int, float]) -> Strip:
    px, pad = measure
    colours = sheet.colours
    plain, strong = Style(px, round(px * 1.2), 500), Style(px, round(px * 1.2), 600)
    ink = colours.over if row.tone == "over" else colours.ink
    sign = _SIGN + 14
    status = _pair(sheet, row.status, strong, table.status[1] - sign, ink)
    cells = (
        Cell(table.code[0], lay(row.code, Style(px, strong.line, 700), table.code[1], colours.ink)),
        Cell(table.activity[0], _pair(sheet, row.activity, strong, table.activity[1], colours.ink)),
        Cell(table.responsible[0], lay(row.responsible, plain, table.responsible[1], colours.ink)),
        Cell(table.due[0], lay(row.due, plain, table.due[1], ink)),
        Cell(table.status[0] + sign, status),
    )
    shown = tuple(cell for cell in cells if cell.lines) or (Cell(0, Lines()),)

    def decorate(rect: QRectF, begins: bool) -> Iterator[Item]:
        yield Box(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), colours.track)
        if begins and row.status:
            middle = rect.top() + pad + strong.line / 2
            yield from _state(sheet, row, rect.left() + table.status[0] + _SIGN / 2, middle)

    return Strip(shown, sheet.right - MARGIN, (pad, pad + 2), 0.0, decorate)


def _pair(sheet: Sheet, pair: StageText, style: Style, width: float, ink: QColor) -> Lines:
    """Lay words, and their translation lighter below."""
    lines = lay(pair.text, style, width, ink) if pair.text else Lines()
    if pair.second:
        lighter = Style(max(FLOOR, style.px - 2), style.line, 400)
        lines += lay(pair.second, lighter, width, sheet.colours.ink_2)
    return lines


def _state(sheet: Sheet, row: WorkPlanRow, x: float, y: float) -> Iterator[Item]:
    """Yield the status as a shape: a ring filled as far as it is done, a tick, a mark of lateness."""
    colours, radius = sheet.colours, _SIGN / 2
    if row.tone == "ok":
        yield Disc(x, y, radius, colours.primary)
        yield Stroke(segment((x - 8, y), (x - 2, y + 7), (x + 9, y - 7)), colours.on_primary, 5)
    elif row.tone == "over":
        yield Box(QRectF(x - radius, y - radius, 2 * radius, 2 * radius), colours.over, 6)
        yield Stroke(segment((x, y - 9), (x, y + 2)), colours.on_over, 5)
        yield Disc(x, y + 10, 3, colours.on_over)
    else:
        done = min(max(row.progress, 0), 100)
        if done:
            yield Stroke(_slice(x, y, radius - 5, done), colours.primary, 0.1, fill=colours.primary)
        yield Disc(x, y, radius - 2, None, colours.primary, 4)


def _slice(x: float, y: float, radius: float, share: int) -> QPainterPath:
    path = QPainterPath()
    path.moveTo(x, y)
    path.arcTo(QRectF(x - radius, y - radius, 2 * radius, 2 * radius), 90, -3.6 * share)
    path.closeSubpath()
    return path
