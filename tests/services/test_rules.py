"""No operation stores votes or contributions that a file could not bring to another laptop."""

from decimal import Decimal

import pytest

from facilitator.domain.cards import Board, Card, Vote
from facilitator.domain.errors import InvalidInput
from facilitator.domain.plans import Contribution, WorkItem
from facilitator.domain.values import Money
from tests.interchange.files import fresh


def test_a_contribution_over_the_budget_is_refused_and_nothing_is_stored(example_workspace, example):
    contribution = example_workspace.records(example).where(Contribution)[0]

    with pytest.raises(InvalidInput) as refused:
        example_workspace.books.edit(Contribution, contribution.id, amount=Money(Decimal(99_999), "USD"))

    assert refused.value.key == "contributions-exceed-budget"
    assert example_workspace.records(example).get(Contribution, contribution.id) == contribution


def test_a_budget_cannot_be_lowered_below_what_is_promised(example_workspace, example):
    item = next(each for each in example_workspace.records(example).where(WorkItem) if each.budget)

    with pytest.raises(InvalidInput) as refused:
        example_workspace.books.edit(WorkItem, item.id, budget=Money(Decimal(1), "USD"))

    assert refused.value.key == "contributions-exceed-budget"


def test_more_dots_than_there_are_voters_for_are_refused(example_workspace, example):
    card = example_workspace.records(example).where(Card)[0]

    with pytest.raises(InvalidInput) as refused:
        example_workspace.books.add(Vote(id=fresh(), workshop=example, board=card.board, on=card.id, dots=1))

    assert refused.value.key == "votes-exceed-board"


def test_what_is_deleted_no_longer_counts(example_workspace, example):
    records = example_workspace.records(example)
    board = next(each for each in records.where(Board) if each.voting)
    vote = records.where(Vote, board=board.id)[0]
    example_workspace.books.delete(Vote, vote.id)

    example_workspace.books.add(
        Vote(id=fresh(), workshop=example, board=board.id, on=vote.on, dots=vote.dots)
    )

    assert sum(each.dots for each in example_workspace.records(example).where(Vote)) == 36
