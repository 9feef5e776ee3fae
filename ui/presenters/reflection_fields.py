"""The fields of a reflection (domain.md 2.3): what each shows, and what leaving it makes of the record.

Fields are named by their place in the record ("second_loop.verdict"). What a field becomes is a pure
function of the reflection as it is stored at that moment, so that two quick edits never overwrite
each other (`Reflecting.edit`).
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from typing import Any, Final
from uuid import UUID

from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.reflections import (
    AssumptionKind,
    Attribution,
    Decision,
    EvidenceStrength,
    GapKind,
    Reflection,
    Review,
    ReviewOutcome,
    Verdict,
)
from facilitator.domain.values import LooseDate, Text
from ui.presenters.loose_dates import parse_day, parse_loose_date, shown_date
from ui.presenters.wording import lines, reworded, reworded_lines, shown

TEXTS: Final = frozenset(
    {
        "action",
        "context",
        "expected_result",
        "actual_result",
        "gap.text",
        "first_loop.correction",
        "second_loop.governing_assumption",
        "second_loop.revised_assumption",
        "second_loop.how_we_will_know",
        "third_loop.about",
        "third_loop.change",
        "review.text",
    }
)
"""What people said, in their language."""

LISTS: Final = frozenset({"first_loop.causes"})
"""Several short texts, one in each line."""

STRINGS: Final = frozenset({"expected_target", "actual_value", "actual_source", "second_loop.refer_to"})
"""Figures and names, in no language."""

ENUMS: Final[dict[str, type[Enum]]] = {
    "gap.kind": GapKind,
    "second_loop.assumption_kind": AssumptionKind,
    "second_loop.evidence_strength": EvidenceStrength,
    "second_loop.verdict": Verdict,
    "second_loop.decision": Decision,
    "attribution": Attribution,
    "review.outcome": ReviewOutcome,
}
"""Choices among fixed words."""

KEYS: Final = frozenset(
    {
        "case",
        "session",
        "recorded_by",
        "expected_indicator",
        "first_loop.owner",
        "second_loop.assumption_ref",
        "second_loop.owner",
        "second_loop.owner_person",
        "attributed_to",
        "attributed_person",
    }
)
"""Choices among records."""

DATES: Final = frozenset({"first_loop.due", "second_loop.review_on", "review.on"})
COUNTS: Final = frozenset({"group_size"})

FIELDS: Final = TEXTS | LISTS | STRINGS | frozenset(ENUMS) | KEYS | DATES | COUNTS
"""Every field that one value fills; evidence and effects have rows (`reflection_rows`)."""

LARGEST_GROUP: Final = 10_000


@dataclass(frozen=True, slots=True)
class Tongue:
    """In which language fields are shown, and in which one new words are written."""

    screen: str
    written: str

    def new_text(self, words: str) -> Text:
        """Return words typed just now. Raises InvalidInput when they are too long."""
        return Text(words, self.written)


def at(record: Reflection, name: str) -> Any:
    """Return what a field of the record holds."""
    found: Any = record
    for part in name.split("."):
        found = getattr(found, part)
        if found is None and part == "review":
            found = Review()
    return found


def put(record: Reflection, name: str, value: object) -> Reflection:
    """Return the record with another value in one field. Raises InvalidInput for what it refuses."""
    outer, _dot, inner = name.rpartition(".")
    fields: dict[str, Any] = {inner: value}
    if outer:
        part = replace(at(record, outer), **fields)
        fields = {outer: None if part == Review() else part}
    return replace(record, **fields)


def values_of(record: Reflection | None, screen: str) -> dict[str, str]:
    """Return what every field shows, by name; nothing of a reflection that is not there yet."""
    if record is None:
        return dict.fromkeys(FIELDS, "") | {
            "attribution": Attribution.ORGANISATION.value,
            "review.outcome": ReviewOutcome.PENDING.value,
        }
    return {name: _shown(name, at(record, name), screen) for name in FIELDS}


def _shown(name: str, value: Any, screen: str) -> str:
    if value is None:
        return ""
    if name in TEXTS:
        return shown(value, screen)
    if name in LISTS:
        return lines(value, screen)
    if name in DATES:
        return shown_date(value, screen)
    return str(value.value if isinstance(value, Enum) else value)


def changed(record: Reflection, name: str, typed: str, tongue: Tongue) -> Reflection:
    """Return what a reflection becomes when a field is left with `typed`; other fields stay.

    Raises InvalidInput when the field cannot hold it, KeyError for a field that is none.
    """
    if name in TEXTS:
        made = reworded(at(record, name), typed, tongue.screen, tongue.new_text)
        return put(record, name, made if made is not None or name != "action" else tongue.new_text(""))
    if name in LISTS:
        return put(record, name, reworded_lines(at(record, name), typed, tongue.screen, tongue.new_text))
    if name in ENUMS:
        return put(record, name, ENUMS[name](typed) if typed else None)
    return put(record, name, _READ[_sort(name)](typed.strip()))


def _sort(name: str) -> str:
    sorts = {"key": KEYS, "string": STRINGS, "count": COUNTS, "date": DATES}
    found = next((sort for sort, names in sorts.items() if name in names), None)
    if found is None:
        raise KeyError(name)
    return "day" if name == "review.on" else found


def _count(typed: str) -> int | None:
    if not typed:
        return None
    if not typed.isdecimal():
        raise InvalidInput("number-unknown", text=typed)
    if len(typed) > len(str(LARGEST_GROUP)) or not 1 <= int(typed) <= LARGEST_GROUP:
        raise InvalidInput("count-out-of-range", value=typed, low=1, high=LARGEST_GROUP)
    return int(typed)


def _key(typed: str) -> UUID | None:
    return UUID(typed) if typed else None


def _string(typed: str) -> str | None:
    return typed or None


def _date(typed: str) -> LooseDate | None:
    return parse_loose_date(typed)


def _day(typed: str) -> dt.date | None:
    return parse_day(typed)


_READ: Final[dict[str, Callable[[str], object]]] = {
    "key": _key,
    "string": _string,
    "count": _count,
    "date": _date,
    "day": _day,
}
