"""What is going on at the wall: what is selected, pointed at, dragged. Plain values for the painter."""

from collections.abc import Iterable
from dataclasses import field
from typing import Literal, NamedTuple
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF

from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CardId, ClusterId

SpotKind = Literal["card", "cluster", "new"]


class Spot(NamedTuple):
    """Where the keyboard is: a card, a cluster's name, or the place for a new cluster."""

    kind: SpotKind
    key: UUID | None = None


NEW = Spot("new")


class Target(NamedTuple):
    """Where what is dragged would go: into a cluster, among the loose, into a new one; a cluster also out."""

    kind: Literal["cluster", "loose", "new", "out"]
    cluster: ClusterId | None = None
    before: CardId | None = None


@dataclass(slots=True)
class Drag:
    """Cards that follow the pointer, or a cluster; `homes` are the clusters that the cards come from."""

    cards: tuple[CardId, ...]
    grip: QPointF
    at: QPointF
    target: Target | None = None
    cluster: ClusterId | None = None
    homes: frozenset[ClusterId | None] = frozenset()
    held: frozenset[CardId] = field(init=False)

    def __post_init__(self) -> None:
        """Have the cards as a set too: it is looked into for every card that is painted."""
        self.held = frozenset(self.cards)


@dataclass(slots=True)
class WallState:
    """Everything that a repaint needs beside the cards themselves."""

    selected: dict[CardId, None] = field(default_factory=dict)
    current: Spot | None = None
    anchor: CardId | None = None
    hover: CardId | None = None
    passing: frozenset[CardId] | None = None
    lasso: QRectF | None = None
    drag: Drag | None = None
    focused: bool = False
    by_key: bool = False
    """Whether a key moved last, so that the ring of the current spot is shown."""

    def select(self, cards: Iterable[CardId]) -> None:
        """Select exactly these, in this order."""
        self.selected = dict.fromkeys(cards)

    def toggle(self, card: CardId) -> None:
        """Select one more, or one less."""
        if card in self.selected:
            del self.selected[card]
        else:
            self.selected[card] = None

    def dims(self, card: CardId) -> bool:
        """Whether a card is not what is looked for."""
        return self.passing is not None and card not in self.passing
