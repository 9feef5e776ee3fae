"""Photos on the Cards page: pasted with a card selected, dropped on one, or chosen from a file for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QWidget

from facilitator.domain.agenda import Session
from ui.operator.cards.hand import Hand
from ui.operator.photos.door import PhotoDoor
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from uuid import UUID


class WallGround:
    """The wall as the place where pictures land."""

    def __init__(self, hand: Hand, over: QWidget) -> None:
        self._hand = hand
        self.over = over
        """What the panel of photos lies over."""

    @property
    def keyed(self) -> QWidget:
        """What has the keyboard while one is on a card."""
        return self._hand.wall

    def current(self) -> "UUID | None":
        """Return the card that is selected alone."""
        cards = self._hand.cards
        return cards[0] if len(cards) == 1 else None

    def card_at(self, watched: QWidget, at: QPoint) -> "UUID | None":
        """Return the card under a point of a widget; none where cards are only looked through."""
        seen = self._hand.wall.viewport()
        there = seen.mapFromGlobal(watched.mapToGlobal(at))
        if self._hand.whole or not seen.isVisible() or not seen.rect().contains(there):
            return None
        box = self._hand.wall.surface.box_at(QPointF(there))
        return None if box is None else box.card.id


class WallPhotos(PhotoDoor):
    """Photos of the session that the board on the wall belongs to."""

    def __init__(self, theme: Theme, page: QWidget, hand: Hand, over: QWidget) -> None:
        super().__init__(theme, hand.desk, page, WallGround(hand, over), lambda: _session(hand))
        self._hand = hand
        self.closed.connect(hand.wall.setFocus)

    def put_on_card(self) -> None:
        """Choose a picture for the card that is selected."""
        card, session = self._ground.current(), _session(self._hand)
        if card is not None:
            self.panel.choose_files(None if session is None else session.id, card)


def _session(hand: Hand) -> Session | None:
    board = hand.board()
    return None if board is None else hand.desk.records.get(Session, board.session)
