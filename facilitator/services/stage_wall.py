"""What the stage shows of one board's cards, followed from one composition to the next.

So ten thousand cards cost what changed among them, and not a walk over all of them.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias, TypeVar
from uuid import UUID

from facilitator.domain.cards import Card, CardStatus
from facilitator.domain.stage import StageCard

if TYPE_CHECKING:
    from facilitator.services.stage_room import Room

T = TypeVar("T")
Entry: TypeAlias = tuple[int, int, int, Card, StageCard]
"""A card with what orders it: most dots first where they are told, then its place, then its key."""


class ShownWall:
    """The cards that the room may see, by cluster; None holds the loose ones, whose cluster may be gone."""

    def __init__(self) -> None:
        self._cards: list[Card] = []
        self._clusters: frozenset[UUID] = frozenset()
        self._dots: dict[UUID, int] | None = None
        self._rows: dict[UUID | None, list[Entry]] = {}
        self._shown: dict[UUID | None, tuple[StageCard, ...]] = {}

    def follow(
        self, room: "Room", cards: list[Card], clusters: frozenset[UUID], dots: dict[UUID, int] | None
    ) -> None:
        """Show a board as it is now: cards, oldest key first, clusters, and dots once they are told."""
        if dots != self._dots:
            self._dots, self._cards = dots, []
            self._rows.clear()
            self._shown.clear()
        if clusters != self._clusters:
            self._settle(clusters)
        before, now = between(self._cards, cards)
        for card in before:
            self._take(card)
        self._put(self._entry(room, card) for card in now if may_be_seen(card))
        self._cards = cards

    def of(self, cluster: UUID | None) -> tuple[StageCard, ...]:
        """Return what a cluster shows, in its order; None asks for the loose cards."""
        found = self._shown.get(cluster)
        if found is None:
            found = self._shown[cluster] = tuple(entry[-1] for entry in self._rows.get(cluster, ()))
        return found

    def _settle(self, clusters: frozenset[UUID]) -> None:
        """Let loose cards, and those of clusters that are gone, find their places among other clusters."""
        homeless = (None, *(self._clusters - clusters))
        self._clusters = clusters
        entries = [entry for home in homeless for entry in self._rows.pop(home, ())]
        for home in homeless:
            self._shown.pop(home, None)
        self._put(entries)

    def _take(self, card: Card) -> None:
        home = self._home(card)
        row = self._rows.get(home, [])
        sought = self._sorted_by(card)
        place = bisect_left(row, sought)
        if row[place : place + 1] and row[place][:3] == sought:
            del row[place]
            if (shown := self._shown.get(home)) is not None:
                self._shown[home] = (*shown[:place], *shown[place + 1 :])

    def _put(self, entries: Iterable[Entry]) -> None:
        come: dict[UUID | None, list[Entry]] = {}
        for entry in entries:
            come.setdefault(self._home(entry[3]), []).append(entry)
        for home, new in come.items():
            row = self._rows.setdefault(home, [])
            if len(new) == 1:
                self._insert(home, row, new[0])
            else:
                row += new
                row.sort()
                self._shown.pop(home, None)

    def _insert(self, home: UUID | None, row: list[Entry], entry: Entry) -> None:
        place = bisect_left(row, entry[:3])
        row.insert(place, entry)
        if (shown := self._shown.get(home)) is not None:
            self._shown[home] = (*shown[:place], entry[-1], *shown[place:])

    def _home(self, card: Card) -> UUID | None:
        return card.cluster if card.cluster in self._clusters else None

    def _entry(self, room: "Room", card: Card) -> Entry:
        words = room.say(card.text)
        dots = None if self._dots is None else self._dots.get(card.id) or None
        look = card.kind.value  # the key of a kind's badge and paper in tokens.json
        return *self._sorted_by(card), card, StageCard(look, look, words.text, words.second, dots)

    def _sorted_by(self, card: Card) -> tuple[int, int, int]:
        dots = self._dots.get(card.id, 0) if self._dots else 0
        return -dots, card.position, card.id.int


def may_be_seen(card: Card) -> bool:
    """Whether the room may see a card: it stands for itself and nobody hid it."""
    return card.status is CardStatus.ACTIVE and not card.hidden_on_stage


def between(before: Sequence[T], now: Sequence[T]) -> tuple[Sequence[T], Sequence[T]]:
    """Return what stands between the same beginning and the same end of two lists, in each of them."""
    first = _same(before, now)
    before, now = before[first:], now[first:]
    last = _same(before[::-1], now[::-1])
    return before[: len(before) - last], now[: len(now) - last]


def _same(one: Sequence[T], other: Sequence[T]) -> int:
    """Return how many begin the same. Halves are compared, because lists compare faster than a loop does."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
