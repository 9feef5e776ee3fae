"""A record as the file wrote it, and what it refers to even when it cannot be read.

A mistake in one field must not hide one in another.
"""

from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any, Final, get_args, get_origin

from facilitator.domain import change_theory, people, plans, prototypes
from facilitator.domain.catalogue import entry_of, is_id, optional, target_of
from facilitator.domain.frozen import dataclass
from facilitator.domain.record import Record
from facilitator.interchange.form import field_names
from facilitator.interchange.problems import pointer
from facilitator.interchange.values import PUBLIC

_OWN: Final = frozenset({"id", "created_by", "changed_by"})
_INSIDE: Final[dict[str, tuple[str, type[Record]]]] = {
    "prototypes": ("hypotheses", prototypes.Hypothesis),
    "theories_of_change": ("assumptions", change_theory.Assumption),
}
_NAMED_BY_KEYS: Final[dict[type[Record], tuple[str, type[Record]]]] = {
    plans.WorkItem: ("contributions", people.Organisation),
}


@dataclass(slots=True)
class Item:
    """A record as the file wrote it, and its place."""

    kind: type[Record]
    written: Any
    place: str

    def references(self) -> Iterator[tuple[str, str, type[Record] | None]]:
        """Yield place, id and wanted class (None: any) of what it refers to, as far as it can be told."""
        if isinstance(self.written, dict):
            yield from _of_fields(self.written, self.kind, self.place)
            yield from self._of_shorthands(self.written)

    def _of_shorthands(self, written: dict[str, Any]) -> Iterator[tuple[str, str, type[Record] | None]]:
        name, target = _NAMED_BY_KEYS.get(self.kind, ("", self.kind))
        if isinstance(given := written.get(name), dict):
            yield from ((self.place + pointer(name, key), key, target) for key in given)
        name, kind = _INSIDE.get(entry_of(self.kind).list_name, ("", self.kind))
        for number, item in enumerate(inside if isinstance(inside := written.get(name), list) else ()):
            yield from Item(kind, item, self.place + pointer(name, number)).references()


def _of_fields(
    written: dict[str, Any], kind: type, place: str
) -> Iterator[tuple[str, str, type[Record] | None]]:
    for name, hint in field_names(kind).items():
        if name in written and name not in _OWN:
            yield from _of_value(written[name], hint, place + pointer(name))


def _of_value(value: Any, hint: Any, place: str) -> Iterator[tuple[str, str, type[Record] | None]]:
    inner, _ = optional(hint)
    if is_id(inner):
        if isinstance(value, str) and value and value != PUBLIC:
            yield place, value, target_of(inner)
    elif get_origin(inner) is tuple and isinstance(value, list):
        for number, item in enumerate(value):
            yield from _of_value(item, get_args(inner)[0], place + pointer(number))
    elif get_origin(inner) is dict and isinstance(value, dict):
        for key, item in value.items():
            yield from _of_value(item, get_args(inner)[1], place + pointer(key))
    elif isinstance(value, dict) and isinstance(inner, type) and is_dataclass(inner):
        yield from _of_fields(value, inner, place)
