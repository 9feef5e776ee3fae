"""What a reflection means for the theory of change: versions of assumptions, made once and taken back."""

from dataclasses import replace

import pytest

from facilitator.domain.change_theory import Assumption, AssumptionStatus
from facilitator.domain.ids import AssumptionId, ReflectionId, new_id
from facilitator.domain.reflections import (
    AssumptionKind,
    Effect,
    EffectOn,
    Reflection,
    Verdict,
)
from tests.builders import text
from tests.services.reflections import OLD_WORDS, begun, every, second, stored

NEW_WORDS = "Un taller con acompañamiento"


@pytest.fixture
def reflection(workspace):
    """A reflection of which nobody wrote more than the action."""
    return begun(workspace)


@pytest.fixture
def assumption(workspace):
    """An assumption that nobody has tested."""
    made = Assumption(id=AssumptionId(new_id()), text=text(OLD_WORDS), kind=AssumptionKind.CAUSAL)
    workspace.books.add(made)
    return made


def revise(workspace, reflection, assumption, **fields):
    """Say that the assumption does not hold, and what follows for the theory of change."""
    revision = {
        "assumption_ref": assumption.id,
        "verdict": Verdict.DOES_NOT_HOLD,
        "revised_assumption": text(NEW_WORDS),
        "effects": (Effect(EffectOn.THEORY_OF_CHANGE),),
    }
    second(workspace, reflection, **(revision | fields))


def versions(workspace, assumption):
    return every(workspace, Assumption, previous=assumption.id, deleted_at=None)


def test_an_effect_on_the_theory_of_change_makes_a_new_version_and_keeps_the_old(
    workspace, reflection, assumption
):
    revise(workspace, reflection, assumption)

    old = stored(workspace, Assumption, assumption.id)
    [new] = versions(workspace, assumption)
    assert (str(old.text), old.status, old.revised_by) == (OLD_WORDS, AssumptionStatus.REVISED, reflection.id)
    assert (str(new.text), new.version, new.kind) == (NEW_WORDS, 2, AssumptionKind.CAUSAL)


def test_an_assumption_that_holds_under_conditions_says_so_beside_its_new_version(
    workspace, reflection, assumption
):
    revise(workspace, reflection, assumption, verdict=Verdict.HOLDS_WITH_CONDITIONS)

    assert stored(workspace, Assumption, assumption.id).status is AssumptionStatus.HELD_WITH_CONDITIONS
    assert len(versions(workspace, assumption)) == 1


def test_better_words_for_the_revision_change_the_version_instead_of_adding_one(
    workspace, reflection, assumption
):
    revise(workspace, reflection, assumption)

    second(workspace, reflection, revised_assumption=text("Con acompañamiento mensual"))

    [new] = versions(workspace, assumption)
    assert (str(new.text), new.version) == ("Con acompañamiento mensual", 2)


def test_words_bettered_in_the_theory_stay_when_another_field_of_the_reflection_changes(
    workspace, reflection, assumption
):
    revise(workspace, reflection, assumption)
    [new] = versions(workspace, assumption)
    workspace.books.edit(Assumption, new.id, text=text("Mejor dicho"))

    second(workspace, reflection, how_we_will_know=text("Casos en prueba"))

    assert str(versions(workspace, assumption)[0].text) == "Mejor dicho"


def test_without_an_effect_on_the_theory_of_change_no_version_is_made(workspace, reflection, assumption):
    revise(
        workspace, reflection, assumption, effects=(Effect(EffectOn.POLICY, text("Línea presupuestaria")),)
    )

    assert versions(workspace, assumption) == []
    assert stored(workspace, Assumption, assumption.id).status is AssumptionStatus.UNTESTED


def test_a_revision_that_is_taken_back_takes_its_version_with_it(workspace, reflection, assumption):
    revise(workspace, reflection, assumption)

    second(workspace, reflection, verdict=Verdict.HOLDS)

    old = stored(workspace, Assumption, assumption.id)
    assert versions(workspace, assumption) == []
    assert (old.status, old.revised_by) == (AssumptionStatus.HELD, None)


def test_a_version_that_another_reflection_took_further_stays(workspace, reflection, assumption):
    revise(workspace, reflection, assumption)
    [new] = versions(workspace, assumption)
    later = replace(reflection, id=ReflectionId(new_id()))
    workspace.reflecting.begin(later)
    revise(workspace, later, new, revised_assumption=text("Tercera forma de decirlo"))

    second(workspace, reflection, revised_assumption=text("Otra cosa"))
    second(workspace, reflection, verdict=Verdict.CANNOT_TELL_YET)

    [kept] = versions(workspace, assumption)
    [third] = versions(workspace, kept)
    assert (str(kept.text), str(third.text), third.version) == (NEW_WORDS, "Tercera forma de decirlo", 3)


def test_choosing_another_assumption_moves_the_revision_to_it(workspace, reflection, assumption):
    other = replace(assumption, id=AssumptionId(new_id()), text=text("El comprador gana también"))
    workspace.books.add(other)
    revise(workspace, reflection, assumption)

    second(workspace, reflection, assumption_ref=other.id)

    assert versions(workspace, assumption) == []
    assert stored(workspace, Assumption, assumption.id).status is AssumptionStatus.UNTESTED
    assert [str(each.text) for each in versions(workspace, other)] == [NEW_WORDS]


def test_an_untested_assumption_that_holds_is_held(workspace, reflection, assumption):
    second(workspace, reflection, assumption_ref=assumption.id, verdict=Verdict.HOLDS)

    assert stored(workspace, Assumption, assumption.id).status is AssumptionStatus.HELD


def test_one_undo_takes_back_the_revision_and_its_version(workspace, reflection, assumption):
    second(
        workspace,
        reflection,
        assumption_ref=assumption.id,
        verdict=Verdict.DOES_NOT_HOLD,
        revised_assumption=text(NEW_WORDS),
    )
    second(workspace, reflection, effects=(Effect(EffectOn.THEORY_OF_CHANGE),))

    workspace.operations.undo()

    assert versions(workspace, assumption) == []
    assert stored(workspace, Assumption, assumption.id) == replace(
        assumption,
        created_at=stored(workspace, Assumption, assumption.id).created_at,
        changed_at=stored(workspace, Assumption, assumption.id).changed_at,
    )
    assert stored(workspace, Reflection, reflection.id).second_loop.effects == ()
