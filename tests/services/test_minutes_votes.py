"""The minutes name how dots were given, who could, and how many did."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from exports.phrases import vote as said
from facilitator.domain.cards import VoteMethod, Voting
from facilitator.formats import formats
from facilitator.i18n import translations
from tests import builders as make
from tests.services.gathering import accounts, minutes_of

ENGLISH = SimpleNamespace(t=translations("en"), formats=formats("en"))


@pytest.fixture
def room():
    workshop = make.a_workshop()
    session = make.a_session(workshop)
    board = make.a_board(session)
    cards = [make.a_card(board, words) for words in ("uno", "dos")]
    return SimpleNamespace(workshop=workshop, session=session, board=board, cards=cards)


@pytest.fixture
def told(room):
    """What the minutes say of a vote with this rule and these votes."""

    def tell(rule, votes, others=()):
        board = replace(room.board, voting=rule)
        minutes = minutes_of(
            [room.workshop, room.session, board, *room.cards, *votes, *others], language="en"
        )
        return said(ENGLISH, accounts(minutes)[0].boards[0].vote)

    return tell


def test_organisations_are_counted_as_organisations(room, told):
    homes = [make.an_organisation(name) for name in ("Red Surco", "La Verde")]
    votes = [
        make.a_vote(room.cards[0], 2, organisation=homes[0].id),
        make.a_vote(room.cards[1], 1, organisation=homes[0].id),
        make.a_vote(room.cards[0], 3, organisation=homes[1].id),
    ]

    words = told(Voting(3, 4, method=VoteMethod.BY_ORGANISATION), votes, homes)

    assert words == (
        "Vote: By organisation, 3 dots each by its delegate. 2 of 4 organisations voted. "
        "6 of 12 dots were placed. First: uno."
    )


def test_people_who_voted_one_by_one_are_counted_by_their_ballots(room, told):
    people = [make.a_person(name) for name in ("Marisol", "Esteban")]
    present = [make.an_attendance(room.workshop, person) for person in people]
    votes = [make.a_vote(room.cards[0], 2, voter=people[0].id)]

    words = told(Voting(2, 2, method=VoteMethod.ONE_BY_ONE), votes, [*people, *present])

    assert words == (
        "Vote: One by one, 2 dots a person. 1 of 2 people voted. 2 of 4 dots were placed. First: uno."
    )


def test_how_many_of_them_voted_on_paper_is_told_as_it_was_written_down(room, told):
    votes = [make.a_vote(room.cards[0], 5), make.a_vote(room.cards[1], 5)]

    words = told(Voting(1, 12, method=VoteMethod.SHOW_OF_HANDS, voted=10), votes)

    assert words == (
        "Vote: Show of hands, 1 dot a person. 10 of 12 people voted. 10 of 12 dots were placed. "
        "Tie for first place: uno and dos."
    )
