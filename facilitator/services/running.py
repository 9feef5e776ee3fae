"""Runs the agenda: start, pause, more or less time, next session. Each is one undoable operation.

Undoing "next session" takes its transitions back, so the clock is as if it had not happened.
"""

import datetime as dt
from uuid import UUID

from facilitator.domain.agenda import Session, SessionStatus, TimerTransition, TransitionKind
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop, WorkshopStatus
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import SessionId, WorkshopId, new_id
from facilitator.domain.records import need
from facilitator.domain.timer import TimerState, current_session, ends_the_day, next_session
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations


class Running:
    """What the facilitator does with the clock."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def start_workshop(self, workshop: WorkshopId) -> ChangeSet:
        """Open the workshop: it runs from now on. Raises NotFound."""
        return self._operations.perform(
            "start-workshop",
            lambda operation: operation.edit(Workshop, workshop, status=WorkshopStatus.RUNNING),
        )

    def close_workshop(self, workshop: WorkshopId) -> ChangeSet:
        """Close the workshop and finish the session that still runs. Raises NotFound."""

        def change(operation: Operation) -> None:
            end_current(operation, workshop)
            operation.edit(Workshop, workshop, status=WorkshopStatus.CLOSED)

        return self._operations.perform("close-workshop", change)

    def start_session(self, session: SessionId) -> ChangeSet:
        """Start a session now and finish the one that runs. Raises NotFound."""

        def change(operation: Operation) -> None:
            found = need(operation, Session, session)
            end_current(operation, found.workshop)
            begin(operation, found)

        return self._operations.perform("start-session", change)

    def next_session(self, workshop: WorkshopId) -> ChangeSet:
        """Finish the session that runs and start the next planned one; the last one of a day just ends.

        Raises InvalidInput when there is neither.
        """

        def change(operation: Operation) -> None:
            sessions = operation.where(Session, workshop=workshop)
            running = current_session(sessions)
            coming = next_session(sessions, running)
            if running is None and coming is None:
                raise InvalidInput("no-next-session")
            end_current(operation, workshop)
            if coming is not None and not ends_the_day(running, coming):
                begin(operation, coming)

        return self._operations.perform("next-session", change)

    def finish_session(self, session: SessionId) -> ChangeSet:
        """End a session now, with no other to follow. Raises NotFound."""
        return self._operations.perform(
            "finish-session", lambda operation: end(operation, need(operation, Session, session))
        )

    def skip_session(self, session: SessionId) -> ChangeSet:
        """Mark a planned session as left out. Raises NotFound."""
        return self._operations.perform(
            "skip-session",
            lambda operation: operation.edit(Session, session, status=SessionStatus.SKIPPED),
        )

    def pause(self, session: SessionId) -> ChangeSet:
        """Hold the clock. Raises NotFound."""
        return self._operations.perform(
            "pause-session",
            lambda operation: _mark(operation, session, TransitionKind.PAUSED, SessionStatus.PAUSED),
        )

    def resume(self, session: SessionId) -> ChangeSet:
        """Let the clock go on. Raises NotFound."""
        return self._operations.perform(
            "resume-session",
            lambda operation: _mark(operation, session, TransitionKind.RESUMED, SessionStatus.RUNNING),
        )

    def extend(self, session: SessionId, minutes: int) -> ChangeSet:
        """Give a session more minutes, or fewer, but never less than none at all. Raises NotFound.

        What cannot be taken off is not remembered, so that the next minute given counts.
        """

        def change(operation: Operation) -> None:
            found = need(operation, Session, session)
            clock = TimerState.of(found, operation.where(TimerTransition, session=session))
            seconds = max(minutes * 60, -int(clock.length.total_seconds()))
            note(operation, found, TransitionKind.EXTENDED, seconds=seconds)

        return self._operations.perform("extend-session", change)


def begin(operation: Operation, session: Session, at: dt.datetime | None = None) -> None:
    """Start a session at an instant, now when none is given. What runs has to be ended first."""
    at = at or operation.now
    note(operation, session, TransitionKind.STARTED, at=at)
    operation.edit(
        Session,
        session.id,
        status=SessionStatus.RUNNING,
        actual_start=session.actual_start or at,
        actual_end=None,
    )
    operation.edit(Workshop, session.workshop, status=WorkshopStatus.RUNNING)


def end_current(operation: Operation, workshop: WorkshopId, at: dt.datetime | None = None) -> None:
    """End the session that runs, if one does, at an instant, now when none is given."""
    running = current_session(operation.where(Session, workshop=workshop))
    if running is not None:
        end(operation, running, at)


def end(operation: Operation, session: Session, at: dt.datetime | None = None) -> None:
    """End a session at an instant, now when none is given."""
    at = at or operation.now
    note(operation, session, TransitionKind.FINISHED, at=at)
    start = session.actual_start or at
    operation.edit(
        Session, session.id, status=SessionStatus.DONE, actual_start=start, actual_end=max(start, at)
    )


def note(
    operation: Operation,
    session: Session,
    kind: TransitionKind,
    *,
    seconds: int = 0,
    at: dt.datetime | None = None,
) -> None:
    """Write down what happened to a session's clock."""
    operation.add(
        TimerTransition(
            id=new_id(),
            workshop=session.workshop,
            session=session.id,
            kind=kind,
            at=at or operation.now,
            seconds=seconds,
        )
    )


def _mark(operation: Operation, session: UUID, kind: TransitionKind, status: SessionStatus) -> None:
    found = need(operation, Session, session)
    note(operation, found, kind)
    operation.edit(Session, session, status=status)
