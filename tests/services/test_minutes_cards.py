"""Cards in the minutes: by dots and place, ties as ties, nothing said is lost and nothing hidden shown."""

import datetime as dt
from dataclasses import replace

import pytest

from facilitator.domain.cards import BoardMode, CardStatus, Voting
from facilitator.domain.documents import Disclosure
from facilitator.domain.minutes import Said
from facilitator.domain.plans import WorkStatus
from tests import builders as make
from tests.services.gathering import accounts, cards, minutes_of


@pytest.fixture
def workshop():
    return make.a_workshop()


@pytest.fixture
def session(workshop):
    return make.a_session(workshop)


@pytest.fixture
def board(session):
    return make.a_board(session)


def voted(board, **rule):
    return replace(board, voting=Voting(**({"dots_per_person": 3, "voters": 12} | rule)))


def test_clusters_and_cards_stand_by_dots_then_by_place(workshop, session, board):
    board = voted(board)
    few, many = (make.a_cluster(board, title, position=n) for n, title in enumerate(("Pocos", "Muchos")))
    placed = [
        make.a_card(board, words, cluster=cluster.id, position=position)
        for words, cluster, position in (("a", few, 0), ("b", many, 2), ("c", many, 1), ("d", many, 3))
    ]
    loose = make.a_card(board, "suelta")
    votes = [make.a_vote(placed[0], 2), make.a_vote(placed[3], 5), make.a_vote(many, 1)]

    minutes = minutes_of([workshop, session, board, few, many, *placed, loose, *votes])

    (record,) = accounts(minutes)[0].boards
    assert [(each.title and each.title.text, each.dots) for each in record.clusters] == [
        ("Muchos", 6), ("Pocos", 2), (None, 0),
    ]  # fmt: skip
    assert [(card.text.text, card.dots) for card in record.clusters[0].cards] == [
        ("d", 5),
        ("c", 0),
        ("b", 0),
    ]


def test_a_tie_is_said_as_a_tie_and_the_turnout_is_named(workshop, session, board):
    board = voted(board, max_per_card=2)
    first, second, third = (make.a_card(board, words) for words in ("uno", "dos", "tres"))
    votes = [make.a_vote(first, 13), make.a_vote(second, 13), make.a_vote(third, 9)]

    minutes = minutes_of([workshop, session, board, first, second, third, *votes], language="en")

    vote = accounts(minutes)[0].boards[0].vote
    assert vote is not None
    assert vote.winners == ("uno", "dos")
    assert (vote.cast, vote.possible, vote.voters) == (35, 36, 12)
    assert vote.method == "Dots on paper, 3 dots a person, at most 2 on one card"


def test_an_open_vote_is_not_reported(workshop, session, board):
    board = voted(board, closed=False)
    card = make.a_card(board)

    minutes = minutes_of([workshop, session, board, card, make.a_vote(card, 7)])

    record = accounts(minutes)[0].boards[0]
    assert record.vote is None
    assert (record.clusters[0].dots, cards(minutes)[0].dots) == (None, None)


def test_a_merged_card_stands_with_the_card_that_took_it_in_words_and_dots(workshop, session, board):
    board = voted(board)
    kept = make.a_card(board, "Más apoyo")
    same, other = (
        make.a_card(board, words, status=CardStatus.MERGED, merged_into=kept.id)
        for words in ("más apoyo ", "Acompañar")
    )
    votes = [make.a_vote(kept, 1), make.a_vote(other, 2)]

    minutes = minutes_of([workshop, session, board, kept, same, other, *votes])

    (line,) = cards(minutes)
    assert (line.merged, line.merged_texts, line.dots) == (2, (Said("Acompañar", "es"),), 3)


def test_a_card_merged_into_one_that_is_gone_stands_for_itself(workshop, session, board):
    gone = make.a_card(board, "Borrada", deleted_at=make.at(10))
    orphan = make.a_card(board, "Sigue aquí", status=CardStatus.MERGED, merged_into=gone.id)

    minutes = minutes_of([workshop, session, board, gone, orphan])

    assert [line.text.text for line in cards(minutes)] == ["Sigue aquí"]


@pytest.mark.parametrize("away", [{"hidden_on_stage": True}, {"status": CardStatus.WITHDRAWN}])
def test_hidden_and_withdrawn_cards_and_what_they_took_in_stay_out(workshop, session, board, away):
    card = make.a_card(board, "No", **away)
    merged = make.a_card(board, "Tampoco", status=CardStatus.MERGED, merged_into=card.id)

    minutes = minutes_of([workshop, session, board, card, merged])

    assert cards(minutes) == []


def test_cards_merged_into_each_other_are_not_lost(workshop, session, board):
    first, second = make.a_card(board, "uno"), make.a_card(board, "dos")
    ring = [
        replace(first, status=CardStatus.MERGED, merged_into=second.id),
        replace(second, status=CardStatus.MERGED, merged_into=first.id),
    ]

    minutes = minutes_of([workshop, session, board, *ring])

    assert {line.text.text for line in cards(minutes)} == {"uno", "dos"}


def test_cards_have_the_same_numbers_in_every_edition(workshop, session, board):
    second = make.a_board(session, position=1)
    written = [make.a_card(board, "uno", position=5), make.a_card(board, "dos"), make.a_card(second, "tres")]
    records = [workshop, session, board, second, *written]

    editions = [minutes_of(records, language, level) for language in ("es", "en") for level in Disclosure]

    numbers = [{card.text.text: card.number for card in cards(each)} for each in editions]
    assert numbers == [{"uno": "1.1", "dos": "1.2", "tres": "2.1"}] * 6


def test_open_activities_of_an_earlier_workshop_are_carried_over_first():
    cycle = make.a_cycle()
    earlier = make.a_workshop(cycle=cycle.id, number=1, start=dt.date(2013, 9, 23), end=None)
    here = make.a_workshop(cycle=cycle.id)
    later = make.a_workshop(cycle=cycle.id, number=3, start=dt.date(2014, 9, 1), end=None)
    items = [
        make.a_work_item(here, "nueva"),
        make.a_work_item(earlier, "pendiente"),
        make.a_work_item(earlier, "hecha", status=WorkStatus.DONE),
        make.a_work_item(later, "futura"),
    ]

    minutes = minutes_of([here, cycle, earlier, later, *items])

    assert minutes.work_plan is not None
    assert [(row.activity.text, row.carried) for row in minutes.work_plan.rows] == [
        ("pendiente", True), ("nueva", False),
    ]  # fmt: skip


def test_an_anonymous_board_says_so_and_has_no_authors(workshop, session, board):
    person = make.a_person()
    board = replace(board, mode=BoardMode.ANONYMOUS)

    minutes = minutes_of([workshop, session, board, person, make.a_card(board, author=person.id)])

    assert accounts(minutes)[0].boards[0].anonymous
    assert cards(minutes)[0].author is None


def test_a_cluster_inside_another_follows_it_and_says_where_it_stands(workshop, session, board):
    outer, other = (make.a_cluster(board, title, position=n) for n, title in enumerate(("Apoyo", "Costos")))
    inner = replace(make.a_cluster(board, "Por teléfono", position=2), inside=outer.id)
    said = make.a_card(board, "Una llamada al mes", cluster=inner.id)

    minutes = minutes_of([workshop, session, board, outer, inner, other, said])

    (record,) = accounts(minutes)[0].boards
    assert [each.title.text for each in record.clusters] == ["Apoyo", "Apoyo › Por teléfono", "Costos"]
