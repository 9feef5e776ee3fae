"""Sessions that start by themselves at their planned time.

Arming is written down, so that it outlives a crash and a closed lid. What was armed and is found past
its planned start, as after a lid that was opened late, has started then; when its planned time is over
altogether, it has lapsed and waits for somebody.
"""

import datetime as dt

from facilitator.domain.drift import Clocks, Day, Slot


def armed(day: Day, clocks: Clocks, now: dt.datetime) -> Slot | None:
    """Return the next session of a day that starts by itself, also when its time has just come."""
    for slot in day.slots:
        clock = clocks.get(slot.session.id)
        if slot.is_to_come and clock is not None and clock.armed and now < slot.planned_end:
            return slot
    return None


def is_due(slot: Slot, now: dt.datetime) -> bool:
    """Whether an armed session has to start now."""
    return slot.planned_start <= now


def can_be_armed(slot: Slot, now: dt.datetime) -> bool:
    """Whether a session's planned start is still to come."""
    return slot.is_to_come and now < slot.planned_start
