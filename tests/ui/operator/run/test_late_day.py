"""One late day from its start to its end, by keys alone, as a facilitator runs it."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.agenda import Priority, Session, SessionStatus
from facilitator.domain.cycles import Workshop
from tests.fixtures.desks import NOON
from ui.operator.run.commands import ensure_commands

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def afternoon(afternoon):
    """The small day; the coffee may move and planning could be left out."""
    afternoon.coffee = replace(afternoon.coffee, locked=False)
    afternoon.plans = replace(afternoon.plans, priority=Priority.COULD)
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
def time(run, desk_clock):
    """Let it be a time of day in Managua: `time("13:05")`."""

    def becomes(words):
        local = dt.datetime.combine(NOON.date(), dt.time.fromisoformat(words), dt.UTC)
        desk_clock.instant = local + dt.timedelta(hours=6)
        run._ticked()

    return becomes


def test_a_late_day_ends_on_time(qtbot, run, desk, key, time, afternoon):
    planned = [(each.planned_start, each.planned_minutes) for each in afternoon.sessions]
    said = []

    def look():
        said.append((run.agenda._pill.look.text, run.timer._digits._text))

    time("12:10")
    key(Qt.Key.Key_F9)
    key(Qt.Key.Key_Up, CONTROL | SHIFT)
    time("12:30")
    look()
    key(Qt.Key.Key_F8, SHIFT)
    key(Qt.Key.Key_1)
    key(Qt.Key.Key_Return)
    look()
    key(Qt.Key.Key_F8)
    time("12:34")
    key(Qt.Key.Key_F8)
    look()
    time("13:04")
    key(Qt.Key.Key_F9)
    time("13:18")
    key(Qt.Key.Key_F9)
    look()
    time("14:10")
    key(Qt.Key.Key_F8, SHIFT)
    key(Qt.Key.Key_2)
    key(Qt.Key.Key_Escape)
    key(Qt.Key.Key_F9)
    look()
    key(Qt.Key.Key_F9, SHIFT)
    time("15:00")
    qtbot.waitUntil(lambda: desk.records.get(Session, afternoon.close.id).status is SessionStatus.RUNNING)
    qtbot.waitUntil(lambda: desk._pending == 0)
    time("15:14")
    look()
    key(Qt.Key.Key_F9)

    assert said == [
        ("15 min late, ends 15:30", "30:00"),
        ("On time, ends 15:15", "30:00"),
        ("4 min late, ends 15:19", "30:00"),
        ("3 min late, ends 15:18", "1:00:00"),
        ("5 min early, ends 15:10", "45:00"),
        ("On time, ends 15:15", "1:00"),
    ]
    day = [desk.records.get(Session, each.id) for each in afternoon.sessions]
    assert {each.status for each in day} == {SessionStatus.DONE}
    assert [(each.planned_start, each.planned_minutes) for each in day] == planned
    assert [line.versus for line in run.agenda.model.lines] == ["+9", "−1", "−8", "−10", "−1"]


def test_the_ways_to_end_on_time_go_with_the_workshop(qtbot, run, desk, key, time, afternoon):
    time("12:10")
    key(Qt.Key.Key_F9)
    time("12:58")
    key(Qt.Key.Key_F8, SHIFT)
    was_open = run.catching_up.is_open

    desk.perform(lambda workspace: workspace.books.delete(Workshop, afternoon.workshop.id))
    qtbot.waitUntil(lambda: desk.workshop is None)
    run.retranslate()

    assert was_open
    assert not run.catching_up.is_open
