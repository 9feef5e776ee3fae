"""One operation: a transaction that writes down, before and after, everything it changes.

Nobody emits a signal by hand and nobody writes the inverse of an operation: the change set that
comes out is what was committed, and undo applies it the other way round.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa

from facilitator.domain.catalogue import owned_by
from facilitator.domain.changes import Change, ChangeSet, Way
from facilitator.domain.ids import OperationId, PersonId, new_id
from facilitator.domain.record import Record
from facilitator.domain.records import need
from facilitator.persistence import change_log
from facilitator.persistence.failures import told_plainly
from facilitator.persistence.tables import TABLES, from_row, to_row

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Header:
    """What an operation is called and how it came about, before anything has changed."""

    label: str
    undoable: bool = True
    way: Way = Way.DO
    target: OperationId | None = None


class Reading:
    """Asks the database for records within one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    def get(self, kind: type[R], key: UUID | None) -> R | None:
        """Return the record with this key, or None when there is none or it is deleted."""
        found = None if key is None else self.stored(kind, key)
        return None if found is None or found.deleted_at is not None else found

    def stored(self, kind: type[R], key: UUID) -> R | None:
        """Return the record with this key even when it is deleted."""
        table = TABLES[kind]
        row = self.connection.execute(sa.select(table).where(table.c.id == str(key))).mappings().first()
        return None if row is None else from_row(kind, dict(row))

    def where(self, kind: type[R], **fields: object) -> list[R]:
        """Return the records of a class whose fields have these values, oldest key first."""
        table = TABLES[kind]
        query = sa.select(table).where(table.c.deleted_at.is_(None)).order_by(table.c.id)
        for name, value in fields.items():
            query = query.where(_equals(table.c[name.rstrip("_")], value))
        return [from_row(kind, dict(row)) for row in self.connection.execute(query).mappings()]

    def next_position(self, kind: type[Record], **fields: object) -> int:
        """Return the place behind the last record whose fields have these values."""
        table = TABLES[kind]
        query = sa.select(sa.func.max(table.c.position))
        for name, value in fields.items():
            query = query.where(_equals(table.c[name], value))
        last = self.connection.execute(query).scalar()
        return 0 if last is None else int(last) + 1


def _equals(column: sa.Column[Any], value: object) -> sa.ColumnElement[bool]:
    if value is None:
        return column.is_(None)
    return column == (value if isinstance(value, bool | int) else str(value))


class Operation(Reading):
    """Reads and writes within one transaction, and remembers what it changed."""

    def __init__(self, connection: sa.Connection, now: dt.datetime, by: PersonId | None) -> None:
        super().__init__(connection)
        self.now = now
        self.by = by
        self._changes: dict[tuple[type[Record], UUID], Change] = {}

    def add(self, record: R) -> R:
        """Store a new record, stamped now unless it brings its stamps, and return it as stored."""
        stamped = replace(
            record,
            created_at=record.created_at or self.now,
            created_by=record.created_by or self.by,
            changed_at=record.changed_at or self.now,
            changed_by=record.changed_by or self.by,
        )
        self._insert(stamped)
        return stamped

    def add_all(self, kind: type[R], records: Iterable[R]) -> None:
        """Store many new records of one class that bring their stamps, in one go."""
        found = list(records)
        if not found:
            return
        self.connection.execute(sa.insert(TABLES[kind]), [to_row(record) for record in found])
        for record in found:
            self._note(None, record)

    def put(self, record: R) -> R:
        """Store a changed record, stamped now, and return it. Raises NotFound when it is not there.

        A record that says what it said before stays as it is, stamps and all.
        """
        before = need(self, type(record), record.id)
        unstamped = replace(record, changed_at=before.changed_at, changed_by=before.changed_by)
        if unstamped == before:
            return before
        stamped = replace(record, changed_at=self.now, changed_by=self.by)
        self.restore(before, stamped)
        return stamped

    def edit(self, kind: type[R], key: UUID, **fields: object) -> R:
        """Change some fields of a record and return it. Raises NotFound, or what the record refuses."""
        return self.put(replace(need(self, kind, key), **fields))  # type: ignore[arg-type]  # names are checked by the dataclass

    def delete(self, kind: type[Record], key: UUID) -> None:
        """Put a record into the bin together with all that lives and dies with it."""
        for owned, field in owned_by(kind):
            for record in self.where(owned, **{field: key}):
                self.delete(owned, record.id)
        self.edit(kind, key, deleted_at=self.now)

    def restore(self, before: Record | None, after: Record | None) -> None:
        """Make a record be exactly `after`, which was `before`; stamps are left alone."""
        if after is None:
            assert before is not None  # noqa: S101 - a change of nothing is never made
            table = TABLES[type(before)]
            self.connection.execute(sa.delete(table).where(table.c.id == str(before.id)))
            self._note(before, None)
        elif before is None:
            self._insert(after)
        else:
            table = TABLES[type(after)]
            self.connection.execute(sa.update(table).where(table.c.id == str(after.id)).values(to_row(after)))
            self._note(before, after)

    def changes(self) -> tuple[Change, ...]:
        """Return what was changed, each record once, in the order first touched."""
        return tuple(change for change in self._changes.values() if change.before != change.after)

    def _insert(self, record: Record) -> None:
        self.connection.execute(sa.insert(TABLES[type(record)]), to_row(record))
        self._note(None, record)

    def _note(self, before: Record | None, after: Record | None) -> None:
        change = Change(before, after)
        where = (change.kind, change.record.id)
        earlier = self._changes.get(where)
        self._changes[where] = change if earlier is None else Change(earlier.before, after)


class UnitOfWork:
    """Begins, commits and records operations; publishes nothing (see `services/changes.py`)."""

    def __init__(self, engine: sa.Engine, now: Callable[[], dt.datetime], process: str) -> None:
        self._engine = engine
        self._now = now
        self._name = engine.url.render_as_string(hide_password=True)
        self.process = process
        self.by: PersonId | None = None

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Read within one transaction: one picture of the database, whoever writes meanwhile."""
        with told_plainly(self._name), self._engine.connect() as connection, connection.begin():
            yield Reading(connection)

    def write(self, header: Header, change: Callable[[Operation], object]) -> ChangeSet:
        """Run `change` as one operation and return what was committed, with its changes.

        Nothing is stored when it raises. Raises whatever `change` raises, CannotWrite or Conflict.
        """
        with told_plainly(self._name), self._engine.connect() as connection:
            writing = connection.execution_options(writes=True)
            with writing.begin():
                operation = Operation(writing, self._now(), self.by)
                change(operation)
                done = ChangeSet(
                    operation=OperationId(new_id()),
                    label=header.label,
                    at=operation.now,
                    by=self.by,
                    way=header.way,
                    target=header.target,
                    undoable=header.undoable,
                    changes=operation.changes(),
                )
                change_log.append(writing, done, self.process)
        return done
