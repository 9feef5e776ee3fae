"""Organisations, people, what they consent to, who was in the room (domain.md 1.3, 6.7, 6.8)."""

import datetime as dt
from enum import StrEnum

from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import AllianceId, OrganisationId, PersonId, WorkshopId
from facilitator.domain.record import Record, require_order, require_text


class OrganisationKind(StrEnum):
    """What an organisation is."""

    RESEARCH_CENTRE = "research_centre"
    INTERNATIONAL_NGO = "international_ngo"
    LOCAL_NGO = "local_ngo"
    FEDERATION = "federation"
    PRODUCER_ORGANISATION = "producer_organisation"
    BUYER = "buyer"
    DONOR = "donor"
    UNIVERSITY = "university"
    PUBLIC_BODY = "public_body"
    OTHER = "other"


class OrganisationRole(StrEnum):
    """What an organisation does in the alliance."""

    FACILITATING = "facilitating"
    FUNDER = "funder"
    PARTNER = "partner"
    GUEST = "guest"


class Sex(StrEnum):
    """As the person says; free to keep to oneself."""

    F = "f"
    M = "m"
    OTHER = "other"
    NOT_SAID = "not_said"


class AgeBand(StrEnum):
    """Bands that donors ask for, in years."""

    UNDER_18 = "under_18"
    FROM_18_TO_29 = "18_29"
    FROM_30_TO_59 = "30_59"
    FROM_60 = "60_plus"
    NOT_SAID = "not_said"


class WorkshopRole(StrEnum):
    """What a person does in the workshop; one person may do several things."""

    LEAD_FACILITATOR = "lead_facilitator"
    CO_FACILITATOR = "co_facilitator"
    TIMEKEEPER = "timekeeper"
    NOTE_TAKER = "note_taker"
    LOGISTICS = "logistics"
    PARTICIPANT = "participant"
    RESOURCE_PERSON = "resource_person"
    OBSERVER = "observer"
    COORDINATOR = "coordinator"


class ConsentKind(StrEnum):
    """The four things a person is asked (domain.md 6.8)."""

    NAME_IN_MINUTES = "name_in_minutes"
    CONTACT_IN_MINUTES = "contact_in_minutes"
    PHOTO = "photo"
    QUOTE_WITH_NAME = "quote_with_name"


class HalfDay(StrEnum):
    """Attendance is taken twice a day."""

    AM = "am"
    PM = "pm"


class AttendanceCode(StrEnum):
    """The legend of regional attendance forms, shortened to a letter or two."""

    PRESENT = "P"
    ABSENT = "A"
    EXCUSED = "E"
    LATE = "T"
    PARTIAL = "PP"
    WITHDRAWN = "R"
    DESERTED = "D"

    @property
    def in_the_room(self) -> bool:
        """Whether the person was there for at least part of the half day."""
        return self in {AttendanceCode.PRESENT, AttendanceCode.LATE, AttendanceCode.PARTIAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
    """A member, funder or guest. `short` is the name people say, `code` the chip on a card."""

    id: OrganisationId
    name: str
    short: str | None = None
    role: OrganisationRole | None = None
    kind: OrganisationKind | None = None
    country: str | None = None
    contact: str | None = None
    website: str | None = None
    active: bool = True
    real: bool = True

    def __post_init__(self) -> None:
        """Refuse an organisation without a name."""
        require_text(self.name, "organisation-name-empty")

    @property
    def known_as(self) -> str:
        """The short name if there is one, else the name."""
        return self.short or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Record):
    """An organisation's time in an alliance."""

    organisation: OrganisationId
    alliance: AllianceId
    start: dt.date | None = None
    end: dt.date | None = None
    role: OrganisationRole | None = None

    def __post_init__(self) -> None:
        """Refuse a membership that ends before it starts."""
        require_order(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody who comes or is responsible. No national identity number is kept."""

    id: PersonId
    full_name: str
    organisation: OrganisationId | None = None
    sex: Sex | None = None
    age_band: AgeBand | None = None
    position: str | None = None
    municipality: str | None = None
    country: str | None = None
    phone: str | None = None
    email: str | None = None
    first_time: bool | None = None
    workshop_roles: tuple[WorkshopRole, ...] = (WorkshopRole.PARTICIPANT,)
    anonymised: bool = False

    def __post_init__(self) -> None:
        """Refuse a person without a name, unless the person asked to be forgotten."""
        if not self.anonymised:
            require_text(self.full_name, "person-name-empty")


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Record):
    """One answer of one person; the newest of a kind counts, and it can be withdrawn."""

    person: PersonId
    kind: ConsentKind
    given: bool
    on: dt.date | None = None
    how: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Record):
    """Whether a person was in the room in one half day."""

    workshop: WorkshopId
    person: PersonId
    date: dt.date
    half_day: HalfDay
    code: AttendanceCode
