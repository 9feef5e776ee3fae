"""Who speaks, and for how long: groups and speakers that share the time of a session (domain.md 10, row 17).

A turn is planned, then spoken in one or more spells, then done. For the facilitator only: the stage
names whose turn it is while time is shared, and nobody ever sees how long others spoke.
"""

import datetime as dt
from enum import StrEnum

from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import OrganisationId, PersonId, SessionId, WorkshopId
from facilitator.domain.record import Record


class TimeShared(StrEnum):
    """Whose remaining time the turns share."""

    SESSION = "session"
    STEP = "step"


@dataclass(frozen=True, slots=True)
class Spell:
    """One stretch of speaking; without `end` it lasts."""

    start: dt.datetime
    end: dt.datetime | None = None

    def __post_init__(self) -> None:
        """Refuse an end before the start."""
        if self.end is not None and self.end < self.start:
            raise InvalidInput("dates-in-reverse", start=self.start.isoformat(), end=self.end.isoformat())


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakingTurn(Record):
    """A turn of a person, an organisation or a group that has only a name.

    Turns with `shares` wait for each other by `position` and share that time; one without is
    somebody who simply spoke. `organisation` stays when the person asks to be forgotten.
    """

    workshop: WorkshopId
    session: SessionId
    organisation: OrganisationId | None = None
    person: PersonId | None = None
    name: str | None = None
    shares: TimeShared | None = None
    position: int = 0
    spoken: tuple[Spell, ...] = ()
    done: bool = False
