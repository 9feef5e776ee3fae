"""Tables, derived from the catalogue: a column for every field, of text or whole numbers.

A nested value is JSON text in one column.
"""

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, Final, TypeVar

import sqlalchemy as sa

from facilitator.domain.catalogue import (
    ENTRIES,
    Entry,
    entry_of,
    hints,
    is_id,
    optional,
)
from facilitator.domain.errors import CannotOpen, InvalidInput
from facilitator.domain.record import Record
from facilitator.domain.values import LooseDate
from facilitator.persistence.converter import Plain, from_plain, to_plain

R = TypeVar("R", bound=Record)

NAMING: Final = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

metadata: Final = sa.MetaData(naming_convention=NAMING)


def _is_plain_text(hint: Any) -> bool:
    simple = (str, dt.date, dt.datetime, dt.time, Decimal, LooseDate)
    return is_id(hint) or hint in simple or (isinstance(hint, type) and issubclass(hint, Enum))


def _table(entry: Entry) -> sa.TableClause:
    columns = [sa.column(name.rstrip("_"), column_type(hint)) for name, hint in hints(entry.record).items()]
    return sa.table(entry.list_name, *columns)


def column_type(hint: Any) -> sa.types.TypeEngine[Any]:
    """Return the type of the column that keeps a field of this type."""
    inner, _ = optional(hint)
    return sa.Boolean() if inner is bool else sa.Integer() if inner is int else sa.Text()


TABLES: Final[Mapping[type[Record], sa.TableClause]] = {entry.record: _table(entry) for entry in ENTRIES}
"""Names and types, which is all that statements need; keys and indexes are in `declared.py`."""

change_log: Final = sa.Table(
    "change_log",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("operation", sa.Text, nullable=False, index=True),
    sa.Column("process", sa.Text, nullable=False),
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("by", sa.Text),
    sa.Column("way", sa.Text, nullable=False),
    sa.Column("target", sa.Text),
    sa.Column("undoable", sa.Boolean, nullable=False),
    sa.Column("list", sa.Text, nullable=False),
    sa.Column("record", sa.Text, nullable=False, index=True),
    sa.Column("before", sa.Text),
    sa.Column("after", sa.Text),
)
"""One row for each record that an operation changed, in the order they were committed."""

drafts: Final = sa.Table(
    "drafts",
    metadata,
    sa.Column("place", sa.Text, primary_key=True),
    sa.Column("workshop", sa.Text),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
)
"""What is half typed and where, so that it survives a crash; it is no record and has no history."""


def _nested_columns(kind: type[Record]) -> frozenset[str]:
    names = set()
    for name, hint in hints(kind).items():
        inner, _ = optional(hint)
        if not _is_plain_text(inner) and inner not in {bool, int}:
            names.add(name.rstrip("_"))
    return frozenset(names)


_NESTED: Final = {entry.record: _nested_columns(entry.record) for entry in ENTRIES}


_compact: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dumps(plain: object) -> str:
    """Return plain data as compact JSON text."""
    return _compact(plain)


def to_row(record: Record) -> Plain:
    """Return the row of a record."""
    return _row_of(type(record), to_plain(record))


def to_row_and_log(record: Record) -> tuple[Plain, str]:
    """Return the row of a record and what the change log keeps of it, both from one conversion."""
    plain = to_plain(record)
    kept = _log_of(plain)
    return _row_of(type(record), plain), kept


def _row_of(kind: type[Record], plain: Plain) -> Plain:
    for name in _NESTED[kind]:
        if plain[name] is not None:
            plain[name] = dumps(plain[name])
    return plain


def from_row(kind: type[R], row: Mapping[str, Any]) -> R:
    """Return the record that a row holds. Raises CannotOpen when it holds none."""
    plain = dict(row)
    try:
        for name in _NESTED[kind]:
            if plain[name] is not None:
                plain[name] = json.loads(plain[name])
        return from_plain(kind, plain)
    except _NO_RECORD as error:
        raise _damaged(kind, row.get("id"), error) from error


def to_log(record: Record | None) -> str | None:
    """Return a record as the change log keeps it: JSON text without what is empty."""
    return None if record is None else _log_of(to_plain(record))


def _log_of(plain: Plain) -> str:
    return dumps({name: value for name, value in plain.items() if value is not None})


def from_log(kind: type[R], text: str | None) -> R | None:
    """Return the record that the change log kept. Raises CannotOpen when it kept none."""
    if text is None:
        return None
    try:
        return from_plain(kind, json.loads(text))
    except _NO_RECORD as error:
        raise _damaged(kind, None, error) from error


_NO_RECORD: Final = (InvalidInput, ValueError, TypeError, KeyError, AttributeError)


def _damaged(kind: type[Record], key: object, error: Exception) -> CannotOpen:
    return CannotOpen("database-damaged", list=entry_of(kind).list_name, record=key, reason=str(error))
