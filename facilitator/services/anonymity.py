"""Keeps the promise of an anonymous board: no author, no order and no time is stored (domain.md 6.8).

While cards are collected each has its time, so that the note-taker can find the last one and undo it.
Revealing them ends that for good: all have the same time, lie in an order that chance decided, inside
the file too, and the change log no longer knows the steps by which they came.
"""

import datetime as dt
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from facilitator.domain.cards import Board, BoardMode, Card
from facilitator.domain.changes import ChangeSet
from facilitator.domain.ids import BoardId, CardId, OperationId
from facilitator.domain.records import need
from facilitator.persistence.forgetting import forget_all_steps, shuffle_rows, steps_before
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations

REVEALED: Final = "reveal-cards"
"""Label of the operation that forgets; its own steps say nothing that must be forgotten."""

_A_MOMENT: Final = dt.timedelta(microseconds=1)


class Anonymity:
    """Forgets for good in which order and when the cards of an anonymous board came."""

    def __init__(self, operations: Operations, erase_remains: Callable[[], None]) -> None:
        self._operations = operations
        self._erase_remains = erase_remains
        self._chance = random.SystemRandom()

    def reveal(self, board: BoardId) -> ChangeSet | None:
        """Reveal the cards of a board that promised anonymity; None where nothing came since the last time.

        It cannot be undone, and neither can what was done to its cards before. Raises NotFound, or
        CannotWrite when another program keeps the file from being cleaned; doing it again finishes that.
        """
        cards: list[CardId] = []

        def change(operation: Operation) -> None:
            if need(operation, Board, board).mode is not BoardMode.ANONYMOUS:
                return
            found = [each for _key, each in operation.each_stored(Card) if isinstance(each, Card)]
            mine = [card for card in found if card.board == board]
            told = steps_before(operation, [card.id for card in mine], but=REVEALED)
            fresh = {card.id for card in mine if card.id in told}
            if fresh:
                cards.extend(card.id for card in mine)
                self._mix(operation, mine, fresh)

        done = self._operations.perform(REVEALED, change, undoable=False)
        if not cards:
            return None
        forgotten: set[OperationId] = set()
        self._operations.perform(
            REVEALED,
            lambda operation: forgotten.update(forget_all_steps(operation, cards, but=REVEALED)),
            undoable=False,
        )
        self._operations.cannot_undo(forgotten)
        self._erase_remains()
        return done

    def reveal_all(self, boards: Iterable[Board]) -> None:
        """Reveal the cards of those boards that promised anonymity. Raises as `reveal`."""
        for board in boards:
            if board.mode is BoardMode.ANONYMOUS:
                self.reveal(board.id)

    def _mix(self, operation: Operation, cards: Sequence[Card], fresh: set[CardId]) -> None:
        """Give all cards one time, and the places of those that came since the last time to each other."""
        places: dict[CardId, int] = {}
        for cluster in {card.cluster for card in cards}:
            moved = [card for card in cards if card.id in fresh and card.cluster == cluster]
            taken = [card.position for card in moved]
            self._chance.shuffle(taken)
            places |= dict(zip((card.id for card in moved), taken, strict=True))
        mixed = self._chance.sample(cards, len(cards))
        for card in mixed:
            after = replace(
                card,
                position=places.get(card.id, card.position),
                created_at=operation.now,
                created_by=None,
                changed_at=operation.now,
                changed_by=None,
            )
            operation.restore(replace(after, changed_at=operation.now - _A_MOMENT), after)
        shuffle_rows(operation, Card, [card.id for card in mixed])
