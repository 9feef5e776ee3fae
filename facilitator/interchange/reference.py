"""The page that documents every list and field, made from the records so that it cannot be out of date.

`python -m facilitator.interchange` writes it and the schema anew; a test fails until that was done.
"""

import json
import tomllib
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Final, NewType, get_args, get_origin

from facilitator.domain.catalogue import ENTRIES, hints, is_id, is_of_workshop, optional
from facilitator.domain.record import STAMPS, Record
from facilitator.domain.values import LooseDate, Text
from facilitator.interchange.form import field_names, filled, has_default
from facilitator.interchange.schema import schema, value_name
from resources import resource

PAGE: Final = ("docs", "interchange.md")
SCHEMA: Final = ("schema", "facilitator-1.json")

_BASIC: Final[dict[str, str]] = {
    "str": "string",
    "int": "whole number",
    "bool": "true or false",
    "Decimal": "number",
    "date": "date",
    "time": "time of day",
    "datetime": "moment",
}


def page() -> str:
    """Return the whole page as Markdown."""
    parts = [resource("docs", "interchange-rules.md").read_text(encoding="utf-8"), "## Lists\n"]
    parts += [_list(entry.record, entry.list_name) for entry in ENTRIES]
    parts.append("## Values inside records\n")
    parts += [_value(kind) for kind in values()]
    return "\n".join(parts)


def schema_text() -> str:
    """Return the JSON Schema as it is shipped."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


@cache
def values() -> tuple[type, ...]:
    """Return the classes of values that stand inside records, by name."""
    found: dict[str, type] = {}
    for entry in ENTRIES:
        for hint in hints(entry.record).values():
            _collect(hint, found)
    return tuple(found[name] for name in sorted(found))


def note_of(owner: str, name: str) -> str:
    """Return what a field means. Raises KeyError when nobody said so."""
    notes = _notes()
    return notes[f"{owner}.{name}"] if f"{owner}.{name}" in notes else notes[name]


@cache
def _notes() -> dict[str, str]:
    found: dict[str, str] = tomllib.loads(resource("docs", "fields.toml").read_text(encoding="utf-8"))[
        "fields"
    ]
    return found


def _collect(hint: Any, found: dict[str, type]) -> None:
    inner, _ = optional(hint)
    for each in get_args(inner):
        _collect(each, found)
    if not isinstance(inner, type) or not is_dataclass(inner) or inner in {Text, LooseDate}:
        return
    if value_name(inner) not in found:
        found[value_name(inner)] = inner
        for deeper in hints(inner).values():
            _collect(deeper, found)


def _list(kind: type[Record], list_name: str) -> str:
    rows = [
        _row(list_name, name, hint, needed=_is_needed(kind, name))
        for name, hint in field_names(kind).items()
        if name not in STAMPS
    ]
    return f"### {list_name}\n\n{_said(kind)}\n\n{_table(rows)}\n"


def _value(kind: type) -> str:
    rows = [
        _row(value_name(kind), name, hint, needed=name not in has_default(kind))
        for name, hint in field_names(kind).items()
    ]
    return f"### {value_name(kind)}\n\n{_said(kind)}\n\n{_table(rows)}\n"


def _is_needed(kind: type[Record], name: str) -> bool:
    told = filled(kind) | {"id"} | ({"workshop"} if is_of_workshop(kind) else set())
    return name not in has_default(kind) | told


def _row(owner: str, name: str, hint: Any, *, needed: bool) -> str:
    return f"| `{name}`{' (needed)' if needed else ''} | {_type(hint)} | {note_of(owner, name)} |"


def _table(rows: list[str]) -> str:
    return "\n".join(["| Field | Holds | Meaning |", "| --- | --- | --- |", *rows])


def _said(kind: type) -> str:
    return " ".join((kind.__doc__ or "").split())


def _type(hint: Any) -> str:
    inner, _ = optional(hint)
    if is_id(inner):
        return _reference(inner)
    if get_origin(inner) is tuple:
        return f"list of {_type(get_args(inner)[0])}"
    if get_origin(inner) is dict:
        keys, each = get_args(inner)
        return f"object of {_type(keys)} to {_type(each)}"
    return _simple(inner)


def _simple(kind: type) -> str:
    if issubclass(kind, Enum):
        return ", ".join(f"`{member.value}`" for member in kind)
    if kind is Text:
        return "text"
    if kind is LooseDate:
        return "date or month"
    return _BASIC.get(kind.__name__, f"[{value_name(kind)}](#{value_name(kind)})")


def _reference(id_type: Any) -> str:
    own = (
        entry for entry in ENTRIES if isinstance(id_type, NewType) and hints(entry.record)["id"] is id_type
    )
    target = next(own, None)
    return "id" if target is None else f"id in [{target.list_name}](#{target.list_name})"
