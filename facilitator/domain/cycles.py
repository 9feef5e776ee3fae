"""Alliances, learning cycles, and what one workshop hands to the next (domain.md 1)."""

import datetime as dt
from enum import StrEnum
from uuid import UUID

from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import AllianceId, CycleId, OrganisationId, WorkshopId
from facilitator.domain.record import Record, require_order, require_text
from facilitator.domain.values import LooseDate, Text


class StepState(StrEnum):
    """How far one step of the learning cycle is."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"


class WorkshopType(StrEnum):
    """What a workshop is for."""

    REGIONAL = "regional"
    NATIONAL = "national"
    WRITING = "writing"
    TRAINING = "training"
    FOLLOW_UP = "follow_up"


class WorkshopStatus(StrEnum):
    """Where a workshop is in its life."""

    PLANNED = "planned"
    DRAFT = "draft"
    READY = "ready"
    RUNNING = "running"
    CLOSED = "closed"
    ARCHIVED = "archived"


class OutputState(StrEnum):
    """State of an earlier output at the start of the workshop that picks it up (domain.md 1.5)."""

    DONE = "done"
    PARTLY = "partly"
    NOT_STARTED = "not_started"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Principle:
    """One of the alliance's principles, numbered."""

    n: int
    label: Text


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the alliance says it reaches; always quoted with its source."""

    direct_partner_agencies: int | None = None
    additional_organisations_influenced: int | None = None
    rural_families: int | None = None
    countries: tuple[str, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class CycleStep:
    """A step of the cycle, in order."""

    name: Text
    state: StepState = StepState.NOT_STARTED


@dataclass(frozen=True, slots=True)
class Held:
    """When and where a planned workshop was held in fact."""

    start: dt.date | None = None
    end: dt.date | None = None
    city: str | None = None
    country: str | None = None

    def __post_init__(self) -> None:
        """Refuse an end before the start."""
        require_order(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alliance(Record):
    """Organisations that learn together over years."""

    id: AllianceId
    name: Text
    promoted_by: OrganisationId | None = None
    since: int | None = None
    principles: tuple[Principle, ...] = ()
    reach_claimed: Reach | None = None

    def __post_init__(self) -> None:
        """Refuse an alliance without a name."""
        require_text(self.name, "alliance-name-empty")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle(Record):
    """One theme, learnt by workshops with field work between them; the end may be open."""

    id: CycleId
    alliance: AllianceId | None = None
    label: str
    start: dt.date | None = None
    end: dt.date | None = None
    topic: Text | None = None
    learning_question: Text | None = None
    aims: tuple[Text, ...] = ()
    funder: OrganisationId | None = None
    steps: tuple[CycleStep, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a cycle without a label or ending before it starts."""
        require_text(self.label, "cycle-label-empty")
        require_order(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop(Record):
    """One meeting of the alliance. `language` is its main one; nobody must type a text twice.

    `time_zone` is an IANA name: planned times are local to the place, instants are UTC.
    `file_id` is the id it had in the file it came from, by which people may still call it.
    """

    id: WorkshopId
    cycle: CycleId | None = None
    number: int | None = None
    title: Text
    type: WorkshopType = WorkshopType.REGIONAL
    status: WorkshopStatus = WorkshopStatus.DRAFT
    language: str = "es"
    languages: tuple[str, ...] = ()
    start: dt.date | None = None
    end: dt.date | None = None
    planned_month: LooseDate | None = None
    actual: Held | None = None
    city: str | None = None
    country: str | None = None
    venue: str | None = None
    time_zone: str | None = None
    facilitating_organisation: OrganisationId | None = None
    participants_expected: int | None = None
    link_tool_in_focus: int | None = None
    objectives: tuple[Text, ...] = ()
    expected_outputs: tuple[Text, ...] = ()
    developments: tuple[Text, ...] = ()
    summary: Text | None = None
    file_id: str | None = None

    def __post_init__(self) -> None:
        """Refuse a workshop without a title or ending before it starts."""
        require_text(self.title, "workshop-title-empty")
        require_order(self.start, self.end)
        if self.number is not None and self.number < 1:
            raise InvalidInput("number-too-small", value=self.number, low=1)

    def days(self) -> tuple[dt.date, ...]:
        """Every calendar day from start to end; working days are those that hold sessions."""
        if self.start is None:
            return ()
        length = ((self.end or self.start) - self.start).days + 1
        return tuple(self.start + dt.timedelta(days=day) for day in range(length))


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorOutput(Record):
    """An output of an earlier workshop on the list of starting material (domain.md 1.5)."""

    workshop: WorkshopId
    output: UUID
    state: OutputState = OutputState.NOT_STARTED
    changed_since: Text | None = None
