"""What concerns a whole board: adding one, whether it keeps authors, its clusters' order, kinds of card."""

from dataclasses import replace

from facilitator.domain.agenda import Session
from facilitator.domain.boards import why_mode_stays
from facilitator.domain.cards import Board, BoardMode, Card, CardKind, Cluster, Kind
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import BoardId, CardKindId, ClusterId, SessionId
from facilitator.domain.records import need
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations


class Boards:
    """What can be done with boards."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def add(self, session: SessionId, board: BoardId) -> ChangeSet:
        """Add a board with this key to a session; it asks what the session asks, and takes its new cards."""

        def change(operation: Operation) -> None:
            found = need(operation, Session, session)
            operation.add(
                Board(
                    id=board,
                    workshop=found.workshop,
                    session=session,
                    question=found.objective or found.title,
                    position=operation.next_position(Board, session=session),
                )
            )

        return self._operations.perform("add-board", change)

    def set_mode(self, board: BoardId, mode: BoardMode) -> ChangeSet:
        """Choose whether a board keeps authors. Raises InvalidInput when it would break a promise."""

        def change(operation: Operation) -> None:
            found = need(operation, Board, board)
            if found.mode is not mode and (reason := why_mode_stays(operation, found)):
                raise InvalidInput(reason)
            operation.put(replace(found, mode=mode))

        return self._operations.perform("edit-board", change)

    def move_cluster(self, cluster: ClusterId, step: int) -> ChangeSet:
        """Move a cluster so many places back or, below zero, to the front of those beside it."""

        def change(operation: Operation) -> None:
            found = need(operation, Cluster, cluster)
            ordered = sorted(
                operation.where(Cluster, board=found.board), key=lambda each: (each.position, each.id.int)
            )
            slots = [number for number, each in enumerate(ordered) if each.inside == found.inside]
            beside = [ordered[number] for number in slots]
            place = next(number for number, each in enumerate(beside) if each.id == cluster)
            moved = beside.pop(place)
            beside.insert(max(0, min(len(beside), place + step)), moved)
            for number, each in zip(slots, beside, strict=True):
                ordered[number] = each
            for position, each in enumerate(ordered):
                operation.put(replace(each, position=position))

        return self._operations.perform("edit-cluster", change)

    def relook_kind(self, kind: CardKindId, like: Kind) -> ChangeSet:
        """Let a kind that the workshop added look like another of the five, and its cards with it."""

        def change(operation: Operation) -> None:
            operation.edit(CardKind, kind, like=like)
            for card in operation.where(Card, own_kind=kind):
                operation.put(replace(card, kind=like))

        return self._operations.perform("edit-card_kind", change)

    def delete_kind(self, kind: CardKindId) -> ChangeSet:
        """Delete a kind that the workshop added; its cards become what it looked like."""

        def change(operation: Operation) -> None:
            found = need(operation, CardKind, kind)
            for card in operation.where(Card, own_kind=kind):
                operation.put(replace(card, kind=found.like, own_kind=None))
            operation.delete(CardKind, kind)

        return self._operations.perform("delete-card_kind", change)
