"""What the console says of a session's steps: the one that is on, its tip, and the others. No Qt."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from facilitator.domain.agenda import Session, TimerTransition
from facilitator.domain.cards import CardKind
from facilitator.domain.frozen import dataclass
from facilitator.domain.guiding import step_clock, step_number
from facilitator.domain.records import Records
from facilitator.domain.steps import Step, StepCaptures, StepShows
from facilitator.domain.timer import TimerPhase, current_session, face
from facilitator.i18n import _, ngettext, translations
from facilitator.words import word
from ui.presenters.capture import Choice, Target, same_choice

CAPTURE_ICONS: Final = {
    StepCaptures.CARDS: "sticky-note",
    StepCaptures.REFLECTION: "infinity",
    StepCaptures.WORK_PLAN: "chart-no-axes-gantt",
    StepCaptures.VOTES: "vote",
    StepCaptures.AGREEMENTS: "circle-check",
}
_PAGES: Final = {
    StepCaptures.REFLECTION: "reflection",
    StepCaptures.WORK_PLAN: "work_plan",
    StepCaptures.VOTES: "cards",
}
"""Where one writes down what the capture bar does not take."""


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step in short."""

    number: int
    title: str
    minutes: str
    done: bool = False

    @property
    def key(self) -> int:
        """Its number."""
        return self.number

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        said = _("Step {number}: {words}").format(number=self.number, words=self.title)
        return f"{said}, {self.minutes}" if self.minutes else said


@dataclass(frozen=True, slots=True)
class StepTime:
    """What is left of the step that is on: the digits, and of how many minutes."""

    digits: str
    of: str
    over: bool = False
    paused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFace:
    """The step that is on, or the first one of a session that does not run yet.

    `page` and `lead` name the page on which its results are written, where the capture bar does not
    take them.
    """

    number: int
    count: int
    heading: str
    instruction: str
    tip: str
    does: tuple[tuple[str, str], ...]
    page: str
    lead: str
    lines: tuple[StepLine, ...]
    live: bool

    @property
    def has_next(self) -> bool:
        """Whether one can go on."""
        return self.live and self.number < self.count

    @property
    def has_previous(self) -> bool:
        """Whether one can go back."""
        return self.live and self.number > 1


def step_face(session: Session | None, language: str) -> StepFace | None:
    """Return what is said of a session's steps; None where it has none."""
    number = None if session is None else step_number(session)
    if session is None or number is None:
        return None
    step, count = session.steps[number - 1], len(session.steps)
    return StepFace(
        number=number,
        count=count,
        heading=_("Step {number} of {count}").format(number=number, count=count),
        instruction=step.instruction.best(language).strip(),
        tip=step.tip.best(language).strip() if step.tip else "",
        does=_does(step, language),
        page=_PAGES.get(step.captures, ""),
        lead=_lead(step.captures),
        lines=tuple(_lines(session.steps, number, language)),
        live=current_session([session]) is not None,
    )


def _lead(captures: StepCaptures) -> str:
    match captures:
        case StepCaptures.REFLECTION:
            return _("Open the reflection")
        case StepCaptures.WORK_PLAN:
            return _("Open the work plan")
        case StepCaptures.VOTES:
            return _("Open the cards to vote")
        case _:
            return ""


def _does(step: Step, language: str) -> tuple[tuple[str, str], ...]:
    """Return icon and words of what is captured, and of what the stage shows."""
    t = translations(language)
    said = []
    if step.captures is StepCaptures.CARDS and step.own_kind is None and step.kind is not None:
        kind = word(t, step.kind)
        said.append((CAPTURE_ICONS[step.captures], _("Cards: {kind}").format(kind=kind)))
    elif step.captures is not StepCaptures.NOTHING:
        said.append((CAPTURE_ICONS[step.captures], word(t, step.captures)))
    if step.shows is StepShows.BLANK:
        said.append(("projector", _("Stage: blank")))
    elif step.shows is not None:
        said.append(("projector", _("Stage: {view}").format(view=word(t, step.shows))))
    return tuple(said)


def _lines(steps: Iterable[Step], now: int, language: str) -> Iterable[StepLine]:
    for number, step in enumerate(steps, start=1):
        if number != now:
            words = " ".join(step.instruction.best(language).split())
            yield StepLine(number, words, minutes_said(step.minutes), done=number < now)


def minutes_said(minutes: int) -> str:
    """Return how long a step takes; nothing where nothing was agreed."""
    return ngettext("{n} min", "{n} min", minutes).format(n=minutes) if minutes else ""


def step_time(session: Session, transitions: Iterable[TimerTransition], now: dt.datetime) -> StepTime | None:
    """Return what is left of the step that is on; None where nothing was agreed, or nothing runs."""
    clock = step_clock(session, transitions)
    if clock is None or not clock.planned or current_session([session]) is None:
        return None
    minutes = round(clock.planned.total_seconds() / 60)
    over = clock.remaining(now).total_seconds() < 0
    of = (
        ngettext("over {n} min", "over {n} min", minutes)
        if over
        else ngettext("of {n} min", "of {n} min", minutes)
    )
    return StepTime(face(clock, now), of.format(n=minutes), over, clock.phase(now) is TimerPhase.PAUSED)


def wanted_choice(records: Records, step: Step | None, offered: Iterable[Choice]) -> Choice | None:
    """Return what the capture bar writes during a step; None where the step does not say."""
    if step is None:
        return None
    if step.captures is StepCaptures.AGREEMENTS:
        asked = Choice(target=Target.AGREEMENT)
    elif step.captures is StepCaptures.CARDS and (step.kind or step.own_kind):
        own = records.get(CardKind, step.own_kind)
        kind = own.like if own is not None else step.kind
        if kind is None:
            return None
        asked = Choice(kind=kind, own_kind=own.id if own is not None else None)
    else:
        return None
    return next((each for each in offered if same_choice(each, asked)), None)
