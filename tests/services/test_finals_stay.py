"""A final stays as it was approved, whoever asks: a form, a file that is taken in, or the bin."""

from dataclasses import replace

import pytest

from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import DocumentStatus, MinutesDocument, Paper
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import new_id
from facilitator.domain.notes import Agreement
from facilitator.interchange.problems import Refused
from facilitator.interchange.writer import write
from facilitator.services.approving import correction_in
from tests.builders import text
from tests.fixtures.workspaces import NOON


@pytest.fixture
def final(example_workspace, example):
    """An approved memoria of the example of which a file was issued."""
    document = MinutesDocument(id=new_id(), workshop=example, version="0.2", summary=text("As agreed."))
    example_workspace.books.add(document)
    example_workspace.approving.approve(document.id)
    example_workspace.approving.register(document.id, "ab" * 32)
    return document.id


@pytest.fixture
def stored(example_workspace, example, final):
    """Give the final as the database has it."""
    return lambda: example_workspace.records(example).get(MinutesDocument, final)


@pytest.mark.parametrize(
    "fields",
    [
        {"summary": text("Something else.")},
        {"version": "2.0", "summary": text("Something else.")},
        {"status": DocumentStatus.DRAFT},
        {"issued_files": ()},
        {"content_hash": "cd" * 32},
    ],
)
def test_no_form_changes_a_final(example_workspace, final, stored, fields):
    before = stored()

    with pytest.raises(InvalidInput) as refused:
        example_workspace.books.edit(MinutesDocument, final, **fields)

    assert (refused.value.key, refused.value.details["next"]) == ("document-is-final", "1.1")
    assert stored() == before


def test_a_final_may_be_printed_on_other_paper(example_workspace, final, stored):
    example_workspace.books.edit(MinutesDocument, final, paper=Paper.A4)

    assert (stored().paper, stored().status) == (Paper.A4, DocumentStatus.FINAL)


def test_a_final_goes_with_its_workshop_only(example_workspace, example, final, stored):
    with pytest.raises(InvalidInput):
        example_workspace.books.delete(MinutesDocument, final)
    there = stored()

    example_workspace.books.delete(Workshop, example)

    assert there is not None
    assert stored() is None


def test_a_correction_may_say_something_else(example_workspace, final, stored):
    example_workspace.approving.correct(final)
    example_workspace.books.edit(MinutesDocument, final, summary=text("Put right."))
    example_workspace.approving.approve(final)

    assert (stored().version, stored().summary, stored().status) == ("1.1", text("Put right."), "final")


def test_what_was_added_and_taken_back_since_is_not_told_by_a_correction(
    example_workspace, example, final, stored
):
    example_workspace.approving.correct(final)
    kept, taken_back = (Agreement(id=new_id(), workshop=example, text=text(words)) for words in ("a", "b"))
    example_workspace.books.add(kept)
    example_workspace.books.add(taken_back)
    example_workspace.operations.undo()

    with example_workspace.database.work.reading() as reading:
        correction = correction_in(reading, stored())

    assert [each.record.id for each in correction.changes] == [kept.id]


def test_undo_still_takes_an_approval_back(example_workspace, example):
    document = MinutesDocument(id=new_id(), workshop=example)
    example_workspace.books.add(document)
    example_workspace.approving.approve(document.id)

    example_workspace.operations.undo()

    found = example_workspace.records(example).get(MinutesDocument, document.id)
    assert found.status is DocumentStatus.DRAFT


def taken_in(workspace, tmp_path, record):
    """Import a file that holds this document, over what is there."""
    file = tmp_path / "other.json"
    file.write_bytes(write([record], "es", NOON, "Facilitator"))
    return workspace.exchange.import_files([file], overwrite=True)


def test_no_file_replaces_a_final_by_something_else(example_workspace, final, stored, tmp_path):
    before = stored()

    with pytest.raises(Refused) as refused:
        taken_in(example_workspace, tmp_path, replace(before, summary=text("Something else.")))

    [problem] = refused.value.problems
    assert (problem.key, dict(problem.details)) == ("final-differs", {"version": "1.0", "next": "1.1"})
    assert problem.place.startswith("/minutes")
    assert stored() == before


def test_a_file_brings_the_correction_of_a_final(example_workspace, final, stored, tmp_path):
    correction = replace(
        stored(), status=DocumentStatus.DRAFT, version="1.1", issued=None, summary=text("Put right.")
    )

    taken_in(example_workspace, tmp_path, correction)

    assert (stored().version, stored().summary) == ("1.1", text("Put right."))
    assert [each.version for each in stored().issued_files] == ["1.0"]


@pytest.mark.parametrize(
    ("version", "than", "later"), [("1.10", "1.2", True), ("1.0", "1.1", False), ("a.1", "a", True)]
)
def test_numbers_of_versions_are_compared_as_numbers(version, than, later):
    from facilitator.domain.documents import is_later  # noqa: PLC0415 - beside its use

    assert is_later(version, than) is later
