"""Counting dots under the rule of a vote, and taking ballots (domain.md 6.5)."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from facilitator.domain.boards import dots_by_option
from facilitator.domain.cards import Board, BoardMode, Card, Cluster, Vote, Voting
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import BoardId, OrganisationId, PersonId, new_id
from facilitator.domain.records import need
from facilitator.domain.votes import turnout, voter_of
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations
from facilitator.services.rating import forget_marks

MOST_DOTS = 1_000_000
"""Dots that can be counted where no rule sets a limit."""


@dataclass(frozen=True, slots=True)
class Voter:
    """Who hands in a ballot: a person, or an organisation by its delegate."""

    person: PersonId | None = None
    organisation: OrganisationId | None = None


class Votes:
    """What is done with the dots of a board. Each ballot is one operation, and replaces the voter's last."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def cast(self, board: BoardId, voter: Voter, dots: Mapping[UUID, int]) -> ChangeSet:
        """Take the dots that one voter gives to cards and clusters; none takes the earlier ones back.

        On an anonymous board nobody's name is kept: the dots are added to the count, and cannot be
        taken back by the voter. Raises NotFound, or InvalidInput when the vote is not open, when it is
        more than a voter has, or when more hand in than there are voters.
        """
        return self._operations.perform(
            "cast-ballot", lambda operation: cast_ballot(operation, board, voter, dots)
        )


def set_voting(operation: Operation, board: BoardId, voting: Voting | None) -> None:
    """Set the rule of a board's vote; without one its dots go too.

    Raises InvalidInput when the dots that are counted already break the rule, or were given in a way
    that the rule's method does not know.
    """
    found = need(operation, Board, board)
    votes = operation.where(Vote, board=board)
    if voting is None:
        for vote in votes:
            operation.delete(Vote, vote.id)
    else:
        _refuse_broken_rule(operation, voting, votes)
        _refuse_other_way(found.voting, voting, votes)
    operation.put(replace(found, voting=voting))


def count_dots(operation: Operation, on: UUID, dots: int) -> None:
    """Make `dots` the count on a card with all it speaks for, or on a cluster.

    Raises NotFound, or InvalidInput when it is more than the vote allows or less than voters gave.
    """
    option = operation.get(Card, on) or need(operation, Cluster, on)
    board = need(operation, Board, option.board)
    if board.voting is not None and board.voting.method.by_ballot:
        raise InvalidInput("vote-by-ballot")
    mine = {on, *(merged.id for merged in operation.where(Card, merged_into=on))}
    votes = operation.where(Vote, board=board.id)
    given = sum(vote.dots for vote in votes if vote.on in mine and vote.voter is not None)
    others = sum(vote.dots for vote in votes if vote.on not in mine)
    if not given <= dots <= MOST_DOTS:
        raise InvalidInput("dots-out-of-range", value=dots, low=given, high=MOST_DOTS)
    _refuse_too_many(board.voting, dots, others)
    _put_count(operation, board, on, dots - given, [v for v in votes if v.on in mine and v.voter is None])


def cast_ballot(operation: Operation, board: BoardId, voter: Voter, dots: Mapping[UUID, int]) -> None:
    """Take one voter's dots. Raises as `Votes.cast` does."""
    found = need(operation, Board, board)
    rule = found.voting
    if rule is None or rule.closed or not rule.method.by_ballot:
        raise InvalidInput("vote-not-open")
    given = {on: count for on, count in dots.items() if count}
    _refuse_ballot(operation, found, rule, given)
    if found.mode is BoardMode.ANONYMOUS and voter.organisation is None:
        _add_nameless(operation, found, rule, given)
        return
    votes = operation.where(Vote, board=board)
    key = voter.person or voter.organisation
    for vote in votes:
        if key is not None and voter_of(rule, vote) == key:
            operation.delete(Vote, vote.id)
    for on, count in given.items():
        operation.add(
            Vote(
                id=new_id(),
                workshop=found.workshop,
                board=board,
                on=on,
                dots=count,
                voter=voter.person,
                organisation=voter.organisation,
            )
        )
    _refuse_too_many_voters(rule, operation.where(Vote, board=board))


def delete_votes(operation: Operation, on: UUID) -> None:
    """Take away the dots and marks on something that goes."""
    for vote in operation.where(Vote, on=on):
        operation.delete(Vote, vote.id)
    forget_marks(operation, on)


def _add_nameless(operation: Operation, board: Board, rule: Voting, given: Mapping[UUID, int]) -> None:
    """Add a ballot to the count: neither who gave it nor that these dots came together is kept."""
    if given:
        voted = (rule.voted or 0) + 1
        if voted > rule.voters:
            raise InvalidInput("too-many-voters", voted=voted, voters=rule.voters)
        operation.put(replace(board, voting=replace(rule, voted=voted)))
    for on, count in given.items():
        before = operation.where(Vote, board=board.id, on=on)
        nameless = [vote for vote in before if vote.voter is None]
        _put_count(operation, board, on, count + sum(vote.dots for vote in nameless), nameless)


def _put_count(operation: Operation, board: Board, on: UUID, dots: int, counted: list[Vote]) -> None:
    """Let one vote hold what was counted on something, in place of those that held it before."""
    if sum(vote.dots for vote in counted) == dots:
        return
    for vote in counted:
        operation.delete(Vote, vote.id)
    if dots > 0:
        operation.add(Vote(id=new_id(), workshop=board.workshop, board=board.id, on=on, dots=dots))


def _refuse_ballot(operation: Operation, board: Board, rule: Voting, given: Mapping[UUID, int]) -> None:
    for on, count in given.items():
        option = operation.get(Card, on) or need(operation, Cluster, on)
        if option.board != board.id:
            raise InvalidInput("vote-on-another-board")
        most = min(rule.max_per_card or rule.dots_per_person, rule.dots_per_person)
        if not 0 < count <= most:
            raise InvalidInput("votes-exceed-card", dots=count, limit=most)
    if sum(given.values()) > rule.dots_per_person:
        raise InvalidInput("votes-exceed-voter", dots=sum(given.values()), limit=rule.dots_per_person)


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
    _refuse_too_many_voters(voting, votes)


def _refuse_other_way(before: Voting | None, voting: Voting, votes: list[Vote]) -> None:
    """Keep counts and ballots apart: minutes name one method, and it has to be how all dots were given."""
    if not votes or before is None or before.method is voting.method:
        return
    if before.method.by_ballot or voting.method.by_ballot:
        raise InvalidInput("vote-has-dots")


def _refuse_too_many_voters(rule: Voting, votes: list[Vote]) -> None:
    voted = turnout(rule, votes).voted
    if voted > rule.voters:
        raise InvalidInput("too-many-voters", voted=voted, voters=rule.voters)
