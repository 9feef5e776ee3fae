"""Every key a record can hold has a word, and words with two meanings are told apart."""

import gettext
import inspect
from enum import Enum, StrEnum

import pytest

from facilitator.domain import (
    agenda,
    cards,
    cases,
    change_theory,
    cycles,
    documents,
    evaluation,
    notes,
    people,
    plans,
    prototypes,
    reflections,
    steps,
    turns,
)
from facilitator.domain.agenda import SessionStatus
from facilitator.domain.people import AttendanceCode, Sex
from facilitator.domain.plans import WorkStatus
from facilitator.i18n import LANGUAGES, translations
from facilitator.words import WORDS, country, letter, word
from facilitator.words.usual import usual

MODULES = (
    agenda, cards, cases, change_theory, cycles, documents,
    evaluation, notes, people, plans, prototypes, reflections, steps, turns,
)  # fmt: skip
ENUMERATIONS = sorted(
    {
        kind
        for module in MODULES
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, Enum) and kind.__module__.startswith("facilitator.domain.")
    },
    key=lambda kind: kind.__name__,
)


class Asked(gettext.NullTranslations):
    """A catalogue that answers with the context it was asked in."""

    def pgettext(self, context, message):
        return f"{context}: {message}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ENUMERATIONS, ids=lambda kind: kind.__name__)
def test_every_key_has_a_word_in_every_language(kind, language):
    words = [word(translations(language), key) for key in kind]

    assert all(words)
    assert len(set(words)) == len(words)


def test_no_word_is_kept_for_a_key_that_no_record_can_hold():
    assert {kind: set(words) for kind, words in WORDS.items()} == {kind: set(kind) for kind in ENUMERATIONS}


def test_a_session_and_an_activity_are_done_in_different_words():
    session, activity = (word(Asked(), key) for key in (SessionStatus.DONE, WorkStatus.DONE))

    assert (session, activity) == ("state of a session: Done", "state of an activity: Done")


def test_words_start_with_a_capital_and_end_without_a_stop():
    words = [english for table in WORDS.values() for _, english in table.values()]

    assert [each for each in words if each[0].islower() or each.endswith(".")] == []


def test_someone_who_came_late_is_marked_as_late():
    assert word(translations("en"), AttendanceCode.LATE) == "Late"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_marks_of_attendance_share_a_letter(language):
    letters = [letter(translations(language), code) for code in AttendanceCode]

    assert len(set(letters)) == len(letters)


def test_the_letter_of_who_came_late_is_that_of_the_word_in_each_language():
    assert letter(translations("en"), AttendanceCode.LATE) == "L"
    assert letter(translations("es"), AttendanceCode.LATE) == "T"


def test_usual_words_of_measuring_are_said_in_the_language_and_others_stay_as_typed():
    spanish = translations("es")

    assert [usual(spanish, each) for each in ("days", "Sex", "quintal (100 lb)")] == [
        "días",
        "sexo",
        "quintal (100 lb)",
    ]
    assert usual(translations("en"), "days") == "days"


def test_keeping_ones_sex_to_oneself_is_a_proper_answer():
    assert word(translations("en"), Sex.NOT_SAID) == "Prefers not to say"


def test_an_enumeration_without_words_is_refused():
    class Weather(StrEnum):
        RAIN = "rain"

    with pytest.raises(KeyError):
        word(translations("en"), Weather.RAIN)


def test_countries_have_names_in_both_languages():
    assert (country("es", "SV"), country("en", "MX"), country("es", "mx")) == (
        "El Salvador", "Mexico", "México",
    )  # fmt: skip


def test_a_country_that_nobody_knows_keeps_its_code():
    assert (country("es", "XX-9"), country("es", None), country("es", "")) == ("XX-9", None, None)
