"""The steps of a session as a table to write them in: columns, rows, and what a cell changes. No Qt."""

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Final
from uuid import UUID

from facilitator.domain.agenda import Session
from facilitator.domain.cards import CardKind, Kind
from facilitator.domain.errors import FacilitatorError, InvalidInput
from facilitator.domain.guiding import minutes_of
from facilitator.domain.ids import CardKindId, WorkshopId
from facilitator.domain.record import require_range
from facilitator.domain.records import Records
from facilitator.domain.steps import LONGEST_STEP, Step, StepCaptures, StepShows
from facilitator.i18n import _, ngettext, pgettext, translations
from facilitator.words import word
from ui.presenters.cells import Cell, Column, PillWords, Row
from ui.presenters.wording import NewText, reworded, shown

Items = list[tuple[str, str]]

_WIDE: Final = 3
"""Cells of a pasted line: instruction, minutes, tip."""


def columns() -> list[Column]:
    """Return the columns; the tip's head says that nobody else sees it."""
    return [
        Column(key="number", width=36, align="right"),
        Column(key="instruction", head=_("Instruction for the room"), width=220, stretch=True, editor="line"),
        Column(key="minutes", head=pgettext("length", "Minutes"), width=84, align="right", editor="line"),
        Column(
            key="tip",
            head=_("Tip, only for you"),
            spoken=_("Private tip, never shown to the room"),
            width=180,
            least=120,
            stretch=True,
            editor="line",
            drop=1,
        ),
        Column(key="captures", head=_("Captures"), width=126, editor="choice"),
        Column(key="kind", head=_("Kind of card"), width=124, editor="choice", drop=3),
        Column(key="shows", head=_("Stage shows"), width=132, editor="choice", drop=2),
    ]


def rows(records: Records, session: Session | None, language: str) -> list[Row]:
    """Return one row a step; its key is its place, from 0."""
    if session is None:
        return []
    t = translations(language)
    kinds = dict(kind_items(records, session.workshop, language))
    made = []
    for place, step in enumerate(session.steps):
        instruction, tip = shown(step.instruction, language), shown(step.tip, language)
        kind = kind_key(records, step)
        cards = step.captures is StepCaptures.CARDS
        cells = {
            "number": Cell(shown=str(place + 1), tone="ink_3"),
            "instruction": Cell(shown=_one_line(instruction), edit=instruction, strong=True),
            "minutes": Cell(shown=str(step.minutes) if step.minutes else "–", edit=str(step.minutes or "")),
            "tip": Cell(shown=_one_line(tip), edit=tip, tone="ink_2"),
            "captures": Cell(shown=word(t, step.captures), edit=step.captures.value),
            "kind": Cell(shown=kinds.get(kind, "") if cards else "", edit=kind if cards else None),
            "shows": _shows(t, step),
        }
        made.append(Row(key=place, cells=cells))
    return made


def _shows(t: NullTranslations, step: Step) -> Cell:
    if step.shows is None:
        return Cell(shown=pgettext("stage", "Stays"), edit="", tone="ink_3")
    return Cell(shown=word(t, step.shows), edit=step.shows.value)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def kind_key(records: Records, step: Step) -> str:
    """Return the key of the kind of card that a step captures; empty for any."""
    own = records.get(CardKind, step.own_kind)
    return str(own.id) if own is not None else step.kind.value if step.kind else ""


def kind_items(records: Records, workshop: WorkshopId | None, language: str) -> Items:
    """Return the kinds of card as keys and words; the empty key is any."""
    t = translations(language)
    own = sorted(records.where(CardKind, workshop=workshop), key=lambda each: (each.position, each.id.int))
    return [
        ("", _("Any")),
        *((kind.value, word(t, kind)) for kind in Kind),
        *((str(each.id), each.label.best(language)) for each in own),
    ]


def choices(records: Records, workshop: WorkshopId | None, language: str) -> dict[str, Items]:
    """Return what can be chosen, by column."""
    t = translations(language)
    return {
        "captures": [(each.value, word(t, each)) for each in StepCaptures],
        "shows": [("", _("Stays as it is")), *((each.value, word(t, each)) for each in StepShows)],
        "kind": kind_items(records, workshop, language),
    }


def changed(
    records: Records, step: Step, change: tuple[str, str], language: str, new_text: NewText
) -> dict[str, object]:
    """Return the fields of a step that a cell (column, value) changes. Raises InvalidInput."""
    name, value = change
    match name:
        case "instruction":
            made = reworded(step.instruction, value, language, new_text)
            if made is None:
                raise InvalidInput("step-empty")
            return {"instruction": made}
        case "tip":
            return {"tip": reworded(step.tip, value, language, new_text)}
        case "minutes":
            return {"minutes": minutes_read(value)}
        case "captures":
            return {"captures": StepCaptures(value)}
        case "shows":
            return {"shows": StepShows(value) if value else None}
        case _:
            return _kind(records, value)


def _kind(records: Records, value: str) -> dict[str, object]:
    if value in {each.value for each in Kind} or not value:
        return {"kind": Kind(value) if value else None, "own_kind": None}
    own = records.get(CardKind, UUID(value))
    return {"kind": own.like if own else None, "own_kind": CardKindId(UUID(value)) if own else None}


def minutes_read(words: str) -> int:
    """Return minutes as they were typed, 0 for nothing. Raises InvalidInput."""
    words = words.strip().removesuffix("min").strip()
    if not words:
        return 0
    try:
        minutes = int(words)
    except ValueError:
        raise InvalidInput("number-unknown", text=words) from None
    require_range(minutes, 0, LONGEST_STEP, "minutes-out-of-range")
    return minutes


def wrong(
    records: Records, step: Step, change: tuple[str, str], language: str, new_text: NewText
) -> FacilitatorError | None:
    """Return what is wrong with a cell as it is typed; None when nothing is."""
    try:
        changed(records, step, change, language, new_text)
    except FacilitatorError as error:
        return error
    return None


def read_lines(lines: Sequence[str], new_text: NewText) -> list[Step]:
    """Return pasted lines as steps, one each: an instruction, and behind tabs its minutes and its tip.

    Raises InvalidInput for words that are too long.
    """
    made = []
    for line in lines:
        cells = [each.strip() for each in line.split("\t") if each.strip()]
        words = [each for each in cells if not each.isdecimal()] or cells[:1]
        numbers = [each for each in cells if each not in words]
        if not words:
            continue
        minutes = min(int(numbers[0][:6]), LONGEST_STEP) if numbers else 0
        tip = new_text(" ".join(words[1:_WIDE])) if len(words) > 1 else None
        made.append(Step(new_text(words[0]), tip, minutes))
    return made


def new_step(words: str, before: Step | None, new_text: NewText) -> Step:
    """Return a step that was typed just now; it captures what the one before it does. Raises InvalidInput."""
    if before is None:
        return Step(new_text(words))
    return Step(new_text(words), captures=before.captures, kind=before.kind, own_kind=before.own_kind)


def total(session: Session | None) -> PillWords | None:
    """Return how much of the session its steps take; None without any."""
    if session is None or not session.steps:
        return None
    planned, sum_ = session.planned_minutes, minutes_of(session.steps)
    said = _("{sum} of {minutes} min").format(sum=sum_, minutes=planned)
    if sum_ > planned:
        over = ngettext("{n} min too long", "{n} min too long", sum_ - planned).format(n=sum_ - planned)
        return PillWords(f"{said}, {over}", "over", "alarm-clock")
    if sum_ == planned:
        return PillWords(said, "ok", "check")
    left = ngettext("{n} min left", "{n} min left", planned - sum_).format(n=planned - sum_)
    return PillWords(f"{said}, {left}", "neutral", "clock")


def in_short(session: Session) -> str:
    """Return how many steps a session has and how long they take, for a button that leads to them."""
    count = len(session.steps)
    if not count:
        return _("Add steps")
    minutes = minutes_of(session.steps)
    said = ngettext("{n} step", "{n} steps", count).format(n=count)
    return _("{steps}, {minutes} min").format(steps=said, minutes=minutes) if minutes else said


def session_items(sessions: Sequence[Session], language: str) -> Items:
    """Return sessions as keys and names, in their order."""
    return [
        (str(each.id), " ".join(f"{_start(each)} {each.title.best(language)}".split()))
        for each in sorted(sessions, key=lambda each: each.order)
    ]


def _start(session: Session) -> str:
    return f"{session.planned_start:%H:%M}" if session.planned_start else ""
