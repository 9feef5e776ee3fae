"""Documents in every format and everything at once, from the command line."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import docx
import openpyxl
import pytest
from icalendar import Calendar
from pypdf import PdfReader

from exports.registry import FORMATS
from facilitator.cli.document_commands import DISCLOSURES, DOCUMENTS, KINDS, TABLES

ROOT = Path(__file__).parent.parent


@pytest.fixture
def out(tmp_path):
    """An empty folder to write into."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def test_the_command_line_offers_every_format_there_is():
    assert DOCUMENTS == FORMATS


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("m.pdf", b"%PDF"),
        ("m.docx", b"PK"),
        ("m.html", b"<!DOCTYPE html>"),
        ("m.HTM", b"<!DOCTYPE html>"),
        ("m.md", b"# "),
        ("m.markdown", b"# "),
        ("minutes", b"%PDF"),
    ],
)
def test_the_ending_of_the_file_says_the_format(run, held, out, name, begins):
    target = out / name

    status, said, complained = run(*held, "minutes", "ws-2", "-o", target)

    assert (status, complained) == (0, "")
    assert said.startswith(f"Wrote {target}")
    assert target.read_bytes().startswith(begins)
    assert [*out.iterdir()] == [target]


def test_the_format_told_wins_over_the_ending(run, held, out):
    target = out / "Memoria 0.2"

    status, _, _ = run(*held, "minutes", "ws-2", "-o", target, "--format", "docx", "--language", "en")

    assert status == 0
    assert docx.Document(str(target)).core_properties.language == "en"


def test_an_ending_that_is_no_format_is_refused_with_those_there_are(run, held, out):
    status, said, complained = run(*held, "minutes", "ws-2", "-o", out / "m.odt")

    assert (status, said) == (1, "")
    assert complained == "There is no format “odt”. Choose one of: pdf, docx, html, md\n"
    assert [*out.iterdir()] == []


def test_a_program_is_told_the_parts_of_what_has_no_pages(run, held, out):
    status, said, _ = run(*held, "minutes", "ws-2", "-o", out / "m.html", "--progress")

    parts = [line for line in said.splitlines() if line.startswith("part ")]
    assert status == 0
    assert parts[-1].split()[1] == parts[-1].split()[3] == str(len(parts))
    assert said.splitlines()[-1] == f"done {out / 'm.html'}"


def test_data_are_sheets_a_table_a_calendar_or_the_file_to_take_in_again(run, held, out):
    for name in ("d.xlsx", "d.csv", "d.ics", "d.json"):
        status, _, complained = run(*held, "export", "ws-2", "-o", out / name, "--language", "en")
        assert (status, complained) == (0, "")

    assert openpyxl.load_workbook(out / "d.xlsx").sheetnames[0] == "Cards"
    assert (out / "d.csv").read_text(encoding="utf-8-sig").startswith("Card,Session,")
    assert Calendar.from_ical((out / "d.ics").read_bytes()).walk("VEVENT")
    assert json.loads((out / "d.json").read_text(encoding="utf-8"))["format"]


def test_a_csv_file_holds_the_table_asked_for(run, held, out):
    target = out / "plan.csv"

    status, _, _ = run(*held, "export", "ws-2", "-o", target, "--table", "work-plan", "--language", "en")

    assert status == 0
    assert target.read_text(encoding="utf-8-sig").startswith("No.,Action,Language,")


def test_everything_is_written_into_one_folder_by_who_may_read_it(run, held, out):
    target = out / "all"

    status, said, complained = run(*held, "export-all", "ws-2", "-o", target)

    files = sorted(each for each in target.rglob("*") if each.is_file())
    assert (status, complained) == (0, "")
    assert said == f"Wrote {len(files)} files: {target}\n"
    assert sorted(each.name for each in target.iterdir()) == ["Interna", "Pública", "Socias"]
    for folder in target.iterdir():
        endings = [each.suffix for each in folder.iterdir()]
        drawn = endings.count(".png")
        assert {ending: endings.count(ending) for ending in endings} == {
            **dict.fromkeys((".pdf", ".docx", ".html", ".md"), len(KINDS)),
            ".xlsx": 1,
            ".csv": len(TABLES),
            ".ics": 1,
            ".json": 1,
            ".png": drawn,
            ".svg": drawn,
        }
        assert drawn > 10
    assert all(each.stat().st_size for each in files)
    assert [*out.iterdir()] == [target]


def test_the_folder_of_the_public_names_nobody_in_any_format(run, held, out):
    target = out / "all"
    run(*held, "export-all", "ws-2", "-o", target, "--disclosure", "public")

    words = []
    for file in target.rglob("*"):
        if file.suffix == ".pdf":
            words += [page.extract_text() for page in PdfReader(file).pages]
        elif file.suffix in {".html", ".md", ".csv", ".ics"}:
            words.append(file.read_text(encoding="utf-8"))

    assert "Más seguimiento" in "\n".join(words)
    assert "Marisol" not in "\n".join(words)


def test_only_what_is_asked_for_is_written_in_each_language_asked_for(run, held, out):
    target = out / "all"
    choices = ("--format", "docx", "--disclosure", "partners", "--kind", "memoria")

    status, _, _ = run(
        *held, "export-all", "ws-2", "-o", target, *choices, "--language", "es", "--language", "en"
    )

    files = [each for each in target.rglob("*") if each.is_file()]
    assert status == 0
    assert {docx.Document(str(file)).core_properties.language for file in files} == {"es", "en"}
    assert len(files) == 2


def test_a_program_is_told_each_file_and_the_end(run, held, out):
    target = out / "all"

    status, said, _ = run(*held, "export-all", "ws-2", "-o", target, "--format", "md", "--progress")

    *parts, files, last = said.splitlines()
    assert status == 0
    count = len(KINDS) * len(DISCLOSURES)
    assert files == f"files {count}"
    assert parts == [f"part {n} of {count}" for n in range(1, count + 1)]
    assert last == f"done {target}"


def test_a_folder_that_cannot_be_written_says_why_and_leaves_nothing(run, held, out):
    (out / "file").write_text("mine")

    status, said, complained = run(*held, "export-all", "ws-2", "-o", out / "file")
    by_line = run(*held, "export-all", "ws-2", "-o", out / "no" / "all", "--progress")

    assert (status, said) == (1, "")
    assert complained == f"{out / 'file'} is a file. Name a folder.\n"
    assert by_line[0] == 1
    assert by_line[1].splitlines()[-1] == "error folder-missing"
    assert [*out.iterdir()] == [out / "file"]


@pytest.mark.skipif(os.name != "posix", reason="a process is asked to end in another way there")
def test_whoever_ends_it_half_way_leaves_no_folder(out, example_file):
    target = out / "all"
    command = [sys.executable, "-m", "facilitator", "--database", str(example_file)]
    child = subprocess.Popen(
        [*command, "export-all", "ws-2", "-o", str(target), "--progress"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT, text=True,
    )  # fmt: skip
    assert child.stdout is not None
    first = child.stdout.readline()

    child.send_signal(signal.SIGTERM)
    child.communicate(timeout=30)

    assert first.startswith("part 1 of ")
    assert child.returncode != 0
    assert [*out.iterdir()] == []


@pytest.mark.parametrize("ending", ["xlsx", "csv", "ics", "docx", "html"])
def test_what_is_made_for_other_programs_is_not_taken_in_and_says_what_is(run, held, out, tmp_path, ending):
    command = "minutes" if ending in {"docx", "html"} else "export"
    run(*held, command, "ws-2", "-o", out / f"x.{ending}")

    status, _, complained = run("--database", tmp_path / "there.sqlite", "import", out / f"x.{ending}")

    assert status == 2
    assert f"x.{ending} is made for other programs to read." in complained
