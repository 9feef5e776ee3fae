"""How the cards of one region lie from their own corner. A region that moves takes its block along as it is.

So one more card costs the block that it lies in, and not the ten thousand cards beside it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from facilitator.domain.ids import CardId
from ui.presenters.cards import WallCard
from ui.wall.index import Area

GAP: Final = 10
LINE: Final = 19
TEXT_LEFT: Final = 43
TEXT_RIGHT: Final = 10
TEXT_TOP: Final = 11
_FRAME: Final = 47
_FEWEST_LINES: Final = 3
MOST_LINES: Final = 8
"""Lines of a card; what it says beyond them is read large, with Space."""

Lines = Callable[[str, int, int], Sequence[str]]
"""Breaks a text into lines: text, width in px, most lines."""

Counts = Callable[[Iterable[str], int, int], list[int]]
"""Says of each of some texts how many lines those would be."""


class Block:
    """Cards in rows of equal height: `columns` cards of `width` px in each."""

    __slots__ = ("_places", "bottoms", "cards", "columns", "tops", "width")

    def __init__(self, cards: Sequence[WallCard], columns: int, width: float, counts: Counts) -> None:
        self.cards = cards
        self.columns = columns
        self.width = width
        self.tops: list[float] = []
        self.bottoms: list[float] = []
        self._places: dict[CardId, int] | None = None
        y = 0.0
        lines = counts((card.said for card in cards), text_width(width), MOST_LINES)
        for first in range(0, len(cards), columns):
            height = _height(max(lines[first : first + columns]))
            self.tops.append(y)
            self.bottoms.append(y + height)
            y += height + GAP

    @property
    def height(self) -> float:
        """How high the block is, in px at 100 %."""
        return self.bottoms[-1] if self.bottoms else 0.0

    def place(self, card: CardId) -> int | None:
        """Return which of the cards this is, or None where it is not here."""
        if self._places is None:
            self._places = {each.id: place for place, each in enumerate(self.cards)}
        return self._places.get(card)

    def area(self, place: int) -> Area:
        """Return where a card lies."""
        row, column = divmod(place, self.columns)
        top = self.tops[row]
        return Area(column * (self.width + GAP), top, self.width, self.bottoms[row] - top)

    def within(self, area: Area) -> Iterator[int]:
        """Yield the cards that an area meets."""
        step = self.width + GAP
        first = max(0, int(area.x // step))
        last = min(self.columns - 1, int((area.x + area.w) // step))
        if area.x >= first * step + self.width:
            first += 1
        if area.x + area.w <= last * step:
            last -= 1
        for row in range(bisect_right(self.bottoms, area.y), bisect_left(self.tops, area.y + area.h)):
            start = row * self.columns
            yield from range(start + first, min(start + last + 1, len(self.cards)))

    def at(self, x: float, y: float) -> int | None:
        """Return the card under a point, or None."""
        return next(self.within(Area(x, y, 1e-9, 1e-9)), None)


class Blocks:
    """The blocks of the layout before, by region: what did not change is not laid again."""

    def __init__(self) -> None:
        self._before: dict[Hashable, Block] = {}
        self._now: dict[Hashable, Block] = {}

    def begin(self) -> None:
        """Start a layout; blocks that it does not ask for are forgotten when the next one starts."""
        self._before, self._now = self._now, {}

    def clear(self) -> None:
        """Forget all: words are broken in another font."""
        self._before, self._now = {}, {}

    def lay(self, region: Hashable, column: "Column", cards: Sequence[WallCard], counts: Counts) -> Block:
        """Return the cards of a region in their rows."""
        key = (region, column.columns, column.width)
        found = self._now.get(key) or self._before.get(key)
        if found is None or found.cards != cards:
            found = Block(cards, column.columns, column.width, counts)
        self._now[key] = found
        return found


class Column(NamedTuple):
    """How many cards lie side by side, and how wide each is."""

    columns: int
    width: float


def card_height(text: str, width: float, counts: Counts) -> float:
    """Return how high a card of a width must be for what it says."""
    return _height(*counts((text,), text_width(width), MOST_LINES))


def _height(lines: int) -> float:
    return _FRAME + LINE * max(_FEWEST_LINES, lines)


def text_width(width: float) -> int:
    """Return how wide the words on a card of a width may be."""
    return int(width - TEXT_LEFT - TEXT_RIGHT)
