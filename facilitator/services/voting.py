"""Counting dots under the rule of a vote (domain.md 6.5)."""

from dataclasses import replace
from uuid import UUID

from facilitator.domain.boards import dots_by_option
from facilitator.domain.cards import Board, Card, Cluster, Vote, Voting
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import BoardId, new_id
from facilitator.domain.records import need
from facilitator.persistence.unit_of_work import Operation

MOST_DOTS = 1_000_000
"""Dots that can be counted where no rule sets a limit."""


def set_voting(operation: Operation, board: BoardId, voting: Voting | None) -> None:
    """Set the rule of a board's vote; without one its dots go too.

    Raises InvalidInput when the dots that are counted already break the rule.
    """
    found = need(operation, Board, board)
    votes = operation.where(Vote, board=board)
    if voting is None:
        for vote in votes:
            operation.delete(Vote, vote.id)
    else:
        _refuse_broken_rule(operation, voting, votes)
    operation.put(replace(found, voting=voting))


def count_dots(operation: Operation, on: UUID, dots: int) -> None:
    """Make `dots` the count on a card with all it speaks for, or on a cluster.

    Raises NotFound, or InvalidInput when it is more than the vote allows or less than voters gave.
    """
    option = operation.get(Card, on) or need(operation, Cluster, on)
    board = need(operation, Board, option.board)
    mine = {on, *(merged.id for merged in operation.where(Card, merged_into=on))}
    votes = operation.where(Vote, board=board.id)
    given = sum(vote.dots for vote in votes if vote.on in mine and vote.voter is not None)
    others = sum(vote.dots for vote in votes if vote.on not in mine)
    if not given <= dots <= MOST_DOTS:
        raise InvalidInput("dots-out-of-range", value=dots, low=given, high=MOST_DOTS)
    _refuse_too_many(board.voting, dots, others)
    counted = [vote for vote in votes if vote.on in mine and vote.voter is None]
    if sum(vote.dots for vote in counted) == dots - given:
        return
    for vote in counted:
        operation.delete(Vote, vote.id)
    if dots > given:
        operation.add(Vote(id=new_id(), workshop=board.workshop, board=board.id, on=on, dots=dots - given))


def delete_votes(operation: Operation, on: UUID) -> None:
    """Take away the dots on something that goes."""
    for vote in operation.where(Vote, on=on):
        operation.delete(Vote, vote.id)


def _refuse_too_many(voting: Voting | None, dots: int, others: int) -> None:
    if voting is None:
        return
    if dots > voting.possible_per_card:
        raise InvalidInput("too-many-dots-on-card", dots=dots, limit=voting.possible_per_card)
    if dots + others > voting.possible:
        raise InvalidInput("too-many-dots", dots=dots + others, limit=voting.possible)


def _refuse_broken_rule(operation: Operation, voting: Voting, votes: list[Vote]) -> None:
    cast = sum(vote.dots for vote in votes)
    if cast > voting.possible:
        raise InvalidInput("too-many-dots", dots=cast, limit=voting.possible)
    most = max(dots_by_option(operation, votes[0].board).values(), default=0) if votes else 0
    if most > voting.possible_per_card:
        raise InvalidInput("too-many-dots-on-card", dots=most, limit=voting.possible_per_card)
