"""Reflections as the note-taker writes them: field by field, with what they mean for plan and theory."""

from dataclasses import replace

import pytest

from facilitator.domain.errors import InvalidInput, NotFound
from facilitator.domain.ids import OrganisationId, ReflectionId, new_id
from facilitator.domain.plans import OriginKind, WorkItem
from facilitator.domain.reflections import (
    Evidence,
    Gap,
    GapKind,
    Level,
    Reflection,
    Verdict,
)
from facilitator.domain.values import LooseDate
from tests import builders
from tests.builders import text
from tests.services.reflections import OLD_WORDS, begun, every, first, second, stored


@pytest.fixture
def reflection(workspace):
    """A reflection of which nobody wrote more than the action."""
    return begun(workspace)


# Fields


def test_two_people_who_edit_different_fields_both_keep_their_words(
    workspace, database_file, open_here, reflection
):
    other_laptop = open_here(database_file)

    workspace.reflecting.edit(
        reflection.id, lambda newest: replace(newest, expected_result=text("Cuatro casos"))
    )
    other_laptop.reflecting.edit(reflection.id, lambda newest: replace(newest, actual_result=text("Un caso")))

    found = stored(workspace, Reflection, reflection.id)
    assert (str(found.expected_result), str(found.actual_result)) == ("Cuatro casos", "Un caso")


def test_two_fields_of_one_loop_are_kept_apart_too(workspace, reflection):
    owner = OrganisationId(new_id())

    first(workspace, reflection, correction=text("Sesión mensual"))
    first(workspace, reflection, owner=owner)

    found = stored(workspace, Reflection, reflection.id).first_loop
    assert (str(found.correction), found.owner) == ("Sesión mensual", owner)


def test_an_edit_that_changes_nothing_is_no_operation(workspace, reflection):
    before = workspace.operations.undo_state

    changes = workspace.reflecting.edit(reflection.id, lambda newest: newest)

    assert changes.changes == ()
    assert workspace.operations.undo_state == before


def test_a_refused_edit_leaves_the_reflection_as_it_was(workspace, reflection):
    with pytest.raises(InvalidInput):
        workspace.reflecting.edit(reflection.id, lambda newest: replace(newest, action=text(" ")))

    assert str(stored(workspace, Reflection, reflection.id).action) == "Capacitamos a los equipos"


def test_a_reflection_that_was_deleted_meanwhile_cannot_be_edited(workspace, reflection):
    workspace.books.delete(Reflection, reflection.id)

    with pytest.raises(NotFound):
        workspace.reflecting.edit(reflection.id, lambda newest: newest)


def test_who_is_at_the_keyboard_takes_the_notes(workspace, reflection):
    person = builders.a_person()
    workspace.books.add(person)
    workspace.work_as(person.id)
    made = replace(reflection, id=ReflectionId(new_id()))

    workspace.reflecting.begin(made)

    assert stored(workspace, Reflection, made.id).recorded_by == person.id


# Levels


def test_the_level_is_reached_field_by_field_and_says_what_is_missing(workspace, reflection):
    steps = [
        {"expected_result": text("Cuatro casos")},
        {"actual_result": text("Un caso")},
        {"gap": Gap(GapKind.BELOW)},
        {"first_loop": replace(reflection.first_loop, correction=text("Sesión mensual"))},
        {"second_loop": replace(reflection.second_loop, governing_assumption=text(OLD_WORDS))},
        {
            "second_loop": replace(
                reflection.second_loop,
                governing_assumption=text(OLD_WORDS),
                evidence_against=(Evidence(text("Tres se detuvieron")),),
                verdict=Verdict.CANNOT_TELL_YET,
            )
        },
        {
            "third_loop": replace(
                reflection.third_loop, about=text("Faltaban los equipos"), change=text("Invitarlos")
            )
        },
    ]

    seen = []
    for fields in steps:
        workspace.reflecting.edit(reflection.id, lambda newest, fields=fields: replace(newest, **fields))
        found = stored(workspace, Reflection, reflection.id)
        following = Level(min(found.level + 1, Level.TRIPLE))
        seen.append((found.level, found.missing_for(following)))

    assert seen == [
        (Level.DRAFT, ("actual_result", "gap", "correction")),
        (Level.DRAFT, ("gap", "correction")),
        (Level.DRAFT, ("correction",)),
        (Level.SINGLE, ("governing_assumption", "evidence", "verdict")),
        (Level.SINGLE, ("evidence", "verdict")),
        (Level.DOUBLE, ("about", "change")),
        (Level.TRIPLE, ()),
    ]


def test_a_second_loop_without_the_first_stays_a_draft(workspace, reflection):
    second(
        workspace,
        reflection,
        governing_assumption=text(OLD_WORDS),
        evidence_for=(Evidence(text("Un caso avanzó")),),
        verdict=Verdict.HOLDS,
    )

    assert stored(workspace, Reflection, reflection.id).level is Level.DRAFT


def test_a_verdict_that_asks_for_a_revision_says_which_fields_are_due(workspace, reflection):
    second(workspace, reflection, verdict=Verdict.HOLDS_WITH_CONDITIONS)

    assert stored(workspace, Reflection, reflection.id).missing_revision() == (
        "revised_assumption",
        "effects",
    )


# The work plan


def test_the_correction_becomes_a_work_plan_item_once(workspace, reflection):
    owner = builders.an_organisation()
    workspace.books.add(owner)
    first(workspace, reflection, correction=text("Sesión mensual"), owner=owner.id, due=LooseDate(2014, 6))

    workspace.reflecting.correction_to_work_plan(reflection.id)
    again = workspace.reflecting.correction_to_work_plan(reflection.id)

    [item] = every(workspace, WorkItem)
    assert again.changes == ()
    assert (str(item.activity), item.responsible, item.due) == (
        "Sesión mensual",
        owner.id,
        LooseDate(2014, 6),
    )
    assert (item.origin.kind, item.origin.ref) == (OriginKind.REFLECTION, reflection.id)
    assert stored(workspace, Reflection, reflection.id).first_loop.work_item == item.id


def test_without_a_correction_nothing_goes_to_the_work_plan(workspace, reflection):
    with pytest.raises(InvalidInput) as refused:
        workspace.reflecting.correction_to_work_plan(reflection.id)

    assert refused.value.key == "correction-empty"
    assert every(workspace, WorkItem) == []


def test_a_correction_whose_item_was_deleted_can_be_sent_again(workspace, reflection):
    first(workspace, reflection, correction=text("Sesión mensual"))
    workspace.reflecting.correction_to_work_plan(reflection.id)
    workspace.books.delete(WorkItem, every(workspace, WorkItem)[0].id)

    workspace.reflecting.correction_to_work_plan(reflection.id)

    [item] = every(workspace, WorkItem, deleted_at=None)
    assert stored(workspace, Reflection, reflection.id).first_loop.work_item == item.id
