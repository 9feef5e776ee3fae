"""Records to read: one small way of asking, the same for the database and for memory.

`Records` holds a workshop and everything it shares with others in memory. It follows change
sets, so that no screen ever asks the database (and none can wait for it).
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any, Final, Protocol, TypeVar, cast
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
    """Records in memory, by class and key, with an index for every field that was asked for.

    An index keeps its records oldest key first: a board of ten thousand cards is not sorted with each card.
    """

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._by_kind: dict[type[Record], dict[UUID, Record]] = {}
        self._indexes: dict[tuple[type[Record], str], dict[Any, list[Record]]] = {}
        for record in records:
            self._put(record)

    def get(self, kind: type[R], key: UUID | None) -> R | None:
        """Return the record with this key, or None."""
        found = None if key is None else self._by_kind.get(kind, {}).get(key)
        return found if isinstance(found, kind) else None

    def where(self, kind: type[R], /, **fields: object) -> list[R]:
        """Return the records of a class whose fields have these values, oldest key first."""
        if not fields:
            return cast("list[R]", sorted(self._by_kind.get(kind, {}).values(), key=_KEY))
        (first, value), *others = fields.items()
        found = list(self._index(kind, first).get(value, ()))
        for name, wanted in others:
            found = [record for record in found if getattr(record, name) == wanted]
        return cast("list[R]", found)

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
                insort(index.setdefault(getattr(record, name), []), record, key=_KEY)

    def _remove(self, kind: type[Record], key: UUID) -> None:
        gone = self._by_kind.get(kind, {}).pop(key, None)
        if gone is None:
            return
        for (indexed, name), index in self._indexes.items():
            if indexed is kind:
                found = index[getattr(gone, name)]
                del found[bisect_left(found, key.int, key=_KEY)]

    def _index(self, kind: type[Record], name: str) -> dict[Any, list[Record]]:
        if (kind, name) not in self._indexes:
            index: dict[Any, list[Record]] = {}
            for record in sorted(self._by_kind.get(kind, {}).values(), key=_KEY):
                index.setdefault(getattr(record, name), []).append(record)
            self._indexes[kind, name] = index
        return self._indexes[kind, name]
