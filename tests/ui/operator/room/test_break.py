"""A break from the console: one key, the minutes, a countdown, and an end by itself."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.agenda import Session, SessionStatus
from ui.operator.run.commands import RunCommands

BREAK = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def running(care, do, afternoon, desk_clock):
    do(lambda w: w.running.start_session(afternoon.round.id))
    desk_clock.pass_by(minutes=10)


@pytest.fixture
def status(desk, afternoon):
    return lambda: desk.records.get(Session, afternoon.round.id).status


def give(qtbot, care, window, desk, minutes):
    qtbot.keyClick(window, Qt.Key.Key_B, BREAK)
    care.pause.minutes.setValue(minutes)
    with qtbot.waitSignal(desk.changed):
        qtbot.keyClick(care.pause.minutes, Qt.Key.Key_Return)
    qtbot.waitUntil(care.pause.isHidden)


def test_the_key_asks_for_minutes_says_when_everybody_is_back_and_enter_gives_the_break(
    qtbot, care, window, desk, running, status
):
    qtbot.keyClick(window, Qt.Key.Key_B, BREAK)
    focused = care.pause.minutes.hasFocus()
    care.pause.minutes.setValue(20)
    said = care.pause.back.text()

    with qtbot.waitSignal(desk.changed):
        qtbot.keyClick(care.pause.minutes, Qt.Key.Key_Return)

    assert (focused, said) == (True, "Back at 12:30")
    assert status() is SessionStatus.PAUSED
    qtbot.waitUntil(care.pause.isHidden)


def test_the_stage_shows_the_break_and_comes_back_to_what_it_showed(
    qtbot, care, window, desk, director, desk_clock, running
):
    director.show("cards")
    give(qtbot, care, window, desk, 15)
    during = (director.key, director.view.back_at)

    desk_clock.pass_by(minutes=15)
    with qtbot.waitSignal(desk.changed):
        director.ticker.ticked.emit()

    assert during == ("break", "12:25")
    qtbot.waitUntil(lambda: director.key == "cards")


def test_a_break_ends_by_itself_and_the_session_goes_on_with_its_minutes(
    qtbot, care, window, desk, director, desk_clock, running, status
):
    give(qtbot, care, window, desk, 15)

    desk_clock.pass_by(minutes=17)
    with qtbot.waitSignal(desk.changed):
        director.ticker.ticked.emit()

    assert status() is SessionStatus.RUNNING
    assert director.clock.remaining(desk_clock.now()) == dt.timedelta(minutes=33)


def test_what_the_operator_chose_during_the_break_stays(
    qtbot, care, window, desk, director, desk_clock, running
):
    director.show("cards")
    give(qtbot, care, window, desk, 15)
    director.show("agenda")

    desk_clock.pass_by(minutes=15)
    with qtbot.waitSignal(desk.changed):
        director.ticker.ticked.emit()

    assert director.key == "agenda"


def test_the_keys_of_minutes_change_the_break_while_it_lasts(qtbot, care, window, desk, director, running):
    give(qtbot, care, window, desk, 15)
    commands = RunCommands(desk, director, window)

    with qtbot.waitSignal(desk.changed):
        commands.give(5)

    assert director.view.back_at == "12:30"


def test_the_sheet_of_a_break_that_is_on_changes_it_and_ends_it(
    qtbot, care, window, desk, director, running, status
):
    give(qtbot, care, window, desk, 15)
    qtbot.keyClick(window, Qt.Key.Key_B, BREAK)

    with qtbot.waitSignal(desk.changed):
        care.pause.steps[-5].click()
    qtbot.waitUntil(lambda: care.pause.back.text() == "Back at 12:20")
    with qtbot.waitSignal(desk.changed):
        care.pause.end.click()

    assert status() is SessionStatus.RUNNING
    qtbot.waitUntil(care.pause.isHidden)


def test_a_break_of_the_agenda_gets_more_minutes_from_the_same_sheet(
    qtbot, care, window, desk, do, afternoon
):
    do(lambda w: w.running.start_session(afternoon.coffee.id))
    qtbot.keyClick(window, Qt.Key.Key_B, BREAK)
    before = care.pause.back.text()

    with qtbot.waitSignal(desk.changed):
        care.pause.steps[5].click()

    assert before == "Back at 12:15"
    qtbot.waitUntil(lambda: care.pause.back.text() == "Back at 12:20")
    care.pause.close_sheet()


def test_without_a_session_the_sheet_says_so_and_offers_the_stage(qtbot, care, window, director):
    qtbot.keyClick(window, Qt.Key.Key_B, BREAK)

    assert care.pause.go.isHidden()
    assert "No session runs" in care.pause.said.text()
    care.pause.show_stage.click()
    assert director.key == "break"


def test_a_program_opened_again_after_the_break_finds_it_ended(
    qtbot, care, window, desk, director, desk_clock, running, status
):
    give(qtbot, care, window, desk, 10)
    desk_clock.pass_by(minutes=60)

    with qtbot.waitSignal(desk.changed):
        care.breaks._tick()

    assert status() is SessionStatus.RUNNING
    assert director.clock.remaining(desk_clock.now()) == dt.timedelta(minutes=-15)


def test_a_break_that_is_over_is_not_what_undo_takes_back(
    qtbot, care, window, desk, director, desk_clock, do, running
):
    give(qtbot, care, window, desk, 10)
    desk_clock.pass_by(minutes=10)
    with qtbot.waitSignal(desk.changed):
        director.ticker.ticked.emit()
    qtbot.waitUntil(lambda: not desk._pending)

    assert desk.undo_state.undo == "start-session"
