"""What the command refuses or spares its reader: wrong use, targets that are no files, pages of warnings."""

import pytest

from tests.interchange.files import example as example_data
from tests.interchange.files import smallest, written


@pytest.mark.parametrize("speed", ["nan", "inf", "-inf", "0", "fast"])
def test_a_speed_that_is_no_number_above_zero_is_wrong_use(run, speed, tmp_path):
    status, said, complained = run("rehearse", "-o", tmp_path / "rehearsal", "--speed", speed)

    assert (status, said) == (2, "")
    assert "'--speed'" in complained
    assert not (tmp_path / "rehearsal").exists()


def test_a_language_may_be_written_in_capitals(run, held):
    status, _, complained = run(*held, "--language", "ES", "export", "nada", "-o", "x.json")

    assert status == 1
    assert "Ningún taller" in complained


@pytest.mark.parametrize("before", [True, False])
def test_an_empty_name_of_a_database_never_means_the_own_one(run, monkeypatch, held, before):
    monkeypatch.setenv("FACILITATOR_DATABASE", str(held[1]))

    status, said, complained = run(*(["--database", "", "list"] if before else ["list", "--database="]))

    assert (status, said) == (2, "")
    assert "--database" in complained


@pytest.mark.parametrize("ending", ["", "-wal"])
@pytest.mark.parametrize("command", ["export", "minutes"])
def test_a_document_never_takes_the_place_of_the_database(run, held, command, ending):
    before = held[1].read_bytes()

    told = ["--format", "pdf"] if command == "minutes" else []
    status, said, complained = run(*held, command, "ws-2", "-o", f"{held[1]}{ending}", *told)

    assert (status, said) == (1, "")
    assert "is the database itself" in complained
    assert held[1].read_bytes() == before


def test_a_database_behind_a_link_is_recognised_too(run, held, tmp_path):
    (tmp_path / "link.json").symlink_to(held[1])

    status, _, complained = run(*held, "export", "ws-2", "-o", tmp_path / "link.json")

    assert status == 1
    assert "is the database itself" in complained


def test_a_file_name_that_is_too_long_to_be_one_is_refused_in_words(run, held):
    name = "x" * 300

    assert run(*held, "import", f"{name}.json")[0] == 2
    assert run(*held, "export", "ws-2", "-o", f"{name}.json")[0] == 1
    assert run("--database", name, "list")[0] == 1


def test_a_character_that_no_font_has_is_told_once_however_often_and_long_its_places(run, database, tmp_path):
    data = example_data()
    for number, session in enumerate(data["sessions"]):
        session["title"] = f"\U0001f33d {number} " + "x" * 3_000
    run("--database", database, "import", written(tmp_path, data))

    status, _, complained = run("--database", database, "minutes", "ws-2", "-o", tmp_path / "m.pdf")

    assert status == 0
    assert complained.count("U+1F33D is in no font") == 1
    assert "more places" in complained
    assert max(len(line) for line in complained.splitlines()) < 400


def test_a_workshop_that_two_files_hold_is_named_once(run, held, tmp_path):
    run(*held, "export", "ws-2", "-o", tmp_path / "a.json")

    _, said, _ = run("--database", tmp_path / "b.sqlite", "import", tmp_path / "a.json", tmp_path / "a.json")

    assert said.count("Segundo taller regional") == 1


def test_a_database_without_workshops_says_so_whatever_is_asked_for(run, database, tmp_path):
    run("--database", database, "import", written(tmp_path, smallest(workshops=[], sessions=[], boards=[])))

    status, _, complained = run("--database", database, "export", "ws-2", "-o", tmp_path / "out.json")

    assert status == 1
    assert complained == "There is no workshop in this database yet. Import one first.\n"
