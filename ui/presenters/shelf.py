"""Alliances, their cycles and workshops as one outline, and the fields of whichever is selected."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal, NamedTuple
from uuid import UUID

from facilitator.domain.cycles import (
    Alliance,
    Cycle,
    CycleStep,
    Principle,
    Workshop,
    WorkshopStatus,
    WorkshopType,
)
from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import AllianceId, WorkshopId
from facilitator.domain.people import Organisation
from facilitator.domain.record import Record
from facilitator.domain.records import Records
from facilitator.domain.typed import typed_date
from facilitator.domain.values import LooseDate, Text
from facilitator.formats import formats
from facilitator.i18n import LANGUAGES, N_, _, translations
from facilitator.words import word
from ui.presenters.home import begins, order
from ui.presenters.people_fields import countries
from ui.presenters.wording import NewText, language_name, lines, reworded, reworded_lines, shown

Kind = Literal["alliance", "cycle", "workshop"]
RECORDS: Final[Mapping[Kind, type[Record]]] = {"alliance": Alliance, "cycle": Cycle, "workshop": Workshop}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfRow:
    """One line of the outline; `level` is how deep it stands, `meta` when it was."""

    key: UUID
    kind: Kind
    level: int
    title: str
    meta: str = ""
    is_open: bool = False
    spoken: str = ""


def shelf(records: Records, opened: WorkshopId | None, language: str) -> list[ShelfRow]:
    """Return every alliance with its cycles and their workshops; what belongs to none stands at the end."""
    rows: list[ShelfRow] = []
    alliances = sorted(records.where(Alliance), key=lambda each: each.name.best(language).casefold())
    for alliance in alliances:
        name = " ".join(alliance.name.best(language).split())
        said = _("{title}, alliance").format(title=name)
        rows.append(ShelfRow(key=alliance.id, kind="alliance", level=0, title=name, spoken=said))
        rows += _cycles(records, alliance.id, 1, (opened, language))
    known = {each.id for each in alliances}
    loose = {each.alliance for each in records.where(Cycle)} - known
    for missing in sorted(loose, key=str):
        rows += _cycles(records, missing, 0, (opened, language))
    cycles = {each.id for each in records.where(Cycle)}
    alone = [each for each in records.where(Workshop) if each.cycle not in cycles]
    return rows + [_workshop(each, 0, (opened, language)) for each in sorted(alone, key=order, reverse=True)]


def _cycles(
    records: Records, alliance: AllianceId | None, level: int, view: tuple[WorkshopId | None, str]
) -> list[ShelfRow]:
    rows = []
    found = sorted(records.where(Cycle, alliance=alliance), key=lambda each: each.label, reverse=True)
    for cycle in found:
        title = cycle.label.replace("-", "–")
        said = _("{title}, cycle").format(title=title)
        rows.append(ShelfRow(key=cycle.id, kind="cycle", level=level, title=title, spoken=said))
        workshops = sorted(records.where(Workshop, cycle=cycle.id), key=order)
        rows += [_workshop(each, level + 1, view) for each in workshops]
    return rows


def _workshop(workshop: Workshop, level: int, view: tuple[WorkshopId | None, str]) -> ShelfRow:
    opened, language = view
    title = " ".join(workshop.title.best(language).split())
    when = begins(workshop)
    meta = "" if when is None else formats(language, workshop.country).brief_month(when)
    is_open = workshop.id == opened
    said = _("{title}, workshop, {when}").format(title=title, when=meta or _("No date yet"))
    if is_open:
        said = _("{what}. This workshop is open").format(what=said)
    return ShelfRow(
        key=workshop.id, kind="workshop", level=level, title=title, meta=meta, is_open=is_open, spoken=said
    )


# Fields

FieldKind = Literal["line", "area", "lines", "choice", "day"]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of the details: its name in the record, its label in English, and how it is typed."""

    name: str
    label: str
    kind: FieldKind = "line"
    beside: bool = False
    """Whether it stands beside the field before it."""


FIELDS: Final[Mapping[Kind, Sequence[FieldSpec]]] = {
    "workshop": (
        FieldSpec("title", N_("Title"), "area"),
        FieldSpec("number", N_("Number")),
        FieldSpec("cycle", N_("Cycle"), "choice", beside=True),
        FieldSpec("start", N_("First day"), "day"),
        FieldSpec("end", N_("Last day"), "day", beside=True),
        FieldSpec("city", N_("City")),
        FieldSpec("country", N_("Country"), "choice", beside=True),
        FieldSpec("venue", N_("Venue")),
        FieldSpec("type", N_("Kind of workshop"), "choice"),
        FieldSpec("status", N_("State"), "choice", beside=True),
        FieldSpec("language", N_("Main language"), "choice"),
        FieldSpec("participants_expected", N_("Expected people"), beside=True),
        FieldSpec("facilitating_organisation", N_("Facilitating organisation"), "choice"),
        FieldSpec("objectives", N_("Objectives, one a line"), "lines"),
        FieldSpec("expected_outputs", N_("Expected outputs, one a line"), "lines"),
        FieldSpec("developments", N_("What came of it, one a line"), "lines"),
        FieldSpec("summary", N_("Summary"), "area"),
    ),
    "cycle": (
        FieldSpec("label", N_("Label, such as 2013-2014")),
        FieldSpec("topic", N_("Topic"), "area"),
        FieldSpec("learning_question", N_("Learning question"), "area"),
        FieldSpec("alliance", N_("Alliance"), "choice"),
        FieldSpec("funder", N_("Funder"), "choice"),
        FieldSpec("start", N_("First day"), "day"),
        FieldSpec("end", N_("Last day"), "day", beside=True),
        FieldSpec("aims", N_("Aims, one a line"), "lines"),
        FieldSpec("steps", N_("Steps, one a line"), "lines"),
    ),
    "alliance": (
        FieldSpec("name", N_("Name"), "area"),
        FieldSpec("since", N_("Since")),
        FieldSpec("promoted_by", N_("Promoted by"), "choice", beside=True),
        FieldSpec("principles", N_("Principles, one a line"), "lines"),
    ),
}


def values(record: Record, kind: Kind, language: str) -> dict[str, str]:
    """Return what the fields of a record show."""
    return {spec.name: _value(record, spec.name, language) for spec in FIELDS[kind]}


def _value(record: Record, name: str, language: str) -> str:
    value = getattr(record, name)
    if name == "start" and value is None and isinstance(record, Workshop):
        value = record.planned_month
    if isinstance(value, dt.date | LooseDate):
        return formats(language).short_day(value)
    if isinstance(value, Text):
        return shown(value, language)
    if isinstance(value, tuple):
        return lines([_text_of(each) for each in value], language)
    return "" if value is None else str(value)


def _text_of(value: object) -> Text:
    if isinstance(value, Principle):
        return value.label
    return value.name if isinstance(value, CycleStep) else _as_text(value)


def _as_text(value: object) -> Text:
    assert isinstance(value, Text)  # noqa: S101 - lists of the details hold texts only
    return value


class Typing(NamedTuple):
    """What typed words are read with: the screen's language, how new words are kept, and today."""

    language: str
    new_text: NewText
    today: dt.date


def changed(record: Record, name: str, value: str, typing: Typing) -> dict[str, object]:
    """Return the fields of a record that leaving a field changes. Raises InvalidInput."""
    language, new_text, today = typing
    words = value.strip()
    if name in {"start", "end"}:
        return _day(record, name, typed_date(words, today))
    before = getattr(record, name)
    if name in _PARSED:
        made: object = _PARSED[name](words)
    elif name in {"principles", "steps"}:
        made = _numbered(before, value, language, new_text)
    elif isinstance(before, tuple):
        made = reworded_lines(before, value, language, new_text)
    elif name in _TEXTS:
        made = reworded(before, value, language, new_text)
        made = made or new_text("") if name in {"title", "name"} else made
    else:
        made = words or None
    return {name: made}


_TEXTS: Final = {"title", "name", "topic", "learning_question", "summary"}


def _whole(words: str) -> int | None:
    if not words:
        return None
    try:
        return int(words)
    except ValueError:
        raise InvalidInput("number-unknown", text=words) from None


def _key(words: str) -> UUID | None:
    return UUID(words) if words else None


_PARSED: Final[Mapping[str, Callable[[str], object]]] = {
    "number": _whole,
    "since": _whole,
    "participants_expected": _whole,
    "cycle": _key,
    "alliance": _key,
    "funder": _key,
    "promoted_by": _key,
    "facilitating_organisation": _key,
    "type": WorkshopType,
    "status": WorkshopStatus,
    "language": str,
    "label": str,
    "country": lambda words: words or None,
}


def _day(record: Record, name: str, typed: LooseDate | None) -> dict[str, object]:
    """Return the dates that a typed day changes; of a workshop a month alone is planned only."""
    if typed is None:
        return {name: None}
    if typed.day is not None:
        return {name: typed.first_day()}
    if isinstance(record, Workshop) and name == "start":
        return {"planned_month": typed, "start": None, "end": None}
    raise InvalidInput("date-unknown", text=typed.isoformat())


def _numbered(
    before: Sequence[Principle | CycleStep], value: str, language: str, new_text: NewText
) -> tuple[Principle | CycleStep, ...]:
    texts = [_text_of(each) for each in before]
    made = reworded_lines(texts, value, language, new_text)
    known = dict(zip(texts, before, strict=True))
    if before and isinstance(before[0], Principle):
        return tuple(Principle(n, text) for n, text in enumerate(made, 1))
    return tuple(
        replace(step, name=text) if isinstance(step := known.get(text), CycleStep) else CycleStep(text)
        for text in made
    )


Items = Sequence[tuple[str, str]]


def choices(records: Records, language: str) -> dict[str, Items]:
    """Return what can be chosen in the details, by the field's name."""
    t = translations(language)
    organisations = sorted(records.where(Organisation), key=lambda each: each.known_as.casefold())
    nobody: Items = [("", _("Not said"))]
    known: Items = [(str(each.id), each.known_as) for each in organisations]
    cycles: Items = [(str(each.id), each.label) for each in records.where(Cycle)]
    alliances: Items = [(str(each.id), each.name.best(language)) for each in records.where(Alliance)]
    return {
        "cycle": [("", _("None")), *cycles],
        "alliance": [("", _("None")), *alliances],
        "country": countries(records, language),
        "type": [(each.value, word(t, each)) for each in WorkshopType],
        "status": [(each.value, word(t, each)) for each in WorkshopStatus],
        "language": [(each, language_name(each)) for each in LANGUAGES],
        "facilitating_organisation": [*nobody, *known],
        "funder": [*nobody, *known],
        "promoted_by": [*nobody, *known],
    }
