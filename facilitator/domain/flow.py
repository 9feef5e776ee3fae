"""How times of a day follow from each other: starts flow from lengths, locked sessions keep theirs.

The rules are those of domain.md 6.1: a session starts when the one before it ends (and keeps the
pause that was left before it); locked sessions and lunch keep their time, and what flows stops
there. Nothing here changes a record in place: each function returns the day as it would be.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from facilitator.domain.agenda import Priority, Session, SessionType
from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass

DAY: Final = 24 * 60
"""Minutes of a day."""

MORNING: Final = dt.time(8, 30)
"""Where the first session of a day starts until somebody says otherwise (domain.md 6.2)."""

SHORTEST_BREAK: Final = 10
"""Minutes below which a break is none (design, drift card)."""

Day = list[Session]


def minutes_of(time: dt.time | None) -> int:
    """Return minutes since midnight; a session without a start counts from midnight."""
    return 0 if time is None else time.hour * 60 + time.minute


def time_of(minutes: int) -> dt.time:
    """Return the time so many minutes after midnight. Raises InvalidInput past the day's last minute."""
    if not 0 <= minutes < DAY:
        raise InvalidInput("session-past-midnight")
    return dt.time(minutes // 60, minutes % 60)


def starts(session: Session) -> int:
    """Return when a session starts, in minutes since midnight."""
    return minutes_of(session.planned_start)


def ends(session: Session) -> int:
    """Return when a session ends, in minutes since midnight; past midnight it is over 1440."""
    return starts(session) + session.planned_minutes


def keeps_time(session: Session) -> bool:
    """Whether what happens around a session leaves its start alone: locked, or lunch (domain.md 6.3)."""
    return session.locked or session.type is SessionType.LUNCH


def day_of(sessions: Iterable[Session], date: dt.date) -> Day:
    """Return the sessions of a day in the agenda's order.

    That is by time; but a session that was pushed over a locked one stays before it, so that
    shortening what pushed it brings it back.
    """
    by_time = sorted((each for each in sessions if each.date == date), key=lambda each: each.order)
    by_place = sorted(by_time, key=lambda each: each.position)
    places = {each.position for each in by_time}
    if len(places) == len(by_time) and _only_pushed(by_place):
        return by_place
    return by_time


def _only_pushed(day: Sequence[Session]) -> bool:
    """Whether fixed sessions, and the others, are each in the order of time."""
    for fixed in (True, False):
        times = [starts(each) for each in day if keeps_time(each) is fixed]
        if times != sorted(times):
            return False
    return True


def _pauses(day: Sequence[Session]) -> list[int]:
    """Return the minutes left free before each session; none before the first."""
    return [
        0 if place == 0 else max(0, starts(each) - ends(day[place - 1])) for place, each in enumerate(day)
    ]


def _flow(day: Day, first: int, pauses: Sequence[int]) -> Day:
    """Let sessions from place `first` follow on, each after its pause, up to the next fixed one."""
    for place in range(max(1, first), len(day)):
        if keeps_time(day[place]):
            break
        start = time_of(ends(day[place - 1]) + pauses[place])
        day[place] = replace(day[place], planned_start=start)
    return _numbered(day)


def _numbered(day: Day) -> Day:
    return [replace(each, position=place) for place, each in enumerate(day)]


def with_length(day: Sequence[Session], place: int, minutes: int) -> Day:
    """Return the day with another length of one session; those behind flow. Raises InvalidInput."""
    pauses, changed = _pauses(day), list(day)
    shortest = changed[place].shortest_minutes
    if shortest is not None and shortest > minutes:
        shortest = minutes
    changed[place] = replace(changed[place], planned_minutes=minutes, shortest_minutes=shortest)
    return _flow(changed, place + 1, pauses)


def with_start(day: Sequence[Session], place: int, start: dt.time) -> Day:
    """Return the day with another start of one session; those behind flow, its order stays."""
    pauses, changed = _pauses(day), list(day)
    changed[place] = replace(changed[place], planned_start=start)
    return _flow(changed, place + 1, pauses)


def without(day: Sequence[Session], place: int) -> Day:
    """Return the day without one session; those behind move up to where it started."""
    pauses, changed = _pauses(day), list(day)
    gone = changed.pop(place)
    freed = pauses.pop(place)
    if place == 0 and changed and not keeps_time(changed[0]):
        start = time_of(starts(gone) + pauses[0])
        changed[0] = replace(changed[0], planned_start=start)
        return _flow(changed, 1, pauses)
    if place < len(pauses):
        pauses[place] += freed
    return _flow(changed, place, pauses)


def with_inserted(day: Sequence[Session], place: int, session: Session, start: int | None = None) -> Day:
    """Return the day with a session put in at a place; those behind give way.

    It starts at `start` minutes since midnight, or when the one before it ends; at the front it
    takes the start of the one that was first. A free pause is used up before anything moves.
    """
    pauses, changed = _pauses(day), list(day)
    before = ends(changed[place - 1]) if place > 0 else None
    if start is None:
        start = before if before is not None else starts(changed[0]) if changed else minutes_of(MORNING)
    placed = replace(session, planned_start=time_of(start))
    changed.insert(place, placed)
    free = 0 if before is None else max(0, start - before)
    pauses.insert(place, free)
    if place + 1 < len(pauses):
        pauses[place + 1] = max(0, starts(changed[place + 1]) - ends(placed))
    return _flow(changed, place + 1, pauses)


def place_at(day: Sequence[Session], minutes: int) -> int:
    """Return the place in a day for something dropped at a time: behind what is half over by then."""
    return sum(1 for each in day if starts(each) + each.planned_minutes / 2 <= minutes)


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two sessions that want the same minutes; `second` starts while `first` still goes on."""

    first: Session
    second: Session
    minutes: int


def overlaps(sessions: Iterable[Session]) -> list[Overlap]:
    """Return the overlaps of one day in the order of time, each session with what it runs into."""
    found: list[Overlap] = []
    longest: Session | None = None
    for each in sorted(sessions, key=lambda one: one.order):
        if longest is not None and ends(longest) > starts(each) and each.planned_minutes > 0:
            shared = min(ends(longest), ends(each)) - starts(each)
            found.append(Overlap(longest, each, shared))
        if longest is None or ends(each) > ends(longest):
            longest = each
    return found


def room_closes(day: Sequence[Session]) -> int | None:
    """Return when the day has to end, in minutes since midnight: with a locked closing; else None."""
    closing = [each for each in day if each.locked and each.type is SessionType.CLOSING]
    return max((ends(each) for each in closing), default=None)


def fits(day: Sequence[Session]) -> bool:
    """Whether nothing overlaps and nothing goes on after the room has closed."""
    closes = room_closes(day)
    return not overlaps(day) and (closes is None or all(ends(each) <= closes for each in day))


_GIVES: Final = {Priority.COULD: 1, Priority.SHOULD: 2, Priority.MUST: 3}


def least(session: Session) -> int:
    """Return the minutes that a session needs: what its plan says, else half of it; a break ten.

    A buffer needs none. domain.md 6.3 asks that nothing be rushed and the design that no break be
    shorter than ten minutes; where a plan does not say the shortest time, half of what was planned
    is what a facilitator can still do something with, and never under five minutes.
    """
    if session.type is SessionType.BUFFER:
        return 0
    if session.shortest_minutes is not None:
        return session.shortest_minutes
    if session.type.is_break:
        return min(session.planned_minutes, SHORTEST_BREAK)
    return max(min(session.planned_minutes, 5), (session.planned_minutes + 1) // 2)


def repaired(day: Sequence[Session]) -> Day | None:
    """Return the day with its overlaps solved in the lawful way, or None when there is none.

    Sessions follow each other without overlap. Where they run into a locked one, those before it
    are shortened: buffers first, then what could and what should give way, the later one first;
    never below the shortest length, never a break below ten minutes, never a locked session.
    """
    changed = list(day)
    run = 0
    for place, each in enumerate(changed):
        if not keeps_time(each):
            if place and starts(each) < ends(changed[place - 1]):
                moved = ends(changed[place - 1])
                if moved >= DAY:
                    return None
                changed[place] = replace(each, planned_start=time_of(moved))
            continue
        if not _make_room(changed, run, place):
            return None
        run = place + 1
    return _numbered(changed) if fits(changed) else None


def _make_room(day: Day, run: int, fixed: int) -> bool:
    """Shorten sessions from place `run` until those before `fixed` end when it starts."""
    if run == fixed:
        return fixed == 0 or ends(day[fixed - 1]) <= starts(day[fixed])
    excess = ends(day[fixed - 1]) - starts(day[fixed])
    by_rank = sorted(range(run, fixed), key=lambda place: (_rank(day[place]), -place))
    for place in by_rank:
        if excess <= 0:
            break
        given = min(excess, day[place].planned_minutes - least(day[place]))
        if given <= 0:
            continue
        day[run:fixed] = with_length(day[run:fixed], place - run, day[place].planned_minutes - given)
        excess -= given
    return excess <= 0


def _rank(session: Session) -> int:
    return 0 if session.type is SessionType.BUFFER else _GIVES[session.priority]
