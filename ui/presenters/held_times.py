"""When a session was held in fact: shown and typed as one span of the day, "08:35 – 09:02"."""

import datetime as dt
import re
from typing import Final

from facilitator.domain.agenda import Session, SessionStatus
from facilitator.domain.cycles import Workshop, WorkshopStatus
from facilitator.domain.errors import InvalidInput
from facilitator.domain.places import zone_of
from ui.presenters.wording import parse_clock

_BETWEEN: Final = re.compile(r"\s*[–—-]\s*|\s+(?:a|to|hasta|until)\s+", re.IGNORECASE)
_RUNS: Final = frozenset({SessionStatus.RUNNING, SessionStatus.PAUSED})
_OVER: Final = frozenset({WorkshopStatus.CLOSED, WorkshopStatus.ARCHIVED})
_SIDES: Final = 2


def held(session: Session, workshop: Workshop | None) -> str | None:
    """Return when a session was held, empty where nobody knows; None while there is nothing to say yet."""
    if workshop is None or session.status in _RUNS:
        return None
    over = session.status is SessionStatus.DONE or workshop.status in _OVER
    if session.actual_start is None and session.actual_end is None:
        return "" if over else None
    zone = zone_of(workshop)
    sides = (session.actual_start, session.actual_end)
    return " – ".join("" if each is None else f"{each.astimezone(zone):%H:%M}" for each in sides).strip()


def held_fields(session: Session, words: str, workshop: Workshop) -> dict[str, object]:
    """Return the fields that a typed span changes; a session with times was held. Raises InvalidInput."""
    if not words.strip():
        return {"actual_start": None, "actual_end": None}
    read = [parse_clock(side) for side in _BETWEEN.split(words.strip())]
    if len(read) != _SIDES or None in read:
        raise InvalidInput("time-span-unknown", text=words)
    zone = zone_of(workshop)
    start, end = (
        dt.datetime.combine(session.date, dt.time(*each), zone).astimezone(dt.UTC) for each in read if each
    )
    fields: dict[str, object] = {"actual_start": start, "actual_end": end}
    return fields | ({"status": SessionStatus.DONE} if session.status is SessionStatus.PLANNED else {})
