"""LINK's prototype cycle: iterations with five key questions, and hypotheses (domain.md 3.7)."""

import datetime as dt
from dataclasses import field
from enum import StrEnum
from uuid import UUID

from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CaseId, IndicatorId, IterationId, OrganisationId
from facilitator.domain.record import Record, require_order, require_range, require_text
from facilitator.domain.values import LooseDate, Text


class Stage(StrEnum):
    """Stages of an iteration: design, test, check, act (domain.md 3.7)."""

    DESIGN = "design"
    TESTING = "testing"
    CHECK = "check"
    ACT = "act"
    CLOSED = "closed"


class HypothesisResult(StrEnum):
    """What testing showed."""

    CONFIRMED = "confirmed"
    PARTLY = "partly"
    NOT_CONFIRMED = "not_confirmed"
    NOT_YET = "not_yet"


class HypothesisDecision(StrEnum):
    """What is done about it."""

    SCALE_UP = "scale_up"
    KEEP_TESTING = "keep_testing"
    REDESIGN = "redesign"
    DROP = "drop"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrototypeAnswers:
    """Tool 4: the five key questions."""

    baseline: Text | None = None
    vision: Text | None = None
    change: Text | None = None
    action_and_measure: Text | None = None
    learning: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrototypeIteration(Record):
    """One round of a case's prototype; the next round copies what is still open."""

    id: IterationId
    case: CaseId
    title: Text | None = None
    owner: OrganisationId | None = None
    iteration: int = 1
    stage: Stage = Stage.DESIGN
    started: dt.date | None = None
    planned_review: LooseDate | None = None
    answers: PrototypeAnswers = field(default_factory=PrototypeAnswers)

    def __post_init__(self) -> None:
        """Refuse a review before the start, and an iteration before the first."""
        require_order(self.started, self.planned_review)
        require_range(self.iteration, 1, 10_000, "number-too-small")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis(Record):
    """If (change) then (result), measured by (indicator), by (date)."""

    iteration: IterationId
    if_: Text
    then: Text | None = None
    indicator: IndicatorId | None = None
    due: LooseDate | None = None
    result: HypothesisResult = HypothesisResult.NOT_YET
    decision: HypothesisDecision | None = None
    carried_from: UUID | None = None
    position: int = 0

    def __post_init__(self) -> None:
        """Refuse a hypothesis without a change."""
        require_text(self.if_, "hypothesis-empty")
