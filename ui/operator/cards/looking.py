"""Looks for cards on the wall, and keeps the order in which each board's cards lie."""

from PySide6.QtCore import QObject

from facilitator.domain.cards import Board, Vote
from facilitator.domain.ids import BoardId
from facilitator.domain.records import Records
from ui.operator.cards.toolbar import Toolbar
from ui.presenters.cards import Filter, Order, matching
from ui.wall.wall import CardWall


class Looking(QObject):
    """What is found dims the rest; the wall's keys then act on it."""

    def __init__(self, toolbar: Toolbar, wall: CardWall) -> None:
        super().__init__(toolbar)
        self._toolbar = toolbar
        self._wall = wall
        self._orders: dict[BoardId, Order] = {}
        toolbar.filter_changed.connect(self.look_for)
        toolbar.find_next.connect(self.find)

    def look_for(self, wanted: Filter) -> None:
        """Dim what does not pass."""
        self._wall.set_passing(matching(self._wall.surface.view, wanted))

    def find(self) -> None:
        """Go to the next card that was found, and let the keys of the wall act on it."""
        view = self._wall.surface.view
        found = matching(view, self._toolbar.filter)
        order = [card.id for card in view.cards() if found and card.id in found]
        if order:
            now = next((order.index(card) for card in self._wall.selected if card in order), -1)
            self._wall.select([order[(now + 1) % len(order)]])

    def order(self, records: Records, board: Board | None) -> Order:
        """Return the order of a board's cards: as chosen, else most dots first once there are some."""
        if board is None:
            return "hand"
        voted = board.voting is not None or bool(records.where(Vote, board=board.id))
        order = self._orders.get(board.id, "dots" if voted else "hand")
        return "hand" if order == "dots" and not voted else order

    def put_in_order(self, board: BoardId | None, order: Order) -> None:
        """Choose the order of a board's cards."""
        if board is not None:
            self._orders[board] = order
