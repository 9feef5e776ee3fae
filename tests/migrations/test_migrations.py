"""A database grows step by step into exactly what this program declares, and is never lost on the way."""

import io
import re
import shutil
import sqlite3
from contextlib import closing
from importlib import import_module
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.dialects import postgresql

import facilitator.persistence
from facilitator.bootstrap import open_workspace
from facilitator.domain.errors import CannotOpen, CannotWrite
from facilitator.domain.people import Person
from facilitator.persistence import engine, schema
from facilitator.persistence.database import Database
from facilitator.persistence.declared import metadata
from facilitator.persistence.migrations import versions
from facilitator.services.clock import SystemClock
from tests.builders import a_person
from tests.migrations.fixtures import FOLDER, restore, stepwise

PERSISTENCE = Path(facilitator.persistence.__file__).parent

NEXT_STEP = '''"""A step that no program knows yet."""

import sqlalchemy as sa
from alembic import op

revision = "s0999"
down_revision = "{before}"


def upgrade() -> None:
    """Take the step."""
    op.create_table("weather", sa.Column("id", sa.Text, primary_key=True))
'''


@pytest.fixture
def later_program(tmp_path, monkeypatch):
    """Make this program the next version, which knows one step more, until the fixture is called again."""
    folder = tmp_path / "later" / "migrations"
    shutil.copytree(PERSISTENCE / "migrations", folder, ignore=shutil.ignore_patterns("__pycache__"))
    step = NEXT_STEP.format(before=schema.known_versions()[-1])
    (folder / "versions" / "s0999_weather.py").write_text(step)
    today = schema._MIGRATIONS

    def switch(*, on=True):
        monkeypatch.setattr(schema, "_MIGRATIONS", folder if on else today)

    return switch


def tables_of(file):
    with closing(sqlite3.connect(file)) as connection:
        return {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def contents(folder):
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def test_the_steps_end_in_exactly_the_tables_that_are_declared(workspace):
    with workspace.database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, metadata) == []


def test_the_steps_end_in_exactly_the_same_words_as_the_declared_tables(workspace, database_file):
    declared = sa.create_mock_engine("sqlite://", lambda statement, *_: told.append(statement))
    told: list[sa.DDL] = []
    metadata.create_all(declared, checkfirst=False)
    expected = {canonical(str(statement.compile(dialect=declared.dialect))) for statement in told}

    with closing(sqlite3.connect(database_file)) as connection:
        made = {
            canonical(row[0])
            for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL")
        }

    assert {words for words in made if "alembic_version" not in words} == expected


def canonical(statement):
    """Return a statement as the sorted list of its parts, whose order says nothing."""
    parts = re.split(r",\s*(?![^()]*\))|\n", statement)
    return " | ".join(sorted(" ".join(part.replace('"', "").split()) for part in parts if part.strip()))


def test_every_step_follows_the_one_before_and_has_a_database_of_its_time():
    steps = schema.known_versions()

    assert steps == tuple(f"s{number:04}" for number in range(1, len(steps) + 1))
    assert {path.stem for path in FOLDER.glob("*.sql")} == set(steps)


def test_a_new_database_is_laid_at_once_as_all_the_steps_make_it():
    laid = (PERSISTENCE / "migrations" / "sqlite.sql").read_text(encoding="utf-8")

    made_by_steps = stepwise()

    assert laid == made_by_steps, "run python -m tests.migrations.fixtures"


def test_a_new_database_laid_for_an_earlier_version_takes_the_steps_that_are_missing(tmp_path, later_program):
    later_program()

    with open_workspace(tmp_path / "new.sqlite") as workspace:
        upgrade = workspace.database.upgrade

    assert upgrade is not None
    assert (upgrade.before, upgrade.after, upgrade.copy) == (None, "s0999", None)
    assert "weather" in tables_of(tmp_path / "new.sqlite")


@pytest.mark.parametrize("version", schema.known_versions())
def test_a_database_of_every_released_version_opens_with_all_its_records(tmp_path, version):
    file = restore(version, tmp_path / "old.sqlite")
    with closing(sqlite3.connect(file)) as connection:
        names = {row[0] for row in connection.execute("SELECT full_name FROM people")}

    with open_workspace(file) as workspace:
        found = {person.full_name for person in workspace.records(None).where(Person)}
        problems = workspace.database.problems()

    assert found == names != set()
    assert problems == []


def test_an_older_database_is_copied_aside_and_then_upgraded(
    workspace, database_file, tmp_path, later_program
):
    workspace.books.add(a_person("Marisol"))
    workspace.close()
    later_program()

    with open_workspace(database_file) as upgraded:
        upgrade = upgraded.database.upgrade
        found = [person.full_name for person in upgraded.records(None).where(Person)]
        undoable = upgraded.operations.undo_state.undo

    assert upgrade is not None
    assert upgrade.copy is not None
    assert (upgrade.before, upgrade.after) == (schema.known_versions()[-2], "s0999")
    assert "weather" in tables_of(database_file)
    assert (found, undoable) == (["Marisol"], "add-person")
    assert "weather" not in tables_of(upgrade.copy)
    later_program(on=False)
    with open_workspace(upgrade.copy) as copy:
        assert [person.full_name for person in copy.records(None).where(Person)] == ["Marisol"]


def test_a_database_that_cannot_be_copied_aside_is_not_upgraded(
    workspace, database_file, tmp_path, later_program, monkeypatch
):
    workspace.close()
    before = database_file.read_bytes()
    later_program()
    monkeypatch.setattr(
        schema, "copy_database", lambda source, _: engine.copy_database(source, tmp_path / "no" / "x")
    )

    with pytest.raises(CannotWrite) as refused:
        open_workspace(database_file)

    assert refused.value.key == "cannot-copy-aside"
    assert database_file.read_bytes() == before
    assert contents(tmp_path).keys() == {database_file.name}


def test_a_step_that_fails_leaves_the_database_at_the_version_it_had(
    workspace, database_file, tmp_path, later_program
):
    workspace.books.add(a_person("Marisol"))
    workspace.close()
    step = tmp_path / "later" / "migrations" / "versions" / "s0999_weather.py"
    step.write_text(step.read_text() + "    raise ZeroDivisionError\n")
    later_program()

    with pytest.raises(ZeroDivisionError):
        open_workspace(database_file)

    assert "weather" not in tables_of(database_file)
    later_program(on=False)
    with open_workspace(database_file) as unchanged:
        assert len(unchanged.records(None).where(Person)) == 1


def test_an_older_database_is_not_upgraded_just_to_be_read(workspace, database_file, tmp_path, later_program):
    workspace.close()
    before = contents(tmp_path)
    later_program()

    with pytest.raises(CannotOpen) as refused:
        looked_into(database_file)

    assert refused.value.key == "database-older"
    assert contents(tmp_path) == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_database_is_refused_and_not_touched(
    workspace, database_file, tmp_path, later_program, read_only
):
    workspace.close()
    later_program()
    open_workspace(database_file).close()
    later_program(on=False)
    before = contents(tmp_path)

    with pytest.raises(CannotOpen) as refused:
        looked_into(database_file, read_only=read_only)

    assert refused.value.key == "database-newer"
    assert refused.value.details["version"] == "s0999"
    assert contents(tmp_path) == before


def test_a_newer_database_with_a_log_that_was_left_behind_is_not_touched_either(
    workspace, database_file, tmp_path, later_program
):
    workspace.close()
    later_program()
    newer = open_workspace(database_file)
    newer.books.add(a_person())
    killed = tmp_path / "killed"
    killed.mkdir()
    for each in tmp_path.glob(f"{database_file.name}*"):
        shutil.copy(each, killed)
    newer.close()
    later_program(on=False)
    before = {name: content for name, content in contents(killed).items() if not name.endswith("-shm")}

    with pytest.raises(CannotOpen):
        open_workspace(killed / database_file.name)

    after = {name: content for name, content in contents(killed).items() if not name.endswith("-shm")}
    assert after == before


def looked_into(file, *, read_only=True):
    return Database(file, SystemClock().now, read_only=read_only)


def test_the_steps_are_in_words_that_a_server_understands():
    written = io.StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql", opts={"as_sql": True, "output_buffer": written}
    )
    found = sorted((PERSISTENCE / "migrations" / "versions").glob("s0*.py"))
    steps = [import_module(f"{versions.__name__}.{each.stem}") for each in found]

    with Operations.context(context):
        for step in steps:
            step.upgrade()

    assert written.getvalue().count("CREATE TABLE") == len(metadata.tables)
    assert "DEFERRABLE INITIALLY DEFERRED" in written.getvalue()


def test_every_declared_table_is_in_words_that_a_server_understands():
    for table in metadata.sorted_tables:
        made = str(sa.schema.CreateTable(table).compile(dialect=postgresql.dialect()))

        assert made.strip().startswith("CREATE TABLE")


def test_only_the_engine_speaks_the_language_of_one_database():
    only_sqlite = re.compile(r"PRAGMA|sqlite_master|INSERT OR|BEGIN IMMEDIATE|rowid|json_extract|GLOB\b")

    speaking = {
        path.name
        for path in PERSISTENCE.rglob("*.py")
        if only_sqlite.search(path.read_text(encoding="utf-8")) and path.name != "engine.py"
    }

    assert speaking == set()
