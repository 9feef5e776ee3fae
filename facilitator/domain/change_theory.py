"""Theory of change with its versions, assumptions, indicator sheets and measurements (domain.md 4)."""

import datetime as dt
from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import (
    AssumptionId,
    CaseId,
    CycleId,
    IndicatorId,
    OrganisationId,
    PersonId,
    ReflectionId,
    TheoryId,
    new_id,
)
from facilitator.domain.record import Record, require_order, require_text
from facilitator.domain.reflections import AssumptionKind
from facilitator.domain.values import LooseDate, Text, require_figure

_PERCENT: Final = frozenset({"%", "percent", "per cent", "percentage", "por ciento", "porcentaje"})
"""How files and people write that a figure is a share of a hundred."""


class ElementLevel(StrEnum):
    """Where an element stands between doing and change."""

    ACTIVITY = "activity"
    OUTPUT = "output"
    OUTCOME_SHORT = "outcome_short"
    OUTCOME_MEDIUM = "outcome_medium"
    OUTCOME_LONG = "outcome_long"
    IMPACT = "impact"


class AssumptionStatus(StrEnum):
    """What is known of an assumption."""

    UNTESTED = "untested"
    HELD = "held"
    HELD_WITH_CONDITIONS = "held_with_conditions"
    REVISED = "revised"
    REJECTED = "rejected"


class Direction(StrEnum):
    """Which way an indicator gets better."""

    HIGHER = "higher"
    LOWER = "lower"
    IN_RANGE = "in_range"


class Frequency(StrEnum):
    """How often something is measured or followed up."""

    ONCE = "once"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A box of the theory of change."""

    id: UUID = field(default_factory=new_id)
    level: ElementLevel
    text: Text
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An arrow of the theory of change, with what is assumed on the way."""

    from_: UUID
    to: UUID
    assumptions: tuple[AssumptionId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TheoryOfChange(Record):
    """One version of what the cycle believes will lead to what; versions are never overwritten."""

    id: TheoryId
    cycle: CycleId | None = None
    version: int = 1
    date: dt.date | None = None
    narrative: Text | None = None
    impact: Text | None = None
    elements: tuple[Element, ...] = ()
    links: tuple[Link, ...] = ()
    risks: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption(Record):
    """One wording of an assumption; a revision is a new record that points to the `previous` one."""

    id: AssumptionId
    theory_of_change: TheoryId | None = None
    text: Text
    kind: AssumptionKind | None = None
    status: AssumptionStatus = AssumptionStatus.UNTESTED
    version: int = 1
    previous: AssumptionId | None = None
    revised_by: ReflectionId | None = None

    def __post_init__(self) -> None:
        """Refuse an assumption without words."""
        require_text(self.text, "assumption-empty")


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure at a date, with where it comes from."""

    value: Decimal | None = None
    date: LooseDate | None = None
    source: str | None = None

    def __post_init__(self) -> None:
        """Refuse a figure with more digits than any file keeps."""
        require_figure(self.value)


@dataclass(frozen=True, slots=True)
class Formula:
    """How a percentage is made: both parts are needed."""

    numerator: Text | None = None
    denominator: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Record):
    """An indicator sheet. A `case` makes it that case's own, else it is common to all partners."""

    id: IndicatorId
    cycle: CycleId | None = None
    case: CaseId | None = None
    code: str | None = None
    name: Text
    definition: Text | None = None
    unit: str | None = None
    formula: Formula | None = None
    direction: Direction | None = None
    disaggregation: tuple[str, ...] = ()
    baseline: Reading | None = None
    baseline_pending: bool = False
    target: Reading | None = None
    milestones: tuple[Reading, ...] = ()
    means_of_verification: tuple[Text, ...] = ()
    method: Text | None = None
    frequency: Frequency | None = None
    responsible: OrganisationId | None = None
    linked_to: tuple[UUID, ...] = ()
    serves_decision: Text | None = None
    limits: Text | None = None

    def __post_init__(self) -> None:
        """Refuse an indicator without a name, or whose target comes before its baseline."""
        require_text(self.name, "indicator-name-empty")
        if self.baseline is not None and self.target is not None:
            require_order(self.baseline.date, self.target.date)

    @property
    def in_percent(self) -> bool:
        """Whether it is a percentage, so that its figures carry the sign."""
        return (self.unit or "").strip().casefold() in _PERCENT

    @property
    def better(self) -> Direction | None:
        """Which way is better: as typed, else read from baseline and target."""
        start = self.baseline.value if self.baseline else None
        goal = self.target.value if self.target else None
        if self.direction is not None or start is None or goal is None or start == goal:
            return self.direction
        return Direction.HIGHER if goal > start else Direction.LOWER

    def progress(self, value: Decimal) -> Decimal | None:
        """Return the share of the way from baseline to target; None when undefined (domain.md 4)."""
        start = self.baseline.value if self.baseline else None
        goal = self.target.value if self.target else None
        if start is None or goal is None or start == goal:
            return None
        return (value - start) / (goal - start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement(Record):
    """A reading of an indicator, or the reason why there is none."""

    indicator: IndicatorId
    case: CaseId | None = None
    date: dt.date
    value: Decimal | None = None
    no_data_reason: str | None = None
    disaggregated: dict[str, Decimal] = field(default_factory=dict)
    verification_file: str | None = None
    entered_by: PersonId | None = None

    def __post_init__(self) -> None:
        """Refuse figures with more digits than any file keeps."""
        for value in (self.value, *self.disaggregated.values()):
            require_figure(value)
