"""What becomes of cards: hidden, deleted, a row of the work plan, an agreement, a matter set aside."""

from facilitator.domain.ids import ClusterId
from ui.operator.cards.hand import Hand


class Outcomes:
    """Acts on the selected cards."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def hide(self) -> None:
        """Keep the selected cards off the stage, or let them back when all of them are."""
        cards = self._hand.cards
        shown = [card for key in cards if (card := self._hand.card(key)) is not None]
        if cards:
            hidden = not all(card.hidden for card in shown)
            self._hand.desk.perform(lambda w: w.wall.hide(cards, hidden=hidden))

    def delete(self) -> None:
        """Delete the selected cards, or dissolve the cluster whose name has the focus."""
        spot = self._hand.spot
        cards = self._hand.cards
        if cards:
            order = self._hand.wall.surface.cards_in_order()
            last = order.index(cards[-1])
            left = [each for each in (*order[last + 1 :], *reversed(order[:last])) if each not in cards]
            self._hand.desk.perform(
                lambda w: w.wall.delete_cards(cards), done=lambda _: self._hand.wall.select(left[:1])
            )
        elif spot is not None and spot.kind == "cluster" and spot.key is not None and not self._hand.whole:
            cluster = ClusterId(spot.key)
            self._hand.desk.perform(lambda w: w.wall.dissolve_cluster(cluster))

    def to_work_plan(self) -> None:
        """Make a row of the work plan of each selected card."""
        if cards := self._hand.cards:
            self._hand.desk.perform(lambda w: w.planning.cards_to_work_plan(cards))

    def to_agreements(self) -> None:
        """Make an agreement of each selected card."""
        if cards := self._hand.cards:
            self._hand.desk.perform(lambda w: w.wall.outcomes.to_agreements(cards))

    def to_parking_lot(self) -> None:
        """Set the matter of each selected card aside."""
        if cards := self._hand.cards:
            self._hand.desk.perform(lambda w: w.wall.outcomes.to_parking_lot(cards))
