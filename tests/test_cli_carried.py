"""A PDF of minutes carries its workshop, and brings it back; from the command line."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from facilitator.bootstrap import open_workspace
from facilitator.domain.agenda import Session
from facilitator.domain.cards import Card
from facilitator.domain.cycles import Workshop
from facilitator.domain.ids import new_id
from facilitator.domain.notes import Note, PhotoContent
from facilitator.domain.people import Person
from facilitator.domain.record import STAMPS
from facilitator.domain.values import Text
from facilitator.services.library import find
from tests.fixtures.workspaces import FrozenClock


def names(database):
    """The people of the database, by name."""
    return {each.full_name for each in everything(Path(database)).values() if isinstance(each, Person)}


def note_in_private(database):
    """Let the note-taker write something that nobody else is to read."""
    with open_workspace(database, FrozenClock()) as workspace:
        with workspace.database.work.reading() as reading:
            workshop = find(reading, "ws-2").id
        note = Note(id=new_id(), workshop=workshop, text=Text("zz-private-zz", "es"), private=True)
        workspace.operations.perform("add-note", lambda operation: operation.add(note))


@pytest.fixture
def memoria(run, held, tmp_path):
    """Write the example's memoria at a level, and give its file."""

    def write(disclosure="internal", *more):
        target = tmp_path / f"{disclosure}.pdf"
        assert run(*held, "minutes", "ws-2", "-o", target, "--disclosure", disclosure, *more)[0] == 0
        return target

    return write


def everything(database):
    with open_workspace(database, FrozenClock()) as workspace, workspace.database.work.reading() as reading:
        workshop = find(reading, "ws-2").id
        found = {each.id: each for each in workspace.records(workshop)}
        return found | {each.id: each for each in reading.where(PhotoContent)}


def said(database):
    """What the records say, whoever wrote them down and when."""
    return {key: replace(each, **dict.fromkeys(STAMPS)) for key, each in everything(database).items()}


@pytest.mark.parametrize("disclosure", ["internal", "partners", "public"])
def test_the_memoria_brings_back_field_by_field_what_its_level_may_know(
    run, held, memoria, tmp_path, disclosure
):
    there, file, straight = tmp_path / "there.sqlite", tmp_path / "level.json", tmp_path / "straight.sqlite"

    status, _, complained = run("--database", there, "import", memoria(disclosure))

    assert (status, complained) == (0, "")
    assert run(*held, "export", "ws-2", "-o", file, "--disclosure", disclosure)[0] == 0
    assert run("--database", straight, "import", file)[0] == 0
    assert said(there) == said(straight)


def test_inside_comes_back_equal_but_for_what_no_page_says(run, held, memoria, tmp_path):
    there = tmp_path / "there.sqlite"

    run("--database", there, "import", memoria())

    before, after = said(Path(held[1])), said(there)
    differing = {type(each) for key, each in before.items() if after.get(key) != each}
    assert differing <= {Session, Person, Card}
    private = ("facilitator_notes", "steps", "phone", "email", "author", "attributed_person")
    for key, each in before.items():
        told = {name: getattr(after[key], name) for name in private if hasattr(each, name)}
        assert replace(each, **told) == after[key]


def test_no_document_carries_a_private_note(run, held, memoria):
    note_in_private(held[1])

    carried = PdfReader(memoria()).attachments["workshop.json"][0]

    assert b"zz-private-zz" not in carried


def test_the_file_without_a_level_is_whole(run, held, tmp_path):
    note_in_private(held[1])
    file, there = tmp_path / "whole.json", tmp_path / "there.sqlite"

    assert run(*held, "export", "ws-2", "-o", file)[0] == 0

    assert run("--database", there, "import", file)[0] == 0
    assert everything(there) == everything(Path(held[1]))


@pytest.mark.parametrize("disclosure", ["partners", "public"])
def test_the_versions_for_others_bring_a_workshop_back_without_what_they_leave_out(
    run, held, memoria, tmp_path, disclosure
):
    note_in_private(held[1])
    file, there = memoria(disclosure), tmp_path / "there.sqlite"

    status, said, complained = run("--database", there, "import", file)

    assert (status, complained) == (0, "")
    assert "new records" in said
    assert any(isinstance(each, Workshop) for each in everything(there).values())
    carried = PdfReader(file).attachments["workshop.json"][0].decode()
    hidden = {"zz-private-zz"} | (names(held[1]) if disclosure == "public" else set())
    assert [each for each in hidden if each in carried] == []


def test_what_is_attached_is_data_of_the_document_and_says_what_it_is(memoria):
    reader = PdfReader(memoria())

    files = reader.trailer["/Root"]["/AF"]

    assert [each.get_object()["/AFRelationship"] for each in files] == ["/Data"]
    assert [each.get_object()["/UF"] for each in files] == ["workshop.json"]
    assert reader.pdf_header >= "%PDF-1.7"


def test_data_for_others_leave_as_a_file_too(run, held, tmp_path):
    file, there = tmp_path / "x.json", tmp_path / "there.sqlite"

    status, _, _ = run(*held, "export", "ws-2", "-o", file, "--disclosure", "public")

    assert status == 0
    assert [each for each in names(held[1]) if each in file.read_text(encoding="utf-8")] == []
    assert run("--database", there, "import", file)[0] == 0


def test_a_document_carries_nothing_when_told_so(memoria):
    assert not PdfReader(memoria("internal", "--no-carry")).attachments


def _encrypted(file):
    writer = PdfWriter(clone_from=file)
    writer.encrypt("secret")
    writer.write(file)


def _foreign(file):
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_attachment("other.txt", b"hello")
    writer.write(file)


def _torn(file):
    file.write_bytes(file.read_bytes()[:2000].replace(b"obj", b"xxx"))


def _of_another(file):
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_attachment("workshop.json", b'{"format": "something"}')
    writer.write(file)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_encrypted, "locked with a password"),
        (_foreign, "carries no workshop"),
        (_torn, "damaged"),
        (_of_another, "no workshop file"),
    ],
)
def test_a_pdf_that_cannot_be_taken_in_is_refused_with_one_sentence(run, memoria, tmp_path, spoil, sentence):
    file, there = memoria(), tmp_path / "there.sqlite"
    spoil(file)

    status, said, complained = run("--database", there, "import", file)

    assert (status, said) == (2, "")
    assert sentence in complained
    assert not there.exists()
