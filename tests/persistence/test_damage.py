"""A database that lost a part of itself is refused in a clear sentence, and stays as it is."""

import sqlite3
from contextlib import closing

import pytest

from facilitator.bootstrap import open_workspace
from facilitator.domain.errors import CannotOpen
from facilitator.services.checking import check_database


def without(file, statement):
    """Take a part of a database away and return what is left, byte for byte."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(statement)
    return file.read_bytes()


@pytest.mark.parametrize("statement", ["DROP TABLE cards", "ALTER TABLE notes DROP COLUMN text"])
def test_a_lost_table_or_column_is_damage_for_whoever_reads_and_whoever_checks(example_file, statement):
    left = without(example_file, statement)

    with open_workspace(example_file, read_only=True) as workspace:
        with pytest.raises(CannotOpen, match="database-damaged"):
            workspace.records(workspace.latest_workshop())
        with pytest.raises(CannotOpen, match="database-damaged"):
            check_database(workspace.database)

    assert example_file.read_bytes() == left


@pytest.mark.parametrize("read_only", [True, False])
def test_a_database_that_lost_its_version_is_neither_old_nor_new(example_file, read_only):
    left = without(example_file, "DELETE FROM alembic_version")

    with pytest.raises(CannotOpen, match="database-damaged"):
        open_workspace(example_file, read_only=read_only)

    assert example_file.read_bytes() == left
