"""Statements compiled once for a kind of database: asking again costs no more than the question.

Putting a statement together anew for every card would take longer than the disk does. Columns hold
text, whole numbers and truth values only, which every driver takes and gives as they are.
"""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from facilitator.domain.catalogue import remembered
from facilitator.domain.record import Record
from facilitator.persistence.tables import TABLES

Row = Mapping[str, Any]


class Prepared:
    """A statement in the words of the database that it is run on.

    It goes straight to the driver, within the transaction that the connection has begun.
    """

    def __init__(self, statement: sa.sql.expression.ClauseElement) -> None:
        self._statement = statement
        self._compiled: dict[str, tuple[str, tuple[str, ...] | None]] = {}

    def run(self, connection: sa.Connection, *rows: Row) -> list[tuple[Any, ...]]:
        """Run the statement with each of the rows and return what it gives, if it gives anything.

        Keys that the statement does not name are left out. Raises the driver's errors as they are.
        """
        sql, names = self._words_for(connection.dialect)
        given: list[Any] = [row if names is None else tuple([row[name] for name in names]) for row in rows]
        cursor = connection.connection.cursor()
        try:
            if len(given) == 1:
                cursor.execute(sql, given[0])
            else:
                cursor.executemany(sql, given)
            return [] if cursor.description is None else list(cursor.fetchall())
        finally:
            cursor.close()

    def _words_for(self, dialect: sa.Dialect) -> tuple[str, tuple[str, ...] | None]:
        found = self._compiled.get(dialect.name)
        if found is None:
            compiled = self._statement.compile(dialect=dialect)
            assert isinstance(compiled, sa.sql.compiler.SQLCompiler)  # noqa: S101 - no DDL comes here
            names = None if compiled.positiontup is None else tuple(compiled.positiontup)
            found = self._compiled[dialect.name] = (compiled.string, names)
        return found


@remembered
def insert(kind: type[Record]) -> Prepared:
    """Return what stores a row."""
    return Prepared(sa.insert(TABLES[kind]))


@remembered
def update(kind: type[Record]) -> Prepared:
    """Return what writes a row over the one whose key is `key`."""
    table = TABLES[kind]
    values: dict[str, Any] = {
        column.name: sa.bindparam(column.name) for column in table.c if column.name != "id"
    }
    return Prepared(sa.update(table).where(table.c.id == sa.bindparam("key")).values(values))


@remembered
def delete(kind: type[Record]) -> Prepared:
    """Return what deletes the row whose key is `key`."""
    table = TABLES[kind]
    return Prepared(sa.delete(table).where(table.c.id == sa.bindparam("key")))


@remembered
def stored(kind: type[Record]) -> Prepared:
    """Return what asks for the row whose key is `key`, deleted or not."""
    table = TABLES[kind]
    return Prepared(sa.select(table).where(table.c.id == sa.bindparam("key")))


@remembered
def where(kind: type[Record], equal: tuple[str, ...], missing: tuple[str, ...]) -> Prepared:
    """Return what asks for the rows that are not deleted, oldest key first."""
    table = TABLES[kind]
    query = sa.select(table).where(table.c.deleted_at.is_(None)).order_by(table.c.id)
    return Prepared(query.where(*_conditions(table, equal, missing)))


@remembered
def last_position(kind: type[Record], equal: tuple[str, ...], missing: tuple[str, ...]) -> Prepared:
    """Return what asks for the greatest position, deleted rows included."""
    table = TABLES[kind]
    return Prepared(sa.select(sa.func.max(table.c.position)).where(*_conditions(table, equal, missing)))


def _conditions(
    table: sa.TableClause, equal: tuple[str, ...], missing: tuple[str, ...]
) -> list[sa.ColumnElement[bool]]:
    wanted = [table.c[name] == sa.bindparam(name, type_=table.c[name].type) for name in equal]
    return wanted + [table.c[name].is_(None) for name in missing]
