"""Keeps the day: brings it back on time, starts sessions by themselves, mends what a set clock broke.

The plan is never overwritten by any of it: minutes taken off and a later end are entries of the
sessions' clocks, what is left out or held another day says so by its status (domain.md 6.3).
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from facilitator.domain import flow
from facilitator.domain.agenda import Session, SessionStatus, TimerTransition, TransitionKind
from facilitator.domain.catch_up import with_moved
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import SessionId, WorkshopId, new_id
from facilitator.domain.late_day import Cut, Plan, Recovery
from facilitator.domain.records import need
from facilitator.domain.timer import TimerState, current_session
from facilitator.domain.turns import SpeakingTurn, Spell
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations
from facilitator.services.planned_again import unstamped
from facilitator.services.running import begin, end_current, note

_LABELS: Final = {
    Recovery.SHORTEN: "shorten-sessions",
    Recovery.DROP: "leave-out-session",
    Recovery.END_LATER: "end-later",
    Recovery.MOVE: "move-to-next-day",
}
_OPEN: Final = frozenset({SessionStatus.PLANNED, SessionStatus.RUNNING, SessionStatus.PAUSED})
_JUST_NOW: Final = dt.timedelta(seconds=5)
_A_DAY: Final = dt.timedelta(hours=18)


class Timekeeping:
    """What is done about time beyond starting and stopping."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def catch_up(self, plan: Plan) -> ChangeSet:
        """Apply a lawful way to end on time, as one operation.

        Raises NotFound, or InvalidInput when the agenda went on since the plan was made or a session
        keeps its time.
        """

        def change(operation: Operation) -> None:
            for cut in plan.cuts:
                _shorten(operation, cut)
            for session in plan.dropped:
                operation.edit(Session, _coming(operation, session).id, status=SessionStatus.SKIPPED)
            if plan.last is not None:
                last = need(operation, Session, plan.last)
                seconds = int(plan.later.total_seconds())
                note(operation, last, TransitionKind.POSTPONED, seconds=seconds)
            if plan.moved is not None and plan.to is not None:
                _move(operation, _coming(operation, plan.moved), plan.to)

        return self._operations.perform(_LABELS[plan.way], change)

    def arm(self, session: SessionId) -> ChangeSet:
        """Let a session that is still to come start by itself at its planned time.

        Raises NotFound or InvalidInput.
        """

        def change(operation: Operation) -> None:
            found = _coming(operation, session)
            if not _clock(operation, found).armed:
                note(operation, found, TransitionKind.ARMED)

        return self._operations.perform("arm-session", change)

    def disarm(self, session: SessionId) -> ChangeSet:
        """Let a session wait for somebody to start it. Raises NotFound."""

        def change(operation: Operation) -> None:
            found = need(operation, Session, session)
            if _clock(operation, found).armed:
                note(operation, found, TransitionKind.DISARMED)

        return self._operations.perform("disarm-session", change)

    def start_armed(self, session: SessionId, at: dt.datetime) -> ChangeSet:
        """Start a session that was to start by itself, at the instant `at`; what runs ends then.

        It can be undone, and then does not start by itself again. Raises NotFound, or InvalidInput
        when it is not armed any more (another program may have been quicker) or something else
        was started since.
        """

        def change(operation: Operation) -> None:
            found = _coming(operation, session)
            running = current_session(operation.where(Session, workshop=found.workshop))
            overtaken = running is not None and running.actual_start is not None and running.actual_start > at
            if overtaken or not _clock(operation, found).armed:
                raise InvalidInput("session-not-armed")
            end_current(operation, found.workshop, at)
            begin(operation, found, at)

        started = self._operations.perform("start-session", change)
        self._operations.perform(
            "disarm-session",
            lambda operation: note(operation, need(operation, Session, session), TransitionKind.DISARMED),
            undoable=False,
        )
        return started

    def clock_was_set(
        self, workshop: WorkshopId, by: dt.timedelta, follow: Callable[[], None] = lambda: None
    ) -> ChangeSet:
        """Mend the day that runs after the computer's clock was set forward or back.

        What was written down by the old clock is told by the new one: the running session has used
        up what it had used up, a break ends and whoever speaks has spoken as before, and the day's
        times still follow each other. Where another program
        on this computer has just done so, nothing changes. `follow` is called when all is mended and
        about to be committed: then the program's own clock goes over too. Cannot be undone.
        """

        def change(operation: Operation) -> None:
            mend(operation)
            follow()

        def mend(operation: Operation) -> None:
            sessions = operation.where(Session, workshop=workshop)
            live = current_session(sessions)
            if live is None:
                return
            day = [each for each in sessions if each.date == live.date]
            happened = [
                each
                for session in day
                for each in operation.where(TimerTransition, session=session.id)
                if abs(operation.now - each.at) < _A_DAY
            ]
            if any(_was_mended(each, operation.now) for each in happened):
                return
            for each in happened:
                operation.edit(TimerTransition, each.id, at=each.at + by)
            for session in day:
                operation.edit(
                    Session,
                    session.id,
                    actual_start=_told_anew(session.actual_start, operation.now, by),
                    actual_end=_told_anew(session.actual_end, operation.now, by),
                    step_started=_told_anew(session.step_started, operation.now, by),
                )
                for turn in operation.where(SpeakingTurn, session=session.id):
                    spoken = tuple(_spoken_anew(each, operation.now, by) for each in turn.spoken)
                    operation.edit(SpeakingTurn, turn.id, spoken=spoken)

        return self._operations.perform("set-clock", change, undoable=False)


def _was_mended(transition: TimerTransition, now: dt.datetime) -> bool:
    """Whether an entry, which nobody else ever changes, was changed a moment ago."""
    changed = transition.changed_at
    return changed is not None and changed != transition.created_at and abs(now - changed) < _JUST_NOW


def _told_anew(at: dt.datetime | None, now: dt.datetime, by: dt.timedelta) -> dt.datetime | None:
    return at if at is None or abs(now - at) >= _A_DAY else at + by


def _spoken_anew(spell: Spell, now: dt.datetime, by: dt.timedelta) -> Spell:
    """Tell both ends of a spell of speaking by the same clock, whichever that is."""
    if abs(now - spell.start) >= _A_DAY:
        return spell
    return Spell(spell.start + by, None if spell.end is None else spell.end + by)


def _clock(operation: Operation, session: Session) -> TimerState:
    return TimerState.of(session, operation.where(TimerTransition, session=session.id))


def _coming(operation: Operation, session: SessionId) -> Session:
    """Return a session that is still to come. Raises NotFound or InvalidInput."""
    found = need(operation, Session, session)
    if found.status is not SessionStatus.PLANNED:
        raise InvalidInput("agenda-went-on")
    return found


def _shorten(operation: Operation, cut: Cut) -> None:
    found = need(operation, Session, cut.session)
    if flow.keeps_time(found):
        raise InvalidInput("session-keeps-time")
    left = _clock(operation, found).length - dt.timedelta(minutes=cut.minutes)
    if found.status not in _OPEN or left < dt.timedelta(minutes=flow.least(found)):
        raise InvalidInput("agenda-went-on")
    note(operation, found, TransitionKind.EXTENDED, seconds=-60 * cut.minutes)


def _move(operation: Operation, session: Session, date: dt.date) -> None:
    """Hold a session on another day: it goes there itself, with all that belongs to it.

    Its place in the plan stays, marked as moved. There it has the minutes of the plan again, and
    waits to be started.
    """
    if flow.keeps_time(session):
        raise InvalidInput("session-keeps-time")
    day = with_moved(operation.where(Session, workshop=session.workshop), session, date)
    if not day:
        raise InvalidInput("agenda-went-on")
    operation.add(replace(unstamped(session), id=SessionId(new_id()), status=SessionStatus.MOVED, steps=()))
    for each in day:
        operation.put(each)
    clock = _clock(operation, session)
    if clock.extended:
        seconds = -int(clock.extended.total_seconds())
        note(operation, session, TransitionKind.EXTENDED, seconds=seconds)
    if clock.armed:
        note(operation, session, TransitionKind.DISARMED)
    workshop = need(operation, Workshop, session.workshop)
    operation.edit(Workshop, workshop.id, end=max(workshop.end or date, date))
