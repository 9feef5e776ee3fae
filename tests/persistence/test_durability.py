"""What is stored is on the disk; what cannot be stored is said, and nothing is lost."""

import sqlite3
from contextlib import closing

import pytest
import sqlalchemy as sa

from facilitator.bootstrap import open_workspace
from facilitator.domain.drafts import Draft
from facilitator.domain.errors import CannotWrite
from facilitator.domain.people import Person
from facilitator.persistence import engine as sqlite_engine
from tests.builders import a_person, a_workshop


def pragmas(connection):
    names = ("journal_mode", "synchronous", "foreign_keys", "application_id")
    return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names}


def test_every_connection_writes_through_to_the_disk_and_checks_every_key(workspace):
    engine = workspace.database.engine

    with engine.connect() as first, engine.connect() as second, engine.connect() as third:
        found = [pragmas(connection) for connection in (first, second, third)]

    full = 2
    mark = sqlite_engine.APPLICATION_ID
    assert found == 3 * [
        {"journal_mode": "wal", "synchronous": full, "foreign_keys": 1, "application_id": mark}
    ]


def test_the_log_is_taken_into_the_file_in_a_quiet_moment_and_nobody_has_to_wait_for_it(
    workspace, database_file
):
    workspace.books.add(*[a_person() for _ in range(200)])
    with workspace.database.work.reading() as reading:
        workspace.database.fold_log()
        seen_meanwhile = len(reading.where(Person))

    # The file alone, without its log, holds everything.
    alone = database_file.with_name("alone.sqlite")
    alone.write_bytes(database_file.read_bytes())
    with closing(sqlite3.connect(f"{alone.as_uri()}?immutable=1", uri=True)) as copy:
        (in_the_file,) = copy.execute("SELECT count(*) FROM people").fetchone()

    assert (seen_meanwhile, in_the_file) == (200, 200)


def test_a_write_takes_the_lock_when_it_begins_and_a_read_takes_none(workspace):
    began = []

    def executed(statement):
        began.extend([statement] if statement.startswith("BEGIN") else [])

    @sa.event.listens_for(workspace.database.engine, "checkout")
    def taken(connection, *rest):
        connection.set_trace_callback(executed)

    workspace.books.add(a_person())
    workspace.records(None)

    assert began == ["BEGIN IMMEDIATE", "BEGIN"]


@pytest.fixture
def impatient(monkeypatch):
    """Wait for another program for a moment only."""
    monkeypatch.setattr(sqlite_engine, "WAIT_MS", 50)


def test_a_program_that_holds_the_database_too_long_is_told_and_nothing_is_lost(
    impatient, workspace, database_file
):
    person = a_person()
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(CannotWrite) as refused:
            workspace.books.add(person)
        other.execute("ROLLBACK")

    assert refused.value.key == "database-busy"
    workspace.books.add(person)
    assert len(workspace.records(None).where(Person)) == 1


def test_a_program_that_holds_the_database_stops_nobody_from_reading(impatient, workspace, database_file):
    workspace.books.add(a_person())

    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        found = len(workspace.records(None))
        other.execute("ROLLBACK")

    assert found == 1


def test_an_undo_that_cannot_be_written_now_can_be_tried_again(impatient, workspace, database_file):
    workspace.books.add(a_person())
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CannotWrite):
            workspace.operations.undo()
        other.execute("ROLLBACK")

    workspace.operations.undo()

    assert workspace.records(None).where(Person) == []


def test_a_full_disk_is_told_and_what_was_stored_before_stays(workspace):
    workspace.books.add(a_person("Before"))

    @sa.event.listens_for(workspace.database.engine, "checkout")
    def no_page_more(connection, *rest):
        connection.execute("PRAGMA max_page_count=1")

    with pytest.raises(CannotWrite) as refused:
        workspace.books.add(*[a_person("x" * 10_000) for _ in range(20)])

    assert refused.value.key == "disk-full"
    assert [person.full_name for person in workspace.records(None).where(Person)] == ["Before"]
    assert workspace.operations.undo_state.undo == "add-person"


def test_many_records_at_once_are_all_stored_or_none(workspace):
    people = [a_person(f"Person {number}") for number in range(50)]

    with pytest.raises(ZeroDivisionError):
        workspace.operations.perform("import", lambda operation: (operation.add_all(Person, people), 1 / 0))

    assert workspace.records(None).where(Person) == []


def test_what_is_half_typed_survives_the_end_of_the_program(workspace, database_file, clock):
    workshop = a_workshop()
    workspace.keep_draft(Draft("capture", "half a tho", workshop.id))
    clock.tick()
    workspace.keep_draft(Draft("reflection", "We assumed"))
    clock.tick()
    workspace.keep_draft(Draft("capture", "half a thought", workshop.id))
    workspace.close()

    with open_workspace(database_file) as reopened:
        found = [(draft.place, draft.text, draft.workshop) for draft in reopened.drafts()]

    assert found == [("reflection", "We assumed", None), ("capture", "half a thought", workshop.id)]


def test_what_was_sent_or_discarded_is_no_draft_any_more(workspace):
    workspace.keep_draft(Draft("capture", "half a tho"))

    workspace.keep_draft(Draft("capture", ""))

    assert workspace.drafts() == []


def test_a_sound_file_has_no_problems_and_one_with_a_hole_tells_where(workspace, database_file):
    workspace.books.add(a_person())
    sound = workspace.database.problems()
    for before, after in (("TEXT NOT NULL", "TEXT"), ("TEXT", "TEXT NOT NULL")):
        with closing(sqlite3.connect(database_file)) as other, other:
            other.execute("PRAGMA writable_schema = ON")
            changed = f"replace(sql, 'full_name {before}', 'full_name {after}')"
            other.execute(f"UPDATE sqlite_schema SET sql = {changed} WHERE name = 'people'")
        with closing(sqlite3.connect(database_file)) as other, other:
            if after == "TEXT":
                other.execute("UPDATE people SET full_name = NULL")

    assert sound == []
    assert workspace.database.problems() == ["NULL value in people.full_name"]
