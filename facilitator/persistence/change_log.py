"""The change log: every committed operation with what was before and after, in order.

Undo, history, refresh of every window, a second program and crash recovery all read it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from facilitator.domain.catalogue import entry_named, entry_of
from facilitator.domain.changes import Change, ChangeSet, Origin, Way
from facilitator.domain.errors import CannotOpen
from facilitator.domain.ids import OperationId, PersonId
from facilitator.persistence.converter import instant_of, instant_to_text
from facilitator.persistence.statements import Prepared
from facilitator.persistence.tables import change_log, from_log, to_log

_APPEND: Final = Prepared(
    sa.insert(change_log).values(
        {column.name: sa.bindparam(column.name) for column in change_log.c if column.name != "seq"}
    )
)
_AT_ONCE: Final = 500
END: Final = sa.select(sa.func.max(change_log.c.seq))
"""Asks for the number of the last change."""

_HEADER: Final = [each for each in change_log.c if each.name not in {"list", "record", "before", "after"}]


def append(
    connection: sa.Connection, changes: ChangeSet, process: str, after: Mapping[UUID, str | None]
) -> None:
    """Write an operation's changes; part of the operation's own transaction.

    `after` has what to keep of every record as it is now (`tables.to_log`).
    """
    shared = {
        "operation": str(changes.operation),
        "process": process,
        "label": changes.label,
        "at": instant_to_text(changes.at),
        "by": None if changes.by is None else str(changes.by),
        "way": changes.way.value,
        "target": None if changes.target is None else str(changes.target),
        "undoable": changes.undoable,
    }
    for start in range(0, len(changes.changes), _AT_ONCE):
        rows = [
            {
                **shared,
                "list": entry_of(change.kind).list_name,
                "record": str(change.record.id),
                "before": to_log(change.before),
                "after": after[change.record.id],
            }
            for change in changes.changes[start : start + _AT_ONCE]
        ]
        _APPEND.run(connection, *rows)


def last(connection: sa.Connection) -> int:
    """Return the number of the last change; 0 in a new database."""
    return connection.execute(END).scalar() or 0


def lists_of(connection: sa.Connection, records: Sequence[str]) -> dict[str, str]:
    """Return the list of each of these keys that was ever stored in one."""
    found: dict[str, str] = {}
    for start in range(0, len(records), _AT_ONCE):
        wanted = change_log.c.record.in_(records[start : start + _AT_ONCE])
        rows = connection.execute(sa.select(change_log.c.record, change_log.c.list).where(wanted))
        found.update((row.record, row.list) for row in rows)
    return found


def since(connection: sa.Connection, seq: int, *, but: str) -> tuple[list[ChangeSet], int]:
    """Return what other programs committed after `seq`, oldest first, and the number now reached."""
    rows = connection.execute(
        sa.select(change_log)
        .where(change_log.c.seq > seq, change_log.c.process != but)
        .order_by(change_log.c.seq)
    ).mappings()
    return list(_operations(rows, Origin.ELSEWHERE)), last(connection)


def since_operation(connection: sa.Connection, key: OperationId) -> list[ChangeSet]:
    """Return what was committed after an operation, oldest first; nothing for one that is not known."""
    reached = (
        sa.select(sa.func.max(change_log.c.seq)).where(change_log.c.operation == str(key)).scalar_subquery()
    )
    rows = connection.execute(
        sa.select(change_log).where(change_log.c.seq > reached).order_by(change_log.c.seq)
    ).mappings()
    return list(_operations(rows, Origin.HERE))


def operation(connection: sa.Connection, key: OperationId) -> ChangeSet | None:
    """Return one operation as it was committed."""
    rows = connection.execute(
        sa.select(change_log).where(change_log.c.operation == str(key)).order_by(change_log.c.seq)
    ).mappings()
    return next(_operations(rows, Origin.HERE), None)


def headers(connection: sa.Connection, newest: int) -> list[ChangeSet]:
    """Return the newest operations without their changes, oldest first: enough to rebuild undo.

    The rows of one operation follow each other without a gap, because writers wait for each other.
    """
    following = change_log.alias()
    goes_on = sa.exists().where(
        following.c.seq == change_log.c.seq + 1, following.c.operation == change_log.c.operation
    )
    rows = connection.execute(
        sa.select(*_HEADER).where(~goes_on).order_by(change_log.c.seq.desc()).limit(newest)
    ).mappings()
    return [_header(row, Origin.HERE, ()) for row in rows][::-1]


def history(connection: sa.Connection, record: UUID) -> list[ChangeSet]:
    """Return everything that happened to one record, oldest first."""
    rows = connection.execute(
        sa.select(change_log).where(change_log.c.record == str(record)).order_by(change_log.c.seq)
    ).mappings()
    return list(_operations(rows, Origin.HERE))


def unreadable(connection: sa.Connection) -> Iterator[tuple[str, str]]:
    """Yield list and key of every record of which a step cannot be read, so that it cannot be undone."""
    columns = (change_log.c.list, change_log.c.record, change_log.c.before, change_log.c.after)
    for row in connection.execute(sa.select(*columns).order_by(change_log.c.seq)).mappings():
        try:
            _change(row)
        except (CannotOpen, KeyError):
            yield row["list"], row["record"]


def _operations(rows: Iterable[Any], origin: Origin) -> Iterator[ChangeSet]:
    for _, group in groupby(rows, key=lambda row: row["operation"]):
        same = list(group)
        yield _header(same[0], origin, tuple(_change(row) for row in same))


def _change(row: Any) -> Change:
    kind = entry_named(row["list"]).record
    return Change(from_log(kind, row["before"]), from_log(kind, row["after"]))


def _header(row: Any, origin: Origin, changes: tuple[Change, ...]) -> ChangeSet:
    return ChangeSet(
        operation=OperationId(UUID(row["operation"])),
        label=row["label"],
        at=instant_of(row["at"]),
        by=None if row["by"] is None else PersonId(UUID(row["by"])),
        way=Way(row["way"]),
        target=None if row["target"] is None else OperationId(UUID(row["target"])),
        undoable=row["undoable"],
        origin=origin,
        changes=changes,
    )
