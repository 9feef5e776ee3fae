"""A check finds what is wrong in a database, and says nothing of one that is whole."""

import sqlite3

import pytest

from facilitator.bootstrap import open_workspace
from facilitator.domain.agenda import Session
from facilitator.services.checking import check_database
from tests.fixtures.workspaces import FrozenClock


@pytest.fixture
def damaged(example_file):
    """Change a database behind the program's back and return what a check finds."""

    def check(*statements):
        connection = sqlite3.connect(example_file)
        with connection:
            for statement in statements:
                connection.execute(statement)
        connection.close()
        with open_workspace(example_file, FrozenClock(), read_only=True) as workspace:
            return check_database(workspace.database)

    return check


def test_a_database_that_is_whole_has_no_findings(example_workspace):
    report = check_database(example_workspace.database)

    assert report.records == 245
    assert report.findings == ()


def test_a_reference_to_nothing_is_found_even_deep_inside_a_record(damaged):
    report = damaged(
        """UPDATE minutes SET signatories = '[{"person":"01890000-0000-7000-8000-000000000000","as":"x"}]'"""
    )

    assert [(each.list_name, each.error.key, each.error.details["field"]) for each in report.findings] == [
        ("minutes", "reference-dangling", "signatories/0/person")
    ]


def test_a_broken_foreign_key_is_found_by_both(damaged):
    report = damaged("UPDATE cards SET board = '01890000-0000-7000-8000-000000000000' WHERE position = 0")

    assert {each.error.key for each in report.findings} == {"database-file-problem", "reference-dangling"}


def test_a_record_that_cannot_be_read_is_named(damaged):
    report = damaged("UPDATE sessions SET type = 'party' WHERE position = 0")

    assert len([each for each in report.findings if each.list_name == "sessions" and each.record]) == 1


def test_votes_over_the_limit_are_found(damaged):
    report = damaged("UPDATE votes SET dots = 99")

    assert {each.error.key for each in report.findings} == {"votes-exceed-card", "votes-exceed-board"}


def test_deleted_records_do_not_count_as_wrong(example_workspace, example):
    session = example_workspace.records(example).where(Session)[0]

    example_workspace.books.delete(Session, session.id)

    assert check_database(example_workspace.database).findings == ()
