"""What the note-taker keeps beside cards: notes, agreements, the parking lot, photos (domain.md 6.6, 7)."""

import datetime as dt
from enum import StrEnum
from typing import Final
from uuid import UUID

from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import AgreementId, OrganisationId, PersonId, PhotoId, SessionId, WorkshopId
from facilitator.domain.record import Record, require_text
from facilitator.domain.values import LooseDate, Text

MOST_CONTENT: Final = 20 * 1024 * 1024
"""Letters of a picture in base64. What the program takes in itself has a thirtieth of it."""


class NoteKind(StrEnum):
    """What a rapporteur listens for (domain.md 10, row 24)."""

    POINT = "point"
    CONTROVERSY = "controversy"
    CONVERGENCE = "convergence"
    DECISION = "decision"
    QUESTION = "question"


class ParkingOutcome(StrEnum):
    """What became of something parked; None while nobody decided."""

    ANSWERED_IN_SESSION = "answered_in_session"
    TO_WORK_PLAN = "to_work_plan"
    TO_AGENDA = "to_agenda"
    TO_PERSON = "to_person"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """A line of the note-taker's account; a private one never leaves the operator's window."""

    workshop: WorkshopId
    session: SessionId | None = None
    kind: NoteKind = NoteKind.POINT
    text: Text
    private: bool = False
    position: int = 0

    def __post_init__(self) -> None:
        """Refuse an empty note."""
        require_text(self.text, "note-empty")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Record):
    """Something the workshop agreed; `source` is the card, cluster or reflection it came from."""

    id: AgreementId
    workshop: WorkshopId
    session: SessionId | None = None
    number: int | None = None
    text: Text
    responsible: OrganisationId | None = None
    responsible_person: PersonId | None = None
    due: LooseDate | None = None
    source: UUID | None = None

    def __post_init__(self) -> None:
        """Refuse an empty agreement."""
        require_text(self.text, "agreement-empty")


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkingItem(Record):
    """A matter set aside, and what became of it; `linked` is the record that took it over."""

    workshop: WorkshopId
    session: SessionId | None = None
    text: Text
    raised_by: PersonId | None = None
    outcome: ParkingOutcome | None = None
    linked: UUID | None = None

    def __post_init__(self) -> None:
        """Refuse an empty item."""
        require_text(self.text, "parking-empty")


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo(Record):
    """A picture of the wall, the group or a document; `of` is the record it shows."""

    id: PhotoId
    workshop: WorkshopId
    session: SessionId | None = None
    of: UUID | None = None
    caption: Text | None = None
    file_name: str
    media_type: str
    taken_at: dt.datetime | None = None
    people: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoContent(Record):
    """The bytes of a photo in base64; apart from it, so that lists of photos stay light."""

    photo: PhotoId
    content: str

    def __post_init__(self) -> None:
        """Refuse a picture that no list of photos could be exported with."""
        if len(self.content) > MOST_CONTENT:
            raise InvalidInput("picture-too-heavy", limit=MOST_CONTENT // (1024 * 1024))
