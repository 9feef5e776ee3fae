"""What happened to one card, read from the change log: every edit keeps what was said before."""

import datetime as dt

from facilitator.domain.cards import Board, BoardMode, Card
from facilitator.domain.changes import Way
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CardId, PersonId
from facilitator.persistence import change_log
from facilitator.persistence.unit_of_work import UnitOfWork

MOST = 50
"""Steps that are told of a card, the newest."""


@dataclass(frozen=True, slots=True)
class CardStep:
    """One operation on a card: its label, whether it undid something, and the card before and after."""

    at: dt.datetime
    label: str
    way: Way
    by: PersonId | None
    before: Card | None
    after: Card | None


class Tracing:
    """Reads histories; nothing here changes a record."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work

    def of_card(self, card: CardId) -> tuple[CardStep, ...]:
        """Return what happened to a card, newest first.

        Nothing of one on an anonymous board: whatever it tells of time and order narrows down who
        wrote it (domain.md 6.8).
        """
        with self._work.reading() as reading:
            found = reading.get(Card, card)
            board = reading.get(Board, found.board) if found is not None else None
            if board is None or board.mode is BoardMode.ANONYMOUS:
                return ()
            told = change_log.history(reading.connection, card)
        steps = [
            CardStep(each.at, each.label, each.way, each.by, _card(change.before), _card(change.after))
            for each in told
            for change in each.changes
        ]
        return tuple(reversed(steps[-MOST:]))


def _card(record: object) -> Card | None:
    return record if isinstance(record, Card) else None
