"""All about one card: fills its panel, stores what is written there, asks for its history."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from facilitator.domain.cards import Board, BoardMode, Card, CardKind, Kind
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import CardId, OrganisationId, PersonId
from facilitator.domain.places import zone_of
from facilitator.i18n import language
from facilitator.messages import sentence
from ui.operator.cards.hand import Hand
from ui.operator.cards.panels import Panels
from ui.presenters.card_history import history_lines
from ui.presenters.wording import reworded
from ui.runtime.desk import Desk


class AboutCard(QObject):
    """Acts on the one card that is selected while its panel is open."""

    def __init__(self, hand: Hand, panels: Panels) -> None:
        super().__init__(panels)
        self._hand = hand
        self._panels = panels
        self._asked: Card | None = None
        panels.card.edited.connect(self._edit)

    @property
    def _card(self) -> Card | None:
        cards = self._hand.cards
        return self._hand.desk.records.get(Card, cards[0]) if len(cards) == 1 else None

    def translate(self) -> None:
        """Open the panel where the selected card is translated."""
        if self._card is not None:
            self._panels.open("card")
            self._panels.card.begin_translation()

    def follow(self) -> None:
        """Show the card as it is now, and ask for its history when that may have grown."""
        card, desk = self._card, self._hand.desk
        self._panels.card.show_card(desk.records, card, self._hand.kinds(), desk.workshop)
        if card is self._asked:
            return
        self._asked = card
        if card is None:
            self._panels.card.show_history(())
            return
        key = card.id
        board = desk.records.get(Board, card.board)
        if board is not None and board.mode is BoardMode.ANONYMOUS:
            self._panels.card.show_history(())
            return
        desk.ask(lambda workspace: workspace.tracing.of_card(key), partial(self._answered, key))

    def _answered(self, key: CardId, steps: object) -> None:
        card, workshop = self._card, self._hand.desk.workshop
        if card is None or card.id != key or workshop is None or not isinstance(steps, tuple):
            return
        lines = history_lines(steps, self._hand.desk.records, zone_of(workshop), language())
        self._panels.card.show_history(lines)

    def _edit(self, field: str, value: str) -> None:
        card = self._card
        if card is None:
            return
        try:
            changes = self._changes(card, field, value)
        except FacilitatorError as error:
            self._panels.card.refuse(field, sentence(error))
            return
        self._hand.desk.perform(
            lambda w: w.books.edit(Card, card.id, **changes),
            refused=lambda error: self._panels.card.refuse(field, sentence(error)),
        )

    def _changes(self, card: Card, field: str, value: str) -> dict[str, object]:
        desk, spoken = self._hand.desk, language()
        match field:
            case "text":
                text = reworded(card.text, value, spoken, desk.text)
                return {"text": text if text is not None else desk.text("")}
            case "translation":
                return {"text": card.text.reworded(value.strip(), self._panels.card.other)}
            case "clarification":
                return {"clarification": reworded(card.clarification, value, spoken, desk.text)}
            case "kind":
                own = own_kind(desk, value)
                return {
                    "kind": own.like if own is not None else Kind(value),
                    "own_kind": None if own is None else own.id,
                }
            case "author":
                return {"author": PersonId(UUID(value)) if value else None}
            case _:
                return {"organisation": OrganisationId(UUID(value)) if value else None}


def own_kind(desk: Desk, key: str) -> CardKind | None:
    """Return the kind with this key that the workshop added."""
    return next((each for each in desk.records.where(CardKind) if str(each.id) == key), None)
