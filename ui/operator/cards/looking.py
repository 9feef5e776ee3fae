"""Looks for cards on the wall, and keeps the order in which each board's cards lie."""

from PySide6.QtCore import QObject, Qt

from facilitator.domain.cards import Board, Vote
from facilitator.domain.ids import BoardId, CardId
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
        toolbar.left_downwards.connect(self.go_down)

    def look_for(self, wanted: Filter) -> None:
        """Dim what does not pass."""
        self._wall.set_passing(matching(self._wall.surface.view, wanted))

    def find(self) -> None:
        """Go to the next card that was found, and let the keys of the wall act on it."""
        order = self._found() if self._toolbar.filter.is_on else ()
        if order:
            now = next((order.index(card) for card in self._wall.selected if card in order), -1)
            self._wall.select([order[(now + 1) % len(order)]])

    def go_down(self) -> None:
        """Let the keys go to the wall: to the card that was gone to, else to the first that was found."""
        order = self._found()
        if not order:
            return  # nothing is found: the words in the field are what one is at
        if not any(card in order for card in self._wall.selected):
            self._wall.select(order[:1])
        self._wall.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _found(self) -> list[CardId]:
        """Return what is looked for in reading order; every card where nothing is."""
        found = matching(self._wall.surface.view, self._toolbar.filter)
        return [card for card in self._wall.surface.cards_in_order() if found is None or card in found]

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
