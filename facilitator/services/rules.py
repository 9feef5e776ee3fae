"""Keeps what binds several records: no operation may store votes or contributions over their limit.

So whatever the database holds can leave in a file and come back (`facilitator/interchange/checks.py`).
"""

from typing import TYPE_CHECKING

from facilitator.domain.cards import Board, Vote
from facilitator.domain.plans import Contribution, WorkItem
from facilitator.domain.rules import budget_breaches, vote_breaches
from facilitator.persistence.unit_of_work import Operation

if TYPE_CHECKING:
    from facilitator.domain.ids import BoardId, WorkItemId


def keep_rules(operation: Operation) -> None:
    """Refuse an operation whose changes break a rule. Raises InvalidInput."""
    items: set[WorkItemId] = set()
    boards: set[BoardId] = set()
    after = {}
    for change in operation.changes():
        after[change.record.id] = change.after
        match change.record:
            case WorkItem(id=item_key) | Contribution(work_item=item_key):
                items.add(item_key)
            case Board(id=board_key) | Vote(board=board_key):
                boards.add(board_key)
    for item_key in items:
        item = after[item_key] if item_key in after else operation.get(WorkItem, item_key)
        if isinstance(item, WorkItem) and item.deleted_at is None:
            for breach in budget_breaches(item, operation.where(Contribution, work_item=item_key)):
                raise breach.error
    for board_key in boards:
        board = after[board_key] if board_key in after else operation.get(Board, board_key)
        if isinstance(board, Board) and board.deleted_at is None:
            for breach in vote_breaches(board, operation.where(Vote, board=board_key)):
                raise breach.error
