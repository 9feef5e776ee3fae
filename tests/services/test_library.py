"""A workshop is found as people call it."""

import pytest

from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import Ambiguous, NotFound
from facilitator.domain.records import Records
from facilitator.domain.values import LooseDate, Text, Translation
from facilitator.services.library import find, folded, workshops
from tests.interchange.files import fresh


@pytest.fixture
def shelf():
    return Records(
        [
            Workshop(id=fresh(), title=Text("Taller de México", "es"), file_id="ws-1"),
            Workshop(
                id=fresh(),
                title=Text("Taller de Estelí", "es", (Translation("en", "Writing workshop"),)),
                planned_month=LooseDate(2014, 9),
            ),
            Workshop(id=fresh(), title=Text("Taller", "es"), start=LooseDate(2014, 2, 6).first_day()),
        ]
    )


@pytest.mark.parametrize("wanted", ["ws-1", "mexico", "MÉXICO", "  taller de méxico ", "de  México"])
def test_by_the_id_in_the_file_or_a_part_of_the_title_without_accents_and_capitals(shelf, wanted):
    assert find(shelf, wanted).file_id == "ws-1"


def test_by_its_id(shelf):
    workshop = shelf.where(Workshop)[1]

    assert find(shelf, str(workshop.id).upper()) == workshop


def test_by_a_translation_of_its_title(shelf):
    assert find(shelf, "writing").title.text == "Taller de Estelí"


def test_a_whole_title_is_enough_although_others_begin_like_it(shelf):
    assert find(shelf, "taller").title.text == "Taller"


def test_what_fits_several_names_them(shelf):
    with pytest.raises(Ambiguous) as refused:
        find(shelf, "taller de")

    assert "Taller de México" in str(refused.value.details["candidates"])
    assert "Taller de Estelí" in str(refused.value.details["candidates"])


@pytest.mark.parametrize("wanted", ["nothing", "", "   ", "ws-", "%"])
def test_what_fits_none_is_refused(shelf, wanted):
    with pytest.raises(NotFound):
        find(shelf, wanted)


def test_workshops_stand_in_the_order_they_were_held_and_undated_ones_last(shelf):
    assert [shelved.workshop.title.text for shelved in workshops(shelf)] == [
        "Taller",
        "Taller de Estelí",
        "Taller de México",
    ]


def test_a_text_is_compared_without_accents_capitals_and_runs_of_spaces():
    assert folded("  Ñandú\n ÁRBOL ") == "nandu arbol"
