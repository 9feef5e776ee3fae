"""Lawful ways to end a late day on time, reckoned from the records, changing none (domain.md 6.3, rule 4).

Three ways: shorten what is flexible, leave out what only "could" be held, or later: end the day later
or hold a session on another day. Every way keeps these rules:

- What is done stays. Locked sessions and lunch keep their start and their length; nothing is proposed
  that makes one of them later, and none is brought before its planned time. Sessions keep their order.
- Nothing gets less than the shortest time it needs (`flow.least`); no break is left out or moved.
- Minutes are taken from buffers first, then from inputs (theory is shortened rather than exercises),
  then from what could, should and must be held; among equals the later gives first, as closing rounds
  do in the design. What runs gives last: the room is in it.
- A closing is protected: it may become shorter, but is never left out or moved.

Where domain.md is silent, a facilitator expects: a session is left out whole, one at a time, the one
that loses least; the day is measured in whole minutes, as the clock on the wall shows them; a later
end is only agreed when everything that keeps its time does; a session goes to the next day of the
workshop, as early there as it fits without moving anything that keeps its time, behind the opening.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from facilitator.domain import flow
from facilitator.domain.agenda import Priority, Session, SessionType
from facilitator.domain.drift import MINUTE, Day, Slot
from facilitator.domain.errors import InvalidInput
from facilitator.domain.late_day import Cut, Plan, Proposal, Recovery, Situation, is_late, lateness, whole
from facilitator.domain.timer import TimerState

_RANKS: Final = {Priority.COULD: 2, Priority.SHOULD: 3, Priority.MUST: 4}
_OPENERS: Final = frozenset({SessionType.REGISTRATION, SessionType.OPENING, SessionType.REVIEW})
_STAY: Final = frozenset({*_OPENERS, SessionType.CLOSING, SessionType.BUFFER, SessionType.ENERGISER})
"""Types that belong to their day: on another one they mean nothing."""

_ACCEPTED: Final = 15 * MINUTE
"""How much later a day may end before the group has to be asked (domain.md 6.3)."""


def proposals(situation: Situation) -> Iterator[Proposal]:
    """Yield the lawful ways that help, at most one of each; none for a day that is on time."""
    before = situation.day()
    if not is_late(before):
        return
    for way in (_shorter, _without, _later, _elsewhere):
        plan = way(situation)
        if plan is None:
            continue
        after = situation.day(plan)
        if plan.way is Recovery.END_LATER or lateness(after) < lateness(before):
            yield Proposal(plan, before, after, _there(situation, plan))


def best(found: Iterable[Proposal]) -> Proposal | None:
    """Return the way to offer first: the mildest that is enough, else the one that helps most.

    Shortening comes before leaving out, and both before ending later; ending later only up to a
    quarter of an hour, beyond that another day is better.
    """
    seen: list[Proposal] = []
    for each in found:
        if each.is_enough and (each.plan.way is not Recovery.END_LATER or not needs_asking(each)):
            return each
        seen.append(each)
    return min(seen, key=lambda each: lateness(each.after), default=None)


def needs_asking(proposal: Proposal) -> bool:
    """Whether the day ends so much later that the group should be asked first (domain.md 6.3)."""
    after = proposal.after
    if after.agreed_end is None or after.planned_end is None:
        return False
    return after.agreed_end - after.planned_end > _ACCEPTED


# The ways


def _shorter(situation: Situation) -> Plan | None:
    plan = _trimmed(situation, Plan(Recovery.SHORTEN))
    return plan if plan.cuts else None


def _without(situation: Situation) -> Plan | None:
    """Leave out one "could" after the other until the day is on time; the rest is shortened."""
    plan: Plan | None = None
    left = [
        each.session
        for each in _flowing(situation.day())
        if each.session.priority is Priority.COULD and not each.session.type.is_break
    ]
    left = [each for each in left if each.type not in {SessionType.CLOSING, SessionType.BUFFER}]
    while left:
        dropped = plan.dropped if plan else ()
        tried = [
            (_trimmed(situation, Plan(Recovery.DROP, dropped=(*dropped, each.id))), each) for each in left
        ]
        better, gone = min(tried, key=lambda each: _loss(situation, *each))
        if plan is not None and lateness(situation.day(better)) >= lateness(situation.day(plan)):
            break
        plan = better
        left.remove(gone)
        if not lateness(situation.day(plan)):
            break
    return plan


def _later(situation: Situation) -> Plan | None:
    """Agree on a later end, if what keeps its time does; sessions before it are shortened if need be."""
    before = situation.day()
    if before.late < MINUTE:
        return None
    plan = _trimmed(situation, Plan(Recovery.END_LATER), to_the_end=False)
    after = situation.day(plan)
    if after.pushed is not None or after.late < MINUTE or flow.keeps_time(after.slots[-1].session):
        return None
    minutes = after.late // MINUTE  # as told: a day that ends 17:05:03 ends at 17:05
    return replace(plan, last=after.slots[-1].session.id, later=minutes * MINUTE)


def _elsewhere(situation: Situation) -> Plan | None:
    """Hold one session on the workshop's next day: the least important that is enough."""
    date = situation.next_date
    if date is None:
        return None
    tried = [
        (_trimmed(situation, Plan(Recovery.MOVE, moved=each.session.id, to=date)), each.session)
        for each in _flowing(situation.day())
        if not each.session.type.is_break and each.session.type not in _STAY
    ]
    tried.sort(key=lambda each: _loss(situation, *each))
    return next((plan for plan, _session in tried if _there(situation, plan)), None)


def _loss(situation: Situation, plan: Plan, gone: Session) -> tuple[int, ...]:
    """Return what a plan costs: what is still late, the rank of what goes, cuts, and its minutes."""
    return (
        lateness(situation.day(plan)),
        _RANKS[gone.priority],
        sum(each.minutes for each in plan.cuts),
        gone.planned_minutes,
        -flow.starts(gone),
    )


# Taking minutes off


def _flowing(day: Day) -> list[Slot]:
    """Return what is to come and may be changed; nothing that lies before what runs."""
    return [each for each in day.ahead if each.is_to_come and not flow.keeps_time(each.session)]


def _trimmed(situation: Situation, plan: Plan, *, to_the_end: bool = True) -> Plan:
    """Return the plan with what can be taken off so that each fixed start, and the end, is on time.

    With `to_the_end` false only fixed starts count, not the end of the day.
    """
    ahead = situation.day(plan).ahead
    begin = 0
    for place in range(len(ahead) + 1):
        ends = place == len(ahead)
        if not ends and not (ahead[place].is_to_come and flow.keeps_time(ahead[place].session)):
            continue
        if not ends or to_the_end:
            plan = _relieved(situation, plan, (begin, place))
        begin = place + 1
    return plan


def _relieved(situation: Situation, plan: Plan, run: tuple[int, int]) -> Plan:
    """Take minutes off what lies ahead from place `run[0]` until what stands at `run[1]` is on time."""
    day = situation.day(plan)
    excess, ahead = _excess(day, run[1]), day.ahead
    order = sorted(range(*run), key=lambda place: (_rank(ahead[place]), -place))
    for place in order:
        if excess <= 0:
            break
        minutes = min(excess, _gives(ahead[place], situation))
        if minutes <= 0:
            continue
        session = ahead[place].session.id
        tried = _with_cut(plan, Cut(session, minutes))
        spared = excess - _excess(situation.day(tried), run[1])
        if spared <= 0:
            continue  # a gap in the plan lies between: these minutes would be lost
        plan = tried if spared == minutes else _with_cut(plan, Cut(session, spared))
        excess -= spared
    return plan


def _excess(day: Day, place: int) -> int:
    """Return by how many minutes what stands at a place is late; behind the last place, the day's end."""
    ahead = day.ahead
    return whole(day.late if place == len(ahead) else ahead[place].pushed)


def _rank(slot: Slot) -> int:
    if slot.is_live:
        return 5
    if slot.session.type is SessionType.BUFFER:
        return 0
    return 1 if slot.session.type is SessionType.INPUT else _RANKS[slot.session.priority]


def _gives(slot: Slot, situation: Situation) -> int:
    """Return how many minutes can be taken off a session."""
    session, now = slot.session, situation.now
    if flow.keeps_time(session) or not (slot.is_live or slot.is_to_come):
        return 0
    clock = situation.clocks.get(session.id) or TimerState(session.planned_minutes * MINUTE)
    least = max(flow.least(session) * MINUTE, clock.elapsed(now) if slot.is_live else dt.timedelta())
    return max(0, whole(clock.length - least))


def _with_cut(plan: Plan, cut: Cut) -> Plan:
    return replace(plan, cuts=(*plan.cuts, cut))


# On another day


def _there(situation: Situation, plan: Plan) -> tuple[Session, ...]:
    """Return the other day with the session that is moved there; nothing when it fits nowhere."""
    session = next((each for each in situation.sessions if each.id == plan.moved), None)
    if session is None or plan.to is None:
        return ()
    return with_moved(situation.sessions, session, plan.to)


def with_moved(sessions: Iterable[Session], session: Session, date: dt.date) -> tuple[Session, ...]:
    """Return a day's plan with a session put in as early as it fits; nothing when it fits nowhere.

    It stays behind the opening, moves nothing that keeps its time, and is never the last thing of the
    day when there is a closing. What it gets are the minutes that were planned.
    """
    day = flow.day_of(sessions, date)
    first = next((place for place, each in enumerate(day) if each.type not in _OPENERS), len(day))
    for place in range(first, len(day) + 1):
        if any(each.type is SessionType.CLOSING for each in day[:place]):
            break
        try:
            tried = flow.with_inserted(day, place, replace(session, date=date))
        except InvalidInput:  # past midnight
            continue
        if flow.fits(tried):
            return tuple(tried)
    return ()
