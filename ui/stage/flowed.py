"""Remembers how the clusters of a wall flowed: while cards come, only what changed flows anew.

A block is a cluster with those inside it. How it fills columns follows from what it says and from how high
it begins, so that a wall is put together from the blocks of the one before.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, Final, TypeAlias

from facilitator.domain.stage import StageCluster
from ui.stage.strips import Flow, Strip

Block: TypeAlias = tuple[StageCluster, ...]
Lay: TypeAlias = Callable[[StageCluster], list[Strip]]
"""Lays the cards of a cluster."""
Fill: TypeAlias = Callable[[Flow, Block, list[list[Strip]]], None]
"""Lets the clusters of a block with their cards flow into columns."""


def blocks_of(clusters: Sequence[StageCluster]) -> Iterator[Block]:
    """Yield each cluster together with those that stand inside it."""
    begin = 0
    for place in range(1, len(clusters) + 1):
        if place == len(clusters) or not clusters[place].inner:
            yield tuple(clusters[begin:place])
            begin = place


class _Known:
    """A block with what its cards look like, and how it flowed from each place where it began."""

    def __init__(self, block: Block, before: "_Known | None") -> None:
        self.block: Block = block
        self.cards: list[list[Strip]] | None = None
        self.flows: dict[tuple[float, float], Flow] = {}
        self.flows_before: dict[tuple[float, float], Flow] = {}
        if before is not None and before.block == block:
            self.cards, self.flows_before = before.cards, before.flows


class Flowed:
    """The blocks of one wall as they flowed, and those of the wall before that had the same measures."""

    MOST: Final = 8
    """Walls that are remembered: of other measures, or of other boards."""
    kept: ClassVar[dict[object, "Flowed"]] = {}

    def __init__(self, before: "Flowed | None" = None) -> None:
        self._before = {} if before is None else before._now
        self._now: dict[object, _Known] = {}

    @classmethod
    def next(cls, measures: object) -> "Flowed":
        """Return the memory for a wall of these measures: all that its flows depend on beside its blocks."""
        made = cls.kept[measures] = cls(cls.kept.pop(measures, None))
        if len(cls.kept) > cls.MOST:
            del cls.kept[next(iter(cls.kept))]
        return made

    def add(self, flow: Flow, block: Block, lay: Lay, fill: Fill) -> None:
        """Let a block follow in a flow: laid where it says something new, filled where it began elsewhere."""
        known = self._known(block)
        begin = (flow.top, flow.head)
        part = known.flows.get(begin) or known.flows_before.get(begin)
        if part is None:
            if known.cards is None:
                known.cards = [lay(cluster) for cluster in block]
            part = flow.begun()
            fill(part, block, known.cards)
        known.flows[begin] = part
        flow.go_on(part)

    def _known(self, block: Block) -> _Known:
        # Compared, not hashed: what stayed is the same object, and a hash would read every card.
        about = tuple((cluster.title, len(cluster.cards)) for cluster in block)
        known = self._now.get(about)
        if known is None or known.block != block:
            known = self._now[about] = _Known(block, self._before.get(about))
        return known
