"""Words for cycles, reflections, theory of change and indicators (domain.md 1, 2.3, 4)."""

from typing import Final

from facilitator.domain.change_theory import AssumptionStatus, Direction, ElementLevel, Frequency
from facilitator.domain.cycles import OutputState, StepState, WorkshopStatus, WorkshopType
from facilitator.domain.reflections import (
    AssumptionKind,
    Attribution,
    Decision,
    EffectOn,
    EvidenceStrength,
    GapKind,
    Level,
    ReviewOutcome,
    Verdict,
)
from facilitator.words.marks import Table, pgettext

LEARNING: Final[Table] = {
    StepState: {
        StepState.NOT_STARTED: pgettext("step of the cycle", "Not started"),
        StepState.IN_PROGRESS: pgettext("step of the cycle", "In progress"),
        StepState.DONE: pgettext("step of the cycle", "Done"),
    },
    WorkshopType: {
        WorkshopType.REGIONAL: pgettext("workshop", "Regional workshop"),
        WorkshopType.NATIONAL: pgettext("workshop", "National workshop"),
        WorkshopType.WRITING: pgettext("workshop", "Writing workshop"),
        WorkshopType.TRAINING: pgettext("workshop", "Training workshop"),
        WorkshopType.FOLLOW_UP: pgettext("workshop", "Follow-up workshop"),
    },
    WorkshopStatus: {
        WorkshopStatus.PLANNED: pgettext("state of a workshop", "Planned"),
        WorkshopStatus.DRAFT: pgettext("state of a workshop", "Draft"),
        WorkshopStatus.READY: pgettext("state of a workshop", "Ready"),
        WorkshopStatus.RUNNING: pgettext("state of a workshop", "Running"),
        WorkshopStatus.CLOSED: pgettext("state of a workshop", "Closed"),
        WorkshopStatus.ARCHIVED: pgettext("state of a workshop", "Archived"),
    },
    OutputState: {
        OutputState.DONE: pgettext("earlier output", "Done"),
        OutputState.PARTLY: pgettext("earlier output", "Partly"),
        OutputState.NOT_STARTED: pgettext("earlier output", "Not started"),
        OutputState.DROPPED: pgettext("earlier output", "Dropped"),
    },
    GapKind: {
        GapKind.BELOW: pgettext("gap", "Below what was expected"),
        GapKind.ABOVE: pgettext("gap", "Above what was expected"),
        GapKind.AS_EXPECTED: pgettext("gap", "As expected"),
        GapKind.UNEXPECTED: pgettext("gap", "Something unexpected"),
    },
    AssumptionKind: {
        AssumptionKind.CAUSAL: pgettext("assumption", "Cause and effect"),
        AssumptionKind.NORM: pgettext("assumption", "Norm"),
        AssumptionKind.VALUE: pgettext("assumption", "Value"),
        AssumptionKind.OBJECTIVE: pgettext("assumption", "Objective"),
        AssumptionKind.POLICY: pgettext("assumption", "Policy"),
        AssumptionKind.ROLE: pgettext("assumption", "Role"),
        AssumptionKind.ACTOR_BEHAVIOUR: pgettext("assumption", "How somebody behaves"),
    },
    EvidenceStrength: {
        EvidenceStrength.ANECDOTAL: pgettext("strength of evidence", "Anecdotal"),
        EvidenceStrength.SEVERAL_CASES: pgettext("strength of evidence", "Several cases"),
        EvidenceStrength.MEASURED: pgettext("strength of evidence", "Measured"),
    },
    Verdict: {
        Verdict.HOLDS: pgettext("verdict", "Holds"),
        Verdict.HOLDS_WITH_CONDITIONS: pgettext("verdict", "Holds with conditions"),
        Verdict.DOES_NOT_HOLD: pgettext("verdict", "Does not hold"),
        Verdict.CANNOT_TELL_YET: pgettext("verdict", "Cannot tell yet"),
    },
    EffectOn: {
        EffectOn.THEORY_OF_CHANGE: pgettext("effect", "Theory of change"),
        EffectOn.NORM: pgettext("effect", "Norm"),
        EffectOn.POLICY: pgettext("effect", "Policy"),
        EffectOn.STRATEGY: pgettext("effect", "Strategy"),
        EffectOn.INDICATOR: pgettext("effect", "Indicator"),
        EffectOn.METHOD: pgettext("effect", "Method or tool"),
        EffectOn.BUDGET: pgettext("effect", "Budget"),
    },
    Decision: {
        Decision.ADOPT: pgettext("decision", "Adopt"),
        Decision.TEST_NEXT_ITERATION: pgettext("decision", "Test in the next iteration"),
        Decision.REFER: pgettext("decision", "Refer"),
        Decision.REJECT: pgettext("decision", "Reject"),
        Decision.LEAVE_OPEN: pgettext("decision", "Leave open"),
    },
    Attribution: {
        Attribution.ANONYMOUS: pgettext("attribution", "Anonymous"),
        Attribution.GROUP: pgettext("attribution", "The group"),
        Attribution.ORGANISATION: pgettext("attribution", "The organisation"),
        Attribution.NAMED: pgettext("attribution", "By name"),
    },
    ReviewOutcome: {
        ReviewOutcome.CONFIRMED: pgettext("review", "Confirmed"),
        ReviewOutcome.NOT_CONFIRMED: pgettext("review", "Not confirmed"),
        ReviewOutcome.PENDING: pgettext("review", "Pending"),
    },
    Level: {
        Level.DRAFT: pgettext("level of a reflection", "Draft"),
        Level.SINGLE: pgettext("level of a reflection", "Single loop"),
        Level.DOUBLE: pgettext("level of a reflection", "Double loop"),
        Level.TRIPLE: pgettext("level of a reflection", "Triple loop"),
    },
    ElementLevel: {
        ElementLevel.ACTIVITY: pgettext("theory of change", "Activities"),
        ElementLevel.OUTPUT: pgettext("theory of change", "Outputs"),
        ElementLevel.OUTCOME_SHORT: pgettext("theory of change", "Short-term outcomes"),
        ElementLevel.OUTCOME_MEDIUM: pgettext("theory of change", "Medium-term outcomes"),
        ElementLevel.OUTCOME_LONG: pgettext("theory of change", "Long-term outcomes"),
        ElementLevel.IMPACT: pgettext("theory of change", "Impact"),
    },
    AssumptionStatus: {
        AssumptionStatus.UNTESTED: pgettext("state of an assumption", "Untested"),
        AssumptionStatus.HELD: pgettext("state of an assumption", "Held"),
        AssumptionStatus.HELD_WITH_CONDITIONS: pgettext("state of an assumption", "Held with conditions"),
        AssumptionStatus.REVISED: pgettext("state of an assumption", "Revised"),
        AssumptionStatus.REJECTED: pgettext("state of an assumption", "Rejected"),
    },
    Direction: {
        Direction.HIGHER: pgettext("indicator", "Higher is better"),
        Direction.LOWER: pgettext("indicator", "Lower is better"),
        Direction.IN_RANGE: pgettext("indicator", "Within a range"),
    },
    Frequency: {
        Frequency.ONCE: pgettext("how often", "Once"),
        Frequency.WEEKLY: pgettext("how often", "Weekly"),
        Frequency.MONTHLY: pgettext("how often", "Monthly"),
        Frequency.QUARTERLY: pgettext("how often", "Quarterly"),
        Frequency.HALF_YEARLY: pgettext("how often", "Half-yearly"),
        Frequency.YEARLY: pgettext("how often", "Yearly"),
    },
}
