"""What the operator has in hand: the board on the wall, what is selected there, and the desk."""

from collections.abc import Callable, Sequence

from facilitator.domain.cards import Board
from facilitator.domain.ids import CardId
from ui.operator.cards.area import WallArea
from ui.presenters.card_boards import KindItem
from ui.presenters.cards import WallCard
from ui.runtime.desk import Desk
from ui.wall.state import Spot
from ui.wall.wall import CardWall


class Hand:
    """Shared by everything that acts on the selection."""

    def __init__(
        self,
        desk: Desk,
        area: WallArea,
        board: Callable[[], Board | None],
        kinds: Callable[[], Sequence[KindItem]],
        visit: Callable[[CardId], None],
    ) -> None:
        self.desk = desk
        self.area = area
        self.board = board
        self.kinds = kinds
        self.visit = visit
        """Shows a card on its own board, selected."""

    @property
    def wall(self) -> CardWall:
        """The wall."""
        return self.area.wall

    @property
    def cards(self) -> tuple[CardId, ...]:
        """The selected cards, in reading order; none where cards are only looked through."""
        return () if self.whole else self.wall.selected

    @property
    def whole(self) -> bool:
        """Whether the cards of all boards are on the wall, to be looked through."""
        return self.wall.surface.view.whole

    @property
    def spot(self) -> Spot | None:
        """Where the keyboard is."""
        return self.wall.surface.state.current

    def card(self, key: CardId) -> WallCard | None:
        """Return a card as it is on the wall."""
        box = self.wall.surface.box(key)
        return None if box is None else box.card
