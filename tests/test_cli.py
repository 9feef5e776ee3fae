"""The command from outside: what it prints where, its exit status, and what it never imports."""

import json
from pathlib import Path

import pytest

from facilitator.cli import language_of
from tests.fixtures.workspaces import EXAMPLE
from tests.interchange.files import example as example_data
from tests.interchange.files import smallest, written

ROOT = Path(__file__).parent.parent


def test_an_import_says_what_came_in_and_under_which_id(run, database):
    status, said, complained = run("--database", database, "import", EXAMPLE)

    assert status == 0
    assert "Segundo taller regional: Mantener el impulso" in said
    assert "245" in said
    assert [line.split(": ")[:3] for line in complained.splitlines()] == [[str(EXAMPLE), "/note", "Warning"]]


def test_the_options_may_stand_after_the_command(run, database):
    run("import", EXAMPLE, "--database", database)

    status, said, _ = run("list", "--database", database)

    assert status == 0
    assert len(said.splitlines()) == 3


def test_a_trial_stores_nothing_and_makes_no_database(run, database):
    status, said, _ = run("--database", database, "import", EXAMPLE, "--dry-run")

    assert status == 0
    assert "245" in said
    assert not database.exists()


def test_a_trial_on_a_database_that_is_there_changes_nothing(run, held):
    status, _, complained = run(*held, "import", "--dry-run", EXAMPLE)

    assert status == 0
    assert complained.count("Warning: A workshop") == 3
    assert len(run(*held, "list")[1].splitlines()) == 3


def test_a_refused_file_ends_with_one_line_a_problem_and_leaves_no_database(run, database, tmp_path):
    data = example_data()
    data["cards"][0]["kind"] = "poem"
    data["cards"][1]["board"] = "nowhere"
    path = written(tmp_path, data)

    status, said, complained = run("--database", database, "import", path)

    lines = complained.splitlines()
    assert (status, said) == (2, "")
    assert [line.split(": ")[:2] for line in lines[:2]] == [
        [str(path), "/cards/0/kind"],
        [str(path), "/cards/1/board"],
    ]
    assert len(lines) == 3
    assert not database.exists()


def test_warnings_are_lines_like_problems_and_the_file_is_stored(run, database, tmp_path):
    path = written(tmp_path, smallest(agreements=[{"text": "Sí", "colour": "red"}]))

    status, _, complained = run("--database", database, "import", path)

    assert status == 0
    assert complained.startswith(f"{path}: /agreements/0/colour: ")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[" * 100_000,
        b"\xff\xfe\x00",
        b'{"format": "facilitator", "version": 1, "language": "es", "cards": NaN}',
        b"null",
    ],
)
def test_no_file_ends_in_a_traceback(run, database, tmp_path, content):
    status, said, complained = run("--database", database, "import", written(tmp_path, content))

    assert (status, said) == (2, "")
    assert len(complained.splitlines()) == 2
    assert "Traceback" not in complained


def test_names_of_files_that_would_write_to_a_terminal_are_made_harmless(run, database, tmp_path):
    path = written(tmp_path, b"{", "bad\x1b[31m\n.json")

    _, _, complained = run("--database", database, "import", path)

    assert "\x1b" not in complained
    assert len(complained.splitlines()) == 2


def test_replace_overwrites_what_is_there(run, held, tmp_path):
    file = tmp_path / "file.json"
    run(*held, "export", "ws-2", "-o", file)
    data = json.loads(file.read_text(encoding="utf-8"))
    data["agreements"][0]["text"] = "Otra cosa"
    written(tmp_path, data)

    refused, _, complained = run(*held, "import", file)
    status, said, _ = run(*held, "import", "--replace", file)

    assert (refused, status) == (2, 0)
    assert "/agreements/0: " in complained
    assert "1 replaced" in said


def test_list_speaks_to_people_and_to_programs(run, held):
    _, for_people, _ = run(*held, "list")
    status, for_programs, _ = run(*held, "list", "--json")

    found = json.loads(for_programs)
    assert status == 0
    assert "Taller de escritura de casos" in for_people
    assert [each["file_id"] for each in found] == ["ws-1", "ws-2", "ws-3"]
    assert found[1]["title"]["en"] == "Second regional workshop: Maintaining Momentum"
    assert found[2]["planned_month"] == "2014-09"


def test_an_empty_database_has_an_empty_list(run, database_file):
    assert run("--database", database_file, "list", "--json")[1].strip() == "[]"
    assert run("--database", database_file, "list")[:2] == (0, "")


@pytest.mark.parametrize("wanted", ["ws-2", "mantener", "MOMENTUM"])
def test_an_export_names_its_workshop_in_any_way(run, held, tmp_path, wanted):
    target = tmp_path / "out.json"

    status, said, _ = run(*held, "export", wanted, "-o", target)

    assert status == 0
    assert str(target) in said
    assert len(json.loads(target.read_text(encoding="utf-8"))["cards"]) == 14


def test_an_export_that_cannot_be_written_says_why_and_leaves_nothing(run, held, tmp_path):
    target = tmp_path / "nowhere" / "out.json"

    status, said, complained = run(*held, "export", "ws-2", "-o", target)

    assert (status, said) == (1, "")
    assert str(target.parent) in complained
    assert list(tmp_path.iterdir()) == [Path(held[1])]


@pytest.mark.parametrize("wanted", ["taller", "zzz"])
def test_a_workshop_that_is_not_clear_is_asked_for_by_naming_those_there_are(run, held, tmp_path, wanted):
    status, _, complained = run(*held, "export", wanted, "-o", tmp_path / "out.json")

    assert status == 1
    assert "Taller de escritura de casos" in complained
    assert len(complained.splitlines()) == 1


@pytest.mark.parametrize(
    "command", [("list",), ("check",), ("export", "x", "-o", "y.json"), ("minutes", "x", "-o", "y.pdf")]
)
def test_reading_commands_make_no_database(run, database, command):
    status, _, complained = run("--database", database, *command)

    assert status == 1
    assert str(database) in complained
    assert not database.exists()


@pytest.mark.parametrize(
    "command", [("list",), ("check",), ("import", EXAMPLE), ("import", "--dry-run", EXAMPLE)]
)
def test_a_file_that_is_no_database_is_left_alone(run, tmp_path, command):
    path = tmp_path / "letter.sqlite"
    path.write_text("Dear all,\n" * 500, encoding="utf-8")

    status, _, complained = run("--database", path, *command)

    assert status == 1
    assert len(complained.splitlines()) == 1
    assert path.read_text(encoding="utf-8") == "Dear all,\n" * 500


def test_a_whole_database_is_in_order(run, held):
    status, said, complained = run(*held, "check")

    assert (status, complained) == (0, "")
    assert "245" in said


def test_minutes_are_written_in_both_kinds(run, held, tmp_path):
    for kind in ("memoria", "ayuda-memoria"):
        target = tmp_path / f"{kind}.pdf"

        status, said, _ = run(
            *held, "minutes", "ws-2", "-o", target, "--kind", kind, "--language", "en", "--paper", "a4"
        )

        assert status == 0
        assert str(target) in said
        assert target.read_bytes().startswith(b"%PDF")


def test_minutes_tell_a_program_each_page_and_the_end(run, held, tmp_path):
    target = tmp_path / "m.pdf"

    status, said, _ = run(*held, "minutes", "ws-2", "-o", target, "--progress")

    lines = said.splitlines()
    assert status == 0
    words = [line.partition(" ")[0] for line in lines]
    first = words.index("page")
    assert '"key": "agreement-without-source"' in "".join(lines[:first])  # told before a page is written
    assert lines[first].startswith("page 1 of ")
    assert "gap" not in words[first:]
    assert lines[-1] == f"done {target}"


def test_minutes_tell_a_program_what_went_wrong_by_its_key(run, held, tmp_path):
    status, said, complained = run(*held, "minutes", "ws-2", "-o", tmp_path / "no" / "m.pdf", "--progress")

    assert status == 1
    assert said.splitlines()[-1] == "error folder-missing"
    assert len(complained.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("bogus",),
        ("import",),
        ("export", "x"),
        ("list", "--what"),
        ("minutes", "x", "-o", "y", "--paper", "a0"),
    ],
)
def test_wrong_use_ends_with_status_two(run, arguments):
    status, said, complained = run(*arguments)

    assert (status, said) == (2, "")
    assert complained


def test_help_and_version_end_well(run):
    assert run("--version")[1].startswith("Facilitator ")
    assert run("--help")[0] == run("import", "--help")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        (["--language", "es", "list"], {}, "es"),
        (["list", "--language=es"], {}, "es"),
        (["list"], {"FACILITATOR_LANGUAGE": "es"}, "es"),
        (["list"], {"LC_ALL": "es_NI.UTF-8"}, "es"),
        (["list"], {"LC_ALL": "", "LANG": "es_HN.UTF-8"}, "es"),
        (["list"], {"LC_ALL": "fr_FR.UTF-8"}, "en"),
        (["--language", "en"], {"FACILITATOR_LANGUAGE": "es"}, "en"),
    ],
)
def test_messages_speak_the_language_asked_for(monkeypatch, arguments, environment, language):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert language_of(arguments) == language
