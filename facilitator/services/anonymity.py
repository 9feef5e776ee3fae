"""Keeps the promise of an anonymous board: no author, no order and no time is stored (domain.md 6.8).

While cards are collected each has its time, so that the note-taker can find the last one and undo it.
Revealing them ends that for good: all have the same time, lie in an order that chance decided, inside
the file too, and the change log no longer knows the steps by which they came, nor those of cards that
were undone or withdrawn before, whose words may have been typed again.

What is withdrawn afterwards may stay in the bin, the change log and the write-ahead file: all that is
told of it there is from after the reveal. Only when it went is new, and that is no time at which it came.
"""

import datetime as dt
import random
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import replace
from typing import Final
from uuid import UUID

from facilitator.domain.cards import Board, BoardMode, Card
from facilitator.domain.changes import ChangeSet
from facilitator.domain.ids import BoardId, CardId, OperationId
from facilitator.domain.records import need
from facilitator.persistence.forgetting import (
    added_for,
    forget_all_steps,
    has_steps,
    leave,
    shuffle_rows,
    steps_forgotten,
)
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations

REVEALED: Final = "reveal-cards"
"""Label of the operations that forget; their own steps say nothing that must be forgotten."""
UNCLEAN: Final = "forget-order"
"""Label of the step that the board has as long as the file still holds what was forgotten."""

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
        told: set[UUID] = set()

        def change(operation: Operation) -> None:
            if need(operation, Board, board).mode is BoardMode.ANONYMOUS:
                told.update(added_for(operation, Card, board))
            if told:
                found = [each for _key, each in operation.each_stored(Card) if isinstance(each, Card)]
                self._mix(operation, [card for card in found if card.board == board], told)

        done = self._operations.perform(REVEALED, change, undoable=False)
        if told:
            self._forget(board, told)
        self._clean(board)
        return done if told else None

    def _forget(self, board: BoardId, told: Set[UUID]) -> None:
        """Take out of the log how the cards came, after it has a newer step, and note what is left to do."""
        self._operations.perform(
            UNCLEAN, lambda operation: leave(operation, need(operation, Board, board)), undoable=False
        )
        forgotten: set[OperationId] = set()
        self._operations.perform(
            REVEALED,
            lambda operation: forgotten.update(forget_all_steps(operation, told, but=REVEALED)),
            undoable=False,
        )
        self._operations.cannot_undo(forgotten)

    def _clean(self, board: BoardId) -> None:
        """Clean the file of what was forgotten, also where that could not be done when it was."""
        unclean: list[bool] = []
        self._operations.perform(
            REVEALED,
            lambda operation: unclean.append(has_steps(operation, board, UNCLEAN)),
            undoable=False,
        )
        if unclean == [True]:
            self._erase_remains()
            self._operations.perform(
                REVEALED,
                lambda operation: steps_forgotten(operation, board, (UNCLEAN,), now_called=REVEALED),
                undoable=False,
            )

    def reveal_all(self, boards: Iterable[Board]) -> None:
        """Reveal the cards of those boards that promised anonymity. Raises as `reveal`."""
        for board in boards:
            if board.mode is BoardMode.ANONYMOUS:
                self.reveal(board.id)

    def _mix(self, operation: Operation, cards: Sequence[Card], fresh: Set[UUID]) -> None:
        """Give all cards one time, and the places of those that came since the last time to each other.

        Those in the bin went at that time too: somebody may have withdrawn one right after it came.
        """
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
                deleted_at=None if card.deleted_at is None else operation.now,
            )
            operation.restore(replace(after, changed_at=operation.now - _A_MOMENT), after)
        shuffle_rows(operation, Card, [card.id for card in mixed])
