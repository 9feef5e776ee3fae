"""Generated days that are being held and run late, or not: some sessions done, one running, the rest to come."""

import datetime as dt
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from facilitator.domain import flow
from facilitator.domain.agenda import Priority, Session, SessionStatus, SessionType, TimerTransition
from facilitator.domain.agenda import TransitionKind as Kind
from facilitator.domain.ids import SessionId, WorkshopId, new_id
from facilitator.domain.late_day import Situation
from facilitator.domain.timer import clocks_of
from facilitator.domain.values import Text

ZONE = dt.timezone(dt.timedelta(hours=-6))
DATE = dt.date(2014, 2, 6)
MORNING = dt.datetime(2014, 2, 6, 14, 30, tzinfo=dt.UTC)
"""Half past eight in Managua."""

TYPES = (
    SessionType.PLENARY,
    SessionType.INPUT,
    SessionType.GROUP_WORK,
    SessionType.BREAK,
    SessionType.LUNCH,
    SessionType.BUFFER,
    SessionType.REVIEW,
)


@dataclass(frozen=True)
class LateDay:
    """A workshop of two days at an instant of the first."""

    sessions: list[Session]
    transitions: list[TimerTransition]
    now: dt.datetime

    @property
    def situation(self) -> Situation:
        """What proposals are reckoned from."""
        clocks = clocks_of(self.sessions, self.transitions)
        return Situation(tuple(self.sessions), clocks, ZONE, self.now, DATE)


@st.composite
def plans(draw, workshop: WorkshopId, date: dt.date, *, most: int) -> list[Session]:
    """Return a day's plan without overlaps: sessions follow one another, with pauses here and there."""
    made: list[Session] = []
    start = 8 * 60 + 30
    for place in range(draw(st.integers(1, most))):
        minutes = draw(st.integers(0, 18)) * 5
        shortest = draw(st.none() | st.integers(0, minutes))
        made.append(
            Session(
                id=SessionId(new_id()),
                workshop=workshop,
                date=date,
                planned_start=flow.time_of(start),
                planned_minutes=minutes,
                shortest_minutes=shortest,
                type=draw(st.sampled_from(TYPES)),
                locked=draw(st.sampled_from([False, False, False, True])),
                priority=draw(st.sampled_from(list(Priority))),
                position=place,
                title=Text(f"Session {place}", "en"),
            )
        )
        start += minutes + draw(st.sampled_from([0, 0, 0, 5, 15]))
    if draw(st.booleans()):
        made[-1] = replace(made[-1], type=SessionType.CLOSING)
    return made


@st.composite
def late_days(draw) -> LateDay:
    """Return a day that is held now: it began early or late, and sessions took more or less than planned."""
    workshop = WorkshopId(new_id())
    plan = draw(plans(workshop, DATE, most=9))
    tomorrow = draw(plans(workshop, DATE + dt.timedelta(days=1), most=4)) if draw(st.booleans()) else []
    done = draw(st.integers(0, len(plan) - 1))
    now = MORNING + dt.timedelta(minutes=draw(st.integers(-10, 40)))
    held: list[Session] = []
    happened: list[TimerTransition] = []

    def note(session: Session, kind: Kind, at: dt.datetime, seconds: int = 0) -> None:
        happened.append(
            TimerTransition(
                id=new_id(), workshop=workshop, session=session.id, kind=kind, at=at, seconds=seconds
            )
        )

    for session in plan[:done]:
        took = dt.timedelta(minutes=max(0, session.planned_minutes + draw(st.integers(-20, 25))))
        held.append(replace(session, status=SessionStatus.DONE, actual_start=now, actual_end=now + took))
        now += took
    live = plan[done]
    note(live, Kind.STARTED, now)
    held.append(replace(live, status=SessionStatus.RUNNING, actual_start=now))
    now += dt.timedelta(seconds=draw(st.integers(0, 5400)))
    if draw(st.booleans()):
        note(live, Kind.EXTENDED, now, 60 * draw(st.integers(-10, 20)))
    coming = plan[done + 1 :]
    for session in coming:
        if draw(st.integers(0, 5)) == 0:
            note(session, Kind.EXTENDED, now, -60 * draw(st.integers(0, session.planned_minutes)))
    return LateDay([*held, *coming, *tomorrow], happened, now)
