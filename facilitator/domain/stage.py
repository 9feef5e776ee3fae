"""What the projector may show, and nothing else.

The stage is fed one immutable `StageView`. It holds finished words in the language (or the two
languages) of the room and a few keys that choose a shape or a colour. It has no place for an
author, a private note, a draft, an open vote or an id that leads back to them: what does not
exist here cannot reach the room. Fixed words of the stage itself ("until", "Page 1 of 2",
the prompts of an empty reflection) are put in by the painter, in the languages of the frame.

A text in two languages is one `StageText`; a field without a second language leaves it None.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Final, Literal, Self, TypeAlias

from facilitator.domain.frozen import dataclass

Theme: TypeAlias = Literal["default", "bright_room", "dark"]
Phase: TypeAlias = Literal["running", "cue", "over", "paused", "idle"]
RowState: TypeAlias = Literal["done", "now", "next"]
RowKind: TypeAlias = Literal["session", "break", "end"]
Tone: TypeAlias = Literal["plain", "progress", "ok", "over"]
Level: TypeAlias = Literal["none", "single", "double", "triple"]

_KEYS: Final = frozenset(
    {"theme", "language", "second_language", "phase", "state", "kind", "look", "tone", "icon", "level"}
)
"""Fields that choose a shape, a colour or a catalogue; every other string is painted."""


class _Shown:
    """Something the room can see."""

    __slots__ = ()

    def texts(self) -> Iterator[str]:
        """Yield every string that can be painted from this value; the stage's fixed words apart."""
        for field in fields(self):  # type: ignore[arg-type]  # every subclass is a dataclass
            if field.name not in _KEYS:
                yield from _texts(getattr(self, field.name))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str() if value:
            yield value
        case tuple():
            for part in value:
                yield from _texts(part)
        case _Shown():
            yield from value.texts()


@dataclass(frozen=True, slots=True)
class StageText(_Shown):
    """Words for the room, exactly as people wrote them, and their translation where there is one."""

    text: str
    second: str | None = None

    def __bool__(self) -> bool:
        """Tell whether there is anything to read."""
        return bool(self.text or self.second)


@dataclass(frozen=True, slots=True)
class StageTimer(_Shown):
    """One face of the clock: what the digits say now. The stage computes no time itself."""

    text: str
    """The digits as shown: "23:41", or "+3:12" once over time."""
    phase: Phase = "running"
    fraction: float = 0.0
    """Share of the agreed minutes that is used up: 0 at the start, 1 at the end, more when over."""
    ends: str = ""
    """Local time of the end, "16:27"; empty when nothing is agreed."""


@dataclass(frozen=True, slots=True)
class StageTurn(_Shown):
    """Whose turn it is while several share the time, and what that turn has left."""

    name: StageText
    text: str
    """The digits as shown: "4:12", or "+0:30" once over its part."""
    phase: Phase = "running"
    next_name: StageText | None = None


@dataclass(frozen=True, slots=True)
class StageFrame(_Shown):
    """What every view shares: theme, languages, timer and the time of day."""

    theme: Theme = "default"
    language: str = "es"
    """ISO 639 code; the painter's own fixed words follow it."""
    second_language: str | None = None
    timer: StageTimer | None = None
    clock: str = ""
    """Local time of day, "16:03", shown on the agenda and in breaks; empty hides it."""
    turn: StageTurn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _View(_Shown):
    """A view inside its frame."""

    frame: StageFrame

    def at(self, timer: StageTimer | None, clock: str, turn: StageTurn | None = None) -> Self:
        """Return the same view with another face of the timer and the turn, and another time of day."""
        return replace(self, frame=replace(self.frame, timer=timer, clock=clock, turn=turn))

    def themed(self, theme: Theme) -> Self:
        """Return the same view for another light in the room."""
        return replace(self, frame=replace(self.frame, theme=theme))


@dataclass(frozen=True, slots=True)
class AgendaRow(_Shown):
    """One line of the day as the room sees it."""

    time: str
    """Real start of what is done, forecast of what is to come: "15:42"."""
    title: StageText
    state: RowState = "next"
    kind: RowKind = "session"
    length: str = ""
    """How long a coming session takes, "15 min"; empty hides it."""
    until: str = ""
    """End of the current session, "16:27"; empty hides it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView(_View):
    """The day: what is done, where we are, what comes."""

    title: StageText
    """The day, "Thursday 6 February"."""
    rows: tuple[AgendaRow, ...] = ()


@dataclass(frozen=True, slots=True)
class StageKind(_Shown):
    """One entry of the legend: a kind of card by its badge and its word."""

    look: str
    """Key of the badge and paper in tokens.json: works, difficulty, question, suggestion, note."""
    name: StageText


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView(_View):
    """What the room is asked, as large as it can be."""

    session: StageText
    question: StageText
    instruction: StageText | None = None
    """How to answer: "One idea per card, in a few words."."""
    kinds: tuple[StageKind, ...] = ()


@dataclass(frozen=True, slots=True)
class StageCard(_Shown):
    """One card on the projected wall. It has no author."""

    kind: str
    """The kind's key; a workshop may have kinds of its own."""
    look: str
    """Key of the badge and paper in tokens.json."""
    text: str
    second_text: str | None = None
    dots: int | None = None
    """Votes, only once the vote is closed; None shows nothing."""

    def texts(self) -> Iterator[str]:
        """Yield every string that the card can paint."""
        yield from _Shown.texts(self)  # super() does not reach a slotted dataclass's base
        if self.dots is not None:
            yield str(self.dots)


@dataclass(frozen=True, slots=True)
class StageCluster(_Shown):
    """Cards under one heading; an empty title is the loose cards."""

    title: StageText
    cards: tuple[StageCard, ...] = ()
    dots: int | None = None
    """All of its votes where it was voted on itself, only once the vote is closed."""
    inner: bool = False
    """Whether it stands inside the cluster before it."""

    def texts(self) -> Iterator[str]:
        """Yield every string that the cluster can paint, its number of cards or dots included."""
        yield from _Shown.texts(self)
        yield str(len(self.cards) if self.dots is None else self.dots)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsView(_View):
    """The wall: clusters in the order of the operator's own wall."""

    question: StageText
    clusters: tuple[StageCluster, ...] = ()
    kinds: tuple[StageKind, ...] = ()
    vote: tuple[StageText, ...] = ()
    """While a vote is open its rule and how many voted; once it is closed its turnout and what came first."""
    large: bool = False
    """Whether cards are read out: in the largest letters, page after page, however many they are."""
    conclusion: StageText = StageText("")
    """What the group concluded, once the board is at its end; empty before."""


@dataclass(frozen=True, slots=True)
class StageMarked(_Shown):
    """Something on the matrix: its number, what it says, and its two means as words ("4.2")."""

    number: str
    text: StageText
    up: str
    across: str
    place: tuple[float, float]
    """Where it stands: across and up, from 1 to 5. What has the same place stands together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixView(_View):
    """What was rated by two criteria: one goes up, the other across. Empty while a rating is open."""

    question: StageText
    up: StageText = StageText("")
    across: StageText = StageText("")
    turnout: tuple[StageText, ...] = ()
    """How each rating went, in one line each."""
    marked: tuple[StageMarked, ...] = ()


@dataclass(frozen=True, slots=True)
class FirstLoop(_Shown):
    """Are we doing things right? What happened, and what corrects the action (domain 2.3, 1 to 7)."""

    action: StageText = StageText("")
    expected: StageText = StageText("")
    actual: StageText = StageText("")
    gap: StageText = StageText("")
    """The gap in words; its kind ("below") is part of them where the room should read it."""
    causes: tuple[StageText, ...] = ()
    correction: StageText = StageText("")


@dataclass(frozen=True, slots=True)
class SecondLoop(_Shown):
    """Are we doing the right things? What we took for granted (domain 2.3, 8 to 15)."""

    assumption: StageText = StageText("")
    evidence_for: tuple[StageText, ...] = ()
    evidence_against: tuple[StageText, ...] = ()
    verdict: StageText = StageText("")
    """The verdict in words: "Holds with conditions"."""
    revised: StageText = StageText("")
    effects: tuple[StageText, ...] = ()
    """Each with its target in words: "Theory of change: add accompaniment as an output"."""
    decision: StageText = StageText("")
    """The decision in words: "Test in the next iteration"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectionView(_View):
    """A reflection as it is being written: what is still empty shows its question."""

    subject: StageText
    """What the reflection is about: "Case: red beans, Honduras"; may be empty."""
    first: FirstLoop = FirstLoop()
    second: SecondLoop = SecondLoop()
    level: Level = "none"
    """The level reached so far, computed by `reflections`, never typed."""


@dataclass(frozen=True, slots=True)
class WorkPlanRow(_Shown):
    """One promise: what, who, until when, how far."""

    code: str
    activity: StageText
    responsible: str
    due: str
    """The date as the room reads it: "30 Jun 2014", "September 2014"."""
    status: StageText = StageText("")
    tone: Tone = "plain"
    """Colour and shape of the status word: plain, progress, ok (done) or over (late)."""
    progress: int = 0
    """Per cent done, 0 to 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPlanView(_View):
    """The commitments, in the order of the plan."""

    title: StageText
    rows: tuple[WorkPlanRow, ...] = ()


@dataclass(frozen=True, slots=True)
class StageAgreement(_Shown):
    """One agreement in the words of the room; `responsible` and `due` are empty where nobody said."""

    number: str
    text: StageText
    responsible: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementsView(_View):
    """What was agreed, to be read back to everybody before the workshop ends."""

    title: StageText
    agreements: tuple[StageAgreement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakView(_View):
    """A break: the frame's timer counts down to the time everybody is back."""

    name: StageText
    """"Coffee", "Lunch"."""
    back_at: str = ""
    """Local time of the return, "15:42"; empty hides it."""
    next_title: StageText | None = None
    icon: Literal["coffee", "none"] = "coffee"


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankView(_View):
    """Nothing to read: a calm surface, never the desktop."""

    def texts(self) -> Iterator[str]:
        """Yield every string that this view can paint: none, not even the time."""
        return iter(())


StageView: TypeAlias = (
    AgendaView
    | QuestionView
    | CardsView
    | MatrixView
    | ReflectionView
    | WorkPlanView
    | AgreementsView
    | BreakView
    | BlankView
)
