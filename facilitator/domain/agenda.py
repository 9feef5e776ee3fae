"""The agenda: sessions in their order, the plan and what really happened (domain.md 6.1 to 6.3)."""

import datetime as dt
from enum import StrEnum

from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import PersonId, SessionId, WorkshopId
from facilitator.domain.record import Record, require_range, require_text
from facilitator.domain.steps import Step
from facilitator.domain.values import Text

LONGEST_SESSION = 24 * 60
"""Minutes; a session longer than a day is a slip of the keyboard."""


class SessionType(StrEnum):
    """Block types of a workshop day (domain.md 6.2)."""

    REGISTRATION = "registration"
    OPENING = "opening"
    EXPECTATIONS = "expectations"
    GROUND_RULES = "ground_rules"
    ICEBREAKER = "icebreaker"
    ENERGISER = "energiser"
    REVIEW = "review"
    INPUT = "input"
    GROUP_WORK = "group_work"
    PLENARY = "plenary"
    CARD_COLLECTION = "card_collection"
    FEEDBACK = "feedback"
    REFLECTION = "reflection"
    PROTOTYPE_WORK = "prototype_work"
    PLANNING = "planning"
    FIELD_VISIT = "field_visit"
    PARKING_LOT_REVIEW = "parking_lot_review"
    BREAK = "break"
    LUNCH = "lunch"
    EVALUATION = "evaluation"
    CLOSING = "closing"
    BUFFER = "buffer"

    @property
    def is_break(self) -> bool:
        """Whether the room leaves for food or coffee."""
        return self in {SessionType.BREAK, SessionType.LUNCH}


class Grouping(StrEnum):
    """How people sit and work."""

    INDIVIDUAL = "individual"
    PAIRS = "pairs"
    TRIOS = "trios"
    SMALL_GROUPS = "small_groups"
    BY_ORGANISATION = "by_organisation"
    BY_COUNTRY = "by_country"
    PLENARY = "plenary"
    GALLERY_WALK = "gallery_walk"
    FISHBOWL = "fishbowl"
    WORLD_CAFE = "world_cafe"
    ONE_TWO_FOUR_ALL = "1_2_4_all"


class Priority(StrEnum):
    """What may give way when the day is late."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


class SessionStatus(StrEnum):
    """Where a session is."""

    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    SKIPPED = "skipped"
    MOVED = "moved"


class TransitionKind(StrEnum):
    """What can happen to a session's clock."""

    STARTED = "started"
    PAUSED = "paused"
    RESUMED = "resumed"
    EXTENDED = "extended"
    POSTPONED = "postponed"
    """The day may end so many seconds later than planned: the room has agreed to it."""
    ARMED = "armed"
    """It is to start by itself at its planned time."""
    DISARMED = "disarmed"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Record):
    """One block of the agenda.

    `date` and `planned_start` are local to the workshop; the plan is never overwritten by what
    happens. `actual_start` and `actual_end` are instants. `instructions` are for the room,
    `facilitator_notes` never leave the operator's window. `locked` keeps its planned time.
    `current_step` counts from 1; None in a session that runs means the first step.
    """

    id: SessionId
    workshop: WorkshopId
    date: dt.date
    planned_start: dt.time | None = None
    planned_minutes: int
    shortest_minutes: int | None = None
    type: SessionType = SessionType.PLENARY
    title: Text
    objective: Text | None = None
    method: Text | None = None
    instructions: Text | None = None
    facilitator_notes: Text | None = None
    grouping: Grouping | None = None
    materials: tuple[Text, ...] = ()
    responsible: PersonId | None = None
    expected_outputs: tuple[Text, ...] = ()
    locked: bool = False
    priority: Priority = Priority.MUST
    position: int = 0
    status: SessionStatus = SessionStatus.PLANNED
    actual_start: dt.datetime | None = None
    actual_end: dt.datetime | None = None
    conclusion: Text | None = None
    steps: tuple[Step, ...] = ()
    current_step: int | None = None
    step_started: dt.datetime | None = None

    def __post_init__(self) -> None:
        """Refuse a session without a title, or with impossible times."""
        require_text(self.title, "session-title-empty")
        require_range(self.planned_minutes, 0, LONGEST_SESSION, "minutes-out-of-range")
        require_range(self.shortest_minutes, 0, self.planned_minutes, "minutes-out-of-range")
        require_range(self.current_step, 1, 10_000, "number-too-small")
        if self.actual_start and self.actual_end and self.actual_end < self.actual_start:
            raise InvalidInput(
                "dates-in-reverse",
                start=self.actual_start.isoformat(),
                end=self.actual_end.isoformat(),
            )

    @property
    def order(self) -> tuple[dt.date, dt.time, int]:
        """Sort key of the agenda."""
        return (self.date, self.planned_start or dt.time.min, self.position)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerTransition(Record):
    """Something that happened to a session's clock at an instant; `seconds` when extended or postponed.

    A pause with `seconds` is a break: so long from then on until everybody is back.
    What is still to come can be extended too, by less than nothing when the day is late: so the plan
    itself is never overwritten.
    """

    workshop: WorkshopId
    session: SessionId
    kind: TransitionKind
    at: dt.datetime
    seconds: int = 0
