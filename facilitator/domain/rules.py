"""Rules that bind several records at once: votes keep to their limit, contributions to their budget."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from facilitator.domain.cards import Board, Vote
from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.plans import Contribution, WorkItem
from facilitator.domain.votes import voter_of


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that records break together; `record` is the one to look at first."""

    record: UUID
    error: InvalidInput


def budget_breaches(item: WorkItem, contributions: Iterable[Contribution]) -> list[Breach]:
    """Return how an item's contributions break its budget: another currency, or more than all of it."""
    if item.budget is None:
        return []
    found = []
    given = Decimal(0)
    for each in contributions:
        if each.amount.currency != item.budget.currency:
            details = {"first": each.amount.currency, "second": item.budget.currency}
            found.append(Breach(each.id, InvalidInput("currencies-differ", **details)))
        else:
            given += each.amount.amount
    if given > item.budget.amount:
        over = InvalidInput(
            "contributions-exceed-budget",
            given=given,
            budget=item.budget.amount,
            currency=item.budget.currency,
        )
        found.append(Breach(item.id, over))
    return found


def vote_breaches(board: Board, votes: Iterable[Vote]) -> list[Breach]:
    """Return how the votes on a board break its rule: in all, on one card, or by one voter.

    A voter is a person; where organisations vote, it is one of them.
    """
    rule = board.voting
    if rule is None:
        return []
    in_all = 0
    by_card: Counter[UUID] = Counter()
    by_voter: Counter[UUID] = Counter()
    found = []
    for vote in votes:
        in_all += vote.dots
        by_card[vote.on] += vote.dots
        if by_card[vote.on] > rule.possible_per_card >= by_card[vote.on] - vote.dots:
            details = {"dots": by_card[vote.on], "limit": rule.possible_per_card}
            found.append(Breach(vote.id, InvalidInput("votes-exceed-card", **details)))
        if (voter := voter_of(rule, vote)) is not None:
            by_voter[voter] += vote.dots
            if by_voter[voter] > rule.dots_per_person >= by_voter[voter] - vote.dots:
                details = {"dots": by_voter[voter], "limit": rule.dots_per_person}
                found.append(Breach(vote.id, InvalidInput("votes-exceed-voter", **details)))
    if in_all > rule.possible:
        over = InvalidInput(
            "votes-exceed-board",
            dots=in_all,
            limit=rule.possible,
            each=rule.dots_per_person,
            voters=rule.voters,
        )
        found.append(Breach(board.id, over))
    return found
