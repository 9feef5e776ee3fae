"""The window is closed while a person types into it: nothing of what is half typed is lost, not even a letter."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.bootstrap import open_workspace


@pytest.fixture
def program(qtbot, start, store, afternoon):
    """The program as it opens while a session runs."""
    store(afternoon.records(), run=afternoon.round.id)
    program = start()
    qtbot.waitUntil(lambda: program.window.current_page is not None and program.desk.ready)
    return program


def write(field, words):
    for sign in words:
        QApplication.sendEvent(
            field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
        )


def half_typed(file):
    with open_workspace(file) as workspace:
        return [draft.text for draft in workspace.drafts() if ".about" not in draft.place]


def test_half_a_card_in_the_capture_bar(program, desk_file):
    write(program.window.page("run").capture.frame.text, "También así")

    program.window.close()
    program.close()

    assert half_typed(desk_file) == ["También así"]


def test_half_a_card_on_the_wall(program, desk_file):
    program.window.show_page("cards")
    wall = program.window.page("cards").wall
    QTest.keyClick(wall, Qt.Key.Key_Insert)
    write(wall.writing.card.words, "También así")

    program.window.close()
    program.close()

    assert half_typed(desk_file) == ["También así"]


def test_what_was_discarded_before_the_window_was_closed_does_not_come_back(program, desk_file, start, qtbot):
    write(program.window.page("run").capture.frame.text, "Half a thou")
    program.close()
    again = start()
    qtbot.waitUntil(lambda: again.window.current_page is not None and again.desk.ready)
    again.window.page("run").capture.recovered.decline()

    again.close()

    assert half_typed(desk_file) == []
