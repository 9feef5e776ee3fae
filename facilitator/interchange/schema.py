"""The JSON Schema of the interchange file, derived from the records, with the shorthands that a file may use.

`resources/schema/facilitator-1.json` is this, written out; a test keeps the two the same.
"""

import datetime as dt
from dataclasses import is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Final, get_args, get_origin

from facilitator.domain.cases import Score
from facilitator.domain.catalogue import ENTRIES, Entry, hints, is_id, is_of_workshop, optional
from facilitator.domain.evaluation import OpenAnswer
from facilitator.domain.people import ConsentKind
from facilitator.domain.plans import FollowUpPlan
from facilitator.domain.record import Record
from facilitator.domain.reflections import Evidence, FirstLoop
from facilitator.domain.values import LooseDate, Money, Text
from facilitator.interchange.form import FORMAT, VERSION, field_names, filled, has_default

Schema = dict[str, Any]

DAY: Final = r"^\d{4}-\d{2}-\d{2}$"
MONTH_OR_DAY: Final = r"^\d{4}-\d{2}(-\d{2})?$"
CLOCK: Final = r"^\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?$"
INSTANT: Final = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$"
MOMENT: Final = rf"({CLOCK[:-1]}$)|({INSTANT})"
LANGUAGE: Final = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"

_TEXT: Final[Schema] = {
    "description": "What somebody wrote: a string in the file's language, or an object of language to text.",
    "type": ["string", "object", "null"],
    "additionalProperties": {"type": ["string", "null"]},
}
MOST_CHARACTERS: Final = 100_000
"""Characters in a plain string: more than anybody types into a line. Texts have a limit of their own."""

_BASIC: Final[dict[Any, Schema]] = {
    str: {"type": ["string", "null"], "maxLength": MOST_CHARACTERS},
    int: {"type": ["integer", "null"]},
    bool: {"type": ["boolean", "null"]},
    Decimal: {"type": ["number", "null"]},
    dt.date: {"type": ["string", "null"], "pattern": DAY},
    dt.time: {"type": ["string", "null"], "pattern": CLOCK},
    dt.datetime: {"type": ["string", "null"], "pattern": INSTANT},
    LooseDate: {"type": ["string", "null"], "pattern": MONTH_OR_DAY},
}
_ID: Final[Schema] = {"type": ["string", "null"], "minLength": 1, "maxLength": MOST_CHARACTERS}
_CLOCK_OR_INSTANT: Final[Schema] = {"type": ["string", "null"], "pattern": MOMENT}
_AMOUNT: Final[Schema] = {"$ref": "#/$defs/money", "type": ["number", "object", "null"]}
"""Money in short where a currency stands beside it: in the work plan."""

_WIDER: Final[dict[type, list[str]]] = {
    Score: ["number", "object", "null"],
    Evidence: ["string", "object", "null"],
}
"""Values that have a shorter form which is no object."""

_OF_ITEM: Final[dict[str, dict[str, Schema]]] = {
    "people": {
        "consents": {
            "type": ["object", "null"],
            "additionalProperties": {"type": ["boolean", "null"]},
            "propertyNames": {"enum": [kind.value for kind in ConsentKind]},
        }
    },
    "photo_contents": {"content": {"type": "string"}},
    "sessions": {"actual_start": _CLOCK_OR_INSTANT, "actual_end": _CLOCK_OR_INSTANT},
    "cards": {
        "lang": {"type": ["string", "null"], "pattern": LANGUAGE},
        "translation": _BASIC[str],
        "votes": _BASIC[int],
    },
    "prototypes": {
        "hypotheses": {"type": ["array", "null"], "items": {"$ref": "#/$defs/hypothesis", "type": "object"}}
    },
    "theories_of_change": {
        "assumptions": {"type": ["array", "null"], "items": {"$ref": "#/$defs/assumption", "type": "object"}}
    },
    "work_plan": {
        "currency": _BASIC[str],
        "budget": _AMOUNT,
        "contributions": {
            "type": ["object", "null"],
            "additionalProperties": {**_AMOUNT, "type": ["number", "object"]},
        },
    },
}
_ALSO: Final[dict[type, dict[str, Schema]]] = {
    OpenAnswer: {"lang": {"type": ["string", "null"], "pattern": LANGUAGE}},
    FirstLoop: {"cause": {"$ref": "#/$defs/text"}},
}


@cache
def schema() -> Schema:
    """Return the JSON Schema (2020-12) of a whole file."""
    lists = {
        entry.list_name: {
            "description": _first_line(entry.record),
            "type": ["array", "null"],
            "items": {"$ref": f"#/$defs/{entry.key}", "type": "object"},
        }
        for entry in ENTRIES
    }
    header: Schema = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "language": {"type": "string", "pattern": LANGUAGE},
        "note": {"$ref": "#/$defs/text"},
        "exported_at": _BASIC[dt.datetime],
        "exported_by": _BASIC[str],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Facilitator interchange file, version 1",
        "description": "Flat lists of records. Keys that are not named here are left out with a warning.",
        "type": "object",
        "required": ["format", "version", "language"],
        "properties": {**header, **lists},
        "$defs": {
            "text": _TEXT,
            "money": _money(),
            **_values(),
            **{entry.key: _item(entry) for entry in ENTRIES},
        },
    }


def schema_of(key: str) -> Schema:
    """Return the JSON Schema of one record by its key in the catalogue, with no more than it needs."""
    everything = schema()["$defs"]
    needed = {key: everything[key]}
    waiting = [everything[key]]
    while waiting:
        for name, each in waiting.pop().items():
            if name == "$ref" and (inner := each.rpartition("/")[2]) not in needed:
                needed[inner] = everything[inner]
                waiting.append(everything[inner])
            elif isinstance(each, dict):
                waiting.append(each)
    return {"$ref": f"#/$defs/{key}", "type": "object", "$defs": needed}


def _money() -> Schema:
    return {**_object_of(Money), "type": _AMOUNT["type"]}


def _item(entry: Entry) -> Schema:
    found = _object_of(entry.record)
    found["properties"] = {**found["properties"], "entered_by": _ID, **_OF_ITEM.get(entry.list_name, {})}
    may_be_told = filled(entry.record) | {"id"}
    if is_of_workshop(entry.record):
        may_be_told |= {"workshop"}
    may_be_told |= _TOLD_BY_PLACE.get(entry.list_name, frozenset())
    found["required"] = [name for name in found["required"] if name not in may_be_told]
    for name in may_be_told & set(found["properties"]):
        found["properties"][name] = _nullable(field_names(entry.record)[name])
    return {"description": _first_line(entry.record), **found}


_TOLD_BY_PLACE: Final[dict[str, frozenset[str]]] = {"hypotheses": frozenset({"iteration"})}
"""Fields that the place inside another record says."""


def _object_of(kind: type) -> Schema:
    optional_names = has_default(kind)
    properties = {
        name: _nullable(hint) if name in optional_names or optional(hint)[1] else _required(hint)
        for name, hint in field_names(kind).items()
        if not (issubclass(kind, Record) and name == "id")
    }
    if issubclass(kind, Record):
        properties = {"id": _ID, **properties}
    return {
        "type": _WIDER.get(kind, ["object", "null"]),
        "properties": {**properties, **_ALSO.get(kind, {})},
        "required": [name for name in field_names(kind) if name not in optional_names],
    }


def _nullable(hint: Any) -> Schema:
    inner, _ = optional(hint)
    if is_id(inner) or inner in _BASIC:
        return _BASIC.get(inner, _ID)
    if isinstance(inner, type) and issubclass(inner, Enum):
        return {"enum": [*(member.value for member in inner), None]}
    if get_origin(inner) is tuple:
        return {"type": ["array", "null"], "items": _required(get_args(inner)[0])}
    if get_origin(inner) is dict:
        return _mapping(*get_args(inner))
    found = {"$ref": f"#/$defs/{value_name(inner)}"}
    return {**found, "type": ["object", "null"]} if inner is Money else found


def _mapping(keys: Any, values: Any) -> Schema:
    found: Schema = {"type": ["object", "null"], "additionalProperties": _required(values)}
    if issubclass(keys, Enum):
        found["propertyNames"] = {"enum": [member.value for member in keys]}
    return found


def _required(hint: Any) -> Schema:
    """Return the schema of something that may not be null."""
    found = _nullable(hint)
    inner, may_be_null = optional(hint)
    if may_be_null:
        return found
    if "enum" in found:
        return {"enum": [value for value in found["enum"] if value is not None]}
    allowed = _allowed_types(inner, found)
    return {**found, "type": allowed[0] if len(allowed) == 1 else allowed}


def _allowed_types(kind: Any, found: Schema) -> list[str]:
    if kind is Text:
        types = _TEXT["type"]
    elif "$ref" in found and "type" not in found:
        types = _WIDER.get(kind, ["object", "null"])
    else:
        types = found["type"]
    # A score that does not apply is null where a mark would stand.
    return [each for each in types if each != "null" or kind is Score]


def _values() -> dict[str, Schema]:
    """Return the schemas of all values that stand inside records."""
    found: dict[str, Schema] = {}
    for entry in ENTRIES:
        for hint in hints(entry.record).values():
            _collect(hint, found)
    found["follow_up_plan"]["properties"]["kind"] = {
        "enum": [*(member.value for member in hints(FollowUpPlan)["kind"]), "none"]
    }
    return found


def _collect(hint: Any, found: dict[str, Schema]) -> None:
    inner, _ = optional(hint)
    for each in get_args(inner) if get_origin(inner) in {tuple, dict} else (inner,):
        if each is Ellipsis or each in {Text, Money, LooseDate}:
            continue
        if get_origin(each) is not None:
            _collect(each, found)
        elif isinstance(each, type) and is_dataclass(each) and value_name(each) not in found:
            found[value_name(each)] = {"description": _first_line(each), **_object_of(each)}
            for deeper in hints(each).values():
                _collect(deeper, found)


def value_name(kind: type) -> str:
    """Return the name of a value's class as a file's schema and its page say it: FirstLoop is first_loop."""
    name = kind.__name__
    return "".join(
        f"_{sign.lower()}" if sign.isupper() and place else sign.lower() for place, sign in enumerate(name)
    )


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").split("\n\n")[0].replace("\n    ", " ")
