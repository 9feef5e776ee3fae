"""What the minutes print about results: cases, agreements, work plan, budget, evaluation, annexes."""

import datetime as dt
from decimal import Decimal
from typing import Final

from facilitator.domain.frozen import dataclass
from facilitator.domain.minutes_annexes import EvaluationForm, GroupProducts
from facilitator.domain.minutes_proceedings import IndicatorReading
from facilitator.domain.minutes_text import Said, Source, Status, Tally
from facilitator.domain.minutes_visits import PhotoAnnex
from facilitator.domain.values import LooseDate, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class HypothesisLine:
    """If `change`, then `result`, measured by `indicator`; `outcome` and `decision` are words."""

    number: str
    change: Said
    result: Said
    indicator: str | None = None
    due: LooseDate | None = None
    outcome: str | None = None
    decision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IterationAccount:
    """One turn of the prototype cycle: key question and answer in the order of the five, and hypotheses.

    `answers` pairs the question as the document words it with the answer, answered ones only.
    """

    number: int
    stage: str
    started: LooseDate | None = None
    review_planned: LooseDate | None = None
    answers: tuple[tuple[str, Said], ...] = ()
    anchor: str | None = None
    hypotheses: tuple[HypothesisLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CanvasAccount:
    """One business model canvas.

    `title` says whose, which version and date; `blocks` pairs a block's name with its entries, blocks
    without any left out.
    """

    title: str
    blocks: tuple[tuple[str, tuple[Said, ...]], ...]
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrincipleScores:
    """Scores per principle.

    `perspectives` are column heads (seller, buyer, facilitator); a score is None when not answered or not
    applicable. `scale` is the lowest and the highest score possible. `reasons` say for each row why, by
    perspective, where somebody wrote it.
    """

    assessed_on: LooseDate | None
    scale: tuple[int, int]
    perspectives: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Decimal | None, ...]], ...]
    reasons: tuple[tuple[tuple[str, Said], ...], ...] = ()
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResults:
    """What one case of a partner showed. `facts` are label and value pairs (chain, seller, buyer, country).

    `chain_map` pairs a heading of the map (layer or conclusion) with its entries.
    """

    title: str
    anchor: str
    facts: tuple[tuple[str, str], ...] = ()
    chain_map: tuple[tuple[str, tuple[Said, ...]], ...] = ()
    chain_map_anchor: str | None = None
    canvases: tuple[CanvasAccount, ...] = ()
    principles: tuple[PrincipleScores, ...] = ()
    iterations: tuple[IterationAccount, ...] = ()
    indicators: tuple[IndicatorReading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLine:
    """One agreement or decision. `number` counts from 1 in the workshop and is the same in every edition.

    `when` and `responsible` may be None: printed as missing, not hidden. An agreement that names nobody or no
    day has those of the work-plan row that carries it out, which is then `taken_from`. `sources` are session,
    card, vote or reflection it came from; `actions` are the work-plan rows that carry it out.
    """

    number: int
    text: Said
    anchor: str
    responsible: str | None = None
    when: LooseDate | None = None
    taken_from: Source | None = None
    sources: tuple[Source, ...] = ()
    actions: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Contributor:
    """An organisation with a money column: `code` heads the column, `name` explains it under the table."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPlanRow:
    """One commitment.

    `code` is its number in the cycle ("2.3"). `responsible` is code or short name, then person if
    consented. `contributions` stands in the order of `WorkPlan.contributors`, None for nothing, in the
    currency of `budget`. `unfunded` is budget minus contributions, None when covered. `carried` says that
    it came from an earlier workshop. `progress` is 0 to 100.
    """

    code: str
    activity: Said
    anchor: str
    output: Said | None = None
    responsible: str | None = None
    support: tuple[str, ...] = ()
    start: LooseDate | None = None
    due: LooseDate | None = None
    status: Status | None = None
    progress: int | None = None
    budget: Money | None = None
    contributions: tuple[Decimal | None, ...] = ()
    unfunded: Money | None = None
    verification: tuple[str, ...] = ()
    follow_up: str | None = None
    resources: str | None = None
    sources: tuple[Source, ...] = ()
    carried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPlan:
    """The work-plan matrix; rows in the order of the plan, carried ones first.

    `totals` has one amount per currency: total budget; `contributed` per currency and contributor.
    """

    contributors: tuple[Contributor, ...]
    rows: tuple[WorkPlanRow, ...]
    totals: tuple[Money, ...] = ()
    contributed: tuple[tuple[str, tuple[Decimal, ...]], ...] = ()
    unfunded: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """One line of a revision. The variation, revised minus previous, is computed when printed."""

    source: str
    previous: Decimal
    revised: Decimal
    activity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetRevisionTable:
    """A budget revision, all lines in `currency`. `approved` is the phrase who approved it and when."""

    number: int
    day: LooseDate | None
    currency: str
    lines: tuple[BudgetLine, ...]
    reason: Said | None = None
    approved: str | None = None


@dataclass(frozen=True, slots=True)
class RatingResult:
    """Answers to one rating question. `distribution` counts answers per step of the scale, lowest first."""

    question: str
    n: int
    mean: Decimal | None
    median: Decimal | None
    distribution: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationResults:
    """The anonymous evaluation. `steps` labels the scale, lowest first ("1 Very poor", "2", ...).

    `answers` pairs an open question with its answers, already shuffled. With fewer than five forms only
    whole-group figures come (domain.md 6.6).
    """

    forms: int
    steps: tuple[str, ...]
    ratings: tuple[RatingResult, ...]
    answers: tuple[tuple[str, tuple[Said, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkingLine:
    """A pending matter. `outcome` None: undecided; `source` where raised, `target` where it went."""

    text: Said
    raised_by: str | None = None
    outcome: str | None = None
    source: Source | None = None
    target: Source | None = None


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something with a date that comes next: a workshop, a visit, a review, a due commitment.

    `key` is made of the record's id and stays the same in every edition, so that a calendar knows it again.
    """

    when: LooseDate | None
    text: str
    responsible: str | None = None
    source: Source | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One person's marks, in the order of `AttendanceSheet.half_days`; an empty mark was not taken."""

    name: str
    organisation: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceSheet:
    """Attendance by half day. `half_days` are day and word ("morning"); `legend` explains each mark."""

    half_days: tuple[tuple[dt.date, str], ...]
    rows: tuple[AttendanceRow, ...]
    legend: tuple[tuple[str, str], ...] = ()
    present: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInSheet:
    """An attendance list to sign on paper: one column a day, people whose names may stand there, then room.

    `people` are name and organisation; `blanks` counts the empty rows below them.
    """

    days: tuple[dt.date, ...]
    people: tuple[tuple[str, str], ...] = ()
    blanks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorSheet:
    """The reference sheet of one indicator: its reading, and label and value pairs of the filled fields."""

    reading: IndicatorReading
    anchor: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionLine:
    """An assumption of the theory of change; `status` a word, `previous` its wording before revision."""

    text: Said
    status: str
    previous: Said | None = None
    revised_by: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TheoryOfChangeAccount:
    """The theory of change in force. `levels` pairs a level's word with its elements, activities first."""

    version: int
    day: LooseDate | None
    impact: Said | None = None
    narrative: Said | None = None
    levels: tuple[tuple[str, tuple[Said, ...]], ...] = ()
    assumptions: tuple[AssumptionLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annexes:
    """What follows the sections; an empty one is left out and the letters close up.

    `card_transcript` prints every card again in the order it was written, board by board, from
    `Minutes.proceedings`: True wherever the reader should be able to find each card.
    """

    attendance: AttendanceSheet | None = None
    card_transcript: bool = False
    group_products: GroupProducts | None = None
    indicator_sheets: tuple[IndicatorSheet, ...] = ()
    theory_of_change: TheoryOfChangeAccount | None = None
    photographs: PhotoAnnex | None = None
    evaluation_forms: tuple[EvaluationForm, ...] = ()
    glossary: tuple[tuple[str, str], ...] = ()


NO_ANNEXES: Final = Annexes()
"""A document without annexes."""


@dataclass(frozen=True, slots=True)
class ParticipantTotals:
    """Totals for donors: by organisation, by sex and by country, words ready to print."""

    by_organisation: tuple[Tally, ...]
    by_sex: tuple[Tally, ...]
    by_country: tuple[Tally, ...]
