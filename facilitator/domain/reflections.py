"""Single-, double- and triple-loop reflections: the record of domain.md 2.3, its level computed."""

import datetime as dt
from dataclasses import field
from enum import IntEnum, StrEnum
from uuid import UUID

from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import (
    AssumptionId,
    CaseId,
    IndicatorId,
    OrganisationId,
    PersonId,
    ReflectionId,
    SessionId,
    WorkItemId,
    WorkshopId,
)
from facilitator.domain.record import Record, require_text
from facilitator.domain.values import LooseDate, Text


class GapKind(StrEnum):
    """How the actual result stands to the expected one (field 5)."""

    BELOW = "below"
    ABOVE = "above"
    AS_EXPECTED = "as_expected"
    UNEXPECTED = "unexpected"


class AssumptionKind(StrEnum):
    """What sort of thing was taken for granted (field 8)."""

    CAUSAL = "causal"
    NORM = "norm"
    VALUE = "value"
    OBJECTIVE = "objective"
    POLICY = "policy"
    ROLE = "role"
    ACTOR_BEHAVIOUR = "actor_behaviour"


class EvidenceStrength(StrEnum):
    """How solid the evidence is (field 11)."""

    ANECDOTAL = "anecdotal"
    SEVERAL_CASES = "several_cases"
    MEASURED = "measured"


class Verdict(StrEnum):
    """What the group now says of its assumption (field 12)."""

    HOLDS = "holds"
    HOLDS_WITH_CONDITIONS = "holds_with_conditions"
    DOES_NOT_HOLD = "does_not_hold"
    CANNOT_TELL_YET = "cannot_tell_yet"

    @property
    def asks_for_a_revision(self) -> bool:
        """Whether fields 13 and 14 are due (domain.md 2.3, rules)."""
        return self in {Verdict.HOLDS_WITH_CONDITIONS, Verdict.DOES_NOT_HOLD}


class EffectOn(StrEnum):
    """What a revised assumption changes (field 14)."""

    THEORY_OF_CHANGE = "theory_of_change"
    NORM = "norm"
    POLICY = "policy"
    STRATEGY = "strategy"
    INDICATOR = "indicator"
    METHOD = "method"
    BUDGET = "budget"


class Decision(StrEnum):
    """What the group decides (field 15)."""

    ADOPT = "adopt"
    TEST_NEXT_ITERATION = "test_next_iteration"
    REFER = "refer"
    REJECT = "reject"
    LEAVE_OPEN = "leave_open"


class Attribution(StrEnum):
    """Whose reflection the documents say it is (field 19)."""

    ANONYMOUS = "anonymous"
    GROUP = "group"
    ORGANISATION = "organisation"
    NAMED = "named"


class ReviewOutcome(StrEnum):
    """What the review found later (field 21)."""

    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not_confirmed"
    PENDING = "pending"


class Level(IntEnum):
    """How deep a reflection has come; computed, never typed."""

    DRAFT = 0
    SINGLE = 1
    DOUBLE = 2
    TRIPLE = 3


@dataclass(frozen=True, slots=True)
class Gap:
    """The difference between expected and actual (field 5)."""

    kind: GapKind | None = None
    text: Text | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something seen that speaks for or against an assumption, with where it comes from."""

    text: Text | None = None
    source: str | None = None
    ref: UUID | None = None

    def __post_init__(self) -> None:
        """Refuse evidence that neither says nor points to anything."""
        if not self.text and self.ref is None:
            raise InvalidInput("evidence-empty")


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that changes because an assumption was revised (field 14)."""

    on: EffectOn
    text: Text | None = None
    ref: UUID | None = None


@dataclass(frozen=True, slots=True)
class FirstLoop:
    """Are we doing things right: causes and the correction (fields 6, 7)."""

    causes: tuple[Text, ...] = ()
    correction: Text | None = None
    owner: OrganisationId | None = None
    due: LooseDate | None = None
    work_item: WorkItemId | None = None


@dataclass(frozen=True, slots=True)
class SecondLoop:
    """Are we doing the right things: the assumption and what becomes of it (fields 8 to 16)."""

    assumption_ref: AssumptionId | None = None
    assumption_kind: AssumptionKind | None = None
    governing_assumption: Text | None = None
    evidence_for: tuple[Evidence, ...] = ()
    evidence_against: tuple[Evidence, ...] = ()
    evidence_strength: EvidenceStrength | None = None
    verdict: Verdict | None = None
    revised_assumption: Text | None = None
    effects: tuple[Effect, ...] = ()
    decision: Decision | None = None
    refer_to: str | None = None
    owner: OrganisationId | None = None
    owner_person: PersonId | None = None
    review_on: LooseDate | None = None
    how_we_will_know: Text | None = None


@dataclass(frozen=True, slots=True)
class ThirdLoop:
    """How we learn and decide, and what we change in it (fields 17, 18)."""

    about: Text | None = None
    change: Text | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What was found when the reflection was reviewed (field 21)."""

    outcome: ReviewOutcome = ReviewOutcome.PENDING
    text: Text | None = None
    on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection(Record):
    """What happened, what was taken for granted, what changes. A draft needs only the action.

    `context` says place, period and who where `case` and `session` do not; `recorded_by` is the
    note-taker. Evidence cards are linked through `Evidence.ref`.
    """

    id: ReflectionId
    workshop: WorkshopId
    session: SessionId | None = None
    case: CaseId | None = None
    recorded_by: PersonId | None = None
    group_size: int | None = None
    attribution: Attribution = Attribution.ORGANISATION
    attributed_to: OrganisationId | None = None
    attributed_person: PersonId | None = None
    action: Text
    context: Text | None = None
    expected_result: Text | None = None
    expected_indicator: IndicatorId | None = None
    expected_target: str | None = None
    actual_result: Text | None = None
    actual_value: str | None = None
    actual_source: str | None = None
    gap: Gap = field(default_factory=Gap)
    evidence: tuple[UUID, ...] = ()
    first_loop: FirstLoop = field(default_factory=FirstLoop)
    second_loop: SecondLoop = field(default_factory=SecondLoop)
    third_loop: ThirdLoop = field(default_factory=ThirdLoop)
    review: Review | None = None

    def __post_init__(self) -> None:
        """Refuse a reflection on nothing."""
        require_text(self.action, "reflection-action-empty")

    @property
    def level(self) -> Level:
        """Return how deep the reflection has come (domain.md 2.3, rules)."""
        for reached in (Level.DRAFT, Level.SINGLE, Level.DOUBLE):
            if self.missing_for(Level(reached + 1)):
                return reached
        return Level.TRIPLE

    def missing_for(self, level: Level) -> tuple[str, ...]:
        """Return what nobody wrote yet of the fields that `level` adds to the one below it.

        Named by their fields, in the order of domain.md 2.3: "evidence" stands for either side.
        """
        asked: tuple[tuple[str, object], ...] = ()
        match level:
            case Level.SINGLE:
                asked = (
                    ("action", self.action),
                    ("expected_result", self.expected_result),
                    ("actual_result", self.actual_result),
                    ("gap", self.gap.kind or self.gap.text),
                    ("correction", self.first_loop.correction),
                )
            case Level.DOUBLE:
                second = self.second_loop
                asked = (
                    ("governing_assumption", second.governing_assumption),
                    ("evidence", second.evidence_for or second.evidence_against),
                    ("verdict", second.verdict),
                )
            case Level.TRIPLE:
                asked = (("about", self.third_loop.about), ("change", self.third_loop.change))
        return tuple(name for name, content in asked if not content)

    def missing_revision(self) -> tuple[str, ...]:
        """Return which of fields 13 and 14 the verdict asks for and nobody wrote yet."""
        second = self.second_loop
        if second.verdict is None or not second.verdict.asks_for_a_revision:
            return ()
        missing = () if second.revised_assumption else ("revised_assumption",)
        return missing if second.effects else (*missing, "effects")
