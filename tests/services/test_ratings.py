"""Cards and clusters are rated from 1 to 5: sums, ballots, secrecy, turnout, ties, and what the minutes say."""

from dataclasses import replace
from decimal import Decimal

import pytest

from facilitator.domain.cards import Board, Card, VoteMethod
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ratings import Mark, Rating, ranked
from facilitator.domain.values import Text
from facilitator.services.stage import StageChoice, compose
from tests import builders as make

EFFECT = Text("Effect", "en")


@pytest.fixture
def board(workspace):
    workshop = make.a_workshop(language="en", languages=("en",))
    session = make.a_session(workshop)
    board = make.a_board(session)
    board_cards = [make.a_card(board, words) for words in ("uno", "dos", "tres")]
    workspace.books.add(workshop, session, board, *board_cards)
    return board


@pytest.fixture
def cards(workspace, board):
    return {card.text.text: card.id for card in workspace.records(board.workshop).where(Card)}


@pytest.fixture
def rate(workspace, board):
    """Open a rating and return what is stored of it."""

    def opened(method, voters=12, **fields):
        workspace.wall.ratings.add(board.id, Rating(EFFECT, voters, method=method, closed=False, **fields))

    return opened


@pytest.fixture
def stored(workspace, board):
    return lambda: workspace.records(board.workshop).get(Board, board.id).ratings


def test_sums_counted_on_paper_become_means_and_equal_means_share_a_place(
    workspace, board, cards, rate, stored
):
    rate(VoteMethod.PAPER_COUNT, rated=10)

    for words, points in (("uno", 42), ("dos", 35), ("tres", 42)):
        workspace.wall.ratings.count(board.id, 0, cards[words], Mark(cards[words], points, 10))

    assert ranked(stored()[0].marks) == [
        (Decimal("4.2"), [cards["uno"], cards["tres"]]),
        (Decimal("3.5"), [cards["dos"]]),
    ]


def test_more_marks_than_have_rated_are_refused(workspace, board, cards, rate, stored):
    rate(VoteMethod.SHOW_OF_HANDS, rated=10)

    with pytest.raises(InvalidInput, match="voters-out-of-range"):
        workspace.wall.ratings.count(board.id, 0, cards["uno"], Mark(cards["uno"], 44, 11))

    assert stored()[0].marks == ()


def test_what_was_counted_is_taken_back(workspace, board, cards, rate, stored):
    rate(VoteMethod.PAPER_COUNT, rated=10)
    workspace.wall.ratings.count(board.id, 0, cards["uno"], Mark(cards["uno"], 44, 10))

    workspace.wall.ratings.count(board.id, 0, cards["uno"], None)

    assert stored()[0].marks == ()


def test_one_after_another_keeps_sums_and_nobodys_marks(workspace, board, cards, rate, stored):
    rate(VoteMethod.ONE_BY_ONE, voters=3)

    workspace.wall.ratings.rate(board.id, 0, {cards["uno"]: 5, cards["dos"]: 2})
    workspace.wall.ratings.rate(board.id, 0, {cards["uno"]: 4})

    assert stored()[0].rated == 2
    assert set(stored()[0].marks) == {Mark(cards["uno"], 9, 2), Mark(cards["dos"], 2, 1)}


def test_more_than_there_are_cannot_rate_and_nothing_is_given_once_it_is_closed(
    workspace, board, cards, rate, stored
):
    rate(VoteMethod.BY_ORGANISATION, voters=1)
    workspace.wall.ratings.rate(board.id, 0, {cards["uno"]: 5})

    with pytest.raises(InvalidInput, match="too-many-voters"):
        workspace.wall.ratings.rate(board.id, 0, {cards["uno"]: 1})
    workspace.wall.ratings.change(board.id, 0, replace(stored()[0], closed=True))
    with pytest.raises(InvalidInput, match="vote-not-open"):
        workspace.wall.ratings.rate(board.id, 0, {cards["uno"]: 1})

    assert stored()[0].marks == (Mark(cards["uno"], 5, 1),)


def test_a_ballot_is_taken_back_by_one_undo(workspace, board, cards, rate, stored):
    rate(VoteMethod.ONE_BY_ONE)
    workspace.wall.ratings.rate(board.id, 0, {cards["uno"]: 5})

    workspace.operations.undo()

    assert (stored()[0].rated, stored()[0].marks) == (0, ())


def test_the_room_reads_no_mark_before_it_is_closed_and_then_means_turnout_and_ties(
    workspace, board, cards, rate, stored, clock
):
    rate(VoteMethod.ONE_BY_ONE, voters=3)
    for marks in ({"uno": 5, "dos": 4, "tres": 1}, {"uno": 4, "dos": 5, "tres": 2}):
        workspace.wall.ratings.rate(board.id, 0, {cards[words]: mark for words, mark in marks.items()})

    def lines():
        records = workspace.records(board.workshop)
        choice = StageChoice("cards", board=board.id)
        view = compose(records, choice, workshop=board.workshop, now=clock.now())
        return [line.text for line in view.vote]

    secret = lines()
    workspace.wall.ratings.change(board.id, 0, replace(stored()[0], closed=True))

    assert secret == ["Rate from 1 to 5: Effect. 2 of 3 have rated."]
    assert lines() == ["Effect, 1 to 5 (One by one): 2 of 3 rated.", "4.5  uno · dos", "1.5  tres"]


def test_marks_go_with_their_card_and_come_back_with_it(workspace, board, cards, rate, stored):
    rate(VoteMethod.ONE_BY_ONE)
    workspace.wall.ratings.rate(board.id, 0, {cards["uno"]: 5, cards["dos"]: 3})

    workspace.wall.delete_cards([cards["uno"]])
    left = stored()[0].marks
    workspace.operations.undo()

    assert left == (Mark(cards["dos"], 3, 1),)
    assert set(stored()[0].marks) == {Mark(cards["uno"], 5, 1), Mark(cards["dos"], 3, 1)}
