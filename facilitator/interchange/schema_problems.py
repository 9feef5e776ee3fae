"""What the JSON Schema refuses, as problems with sentences of our own in place of the library's English."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

import jsonschema_rs

from facilitator.interchange.problems import Problem, pointer
from facilitator.interchange.schema import CLOCK, DAY, INSTANT, LANGUAGE, MOMENT, MONTH_OR_DAY

_LONGEST_SHOWN: Final = 60

_BY_PATTERN: Final[Mapping[str, str]] = {
    DAY: "must-be-date",
    MONTH_OR_DAY: "must-be-month-or-date",
    CLOCK: "must-be-time",
    INSTANT: "must-be-instant",
    MOMENT: "must-be-time-or-instant",
    LANGUAGE: "must-be-language",
}
_BY_TYPES: Final[Mapping[frozenset[str], str]] = {
    frozenset({"string"}): "must-be-text",
    frozenset({"integer"}): "must-be-whole-number",
    frozenset({"number"}): "must-be-number",
    frozenset({"boolean"}): "must-be-true-or-false",
    frozenset({"array"}): "must-be-list",
    frozenset({"object"}): "must-be-object",
    frozenset({"string", "object"}): "must-be-text-or-languages",
    frozenset({"number", "object"}): "must-be-amount",
}


def problem_of(error: jsonschema_rs.ValidationError, above: tuple[str | int, ...] = ()) -> Problem:
    """Return one thing that the schema refused, at its place; `above` leads to what was checked."""
    path = [*above, *(part for part in error.instance_path if isinstance(part, str | int))]
    kind: Any = error.kind
    facts = _FACTS.get(kind.name, _refused)
    return facts(pointer(*path), kind, shown(error.instance))


def _missing(place: str, kind: Any, _: str) -> Problem:
    return Problem(place, "field-missing", {"field": kind.property})


def _type(place: str, kind: Any, found: str) -> Problem:
    wanted = frozenset(kind.types) - {"null"}
    key = _BY_TYPES.get(wanted, "must-be-other")
    return Problem(place, key, {"found": found, "types": ", ".join(sorted(wanted))})


def _enum(place: str, kind: Any, found: str) -> Problem:
    return Problem(place, "value-unknown", {"found": found, "options": _listed(kind.options)})


def _pattern(place: str, kind: Any, found: str) -> Problem:
    return Problem(place, _BY_PATTERN.get(kind.pattern, "value-refused"), {"found": found})


def _name(place: str, kind: Any, _: str) -> Problem:
    name = str(kind.error.instance)
    return Problem(
        place + pointer(name), "name-unknown", {"name": name, "options": _listed(kind.error.kind.options)}
    )


def _version(place: str, _: Any, found: str) -> Problem:
    return Problem(place, "version-unknown", {"found": found})


def _empty(place: str, _: Any, __: str) -> Problem:
    return Problem(place, "id-empty")


def _long(place: str, kind: Any, _: str) -> Problem:
    return Problem(place, "string-too-long", {"limit": kind.limit})


def _refused(place: str, _: Any, found: str) -> Problem:
    return Problem(place, "value-refused", {"found": found})


_FACTS: Final[Mapping[str, Callable[[str, Any, str], Problem]]] = {
    "required": _missing,
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    "propertyNames": _name,
    "constant": _version,
    "const": _version,
    "minLength": _empty,
    "maxLength": _long,
}


def _listed(options: list[Any]) -> str:
    return ", ".join(str(option) for option in options if option is not None)


def shown(value: Any) -> str:
    """Return a value as JSON writes it, cut where it gets long."""
    if isinstance(value, str):
        value = value[: _LONGEST_SHOWN + 1]
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
