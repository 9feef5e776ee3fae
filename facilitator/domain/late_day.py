"""A late day and what can be done about it, as values: the plan of a change, and the day before and after.

Nothing here decides; `facilitator/domain/catch_up.py` does.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import field, replace
from enum import StrEnum
from typing import Final

from facilitator.domain.agenda import Session, SessionStatus
from facilitator.domain.drift import MINUTE, Clocks, Day, day_of
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import SessionId
from facilitator.domain.timer import TimerState

_NO_TIME: Final = dt.timedelta()


class Recovery(StrEnum):
    """What is done about a late day."""

    SHORTEN = "shorten"
    DROP = "drop"
    END_LATER = "end_later"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Cut:
    """Minutes taken off a session that runs or is still to come."""

    session: SessionId
    minutes: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be changed. `later` is how much later the day is agreed to end, with `last` as its last."""

    way: Recovery
    cuts: tuple[Cut, ...] = ()
    dropped: tuple[SessionId, ...] = ()
    moved: SessionId | None = None
    to: dt.date | None = None
    last: SessionId | None = None
    later: dt.timedelta = _NO_TIME


@dataclass(frozen=True, slots=True)
class Proposal:
    """One lawful way: what it changes, and the day before and after. `there` is the other day, if any."""

    plan: Plan
    before: Day
    after: Day
    there: tuple[Session, ...] = ()

    @property
    def is_enough(self) -> bool:
        """Whether the day then ends on time, and all that keeps its time starts on time."""
        return not is_late(self.after)


@dataclass(frozen=True, slots=True)
class Situation:
    """What the ways are reckoned from: the workshop's sessions, their clocks, and the instant."""

    sessions: tuple[Session, ...]
    clocks: Clocks
    zone: dt.tzinfo
    now: dt.datetime
    date: dt.date
    last_date: dt.date | None = None
    """The workshop's last day, when it is known to last longer than its sessions."""

    _days: dict[Plan | None, Day] = field(default_factory=dict, repr=False, compare=False)

    def day(self, plan: Plan | None = None) -> Day:
        """Return how the day runs, as it is or once a plan is applied."""
        found = self._days.get(plan)
        if found is None:
            sessions, clocks = (self.sessions, self.clocks) if plan is None else self._with(plan)
            found = day_of(sessions, self.date, clocks=clocks, zone=self.zone, now=self.now)
            self._days[plan] = found
        return found

    def _with(self, plan: Plan) -> tuple[Iterable[Session], Clocks]:
        status = dict.fromkeys(plan.dropped, SessionStatus.SKIPPED)
        if plan.moved is not None:
            status[plan.moved] = SessionStatus.MOVED
        clocks = dict(self.clocks)
        for session in self.sessions:
            clock = clocks.get(session.id) or TimerState(session.planned_minutes * MINUTE)
            cut = sum(each.minutes for each in plan.cuts if each.session == session.id)
            if cut or session.id == plan.last:
                clocks[session.id] = replace(
                    clock,
                    extended=clock.extended - cut * MINUTE,
                    postponed=clock.postponed + (plan.later if session.id == plan.last else _NO_TIME),
                )
        changed = (
            replace(each, status=status[each.id]) if each.id in status else each for each in self.sessions
        )
        return changed, clocks

    @property
    def next_date(self) -> dt.date | None:
        """The next day of the workshop, or None when this is its last."""
        later = [each.date for each in self.sessions if each.date > self.date]
        if later:
            return min(later)
        lasts = self.last_date is not None and self.last_date > self.date
        return self.date + dt.timedelta(days=1) if lasts else None


def is_late(day: Day) -> bool:
    """Whether the day ends late, or something that keeps its time will start late, by a minute or more."""
    return day.under_way and (day.late >= MINUTE or day.pushed is not None)


def lateness(day: Day) -> int:
    """Return by how many minutes the day's end and what keeps its time are late, taken together."""
    return sum(whole(each.pushed) for each in day.ahead) + max(0, whole(day.late))


def whole(span: dt.timedelta) -> int:
    """Return whole minutes, as clocks show them."""
    return span // MINUTE
