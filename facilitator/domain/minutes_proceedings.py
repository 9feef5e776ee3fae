"""What the minutes print about the days themselves: agenda, sessions, boards, reflections."""

import datetime as dt
from decimal import Decimal

from facilitator.domain.frozen import dataclass
from facilitator.domain.minutes_text import Said, Source, Status
from facilitator.domain.values import LooseDate


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """One session in the agenda: the plan as it was before running, and what happened.

    `number` counts the workshop's sessions from 1; breaks do not count and have none. Times are wall-clock
    times of the workshop's place; `planned_minutes` are minutes. `actual_start` and `actual_end` are None
    while unknown. `status` is planned, running, done, skipped or moved. `anchor` leads to the session's
    account when it has one.
    """

    number: int | None
    title: str
    planned_start: dt.time
    planned_minutes: int
    actual_start: dt.time | None = None
    actual_end: dt.time | None = None
    status: Status | None = None
    responsible: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """The agenda of one day, in the order held."""

    day: dt.date
    lines: tuple[AgendaLine, ...]


@dataclass(frozen=True, slots=True)
class CardKindLabel:
    """One kind of card in this workshop.

    `key` is the stored one and picks the badge: works, difficulty, question, suggestion, note; any other
    key gets a neutral badge. `word` is the document's ("Difficulty"). `like` is the one of the five whose
    badge a kind of the workshop's own takes.
    """

    key: str
    word: str
    like: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    """One card, as written.

    `kind` is a key in `Minutes.card_kinds`. `author` is the line to print after consents and disclosure
    ("Delmy Castellón, LM", "LM", "Participant, LV"), None when anonymous. `dots` counts its votes, None
    when the board was not voted on. `number` is the card's number in the document ("4.12": board, card),
    the same in every language. `merged` counts cards merged into this one; `merged_texts` are those of
    them that were worded otherwise. `clarification` is what its author added when it was read out.
    """

    number: str
    kind: str
    text: Said
    author: str | None = None
    dots: int | None = None
    merged: int = 0
    merged_texts: tuple[Said, ...] = ()
    clarification: Said | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterRecord:
    """Cards that the group put together. `title` None holds the cards outside every cluster.

    Cards stand by dots, then in wall order. `dots` is the total of the cluster and of those inside it, None
    without voting; `inner` says that it stands inside another.
    """

    title: Said | None
    cards: tuple[CardLine, ...]
    summary: Said | None = None
    dots: int | None = None
    inner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteResult:
    """How a vote went. `method` is a phrase ("3 dots a person, hidden until closed").

    `voters` took part of `present`, people or organisations; `cast` dots of `possible`. `winners` are
    the titles of what came first as printed above; two or more are a tie and are printed as one. None
    where not counted.
    """

    method: str
    voters: int | None = None
    present: int | None = None
    cast: int | None = None
    possible: int | None = None
    winners: tuple[str, ...] = ()
    by_organisation: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedLine:
    """What a card or cluster got: `points` in all of `raters`, its mean from 1 to 5.

    Equal means have the same `place`. `card` is the card's number ("4.2"), None for a cluster.
    """

    place: int
    title: Said
    mean: Decimal
    points: int
    raters: int
    card: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRating:
    """A rating by one criterion, closed; `rated` of `voters`, people or organisations. Best first."""

    criterion: Said
    method: str
    rated: int
    voters: int
    lines: tuple[RatedLine, ...]
    by_organisation: bool = False


@dataclass(frozen=True, slots=True)
class MatrixPoint:
    """Something on a matrix: its number there, and its means up and across."""

    number: int
    title: Said
    up: Decimal
    across: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardMatrix:
    """What was rated by two criteria, one up and one across; highest first, then furthest to the right."""

    up: Said
    across: Said
    points: tuple[MatrixPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRecord:
    """One question and every card that answered it, by cluster; the loose cards come last."""

    number: int
    question: Said
    clusters: tuple[ClusterRecord, ...]
    anonymous: bool = False
    vote: VoteResult | None = None
    ratings: tuple[BoardRating, ...] = ()
    matrix: BoardMatrix | None = None
    conclusion: Said | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine:
    """A note of the note-taker's. `heading` sorts notes of a session ("Key points", "Disagreements")."""

    text: Said
    heading: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionAccount:
    """What happened in one session; empty parts are not printed.

    `line` repeats its agenda line. `how` says the method, grouping and materials in one phrase. `present`
    counts the people there. `agreed` and `left_open` are what the session closed with: agreements and
    parking-lot items as short texts, each with where it went. `anchor` is the target of references.
    """

    line: AgendaLine
    anchor: str
    objective: str | None = None
    how: str | None = None
    present: int | None = None
    notes: tuple[NoteLine, ...] = ()
    boards: tuple[BoardRecord, ...] = ()
    agreed: tuple[tuple[Said, Source | None], ...] = ()
    left_open: tuple[tuple[Said, Source | None], ...] = ()


@dataclass(frozen=True, slots=True)
class DayAccount:
    """The proceedings of one day, numbered from 1 within the workshop; `notes` belong to no session."""

    number: int
    day: dt.date
    sessions: tuple[SessionAccount, ...]
    notes: tuple[NoteLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """What speaks for or against an assumption, and where it was seen."""

    text: Said
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectLine:
    """What a revised assumption changes. `on` is a word ("Theory of change"), `reference` names the thing."""

    on: str
    text: Said | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectionAccount:
    """One double-loop reflection with its 21 fields (domain.md 2.3, the numbers stand in the comments).

    Enumerations come as words of the document's language. `level` is the word of the level reached
    (single, double or triple loop), None below the single one; `level_number` is 0, 1, 2 or 3.
    `evidence` are the cards linked to what happened, before any assumption is questioned.
    """

    number: int
    anchor: str
    level: str | None
    level_number: int
    action: Said | None = None  # 1
    context: str | None = None  # 2, one phrase: case, place, period, who
    expected: Said | None = None  # 3
    expected_measure: str | None = None  # 3, indicator and target ("Days to payment: 15 days")
    actual: Said | None = None  # 4
    actual_measure: str | None = None  # 4, value and source
    gap_kind: str | None = None  # 5, word: below, above, as expected, unexpected
    gap: Said | None = None  # 5
    evidence: tuple[EvidenceLine, ...] = ()
    causes: tuple[Said, ...] = ()  # 6
    correction: Said | None = None  # 7
    correction_owner: str | None = None  # 7
    correction_due: LooseDate | None = None  # 7
    correction_item: Source | None = None  # 7, the work-plan row it became
    assumption: Said | None = None  # 8
    assumption_kind: str | None = None  # 8, word
    assumption_reference: str | None = None  # 8, its place in the theory of change
    evidence_for: tuple[EvidenceLine, ...] = ()  # 9
    evidence_against: tuple[EvidenceLine, ...] = ()  # 10
    evidence_strength: str | None = None  # 11, word
    verdict: str | None = None  # 12, word
    revised_assumption: Said | None = None  # 13
    effects: tuple[EffectLine, ...] = ()  # 14
    decision: str | None = None  # 15, word; a body it is referred to is part of the phrase
    owner: str | None = None  # 16
    review_on: LooseDate | None = None  # 16
    how_we_will_know: Said | None = None  # 16
    about_learning: Said | None = None  # 17
    learning_change: Said | None = None  # 18
    attribution: str | None = None  # 19, the line to print after consents ("Fundación Semilla", "The group")
    session: Source | None = None  # 20
    recorded: str | None = None  # 20, one phrase: who recorded it and when
    review_outcome: str | None = None  # 21, word
    review_text: Said | None = None  # 21
    reviewed_on: dt.date | None = None  # 21


@dataclass(frozen=True, slots=True)
class IndicatorReading:
    """An indicator with its latest measurement; values are in `unit`, None while unknown.

    `progress` is (value - baseline) / (target - baseline), 1 is reached, None when not defined.
    `missing` is the reason when the latest measurement says there is no data. `measured` are all values with
    their days, oldest first.
    """

    code: str
    name: str
    unit: str
    baseline: Decimal | None = None
    baseline_date: LooseDate | None = None
    target: Decimal | None = None
    target_date: LooseDate | None = None
    latest: Decimal | None = None
    latest_date: LooseDate | None = None
    progress: Decimal | None = None
    missing: str | None = None
    measured: tuple[tuple[dt.date, Decimal], ...] = ()
