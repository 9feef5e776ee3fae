"""The stage follows the phases of a board: the question, the cards read out, the wall, the result."""

import pytest

from facilitator.domain.cards import Board, Phase, Voting
from facilitator.domain.ids import BoardId, new_id
from facilitator.domain.stage import CardsView, QuestionView
from ui.stage.director import StageDirector
from ui.theme import Theme


@pytest.fixture
def afternoon(afternoon):
    afternoon.others += [afternoon.card(words) for words in ("One call a month", "Three indicators")]
    return afternoon


@pytest.fixture
def director(qtbot, desk, afternoon):
    director = StageDirector(desk, Theme("light", reduced_motion=True))
    desk.opened.emit()
    do(qtbot, desk, lambda workspace: workspace.running.start_session(afternoon.round.id))
    director.toggle_stage()
    yield director
    director.close()


def do(qtbot, desk, change):
    with qtbot.waitCallback() as done:
        desk.perform(change, done=done)


def lead(qtbot, desk, board, phase):
    do(qtbot, desk, lambda workspace: workspace.wall.set_phase(board.id, phase))


def on_stage(director):
    return director.outlet.window.widget.view


def test_reading_out_shows_the_cards_large_and_undo_brings_the_question_back(
    qtbot, desk, director, afternoon
):
    lead(qtbot, desk, afternoon.board, Phase.READ_OUT)
    read = on_stage(director)

    do(qtbot, desk, lambda workspace: workspace.operations.undo())

    assert isinstance(read, CardsView)
    assert read.large
    assert isinstance(on_stage(director), QuestionView)


def test_the_dots_of_an_open_vote_stay_secret_until_the_board_concludes(qtbot, desk, director, afternoon):
    rule = Voting(dots_per_person=2, voters=4, closed=False)
    card = afternoon.others[-1]
    do(qtbot, desk, lambda workspace: workspace.wall.set_voting(afternoon.board.id, rule))
    do(qtbot, desk, lambda workspace: workspace.wall.count_dots(card.id, 5))

    lead(qtbot, desk, afternoon.board, Phase.VOTE)
    secret = list(on_stage(director).texts())
    lead(qtbot, desk, afternoon.board, Phase.CONCLUDE)

    assert "5" not in secret
    assert "5" in list(on_stage(director).texts())


def test_a_frozen_stage_holds_what_it_shows_until_it_is_let_go(qtbot, desk, director, afternoon):
    director.freeze()

    lead(qtbot, desk, afternoon.board, Phase.READ_OUT)
    held = director.view_label()
    director.freeze()

    assert held == "Question"
    assert isinstance(on_stage(director), CardsView)


def test_with_preview_first_the_operator_sees_the_wall_before_the_room(qtbot, desk, director, afternoon):
    director.preview_first()

    lead(qtbot, desk, afternoon.board, Phase.READ_OUT)

    assert isinstance(on_stage(director), QuestionView)
    assert isinstance(director.next.view, CardsView)


def test_a_blank_stage_stays_blank(qtbot, desk, director, afternoon):
    director.blank()

    lead(qtbot, desk, afternoon.board, Phase.CLUSTER)

    assert director.key == "blank"
    director.blank()
    assert director.key == "cards"


def test_a_board_of_another_session_does_not_take_the_stage_from_the_one_that_runs(
    qtbot, desk, director, afternoon
):
    other = BoardId(new_id())
    do(qtbot, desk, lambda workspace: workspace.wall.boards.add(afternoon.loops.id, other))

    lead(qtbot, desk, desk.records.get(Board, other), Phase.CLUSTER)

    assert isinstance(on_stage(director), QuestionView)
