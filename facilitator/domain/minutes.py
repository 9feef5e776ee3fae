"""Everything the minutes say, as plain values: gathered by `services/minutes`, printed by `exports`.

A `Minutes` is already resolved for one document language, one disclosure level and one kind of document:
names, quotations and contacts that consents or the level withhold are not in it, so no export can leak
them. Words of enumerations (states, kinds, roles) are in the document's language; titles of sections and
heads of tables belong to the document and come from the exports. Dates, times and amounts are values, the
exports write them in the document's manner. An empty section is left out and the numbering closes up.
Sections follow domain.md 7.2.
"""

import datetime as dt
from enum import StrEnum
from uuid import UUID

from facilitator.domain.documents import Disclosure, DocumentKind
from facilitator.domain.frozen import dataclass
from facilitator.domain.minutes_annexes import (
    ChainProcess,
    EarlierMap,
    EvaluationForm,
    FormQuestion,
    GroupProducts,
    ProductLine,
)
from facilitator.domain.minutes_proceedings import (
    AgendaDay,
    AgendaLine,
    BoardMatrix,
    BoardRating,
    BoardRecord,
    CardKindLabel,
    CardLine,
    ClusterRecord,
    DayAccount,
    EffectLine,
    EvidenceLine,
    IndicatorReading,
    MatrixPoint,
    NoteLine,
    RatedLine,
    ReflectionAccount,
    SessionAccount,
    VoteResult,
)
from facilitator.domain.minutes_results import (
    NO_ANNEXES,
    AgreementLine,
    Annexes,
    AssumptionLine,
    AttendanceRow,
    AttendanceSheet,
    BudgetLine,
    BudgetRevisionTable,
    CanvasAccount,
    CaseResults,
    Contributor,
    EvaluationResults,
    HypothesisLine,
    IndicatorSheet,
    IterationAccount,
    NextStep,
    ParkingLine,
    ParticipantTotals,
    PrincipleScores,
    RatingResult,
    SignInSheet,
    TheoryOfChangeAccount,
    WorkPlan,
    WorkPlanRow,
)
from facilitator.domain.minutes_text import Said, SectionPlan, Source, Status, Tally, Tone
from facilitator.domain.minutes_visits import PhotoAnnex, Photograph, PhotoGroup, VisitAccount
from facilitator.domain.values import LooseDate

__all__ = [
    "AgendaDay",
    "AgendaLine",
    "AgreementLine",
    "Annexes",
    "AssumptionLine",
    "AttendanceRow",
    "AttendanceSheet",
    "Background",
    "BoardMatrix",
    "BoardRating",
    "BoardRecord",
    "BudgetLine",
    "BudgetRevisionTable",
    "CanvasAccount",
    "CardKindLabel",
    "CardLine",
    "CaseResults",
    "ChainProcess",
    "ChangeLine",
    "ClusterRecord",
    "Contributor",
    "Cover",
    "DayAccount",
    "Disclosure",
    "DocumentKind",
    "EarlierMap",
    "EarlierWorkshop",
    "EffectLine",
    "EvaluationForm",
    "EvaluationResults",
    "EvidenceLine",
    "FormQuestion",
    "GroupProducts",
    "HypothesisLine",
    "IndicatorReading",
    "IndicatorSheet",
    "IterationAccount",
    "MatrixPoint",
    "Minutes",
    "NextStep",
    "NoteLine",
    "ParkingLine",
    "ParticipantRow",
    "ParticipantTotals",
    "Participants",
    "PhotoAnnex",
    "PhotoGroup",
    "Photograph",
    "PrincipleScores",
    "ProductLine",
    "RatedLine",
    "RatingResult",
    "Recipient",
    "ReflectionAccount",
    "Said",
    "SectionPlan",
    "SessionAccount",
    "SignInSheet",
    "Signature",
    "Source",
    "StartingMaterial",
    "Status",
    "Summary",
    "Tally",
    "TheoryOfChangeAccount",
    "ThreadPlace",
    "ThreadStop",
    "Tone",
    "VisitAccount",
    "VoteResult",
    "WorkPlan",
    "WorkPlanRow",
]


class ThreadPlace(StrEnum):
    """Where a workshop stands on the cycle's thread, seen from this one."""

    BEFORE = "before"
    THIS = "this"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class ThreadStop:
    """One workshop of the cycle on the cover's thread; the cover draws this one and its neighbours."""

    place: ThreadPlace
    start: LooseDate | None
    end: LooseDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The first page, the running heads and the file's own title, author and dates.

    `start` and `end` are days, or the month for which a workshop without days is planned.
    `lead` is one sentence under the title: what kind of workshop in which cycle. `place` is venue, city and
    country in one phrase. `organisers` are names in the order of the credits. `funder_credit` is the whole
    sentence to print. `version` is the document's ("0.2"). `draft` prints the word on every page;
    `mark` says on every page how far it is approved ("Draft 0.2", "Final 1.0");
    `status` is the phrase ("Draft, for comments until 19 February 2014"), None for a plain final.
    `issued` are the hashes of the PDFs that were written of this final, oldest first.
    `author` is who prepared it, for the file's metadata, as far as consents allow. `as_of` is the instant at
    which the records were read, in the workshop's zone: it dates the file, so equal values give equal bytes.
    `footer` stands on every page (the alliance's name, or that the sample data are invented).
    """

    title: str
    place: str
    start: dt.date | LooseDate
    end: dt.date | LooseDate
    as_of: dt.datetime
    lead: str | None = None
    cycle: str | None = None
    alliance: str | None = None
    organisers: tuple[str, ...] = ()
    funder_credit: str | None = None
    version: str | None = None
    status: str | None = None
    draft: bool = True
    mark: str | None = None
    author: str | None = None
    footer: str | None = None
    issued: tuple[str, ...] = ()
    thread: tuple[ThreadStop, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The workshop in one page.

    `paragraphs` are what somebody wrote, none where nobody did; `figures` at most five counts for the strip
    ("12 participants": count and label). Agreements and next dates are taken from their own sections.
    `facilitators` and `note_takers` are names after consents; `present` counts who was there at all.
    """

    paragraphs: tuple[Said, ...] = ()
    figures: tuple[Tally, ...] = ()
    facilitators: tuple[str, ...] = ()
    note_takers: tuple[str, ...] = ()
    present: int | None = None


@dataclass(frozen=True, slots=True)
class EarlierWorkshop:
    """A workshop before this one in the cycle and what it produced."""

    title: str
    start: LooseDate | None
    end: LooseDate | None
    place: str | None
    outputs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartingMaterial:
    """An earlier output used as input (domain.md 1.5).

    `state` at the start of this workshop; `since` what changed; `source` where it comes back here.
    """

    text: str
    state: Status | None = None
    since: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """The alliance, the cycle and what came before; every text is a finished sentence or phrase."""

    alliance: tuple[str, ...] = ()
    cycle: tuple[str, ...] = ()
    learning_question: str | None = None
    aims: tuple[str, ...] = ()
    earlier: tuple[EarlierWorkshop, ...] = ()
    starting_material: tuple[StartingMaterial, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantRow:
    """One person, as far as consents and the level allow: `name` is then "Participant" and `contact` None."""

    name: str
    organisation: str
    position: str | None = None
    role: str | None = None
    country: str | None = None
    contact: str | None = None
    facilitation_team: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Participants:
    """Who took part: participants by organisation, then the facilitation team, and totals."""

    rows: tuple[ParticipantRow, ...]
    totals: ParticipantTotals


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One line to sign. `role` is "Prepared by", "Reviewed by", "Approved"; name and rest under the line."""

    role: str
    name: str | None = None
    position: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets which edition: name, and the words of the level."""

    name: str
    edition: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """Something that a correction says otherwise than the final before: what, how, and what it said."""

    what: Source
    how: str
    was: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """One document, complete, in "es" or "en"; anchors are unique within it.

    `plan` are the sections to write, in their order; None means those that its kind usually has.
    """

    kind: DocumentKind
    language: str
    disclosure: Disclosure
    cover: Cover
    summary: Summary
    document: UUID | None = None
    corrects: str | None = None
    """The number of the final that this corrects; `changes` say what is otherwise."""
    changes: tuple[ChangeLine, ...] = ()
    card_kinds: tuple[CardKindLabel, ...] = ()
    background: Background | None = None
    objectives: tuple[str, ...] = ()
    expected_outputs: tuple[str, ...] = ()
    participants: Participants | None = None
    agenda: tuple[AgendaDay, ...] = ()
    proceedings: tuple[DayAccount, ...] = ()
    reflections: tuple[ReflectionAccount, ...] = ()
    cases: tuple[CaseResults, ...] = ()
    agreements: tuple[AgreementLine, ...] = ()
    work_plan: WorkPlan | None = None
    visits: tuple[VisitAccount, ...] = ()
    budget_revisions: tuple[BudgetRevisionTable, ...] = ()
    evaluation: EvaluationResults | None = None
    parking_lot: tuple[ParkingLine, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    signatures: tuple[Signature, ...] = ()
    distribution: tuple[Recipient, ...] = ()
    annexes: Annexes = NO_ANNEXES
    sign_in: SignInSheet | None = None
    plan: tuple[SectionPlan, ...] | None = None
