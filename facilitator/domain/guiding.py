"""Where a session is in its guided steps, how long a step has, and what becomes of it when steps change.

A step's time is the session's: while the session is paused, its step is too.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from facilitator.domain.agenda import Session, TimerTransition
from facilitator.domain.steps import Step
from facilitator.domain.timer import TimerState


def step_number(session: Session) -> int | None:
    """Return which step is on, from 1; None without steps. A session that begins is in its first one."""
    if not session.steps:
        return None
    return min(session.current_step or 1, len(session.steps))


def step_now(session: Session) -> Step | None:
    """Return the step that is on."""
    number = step_number(session)
    return None if number is None else session.steps[number - 1]


def minutes_of(steps: Iterable[Step]) -> int:
    """Return what the steps take in all, in minutes."""
    return sum(step.minutes for step in steps)


def step_clock(session: Session, transitions: Iterable[TimerTransition]) -> TimerState | None:
    """Return the clock of the step that is on; None without steps, or before the session has begun."""
    step, known = step_now(session), tuple(transitions)
    clock = TimerState.of(session, known)
    if step is None or clock.started is None:
        return None
    start = clock.started if session.current_step is None else session.step_started or clock.started
    return clock_since(session, known, max(start, clock.started), dt.timedelta(minutes=step.minutes))


def clock_since(
    session: Session, transitions: Iterable[TimerTransition], start: dt.datetime, planned: dt.timedelta
) -> TimerState:
    """Return a clock of `planned` that began at `start` and stands still whenever the session's does."""
    known = tuple(transitions)
    clock = TimerState.of(session, known)
    before = TimerState.of(session, (each for each in known if each.at <= start))
    stood = before.paused_for
    if (standing := before.paused_at or before.finished) is not None:
        stood += start - standing
    return replace(
        clock, planned=planned, extended=dt.timedelta(), started=start, paused_for=clock.paused_for - stood
    )


# What becomes of the place when steps are added, taken away or moved


def with_steps(session: Session, place: int, steps: Sequence[Step]) -> dict[str, object]:
    """Return the session's fields with more steps before `place`, counted from 0."""
    place = max(0, min(place, len(session.steps)))
    made = (*session.steps[:place], *steps, *session.steps[place:])
    now = session.current_step
    return {"steps": made, "current_step": now if now is None or now <= place else now + len(steps)}


def without_steps(session: Session, places: Iterable[int]) -> dict[str, object]:
    """Return the session's fields without the steps at these places; the one behind comes on instead."""
    gone = {each for each in places if 0 <= each < len(session.steps)}
    left = tuple(step for place, step in enumerate(session.steps) if place not in gone)
    now = session.current_step
    if now is not None:
        now = min(now - sum(1 for each in gone if each < now - 1), len(left)) or None
    return {"steps": left, "current_step": now}


def with_step_moved(session: Session, place: int, to: int) -> dict[str, object]:
    """Return the session's fields with the step at `place` standing at `to` instead, both from 0."""
    order = list(range(len(session.steps)))
    to = max(0, min(to, len(order) - 1))
    order.insert(to, order.pop(place))
    now = session.current_step
    kept = None if now is None or not 1 <= now <= len(order) else order.index(now - 1) + 1
    return {"steps": tuple(session.steps[each] for each in order), "current_step": kept if kept else now}
