"""The whole schema as the program declares it: every table with its keys and indexes.

Migrations must end in exactly this; nothing else reads it, so an open database never pays for it.
Keys of records are checked by the database at commit, so that a list of records can be stored in any
order within one operation.
"""

from typing import Any, Final

import sqlalchemy as sa

from facilitator.domain.catalogue import ENTRIES, Entry, direct_references, entry_of, hints, optional
from facilitator.persistence.tables import column_type, metadata

ADDED: Final[dict[tuple[str, str], str]] = {
    ("sessions", "steps"): "[]",
    ("boards", "ratings"): "[]",
    ("minutes", "left_out"): "[]",
    ("minutes", "section_words"): "[]",
    ("minutes", "issued_files"): "[]",
}
"""What a column that must have a value, and came after its table, holds in the rows of before."""


def _column(entry: Entry, name: str) -> sa.Column[Any]:
    hint = hints(entry.record)[name]
    kind = column_type(hint)
    if name == "id":
        return sa.Column(name, kind, primary_key=True)
    target = direct_references(entry.record).get(name)
    constraints = []
    if target is not None:
        parent = entry_of(target).list_name
        constraints.append(sa.ForeignKey(f"{parent}.id", deferrable=True, initially="DEFERRED"))
    before = ADDED.get((entry.list_name, name.rstrip("_")))
    return sa.Column(name.rstrip("_"), kind, *constraints, nullable=optional(hint)[1], server_default=before)


def _index(entry: Entry, table: sa.Table, name: str) -> sa.Index:
    """Return the index of a reference; one of what may be missing leaves the missing ones out.

    Among what one record owns the next place is often asked for: its index ends with the position.
    """
    column = table.c[name.rstrip("_")]
    columns = [column, table.c.position] if name == entry.owner and "position" in table.c else [column]
    given = column.is_not(None) if column.nullable else None
    return sa.Index(f"ix_{table.name}_{column.name}", *columns, sqlite_where=given, postgresql_where=given)


def _declare(entry: Entry) -> None:
    columns = [_column(entry, name) for name in hints(entry.record)]
    table = sa.Table(entry.list_name, metadata, *columns)
    for name in direct_references(entry.record):
        _index(entry, table, name)


for each in ENTRIES:
    _declare(each)

__all__ = ["metadata"]
