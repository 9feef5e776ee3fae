"""The form in hand, and those before it: what a note-taker finds again by the arrow up."""

import pytest

from facilitator.domain.errors import InvalidInput
from facilitator.domain.evaluation import EvaluationQuestion, Form, QuestionKind, Response
from facilitator.domain.values import Text
from tests import builders as make
from ui.presenters.form_entry import FormEntry

QUESTIONS = (
    EvaluationQuestion("q1", make.text("¿Sirvió?")),
    EvaluationQuestion("q2", make.text("¿Qué cambiaría?"), QuestionKind.OPEN),
)


@pytest.fixture
def evaluation():
    return make.an_evaluation(make.a_workshop(), questions=QUESTIONS, responses=(Response(1, {"q1": 2}),))


@pytest.fixture
def entry(evaluation):
    entry = FormEntry()
    entry.follow(evaluation)
    return entry


def typed(entry, mark, words=""):
    entry.mark("q1", mark)
    entry.say("q2", words)
    return entry.take("es")[1]


def test_the_next_form_is_counted_from_those_that_are_there(entry):
    assert entry.number == 2
    assert not entry.correcting


def test_forms_of_earlier_sittings_are_found_behind_those_of_this_one(entry, evaluation):
    form = typed(entry, 5, "Menos calor")
    entry.stored(form)
    entry.follow(evaluation.with_form(form))

    entry.go(1)
    last = (dict(entry.marks), dict(entry.words))
    entry.go(1)

    assert last == ({"q1": 5}, {"q2": "Menos calor"})
    assert entry.marks == {"q1": 2}
    assert not entry.go(1)


def test_a_form_that_was_refused_stays_in_hand_and_is_typed_anew(entry, evaluation):
    typed(entry, 5)
    entry.follow(evaluation)

    entry.go(1)
    was, now = entry.take("es")

    assert was is None
    assert now == Form({"q1": 5})


def test_what_somebody_undid_is_not_found_any_more(entry, evaluation):
    form = typed(entry, 5)
    entry.stored(form)
    entry.follow(evaluation.with_form(form))

    entry.follow(evaluation)

    assert [each.ratings for each in entry.earlier] == [{"q1": 2}]


def test_a_form_in_hand_that_somebody_took_away_gives_way_to_a_new_one(entry, evaluation):
    entry.go(1)

    entry.follow(evaluation.without_form(Form({"q1": 2})))

    assert not entry.correcting
    assert entry.is_empty


def test_words_that_are_corrected_stay_in_their_language(entry, evaluation):
    form = typed(entry, 5, "Menos cafe")
    entry.stored(form)
    entry.follow(evaluation.with_form(form))
    entry.go(1)

    entry.say("q2", "Menos café")
    was, now = entry.take("en")

    assert was == form
    assert now.answers["q2"] == Text("Menos café", "es")


def test_an_empty_form_is_no_form(entry):
    with pytest.raises(InvalidInput, match="form-empty"):
        entry.take("es")


def test_another_evaluation_begins_a_sitting_of_its_own(entry):
    typed(entry, 5)
    entry.mark("q1", 3)

    entry.follow(make.an_evaluation(make.a_workshop(), questions=QUESTIONS))

    assert entry.earlier == []
    assert entry.is_empty


def test_once_the_order_is_forgotten_forms_stand_by_their_marks_alone(entry, evaluation):
    for mark in (5, 1):
        form = typed(entry, mark)
        entry.stored(form)
        evaluation = evaluation.with_form(form)
        entry.follow(evaluation)

    entry.forget_order()

    assert [each.ratings["q1"] for each in entry.earlier] == [1, 2, 5]
