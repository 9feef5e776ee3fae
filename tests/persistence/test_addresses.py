"""A database is named as people name files and servers."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.domain.errors import CannotOpen
from facilitator.persistence.addresses import database_url, file_of
from facilitator.persistence.database import Database
from facilitator.persistence.engine import APPLICATION_ID
from facilitator.services.clock import SystemClock


def test_the_home_folder_may_be_written_as_in_a_shell():
    assert file_of(database_url("~/mine.sqlite")) == Path.home() / "mine.sqlite"
    assert file_of(database_url("a~b/mine.sqlite")) == Path("a~b/mine.sqlite")


@pytest.mark.parametrize("address", ["foo://host/name", "http://host", "file:///name", "://"])
def test_an_address_that_nothing_knows_is_none(address):
    with pytest.raises(CannotOpen, match="database-url-unknown"):
        Database(address, SystemClock().now)


def test_a_driver_that_is_not_installed_is_named_without_the_password():
    with pytest.raises(CannotOpen, match="database-driver-missing") as refused:
        Database("mysql://ana:secret@host/name", SystemClock().now)

    assert "secret" not in str(refused.value.details)


@pytest.mark.parametrize("nowhere", ["sqlite://", ":memory:"])
def test_nothing_is_in_a_memory_yet(nowhere):
    with pytest.raises(CannotOpen, match="database-missing"):
        Database(nowhere, SystemClock().now, read_only=True)


def test_a_database_that_was_laid_but_has_no_tables_is_none_yet(tmp_path):
    file = tmp_path / "laid.sqlite"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("CREATE TABLE one (thing)")
        connection.execute("DROP TABLE one")

    with pytest.raises(CannotOpen, match="database-missing"):
        Database(file, SystemClock().now, read_only=True)
