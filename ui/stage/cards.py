"""The cards view: clusters in columns, as large as they go, then pages."""

from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import chain
from typing import ClassVar, Final, TypeAlias

from PySide6.QtCore import QRectF

from facilitator.domain.stage import CardsView, StageCard, StageCluster, StageText, Theme
from ui.stage import words as say
from ui.stage.cluster_names import ClusterNames
from ui.stage.fit import Lines, Style, largest, lay, width_of
from ui.stage.flowed import Block, Flowed, blocks_of
from ui.stage.items import Badge, Box, Disc, Item
from ui.stage.palette import palette
from ui.stage.sheet import BODY, MARGIN, LazyPages, Scene, Sheet, legend_line, put
from ui.stage.strips import Cell, Flow, Strip, level
from ui.stage.turns import header_clock

Pads: TypeAlias = tuple[float, float]
"""Space above and below the words of a card."""

SIZES: Final[tuple[tuple[int, int, Pads], ...]] = (
    (40, 50, (18.0, 20.0)),
    (36, 45, (15.0, 17.0)),
    (36, 43, (11.0, 13.0)),
    (32, 38, (11.0, 13.0)),
)
"""Card text, largest first: px, line distance and air (design.md section 8)."""
QUESTION_SIZES: Final = tuple(Style(px, round(px * 1.18), 700) for px in (56, 52, 46, 40))
QUESTION_LINES: Final = 3
COLUMN: Final = 500.0
SPACE: Final = 32.0
GAP: Final = 12.0
BADGE: Final = 40.0
_AGAIN_MOST: Final = 0.3
"""A name that takes more of a column's height is not said again where its cluster goes on."""
_KEPT: Final = 4000
"""Cards whose layout is remembered: while cards arrive, only the new one is laid out."""
_VOTE: Final = Style(38, 46, 600)
_VOTE_SECOND: Final = Style(36, 44, 500)
_VOTE_GAP: Final = 10.0
_CONCLUDED: Final = Style(36, 46, 600)
_CONCLUSION: Final = (Style(64, 74, 700), Style(56, 66, 700), Style(50, 60, 700))
_CONCLUSION_MOST: Final = 0.36
"""Share of the height that a conclusion may take above the wall; a longer one has pages before it."""
_TOLD_MOST: Final = 0.6
"""Share of the height that both may take together; a longer vote has pages of its own, too."""
_RESULT_AGAIN: Final = 2
"""Pages of cards up to which each says the result of the vote; on more of them it would be in the way."""
_BAR: Final = 28.0
"""How far a conclusion is set in behind its bar."""

Column = list[tuple[float, Strip]]


def compose(view: CardsView, width: float) -> Scene:
    """Return the wall as pages of columns, at the largest card size that needs one page."""
    _Light.turn(view.frame.theme)
    sheet = Sheet(view.frame, width)
    clock, lost = header_clock(sheet)
    headings = question_lines(sheet, view.question, sheet.right - MARGIN - lost)
    vote = _vote(sheet, view.vote, sheet.right - MARGIN)
    below = max(140.0, 52.0 + max(heading.height for heading in headings))
    legend, foot = legend_line(sheet, view.kinds, 290) if view.kinds else ([], 984.0)
    said = _conclusion(sheet, view.conclusion)
    before = [] if said.height <= (foot - below) * _CONCLUSION_MOST else said.pages(foot - below - 40)
    above = said if said and not before else Lines()
    upper = below + (above.height + 2 * _VOTE_GAP if above else 0.0)
    most = (foot - below) * _TOLD_MOST - (upper - below)
    told, vote = ([], vote) if vote.height <= most else (vote.pages(foot - below - 40), Lines())
    top = upper + (vote.height + _VOTE_GAP if vote else 0.0) + 16
    walls = _walls(sheet, view, max(foot - 12 - top, 200.0))
    if vote and len(walls) > _RESULT_AGAIN:
        apart = _walls(sheet, view, max(foot - 12 - upper - 16, 200.0))
        if len(apart) + 1 < len(walls):  # what was voted is read once, and the wall needs fewer pages
            told, vote, top, walls = vote.pages(foot - below - 40), Lines(), upper + 16, apart
    first = len(before) + len(told)
    count = max(first + len(walls), len(headings))

    def made(page: int) -> tuple[Item, ...]:
        heading = headings[min(page, len(headings) - 1)]
        items = list(put(heading, MARGIN, max(52.0, 85 - heading.height / 2)))
        if page < len(before):
            items += _barred(sheet, before[page], below + 24)
            return (*items, *sheet.page_number(page, count))
        if page < first:
            items += put(told[page - len(before)], MARGIN, below + 24)
            return (*items, *sheet.page_number(page, count))
        wall = walls[min(page - first, len(walls) - 1)]
        items += _barred(sheet, above, below + _VOTE_GAP)
        items += put(vote, MARGIN, upper + _VOTE_GAP)
        for index, column in enumerate(wall):
            x = MARGIN + index * (_column_width(sheet) + SPACE)
            items += chain.from_iterable(strip.items(x, top + y) for y, strip in column)
        return (*items, *legend, *sheet.page_number(page, count))

    live = (clock,) if clock else ()
    return Scene(width, sheet.colours.bg, LazyPages(count, made), live, by_hand=view.large)


def question_lines(sheet: Sheet, question: StageText, room: float) -> list[Lines]:
    """Return what a board asks, in pages of a few lines, with its translation below."""
    style = largest(question.text, QUESTION_SIZES, room, 1 if question.second else 2)
    second = Style(max(36, style.px - 14), round(style.px - 14 + 10), 500)
    lines = lay(question.text, style, room, sheet.colours.ink) if question.text else Lines()
    if question.second:
        lines += lay(question.second, second, room, sheet.colours.ink_2)
    return lines.pages(QUESTION_LINES * style.line)


def _vote(sheet: Sheet, said: tuple[StageText, ...], room: float) -> Lines:
    """Return what is told of the vote, one line below the other."""
    lines = Lines()
    for text in said:
        lines += lay(text.text, _VOTE, room, sheet.colours.ink)
        if text.second:
            lines += lay(text.second, _VOTE_SECOND, room, sheet.colours.ink_2)
    return lines


def _conclusion(sheet: Sheet, said: StageText) -> Lines:
    """Return what the group concluded, under what it is; the largest letters in which it takes two lines."""
    if not said:
        return Lines()
    room = sheet.right - MARGIN - _BAR
    style = largest(said.text, _CONCLUSION, room, 2)
    lines = sheet.said(say.CONCLUDED, _CONCLUDED, room)
    lines += lay(said.text, style, room, sheet.colours.ink).below(4)
    if said.second:
        second = Style(max(36, style.px - 14), style.line - 12, 500)
        lines += lay(said.second, second, room, sheet.colours.ink_2).below(4)
    return lines


def _barred(sheet: Sheet, lines: Lines, top: float) -> Iterator[Item]:
    """Yield words behind a bar in the colour of what matters now."""
    if lines:
        yield Box(QRectF(MARGIN, top, 8, lines.height), sheet.colours.now, 4)
        yield from put(lines, MARGIN + _BAR, top)


def _across(sheet: Sheet) -> int:
    return max(1, int((sheet.right - MARGIN + SPACE) // (COLUMN + SPACE)))


def _column_width(sheet: Sheet) -> float:
    across = _across(sheet)
    return (sheet.right - MARGIN - (across - 1) * SPACE) / across


def _walls(sheet: Sheet, view: CardsView, height: float) -> list[list[Column]]:
    """Return pages of columns. A cluster has a column to itself as long as that needs no page more."""
    if not any(cluster.cards for cluster in view.clusters):
        empty = sheet.said(say.NO_CARDS, BODY, _column_width(sheet))
        return [[[(0.0, Strip((Cell(0, empty),), _column_width(sheet)))]]]
    across = _across(sheet)
    best: list[list[Column]] = []
    sizes = SIZES[:1] if view.large else SIZES
    for px, line, pads in sizes:
        if px != sizes[-1][0] and not _may_fit(view, line + sum(pads) + GAP, across * (height + GAP)):
            continue
        style = Style(px, line, sheet.colours.card_weight)
        if len(view.clusters) == 1 and not view.clusters[0].title:
            walls = [_loose(sheet, view.clusters[0].cards, (style, pads), height)]
        else:
            walls = _clustered(sheet, view.clusters, (style, pads), height)
        for wall in walls:
            pages = [wall[start : start + across] for start in range(0, len(wall), across)]
            if len(pages) == 1:
                return pages
            # the last size decides; stacked only where it saves a page
            best = pages if wall is walls[0] or len(pages) < len(best) else best
    return best


def _clustered(
    sheet: Sheet, clusters: tuple[StageCluster, ...], measure: tuple[Style, Pads], height: float
) -> list[list[Column]]:
    """Return two ways to flow clusters: each in columns of its own, and one under the other.

    A cluster that goes on in the next column has its name at the head of it again.
    """
    theme, width = sheet.frame.theme, _column_width(sheet)
    names, most = ClusterNames(sheet, width, clusters), height * _AGAIN_MOST
    memory = Flowed.next((theme, width, measure, height, names.style))
    blocks = [*blocks_of(clusters)]

    def laid(cluster: StageCluster) -> list[Strip]:
        return [_card_strip(theme, width, card, *measure) for card in cluster.cards]

    def fill(flow: Flow, block: Block, strips: list[list[Strip]]) -> None:
        for cluster, cards in zip(block, strips, strict=True):
            again: Strip | None = None
            if cluster.title:
                flow.add(names.strip(cluster, min(cards[0].height, 160.0) + GAP if cards else 0.0))
                again = names.again(cluster)
            for card in cards:
                flow.add(card, again if again and again.height < most else None)

    def flowed(head: float, *, apart: bool) -> Flow:
        flow = Flow(height, GAP, head)
        for block in blocks:
            if apart:
                flow.turn()
            memory.add(flow, block, laid, fill)
        return flow

    return [level(partial(flowed, apart=apart), most) for apart in (True, False)]


class _Light:
    """The light that the room was in last: what was laid in the colours of another one is let go."""

    theme: ClassVar[Theme | None] = None

    @classmethod
    def turn(cls, theme: Theme) -> None:
        if cls.theme != theme:
            cls.theme = theme
            _card_strip.cache_clear()
            _Flows.kept.clear()
            Flowed.kept.clear()


class _Flows:
    """How the last loose walls flowed: a wall that grew at its end flows on from there."""

    MOST = 8
    kept: ClassVar[dict[tuple[object, ...], tuple[tuple[StageCard, ...], Flow]]] = {}


def _loose(
    sheet: Sheet, cards: tuple[StageCard, ...], measure: tuple[Style, Pads], height: float
) -> list[Column]:
    """Return the columns of cards under no heading, while they are being collected."""
    theme, width = sheet.frame.theme, _column_width(sheet)
    key = (theme, width, measure, height)
    before, flow = _Flows.kept.pop(key, ((), Flow(height, GAP)))
    if before and cards[: len(before)] != before:
        before, flow = (), Flow(height, GAP)
    flow = flow.copy()
    for card in cards[len(before) :]:
        flow.add(_card_strip(theme, width, card, *measure))
    _Flows.kept[key] = (cards, flow)
    if len(_Flows.kept) > _Flows.MOST:
        del _Flows.kept[next(iter(_Flows.kept))]
    return flow.filled


def _may_fit(view: CardsView, least: float, room: float) -> bool:
    """Whether the cards could stand on one page if each had only one line: else there is no use in trying."""
    return sum(len(cluster.cards) for cluster in view.clusters) * least <= room


@lru_cache(maxsize=_KEPT)
def _card_strip(theme: Theme, width: float, card: StageCard, style: Style, pads: Pads) -> Strip:
    shades = palette(theme)
    colours, edge = shades.card(card.look), shades.card_edge
    dots_style = Style(36, style.line, 700, tabular=True)
    dots = str(card.dots) if card.dots is not None else ""
    used = width_of(dots, dots_style) + 60 if dots else 0.0
    left = 20 + BADGE + 18
    text = lay(card.text, style, width - left - max(used + 14, 22), colours.text)
    if card.second_text:
        second = Style(style.px, style.line, max(400, style.weight - 200), italic=True)
        text += lay(card.second_text, second, width - left - max(used + 14, 22), colours.text).below(6)
    cells = [Cell(left, text)]
    if dots:
        cells.append(Cell(width - used + 36, lay(dots, dots_style, used, colours.text)))

    def decorate(rect: QRectF, begins: bool) -> Iterator[Item]:
        yield Box(rect, colours.paper, 10, colours.edge, edge)
        if begins:
            middle = rect.top() + pads[0] + style.line / 2
            place = QRectF(rect.left() + 20, middle - BADGE / 2, BADGE, BADGE)
            yield Badge(place, shades.badge_look(card.look), colours.badge, colours.badge_glyph)
            if dots:
                yield Disc(rect.right() - used + 13, middle, 13, colours.text)

    return Strip(tuple(cells), width, pads, 0.0, decorate)
