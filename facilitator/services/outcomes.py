"""What cards become outside the wall: agreements and matters set aside, several at once."""

from collections.abc import Sequence

from facilitator.domain.cards import Board, Card
from facilitator.domain.changes import ChangeSet
from facilitator.domain.ids import CardId, new_id
from facilitator.domain.notes import Agreement, ParkingItem
from facilitator.domain.records import need
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations
from facilitator.services.planning import add_agreement


class Outcomes:
    """What can be made of cards; `Planning.cards_to_work_plan` makes work-plan items of them."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def to_agreements(self, cards: Sequence[CardId]) -> ChangeSet:
        """Make an agreement of each card, numbered on and linked; a card that has one gets no second."""

        def change(operation: Operation) -> None:
            for key in cards:
                card = need(operation, Card, key)
                if not operation.where(Agreement, source=key):
                    board = operation.get(Board, card.board)
                    add_agreement(operation, card.workshop, card.text, source=key, board=board)

        return self._operations.perform("card-to-agreement", change)

    def to_parking_lot(self, cards: Sequence[CardId]) -> ChangeSet:
        """Set the matter of each card aside for later."""

        def change(operation: Operation) -> None:
            for key in cards:
                card = need(operation, Card, key)
                operation.add(
                    ParkingItem(
                        id=new_id(),
                        workshop=card.workshop,
                        session=need(operation, Board, card.board).session,
                        text=card.text,
                        raised_by=card.author,
                    )
                )

        return self._operations.perform("card-to-parking-lot", change)
