"""What a file holds: its records, where each stands, and which id names which."""

from collections.abc import Iterator
from dataclasses import field
from typing import Any, Final
from uuid import UUID

from facilitator.domain.catalogue import ENTRIES, Reference, entry_named
from facilitator.domain.change_theory import TheoryOfChange
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import new_id
from facilitator.domain.record import Record
from facilitator.interchange.item import Item
from facilitator.interchange.keys import Keys, is_uuid
from facilitator.interchange.problems import Problem, pointer

_NESTED_LISTS: Final = {"prototypes": "hypotheses", "theories_of_change": "assumptions"}
_NOTHING: Final = object()
_NAMES: Final = (str, UUID)

Path = tuple[str | int, ...]
"""Keys and places that lead to something in a file."""


@dataclass(slots=True)
class Content:
    """What a file holds: its records with where each stands, and what is to be said about it.

    `named` has every id that the file gives to a record, also to one that could not be read; those are
    `unread`.
    """

    records: list[Record] = field(default_factory=list)
    places: dict[UUID, Item] = field(default_factory=dict)
    named: dict[UUID, type[Record] | None] = field(default_factory=dict)
    keys: Keys = field(default_factory=Keys)
    unread: list[Item] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def has(self, reference: Reference) -> bool:
        """Whether the file itself holds what is referred to, in the list where it should stand."""
        found = self.named.get(reference.id, _NOTHING)
        return found is reference.target or (found is not _NOTHING and reference.target is None)

    def is_new(self, record: Record) -> bool:
        """Whether the record's key was made for this file, so that no database can have it."""
        written = self.places[record.id].written
        named = written.get("id") if isinstance(written, dict) else None
        return not (isinstance(named, str) and is_uuid(named))


def items_of(data: dict[str, Any]) -> dict[str, dict[int, dict[str, Any]]]:
    """Return the items of every list by their number, each with an id: its own or a new one."""
    found: dict[str, dict[int, dict[str, Any]]] = {}
    for entry in ENTRIES:
        items = data.get(entry.list_name)
        found[entry.list_name] = {}
        for number, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict):
                own = item.get("id")
                named = item if isinstance(own, str) and own else {**item, "id": new_id()}
                found[entry.list_name][number] = named
    return found


def name_all(lists: dict[str, dict[int, dict[str, Any]]], content: Content) -> None:
    """Give every id its key, in the order of the file, and note ids that are used twice."""
    first: dict[UUID, Path] = {}
    for entry in ENTRIES:
        inner = _NESTED_LISTS.get(entry.list_name)
        for number, item in lists[entry.list_name].items():
            path = (entry.list_name, number)
            _claim(item["id"], path, entry.record, first, content)
            for path_inside, each in _items(item, inner):
                _claim(each.get("id"), (*path, *path_inside), entry_named(str(inner)).record, first, content)
            if entry.record is TheoryOfChange:
                for _, element in _items(item, "elements"):
                    if isinstance(element.get("id"), str):
                        content.named.setdefault(content.keys.of(element["id"]), None)


def _items(item: dict[str, Any], name: str | None) -> Iterator[tuple[Path, dict[str, Any]]]:
    inside = item.get(name) if name else None
    for number, each in enumerate(inside if isinstance(inside, list) else ()):
        if isinstance(each, dict):
            yield (str(name), number), each


def _claim(name: object, path: Path, kind: type[Record], first: dict[UUID, Path], content: Content) -> None:
    if not name or not isinstance(name, _NAMES):
        return
    key = content.keys.of(name)
    earlier = first.setdefault(key, path)
    if earlier is path:
        content.named[key] = kind
    else:
        details = {"id": name, "first": pointer(*earlier)}
        content.problems.append(Problem(pointer(*path, "id"), "id-twice", details))
