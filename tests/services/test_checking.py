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


def test_a_reference_to_nothing_is_told_once(damaged):
    report = damaged("UPDATE cards SET board = '01890000-0000-7000-8000-000000000000' WHERE rowid = 1")

    assert [(each.list_name, each.error.key) for each in report.findings] == [("cards", "reference-dangling")]


def test_a_deleted_record_that_could_not_come_back_is_found(damaged):
    report = damaged(
        """UPDATE cards SET deleted_at = '2014-02-07T00:00:00+00:00', cluster = NULL,
        board = '01890000-0000-7000-8000-000000000000' WHERE rowid = 1"""
    )

    assert [(each.list_name, each.error.key) for each in report.findings if each.list_name == "cards"] == [
        ("cards", "reference-dangling")
    ]


def test_a_record_that_cannot_be_read_is_named_with_the_reason(damaged):
    report = damaged("UPDATE sessions SET type = 'party' WHERE position = 0")

    (finding,) = [each for each in report.findings if each.list_name == "sessions"]
    assert finding.record
    assert finding.error.key == "record-unreadable"
    assert "party" in finding.error.details["reason"]


def test_what_a_value_refuses_is_told_in_its_own_words(damaged):
    report = damaged("UPDATE sessions SET planned_minutes = -5 WHERE rowid = 1")

    assert [(each.list_name, each.error.key) for each in report.findings] == [
        ("sessions", "minutes-out-of-range")
    ]


def test_what_refers_to_a_record_that_cannot_be_read_is_not_blamed(damaged):
    report = damaged("UPDATE boards SET mode = 'party'")

    assert {each.list_name for each in report.findings} == {"boards"}


def test_records_that_refer_to_each_other_in_a_circle_are_found(damaged):
    report = damaged("UPDATE clusters SET inside = id WHERE rowid = 1")

    assert [(each.list_name, each.error.key) for each in report.findings] == [
        ("clusters", "reference-circle")
    ]


def test_a_step_that_could_not_be_undone_is_found(damaged):
    report = damaged("UPDATE change_log SET after = '{' WHERE list = 'boards'")

    assert {(each.list_name, each.error.key) for each in report.findings} == {("boards", "step-unreadable")}


def test_votes_over_the_limit_are_found(damaged):
    report = damaged("UPDATE votes SET dots = 99")

    assert {each.error.key for each in report.findings} == {"votes-exceed-card", "votes-exceed-board"}


def test_deleted_records_do_not_count_as_wrong(example_workspace, example):
    session = example_workspace.records(example).where(Session)[0]

    example_workspace.books.delete(Session, session.id)

    assert check_database(example_workspace.database).findings == ()
