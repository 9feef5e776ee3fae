"""Ballots: organisations by their delegates, and one person after another."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.cards import Board, BoardMode, Vote, VoteMethod, Voting
from facilitator.domain.errors import InvalidInput
from facilitator.domain.votes import places, turnout
from facilitator.services.voting import Voter
from tests.builders import a_board, a_card, a_person, a_session, a_workshop, an_organisation


@pytest.fixture
def room():
    workshop = a_workshop()
    session = a_session(workshop)
    board = a_board(session)
    return SimpleNamespace(
        workshop=workshop,
        session=session,
        board=board,
        cards=[a_card(board, words) for words in ("Precio", "Humedad", "Camino")],
        organisations=[an_organisation(name) for name in ("Red Surco", "La Verde", "Tres Cerros")],
        people=[a_person(name) for name in ("Marisol", "Esteban", "Ingrid")],
    )


@pytest.fixture
def stored(workspace, room):
    workspace.books.add(
        room.workshop, room.session, room.board, *room.cards, *room.organisations, *room.people
    )
    return lambda kind: workspace.records(room.workshop.id).where(kind)


@pytest.fixture
def open_vote(workspace, room, stored):
    def opened(method, dots=3, voters=3, **rule):
        voting = Voting(dots, voters, method=method, closed=False, **rule)
        workspace.wall.set_voting(room.board.id, voting)

    return opened


def given_to(room, *counts):
    return {card.id: count for card, count in zip(room.cards, counts, strict=False)}


def test_an_organisation_gives_its_dots_by_its_delegate_and_may_change_its_mind(
    workspace, room, stored, open_vote
):
    open_vote(VoteMethod.BY_ORGANISATION)
    first, second, _third = room.organisations
    workspace.wall.votes.cast(room.board.id, Voter(organisation=first.id), given_to(room, 3))

    workspace.wall.votes.cast(room.board.id, Voter(organisation=first.id), given_to(room, 1, 2))
    workspace.wall.votes.cast(room.board.id, Voter(organisation=second.id), given_to(room, 0, 2))

    votes = stored(Vote)
    assert {(each.organisation, each.on, each.dots) for each in votes} == {
        (first.id, room.cards[0].id, 1),
        (first.id, room.cards[1].id, 2),
        (second.id, room.cards[1].id, 2),
    }
    counted = turnout(stored(Board)[0].voting, votes)
    assert (counted.voted, counted.of, counted.cast, counted.possible) == (2, 3, 5, 9)


def test_nobody_gives_more_dots_than_each_has(workspace, room, stored, open_vote):
    open_vote(VoteMethod.ONE_BY_ONE, max_per_card=2)
    voter = Voter(person=room.people[0].id)

    with pytest.raises(InvalidInput) as too_many:
        workspace.wall.votes.cast(room.board.id, voter, given_to(room, 2, 2))
    with pytest.raises(InvalidInput) as on_one:
        workspace.wall.votes.cast(room.board.id, voter, given_to(room, 3))

    assert (too_many.value.key, on_one.value.key) == ("votes-exceed-voter", "votes-exceed-card")
    assert stored(Vote) == []


def test_more_voters_than_there_are_cannot_vote(workspace, room, stored, open_vote):
    open_vote(VoteMethod.ONE_BY_ONE, voters=1)
    workspace.wall.votes.cast(room.board.id, Voter(person=room.people[0].id), given_to(room, 1))

    with pytest.raises(InvalidInput) as refused:
        workspace.wall.votes.cast(room.board.id, Voter(person=room.people[1].id), given_to(room, 1))

    assert refused.value.key in {"too-many-voters", "votes-exceed-board"}
    assert len(stored(Vote)) == 1


def test_a_closed_vote_takes_no_ballot(workspace, room, stored):
    workspace.wall.set_voting(room.board.id, Voting(3, 3, method=VoteMethod.ONE_BY_ONE, closed=True))

    with pytest.raises(InvalidInput) as refused:
        workspace.wall.votes.cast(room.board.id, Voter(person=room.people[0].id), given_to(room, 1))

    assert refused.value.key == "vote-not-open"


def test_on_an_anonymous_board_nobody_can_tell_who_gave_which_dots(workspace, room, stored, open_vote):
    workspace.books.edit(Board, room.board.id, mode=BoardMode.ANONYMOUS)
    open_vote(VoteMethod.ONE_BY_ONE)

    for person, counts in zip(room.people[:2], ((2, 1), (1,)), strict=True):
        workspace.wall.votes.cast(room.board.id, Voter(person=person.id), given_to(room, *counts))

    votes = stored(Vote)
    assert {(each.on, each.dots, each.voter) for each in votes} == {
        (room.cards[0].id, 3, None),
        (room.cards[1].id, 1, None),
    }
    assert turnout(stored(Board)[0].voting, votes).voted == 2


def test_a_ballot_is_taken_back_by_one_undo(workspace, room, stored, open_vote):
    workspace.books.edit(Board, room.board.id, mode=BoardMode.ANONYMOUS)
    open_vote(VoteMethod.ONE_BY_ONE)
    workspace.wall.votes.cast(room.board.id, Voter(person=room.people[0].id), given_to(room, 2, 1))

    workspace.operations.undo()

    assert stored(Vote) == []
    assert stored(Board)[0].voting.voted is None


def test_dots_that_were_counted_do_not_become_ballots(workspace, room, stored, open_vote):
    open_vote(VoteMethod.PAPER_COUNT)
    workspace.wall.count_dots(room.cards[0].id, 4)

    with pytest.raises(InvalidInput) as refused:
        open_vote(VoteMethod.BY_ORGANISATION)
    open_vote(VoteMethod.SHOW_OF_HANDS)

    assert refused.value.key == "vote-has-dots"
    assert stored(Board)[0].voting.method is VoteMethod.SHOW_OF_HANDS


def test_ballots_are_not_counted_over_from_the_wall(workspace, room, stored, open_vote):
    open_vote(VoteMethod.BY_ORGANISATION)

    with pytest.raises(InvalidInput) as refused:
        workspace.wall.count_dots(room.cards[0].id, 4)

    assert refused.value.key == "vote-by-ballot"


def test_a_count_on_paper_is_everybodys_unless_it_is_said_how_many_voted():
    rule = Voting(3, 12)

    assert turnout(rule, []).voted == 12
    assert turnout(replace(rule, voted=11), []).voted == 11


@given(dots=st.dictionaries(st.integers(), st.integers(0, 5)))
def test_every_option_with_dots_has_one_place_and_equals_share_it(dots):
    found = places(dots)

    assert sorted(option for _count, options in found for option in options) == sorted(
        option for option, count in dots.items() if count
    )
    assert [count for count, _options in found] == sorted(
        {count for count in dots.values() if count}, reverse=True
    )
