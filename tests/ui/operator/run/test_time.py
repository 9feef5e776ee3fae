"""A late day at the console, by keys: minutes, a start by itself, and the ways to end on time."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from facilitator.domain.agenda import Priority, Session, SessionStatus, SessionType, TimerTransition
from facilitator.domain.late_day import Recovery
from tests.afternoon import DAY
from tests.fixtures.desks import NOON
from tests.ui.operator.run.conftest import type_in
from ui.operator.run.commands import ensure_commands

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def afternoon(afternoon):
    """The small day with a coffee that may move, something that could be left out, and a tomorrow."""
    afternoon.coffee = replace(afternoon.coffee, locked=False)
    afternoon.plans = replace(afternoon.plans, priority=Priority.COULD)
    tomorrow = DAY.replace(day=DAY.day + 1)
    afternoon.others = [replace(afternoon.session("08:30", 15, "Recap", SessionType.REVIEW), date=tomorrow)]
    return afternoon


@pytest.fixture
def key(qtbot, run, desk, director):
    """Press a key in the window and wait until what it did is stored."""
    ensure_commands(run.window(), desk, director)

    def pressed(code, modifiers=NONE):
        QTest.keyClick(run.window().windowHandle(), code, modifiers)
        qtbot.waitUntil(lambda: desk._pending == 0)

    return pressed


@pytest.fixture
def late(run, do, desk_clock, afternoon):
    """The first session began twelve minutes late."""
    desk_clock.pass_by(minutes=12)
    do(lambda w: w.running.start_session(afternoon.round.id))


def session(desk, of):
    return desk.records.get(Session, of.id)


def clock_is_whole(timer):
    """Whether every digit and word of the clock is to be read."""
    words = timer._lead.is_elided() or timer._ends.is_elided()
    return not words and timer._digits.width() >= timer._digits.sizeHint().width()


def pill(run):
    return run.agenda._pill.look.text


def stored(desk):
    """Return all that the day consists of, without its stamps."""
    return {
        each.id: replace(each, changed_at=None)
        for kind in (Session, TimerTransition)
        for each in desk.records.where(kind)
    }


def test_five_minutes_by_key_while_a_card_is_being_typed(run, late, key):
    type_in(run.capture.frame.text, "half a thou")

    key(Qt.Key.Key_Up, CONTROL | SHIFT)
    more = run.timer._digits._text
    key(Qt.Key.Key_Down, CONTROL | SHIFT)
    key(Qt.Key.Key_Down, CONTROL | SHIFT)

    assert (more, run.timer._digits._text) == ("50:00", "40:00")
    assert run.capture.text == "half a thou"


def test_minutes_that_a_session_does_not_have_are_not_remembered(run, late, key, desk_clock):
    for _press in range(12):
        key(Qt.Key.Key_Down, CONTROL | SHIFT)
    none_left = run.timer._digits._text

    key(Qt.Key.Key_Up, CONTROL | SHIFT)

    assert (none_left, run.timer._digits._text) == ("0:00", "5:00")


def test_a_late_day_offers_the_best_way_in_a_sentence_and_applies_it(qtbot, run, desk, late):
    said = run.agenda._sentence.text()

    with qtbot.waitSignal(desk.changed):
        run.agenda._apply.click()

    assert said == "Next phase in 48 min. Ends 15:15, as planned."
    assert pill(run) == "On time, ends 15:15"
    assert run.agenda._apply.isHidden()
    assert [line.versus for line in run.agenda.model.lines[1:]] == ["", "", "−12", ""]


def test_a_day_that_is_a_little_late_is_not_pressed(run, do, desk_clock, afternoon):
    desk_clock.pass_by(minutes=4)
    do(lambda w: w.running.start_session(afternoon.round.id))

    assert pill(run) == "4 min late, ends 15:19"
    assert run.agenda._apply.isHidden()
    assert run.agenda._ways.isHidden()


def test_the_ways_open_by_key_in_the_place_of_the_cards_and_escape_leads_back(run, late, key):
    key(Qt.Key.Key_F8, SHIFT)
    panel = run.catching_up.panel
    opened = panel.isVisible() and panel.view.hasFocus() and not run.stream.isVisible()

    key(Qt.Key.Key_Escape)

    assert opened
    assert not panel.isVisible()
    assert run.stream.isVisible()
    assert run.capture.frame.text.hasFocus()


@pytest.mark.parametrize(("digit", "way"), list(zip("1234", Recovery, strict=True)))
def test_each_way_is_two_keys_away_and_one_undo_takes_it_back(qtbot, run, desk, late, key, digit, way):
    before = stored(desk)
    key(Qt.Key.Key_F8, SHIFT)
    key(getattr(Qt.Key, f"Key_{digit}"))
    shown = run.catching_up.panel.shown

    with qtbot.waitSignal(desk.changed):
        key(Qt.Key.Key_Return)
    applied = pill(run)
    with qtbot.waitSignal(desk.changed):
        desk.undo()

    assert shown.way is way
    assert applied.startswith(("On time", "48 min early")), applied
    assert stored(desk) == before
    assert pill(run) == "12 min late, ends 15:27"
    assert run.capture.frame.text.hasFocus()


def test_what_changes_is_said_in_words_and_not_by_colour_alone(run, late, key):
    key(Qt.Key.Key_F8, SHIFT)
    panel = run.catching_up.panel

    spoken = [row.spoken() for row in panel.model.rows]
    key(Qt.Key.Key_2)
    dropped = [row.spoken() for row in panel.model.rows if row.changes]
    key(Qt.Key.Key_3)
    later = [row.spoken() for row in panel.model.rows if row.changes]
    key(Qt.Key.Key_4)
    moved = [row.spoken() for row in panel.model.rows if row.changes]

    assert spoken[3:] == [
        "Next phase, 14:12 60 min, 14:12 48 min, 12 min less",
        "Close of the day, 15:12 15 min, 15:00 15 min",
    ]
    assert dropped == ["Next phase, 14:12 60 min, left out"]
    assert later == ["Agreed end, 15:15, 15:27, 12 min later"]
    assert moved == ["Next phase, 14:12 60 min, to the next day", "Next phase, 08:45 60 min, comes here"]


def test_the_arrows_go_through_the_ways(run, late, key):
    key(Qt.Key.Key_F8, SHIFT)
    panel = run.catching_up.panel
    seen = []
    for _step in range(5):
        seen.append(panel.shown.way)
        key(Qt.Key.Key_Right)

    assert seen == [*Recovery, Recovery.SHORTEN]


def test_a_day_on_time_has_nothing_to_apply(run, desk, do, key, afternoon):
    do(lambda w: w.running.start_session(afternoon.round.id))

    before = stored(desk)

    key(Qt.Key.Key_F8, SHIFT)
    panel = run.catching_up.panel
    said = (panel.isVisible(), panel._apply.isVisible(), panel._sentence.text())
    key(Qt.Key.Key_Return)

    assert said == (True, False, "The day ends at 15:15, as agreed. Nothing needs to change.")
    assert stored(desk) == before
    assert not run.catching_up.is_open  # Enter pressed the button that leads back


def test_escape_from_the_capture_bar_leaves_the_ways_too(run, late, key):
    key(Qt.Key.Key_F8, SHIFT)
    run.capture.take_focus()

    key(Qt.Key.Key_Escape)

    assert not run.catching_up.is_open
    assert run.capture.frame.text.hasFocus()


def test_cards_go_on_arriving_while_the_ways_are_looked_at(run, late, key, do, afternoon):
    key(Qt.Key.Key_F8, SHIFT)

    do(lambda w: w.books.add(afternoon.card("From the other laptop")))

    assert [card.text for card in run.stream.model.cards] == ["From the other laptop"]
    assert run.catching_up.is_open


def test_a_session_starts_by_itself_at_its_planned_second(qtbot, run, do, desk, key, desk_clock, afternoon):
    do(lambda w: w.running.start_session(afternoon.round.id))
    key(Qt.Key.Key_F9, SHIFT)
    said = run.timer._armed.isVisible() and run.timer._armed._pill.look.text

    desk_clock.pass_by(minutes=45, seconds=0.4)
    qtbot.waitUntil(lambda: session(desk, afternoon.coffee).status is SessionStatus.RUNNING)

    planned = NOON.replace(minute=45)
    assert said == "The next session starts by itself at 12:45"
    assert session(desk, afternoon.coffee).actual_start == planned
    assert session(desk, afternoon.round).actual_end == planned
    qtbot.waitUntil(lambda: desk._pending == 0)
    assert not run.timer._armed.isVisible()


def test_a_start_by_itself_can_be_cancelled(qtbot, run, do, desk, key, desk_clock, afternoon):
    do(lambda w: w.running.start_session(afternoon.round.id))
    key(Qt.Key.Key_F9, SHIFT)

    with qtbot.waitSignal(desk.changed):
        run.timer._armed._cancel.click()
    desk_clock.pass_by(minutes=46)
    with qtbot.waitSignal(run._stage.ticker.ticked):
        pass
    qtbot.waitUntil(lambda: desk._pending == 0)

    assert session(desk, afternoon.coffee).status is SessionStatus.PLANNED
    assert run.timer._digits._text == "+1:00"


def test_before_the_day_the_clock_counts_down_to_a_start_by_itself(run, do, desk, key, desk_clock, afternoon):
    desk_clock.pass_by(minutes=-10)
    do(lambda w: w.running.start_workshop(afternoon.workshop.id))
    offered = run.timer._by_itself.text()

    key(Qt.Key.Key_F9, SHIFT)
    desk_clock.pass_by(seconds=30)
    run._ticked()

    assert offered == "At 12:00"
    assert (run.timer._digits._text, run.timer._lead.text()) == ("9:30", "until the start")
    assert run.timer._pause.isHidden()
    assert session(desk, afternoon.round).status is SessionStatus.PLANNED


def test_undo_of_a_start_by_itself_gives_the_room_its_break_back(
    qtbot, run, do, desk, key, desk_clock, afternoon
):
    do(lambda w: w.running.start_session(afternoon.round.id))
    key(Qt.Key.Key_F9, SHIFT)
    desk_clock.pass_by(minutes=45)
    qtbot.waitUntil(lambda: session(desk, afternoon.coffee).status is SessionStatus.RUNNING)
    qtbot.waitUntil(lambda: desk._pending == 0)

    with qtbot.waitSignal(desk.changed):
        desk.undo()
    desk_clock.pass_by(minutes=2)
    with qtbot.waitSignal(run._stage.ticker.ticked):
        pass
    qtbot.waitUntil(lambda: desk._pending == 0)

    assert session(desk, afternoon.coffee).status is SessionStatus.PLANNED
    assert run.timer._digits._text == "+2:00"


@pytest.mark.parametrize("window", [(1180, 680), (1366, 768), (1440, 900), (1920, 1080)])
def test_no_digit_and_no_word_of_the_clock_is_cut_in_any_window(qtbot, run, late, theme, desk_clock, window):
    theme.set_metrics(theme.tokens.layout.metrics(*window))
    run.set_compact(compact=theme.metrics.compact)
    room = QSize(window[0] - theme.metrics.rail, window[1] - theme.metrics.header)
    qtbot.waitUntil(lambda: run.resize(room) or run.size() == room)

    for minutes in (0, 40, 20, 60):
        desk_clock.pass_by(minutes=minutes)
        run._ticked()
        qtbot.waitUntil(lambda: clock_is_whole(run.timer))

    assert run.timer._digits._text.startswith("+1:")
