"""The phases of the board on the console: led by keys while one types, and the stage follows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.cards import Board, Phase
from facilitator.services.wall import NewCard
from tests.afternoon import said
from tests.ui.operator.run.conftest import type_in

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def thread(qtbot, run, do, afternoon):
    """The thread of the session that runs, with its board on the stage."""
    do(lambda workspace: workspace.running.start_session(afternoon.round.id))
    qtbot.waitUntil(lambda: run.phases.phases is not None)
    return run.phases.phases


@pytest.fixture
def lead(qtbot, run, desk, afternoon):
    """Press a key in the capture bar and return the phase that the board is in then."""

    def pressed(key):
        with qtbot.waitSignal(desk.changed):
            QTest.keyClick(run.capture.frame.text, key, Alt)
        return desk.records.get(Board, afternoon.board.id).phase

    return pressed


def test_the_thread_comes_after_the_rest_of_the_page_was_seen(thread, run):
    assert thread.isVisible()
    assert [knot.step.word for knot in thread.knots] == [
        "Collect", "Read out", "Group", "Name", "Vote", "Conclude",
    ]  # fmt: skip


def test_keys_lead_on_and_back_while_half_typed_words_stay(run, thread, director, lead):
    type_in(run.capture.frame.text, "half a card")

    on = (lead(Key.Key_Right), director.key)
    back = (lead(Key.Key_Left), director.key)

    assert on == (Phase.READ_OUT, "cards")
    assert back == (Phase.COLLECT, "question")
    assert run.capture.text == "half a card"


def test_a_session_without_a_board_has_no_phases(qtbot, run, do, thread, afternoon):
    do(lambda workspace: workspace.running.start_session(afternoon.loops.id))

    assert not run.phases.isVisible()


def test_words_give_way_where_the_window_is_narrow_and_the_phase_that_is_on_keeps_its_word(thread):
    thread.resize(330, thread.height())

    words = [knot.sizeHint().width() == knot.width_with(word=True) for knot in thread.knots]

    assert words[0]
    assert not words[-1]


def test_cards_that_are_read_out_wait_for_whoever_turns_the_page(qtbot, run, do, thread, director, afternoon):
    words = "Everything that one team said about its first visit, in the words of the team itself"
    new = [NewCard(text=said(f"{words} {number}"), board=afternoon.board.id) for number in range(30)]
    do(lambda workspace: workspace.wall.add_cards(afternoon.round.id, new))
    do(lambda workspace: workspace.wall.set_phase(afternoon.board.id, Phase.READ_OUT))
    turner = run.phases._leading.pages

    QTest.keyClick(run.capture.frame.text, Key.Key_PageDown, Alt)

    assert turner.isVisible()
    assert director.page[0] == 2
    assert turner.where.text().startswith("The room sees page 2 of ")
    assert not director.outlet.window.widget._turning.isActive()
