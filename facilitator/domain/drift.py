"""How a day runs against its plan: when what is to come will start, and when the day ends (domain.md 6.3).

The plan is never changed by this. What is done has its real times, what runs ends when its clock says,
and the rest follows with the minutes that are agreed for it: a session that keeps its time (locked, or
lunch) starts as planned or as soon after as it can, a gap in the plan is used up when late, and what
starts by itself does so at its planned time and ends what runs.
All instants are aware and UTC.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from facilitator.domain.agenda import Session, SessionStatus
from facilitator.domain.flow import MORNING, keeps_time, least
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import SessionId
from facilitator.domain.timer import TimerState, current_session

MINUTE: Final = dt.timedelta(minutes=1)
_DAY: Final = dt.timedelta(days=1)
_NIGHT: Final = dt.timedelta(hours=4)
"""So long after its last session a day that runs past midnight is still that day."""
_ZERO: Final = dt.timedelta()
_LEFT_OUT: Final = frozenset({SessionStatus.SKIPPED, SessionStatus.MOVED})
_LIVE: Final = frozenset({SessionStatus.RUNNING, SessionStatus.PAUSED})

Clocks = Mapping[SessionId, TimerState]
_Plan = Mapping[UUID, tuple[dt.datetime, dt.datetime]]


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

    @property
    def is_live(self) -> bool:
        """Whether it runs or is paused."""
        return self.session.status in _LIVE

    @property
    def is_to_come(self) -> bool:
        """Whether it has not begun."""
        return self.session.status is SessionStatus.PLANNED

    @property
    def pushed(self) -> dt.timedelta:
        """How much too late it starts although it keeps its time; nothing for what may flow."""
        if not (self.is_to_come and keeps_time(self.session)):
            return _ZERO
        return max(_ZERO, self.start - self.planned_start)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the agenda, as it will turn out if nothing else happens.

    `planned_end` counts what was left out or moved to another day too. `agreed_end` is later than
    that when the room agreed to it.
    """

    date: dt.date
    slots: tuple[Slot, ...] = ()
    under_way: bool = False
    """Whether the day is being held now; a day that is not simply follows its plan."""
    planned_end: dt.datetime | None = None
    agreed_end: dt.datetime | None = None

    @property
    def ends(self) -> dt.datetime | None:
        """When the day ends or has ended."""
        return self.slots[-1].end if self.slots else None

    @property
    def late(self) -> dt.timedelta:
        """How much later than agreed the day ends; negative when it ends early."""
        if not self.under_way or self.agreed_end is None or not self.slots:
            return _ZERO
        return self.slots[-1].end - self.agreed_end

    @property
    def ahead(self) -> tuple[Slot, ...]:
        """What runs and all behind it, else all behind what was done last: what was jumped over is not."""
        live = next((place for place, each in enumerate(self.slots) if each.is_live), None)
        if live is not None:
            return self.slots[live:]
        done = [place for place, each in enumerate(self.slots) if not each.is_to_come]
        return self.slots[done[-1] + 1 :] if done else self.slots

    @property
    def pushed(self) -> Slot | None:
        """The first coming session that keeps its time and yet will start a minute late or more."""
        return next((each for each in self.ahead if each.pushed >= MINUTE), None)

    @property
    def slack(self) -> dt.timedelta:
        """What coming sessions can give back without being cut below their shortest length."""
        return sum((_spare(each) for each in self.ahead), _ZERO)

    def slot(self, session: UUID) -> Slot | None:
        """Return the slot of a session, or None when it is not held on this day."""
        return next((each for each in self.slots if each.session.id == session), None)


def day_of(
    sessions: Iterable[Session], date: dt.date, *, clocks: Clocks, zone: dt.tzinfo, now: dt.datetime
) -> Day:
    """Return how a day runs. `clocks` has the clock of every session to which anything happened.

    A day that is run on another date than planned (a rehearsal, a workshop put off) is compared by
    the time of day.
    """
    whole = sorted((each for each in sessions if each.date == date), key=lambda each: each.order)
    held = [each for each in whole if each.status not in _LEFT_OUT]
    plan = _plan(whole, zone)
    live = current_session(held)
    under_way = live is not None or _is_between(held, date, zone, now)
    if live is not None and (began := _began(live, clocks)) is not None:
        days = round((began - plan[live.id][0]) / _DAY)
        plan = _plan(whole, zone, dt.timedelta(days=days)) if days else plan
    end = max((end for _start, end in plan.values()), default=None)
    postponed = max((clocks[each.id].postponed for each in whole if each.id in clocks), default=_ZERO)
    slots = tuple(_slots(held, plan, clocks, now if under_way else None))
    return Day(date, slots, under_way, end, None if end is None else end + postponed)


def _is_between(held: list[Session], date: dt.date, zone: dt.tzinfo, now: dt.datetime) -> bool:
    """Whether the day has begun and is not over while nothing runs: also a little past midnight."""
    done = [each for each in held if each.status is SessionStatus.DONE]
    if not done or not any(each.status is SessionStatus.PLANNED for each in held):
        return False
    if now.astimezone(zone).date() == date:
        return True
    last = max((each.actual_end for each in done if each.actual_end is not None), default=None)
    return last is not None and _ZERO <= now - last <= _NIGHT


def _plan(whole: list[Session], zone: dt.tzinfo, shift: dt.timedelta = _ZERO) -> _Plan:
    """Return planned start and end of each session as instants, all so many days later."""
    plan: dict[UUID, tuple[dt.datetime, dt.datetime]] = {}
    previous: dt.datetime | None = None
    for session in whole:
        if session.planned_start is not None or previous is None:
            start = instant(session.date + shift, session.planned_start or MORNING, zone)
        else:
            start = previous
        previous = start + dt.timedelta(minutes=session.planned_minutes)
        plan[session.id] = (start, previous)
    return plan


def instant(date: dt.date, time: dt.time, zone: dt.tzinfo) -> dt.datetime:
    """Return a local time as an instant. An hour that the clocks show twice means the first one."""
    return dt.datetime.combine(date, time, zone).astimezone(dt.UTC)


def _slots(held: list[Session], plan: _Plan, clocks: Clocks, now: dt.datetime | None) -> Iterable[Slot]:
    before: Slot | None = None
    for session, follower in zip(
        held, [*held[1:], None], strict=False
    ):  # nothing held has no follower either
        planned_start, planned_end = plan[session.id]
        clock = clocks.get(session.id)
        if session.status is SessionStatus.DONE:
            start = session.actual_start or planned_start
            end = max(start, session.actual_end or planned_end)
            if abs(start - planned_start) > _DAY / 2:  # of another holding of the day: it has its place only
                start, end = planned_start, planned_end
        elif session.status in _LIVE and now is not None:
            start = _began(session, clocks) or now
            end = start if clock is None else clock.ends(now)
            if follower is not None and _is_armed(follower, clocks) and plan[follower.id][0] > now:
                end = min(end, plan[follower.id][0])
            end = max(now, end)
        else:
            start = _forecast(session, plan, before, waits=_is_armed(session, clocks))
            if now is not None:
                start = max(start, now)
            end = start + (planned_end - planned_start if clock is None else clock.length)
        before = Slot(session, planned_start, planned_end, start, end)
        yield before


def _began(session: Session, clocks: Clocks) -> dt.datetime | None:
    """Return when what runs began: by its clock, so that a session held again counts from now."""
    clock = clocks.get(session.id)
    return (clock.started if clock is not None else None) or session.actual_start


def _is_armed(session: Session, clocks: Clocks) -> bool:
    clock = clocks.get(session.id)
    return clock is not None and clock.armed and session.status is SessionStatus.PLANNED


def _forecast(session: Session, plan: _Plan, before: Slot | None, *, waits: bool) -> dt.datetime:
    """Return when a coming session starts after the one before it."""
    planned_start, _end = plan[session.id]
    if before is None:
        return planned_start
    if waits or keeps_time(session):
        return max(before.end, planned_start)
    gap = max(_ZERO, planned_start - before.planned_end)
    return max(before.end, min(planned_start, before.end + gap))


def _spare(slot: Slot) -> dt.timedelta:
    """Return what a coming session can give back; nothing when it keeps its time."""
    if not slot.is_to_come or keeps_time(slot.session):
        return _ZERO
    return max(_ZERO, (slot.end - slot.start) - dt.timedelta(minutes=least(slot.session)))
