"""Finds keys that the format does not know, so that nothing a person wrote is left out in silence."""

from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from typing import Any, Final, get_args, get_origin

from facilitator.domain.catalogue import entry_of, optional
from facilitator.domain.reflections import Evidence
from facilitator.domain.values import LooseDate, Text
from facilitator.interchange.form import field_names, known_names
from facilitator.interchange.problems import Problem, pointer
from facilitator.interchange.shorthands import Draft

_DEEPER: Final = frozenset({dict, list})


def unknown_keys(draft: Draft) -> Iterable[Problem]:
    """Return a warning for every key of a record, however deep, that is not read."""
    written = draft.written
    if not isinstance(written, dict):
        return ()
    known = known_names(draft.kind, entry_of(draft.kind).list_name)
    if written.keys() <= known and _DEEPER.isdisjoint(map(type, written.values())):
        return ()
    return _unknown(written, draft.kind, known, draft.place)


def _unknown(written: dict[str, Any], kind: type, known: frozenset[str], place: str) -> Iterator[Problem]:
    if not written.keys() <= known:
        for name in written:
            if name not in known:
                yield Problem(place + pointer(name), "key-unknown", {"name": name})
    types = field_names(kind)
    for name, value in written.items():
        if type(value) in _DEEPER and name in types:
            yield from _inside(value, types[name], place + pointer(name))


def _inside(value: Any, hint: Any, place: str) -> Iterator[Problem]:
    inner, _ = optional(hint)
    if get_origin(inner) is tuple and isinstance(value, list):
        for number, item in enumerate(value):
            yield from _inside(item, get_args(inner)[0], place + pointer(number))
    elif get_origin(inner) is dict and isinstance(value, dict):
        for key, item in value.items():
            yield from _inside(item, get_args(inner)[1], place + pointer(key))
    elif isinstance(value, dict) and _is_value(inner) and not _is_words(value, inner):
        yield from _unknown(value, inner, known_names(inner), place)


def _is_value(kind: Any) -> bool:
    return isinstance(kind, type) and is_dataclass(kind) and kind not in {Text, LooseDate}


def _is_words(value: dict[str, Any], kind: type) -> bool:
    """Whether an object is a text in languages where a value with a text of its own may stand."""
    return kind is Evidence and not {"text", "source", "ref"} & set(value)
