"""Where everything lies on the wall, in px at 100 %: clusters in rows, cards flowing inside them.

Free placement is not offered (design, section 6): the wall stays readable, and the same on stage.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from typing import Final, Literal, NamedTuple

from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CardId, ClusterId
from ui.presenters.cards import WallCard, WallCluster, WallView
from ui.wall.index import Area, Grid

COLUMN: Final = 187
"""Width of a card; a row of clusters may widen its cards to fill the wall."""
WIDEST: Final = 232
GAP: Final = 10
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

LINE: Final = 19
TEXT_LEFT: Final = 43
TEXT_RIGHT: Final = 10
TEXT_TOP: Final = 11
_FRAME: Final = 47
_FEWEST_LINES: Final = 3
MOST_LINES: Final = 8
"""Lines of a card; what it says beyond them is read large, with Space."""

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

Lines = Callable[[str, int, int], Sequence[str]]
"""Breaks a text into lines: text, width in px, most lines."""


class Words(NamedTuple):
    """How words are broken into lines: those of cards, and names of clusters."""

    card: Lines
    name: Lines


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
    """A cluster, the loose cards, or the dashed place for a new cluster."""

    kind: RegionKind
    number: int
    cluster: WallCluster | None = None
    x: float = 0
    y: float = 0
    w: float = 0
    h: float = 0
    columns: int = 1
    head: float = HEAD
    boxes: list[Box] = field(default_factory=list)

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


@dataclass(slots=True)
class Layout:
    """Regions and cards with their places, and the grid that finds them."""

    regions: list[Region] = field(default_factory=list)
    width: float = 0
    height: float = 0
    boxes: dict[CardId, Box] = field(default_factory=dict)
    cards: Grid[Box] = field(default_factory=Grid)
    areas: Grid[Region] = field(default_factory=Grid)

    def close(self) -> "Layout":
        """Index what was laid."""
        self.boxes = {box.card.id: box for region in self.regions for box in region.boxes}
        self.cards = Grid(self.boxes.values())
        self.areas = Grid(self.regions)
        return self

    def next_place(self, region: Region) -> Area:
        """Return where one more card of a region would lie."""
        boxes = region.boxes
        if not boxes:
            inset = PAD if region.kind == "cluster" or region.x else TRAY_PAD
            width = min(region.w - 2 * inset, WIDEST)
            return Area(region.x + inset, region.y + region.head, width, _EMPTY_HEIGHT)
        place = len(boxes) % region.columns
        first, last = boxes[0], boxes[-1]
        y = last.y if place else last.y + last.h + GAP
        return Area(first.x + place * (first.w + GAP), y, first.w, _EMPTY_HEIGHT)

    def region_of(self, key: ClusterId | None) -> Region | None:
        """Return the region of a cluster, or of the loose cards for None; None when it is not here."""
        wanted = "loose" if key is None else "cluster"
        return next((each for each in self.regions if each.kind == wanted and each.key == key), None)


def card_height(text: str, width: float, lines: Lines) -> float:
    """Return how high a card of a width must be for what it says."""
    count = len(lines(text, text_width(width), MOST_LINES))
    return _FRAME + LINE * max(_FEWEST_LINES, count)


def text_width(width: float) -> int:
    """Return how wide the words on a card of a width may be."""
    return int(width - TEXT_LEFT - TEXT_RIGHT)


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
    high = sum(card_height(card.text, COLUMN, words.card) for card in some) / len(some)
    area = len(on_board) * (COLUMN + GAP) * (high + 2 * GAP) * _UNEVEN
    if area <= 2.5 * width * height:
        return width
    return max(width, math.sqrt(area * width / height))


def lay_board(view: WallView, width: float, words: Words, *, loose: bool) -> Layout:
    """Lay the clusters in rows on a wall of `width`; with `loose` the loose cards too, as first region."""
    layout = Layout(width=width)
    layout.regions = list(_regions(view, loose=loose))
    if loose:
        beside = 2 * MARGIN + _region_width(1, COLUMN) + BETWEEN[0]  # the place for a new cluster
        layout.regions[0].columns = max(1, int((width - beside - 2 * PAD + GAP) // (COLUMN + GAP)))
    y = float(MARGIN)
    extra = 8.0
    for row in _rows(layout.regions, width):
        is_last = row[-1].kind == "new"
        spare = width - 2 * MARGIN - _row_width(row, COLUMN)
        columns = sum(region.columns for region in row)
        wished = max(0.0, min(spare / columns, WIDEST - COLUMN))
        extra = min(wished, extra) if is_last and len(row) < 4 else wished
        y += _lay_row(row, _Column(MARGIN, y, math.floor(COLUMN + extra)), view.loose, words) + BETWEEN[1]
    layout.width = max(width, max((each.x + each.w + MARGIN for each in layout.regions), default=0))
    layout.height = y - BETWEEN[1] + MARGIN
    return layout.close()


def lay_tray(view: WallView, width: float, words: Words) -> Layout:
    """Lay the loose cards into a column of `width` px at the wall's left."""
    inner = width - 2 * TRAY_PAD
    columns = max(1, int((inner + GAP) // (_TRAY_COLUMN + GAP)))
    region = Region("loose", 0, w=width, columns=columns, head=TRAY_HEAD)
    layout = Layout(regions=[region], width=width)
    card = (inner - (columns - 1) * GAP) / columns
    _fill(region, view.loose, _Column(TRAY_PAD, TRAY_HEAD, card), words.card)
    region.h = layout.height = max(TRAY_HEAD, _bottom(region, TRAY_HEAD)) + TRAY_PAD
    return layout.close()


class _Column(NamedTuple):
    """Where the first card of a region goes, and how wide its cards are."""

    x: float
    y: float
    w: float


def _regions(view: WallView, *, loose: bool) -> Iterator[Region]:
    number = 0
    if loose:
        yield Region("loose", number, columns=columns_for(len(view.loose)))
        number += 1
    for cluster in view.clusters:
        yield Region("cluster", number, cluster, columns=columns_for(len(cluster.cards)))
        number += 1
    yield Region("new", number)


def _region_width(columns: int, card: float) -> float:
    return 2 * PAD + columns * card + (columns - 1) * GAP


def _row_width(row: Sequence[Region], card: float) -> float:
    return sum(_region_width(each.columns, card) for each in row) + BETWEEN[0] * (len(row) - 1)


def _rows(regions: Sequence[Region], width: float) -> Iterator[list[Region]]:
    """Fill rows from left to right; a cluster wider than the wall gets fewer columns."""
    room = width - 2 * MARGIN
    most = max(1, int((room - 2 * PAD + GAP) // (COLUMN + GAP)))
    row: list[Region] = []
    for region in regions:
        region.columns = min(region.columns, most)
        if row and _row_width([*row, region], COLUMN) > room:
            yield row
            row = []
        row.append(region)
    if row:
        yield row


def _lay_row(row: Sequence[Region], place: _Column, loose: Sequence[WallCard], words: Words) -> float:
    """Lay regions side by side and return the height of the highest."""
    x, y, card = place
    for region in row:
        region.x, region.y, region.w = x, y, _region_width(region.columns, card)
        if region.kind == "new":
            region.h = _NEW_HEIGHT
        else:
            region.head = HEAD + NAME_LINE * (len(name_lines(region, words.name)) - 1)
            cards = region.cluster.cards if region.cluster is not None else loose
            _fill(region, cards, _Column(x + PAD, y + region.head, card), words.card)
            region.h = max(_bottom(region, y + region.head) - y, region.head + _EMPTY_HEIGHT) + PAD
        x += region.w + BETWEEN[0]
    return max(region.h for region in row)


def name_lines(region: Region, name: Lines) -> Sequence[str]:
    """Return a cluster's name as it stands beside its total; one line where there is none."""
    total = _TOTAL if region.cluster is not None and region.cluster.dots is not None else 0
    return name(region.title, int(region.w - 2 * PAD - total), MOST_NAME_LINES) or ("",)


def _fill(region: Region, cards: Sequence[WallCard], column: _Column, lines: Lines) -> None:
    """Let cards flow in rows of equal height."""
    y = column.y
    for first in range(0, len(cards), region.columns):
        row = cards[first : first + region.columns]
        height = max(card_height(card.text, column.w, lines) for card in row)
        for place, card in enumerate(row):
            x = column.x + place * (column.w + GAP)
            region.boxes.append(Box(card, x, y, column.w, height, region.number))
        y += height + GAP


def _bottom(region: Region, top: float) -> float:
    return max((box.y + box.h for box in region.boxes[-region.columns :]), default=top)
