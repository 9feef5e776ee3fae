"""A note-taker types forms in: a digit a question, Enter for the next sheet, the arrow up to correct."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from facilitator.persistence import change_log

UP, ENTER, SPACE = Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Space


def test_a_form_is_a_row_of_digits_and_enter_takes_the_next(hand):
    hand.digits("453")
    hand.write("Less heat")
    hand.enter()
    hand.digits("31")
    hand.enter()

    assert hand.marks == [(3, 1, None), (4, 5, 3)]
    assert hand.words == ["Less heat"]
    assert hand.field(0).hasFocus()
    assert [field.mark for field in hand.page.forms.rows.fields[:3]] == [None, None, None]


def test_forms_typed_faster_than_they_are_stored_all_arrive(hand):
    for _form in range(30):
        hand.digits("543")
        hand.keys(ENTER)
    hand.settled()

    assert hand.marks == [(5, 4, 3)] * 30


def test_space_leaves_a_question_out(hand):
    hand.keys(SPACE)
    hand.digits("4")
    hand.enter()

    assert hand.marks == [(None, 4, None)]


def test_backspace_takes_the_last_mark_back(hand):
    hand.digits("44")
    hand.keys(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    hand.digits("2")
    hand.enter()

    assert hand.marks == [(4, 2, None)]


def test_a_digit_that_is_no_mark_is_said_and_changes_nothing(hand):
    hand.digits("8")

    assert "Marks go from 1 to 5" in hand.page.forms.trouble.sentence
    assert hand.field(0).hasFocus()
    assert hand.field(0).mark is None


def test_smileys_take_no_more_than_three_marks(hand):
    hand.field(2).setFocus()

    hand.digits("4")

    assert "Marks go from 1 to 3" in hand.page.forms.trouble.sentence


def test_a_form_without_an_answer_is_not_stored(hand):
    hand.enter()

    assert hand.marks == []
    assert "Nothing is answered" in hand.page.forms.trouble.sentence


def test_a_mark_is_chosen_by_a_click_and_taken_away_by_another(hand):
    strip = hand.field(0)
    third = QPoint(strip.height() * 2 + 18, 16)

    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=third)
    chosen = strip.mark
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=third)

    assert chosen == 3
    assert strip.mark is None


def test_the_figures_follow_every_form(hand):
    for digits in ("5", "4", "4"):
        hand.digits(digits)
        hand.enter()
    row = hand.page.forms.rows._rows[0]

    assert (row.n.text(), row.mean.text(), row.median.text()) == ("3", "4.33", "4")
    assert row.spread._counts == (0, 0, 0, 2, 1)
    assert row.spread.accessibleName() == (
        "3 answers, mean 4.33, median 4. Answers by mark: 1: 0, 2: 0, 3: 0, 4: 2, 5: 1"
    )


def test_the_arrow_up_takes_the_last_form_up_and_enter_puts_it_right(hand):
    hand.digits("111")
    hand.write("Too hot")
    hand.enter()
    hand.digits("553")
    hand.enter()

    hand.keys(UP, UP)
    title = hand.page.forms._title.text()
    hand.digits("2")
    hand.enter()

    assert title == "Form 1, typed before"
    assert hand.marks == [(2, 1, 1), (5, 5, 3)]
    assert hand.words == ["Too hot"]
    assert hand.page.forms._title.text() == "Form 3"


def test_a_half_typed_form_waits_while_an_earlier_one_is_put_right(hand):
    hand.digits("111")
    hand.enter()
    hand.digits("5")
    hand.field(0).setFocus()

    hand.keys(UP)
    hand.digits("2")
    hand.enter()

    assert hand.marks == [(2, 1, 1)]
    assert hand.field(0).mark == 5


def test_a_form_that_was_typed_twice_is_deleted(hand):
    for _twice in range(2):
        hand.digits("123")
        hand.enter()

    hand.keys(UP)
    hand.page.forms.delete.click()
    hand.settled()

    assert hand.marks == [(1, 2, 3)]
    assert not hand.page.forms.entry.correcting


def test_undo_takes_the_last_form_back_and_the_arrow_up_does_not_find_it_any_more(hand):
    hand.digits("111")
    hand.enter()
    hand.digits("222")
    hand.enter()

    hand.desk.undo()
    hand.settled()
    hand.keys(UP)

    assert hand.marks == [(1, 1, 1)]
    assert [field.mark for field in hand.page.forms.rows.fields[:3]] == [1, 1, 1]


def test_leaving_the_page_forgets_in_which_order_forms_came(hand):
    hand.digits("531")
    hand.enter()
    hand.digits("122")
    hand.enter()

    hand.page.hide()
    hand.settled()

    told = []
    hand.desk.ask(lambda work: told.extend(steps_of(work, hand.evaluation.id)), lambda _answer: None)
    hand.qtbot.waitUntil(lambda: bool(told))
    assert "type-form" not in told
    assert hand.desk.undo_state.undo == "add-cycle"
    assert [tuple(each.ratings.values()) for each in hand.page.forms.entry.earlier] == hand.marks


def steps_of(work, key):
    with work.database.work.reading() as reading:
        return [step.label for step in change_log.history(reading.connection, key)]


def test_the_marks_are_a_slider_to_screen_readers(hand):
    strip = hand.field(0)
    hand.digits("4")
    spoken = QAccessible.queryAccessibleInterface(strip)

    assert spoken.role() is QAccessible.Role.Slider
    assert strip.accessibleName() == "Useful"
    assert spoken.valueInterface().currentValue() == 4


def test_escape_leads_back_to_run(hand, qtbot):
    with qtbot.waitSignal(hand.page.page_wanted) as wanted:
        hand.keys(Qt.Key.Key_Escape)

    assert wanted.args == ["run"]
