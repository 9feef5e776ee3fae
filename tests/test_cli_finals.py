"""Finals are frozen, carry their hash and can be checked; from the command line."""

import hashlib
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from facilitator.bootstrap import open_workspace
from facilitator.domain.documents import DocumentKind, DocumentStatus, MinutesDocument
from facilitator.domain.notes import Agreement
from facilitator.domain.values import Text
from facilitator.services.library import find
from tests.fixtures.workspaces import FrozenClock


@pytest.fixture
def database(held):
    """The file of the example's database."""
    return Path(held[1])


def perform(database, task):
    with open_workspace(database, FrozenClock()) as workspace:
        with workspace.database.work.reading() as reading:
            workshop = find(reading, "ws-2").id
        records = workspace.records(workshop)
        return task(workspace, records)


def memoria_of(records):
    return next(
        each
        for each in records.where(MinutesDocument)
        if each.kind is DocumentKind.MEMORIA and each.language == "es"
    )


@pytest.fixture
def final(database):
    """Make the example's memoria final, and give its key."""

    def approve(workspace, records):
        key = memoria_of(records).id
        workspace.approving.approve(key)
        return key

    return perform(database, approve)


def stored(database, key):
    return perform(database, lambda _workspace, records: records.get(MinutesDocument, key))


def change_an_agreement(database):
    perform(
        database,
        lambda workspace, records: workspace.books.edit(
            Agreement, records.where(Agreement)[0].id, text=Text("Otra cosa se acordó", "es")
        ),
    )


def feet(file):
    """What stands at the end of every page."""
    return [page.extract_text() for page in PdfReader(file).pages]


def test_approval_gives_a_number_a_day_and_a_hash_and_can_be_undone(database, final):
    document = stored(database, final)

    assert (document.status, document.version) == (DocumentStatus.FINAL, "1.0")
    assert document.issued is not None
    assert re.fullmatch("[0-9a-f]{64}", document.content_hash)


def test_every_page_of_a_final_says_its_number_and_its_hash(run, held, database, final, tmp_path):
    file = tmp_path / "final.pdf"

    status, _, _ = run(*held, "minutes", "ws-2", "-o", file, "--document", final)

    assert status == 0
    issued = stored(database, final).issued_files
    assert [each.version for each in issued] == ["1.0"]
    pages = feet(file)
    assert all("Final 1.0" in page and f"SHA-256 {issued[0].hash}" in page for page in pages)
    blanked = file.read_bytes().replace(issued[0].hash.encode(), b"0" * 64)
    assert hashlib.sha256(blanked).hexdigest() == issued[0].hash


def test_a_final_is_checked_against_itself_and_against_the_database(run, held, final, tmp_path):
    file = tmp_path / "final.pdf"
    run(*held, "minutes", "ws-2", "-o", file, "--document", final)

    status, said, complained = run(*held, "check", file)

    assert (status, complained) == (0, "")
    assert "the registered final 1.0 of" in said


def test_without_its_workshop_a_final_can_be_checked_against_itself(run, held, final, tmp_path):
    file = tmp_path / "final.pdf"
    run(*held, "minutes", "ws-2", "-o", file, "--document", final)

    status, said, _ = run("--database", tmp_path / "none.sqlite", "check", file)

    assert status == 0
    assert "unchanged since it was issued" in said


@pytest.mark.parametrize("change", ["a letter", "something added"])
def test_a_final_that_was_changed_is_told(run, held, final, tmp_path, change):
    file = tmp_path / "final.pdf"
    run(*held, "minutes", "ws-2", "-o", file, "--document", final)
    data = file.read_bytes()
    at = len(data) // 2
    file.write_bytes(
        data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] if change == "a letter" else data + b"%"
    )

    status, said, complained = run(*held, "check", file)

    assert (status, said) == (1, "")
    assert "changed after it was issued" in complained


def test_a_file_that_was_never_issued_is_no_final_of_the_database(run, held, database, final, tmp_path):
    file, elsewhere = tmp_path / "final.pdf", tmp_path / "elsewhere.sqlite"
    shutil.copy(database, elsewhere)
    run("--database", elsewhere, "minutes", "ws-2", "-o", file, "--document", final)

    status, _, complained = run(*held, "check", file)

    assert status == 1
    assert "no final of this database" in complained


def test_a_draft_has_no_hash(run, held, tmp_path):
    file = tmp_path / "draft.pdf"
    run(*held, "minutes", "ws-2", "-o", file)

    status, _, complained = run(*held, "check", file)

    assert status == 1
    assert "no final" in complained
    assert "SHA-256" not in feet(file)[-1]


def test_a_final_that_its_records_left_is_printed_as_the_draft_of_its_correction(
    run, held, database, final, tmp_path
):
    change_an_agreement(database)
    file = tmp_path / "later.pdf"

    run(*held, "minutes", "ws-2", "-o", file, "--document", final)

    pages = feet(file)
    assert all("Borrador 1.1" in page or "Draft 1.1" in page for page in pages)
    assert stored(database, final).issued_files == ()


def test_a_correction_becomes_the_next_final(database, final):
    change_an_agreement(database)

    perform(database, lambda workspace, _records: workspace.approving.correct(final))
    draft = stored(database, final)
    perform(database, lambda workspace, _records: workspace.approving.approve(final))

    assert (draft.status, draft.version, draft.is_correction) == (DocumentStatus.DRAFT, "1.1", True)
    assert (stored(database, final).status, stored(database, final).version) == (DocumentStatus.FINAL, "1.1")


def test_everything_at_once_registers_its_finals_too(run, held, database, final, tmp_path):
    run(*held, "export-all", "ws-2", "-o", tmp_path / "all", "--format", "pdf", "--disclosure", "internal")

    finals = [each for each in (tmp_path / "all").rglob("*.pdf") if b"SHA-256" in each.read_bytes()]
    assert finals
    assert len(stored(database, final).issued_files) == len(finals)
    assert run(*held, "check", *finals)[0] == 0


def test_a_correction_lists_what_changed_since_the_final_before(run, held, database, final, tmp_path):
    change_an_agreement(database)
    perform(database, lambda workspace, _records: workspace.approving.correct(final))
    perform(database, lambda workspace, _records: workspace.approving.approve(final))
    file = tmp_path / "next.pdf"

    run(*held, "minutes", "ws-2", "-o", file, "--document", final)
    run(*held, "minutes", "ws-2", "-o", tmp_path / "next.md", "--document", final)

    words = " ".join("\n".join(feet(file)).split())
    assert "Cambios desde el final 1.0" in words
    assert "Antes: " in words
    assert "Cambios desde el final 1.0" in (tmp_path / "next.md").read_text(encoding="utf-8")


def test_the_first_final_lists_no_changes(run, held, final, tmp_path):
    file = tmp_path / "first.pdf"

    run(*held, "minutes", "ws-2", "-o", file, "--document", final)

    assert "Changed since" not in "\n".join(feet(file))


@pytest.mark.parametrize("ending", ["html", "md", "docx"])
def test_other_formats_of_a_final_say_that_its_pdf_counts_and_which_it_is(
    run, held, database, final, tmp_path, ending
):
    options = ("--document", final, "--language", "en")
    run(*held, "minutes", "ws-2", "-o", tmp_path / "final.pdf", *options)
    [issued] = stored(database, final).issued_files

    run(*held, "minutes", "ws-2", "-o", tmp_path / f"copy.{ending}", *options)

    content = (tmp_path / f"copy.{ending}").read_bytes()
    if ending == "docx":
        content = zipfile.ZipFile(tmp_path / "copy.docx").read("word/document.xml")
    assert b"What was approved is the PDF of the final 1.0" in content
    assert issued.hash.encode() in content


def test_a_draft_in_another_format_is_called_no_copy_of_a_final(run, held, tmp_path):
    run(*held, "minutes", "ws-2", "-o", tmp_path / "draft.md", "--language", "en")

    assert "What was approved" not in (tmp_path / "draft.md").read_text(encoding="utf-8")
