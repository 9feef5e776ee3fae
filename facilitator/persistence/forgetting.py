"""Takes something out of the database for good: out of the records, the bin and the change log.

Everything else in the program only adds to the log. This rewrites it, because it keeps deleted words.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final
from uuid import UUID

import sqlalchemy as sa

from facilitator.domain.catalogue import entry_named, entry_of
from facilitator.domain.ids import OperationId
from facilitator.domain.record import Record
from facilitator.persistence.tables import TABLES, change_log, from_log, to_log
from facilitator.persistence.unit_of_work import Operation

Forget = Callable[[Record], Record]

_AT_ONCE: Final = 500
_A_MOMENT: Final = dt.timedelta(microseconds=1)


def forget_records(operation: Operation, kinds: Iterable[type[Record]], forget: Forget) -> None:
    """Put what `forget` leaves of them in the place of all records of these classes, deleted ones too.

    The operation notes only that they were changed, not what they were before.
    """
    for kind in kinds:
        for _key, stored in list(operation.each_stored(kind)):
            if not isinstance(stored, Record):
                continue
            left = forget(stored)
            if left != stored:
                leave(operation, left)


def leave(operation: Operation, record: Record) -> None:
    """Store what is left of a record; noted is only that it was changed, not what it was before."""
    # What differs from now is the time alone, even on a clock that stands still.
    before = replace(record, changed_at=operation.now - _A_MOMENT)
    operation.restore(before, replace(record, changed_at=operation.now, changed_by=operation.by))


def forget_in_log(operation: Operation, key: UUID, forget: Forget) -> None:
    """Put what `forget` leaves of them in the place of all records in the log that name `key`."""
    words = str(key)
    log = change_log.c
    named = sa.or_(log.record == words, log.before.contains(words), log.after.contains(words))
    for row in operation.connection.execute(sa.select(change_log).where(named)).mappings().all():
        kind = entry_named(row["list"]).record
        sides = {}
        for side in ("before", "after"):
            kept = from_log(kind, row[side])
            sides[side] = None if kept is None else to_log(forget(kept))
        if any(sides[side] != row[side] for side in sides):
            operation.connection.execute(sa.update(change_log).where(log.seq == row["seq"]).values(**sides))


def forget_steps(operation: Operation, key: UUID, labels: Iterable[str]) -> set[OperationId]:
    """Take the steps with these labels that changed a record out of the log; return their operations.

    The newest step stays, so that numbers of the log are never given twice and `steps_forgotten` has
    something to mark; what it says must be forgotten by `forget_in_log`.
    """
    log = change_log.c
    ours = sa.and_(log.record == str(key), log.label.in_(tuple(labels)))
    found = operation.connection.execute(sa.select(log.seq, log.operation).where(ours)).all()
    if found:
        newest = max(row.seq for row in found)
        operation.connection.execute(sa.delete(change_log).where(ours, log.seq < newest))
    return {OperationId(UUID(row.operation)) for row in found}


def has_steps(operation: Operation, key: UUID, label: str) -> bool:
    """Whether the log holds a step of a record with this label."""
    ours = sa.and_(change_log.c.record == str(key), change_log.c.label == label)
    return operation.connection.execute(sa.select(sa.exists().where(ours))).scalar() or False


def steps_forgotten(operation: Operation, key: UUID, labels: Iterable[str], *, now_called: str) -> None:
    """Let the steps that are left be called otherwise: nothing is to be forgotten of them any more."""
    log = change_log.c
    ours = sa.and_(log.record == str(key), log.label.in_(tuple(labels)))
    operation.connection.execute(sa.update(change_log).where(ours).values(label=now_called, undoable=False))


def added_for(operation: Operation, kind: type[Record], key: UUID) -> set[UUID]:
    """Return the records of a class that name `key` and of which the log knows how they were added.

    Also those whose adding was undone, of which nothing but the log knows any more.
    """
    log = change_log.c
    added = sa.and_(log.list == entry_of(kind).list_name, log.before.is_(None), log.after.contains(str(key)))
    return {UUID(each) for each in operation.connection.execute(sa.select(log.record).where(added)).scalars()}


def forget_all_steps(operation: Operation, keys: Iterable[UUID], *, but: str) -> set[OperationId]:
    """Take every step of these records out of the log except those with the label `but`.

    Return the operations that they were part of. One that was the newest of all must not be taken, or
    its number would be given twice: whoever calls has just written newer ones.
    """
    log = change_log.c
    found: set[OperationId] = set()
    for some in _in_parts(keys):
        ours = sa.and_(log.record.in_(some), log.label != but)
        steps = operation.connection.execute(sa.select(log.operation).where(ours)).scalars()
        found |= {OperationId(UUID(step)) for step in steps}
        operation.connection.execute(sa.delete(change_log).where(ours))
    return found


def shuffle_rows(operation: Operation, kind: type[Record], keys: Iterable[UUID]) -> None:
    """Let the rows of records lie in the file in the order of `keys`, not in the order they came."""
    table = TABLES[kind]
    for some in _in_parts(keys):
        rows = {
            row["id"]: dict(row)
            for row in operation.connection.execute(sa.select(table).where(table.c.id.in_(some))).mappings()
        }
        operation.connection.execute(sa.delete(table).where(table.c.id.in_(some)))
        operation.connection.execute(sa.insert(table), [rows[key] for key in some if key in rows])


def _in_parts(keys: Iterable[UUID]) -> Iterator[list[str]]:
    """Yield keys as columns hold them, as many at once as every database takes."""
    words = [str(key) for key in keys]
    for first in range(0, len(words), _AT_ONCE):
        yield words[first : first + _AT_ONCE]
