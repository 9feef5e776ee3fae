"""The first second: the keys of vote, break and check are there from the start, and none is pressed for nothing."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from ui.operator.preflight.card import PreflightCard
from ui.operator.room.break_sheet import BreakSheet
from ui.operator.voting.sheet import VoteSheet

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
KEYS = [
    (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier, VoteSheet),
    (Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier, PreflightCard),
    (Qt.Key.Key_B, CTRL_SHIFT, BreakSheet),
]


def press(window, key, modifiers):
    at = QApplication.focusWidget() or window
    override = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    override.ignore()
    QApplication.sendEvent(at, override)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(at, QKeyEvent(kind, key, modifiers))


def is_open(window, kind):
    return any(
        sheet.isVisible() and sheet.isAncestorOf(QApplication.focusWidget())
        for sheet in window.findChildren(kind)
    )


@pytest.mark.parametrize(("key", "modifiers", "sheet"), KEYS)
def test_a_key_pressed_as_soon_as_the_page_is_there_opens_its_sheet_at_once(
    qtbot, start, store, afternoon, key, modifiers, sheet
):
    store(afternoon.records(), run=afternoon.round.id)
    program = start()
    qtbot.waitUntil(lambda: program.window.current_page is not None and program.window.isActiveWindow())
    assert program.workings.wiring.room.care is None

    press(program.window, key, modifiers)

    assert is_open(program.window, sheet)


@pytest.mark.parametrize(("key", "modifiers", "sheet"), KEYS)
def test_a_key_pressed_before_the_database_is_open_is_answered_once_it_is(
    qtbot, start, store, afternoon, key, modifiers, sheet
):
    store(afternoon.records(), run=afternoon.round.id)
    program = start()
    with qtbot.waitSignal(program.seen):
        pass
    qtbot.waitUntil(program.window.isActiveWindow)
    assert not program.desk.ready

    press(program.window, key, modifiers)

    qtbot.waitUntil(lambda: is_open(program.window, sheet))


def test_who_presses_no_key_has_everything_loaded_a_moment_later(qtbot, start, store, afternoon):
    store(afternoon.records())

    program = start()

    qtbot.waitUntil(lambda: program.workings.wiring.room.care is not None)
    assert program.desk.ready


def test_settings_opened_in_the_first_second_say_where_copies_go(qtbot, start, store, afternoon):
    store(afternoon.records())
    program = start()
    qtbot.waitUntil(lambda: program.window.current_page is not None and program.desk.ready)
    assert program.workings.wiring.room.care is None

    program.window.rail.chosen.emit("settings")

    page = program.window.current_page
    qtbot.waitUntil(lambda: "No folder chosen" in [each.text() for each in page.findChildren(QLabel)])
