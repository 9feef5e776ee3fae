"""Where a session ran when the program was last here, a card can be typed before the database is open."""

import threading

import pytest
from PySide6.QtCore import Qt

from facilitator.bootstrap import open_workspace
from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, Card, Kind
from facilitator.domain.errors import CannotOpen
from facilitator.resumption import remember, was_running
from tests.ui.operator.run.conftest import press, type_in

TYPED = ("El riego llegó tarde", "El vivero funciona", "¿Quién cuida la bomba?")


@pytest.fixture
def place(tmp_path):
    """Where the database is, for the program's note of what ran; forgotten after the test."""
    where = str(tmp_path / "workshop.sqlite")
    yield where
    remember(where, running=False)


@pytest.fixture
def gate():
    """What the opening of the database waits for."""
    made = threading.Event()
    yield made
    made.set()


@pytest.fixture
def expecting(qtbot, start, gate, place, desk_file, desk_clock):
    """Start the program where a session is expected to run; the capture bar has the focus, and no records are there."""

    def begun(open_database=lambda: open_workspace(desk_file, desk_clock)):
        def late():
            gate.wait(30)
            return open_database()

        remember(place, running=True)
        program = start(late, place)
        qtbot.waitUntil(lambda: program.window.current_page is not None)
        page = program.window.current_page
        assert page.key == "run"
        qtbot.waitUntil(page.capture.frame.text.hasFocus)
        assert not program.desk.ready
        return program, page

    return begun


def enter(page, words):
    type_in(page.capture.frame.text, words)
    press(page.capture.frame.text, Qt.Key.Key_Return)


def stored(desk_file, desk_clock, session):
    with open_workspace(desk_file, desk_clock) as workspace:
        records = workspace.records(workspace.latest_workshop())
        boards = {board.id for board in records.where(Board, session=session)}
        cards = [card for card in records.where(Card) if card.board in boards and card.text.text in TYPED]
        return [(card.text.text, card.kind) for card in sorted(cards, key=lambda card: card.id)]


def test_cards_typed_before_the_database_is_open_are_stored_in_their_order_once_it_is(
    qtbot, expecting, store, afternoon, gate, desk_file, desk_clock
):
    store(afternoon.records(), run=afternoon.round.id)
    program, page = expecting()

    enter(page, TYPED[0])
    enter(page, "+" + TYPED[1])
    enter(page, TYPED[2])
    gate.set()

    qtbot.waitUntil(lambda: program.desk.ready and program.desk.all_stored)
    assert stored(desk_file, desk_clock, afternoon.round.id) == list(
        zip(TYPED, (Kind.NOTE, Kind.WORKS, Kind.QUESTION), strict=True)
    )
    assert program.window.current_page is page
    assert page.capture.text == ""


def test_cards_typed_before_the_database_is_open_are_stored_though_the_window_is_closed_at_once(
    expecting, store, afternoon, gate, desk_file, desk_clock
):
    store(afternoon.records(), run=afternoon.round.id)
    program, page = expecting()

    enter(page, TYPED[0])
    gate.set()
    program.close()

    assert stored(desk_file, desk_clock, afternoon.round.id) == [(TYPED[0], Kind.NOTE)]


def test_a_card_comes_back_into_the_bar_when_the_database_cannot_be_opened(qtbot, expecting, gate):
    def refused():
        raise CannotOpen("not-a-database", database="notes.txt")

    _program, page = expecting(refused)

    enter(page, TYPED[0])
    gate.set()

    qtbot.waitUntil(lambda: page.capture.text == TYPED[0])
    assert page.capture._error.sentence


def test_a_card_comes_back_when_no_session_runs_after_all(qtbot, expecting, store, afternoon, gate):
    store(afternoon.records())
    _program, page = expecting()

    enter(page, TYPED[0])
    gate.set()

    qtbot.waitUntil(lambda: page.capture.text == TYPED[0])
    assert "No session runs" in page.capture._error.sentence


def test_where_no_session_runs_after_all_and_nothing_was_typed_home_is_shown(
    qtbot, expecting, store, afternoon, gate
):
    store(afternoon.records())
    program, _page = expecting()

    gate.set()

    qtbot.waitUntil(lambda: program.window.current_page.key == "home")


def test_who_began_to_type_stays_at_the_capture_bar(qtbot, expecting, store, afternoon, gate):
    store(afternoon.records())
    program, page = expecting()

    type_in(page.capture.frame.text, "El ri")
    gate.set()

    qtbot.waitUntil(lambda: program.desk.ready and program.desk.all_stored)
    assert program.window.current_page is page
    assert page.capture.text == "El ri"


def test_nothing_but_typing_can_be_done_before_the_records_are_there(
    qtbot, expecting, store, afternoon, gate, desk_file, desk_clock
):
    store(afternoon.records(), run=afternoon.round.id)
    program, page = expecting()
    wrong = []
    program.crashes.caught.connect(wrong.append)

    for key in (Qt.Key.Key_F2, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_Up, Qt.Key.Key_Escape):
        press(page.capture.frame.text, key)
    for action in program.workings.commands.values():
        if "stage" not in action.objectName():
            action.trigger()
    gate.set()

    qtbot.waitUntil(lambda: program.desk.ready and program.desk.all_stored)
    session = program.desk.records.get(Session, afternoon.round.id)
    assert session.status == "running"
    assert wrong == []


def test_the_program_remembers_that_a_session_runs_until_it_ends(
    qtbot, start, store, afternoon, place, desk_file, desk_clock
):
    store(afternoon.records(), run=afternoon.round.id)

    program = start(place=place)
    qtbot.waitUntil(lambda: program.desk.ready and was_running(place))
    program.desk.perform(lambda workspace: workspace.running.close_workshop(afternoon.workshop.id))

    qtbot.waitUntil(lambda: not was_running(place))
