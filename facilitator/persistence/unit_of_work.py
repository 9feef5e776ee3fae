"""One operation: a transaction that writes down, before and after, everything it changes.

Nobody emits a signal by hand and nobody writes the inverse of an operation: the change set that
comes out is what was committed, and undo applies it the other way round.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final, TypeVar
from uuid import UUID

import sqlalchemy as sa

from facilitator.domain.catalogue import direct_references, entry_of, owned_by
from facilitator.domain.changes import Change, ChangeSet, Way
from facilitator.domain.errors import Conflict, FacilitatorError, InvalidInput, NotFound
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import OperationId, PersonId, new_id
from facilitator.domain.record import Record
from facilitator.domain.records import need
from facilitator.persistence import change_log, statements
from facilitator.persistence.converter import Plain, plain_value
from facilitator.persistence.failures import told_plainly
from facilitator.persistence.own_file import OwnFile
from facilitator.persistence.tables import TABLES, from_row, to_row_and_log

R = TypeVar("R", bound=Record)

_AT_ONCE: Final = 500
"""Keys in one statement; every database takes as many."""
_FEW: Final = 8
"""Rows that a question of an operation gives; more are a workshop that is opened, and are not remembered."""


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
        found = self._records(kind, statements.stored(kind).run(self.connection, {"key": str(key)}))
        return found[0] if found else None

    def stored_all(self, kind: type[R], keys: Iterable[UUID]) -> dict[UUID, R]:
        """Return those of the records that are stored, by key, deleted ones too."""
        table = TABLES[kind]
        wanted = [str(key) for key in keys]
        found: dict[UUID, R] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            query = sa.select(table).where(table.c.id.in_(wanted[start : start + _AT_ONCE]))
            for row in self.connection.execute(query).mappings():
                record = from_row(kind, dict(row))
                found[record.id] = record
        return found

    def lists_of(self, keys: Iterable[UUID]) -> dict[UUID, str]:
        """Return the list of each of these keys that was ever stored in one."""
        found = change_log.lists_of(self.connection, [str(key) for key in keys])
        return {UUID(key): name for key, name in found.items()}

    def where(self, kind: type[R], /, **fields: object) -> list[R]:
        """Return the records of a class whose fields have these values, oldest key first."""
        equal, missing, row = _asked(fields)
        return self._records(kind, statements.where(kind, equal, missing).run(self.connection, row))

    def each_stored(self, kind: type[R]) -> Iterator[tuple[str, R | FacilitatorError]]:
        """Yield every stored record of a class with its key, or with what makes it unreadable."""
        for row in self.connection.execute(sa.select(TABLES[kind])).mappings():
            key = str(row["id"])
            try:
                yield key, from_row(kind, dict(row))
            except FacilitatorError as error:
                cause = error.__cause__ or error
                if isinstance(cause, FacilitatorError):
                    yield key, cause
                else:
                    yield key, InvalidInput("record-unreadable", reason=str(cause))

    def unreadable_steps(self) -> Iterator[tuple[str, str]]:
        """Yield list and key of every record of which a step of the history cannot be read."""
        return change_log.unreadable(self.connection)

    def next_position(self, kind: type[Record], /, **fields: object) -> int:
        """Return the place behind the last record whose fields have these values."""
        equal, missing, row = _asked(fields)
        [(last,)] = statements.last_position(kind, equal, missing).run(self.connection, row)
        return 0 if last is None else int(last) + 1

    def _records(self, kind: type[R], rows: list[tuple[Any, ...]]) -> list[R]:
        read = _known if len(rows) <= _FEW else _read
        return [read(kind, row) for row in rows]  # type: ignore[arg-type]  # classes can be hashed


def _read(kind: type[R], row: tuple[Any, ...]) -> R:
    return from_row(kind, dict(zip(TABLES[kind].c.keys(), row, strict=True)))


_known: Final = lru_cache(maxsize=128)(_read)
"""Reads a row; one that says what it said before, as the board does with every card, is not read anew."""


def _asked(fields: Mapping[str, object]) -> tuple[tuple[str, ...], tuple[str, ...], Plain]:
    """Return which columns are to have a value, which none, and the values as columns hold them."""
    row = {name.rstrip("_"): plain_value(value) for name, value in fields.items()}
    equal = tuple(name for name, value in row.items() if value is not None)
    return equal, tuple(name for name, value in row.items() if value is None), row


class Operation(Reading):
    """Reads and writes within one transaction, and remembers what it changed."""

    def __init__(self, connection: sa.Connection, now: dt.datetime, by: PersonId | None) -> None:
        super().__init__(connection)
        self.now = now
        self.by = by
        self.kept: dict[UUID, str | None] = {}
        """What the change log keeps of every record as it is now."""
        self._changes: dict[UUID, Change] = {}
        self._seen: set[UUID] = set()

    def is_first(self) -> bool:
        """Whether nothing was ever stored in this database."""
        return change_log.last(self.connection) == 0

    def add(self, record: R) -> R:
        """Store a new record, stamped now unless it brings its stamps, and return it as stored."""
        stamped = replace(
            record,
            created_at=record.created_at or self.now,
            created_by=record.created_by or self.by,
            changed_at=record.changed_at or self.now,
            changed_by=record.changed_by or self.by,
        )
        self.restore(None, stamped)
        return stamped

    def add_all(self, kind: type[R], records: Iterable[R]) -> None:
        """Store many new records of one class that bring their stamps, in one go."""
        rows = []
        for record in records:
            row, kept = to_row_and_log(record)
            rows.append(row)
            self._note(None, record, kept)
        if rows:
            statements.insert(kind).run(self.connection, *rows)

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

    def edit(self, kind: type[R], key: UUID, /, **fields: object) -> R:
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
        kept = None
        if after is not None:
            row, kept = to_row_and_log(after)
            if before is None:
                statements.insert(type(after)).run(self.connection, row)
            else:
                statements.update(type(after)).run(self.connection, {**row, "key": row["id"]})
        elif before is not None:
            statements.delete(type(before)).run(self.connection, {"key": str(before.id)})
        self._note(before, after, kept)

    def changes(self) -> tuple[Change, ...]:
        """Return what was changed, each record once, in the order first touched."""
        return tuple(change for change in self._changes.values() if change.before != change.after)

    def refuse_orphans(self) -> None:
        """Refuse an operation after which something hangs on what is not there any more.

        It happens when another program deletes a board while a card for it is being typed.
        Raises NotFound when an owner is missing, Conflict when something owned would be left over.
        """
        for change in self.changes():
            if change.gone:
                self._refuse_to_leave_behind(change)
            elif change.after is not None and change.after.deleted_at is None:
                self._need_owner(change.before, change.after)

    def _need_owner(self, before: Record | None, after: Record) -> None:
        field = entry_of(type(after)).owner
        key = None if field is None else getattr(after, field)
        if field is None or key is None:
            return
        if before is not None and before.deleted_at is None and getattr(before, field) == key:
            return
        kind = direct_references(type(after))[field]
        changed = self._changes.get(key)
        here = key in self._seen if changed is None else _is_there(changed.after)
        if kind is not None and not here and self.get(kind, key) is None:
            raise NotFound("record-not-found", kind=kind.__name__, id=str(key))

    def _refuse_to_leave_behind(self, change: Change) -> None:
        for owned, field in owned_by(change.kind):
            if self.where(owned, **{field: change.record.id}):
                raise Conflict("record-in-use")

    def _records(self, kind: type[R], rows: list[tuple[Any, ...]]) -> list[R]:
        found = super()._records(kind, rows)
        self._seen.update(record.id for record in found if record.deleted_at is None)
        return found

    def _note(self, before: Record | None, after: Record | None, kept: str | None) -> None:
        change = Change(before, after)
        key = change.record.id
        self.kept[key] = kept
        earlier = self._changes.get(key)
        self._changes[key] = change if earlier is None else Change(earlier.before, after)


def _is_there(record: Record | None) -> bool:
    return record is not None and record.deleted_at is None


class UnitOfWork:
    """Begins, commits and records operations; publishes nothing (see `services/changes.py`)."""

    def __init__(
        self, engine: sa.Engine, now: Callable[[], dt.datetime], process: str, file: OwnFile | None = None
    ) -> None:
        self._engine = engine
        self._file = file or OwnFile(None)
        self._now = now
        self.process = process
        self.by: PersonId | None = None

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Read within one transaction: one picture of the database, whoever writes meanwhile."""
        with told_plainly(self._engine), self._engine.connect() as connection, connection.begin():
            yield Reading(connection)

    def write(self, header: Header, change: Callable[[Operation], object]) -> ChangeSet:
        """Run `change` as one operation and return what was committed, with its changes.

        Nothing is stored when it raises. Raises whatever `change` raises, CannotWrite or Conflict.
        """
        self._file.need()
        with told_plainly(self._engine), self._engine.connect() as connection:
            writing = connection.execution_options(writes=True)
            with writing.begin():
                operation = Operation(writing, self._now(), self.by)
                change(operation)
                operation.refuse_orphans()
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
                change_log.append(writing, done, self.process, operation.kept)
        return done
