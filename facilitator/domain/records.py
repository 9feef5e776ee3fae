"""Records to read: one small way of asking, the same for the database and for memory.

`Records` holds a workshop and everything it shares with others in memory. It follows change
sets, so that no screen ever asks the database (and none can wait for it).
"""

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any, Final, Protocol, TypeVar
from uuid import UUID

from facilitator.domain.catalogue import entry_of
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import NotFound
from facilitator.domain.record import Record

R = TypeVar("R", bound=Record)
_KEY: Final = attrgetter("id.int")


class Reader(Protocol):
    """Whoever can be asked for records; deleted ones are never given."""

    def get(self, kind: type[R], key: UUID | None) -> R | None:
        """Return the record with this key, or None."""

    def where(self, kind: type[R], /, **fields: object) -> list[R]:
        """Return the records of a class whose fields have these values, oldest key first."""


def need(reader: Reader, kind: type[R], key: UUID) -> R:
    """Return the record with this key. Raises NotFound when there is none."""
    if (found := reader.get(kind, key)) is None:
        raise NotFound("record-not-found", kind=kind.__name__, id=str(key))
    return found


class Records:
    """Records in memory, by class and key, with an index for every field that was asked for."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._by_kind: dict[type[Record], dict[UUID, Record]] = {}
        self._indexes: dict[tuple[type[Record], str], dict[Any, dict[UUID, Record]]] = {}
        for record in records:
            self._put(record)

    def get(self, kind: type[R], key: UUID | None) -> R | None:
        """Return the record with this key, or None."""
        found = None if key is None else self._by_kind.get(kind, {}).get(key)
        return found if isinstance(found, kind) else None

    def where(self, kind: type[R], /, **fields: object) -> list[R]:
        """Return the records of a class whose fields have these values, oldest key first."""
        found: Iterable[Record] = self._by_kind.get(kind, {}).values()
        for place, (name, value) in enumerate(fields.items()):
            if place == 0:
                found = self._index(kind, name).get(value, {}).values()
            else:
                found = [record for record in found if getattr(record, name) == value]
        matching = [record for record in found if isinstance(record, kind)]
        matching.sort(key=_KEY)
        return matching

    def find(self, key: UUID | None) -> Record | None:
        """Return the record with this key, whatever its class, or None."""
        if key is None:
            return None
        return next((each[key] for each in self._by_kind.values() if key in each), None)

    def __iter__(self) -> Iterator[Record]:
        return (record for each in self._by_kind.values() for record in each.values())

    def __len__(self) -> int:
        return sum(len(each) for each in self._by_kind.values())

    def apply(self, changes: ChangeSet) -> None:
        """Follow one committed operation; what is heavy stays in the database, to be asked for."""
        for change in changes.changes:
            if entry_of(change.kind).on_demand:
                continue
            self._remove(change.kind, change.record.id)
            if change.after is not None and change.after.deleted_at is None:
                self._put(change.after)

    def _put(self, record: Record) -> None:
        kind = type(record)
        self._by_kind.setdefault(kind, {})[record.id] = record
        for (indexed, name), index in self._indexes.items():
            if indexed is kind:
                index.setdefault(getattr(record, name), {})[record.id] = record

    def _remove(self, kind: type[Record], key: UUID) -> None:
        gone = self._by_kind.get(kind, {}).pop(key, None)
        if gone is None:
            return
        for (indexed, name), index in self._indexes.items():
            if indexed is kind:
                index.get(getattr(gone, name), {}).pop(key, None)

    def _index(self, kind: type[Record], name: str) -> dict[Any, dict[UUID, Record]]:
        if (kind, name) not in self._indexes:
            index: dict[Any, dict[UUID, Record]] = {}
            for record in self._by_kind.get(kind, {}).values():
                index.setdefault(getattr(record, name), {})[record.id] = record
            self._indexes[kind, name] = index
        return self._indexes[kind, name]
