"""Every place in a record where words can stand, found by the types of its fields, and a mark put there.

A path names the place: "Reflection.second_loop.evidence_for.source". A field that somebody adds to a
record is a new path at once.
"""

import dataclasses
import types
import typing
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from facilitator.domain.record import Record
from facilitator.domain.values import Text, Translation

Write: TypeAlias = Callable[[str, str], str]
"""Returns what stands at a path from now on, given the path and what stands there."""


def paths(kind: type[Any], path: str = "") -> Iterator[str]:
    """Yield the paths of all words in a class of records."""
    base = path or kind.__name__
    hints = typing.get_type_hints(kind)
    for field in dataclasses.fields(kind):
        yield from _paths(hints[field.name], f"{base}.{field.name}")


def _paths(hint: Any, path: str) -> Iterator[str]:
    if hint in (str, Text):
        yield path
    elif dataclasses.is_dataclass(hint) and isinstance(hint, type):
        yield from paths(hint, path)
    elif typing.get_origin(hint) in (tuple, dict, typing.Union, types.UnionType):
        seen: set[str] = set()
        for part in typing.get_args(hint):
            seen.update(_paths(part, path))
        yield from sorted(seen)


def written(record: Record, write: Write) -> Record:
    """Return the record with every word in it written anew."""
    told: Record = _written(record, type(record).__name__, write)
    return told


def _written(value: Any, path: str, write: Write) -> Any:
    match value:
        case str():
            return write(path, value) if type(value) is str else value  # an enumeration's key is no word
        case Text():
            others = tuple(Translation(each.language, write(path, each.text)) for each in value.translations)
            return Text(write(path, value.text), value.language, others)
        case tuple():
            return tuple(_written(part, path, write) for part in value)
        case dict():
            return {_written(key, path, write): _written(part, path, write) for key, part in value.items()}
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            told = {
                field.name: _written(getattr(value, field.name), f"{path}.{field.name}", write)
                for field in dataclasses.fields(value)
            }
            return dataclasses.replace(value, **told)
        case _:
            return value
