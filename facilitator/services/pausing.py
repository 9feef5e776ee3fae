"""Breaks that no agenda planned: they hold the clock of the session that runs until everybody is back.

A break is a pause with a length. Like everything about the clock it is what happened and when, so that
it goes on after a crash, and ends at its own end however late the program notices.
"""

import datetime as dt
from collections.abc import Iterable

from facilitator.domain.agenda import Session, SessionStatus, TimerTransition, TransitionKind
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import OperationId, SessionId
from facilitator.domain.record import require_range
from facilitator.domain.records import need
from facilitator.domain.timer import TimerState
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations
from facilitator.services.running import note

LONGEST = 240
"""Minutes of the longest break."""

_LIVE = frozenset({SessionStatus.RUNNING, SessionStatus.PAUSED})


class Pausing:
    """What is done with such a break."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def take_break(self, session: SessionId, minutes: int) -> ChangeSet:
        """Hold the session's clock for so many minutes from now. Raises NotFound or InvalidInput."""
        require_range(minutes, 1, LONGEST, "minutes-out-of-range")

        def change(operation: Operation) -> None:
            found = _live(operation, session)
            note(operation, found, TransitionKind.PAUSED, seconds=60 * minutes)
            operation.edit(Session, session, status=SessionStatus.PAUSED)

        return self._operations.perform("take-break", change)

    def change_break(self, session: SessionId, minutes: int) -> ChangeSet:
        """Let the break last longer, or less; one with nothing left ends now. Raises as `take_break`."""

        def change(operation: Operation) -> None:
            found = _live(operation, session)
            back = _clock(operation, found).back_at
            if back is None:
                raise InvalidInput("no-break-now")
            left = int((back - operation.now).total_seconds()) + 60 * minutes
            if left > 0:
                note(operation, found, TransitionKind.PAUSED, seconds=min(left, 60 * LONGEST))
            else:
                _go_on(operation, found, operation.now)

        return self._operations.perform("change-break", change)

    def end_break(self, session: SessionId, given_by: Iterable[OperationId] = ()) -> ChangeSet:
        """Let the session's clock go on from the break's end, when that has come. Raises NotFound.

        Time does this, not a person: it cannot be undone, and nothing changes if it is done already.
        Nor can what gave the break (`given_by`), which would come back only to end again.
        """

        def change(operation: Operation) -> None:
            found = need(operation, Session, session)
            back = _clock(operation, found).back_at
            if found.status is SessionStatus.PAUSED and back is not None and back <= operation.now:
                _go_on(operation, found, back)

        ended = self._operations.perform("end-break", change, undoable=False)
        if ended.changes:
            self._operations.cannot_undo(given_by)
        return ended


def _go_on(operation: Operation, session: Session, at: dt.datetime) -> None:
    note(operation, session, TransitionKind.RESUMED, at=at)
    operation.edit(Session, session.id, status=SessionStatus.RUNNING)


def _live(operation: Operation, session: SessionId) -> Session:
    found = need(operation, Session, session)
    if found.status not in _LIVE:
        raise InvalidInput("no-session-to-pause")
    return found


def _clock(operation: Operation, session: Session) -> TimerState:
    return TimerState.of(session, operation.where(TimerTransition, session=session.id))
