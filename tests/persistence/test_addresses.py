"""A database is named as people name files and servers."""

from pathlib import Path

import pytest

from facilitator.domain.errors import CannotOpen
from facilitator.persistence.addresses import database_url, file_of
from facilitator.persistence.database import Database
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
