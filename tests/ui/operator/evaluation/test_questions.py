"""The questions of the form are taken from the usual ones, worded, moved, added and deleted."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.domain.agenda import SessionType
from facilitator.domain.evaluation import Evaluation, QuestionKind
from facilitator.domain.ids import EvaluationId, new_id
from ui.operator.pages.evaluation import ANSWERS, QUESTIONS


def to(hand, part):
    hand.page.part.button(part).click()
    return hand.page.stack.currentWidget()


def words(hand):
    return [each.text.text for each in hand.evaluation.questions]


def test_a_workshop_without_an_evaluation_takes_the_usual_questions(show, desk):
    hand = show(desk)

    hand.page.empty.button.click()
    hand.settled()

    assert len(hand.evaluation.questions) == 10
    assert hand.page.stack.currentWidget() is hand.page.questions
    assert hand.desk.undo_state.undo == "set-up-evaluation"


def test_a_question_is_worded_anew_and_enter_leads_to_the_next(hand):
    pane = to(hand, QUESTIONS)
    field = next(iter(pane.rows[0].fields.values()))

    field.selectAll()
    QTest.keyClicks(field, "Worth the journey")
    QTest.keyClick(field, Qt.Key.Key_Return)
    hand.settled()

    assert words(hand)[0] == "Worth the journey"
    assert next(iter(pane.rows[1].fields.values())).hasFocus()


def test_a_new_question_stands_before_the_open_ones_and_is_typed_at_once(hand):
    pane = to(hand, QUESTIONS)

    pane.add.click()
    hand.settled()
    hand.write("The food")
    hand.keys(Qt.Key.Key_Return)
    hand.settled()

    assert words(hand) == ["Useful", "Time", "The day", "The food", "What would you change?"]


def test_a_question_moves_by_its_keys(hand):
    pane = to(hand, QUESTIONS)
    next(iter(pane.rows[1].fields.values())).setFocus()

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    hand.settled()

    assert words(hand)[:2] == ["Time", "Useful"]
    assert next(iter(pane.rows[0].fields.values())).hasFocus()


def test_a_question_is_answered_in_another_way_unless_it_is_answered_already(hand):
    hand.digits("5")
    hand.enter()
    pane = to(hand, QUESTIONS)

    pane.rows[1].kind.chosen.emit("smiley")
    pane.rows[0].kind.chosen.emit("open")
    hand.settled()

    kinds = [each.kind for each in hand.evaluation.questions]
    assert kinds[:2] == [QuestionKind.RATING, QuestionKind.SMILEY]
    assert "answered already" in pane.trouble.sentence


def test_a_deleted_question_comes_back_with_its_answers_by_undo(hand):
    hand.digits("53")
    hand.enter()
    pane = to(hand, QUESTIONS)

    pane.rows[0].delete.click()
    hand.settled()
    left = words(hand)
    hand.desk.undo()
    hand.settled()

    assert left == ["Time", "The day", "What would you change?"]
    assert hand.marks == [(5, 3, None)]


def test_ctrl_and_del_delete_the_question_in_hand(hand):
    to(hand, QUESTIONS)

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    hand.settled()

    assert words(hand) == ["Time", "The day", "What would you change?"]


def test_while_words_are_typed_ctrl_and_del_take_a_word_and_not_the_question(hand):
    pane = to(hand, QUESTIONS)
    field = next(iter(pane.rows[0].fields.values()))
    field.setCursorPosition(0)

    QTest.keyClick(field, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    hand.settled()

    assert len(hand.evaluation.questions) == 4
    assert field.text() == ""


def test_a_question_without_words_keeps_those_it_had(hand):
    pane = to(hand, QUESTIONS)
    field = next(iter(pane.rows[0].fields.values()))

    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    hand.settled()

    assert words(hand)[0] == "Useful"
    assert "needs words" in pane.trouble.sentence
    assert field.text() == "Useful"


def test_an_answer_in_words_is_put_right_in_its_place(hand):
    hand.digits("531")
    hand.write("Menos cafe")
    hand.enter()
    pane = to(hand, ANSWERS)

    pane.fields[0].setPlainText("Less coffee")
    QTest.keyClick(pane.fields[0], Qt.Key.Key_Return)
    hand.settled()

    assert hand.words == ["Less coffee"]
    assert pane.fields[0].toPlainText() == "Less coffee"


def test_words_from_people_are_never_taken_for_markup(hand):
    hand.digits("531")
    hand.write("<b>Less</b> & less")
    hand.enter()

    pane = to(hand, ANSWERS)

    assert pane.fields[0].toPlainText() == "<b>Less</b> & less"


def test_two_evaluations_stand_beside_each_other(show, open_desk, afternoon, evaluation):
    other = replace(evaluation, id=EvaluationId(new_id()), session=None)
    hand = show(open_desk([*afternoon.records(), evaluation, other]))

    hand.page.which.set_key(str(evaluation.id))
    hand.page.which.chosen.emit(str(evaluation.id))
    hand.digits("4")
    hand.enter()

    stored = {each.id: len(each.responses) for each in hand.desk.records.where(Evaluation)}
    assert stored == {evaluation.id: 1, other.id: 0}
    assert [hand.page.which.itemText(n) for n in range(2)] == [
        "Close of the day",
        "Evaluation of the workshop",
    ]


def test_a_session_that_lacks_its_forms_is_led_to(show, open_desk, afternoon, evaluation):
    asked = replace(afternoon.plans, type=SessionType.EVALUATION)
    records = [asked if each.id == asked.id else each for each in afternoon.records()]
    hand = show(open_desk([*records, evaluation]))

    hand.page.show_record(asked.id)
    waiting = hand.page.empty.isVisible()
    hand.page.empty.button.click()
    hand.settled()

    assert waiting
    assert {each.session for each in hand.desk.records.where(Evaluation)} == {asked.id, afternoon.close.id}
    assert hand.page.editing.evaluation.session == asked.id
