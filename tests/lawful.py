"""Generated records that keep the rules which bind several of them: limits of votes, budgets."""

from collections.abc import Iterable
from dataclasses import replace

from facilitator.domain.cards import Board, Vote
from facilitator.domain.plans import Contribution, WorkItem
from facilitator.domain.record import Record
from facilitator.domain.rules import budget_breaches, vote_breaches


def lawful(records: Iterable[Record]) -> list[Record]:
    """Take the voting rule from a board whose votes break it, and the budget from an overspent item."""
    known = list(records)
    votes = [each for each in known if isinstance(each, Vote)]
    given = [each for each in known if isinstance(each, Contribution)]
    return [_kept(record, votes, given) for record in known]


def _kept(record: Record, votes: list[Vote], given: list[Contribution]) -> Record:
    if isinstance(record, Board) and vote_breaches(record, [e for e in votes if e.board == record.id]):
        return replace(record, voting=None)
    if isinstance(record, WorkItem):
        own = [each for each in given if each.work_item == record.id]
        return replace(record, budget=None) if budget_breaches(record, own) else record
    return record
