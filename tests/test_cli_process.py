"""The command as a process of its own: what it imports, pipes, signals, folders, no screen."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from facilitator.cli import language_of
from tests.fixtures.workspaces import EXAMPLE
from tests.interchange.files import smallest, written

ROOT = Path(__file__).parent.parent


@pytest.fixture
def held(example_file):
    """The options that name a database with the example."""
    return ("--database", example_file)


def spawn(*arguments, **options):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **options.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "facilitator", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        env=environment,
        check=False,
        **options,
    )


def test_commands_without_a_window_import_neither_qt_nor_more_than_they_need(tmp_path):
    code = (
        "import sys, facilitator.cli as cli; status = cli.main(sys.argv[1:]);"
        "print(status, *(name for name in ('PySide6', 'sqlalchemy', 'reportlab') if name in sys.modules))"
    )

    def imported(*arguments):
        done = subprocess.run(
            [sys.executable, "-c", code, *map(str, arguments)],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        )
        return done.stdout.splitlines()[-1]

    assert imported("--version") == "0"
    assert imported("--help") == "0"
    assert imported("--database", tmp_path / "a.sqlite", "import", EXAMPLE) == "0 sqlalchemy"
    assert imported("--database", tmp_path / "a.sqlite", "list") == "0 sqlalchemy"
    assert (
        imported("--database", tmp_path / "a.sqlite", "minutes", "ws-2", "-o", tmp_path / "m.pdf")
        == "0 sqlalchemy reportlab"
    )


def test_a_pipe_sees_no_progress_and_a_reader_that_leaves_causes_no_word(held, tmp_path):
    code = f"import sys; from facilitator.cli import main; sys.exit(main(['--database', {str(held[1])!r}, 'list', '--json']))"
    program = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    assert program.stdout is not None
    assert program.stderr is not None

    program.stdout.close()
    complained = program.stderr.read()
    program.wait(60)
    program.stderr.close()

    assert complained == b""


@pytest.mark.skipif(os.name != "posix", reason="signals are sent otherwise on Windows")
def test_an_interrupted_import_ends_quietly_and_stores_nothing(tmp_path, database_file):
    data = smallest(cards=[{"board": "b", "text": f"Tarjeta {n}"} for n in range(20_000)])
    path = written(tmp_path, data)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    program = subprocess.Popen(
        [sys.executable, "-m", "facilitator", "--database", str(database_file), "import", str(path)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while (
        not Path(f"{database_file}-wal").exists() and time.monotonic() < deadline and program.poll() is None
    ):
        time.sleep(0.01)
    program.send_signal(signal.SIGINT)
    said, complained = program.communicate(timeout=60)

    assert program.returncode == 130
    assert (said, complained.strip()) == (b"", b"")
    listed = spawn("--database", database_file, "list", "--json")
    assert json.loads(listed.stdout) == []


def test_the_command_works_from_any_folder(tmp_path, held):
    done = spawn("--database", held[1], "list", cwd=tmp_path)

    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 3


def test_without_a_screen_the_window_says_so_in_one_sentence():
    done = spawn(env={"QT_QPA_PLATFORM": ""})

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the full device is of Linux")
@pytest.mark.parametrize(
    "arguments", [["list"], ["--help"], ["check"], ["import", "--dry-run", str(EXAMPLE)]]
)
def test_a_result_that_finds_no_room_is_told_in_one_line(held, arguments):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "facilitator", *map(str, held), *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
            env={**os.environ, "PYTHONPATH": str(ROOT), "FACILITATOR_LANGUAGE": "en"},
            check=False,
        )

    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if "Warning" not in line] == [
        "The result could not be printed (No space left on device). What was done before is done."
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the full device is of Linux")
def test_remarks_that_nobody_can_be_told_stop_nothing(held):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "facilitator", *map(str, held), "import", str(EXAMPLE)],
            stdout=subprocess.PIPE,
            stderr=full,
            text=True,
            timeout=120,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        )

    assert done.returncode == 0
    assert "245" in done.stdout


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="a superuser may read everything")
def test_a_file_that_may_not_be_read_is_one_problem_among_others(tmp_path):
    locked = written(tmp_path, smallest(), "locked.json")
    locked.chmod(0)

    done = spawn("--database", tmp_path / "a.sqlite", "import", locked, tmp_path / "missing.json")

    assert done.returncode == 2
    assert [line.partition(":")[0] for line in done.stderr.splitlines()[:2]] == [
        str(locked),
        str(tmp_path / "missing.json"),
    ]


def test_the_language_of_the_minutes_is_not_the_language_of_the_messages():
    assert language_of(["--language", "en", "minutes", "ws-2", "--language", "es"]) == "en"
    assert language_of(["list", "--language", "es"]) == "es"


@pytest.mark.skipif(sys.platform == "win32", reason="terminals are made otherwise there")
def test_on_a_terminal_what_should_be_mended_stands_above_the_bar_of_the_minutes(held, tmp_path):
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "facilitator", *map(str, held), "--language", "en"]

    done = subprocess.run(
        [*command, "minutes", "ws-2", "-o", str(tmp_path / "m.pdf")],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=120,
        check=False,
    )
    os.close(theirs)
    seen = os.read(ours, 100_000).decode()
    os.close(ours)

    told, bar = seen.index("does not say where it came from."), seen.index("Writing the minutes")
    assert done.returncode == 0
    assert told < bar
    assert "more like" in seen
