"""What a vote comes to: who voted, how many dots they gave, what came first, ties as ties (domain.md 6.5)."""

from collections.abc import Iterable, Mapping
from typing import TypeVar
from uuid import UUID

from facilitator.domain.cards import Vote, VoteMethod, Voting
from facilitator.domain.frozen import dataclass

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many voted of how many, and how many dots they gave of those they had."""

    voted: int
    of: int
    cast: int
    possible: int


def voter_of(rule: Voting, vote: Vote) -> UUID | None:
    """Return who gave these dots: a person, or where organisations vote one of them; None for a count."""
    if vote.voter is None and rule.method is VoteMethod.BY_ORGANISATION:
        return vote.organisation
    return vote.voter


def voters_in(rule: Voting, votes: Iterable[Vote]) -> frozenset[UUID]:
    """Return everybody whom dots name."""
    return frozenset(voter for vote in votes if (voter := voter_of(rule, vote)) is not None)


def turnout(rule: Voting, votes: Iterable[Vote]) -> Turnout:
    """Return how many voted. A count of which nobody said how many voted is taken as everybody's."""
    known = list(votes)
    named = len(voters_in(rule, known))
    cast = sum(vote.dots for vote in known)
    counted = any(voter_of(rule, vote) is None for vote in known)
    if rule.voted is not None:
        voted = named + rule.voted
    elif rule.method.by_ballot or (named and not counted):
        voted = named
    else:
        voted = rule.voters
    return Turnout(voted, rule.voters, cast, rule.possible)


def places(dots: Mapping[K, int]) -> list[tuple[int, list[K]]]:
    """Return what got dots, most first; what has as many shares a place, in the order given."""
    ranked: dict[int, list[K]] = {}
    for option, count in dots.items():
        if count > 0:
            ranked.setdefault(count, []).append(option)
    return sorted(ranked.items(), key=lambda place: -place[0])
