"""The steps of a session are written on the Agenda page, by keyboard and by mouse, one change at a time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Kind
from facilitator.domain.steps import Step, StepCaptures, StepShows
from facilitator.domain.values import Text


@pytest.fixture
def steps(qtbot, hand):
    """Show the steps of the first session, and return the view."""
    view = hand.page.view
    QTest.mouseClick(view.toolbar.view.button("steps"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(view.steps.isVisible)
    return view.steps


@pytest.fixture
def stored(desk, hand):
    """Return the steps of the selected session as they are stored."""
    return lambda: desk.records.get(Session, hand.page._selected).steps


@pytest.fixture
def write(qtbot, hand, steps, stored):
    """Type instructions into the line, Enter after each, and wait until they are stored."""

    def written(*instructions):
        for words in instructions:
            count = len(stored())
            steps.begin_step()
            hand.type(words)
            hand.key(Qt.Key.Key_Return)
            qtbot.waitUntil(lambda count=count: len(stored()) == count + 1)

    return written


def instructions(steps):
    return [str(each.instruction) for each in steps]


def test_a_session_without_steps_says_what_steps_are_for_and_lets_the_first_be_typed(
    qtbot, hand, steps, stored
):
    assert steps.empty.isVisible()
    assert steps.line.hasFocus()

    hand.type("Write in silence")
    hand.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(stored()) == 1)

    assert instructions(stored()) == ["Write in silence"]
    assert not steps.empty.isVisible()
    assert steps.line.text() == ""


def test_a_cell_is_edited_by_enter_and_stored_as_one_leaves_it(qtbot, hand, desk, steps, stored, write):
    write("Write in silence")
    steps.table.setFocus()
    for column, words in (("minutes", "7"), ("tip", "Do not fill the silence")):
        steps.table.choose(0, column)
        hand.key(Qt.Key.Key_Return)
        hand.type(words)
        hand.key(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: desk.all_stored and steps.table.hasFocus())

    assert (stored()[0].minutes, str(stored()[0].tip)) == (7, "Do not fill the silence")
    assert "7 of" in steps.total.look.text


def test_minutes_that_are_no_number_are_refused_where_they_were_typed(hand, steps, stored, write):
    write("Write in silence")
    steps.table.setFocus()
    steps.table.choose(0, "minutes")
    hand.key(Qt.Key.Key_Return)
    hand.type("soon")
    hand.key(Qt.Key.Key_Return)

    assert "soon" in steps.trouble.sentence
    assert steps.table.is_editing()
    assert stored()[0].minutes == 0


def test_what_is_captured_and_shown_is_chosen_from_lists(qtbot, steps, stored, write):
    write("Write in silence")

    steps.table.cells.edited.emit(0, "captures", "cards")
    qtbot.waitUntil(lambda: stored()[0].captures is StepCaptures.CARDS)
    steps.table.cells.edited.emit(0, "kind", "suggestion")
    steps.table.cells.edited.emit(0, "shows", "question")
    qtbot.waitUntil(lambda: stored()[0].shows is StepShows.QUESTION)

    assert stored()[0].kind is Kind.SUGGESTION
    assert "suggestion" in dict(steps.table.items("kind"))


def test_a_new_step_captures_what_the_one_before_does(qtbot, steps, stored, write):
    write("Write in silence")
    steps.table.cells.edited.emit(0, "captures", "cards")
    qtbot.waitUntil(lambda: stored()[0].captures is StepCaptures.CARDS)

    write("Read out")

    assert stored()[1].captures is StepCaptures.CARDS


def test_steps_are_moved_deleted_and_brought_back_by_keys(qtbot, hand, desk, steps, stored, write):
    write("One", "Two", "Three")
    steps.table.setFocus()
    steps.table.choose(2)

    hand.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: instructions(stored()) == ["One", "Three", "Two"])
    moved_with_it = steps.table.chosen_key()
    hand.key(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: instructions(stored()) == ["One", "Two"])
    desk.undo()

    qtbot.waitUntil(lambda: instructions(stored()) == ["One", "Three", "Two"])
    assert moved_with_it == 1


def test_pasted_lines_become_steps_after_one_question(qtbot, steps, stored):
    QGuiApplication.clipboard().setText("Write\t5\tKeep quiet\n\nRead out\t10\nSort")
    QTest.keyClick(steps.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    asked = steps.offer.is_open
    before = stored()
    steps.offer.accept()
    qtbot.waitUntil(lambda: len(stored()) == 3)

    assert (asked, before) == (True, ())
    assert [(str(each.instruction), each.minutes, str(each.tip or "")) for each in stored()] == [
        ("Write", 5, "Keep quiet"),
        ("Read out", 10, ""),
        ("Sort", 0, ""),
    ]


def test_pasted_lines_may_stay_one_step(qtbot, steps, stored):
    QGuiApplication.clipboard().setText("Write one idea\nper card")
    QTest.keyClick(steps.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    steps.offer.decline()

    qtbot.waitUntil(lambda: instructions(stored()) == ["Write one idea per card"])


def test_steps_longer_than_their_session_are_said_in_words_and_tone(qtbot, desk, hand, steps, stored, write):
    write("Write in silence")
    minutes = desk.records.get(Session, hand.page._selected).planned_minutes

    steps.table.cells.edited.emit(0, "minutes", str(minutes + 5))
    qtbot.waitUntil(lambda: stored()[0].minutes == minutes + 5)

    assert steps.total.look.tone == "over"
    assert "5 min too long" in steps.total.look.text


def test_another_session_is_chosen_above_its_steps(qtbot, hand, steps):
    other = next(each for each in hand.desk.records.where(Session) if each.id != hand.page._selected)
    steps.sessions.setCurrentIndex(steps.sessions.findData(str(other.id)))

    steps.sessions.chosen.emit(str(other.id))

    assert hand.page._selected == other.id


def test_the_panel_says_how_many_steps_there_are_and_leads_to_them(qtbot, hand, desk):
    key = hand.page._selected
    step = Step(Text("Write", "en"), minutes=5)
    desk.perform(lambda work: work.guiding.add_steps(key, 0, [step, step]))
    panel = hand.page.view.panel
    qtbot.waitUntil(lambda: panel.steps.text() == "2 steps, 10 min")

    QTest.mouseClick(panel.steps, Qt.MouseButton.LeftButton)

    assert hand.page.view.shows_steps


def test_hostile_words_stay_words(qtbot, hand, steps, stored, write):
    write("<b>bold</b> & مرحبا 👩🏽‍🌾")

    assert instructions(stored()) == ["<b>bold</b> & مرحبا 👩🏽‍🌾"]
    assert steps.table.cells.data(steps.table.cells.index(0, 1)) == "<b>bold</b> & مرحبا 👩🏽‍🌾"
