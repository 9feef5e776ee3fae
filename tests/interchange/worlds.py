"""Whole databases that nobody thought of: every kind of record with every field, drawn from its types."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum
from random import Random
from typing import Any, get_args, get_origin
from uuid import UUID

from facilitator.domain import cards, cases, cycles, documents, evaluation, people, plans
from facilitator.domain.catalogue import ENTRIES, hints, is_id, optional
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import new_id
from facilitator.domain.record import Record
from facilitator.domain.values import LooseDate, Money, Text, Translation
from tests.lawful import lawful

Dice = Random
Maker = Callable[[Dice], Any]
Ids = Mapping[type[Record], list[UUID]]

LANGUAGES = ("es", "en", "fr", "pt-BR")
ZONES = ("America/Managua", "America/Bogota", "America/Asuncion", "Europe/Madrid", "UTC")
HOSTILE = (
    "<b>",
    "&amp;",
    '"quoted"',
    "a\\b",
    "\r\n",
    "\t",
    " ",
    "~1/",
    "original",
    "null",
    "NaN",
    "\u202eabc",
    "\ud83c\udf3d".encode("utf-16", "surrogatepass").decode("utf-16"),
    "مرحبا",
    "ñandú",
    "\x7f\x01",
    "\ufeff",
    "=1+1",
    "{}",
    "[]",
)


def string(dice: Dice) -> str:
    """Return what nobody expects in a field, now and then nothing."""
    parts = []
    for _ in range(dice.randint(0, 3)):
        sign = dice.choice(
            (dice.randint(32, 126), dice.randint(0xA0, 0xD7FF), dice.randint(0xE000, 0x10FFFF))
        )
        parts.append(dice.choice((dice.choice(HOSTILE), chr(sign))))
    return "".join(parts)


def words(dice: Dice) -> str:
    """Return a string that is not blank."""
    return string(dice) + dice.choice("xñ9")


def day(dice: Dice) -> dt.date:
    """Return a day of a hundred years."""
    return dt.date(1990, 1, 1) + dt.timedelta(days=dice.randint(0, 36_000))


def loose(dice: Dice) -> LooseDate:
    """Return a day or a month."""
    return (
        LooseDate.of(day(dice))
        if dice.random() < 0.5
        else LooseDate(dice.randint(1990, 2090), dice.randint(1, 12))
    )


def instant(dice: Dice) -> dt.datetime:
    """Return a moment, to the minute or to the microsecond."""
    at = dt.datetime.combine(day(dice), dt.time(dice.randint(0, 23), dice.randint(0, 59)), dt.UTC)
    return (
        at
        if dice.random() < 0.5
        else at.replace(second=dice.randint(0, 59), microsecond=dice.randint(0, 999_999))
    )


def number(dice: Dice) -> Decimal:
    """Return a number of at most 15 digits."""
    return Decimal(dice.randint(-(10 ** dice.randint(0, 15)) + 1, 10 ** dice.randint(0, 15) - 1)).scaleb(
        -dice.randint(0, 9)
    )


SIMPLE: dict[Any, Maker] = {
    str: string,
    int: lambda dice: dice.randint(0, 1_000),
    bool: lambda dice: dice.random() < 0.5,
    Decimal: number,
    dt.date: day,
    dt.time: lambda dice: instant(dice).time(),
    dt.datetime: instant,
    LooseDate: loose,
    Money: lambda dice: Money(abs(number(dice)), dice.choice(("USD", "NIO"))),
}

NAMED: dict[tuple[type, str], Maker] = {
    (cycles.Workshop, "language"): lambda dice: dice.choice(LANGUAGES),
    (cycles.Workshop, "time_zone"): lambda dice: dice.choice(ZONES),
    (cycles.Workshop, "country"): lambda dice: dice.choice(("NI", "HN", "XX")),
    (documents.MinutesDocument, "language"): lambda dice: dice.choice(LANGUAGES),
    (people.Organisation, "name"): words,
    (people.Person, "full_name"): words,
    (cycles.Cycle, "label"): words,
    (plans.BudgetRevision, "currency"): lambda dice: dice.choice(("USD", "CRC")),
    (cards.Vote, "dots"): lambda dice: dice.randint(1, 9),
    (cards.Voting, "dots_per_person"): lambda dice: dice.randint(1, 9),
}
CHAINS = {"inside", "previous", "merged_into", "carried_from"}


def text(dice: Dice) -> Text:
    """Return words in one language, with translations beside them in any order."""
    first, *others = dice.sample(LANGUAGES, dice.randint(1, 3))
    return Text(words(dice), first, tuple(Translation(each, string(dice)) for each in others))


def world(seed: int) -> tuple[list[Record], UUID]:
    """Return records of every kind that fit together, and the key of the workshop they belong to."""
    dice = Random(seed)
    ids: dict[type[Record], list[UUID]] = {}
    for entry in ENTRIES:
        count = 1 if entry.record in {cycles.Cycle, cycles.Alliance} else dice.randint(1, 3)
        ids[entry.record] = [new_id() for _ in range(count)]
    workshop = ids[cycles.Workshop][0]
    records = [
        _record(dice, entry.record, number, ids)
        for entry in ENTRIES
        for number in range(len(ids[entry.record]))
    ]
    return _lawful(records), workshop


def _record(dice: Dice, kind: type[Record], number: int, ids: Ids) -> Record:
    """Draw the needed fields, then add every other one that the record accepts."""
    values: dict[str, Any] = {"id": ids[kind][number]}
    for name, hint in _in_order(kind):
        if name in {"id", "deleted_at"}:
            continue
        drawn = _field(dice, kind, (name, hint), number, ids)
        _add_if_lawful(kind, values, name, drawn)
    return kind(**values)


def _in_order(kind: type) -> list[tuple[str, Any]]:
    """Return the fields with their types, those that are needed first."""
    needed = {
        field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING
    }
    return sorted(hints(kind).items(), key=lambda each: each[0] not in needed)


def _add_if_lawful(kind: type, values: dict[str, Any], name: str, drawn: Any) -> None:
    before = dict(values)
    values[name] = drawn
    try:
        kind(**values)
    except TypeError:  # more needed fields are still to come
        return
    except InvalidInput:
        values.clear()
        values.update(before)


def _field(dice: Dice, kind: type, field: tuple[str, Any], number: int, ids: Ids) -> Any:
    name, hint = field
    inner, may_be_missing = optional(hint)
    if kind is cycles.Workshop and name == "cycle":
        return ids[cycles.Cycle][0]
    if may_be_missing and dice.random() < 0.25:
        return None
    if name == "workshop":
        return ids[cycles.Workshop][0]
    if name in CHAINS and issubclass(kind, Record):
        earlier = ids[kind][:number]
        return dice.choice(earlier) if earlier else None
    if (kind, name) in NAMED:
        return NAMED[kind, name](dice)
    if kind is evaluation.Evaluation and name in {"responses", "open_answers", "questions", "scale"}:
        return _evaluation(dice, name)
    if name == "scores":
        return {side: _scores(dice) for side in dice.sample(list(cases.Perspective), 2)}
    return _value(dice, inner, ids)


def _scores(dice: Dice) -> dict[cases.BusinessPrinciple, cases.Score]:
    marks = (None, Decimal(1), Decimal("4.5"))
    some = dice.sample(list(cases.BusinessPrinciple), 2)
    return {each: cases.Score(dice.choice(marks), dice.choice((None, text(dice)))) for each in some}


def _evaluation(dice: Dice, name: str) -> Any:
    if name == "questions":
        return (
            evaluation.EvaluationQuestion("q1", text(dice)),
            evaluation.EvaluationQuestion("q2", text(dice), evaluation.QuestionKind.OPEN),
        )
    if name == "scale":
        return cases.Scale(1, dice.randint(3, 10), {string(dice): text(dice)})
    if name == "responses":
        return tuple(evaluation.Response(n, {"q1": dice.randint(1, 3)}) for n in range(dice.randint(0, 3)))
    return tuple(evaluation.OpenAnswer("q2", text(dice)) for _ in range(dice.randint(0, 2)))


def _value(dice: Dice, kind: Any, ids: Ids) -> Any:
    if is_id(kind):
        return dice.choice(_targets(kind, ids))
    if kind is Text:
        return text(dice)
    if kind in SIMPLE:
        return SIMPLE[kind](dice)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return dice.choice(list(kind))
    if get_origin(kind) is tuple:
        each, _ = optional(get_args(kind)[0])
        return tuple(_value(dice, each, ids) for _ in range(dice.randint(0, 2)))
    if get_origin(kind) is dict:
        key, each = get_args(kind)
        return {_value(dice, key, ids): _value(dice, each, ids) for _ in range(dice.randint(0, 2))}
    assert is_dataclass(kind), kind
    return _inner(dice, kind, ids)  # type: ignore[arg-type]  # a class, as is_dataclass told


def _inner(dice: Dice, kind: type, ids: Ids) -> Any:
    values: dict[str, Any] = {}
    for name, hint in _in_order(kind):
        _add_if_lawful(kind, values, name, _field(dice, kind, (name, hint), 0, ids))
    try:
        return kind(**values)
    except InvalidInput:  # evidence needs words or a link
        return kind(**{**values, "text": text(dice)})


def _targets(kind: Any, ids: Ids) -> list[UUID]:
    own = next((entry.record for entry in ENTRIES if hints(entry.record)["id"] is kind), None)
    return (
        ids[own] if kind is not UUID and own is not None else [key for each in ids.values() for key in each]
    )


def _lawful(records: list[Record]) -> list[Record]:
    """Mend what binds several records: votes on their own board, within limits; budgets; anonymity."""
    by_id = {record.id: record for record in records}
    for record in records:
        if isinstance(record, cards.Vote):
            card = next(each for each in records if isinstance(each, cards.Card))
            by_id[record.id] = replace(record, on=card.id, board=card.board)
        elif isinstance(record, cards.Card) and by_id[record.board].mode is cards.BoardMode.ANONYMOUS:  # type: ignore[attr-defined]  # boards have modes
            by_id[record.id] = replace(record, author=None)
    return lawful(by_id.values())
