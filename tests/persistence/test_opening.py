"""Whatever file somebody names: it is opened, or refused in one clear word and left as it was."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.bootstrap import open_workspace
from facilitator.domain.drafts import Draft
from facilitator.domain.errors import CannotOpen, CannotWrite, FacilitatorError
from facilitator.domain.people import Person
from facilitator.domain.records import Records
from facilitator.persistence.database import Database
from facilitator.services.clock import SystemClock
from tests.builders import a_person

PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001")
SQLITE = b"SQLite format 3\x00"


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def refused(target, **how) -> FacilitatorError:
    """Return the error with which a database is refused."""
    with pytest.raises(FacilitatorError) as error:
        Database(target, SystemClock().now, **how)
    return error.value


@pytest.fixture
def another_program_s(tmp_path: Path) -> Path:
    """A SQLite file that some other program made."""
    path = tmp_path / "bookmarks.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (address TEXT)")
        connection.commit()
    return path


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    ("content", "key"),
    [
        pytest.param(b"Dear diary,\n", "database-is-no-database", id="a text"),
        pytest.param(PNG, "database-is-no-database", id="a picture"),
        pytest.param(b"\x00" * 5_000, "database-is-no-database", id="zeros"),
        pytest.param(SQLITE, "database-damaged", id="a header cut short"),
        pytest.param(SQLITE + b"\x00" * 5_000, "database-of-another-program", id="a header and zeros"),
    ],
)
def test_a_file_that_is_no_database_is_refused_and_not_touched(tmp_path, content, key, read_only):
    file = tmp_path / "holiday"
    file.write_bytes(content)

    error = refused(file, read_only=read_only)

    assert (type(error), error.key) == (CannotOpen, key)
    assert error.details["database"] == str(file)
    assert contents(tmp_path) == {"holiday": content}


def test_another_program_s_database_is_refused_and_not_touched(another_program_s, tmp_path):
    before = contents(tmp_path)

    error = refused(another_program_s)

    assert error.key == "database-of-another-program"
    assert contents(tmp_path) == before


def test_a_database_with_our_mark_and_somebody_else_s_tables_is_refused(
    another_program_s, database_file, tmp_path
):
    mark = database_file.read_bytes()[68:72]
    stamped = bytearray(another_program_s.read_bytes())
    stamped[68:72] = mark
    another_program_s.write_bytes(stamped)
    before = contents(tmp_path)

    error = refused(another_program_s)

    assert error.key == "database-of-another-program"
    assert contents(tmp_path) == before


def test_a_folder_is_refused(tmp_path):
    assert refused(tmp_path).key == "database-is-folder"


def test_a_pipe_is_refused_without_waiting_for_what_comes_out_of_it(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    assert refused(pipe).key == "database-is-no-database"


def test_a_path_through_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")

    assert refused(tmp_path / "file" / "workshops.sqlite").key == "database-unreadable"


def test_a_name_that_no_disk_takes_is_refused(tmp_path):
    assert refused(tmp_path / ("x" * 300)).key == "database-unreadable"


@pytest.mark.parametrize("target", ["nonsense://", "oracle9://host/db", "://"])
def test_an_address_that_leads_nowhere_is_refused(target):
    assert isinstance(refused(target), CannotOpen)


def test_a_password_is_in_no_message():
    error = refused("nonsense://ana:secret@host/db")

    assert "secret" not in str(error)


def test_an_empty_file_becomes_a_database(tmp_path):
    file = tmp_path / "empty.sqlite"
    file.touch()

    with open_workspace(file) as workspace:
        workspace.books.add(a_person())

    with open_workspace(file) as workspace:
        assert len(workspace.records(None).where(Person)) == 1


def test_a_missing_file_becomes_a_database_in_a_folder_of_its_own(tmp_path):
    file = tmp_path / "Año 2014" / "50% #1? [x]" / "talleres.sqlite"

    open_workspace(file).close()

    assert contents(tmp_path).keys() == {str(file.relative_to(tmp_path))}


def test_a_missing_file_is_not_made_just_to_be_read(tmp_path):
    assert refused(tmp_path / "missing.sqlite", read_only=True).key == "database-missing"
    assert contents(tmp_path) == {}


def test_a_truncated_database_is_refused_and_not_touched(workspace, database_file, tmp_path):
    workspace.books.add(*[a_person(f"Person {number}") for number in range(200)])
    workspace.close()
    whole = database_file.read_bytes()
    database_file.write_bytes(whole[: len(whole) // 2])
    before = contents(tmp_path)

    error = refused(database_file)

    assert error.key == "database-damaged"
    assert contents(tmp_path) == before


def test_a_database_with_pages_overwritten_ends_in_a_clear_word_wherever_it_is_noticed(
    workspace, database_file
):
    workspace.books.add(*[a_person(f"Person {number}") for number in range(200)])
    workspace.close()
    whole = bytearray(database_file.read_bytes())
    for start in range(4096, len(whole), 4096):
        whole[start : start + 4096] = b"\xa5" * 4096
    database_file.write_bytes(whole)

    with pytest.raises(FacilitatorError) as error, open_workspace(database_file) as damaged:
        damaged.records(None)

    assert error.value.key == "database-damaged"


@pytest.mark.parametrize("page", range(1, 12))
def test_one_page_overwritten_never_ends_in_a_traceback(workspace, database_file, page):
    workspace.books.add(*[a_person(f"Person {number}") for number in range(200)])
    workspace.close()
    whole = bytearray(database_file.read_bytes())
    used = len(whole) // 4096
    start = 4096 * (used * page // 12)
    whole[start : start + 4096] = os.urandom(4096)
    database_file.write_bytes(whole)

    try:
        with open_workspace(database_file) as damaged:
            damaged.records(None)
            problems = damaged.database.problems()
    except FacilitatorError as error:
        problems = [error.key]

    assert problems


def test_two_programs_that_make_the_same_database_at_once_both_get_it(tmp_path):
    file = tmp_path / "new" / "workshops.sqlite"

    def made(number):
        with open_workspace(file) as workspace:
            workspace.books.add(a_person(f"Person {number}"))

    with ThreadPoolExecutor(4) as programs:
        list(programs.map(made, range(8)))

    with open_workspace(file) as workspace:
        assert len(workspace.records(None).where(Person)) == 8
        assert workspace.database.problems() == []
    assert contents(tmp_path).keys() == {"new/workshops.sqlite"}


def test_two_processes_that_make_the_same_database_at_once_both_get_it(tmp_path):
    file = tmp_path / "workshops.sqlite"
    program = (
        "import sys\n"
        "from facilitator.bootstrap import open_workspace\n"
        "from tests.builders import a_person\n"
        "sys.stdin.read()\n"
        "with open_workspace(sys.argv[1]) as workspace:\n"
        "    workspace.books.add(a_person())\n"
    )
    command = [sys.executable, "-c", program, str(file)]

    programs = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    errors = [program.communicate(timeout=60)[1] for program in programs]

    assert errors == ["", "", ""]
    with open_workspace(file) as workspace:
        assert len(workspace.records(None).where(Person)) == 3


class TestReadOnly:
    """Reading a database changes not one byte of it, wherever it lies."""

    def test_reading_leaves_the_folder_as_it_was(self, workspace, database_file, tmp_path):
        workspace.books.add(a_person())
        workspace.close()
        before = contents(tmp_path)

        database = Database(database_file, SystemClock().now, read_only=True)
        found = database.records_of(None)
        database.close()

        assert len(found) == 1
        assert contents(tmp_path) == before

    def test_a_reader_sees_what_a_running_program_has_just_committed(self, workspace, database_file):
        workspace.books.add(a_person())

        database = Database(database_file, SystemClock().now, read_only=True)
        found = len(database.records_of(None))
        workspace.books.add(a_person())
        later = len(database.records_of(None))
        database.close()

        assert (found, later) == (1, 2)

    def test_nothing_can_be_written(self, database_file):
        database = Database(database_file, SystemClock().now, read_only=True)

        with pytest.raises(CannotWrite) as error:
            database.keep_draft(Draft("capture", "half a tho"))
        database.close()

        assert error.value.key == "database-read-only"

    def test_what_a_killed_program_left_in_the_log_is_read_and_left_there(
        self, workspace, database_file, tmp_path
    ):
        workspace.books.add(a_person())
        killed = tmp_path / "killed"
        killed.mkdir()
        for each in tmp_path.glob("facilitator.sqlite*"):
            shutil.copy(each, killed)
        before = contents(killed)

        database = Database(killed / database_file.name, SystemClock().now, read_only=True)
        found = len(database.records_of(None))
        database.close()

        assert found == 1
        after = contents(killed)
        assert {name: after[name] for name in before if not name.endswith("-shm")} == {
            name: content for name, content in before.items() if not name.endswith("-shm")
        }


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # the child starts no thread
class TestWhereNothingMayBeWritten:
    """A memory stick with its lock on, a share, somebody else's folder."""

    def test_a_database_is_read(self, locked_folder):
        assert as_nobody(lambda: len(opened(locked_folder("clean"), read_only=True))) == "1"

    def test_a_log_that_cannot_be_read_without_writing_is_refused_in_a_clear_word(self, locked_folder):
        assert as_nobody(lambda: opened(locked_folder("killed"), read_only=True)) == "database-unreadable"

    def test_a_database_is_refused_for_writing(self, locked_folder):
        assert as_nobody(lambda: opened(locked_folder("clean"))) == "database-read-only"

    def test_no_database_is_made(self, locked_folder):
        file = locked_folder("clean").with_name("new.sqlite")

        assert as_nobody(lambda: opened(file)) == "database-unreadable"

    def test_a_file_that_may_not_be_read_is_refused(self, locked_folder):
        file = locked_folder("clean")
        file.chmod(0)

        assert as_nobody(lambda: opened(file)) == "database-unreadable"


@pytest.fixture
def locked_folder(workspace, database_file) -> Iterator[Callable[[str], Path]]:
    """Return a database in a folder that nobody may write: `clean`, or `killed` with a log left behind."""
    workspace.books.add(a_person())
    folder = Path(tempfile.mkdtemp())  # not in the tests' own, which other users may not enter
    for end in ("", "-wal"):
        shutil.copy(f"{database_file}{end}", folder / f"killed.sqlite{end}")
    workspace.close()
    shutil.copy(database_file, folder / "clean.sqlite")
    for each in folder.iterdir():
        each.chmod(0o444)
    folder.chmod(0o555)
    yield lambda name: folder / f"{name}.sqlite"
    folder.chmod(0o755)
    shutil.rmtree(folder)


def opened(file: Path, *, read_only: bool = False) -> Records:
    """Return the records of a database, and let go of it."""
    with closing(Database(file, SystemClock().now, read_only=read_only)) as database:
        return database.records_of(None)


def as_nobody(work: Callable[[], object]) -> str:
    """Return what `work` gives or the key of its error, done by a user without any rights of their own."""
    if not hasattr(os, "fork"):
        pytest.skip("this system has no way to become another user")
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        os.write(writing, _outcome(work).encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as answer:
        return answer.read()


def _outcome(work: Callable[[], object]) -> str:
    try:
        return str(work())
    except FacilitatorError as error:
        return error.key
    except BaseException as error:  # noqa: BLE001 - told to the test, which fails on it
        return repr(error)
