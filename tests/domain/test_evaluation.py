"""An evaluation keeps what was answered, never who answered, and points to nobody by its figures."""

from decimal import Decimal

import pytest

from facilitator.domain.cases import Scale
from facilitator.domain.errors import InvalidInput, NotFound
from facilitator.domain.evaluation import (
    Evaluation,
    EvaluationQuestion,
    Form,
    OpenAnswer,
    QuestionKind,
    Response,
)
from facilitator.domain.values import Text
from tests import builders as make

QUESTIONS = (
    EvaluationQuestion("q1", Text("Useful", "en")),
    EvaluationQuestion("q2", Text("Time", "en")),
    EvaluationQuestion("q3", Text("What would you change?", "en"), QuestionKind.OPEN),
)


def an_evaluation(**fields) -> Evaluation:
    return make.an_evaluation(make.a_workshop(), questions=QUESTIONS, **fields)


def typed(evaluation, *forms):
    for form in forms:
        evaluation = evaluation.with_form(form)
    return evaluation


def form(*marks, **answers):
    ratings = {f"q{n}": mark for n, mark in enumerate(marks, 1) if mark is not None}
    return Form(ratings, {key: Text(words, "en") for key, words in answers.items()})


def test_the_order_in_which_forms_are_typed_leaves_no_trace():
    first, second, third = form(5, 4, q3="Less heat"), form(3), form(4, 4, q3="A longer break")

    one_way = typed(an_evaluation(), first, second, third)
    other_way = typed(an_evaluation(), third, second, first)

    assert one_way.responses == other_way.responses
    assert one_way.open_answers == other_way.open_answers
    assert [each.n for each in one_way.responses] == [1, 2, 3]


def test_a_form_with_nothing_but_words_counts_as_a_form():
    evaluation = typed(an_evaluation(), form(q3="Thank you"))

    assert evaluation.responses == (Response(1, {}),)
    assert evaluation.open_answers == (OpenAnswer("q3", Text("Thank you", "en")),)


def test_a_form_on_which_nothing_is_answered_is_refused():
    with pytest.raises(InvalidInput, match="form-empty"):
        Form({}, {"q3": Text("  ", "en")})


def test_a_form_is_taken_out_with_its_words_and_one_like_it_stays():
    same = form(5, 5, q3="More time")
    evaluation = typed(an_evaluation(), same, same, form(1, 2))

    left = evaluation.without_form(same)

    assert [each.ratings for each in left.responses] == [{"q1": 1, "q2": 2}, {"q1": 5, "q2": 5}]
    assert left.open_answers == (OpenAnswer("q3", Text("More time", "en")),)


def test_a_form_that_nobody_typed_cannot_be_taken_out():
    with pytest.raises(NotFound, match="form-not-found"):
        typed(an_evaluation(), form(5, 5)).without_form(form(5, 4))


def test_a_question_that_was_answered_goes_only_together_with_its_answers():
    evaluation = typed(an_evaluation(), form(5, 4, q3="Less heat"), form(3))
    without_time = (QUESTIONS[0], QUESTIONS[2])

    with pytest.raises(InvalidInput, match="question-answered"):
        evaluation.asking(without_time)
    left = evaluation.without_question("q2")

    assert left.questions == without_time
    assert [each.ratings for each in left.responses] == [{"q1": 3}, {"q1": 5}]


def test_questions_can_be_put_in_another_order_while_forms_are_there():
    evaluation = typed(an_evaluation(), form(5, 4))

    turned = evaluation.asking(reversed(QUESTIONS))

    assert [each.id for each in turned.questions] == ["q3", "q2", "q1"]
    assert turned.responses == evaluation.responses


def test_figures_of_the_whole_group_come_from_the_first_form_on():
    figures = typed(an_evaluation(), form(4), form(5), form(5, 3)).figures("q1")

    assert (figures.n, figures.mean, figures.median) == (3, Decimal("4.67"), 5.0)
    assert figures.distribution == ((1, 0), (2, 0), (3, 0), (4, 1), (5, 2))


@pytest.mark.parametrize("answers", [4, 5])
def test_a_part_of_the_group_has_figures_only_from_five_answers_on(answers):
    evaluation = typed(an_evaluation(), *[form(5, 2)] * answers, *[form(None, 4)] * 3)

    figures = evaluation.figures("q1", among=[each for each in evaluation.responses if "q1" in each.ratings])

    assert (figures is None) == (answers < 5)


def test_smileys_have_three_steps_on_any_scale():
    faces = EvaluationQuestion("q1", Text("The day", "en"), QuestionKind.SMILEY)
    evaluation = make.an_evaluation(make.a_workshop(), questions=(faces,), scale=Scale(1, 5))

    figures = typed(evaluation, form(3), form(2)).figures("q1")

    assert figures.distribution == ((1, 0), (2, 1), (3, 1))


def test_forms_that_are_not_anonymous_keep_their_numbers():
    evaluation = typed(an_evaluation(anonymous=False), form(5), form(1), form(3))

    assert [each.ratings["q1"] for each in evaluation.responses] == [5, 1, 3]
