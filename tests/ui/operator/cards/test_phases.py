"""The phases of a board: one key or one click on, back again, and what cannot be undone is said first."""

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.cards import BoardMode, Phase
from ui.actions import install_actions

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def thread(page):
    return page.phases.phases


def test_one_key_leads_on_and_another_back(qtbot, page, thread, after):
    after(qtbot.keyClick, page.wall, Key.Key_Right, Alt)
    on = (page.board.phase, [knot.step.state for knot in thread.knots[:3]])
    after(qtbot.keyClick, page.wall, Key.Key_Left, Alt)

    assert on == (Phase.READ_OUT, ["done", "now", "coming"])
    assert page.board.phase is Phase.COLLECT


def test_a_click_on_a_phase_leads_there_and_one_undo_back(qtbot, page, desk, thread, after):
    after(qtbot.mouseClick, thread.knots[3], Qt.MouseButton.LeftButton)
    named = page.board.phase
    after(desk.undo)

    assert (named, page.board.phase) == (Phase.NAME, Phase.COLLECT)


def test_the_button_names_the_phase_that_it_leads_to(qtbot, page, thread, after):
    assert thread.next.accessibleName() == "Next phase: Read out"

    after(qtbot.mouseClick, thread.next, Qt.MouseButton.LeftButton)

    assert thread.next.accessibleName() == "Next phase: Group"
    assert thread.knots[1].accessibleName() == "Read out, now"


def test_the_vote_opens_the_sheet_on_which_dots_are_entered(qtbot, page, thread, after):
    opened = []
    actions = install_actions(page.window(), {"run.vote": lambda: opened.append(page.board.phase)})

    after(qtbot.mouseClick, thread.knots[4], Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: opened == [Phase.VOTE])
    assert actions


def test_anonymous_cards_are_read_out_only_after_it_was_said_what_is_forgotten(
    qtbot, page, desk, thread, after
):
    after(page.board_bar.mode_chosen.emit, "anonymous")
    qtbot.keyClick(page.wall, Key.Key_Right, Alt)
    said, still = thread.told, page.board.phase

    after(qtbot.keyClick, page.wall, Key.Key_Right, Alt)

    assert page.board.mode is BoardMode.ANONYMOUS
    assert "that cannot be undone" in said
    assert still is Phase.COLLECT
    assert page.board.phase is Phase.READ_OUT
    assert thread.told == ""
