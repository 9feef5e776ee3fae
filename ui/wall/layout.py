"""Where everything lies on the wall, in px at 100 %: clusters in rows, cards flowing inside them.

Free placement is not offered (design, section 6): the wall stays readable, and the same on stage.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Final, Literal, NamedTuple
from uuid import UUID

from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CardId, ClusterId
from ui.presenters.cards import WallCard, WallCluster, WallView
from ui.wall.blocks import GAP, Block, Blocks, Column, Counts, Lines, card_height
from ui.wall.index import Area, Grid

COLUMN: Final = 187
"""Width of a card; a row of clusters may widen its cards to fill the wall."""
WIDEST: Final = 232
PAD: Final = 12
HEAD: Final = 50
"""Height of a cluster's name and total; a name of two lines takes `NAME_LINE` more."""
NAME_LINE: Final = 22
MOST_NAME_LINES: Final = 2
_TOTAL: Final = 50
"""Width that the total of dots takes beside the name."""
BETWEEN: Final = (12, 24)
"""Between two clusters: sideways, and from one row to the next."""
MARGIN: Final = 16

TRAY_PAD: Final = 14
TRAY_HEAD: Final = 92
_TRAY_COLUMN: Final = 176
"""Narrowest card of a tray that has more than one column."""
_NEW_HEIGHT: Final = 176
_SAMPLE: Final = 200
"""Cards whose height tells that of all."""
_UNEVEN: Final = 1.3
"""How much more room clusters take than their cards: names, and rows that are not full."""
_EMPTY_HEIGHT: Final = 104
INSET: Final = 6
"""Between the edge of a cluster and that of one inside it."""
_EMPTY_INNER: Final = 44
STEP: Final = 22
"""How far the name of a cluster inside another is set in, for each that is around it."""
_DEEPEST: Final = 3
"""Steps that a name is set in at most."""


class Words(NamedTuple):
    """How words are broken into lines: those of cards, and names of clusters.

    `counts` says how many lines cards take without breaking them, where there is a quicker way.
    """

    card: Lines
    name: Lines
    counts: Counts | None = None

    @property
    def counted(self) -> Counts:
        """How many lines cards take."""
        return self.counts or (
            lambda texts, width, most: [len(self.card(text, width, most)) for text in texts]
        )


RegionKind = Literal["cluster", "loose", "new"]


class Box(NamedTuple):
    """A card's place."""

    card: WallCard
    x: float
    y: float
    w: float
    h: float
    region: int


@dataclass(slots=True)
class Region:
    """A cluster, the loose cards, or the dashed place for a new cluster.

    `block` are its cards from their own corner, which lies at `left`, `top` of the wall.
    """

    kind: RegionKind
    number: int
    cluster: WallCluster | None = None
    x: float = 0
    y: float = 0
    w: float = 0
    h: float = 0
    columns: int = 1
    head: float = HEAD
    left: float = 0
    top: float = 0
    block: Block | None = None
    inner: list["Region"] = field(default_factory=list)

    @property
    def depth(self) -> int:
        """How many clusters are around it."""
        return self.cluster.depth if self.cluster is not None else 0

    @property
    def indent(self) -> int:
        """How far its name is set in, in px."""
        return STEP * min(self.depth, _DEEPEST)

    @property
    def key(self) -> ClusterId | None:
        """The cluster's key; None for the others."""
        return self.cluster.id if self.cluster is not None else None

    @property
    def title(self) -> str:
        """The cluster's name; empty for the others and while nobody has named it."""
        return self.cluster.title.strip() if self.cluster is not None else ""

    @property
    def area(self) -> Area:
        """The rectangle it takes."""
        return Area(self.x, self.y, self.w, self.h)

    @property
    def cards(self) -> Sequence[WallCard]:
        """Its cards in their order."""
        return self.block.cards if self.block is not None else ()

    @property
    def boxes(self) -> list[Box]:
        """Its cards with their places on the wall."""
        return [self.box(place) for place in range(len(self.cards))]

    def box(self, place: int) -> Box:
        """Return one of its cards with its place on the wall."""
        block = self.block
        assert block is not None  # noqa: S101 - a region without cards is not asked for one
        x, y, w, h = block.area(place)
        return Box(block.cards[place], self.left + x, self.top + y, w, h, self.number)

    def box_of(self, card: CardId) -> Box | None:
        """Return a card with its place on the wall, or None where it lies elsewhere."""
        place = self.block.place(card) if self.block is not None else None
        return None if place is None else self.box(place)

    def within(self, area: Area) -> Iterator[Box]:
        """Yield its cards that an area of the wall meets."""
        if self.block is not None:
            inner = Area(area.x - self.left, area.y - self.top, area.w, area.h)
            yield from map(self.box, self.block.within(inner))


@dataclass(slots=True)
class Layout:
    """Regions and cards with their places, and the grid that finds them."""

    regions: list[Region] = field(default_factory=list)
    width: float = 0
    height: float = 0
    areas: Grid[Region] = field(default_factory=Grid)
    _homes: dict[CardId, Region] | None = None
    _named: dict[tuple[str, ClusterId | None], Region] = field(default_factory=dict)

    def close(self) -> "Layout":
        """Index what was laid."""
        self.areas = Grid(self.regions)
        self._named = {(each.kind, each.key): each for each in self.regions}
        return self

    def find(self, kind: str, key: UUID | None) -> Region | None:
        """Return the region of a kind and key, or None where it is not here."""
        return self._named.get((kind, None if key is None else ClusterId(key)))

    def box(self, card: UUID | None) -> Box | None:
        """Return a card with its place, or None where it is not here."""
        if card is None:
            return None
        if self._homes is None:
            self._homes = {each.id: region for region in self.regions for each in region.cards}
        home = self._homes.get(CardId(card))
        return None if home is None else home.box_of(CardId(card))

    def within(self, area: Area) -> list[Box]:
        """Return the cards that an area meets."""
        return [box for region in self.areas.within(area) for box in region.within(area)]

    def at(self, x: float, y: float) -> Box | None:
        """Return the card under a point, or None."""
        region = self.areas.at(x, y)
        if region is None or region.block is None:
            return None
        place = region.block.at(x - region.left, y - region.top)
        return None if place is None else region.box(place)

    def next_place(self, region: Region) -> Area:
        """Return where one more card of a region would lie."""
        block = region.block
        if block is None or not block.cards:
            inset = PAD if region.kind == "cluster" or region.x else TRAY_PAD
            width = min(region.w - 2 * inset, WIDEST)
            return Area(region.x + inset, region.y + region.head, width, _EMPTY_HEIGHT)
        place = len(block.cards) % block.columns
        y = block.tops[-1] if place else block.height + GAP
        return Area(region.left + place * (block.width + GAP), region.top + y, block.width, _EMPTY_HEIGHT)

    def region_of(self, key: ClusterId | None) -> Region | None:
        """Return the region of a cluster, or of the loose cards for None; None when it is not here."""
        return self.find("loose" if key is None else "cluster", key)


def columns_for(count: int) -> int:
    """Return in how many columns so many cards are laid: near a square, narrow while there are few."""
    return 1 if count <= 3 else max(2, math.ceil(math.sqrt(count * 0.62)))


def board_width(view: WallView, width: float, height: float, words: Words) -> float:
    """Return how wide the wall is laid in a window of `width` by `height` px.

    As wide as the window while it can be scrolled through; beyond about two and a half windows it
    takes the window's shape, so that all of it can be seen at once.
    """
    on_board = [card for cluster in view.clusters for card in cluster.cards] or view.loose
    some = on_board[:: max(1, len(on_board) // _SAMPLE)]
    if not some or height <= 0:
        return width
    high = sum(card_height(card.said, COLUMN, words.counted) for card in some) / len(some)
    area = len(on_board) * (COLUMN + GAP) * (high + 2 * GAP) * _UNEVEN
    if area <= 2.5 * width * height:
        return width
    return max(width, math.sqrt(area * width / height))


def lay_board(
    view: WallView, width: float, words: Words, *, loose: bool, known: Blocks | None = None
) -> Layout:
    """Lay the clusters in rows on a wall of `width`; with `loose` the loose cards too, as first region.

    Cards whose region did not change are taken from `known`.
    """
    laying = _Laying(words, view.loose, known or Blocks())
    layout = Layout(width=width)
    layout.regions = list(_regions(view, loose=loose))
    if loose:
        beside = 2 * MARGIN + _region_width(1, COLUMN) + BETWEEN[0]  # the place for a new cluster
        layout.regions[0].columns = max(1, int((width - beside - 2 * PAD + GAP) // (COLUMN + GAP)))
    y = float(MARGIN)
    extra = 8.0
    for row in _rows(_outermost(layout.regions), width):
        is_last = row[-1].kind == "new"
        spare = width - 2 * MARGIN - _row_width(row, COLUMN)
        columns = sum(region.columns for region in row)
        wished = max(0.0, min(spare / columns, WIDEST - COLUMN))
        extra = min(wished, extra) if is_last and len(row) < 4 else wished
        y += laying.row(row, y, math.floor(COLUMN + extra)) + BETWEEN[1]
    layout.width = max(width, max((each.x + each.w + MARGIN for each in layout.regions), default=0))
    layout.height = y - BETWEEN[1] + MARGIN
    return layout.close()


def lay_tray(view: WallView, width: float, words: Words, known: Blocks | None = None) -> Layout:
    """Lay the loose cards into a column of `width` px at the wall's left."""
    laying = _Laying(words, view.loose, known or Blocks())
    inner = width - 2 * TRAY_PAD
    columns = max(1, int((inner + GAP) // (_TRAY_COLUMN + GAP)))
    region = Region("loose", 0, w=width, columns=columns, head=TRAY_HEAD)
    layout = Layout(regions=[region], width=width)
    card = (inner - (columns - 1) * GAP) / columns
    region.left, region.top = TRAY_PAD, TRAY_HEAD
    region.h = layout.height = TRAY_HEAD + laying.fill(region, view.loose, card) + TRAY_PAD
    return layout.close()


def _regions(view: WallView, *, loose: bool) -> Iterator[Region]:
    number = 0
    if loose:
        yield Region("loose", number, columns=columns_for(len(view.loose)))
        number += 1
    for cluster in view.clusters:
        yield Region("cluster", number, cluster, columns=columns_for(len(cluster.cards)))
        number += 1
    if not view.whole:
        yield Region("new", number)


def _outermost(regions: Sequence[Region]) -> list[Region]:
    """Return the regions that lie on the wall itself, each with the clusters inside it to be laid there."""
    heads: list[Region] = []
    for region in regions:
        if region.depth and heads and heads[-1].kind == "cluster":
            heads[-1].inner.append(region)
        else:
            heads.append(region)
    for head in heads:
        if head.inner:
            head.columns = columns_for(sum(_count(each) for each in (head, *head.inner)))
    return heads


def _count(region: Region) -> int:
    return len(region.cluster.cards) if region.cluster is not None else 0


def _region_width(columns: int, card: float) -> float:
    return 2 * PAD + columns * card + (columns - 1) * GAP


def _row_width(row: Sequence[Region], card: float) -> float:
    return sum(_region_width(each.columns, card) for each in row) + BETWEEN[0] * (len(row) - 1)


def _rows(regions: Sequence[Region], width: float) -> Iterator[list[Region]]:
    """Fill rows from left to right; a cluster wider than the wall gets fewer columns."""
    room = width - 2 * MARGIN
    most = max(1, int((room - 2 * PAD + GAP) // (COLUMN + GAP)))
    row: list[Region] = []
    used = 0.0
    for region in regions:
        region.columns = min(region.columns, most)
        wide = _region_width(region.columns, COLUMN)
        used += BETWEEN[0] + wide
        if row and used > room:
            yield row
            row = []
        if not row:
            used = wide
        row.append(region)
    if row:
        yield row


class _Laying(NamedTuple):
    """Puts regions and their cards where they belong."""

    words: Words
    loose: Sequence[WallCard]
    known: Blocks

    def row(self, row: Sequence[Region], y: float, card: float) -> float:
        """Lay regions side by side, cards `card` px wide, and return the height of the highest."""
        x = float(MARGIN)
        for region in row:
            region.x, region.y, region.w = x, y, _region_width(region.columns, card)
            if region.kind == "new":
                region.h = _NEW_HEIGHT
            else:
                region.head = HEAD + NAME_LINE * (len(name_lines(region, self.words.name)) - 1)
                region.left, region.top = x + PAD, y + region.head
                cards = region.cluster.cards if region.cluster is not None else self.loose
                filled = self.fill(region, cards, card)
                least = 0 if region.inner else _EMPTY_HEIGHT
                region.h = region.head + max(filled, least) + PAD
                self.inside(region, card)
            x += region.w + BETWEEN[0]
        return max(region.h for region in row)

    def inside(self, region: Region, card: float) -> None:
        """Lay the clusters inside a region below its own cards, in the same columns."""
        bottom = region.h - (PAD if region.cards else 0)
        for inner in region.inner:
            inner.columns, inner.left = region.columns, region.left
            inner.x, inner.y, inner.w = region.x + INSET, region.y + bottom, region.w - 2 * INSET
            if region.cards or inner is not region.inner[0]:
                inner.y += INSET if inner is not region.inner[0] else GAP
            inner.head = HEAD + NAME_LINE * (len(name_lines(inner, self.words.name)) - 1)
            inner.top = inner.y + inner.head
            cards = inner.cluster.cards if inner.cluster is not None else ()
            inner.h = inner.head + max(self.fill(inner, cards, card), _EMPTY_INNER) + INSET
            bottom = inner.y + inner.h - region.y
            region.h = bottom + INSET

    def fill(self, region: Region, cards: Sequence[WallCard], card: float) -> float:
        """Let cards flow in rows of equal height, and return how high they are together."""
        column = Column(region.columns, card)
        region.block = self.known.lay(region.key or region.kind, column, cards, self.words.counted)
        return region.block.height


def name_lines(region: Region, name: Lines) -> Sequence[str]:
    """Return a cluster's name as it stands beside its total; one line where there is none."""
    total = _TOTAL if region.cluster is not None and region.cluster.dots is not None else 0
    room = int(region.w - 2 * PAD - total - region.indent)
    return name(region.title, room, MOST_NAME_LINES) or ("",)
