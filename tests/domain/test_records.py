"""Records in memory answer as the database does, and follow what was committed."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest

from facilitator.domain.cards import Board, Card
from facilitator.domain.catalogue import (
    ENTRIES,
    direct_references,
    entry_named,
    entry_of,
    is_of_workshop,
    owned_by,
    references,
)
from facilitator.domain.changes import Change, ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import InvalidInput, NotFound
from facilitator.domain.ids import OperationId, new_id
from facilitator.domain.people import Person
from facilitator.domain.record import require_order
from facilitator.domain.records import Records, need
from facilitator.domain.reflections import Evidence, SecondLoop
from facilitator.domain.values import LooseDate
from tests.builders import DAY, a_board, a_card, a_reflection, a_session, a_workshop, at, text


@pytest.fixture
def board():
    """A board without cards."""
    return a_board(a_session(a_workshop()))


def changed(*changes):
    return ChangeSet(operation=OperationId(new_id()), label="edit-card", at=at(9), changes=changes)


def test_records_are_found_by_what_their_fields_say_oldest_first(board):
    first, second = a_card(board, "First"), a_card(board, "Second")
    elsewhere = a_card(a_board(a_session(a_workshop())), "Elsewhere")

    records = Records([second, elsewhere, first])

    assert records.where(Card, board=board.id) == [first, second]
    assert records.where(Card, board=board.id, text=text("Second")) == [second]
    assert records.where(Card, board=None) == []
    assert len(records) == len(list(records)) == 3


def test_a_question_that_was_asked_before_has_a_new_answer_after_a_change(board):
    card = a_card(board)
    records = Records([board, card])
    before = records.where(Card, board=board.id)
    moved = replace(card, board=a_board(a_session(a_workshop())).id)
    added = a_card(board, "Added")

    records.apply(changed(Change(card, moved), Change(None, added)))

    assert before == [card]
    assert records.where(Card, board=board.id) == [added]
    assert records.get(Card, card.id) == moved


def test_a_record_in_the_bin_is_not_given_until_it_is_taken_out(board):
    card = a_card(board)
    binned = replace(card, deleted_at=at(10))
    records = Records([board, card])

    records.apply(changed(Change(card, binned)))
    gone = records.get(Card, card.id)
    records.apply(changed(Change(binned, card)))

    assert gone is None
    assert records.where(Card, board=board.id) == [card]


def test_a_key_of_another_class_finds_nothing(board):
    records = Records([board])

    assert records.get(Card, board.id) is None
    assert records.find(board.id) == board
    assert records.find(None) is None
    with pytest.raises(NotFound):
        need(records, Card, board.id)


def test_a_change_tells_whether_something_is_to_be_seen_now_that_was_not_before(board):
    card = a_card(board)
    binned = replace(card, deleted_at=at(10))

    assert Change(None, card).born
    assert Change(binned, card).born
    assert Change(card, binned).gone
    assert Change(card, None).gone
    assert not Change(card, replace(card, position=3)).born
    assert Change(card, binned).reversed() == Change(binned, card)


def test_a_change_set_tells_what_it_touches(board):
    card = a_card(board)

    changes = changed(Change(None, board), Change(None, card))

    assert changes.touches(Card)
    assert not changes.touches(Person)
    assert changes.of(Board) == (Change(None, board),)
    assert changes.ids() == {board.id, card.id}


def test_every_class_of_record_has_a_list_a_key_and_an_owner_that_stands_before_it():
    seen = set()

    for entry in ENTRIES:
        assert entry_of(entry.record) is entry_named(entry.list_name) is entry
        if entry.owner is not None:
            owner = direct_references(entry.record)[entry.owner]
            assert owner is not None
            assert owner in seen
            assert (entry.record, entry.owner) in owned_by(owner)
        seen.add(entry.record)

    assert (
        len({entry.key for entry in ENTRIES}) == len({entry.list_name for entry in ENTRIES}) == len(ENTRIES)
    )


def test_what_one_workshop_has_for_itself_is_known():
    assert is_of_workshop(Card)
    assert not is_of_workshop(Person)
    assert not is_of_workshop(Workshop)


def test_references_are_found_however_deep_they_lie():
    card, workshop = UUID(int=7), a_workshop()
    reflection = a_reflection(workshop, second_loop=SecondLoop(evidence_for=(Evidence(ref=card),)))

    found = {reference.path: reference.id for reference in references(reflection)}

    assert found["second_loop", "evidence_for", 0, "ref"] == card
    assert found["workshop",] == workshop.id
    assert ("id",) not in found


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (dt.date(2014, 9, 2), dt.date(2014, 9, 1)),
        (LooseDate(2014, 9), LooseDate(2014, 8)),
        (DAY, LooseDate(2013, 12)),
    ],
)
def test_an_end_before_its_start_is_refused(start, end):
    with pytest.raises(InvalidInput) as refused:
        require_order(start, end)

    assert refused.value.key == "dates-in-reverse"


def test_something_may_end_within_the_month_in_which_it_starts():
    require_order(dt.date(2014, 9, 20), LooseDate(2014, 9))
    require_order(LooseDate(2014, 9), dt.date(2014, 9, 1))
    require_order(None, DAY)
