"""What is asked of a dictionary: words, not figures, addresses, abbreviations or names."""

import pytest

from ui.presenters.spelling import Spelt, around, is_foreign, spelt


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("+Falta de confianza", ["Falta", "de", "confianza"]),
        ("¿Quién convoca?", ["Quién", "convoca"]),
        ("Visita de Rosa Martínez. Otra cosa", ["Visita", "de", "Otra", "cosa"]),
        ("según FAO y WhatsApp", ["según"]),
        ("FALTA DE CONFIANZA", ["FALTA", "DE", "CONFIANZA"]),
        ("correo a@b.org, www.b.org y 2014a, nota.txt #roya", ["correo"]),
        ("teléfono-fax", ["teléfono", "fax"]),
        ("don’t", ["don't"]),
        ("reunio\u0301n", ["reunión"]),
        ("señal 日本 مرحبا", ["señal"]),
        ("a o y", []),
        ("x" * 61, []),
        ("• punto\n• otro", ["punto", "otro"]),
        ("", []),
    ],
)
def test_these_words_can_be_wrong(text, words):
    assert [each.word for each in spelt(text, "es")] == words


def test_places_are_counted_as_the_window_counts_them():
    found = list(spelt("😀😀 señal reunio\u0301n más", "es"))

    assert found == [Spelt("señal", 5, 10), Spelt("reunión", 11, 19), Spelt("más", 20, 23)]


def test_a_very_long_text_is_looked_at_from_its_beginning_only():
    assert len(list(spelt("palabra " * 10_000, "es"))) == 2_500


def test_letters_of_other_languages_are_judged_where_the_workshop_speaks_one():
    assert [each.word for each in spelt("слово", "ru")] == ["слово"]


@pytest.mark.parametrize(
    ("place", "word"), [(4, "uno"), (7, "uno"), (10, "uno"), (14, "dos"), (30, "dos"), (0, "uno")]
)
def test_by_key_the_menu_is_about_the_word_nearest_before_the_cursor(place, word):
    marks = [Spelt("uno", 4, 7), Spelt("dos", 12, 15)]

    assert around(marks, place).word == word


def test_without_marks_there_is_no_word():
    assert around([], 3) is None


@pytest.mark.parametrize(("unknown", "words", "foreign"), [(3, 3, False), (2, 4, False), (3, 4, True)])
def test_a_text_is_foreign_when_most_of_enough_words_are_unknown(unknown, words, foreign):
    assert is_foreign(unknown, words) is foreign
