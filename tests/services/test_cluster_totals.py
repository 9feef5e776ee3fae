"""A cluster's dots are those on it, on its cards and on all inside it, wherever they are told."""

from dataclasses import replace

import pytest

from facilitator.domain.boards import dots_of_clusters
from facilitator.domain.cards import Phase, Voting
from facilitator.domain.records import Records
from facilitator.services.stage import StageChoice, compose
from tests import builders as make
from tests.fixtures.desks import NOON
from tests.services.gathering import accounts, minutes_of
from ui.presenters.wall_reader import WallReader


@pytest.fixture
def room():
    """Follow-up with By phone inside it and Weekly inside that, and Indicators: dots on cards and clusters."""
    workshop = make.a_workshop(language="en", languages=("en",))
    session = make.a_session(workshop)
    board = replace(make.a_board(session), voting=Voting(3, 10, closed=True))
    outer = make.a_cluster(board, "Follow-up")
    phone = replace(make.a_cluster(board, "By phone", position=1), inside=outer.id)
    weekly = replace(make.a_cluster(board, "Weekly", position=2), inside=phone.id)
    other = make.a_cluster(board, "Indicators", position=3)
    given = {}
    cards = []
    for cluster, dots in ((outer, 2), (phone, 3), (weekly, 4), (other, 6)):
        card = make.a_card(board, f"in {cluster.title.text}", cluster=cluster.id)
        cards.append(card)
        given[card.id] = dots
    given[weekly.id] = 1
    options = {each.id: each for each in (*cards, weekly)}
    votes = [make.a_vote(options[on], dots) for on, dots in given.items()]
    return [workshop, session, board, outer, phone, weekly, other, *cards, *votes]


TOTALS = [("Follow-up", 10), ("By phone", 8), ("Weekly", 5), ("Indicators", 6)]


def test_the_wall_the_stage_and_the_minutes_say_the_same(room):
    workshop, _session, board, *_ = room
    records = Records(room)

    wall = WallReader().read(records, board, "hand", "en")
    stage = compose(records, StageChoice("cards", board=board.id), workshop=workshop.id, now=NOON)
    told = accounts(minutes_of(room, language="en"))[0].boards[0]

    assert [(each.title, each.dots) for each in wall.clusters] == TOTALS
    on_stage = [(each.title.text, each.dots) for each in stage.clusters]
    assert [pair for pair in on_stage if pair[1] is not None] == TOTALS[:3]  # those voted on themselves
    assert [(each.title.text.split(" › ")[-1], each.dots) for each in told.clusters] == TOTALS


def test_what_comes_first_is_told_once_and_not_again_by_what_is_inside_it(room):
    vote = accounts(minutes_of(room, language="en"))[0].boards[0].vote

    assert vote.winners == ("Follow-up",)


def test_clusters_inside_each_other_in_a_ring_are_counted_once(room):
    board, outer, phone = room[2:5]
    ring = [replace(outer, inside=phone.id), phone]

    totals = dots_of_clusters(ring, [(outer.id, board.id)], {board.id: 2, phone.id: 3})

    assert totals == {outer.id: 5, phone.id: 5}


@pytest.mark.parametrize("phase", Phase)
def test_the_room_reads_the_conclusion_only_once_the_board_is_at_its_end(room, phase):
    workshop, _session, board, *_ = room
    concluded = replace(board, phase=phase, conclusion=make.text("We begin with calls.", "en"))
    records = Records([concluded if each is board else each for each in room])

    view = compose(records, StageChoice("cards", board=board.id), workshop=workshop.id, now=NOON)

    assert view.conclusion.text == ("We begin with calls." if phase is Phase.CONCLUDE else "")
