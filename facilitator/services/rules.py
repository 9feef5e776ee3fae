"""Keeps what no operation may break: votes and contributions within their limit, and finals as approved.

So whatever the database holds can leave in a file and come back (`facilitator/interchange/checks.py`).
"""

from typing import TYPE_CHECKING

from facilitator.domain.cards import Board, Vote
from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import DocumentStatus, MinutesDocument, next_number
from facilitator.domain.errors import InvalidInput
from facilitator.domain.finals import is_kept
from facilitator.domain.plans import Contribution, WorkItem
from facilitator.domain.record import Record
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
        _keep_final(operation, change.before, change.after)
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


def _keep_final(operation: Operation, before: Record | None, after: Record | None) -> None:
    """Refuse to change a final, or to delete it while its workshop stays."""
    if not isinstance(before, MinutesDocument) or before.deleted_at is not None:
        return
    if after is None or after.deleted_at is not None:
        kept = operation.get(Workshop, before.workshop) is None
    else:
        kept = isinstance(after, MinutesDocument) and is_kept(before, after)
    if not kept and before.status is DocumentStatus.FINAL:
        raise InvalidInput("document-is-final", next=next_number(before.version))
