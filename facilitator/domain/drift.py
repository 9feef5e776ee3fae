"""How a day runs against its plan: when what is to come will start, and when the day ends (domain.md 6.3).

The plan is never changed by this. What is done has its real times, what runs ends when its clock says,
and the rest follows: a locked session keeps its planned start, a gap in the plan is used up when late.
All instants are aware and UTC.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from facilitator.domain.agenda import Session, SessionStatus, SessionType
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import SessionId
from facilitator.domain.timer import TimerState, current_session

USUAL_START: Final = dt.time(8, 30)
"""When a day begins whose first session has no start of its own."""

_DAY: Final = dt.timedelta(days=1)
_ZERO: Final = dt.timedelta()
_LEFT_OUT: Final = frozenset({SessionStatus.SKIPPED, SessionStatus.MOVED})
_LIVE: Final = frozenset({SessionStatus.RUNNING, SessionStatus.PAUSED})


@dataclass(frozen=True, slots=True)
class Slot:
    """A session, when it was meant, and when it was, is or will be held."""

    session: Session
    planned_start: dt.datetime
    planned_end: dt.datetime
    start: dt.datetime
    end: dt.datetime

    @property
    def overrun(self) -> dt.timedelta:
        """How much longer it takes than planned; negative when it is shorter."""
        return (self.end - self.start) - (self.planned_end - self.planned_start)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the agenda, as it will turn out if nothing else happens."""

    date: dt.date
    slots: tuple[Slot, ...] = ()
    under_way: bool = False
    """Whether the day is being held now; a day that is not simply follows its plan."""

    @property
    def planned_end(self) -> dt.datetime | None:
        """When the day was meant to end; None for a day without sessions."""
        return self.slots[-1].planned_end if self.slots else None

    @property
    def ends(self) -> dt.datetime | None:
        """When the day ends or has ended."""
        return self.slots[-1].end if self.slots else None

    @property
    def late(self) -> dt.timedelta:
        """How much later than planned the day ends; negative when it ends early."""
        return self.slots[-1].end - self.slots[-1].planned_end if self.slots and self.under_way else _ZERO

    @property
    def slack(self) -> dt.timedelta:
        """What coming sessions can give back without being cut below their shortest length."""
        return sum((_spare(each.session) for each in self.slots), _ZERO)

    def slot(self, session: UUID) -> Slot | None:
        """Return the slot of a session, or None when it is not held on this day."""
        return next((each for each in self.slots if each.session.id == session), None)


def day_of(
    sessions: Iterable[Session],
    date: dt.date,
    *,
    clocks: Mapping[SessionId, TimerState],
    zone: dt.tzinfo,
    now: dt.datetime,
) -> Day:
    """Return how a day runs. `clocks` has the clock of every session that runs or is paused.

    A day that is run on another date than planned (a rehearsal, a workshop put off) is compared by
    the time of day.
    """
    held = sorted(
        (each for each in sessions if each.date == date and each.status not in _LEFT_OUT),
        key=lambda each: each.order,
    )
    plan = _plan(held, zone)
    live = current_session(held)
    under_way = live is not None or (
        now.astimezone(zone).date() == date
        and any(each.status is SessionStatus.DONE for each in held)
        and any(each.status is SessionStatus.PLANNED for each in held)
    )
    if live is not None and (began := _began(live, clocks)) is not None:
        shift = round((began - plan[live.id][0]) / _DAY) * _DAY
        plan = {key: (start + shift, end + shift) for key, (start, end) in plan.items()}
    return Day(date, tuple(_slots(held, plan, clocks, now if under_way else None)), under_way)


def _plan(held: list[Session], zone: dt.tzinfo) -> dict[UUID, tuple[dt.datetime, dt.datetime]]:
    """Return planned start and end of each session as instants."""
    plan: dict[UUID, tuple[dt.datetime, dt.datetime]] = {}
    previous: dt.datetime | None = None
    for session in held:
        if session.planned_start is not None or previous is None:
            local = dt.datetime.combine(session.date, session.planned_start or USUAL_START, zone)
            start = local.astimezone(dt.UTC)
        else:
            start = previous
        previous = start + dt.timedelta(minutes=session.planned_minutes)
        plan[session.id] = (start, previous)
    return plan


def _slots(
    held: list[Session],
    plan: Mapping[UUID, tuple[dt.datetime, dt.datetime]],
    clocks: Mapping[SessionId, TimerState],
    now: dt.datetime | None,
) -> Iterable[Slot]:
    before: Slot | None = None
    for session in held:
        planned_start, planned_end = plan[session.id]
        if session.status is SessionStatus.DONE:
            start = session.actual_start or planned_start
            end = max(start, session.actual_end or planned_end)
            if abs(start - planned_start) > _DAY / 2:  # of another holding of the day: it has its place only
                start, end = planned_start, planned_end
        elif session.status in _LIVE and now is not None:
            start = _began(session, clocks) or now
            clock = clocks.get(session.id)
            end = max(now, start if clock is None else clock.ends(now))
        else:
            start = _forecast(session, plan, before)
            if now is not None:
                start = max(start, now)
            end = start + (planned_end - planned_start)
        before = Slot(session, planned_start, planned_end, start, end)
        yield before


def _began(session: Session, clocks: Mapping[SessionId, TimerState]) -> dt.datetime | None:
    """Return when what runs began: by its clock, so that a session held again counts from now."""
    clock = clocks.get(session.id)
    return (clock.started if clock is not None else None) or session.actual_start


def _forecast(
    session: Session, plan: Mapping[UUID, tuple[dt.datetime, dt.datetime]], before: Slot | None
) -> dt.datetime:
    """Return when a coming session starts after the one before it."""
    planned_start, _end = plan[session.id]
    if before is None:
        return planned_start
    if session.locked:
        return max(before.end, planned_start)
    gap = max(_ZERO, planned_start - before.planned_end)
    return max(before.end, min(planned_start, before.end + gap))


def _spare(session: Session) -> dt.timedelta:
    if session.status is not SessionStatus.PLANNED or session.locked:
        return _ZERO
    shortest = session.shortest_minutes
    if session.type is SessionType.BUFFER:
        shortest = shortest or 0
    return _ZERO if shortest is None else dt.timedelta(minutes=session.planned_minutes - shortest)
