"""Plans the agenda: add, move, lengthen, duplicate, delete. Times flow; each is one operation.

What flows, and where it stops, is decided by `facilitator.domain.flow`.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from facilitator.domain import flow
from facilitator.domain.agenda import Session, SessionType
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import SessionId, WorkshopId, new_id
from facilitator.domain.records import need
from facilitator.domain.values import Text
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations
from facilitator.services.planned_again import again, copy_boards

USUAL_MINUTES: Final = 30
"""Length of a new session until somebody says otherwise."""


@dataclass(frozen=True, slots=True)
class NewSession:
    """What is known of a session when it is added; `id` lets the caller select it afterwards."""

    title: Text
    minutes: int = USUAL_MINUTES
    type: SessionType = SessionType.PLENARY
    id: SessionId | None = None


class Scheduling:
    """What can be done with the plan of the days."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def add_after(self, session: SessionId, new: NewSession) -> ChangeSet:
        """Add a session that starts when another ends; those behind flow on.

        Raises NotFound or InvalidInput.
        """

        def change(operation: Operation) -> None:
            found, day, place = _day_around(operation, session)
            made = operation.add(_session(new, found.workshop, found.date))
            _store(operation, flow.with_inserted(day, place + 1, made))

        return self._operations.perform("add-session", change)

    def add_last(
        self, workshop: WorkshopId, date: dt.date, new: NewSession, start: dt.time | None = None
    ) -> ChangeSet:
        """Add a session at the end of a day, or as its first one at `start`.

        The workshop's dates grow with the day. Raises NotFound or InvalidInput.
        """

        def change(operation: Operation) -> None:
            _hold(operation, workshop, date)
            day = flow.day_of(operation.where(Session, workshop=workshop), date)
            made = operation.add(_session(new, workshop, date))
            begins = None if start is None or day else flow.minutes_of(start)
            _store(operation, flow.with_inserted(day, len(day), made, begins))

        return self._operations.perform("add-session", change)

    def set_length(self, session: SessionId, minutes: int) -> ChangeSet:
        """Change how many minutes a session is planned for; those behind flow on.

        Raises NotFound or InvalidInput.
        """
        return self._replan(session, lambda day, place: flow.with_length(day, place, minutes), "edit-session")

    def set_start(self, session: SessionId, start: dt.time) -> ChangeSet:
        """Change when a session starts; those behind flow on up to the next locked one.

        A start before the session that comes before it, or behind the next locked one, moves the
        session there. Raises NotFound or InvalidInput.
        """

        def change(operation: Operation) -> None:
            found, day, place = _day_around(operation, session)
            if _in_order(day, place, flow.minutes_of(start)):
                _store(operation, flow.with_start(day, place, start))
            else:
                _move(operation, found, found.date, flow.minutes_of(start))

        return self._operations.perform("edit-session", change)

    def set_span(self, session: SessionId, start: dt.time, minutes: int) -> ChangeSet:
        """Change when a session starts and how long it is, its end staying: nothing else moves.

        Raises NotFound or InvalidInput.
        """

        def change(operation: Operation) -> None:
            least = need(operation, Session, session).shortest_minutes
            operation.edit(
                Session,
                session,
                planned_start=start,
                planned_minutes=minutes,
                shortest_minutes=None if least is None else min(least, minutes),
            )

        return self._operations.perform("edit-session", change)

    def move(self, session: SessionId, steps: int) -> ChangeSet:
        """Move a session so many places later in its day (earlier when negative); times flow.

        At the end of the day nothing happens. Raises NotFound, or InvalidInput for a session that
        keeps its time.
        """

        def change(operation: Operation) -> None:
            found, day, place = _day_around(operation, session)
            if flow.keeps_time(found):
                raise InvalidInput("session-keeps-time")
            target = place + steps
            if 0 <= target < len(day):
                _store(operation, flow.with_inserted(flow.without(day, place), target, found))

        return self._operations.perform("move-session", change)

    def move_to(self, session: SessionId, date: dt.date, start: dt.time | None = None) -> ChangeSet:
        """Move a session to a time of a day, or to the day's end; both days flow.

        A locked session starts exactly there, any other follows what is before it.
        Raises NotFound or InvalidInput.
        """

        def change(operation: Operation) -> None:
            found = need(operation, Session, session)
            _hold(operation, found.workshop, date)
            _move(operation, found, date, None if start is None else flow.minutes_of(start))

        return self._operations.perform("move-session", change)

    def duplicate(self, session: SessionId, copy: SessionId | None = None) -> ChangeSet:
        """Add the same session again behind it, with its question but nothing that was said.

        Raises NotFound or InvalidInput.
        """

        def change(operation: Operation) -> None:
            found, day, place = _day_around(operation, session)
            made = operation.add(again(found, copy, found.workshop, found.date))
            copy_boards(operation, found, made)
            _store(operation, flow.with_inserted(day, place + 1, made))

        return self._operations.perform("duplicate-session", change)

    def delete(self, *sessions: SessionId) -> ChangeSet:
        """Put sessions into the bin with their boards and cards; those behind move up. Raises NotFound."""

        def change(operation: Operation) -> None:
            for session in sessions:
                _found, day, place = _day_around(operation, session)
                operation.delete(Session, session)
                _store(operation, flow.without(day, place))

        return self._operations.perform("delete-session", change)

    def repair(self, workshop: WorkshopId, date: dt.date) -> ChangeSet:
        """Solve a day's overlaps in the lawful way. Raises InvalidInput when there is none."""

        def change(operation: Operation) -> None:
            day = flow.repaired(flow.day_of(operation.where(Session, workshop=workshop), date))
            if day is None:
                raise InvalidInput("agenda-without-repair")
            _store(operation, day)

        return self._operations.perform("repair-agenda", change)

    def add_day(self, workshop: WorkshopId, first: dt.date) -> ChangeSet:
        """Let a workshop last one day longer; one without dates begins on `first`. Raises NotFound."""

        def change(operation: Operation) -> None:
            found = need(operation, Workshop, workshop)
            last = found.end or found.start
            _hold(operation, workshop, first if last is None else last + dt.timedelta(days=1))

        return self._operations.perform("add-day", change)

    def set_first_day(self, workshop: WorkshopId, first: dt.date) -> ChangeSet:
        """Let a workshop begin on another day; its last day and its sessions move along. Raises NotFound."""

        def change(operation: Operation) -> None:
            found = need(operation, Workshop, workshop)
            by = dt.timedelta(0) if found.start is None else first - found.start
            last = first if found.end is None else max(first, found.end + by)
            operation.edit(Workshop, workshop, start=first, end=last, planned_month=None)
            for session in operation.where(Session, workshop=workshop) if by else ():
                operation.edit(Session, session.id, date=session.date + by)

        return self._operations.perform("edit-workshop", change)

    def _replan(self, session: SessionId, plan: Callable[[flow.Day, int], flow.Day], label: str) -> ChangeSet:
        def change(operation: Operation) -> None:
            _found, day, place = _day_around(operation, session)
            _store(operation, plan(day, place))

        return self._operations.perform(label, change)


def _session(new: NewSession, workshop: WorkshopId, date: dt.date) -> Session:
    return Session(
        id=new.id or SessionId(new_id()),
        workshop=workshop,
        date=date,
        planned_minutes=new.minutes,
        type=new.type,
        title=new.title,
    )


def _day_around(operation: Operation, session: SessionId) -> tuple[Session, flow.Day, int]:
    found = need(operation, Session, session)
    day = flow.day_of(operation.where(Session, workshop=found.workshop), found.date)
    return found, day, next(place for place, each in enumerate(day) if each.id == session)


def _in_order(day: Sequence[Session], place: int, start: int) -> bool:
    """Whether a session can start then and stay behind the same one, before the same locked one."""
    if place and start < flow.starts(day[place - 1]):
        return False
    locked = next((each for each in day[place + 1 :] if flow.keeps_time(each)), None)
    return locked is None or start <= flow.starts(locked)


def _move(operation: Operation, session: Session, date: dt.date, start: int | None) -> None:
    if start is None and flow.keeps_time(session) and session.planned_start is not None:
        start = flow.starts(session)
    sessions = operation.where(Session, workshop=session.workshop)
    old = flow.day_of(sessions, session.date)
    was = next(place for place, each in enumerate(old) if each.id == session.id)
    left = flow.without(old, was)
    same = date == session.date
    there = left if same else flow.day_of(sessions, date)
    seen = [each for each in old if each.id != session.id] if same else there
    place = len(there) if start is None else flow.place_at(seen, start)
    if start is not None and not flow.keeps_time(session):
        if same and place == was:
            start = max(start, flow.ends(old[was - 1])) if was else start
            _store(operation, flow.with_start(old, was, flow.time_of(start)))
            return
        start = _free_start(there, place, start)
    if not same:
        _store(operation, left)
    _store(operation, flow.with_inserted(there, place, replace(session, date=date), start))


def _free_start(day: Sequence[Session], place: int, start: int) -> int | None:
    """Return the start of a session put in at a place: as wished where it is free, else None."""
    if place < len(day) and flow.starts(day[place]) <= start:
        return None
    return max(start, flow.ends(day[place - 1])) if place else start


def _store(operation: Operation, day: Sequence[Session]) -> None:
    for each in day:
        operation.put(each)


def _hold(operation: Operation, workshop: WorkshopId, date: dt.date) -> None:
    """Let the workshop's dates reach to a day. Raises NotFound."""
    found = need(operation, Workshop, workshop)
    first = date if found.start is None else min(found.start, date)
    last = max(found.end or found.start or date, date)
    operation.edit(Workshop, workshop, start=first, end=last)
