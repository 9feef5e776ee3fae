"""The Agenda page: planned by mouse and by key, stored at once, followed when others change it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from facilitator.bootstrap import open_workspace
from facilitator.domain.agenda import SessionType
from facilitator.domain.cards import Board, BoardMode

ALT = Qt.KeyboardModifier.AltModifier
DAY = [
    "12:00 45 Improving the cycle",
    "12:45 15 Coffee",
    "13:00 60 Double loop",
    "14:00 60 Next phase",
    "15:00 15 Close of the day",
]


def test_the_day_is_shown_in_the_order_of_time(hand):
    assert hand.agenda() == DAY
    assert hand.page._days[0].title == "Thursday 6"
    assert hand.page._days[0].summary == "3 h in session, 15 min breaks, ends 15:15"


def test_a_block_is_as_high_as_it_is_long_and_never_too_low_to_read(hand):
    line = hand.page.view.timeline

    heights = [line.placed(block.id).height() for block in hand.page._days[0].blocks]

    assert heights[2] == pytest.approx(heights[3])
    assert heights[2] > heights[0] > heights[1]
    assert min(heights) >= 22


def test_a_longer_session_pushes_those_behind_it(hand):
    hand.choose("Double loop")

    hand.field("minutes").setFocus()
    hand.key(Qt.Key.Key_Up)

    hand.until(*DAY[:2], "13:00 65 Double loop", "14:05 60 Next phase", "15:05 15 Close of the day")


def test_the_lower_edge_is_dragged_in_steps_of_five_minutes(hand):
    hand.drag("Double loop", "bottom", hand.px("Double loop", 22))

    hand.until(*DAY[:2], "13:00 80 Double loop", "14:20 60 Next phase", "15:20 15 Close of the day")


def test_the_upper_edge_leaves_the_end_where_it_is(hand):
    hand.drag("Double loop", "top", hand.px("Double loop", 20))

    hand.until(*DAY[:2], "13:20 40 Double loop", *DAY[3:])


def test_a_session_dragged_behind_another_takes_its_turn(hand):
    hand.drag("Double loop", "body", hand.px("Double loop", 100))

    hand.until(*DAY[:2], "13:00 60 Next phase", "14:00 60 Double loop", "15:00 15 Close of the day")


def test_escape_drops_a_drag_and_nothing_is_stored(hand):
    line = hand.page.view.timeline
    rect = line.placed(hand.session("Double loop").id)
    hand._mouse(QEvent.Type.MouseButtonPress, rect.center())
    hand._mouse(QEvent.Type.MouseMove, rect.center() + rect.center() * 0.1)
    hand.key(Qt.Key.Key_Escape)
    hand._mouse(QEvent.Type.MouseButtonRelease, rect.center())

    assert line._drag is None
    assert hand.agenda() == DAY


def test_alt_and_arrows_move_the_chosen_session(hand):
    hand.choose("Next phase")

    hand.key(Qt.Key.Key_Up, ALT)

    hand.until(*DAY[:2], "13:00 60 Next phase", "14:00 60 Double loop", "15:00 15 Close of the day")
    assert hand.page._selected == hand.session("Next phase").id


def test_a_locked_session_that_should_move_says_why_it_does_not(hand):
    hand.choose("Coffee")

    hand.key(Qt.Key.Key_Up, ALT)

    hand.qtbot.waitUntil(lambda: "keeps its time" in hand.page.view.trouble.sentence)
    assert hand.agenda() == DAY


def test_insert_adds_a_session_behind_the_chosen_one_and_its_title_can_be_typed_at_once(hand):
    hand.choose("Double loop")

    hand.key(Qt.Key.Key_Insert)
    hand.until(*DAY[:3], "14:00 30 New session", "14:30 60 Next phase", "15:30 15 Close of the day")
    hand.type("Síntesis")
    hand.key(Qt.Key.Key_Return)

    hand.qtbot.waitUntil(lambda: "14:00 30 Síntesis" in hand.agenda())


def test_delete_takes_the_chosen_session_and_undo_brings_everything_back(hand):
    hand.choose("Double loop")

    hand.key(Qt.Key.Key_Delete)
    hand.until(*DAY[:2], "13:00 60 Next phase", "14:00 15 Close of the day")
    chosen = hand.page._selected
    hand.desk.undo()

    hand.until(*DAY)
    assert chosen == hand.session("Next phase").id


def test_delete_does_nothing_to_a_break_that_is_only_just_coming(hand):
    hand.choose("Double loop")

    hand.page._add_break()
    hand.page._delete()

    hand.qtbot.waitUntil(lambda: len(hand.agenda()) == len(DAY) + 1)
    assert set(DAY[:3]) < set(hand.agenda())


def test_the_duplicate_button_adds_the_session_again_with_its_question(hand):
    hand.choose("Improving the cycle")

    hand.page.view.panel._duplicate.click()

    hand.qtbot.waitUntil(lambda: len(hand.desk.records.where(Board)) == 2)
    assert [line for line in hand.agenda() if "Improving" in line] == [
        "12:00 45 Improving the cycle",
        "12:45 45 Improving the cycle",
    ]


def test_a_field_is_stored_as_one_leaves_it(hand):
    hand.choose("Next phase")
    notes = hand.field("facilitator_notes")

    notes.setFocus()
    hand.type("Five minutes of silent writing")
    hand.field("method").setFocus()

    hand.qtbot.waitUntil(lambda: hand.session("Next phase").facilitator_notes is not None)
    assert str(hand.session("Next phase").facilitator_notes) == "Five minutes of silent writing"


def test_words_that_are_being_typed_stay_when_another_program_changes_the_session(
    hand, desk_file, desk_clock
):
    hand.choose("Next phase")
    objective = hand.field("objective")
    objective.setFocus()
    hand.type("Who does what")

    with open_workspace(desk_file, desk_clock) as other:
        other.scheduling.set_length(hand.session("Next phase").id, 50)

    hand.qtbot.waitUntil(lambda: "14:00 50 Next phase" in hand.agenda(), timeout=3000)
    assert objective.toPlainText() == "Who does what"
    assert hand.field("minutes").value() == 50
    hand.key(Qt.Key.Key_Escape)


def test_a_start_that_is_no_time_stays_in_its_field_with_a_sentence(hand):
    hand.choose("Next phase")
    start = hand.field("planned_start")

    start.setFocus()
    start.selectAll()
    hand.type("soon")
    hand.key(Qt.Key.Key_Return)

    row = hand.page.view.panel.rows["planned_start"]
    hand.qtbot.waitUntil(lambda: "no time of day" in row.error.sentence)
    assert start.text() == "soon"
    assert hand.agenda() == DAY


def test_a_start_may_be_typed_short(hand):
    hand.choose("Next phase")
    start = hand.field("planned_start")

    start.setFocus()
    start.selectAll()
    hand.type("1415")
    hand.key(Qt.Key.Key_Return)

    hand.until(*DAY[:3], "14:15 60 Next phase", "15:15 15 Close of the day")


def test_a_pinned_session_keeps_its_start(hand):
    hand.choose("Close of the day")
    hand.field("locked").click()
    hand.qtbot.waitUntil(lambda: hand.session("Close of the day").locked)

    hand.choose("Double loop")
    hand.field("minutes").setFocus()
    hand.key(Qt.Key.Key_Down)

    hand.until(*DAY[:2], "13:00 55 Double loop", "13:55 60 Next phase", "15:00 15 Close of the day")


def test_the_shortest_time_of_a_session_is_said_or_left_to_half_of_it(hand):
    hand.choose("Double loop")
    shortest = hand.field("shortest_minutes")
    guessed = shortest.placeholderText()

    shortest.setFocus()
    hand.type("45")
    hand.key(Qt.Key.Key_Return)
    hand.qtbot.waitUntil(lambda: hand.session("Double loop").shortest_minutes == 45)
    hand.type("many")
    hand.key(Qt.Key.Key_Return)

    error = hand.page.view.panel.rows["shortest_minutes"].error
    hand.qtbot.waitUntil(lambda: error.sentence == "“many45” is no number.")
    assert guessed == "30"
    assert hand.session("Double loop").shortest_minutes == 45


def test_the_question_for_the_room_is_asked_in_the_panel(hand):
    hand.choose("Next phase")
    question = hand.field("question")

    question.setFocus()
    hand.type("Who does what until September?")
    hand.key(Qt.Key.Key_Return)

    asked = hand.session("Next phase").id
    hand.qtbot.waitUntil(lambda: hand.desk.records.where(Board, session=asked) != [])
    (board,) = hand.desk.records.where(Board, session=asked)
    assert str(board.question) == "Who does what until September?"
    assert board.mode is BoardMode.OPEN


def test_arrows_go_from_session_to_session(hand):
    hand.choose("Improving the cycle")

    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Down)

    assert hand.page._selected == hand.session("Double loop").id
    assert hand.page.view.timeline.accessibleDescription() == "13:00, Double loop, Reflection, 1 h"


def test_enter_goes_to_the_title(hand):
    hand.choose("Next phase")

    hand.key(Qt.Key.Key_Return)

    assert QApplication.focusWidget() is hand.field("title")


def test_a_break_is_added_behind_the_chosen_session(hand):
    hand.choose("Double loop")

    hand.page.view.toolbar.pause.click()

    hand.until(*DAY[:3], "14:00 15 Break", "14:15 60 Next phase", "15:15 15 Close of the day")
    assert hand.session("Break").type is SessionType.BREAK


def test_a_day_is_added_and_the_session_can_be_sent_there(hand):
    hand.page.view.toolbar.day.click()
    hand.qtbot.waitUntil(lambda: len(hand.page._days) == 2)
    hand.choose("Next phase")

    friday = hand.field("date").findData("2014-02-07")
    hand.field("date").setCurrentIndex(friday)
    hand.field("date").activated.emit(friday)

    hand.until(*DAY[:3], "14:00 15 Close of the day", "08:30 60 Next phase")


def test_without_a_title_a_session_is_refused_and_the_field_keeps_what_was_typed(hand):
    hand.choose("Next phase")
    title = hand.field("title")

    title.setFocus()
    title.selectAll()
    hand.key(Qt.Key.Key_Backspace)
    hand.key(Qt.Key.Key_Return)

    row = hand.page.view.panel.rows["title"]
    hand.qtbot.waitUntil(lambda: row.error.sentence == "A session needs a title.")
