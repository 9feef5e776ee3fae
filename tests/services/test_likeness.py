"""Cards that say the same are asked about, others are left alone; cards of one thing are found among many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.services.likeness import SAME_FROM, Likeness, Said, stems_of, word_for

TWICE = [
    ("El riego llegó tarde a las parcelas", "Las parcelas recibieron tarde el riego", "es"),
    ("Faltan capacitaciones para los jóvenes", "Falta capacitación para jóvenes", "es"),
    ("Más tiempo para reflexionar", "más tiempo para la reflexión", "es"),
    ("Los formularios son muy largos", "Formulario largo", "es"),
    ("The screen is hard to read", "hard to read screens", "en"),
    ("More breaks", "more break", "en"),
    ("¡AGUA POTABLE!", "agua potable", "es"),
]

APART = [
    ("El riego llegó tarde a las parcelas", "El camión llegó tarde al mercado", "es"),
    ("Faltan capacitaciones para los jóvenes", "Faltan semillas para las mujeres", "es"),
    ("Más tiempo para reflexionar", "Más tiempo para el mercado", "es"),
    ("More breaks", "More time in groups", "en"),
    ("The screen is hard to read", "The screen was a good idea", "en"),
    ("No se entiende", "No hay agua", "es"),
]


def knowing(*texts, language="es"):
    likeness = Likeness()
    for place, text in enumerate(texts):
        likeness.put(place, Said(text, language))
    return likeness


@pytest.mark.parametrize(("one", "other", "language"), TWICE)
def test_what_was_said_twice_in_other_words_is_asked_about(one, other, language):
    likeness = knowing(one, "Otra cosa distinta", "Something else again", other, language=language)

    assert likeness.same_as(3) == 0
    assert likeness.same_as(0) == 3


@pytest.mark.parametrize(("one", "other", "language"), APART)
def test_what_only_sounds_alike_is_left_alone(one, other, language):
    likeness = knowing(one, "Otra cosa distinta", "Something else again", other, language=language)

    assert likeness.same_as(3) is None


def test_a_card_that_went_is_asked_about_no_more_and_one_that_was_reworded_as_it_is_now():
    likeness = knowing("Agua potable", "agua potable")
    assert likeness.same_as(1) == 0

    likeness.put(0, Said("Semilla mejorada", "es"))
    assert likeness.same_as(1) is None

    likeness.drop(1)
    assert likeness.same_as(1) is None
    assert len(likeness) == 1


def test_among_loose_cards_those_that_share_a_rare_word_are_found():
    texts = (
        "El riego por goteo funciona",
        "Comprar mangueras para regar",
        "Los riegos de noche ahorran agua",
        "La escuela abre tarde",
        "Falta una maestra en la escuela",
        "El mercado paga poco",
    )
    likeness = knowing(*texts)

    groups = list(likeness.together(range(len(texts))))

    found = {group.word: group.cards for group in groups}
    assert found["escuel"] == (3, 4)
    assert found["rieg"] == (0, 2)
    assert word_for("escuel", [Said(text, "es") for text in texts]) == "escuela"


def test_what_was_passed_over_is_not_proposed_again():
    likeness = knowing("La escuela abre tarde", "Falta una escuela", "El mercado paga poco", "Otro mercado")

    [first, *_] = likeness.together(range(4))
    rest = list(likeness.together(range(4), passed_over=[first.word]))

    assert first.word not in [group.word for group in rest]


def test_a_word_that_all_use_makes_no_group():
    likeness = knowing(*(f"El taller estuvo {word}" for word in ("largo", "corto", "alegre", "frio", "caro")))

    assert "tall" not in [group.word for group in likeness.together(range(5))]


def test_stems_ignore_capitals_accents_and_small_words():
    assert stems_of(Said("LAS REFLEXIONES y la reflexión", "es")) == ["reflexion", "reflexion"]


@given(text=st.text(max_size=300), language=st.sampled_from(["es", "en", "fr", "mam-x", ""]))
def test_any_text_in_any_language_is_the_same_as_itself_said_again_or_says_nothing(text, language):
    likeness = Likeness()
    likeness.put("one", Said(text, language))
    likeness.put("two", Said(text, language))

    expected = "one" if stems_of(Said(text, language)) else None
    assert likeness.same_as("two") == expected


@given(texts=st.lists(st.text(alphabet="aeioulrst ", max_size=40), max_size=20))
def test_every_group_is_of_cards_that_were_asked_about_and_has_more_than_one(texts):
    likeness = knowing(*texts)
    asked = range(0, len(texts), 2)

    for group in likeness.together(asked):
        assert len(group.cards) >= 2
        assert set(group.cards) <= set(asked)


@given(texts=st.lists(st.text(alphabet="aeilrst ", min_size=3, max_size=30), min_size=2, max_size=25))
def test_looking_at_the_rarest_words_first_misses_nothing(texts):
    likeness = knowing(*texts)

    for card in range(len(texts)):
        others = [each for each in range(len(texts)) if each != card]
        best = max(likeness._alike(likeness._stems[card], likeness._stems[each]) for each in others)
        if best > SAME_FROM:
            assert likeness.same_as(card) is not None
