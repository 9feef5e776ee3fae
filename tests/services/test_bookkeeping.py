"""What a form or a table does to a record is one operation that one undo takes back."""

import pytest

from facilitator.domain.cards import Board, Card
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import InvalidInput, NotFound
from facilitator.domain.people import Consent, ConsentKind, Person
from tests.builders import a_consent, a_person, a_workshop, text


def test_a_person_is_added_changed_and_deleted_with_all_that_is_theirs(workspace):
    person = a_person("Marisol")
    consent = a_consent(person, ConsentKind.PHOTO)
    workspace.books.add(person, consent)

    workspace.books.edit(Person, person.id, full_name="Marisol Ejemplo")
    named = workspace.records(None).get(Person, person.id)
    workspace.books.delete(Person, person.id)

    assert named.full_name == "Marisol Ejemplo"
    assert workspace.records(None).where(Person) == workspace.records(None).where(Consent) == []


def test_one_undo_takes_back_what_was_changed_at_once(workspace):
    people = [a_person(f"Person {number}") for number in range(3)]
    workspace.books.add(*people)

    workspace.books.edit_all(Person, {person.id: {"country": "HN"} for person in people})
    workspace.operations.undo()

    assert {person.country for person in workspace.records(None).where(Person)} == {None}


def test_a_change_that_the_record_refuses_changes_nothing(workspace):
    workshop = a_workshop()
    workspace.books.add(workshop)

    with pytest.raises(InvalidInput):
        workspace.books.edit(Workshop, workshop.id, title=text("  "))

    assert workspace.records(workshop.id).get(Workshop, workshop.id).title == workshop.title


def test_what_is_not_there_can_neither_be_changed_nor_deleted(workspace):
    with pytest.raises(NotFound):
        workspace.books.edit(Card, a_person().id, position=1)
    with pytest.raises(NotFound):
        workspace.books.delete(Board, a_person().id)


def test_an_operation_is_labelled_by_what_it_does_to_what(workspace):
    person = a_person()

    labels = [
        workspace.books.add(person).label,
        workspace.books.edit(Person, person.id, country="HN").label,
        workspace.books.delete(Person, person.id).label,
    ]

    assert labels == ["add-person", "edit-person", "delete-person"]
