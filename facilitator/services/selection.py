"""Which records travel with a workshop, so that it stands on its own in another database.

The workshop with everything in it; its cycle with the alliance, the cases, the work plan and the
other workshops as mere records; whatever any of these points to; and what nobody else claims.
"""

from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass, replace
from typing import Any, Final, TypeVar
from uuid import UUID

from facilitator.domain.catalogue import (
    ENTRIES,
    Entry,
    entry_of,
    hints,
    is_id,
    is_of_workshop,
    optional,
    owned_by,
    references,
)
from facilitator.domain.change_theory import TheoryOfChange
from facilitator.domain.cycles import Cycle, Workshop
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import WorkshopId
from facilitator.domain.record import STAMPS, Record
from facilitator.domain.records import Reader, Records, need

R = TypeVar("R", bound=Record)


class InMemory:
    """Answers from a workshop's records in memory, and asks the database only for what is not among them.

    A record that travels is then the same object as the one that is printed.
    """

    def __init__(self, records: Records, workshop: WorkshopId, reading: Reader) -> None:
        self._records = records
        self._workshop = workshop
        self._reading = reading

    def get(self, kind: type[R], key: UUID | None) -> R | None:
        """Return the record with this key, or None."""
        return self._records.get(kind, key) or self._reading.get(kind, key)

    def where(self, kind: type[R], /, **fields: object) -> list[R]:
        """Return the records of a class whose fields have these values, oldest key first."""
        others = is_of_workshop(kind) and fields.get("workshop") != self._workshop
        reader = self._reading if others or entry_of(kind).on_demand else self._records
        return reader.where(kind, **fields)


class _Gone:
    """Takes the place of what pointed to a record that is not there any more."""


GONE: Final = _Gone()


def records_with(reading: Reader, workshop: WorkshopId) -> list[Record]:
    """Return the records that travel with a workshop, each list in the order of its keys.

    Raises NotFound. What points to a deleted record is left out as if the record had never been.
    """
    chosen = _Choice(reading, need(reading, Workshop, workshop)).records()
    found = without_dangling(chosen)
    found.sort(key=lambda record: record.id.int)
    return found


class _Choice:
    """Gathers records by following what they point to and what belongs to them."""

    def __init__(self, reading: Reader, workshop: Workshop) -> None:
        self._reading = reading
        self._workshop = workshop
        self._shared: dict[UUID, Record] = {}
        self._children: dict[tuple[type[Record], str, UUID], list[Record]] = {}
        for entry in ENTRIES:
            if not is_of_workshop(entry.record) and not entry.on_demand:
                for record in reading.where(entry.record):
                    self._remember(entry, record)

    def _remember(self, entry: Entry, record: Record) -> None:
        self._shared[record.id] = record
        owner = getattr(record, entry.owner) if entry.owner else None
        if entry.owner is not None and owner is not None:
            self._children.setdefault((entry.record, entry.owner, owner), []).append(record)

    def records(self) -> list[Record]:
        """Return everything that travels."""
        ours = self._closure(self._seeds({self._workshop.id}, {self._workshop.cycle} - {None}))
        others = [each for each in self._workshops() if each.id not in ours]
        if others:
            cycles = {each.id for each in self._shared.values() if isinstance(each, Cycle)}
            cycles.discard(self._workshop.cycle)
            theirs = self._closure(self._seeds({each.id for each in others}, cycles))
        else:
            theirs = {}
        self._add_unclaimed(ours, theirs)
        return list(ours.values())

    def _workshops(self) -> list[Workshop]:
        return [each for each in self._shared.values() if isinstance(each, Workshop)]

    def _seeds(self, workshops: set[Any], cycles: set[Any]) -> Iterator[Record]:
        for record in self._shared.values():
            near = (getattr(record, "cycle", None), getattr(record, "workshop", None), record.id)
            if near[0] in cycles or near[1] in workshops or near[2] in workshops | cycles:
                yield record
        for entry in ENTRIES:
            if is_of_workshop(entry.record):
                for workshop in workshops:
                    yield from self._reading.where(entry.record, workshop=workshop)

    def _closure(
        self, seeds: Iterable[Record], known: dict[UUID, Record] | None = None
    ) -> dict[UUID, Record]:
        found = {} if known is None else known
        waiting = [record for record in seeds if record.id not in found]
        while waiting:
            record = waiting.pop()
            if record.id in found:
                continue
            found[record.id] = record
            waiting += (each for each in self._near(record) if each.id not in found)
        return found

    def _near(self, record: Record) -> Iterator[Record]:
        for reference in references(record):
            if (target := self._find(reference.target, reference.id)) is not None:
                yield target
        for person in (record.created_by, record.changed_by):
            if person is not None and person in self._shared:
                yield self._shared[person]
        yield from self._owned(record)

    def _owned(self, record: Record) -> Iterator[Record]:
        for kind, field in owned_by(type(record)):
            if entry_of(kind).on_demand:
                yield from self._reading.where(kind, **{field: record.id})
            else:
                yield from self._children.get((kind, field, record.id), ())

    def _find(self, target: type[Record] | None, key: UUID) -> Record | None:
        if key in self._shared:
            return self._shared[key]
        kinds = (
            [target]
            if target is not None
            else [entry.record for entry in ENTRIES if is_of_workshop(entry.record)]
        )
        return next((found for kind in kinds if (found := self._reading.get(kind, key)) is not None), None)

    def _add_unclaimed(self, ours: dict[UUID, Record], theirs: dict[UUID, Record]) -> None:
        """Add what no workshop leads to, unless it hangs on something of the others."""
        grown = True
        while grown:
            before = len(ours)
            for record in self._shared.values():
                if record.id not in ours and record.id not in theirs and self._stands_on(record, ours):
                    self._closure([record], ours)
            grown = len(ours) > before

    def _stands_on(self, record: Record, chosen: dict[UUID, Record]) -> bool:
        """Whether all that a record points to is chosen or its own: a theory's link names its assumptions."""
        own = {each.id for each in self._owned(record)}
        return not isinstance(record, Workshop) and all(
            each.id in chosen or each.id in own for each in references(record) if each.target
        )


def without_dangling(records: list[Record]) -> list[Record]:
    """Take away what points to records that are not there, and what cannot stand without it."""
    while True:
        known = {record.id for record in records}
        known |= {
            each.id for record in records if isinstance(record, TheoryOfChange) for each in record.elements
        }
        left = []
        for record in records:
            gone = {each.id for each in references(record)} - known
            kept = record if not gone else without(record, gone)
            if isinstance(kept, Record):
                left.append(kept)
        if len(left) == len(records):
            return left
        records = left


def without(value: Any, gone: set[UUID]) -> Any:
    """Return a value without the keys in `gone`: None where it may be, GONE where it cannot stand."""
    changed = {}
    for name, hint in hints(type(value)).items():
        if name == "id" or name in STAMPS:
            continue
        kept = _kept(getattr(value, name), hint, gone)
        if kept is GONE:
            if not optional(hint)[1]:
                return GONE
            kept = None
        if kept != getattr(value, name):
            changed[name] = kept
    try:
        return replace(value, **changed) if changed else value
    except InvalidInput:
        return GONE


def _kept(value: Any, hint: Any, gone: set[UUID]) -> Any:
    inner, _ = optional(hint)
    if is_id(inner):
        return GONE if value in gone else value
    if isinstance(value, tuple):
        each = inner.__args__[0]
        return tuple(kept for item in value if (kept := _kept(item, each, gone)) is not GONE)
    if isinstance(value, dict):
        each = inner.__args__[1]
        return {key: kept for key, item in value.items() if (kept := _kept(item, each, gone)) is not GONE}
    return without(value, gone) if is_dataclass(value) else value
