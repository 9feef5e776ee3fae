"""The card wall: capture, sort, name, merge, count dots. Every gesture is one undoable operation."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitator.domain.agenda import Session
from facilitator.domain.cards import (
    Board,
    BoardMode,
    Card,
    CardSource,
    CardStatus,
    Cluster,
    Kind,
    Phase,
    Vote,
    Voting,
)
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import (
    BoardId,
    CardId,
    CardKindId,
    ClusterId,
    OrganisationId,
    PersonId,
    SessionId,
    new_id,
)
from facilitator.domain.records import need
from facilitator.domain.values import Text
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCard:
    """What the note-taker hands over with Enter."""

    text: Text
    kind: Kind = Kind.NOTE
    own_kind: CardKindId | None = None
    author: PersonId | None = None
    organisation: OrganisationId | None = None
    source: CardSource = CardSource.TYPED


class Wall:
    """What can be done with cards."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def add_card(self, session: SessionId, card: NewCard) -> ChangeSet:
        """Store a card on the session's board, which is made if there is none yet.

        An anonymous board keeps neither author nor organisation (domain.md 6.8).
        Raises NotFound or InvalidInput.
        """
        return self.add_cards(session, (card,))

    def add_cards(self, session: SessionId, cards: Sequence[NewCard]) -> ChangeSet:
        """Store several cards in the order given, as one operation."""

        def change(operation: Operation) -> None:
            board = _board_of(operation, session)
            first = operation.next_position(Card, board=board.id)
            for place, card in enumerate(cards):
                operation.add(_card(board, card, first + place))

        return self._operations.perform("add-card", change)

    def reword(self, card: CardId, text: Text) -> ChangeSet:
        """Change what a card says. Raises NotFound or InvalidInput."""
        return self._operations.perform(
            "reword-card", lambda operation: operation.edit(Card, card, text=text)
        )

    def retype(self, cards: Sequence[CardId], kind: Kind, own_kind: CardKindId | None = None) -> ChangeSet:
        """Make cards of another kind."""
        return self._edit_cards("retype-card", cards, kind=kind, own_kind=own_kind)

    def hide(self, cards: Sequence[CardId], *, hidden: bool) -> ChangeSet:
        """Keep cards off the stage, or let them back."""
        return self._edit_cards("hide-card" if hidden else "show-card", cards, hidden_on_stage=hidden)

    def move(self, cards: Sequence[CardId], cluster: ClusterId | None) -> ChangeSet:
        """Put cards at the end of a cluster, or back among the loose ones."""

        def change(operation: Operation) -> None:
            if cluster is not None:
                need(operation, Cluster, cluster)
            for key in cards:
                card = need(operation, Card, key)
                place = operation.next_position(Card, board=card.board)
                operation.put(replace(card, cluster=cluster, position=place))

        return self._operations.perform("move-card", change)

    def delete_cards(self, cards: Sequence[CardId]) -> ChangeSet:
        """Put cards into the bin; what was merged into them stands for itself again."""

        def change(operation: Operation) -> None:
            for key in cards:
                _unmerge(operation, key)
                operation.delete(Card, key)

        return self._operations.perform("delete-card", change)

    def make_cluster(self, board: BoardId, title: Text, cards: Sequence[CardId] = ()) -> ChangeSet:
        """Make a cluster at the end of the board and move cards into it."""

        def change(operation: Operation) -> None:
            found = need(operation, Board, board)
            cluster = operation.add(
                Cluster(
                    id=ClusterId(new_id()),
                    workshop=found.workshop,
                    board=board,
                    title=title,
                    position=operation.next_position(Cluster, board=board),
                )
            )
            for key in cards:
                operation.edit(Card, key, cluster=cluster.id)

        return self._operations.perform("make-cluster", change)

    def dissolve_cluster(self, cluster: ClusterId) -> ChangeSet:
        """Delete a cluster; its cards and the clusters inside become loose, none is lost."""

        def change(operation: Operation) -> None:
            for card in operation.where(Card, cluster=cluster):
                operation.put(replace(card, cluster=None))
            for inner in operation.where(Cluster, inside=cluster):
                operation.put(replace(inner, inside=None))
            operation.delete(Cluster, cluster)

        return self._operations.perform("dissolve-cluster", change)

    def merge(self, cards: Sequence[CardId], into: CardId) -> ChangeSet:
        """Let cards be spoken for by one of them; their words and dots are kept."""

        def change(operation: Operation) -> None:
            target = need(operation, Card, into)
            target = operation.put(replace(target, status=CardStatus.ACTIVE, merged_into=None))
            for key in cards:
                if key == into:
                    continue
                card = need(operation, Card, key)
                _unmerge_onto(operation, key, into)
                operation.put(
                    replace(card, status=CardStatus.MERGED, merged_into=target.id, cluster=target.cluster)
                )

        return self._operations.perform("merge-cards", change)

    def unmerge(self, card: CardId) -> ChangeSet:
        """Let every card that was merged into this one stand for itself again."""
        return self._operations.perform("unmerge-cards", lambda operation: _unmerge(operation, card))

    def set_voting(self, board: BoardId, voting: Voting | None) -> ChangeSet:
        """Set how a board is voted on; closing it shows the result."""
        return self._operations.perform(
            "set-voting", lambda operation: operation.edit(Board, board, voting=voting)
        )

    def set_phase(self, board: BoardId, phase: Phase) -> ChangeSet:
        """Lead the board into a phase."""
        return self._operations.perform(
            "set-phase", lambda operation: operation.edit(Board, board, phase=phase)
        )

    def count_dots(self, card: CardId, dots: int) -> ChangeSet:
        """Enter the dots counted on a card; what was counted before is replaced.

        Raises InvalidInput when it is more than the vote allows.
        """

        def change(operation: Operation) -> None:
            found = need(operation, Card, card)
            board = need(operation, Board, found.board)
            earlier = [vote for vote in operation.where(Vote, on=card) if vote.voter is None]
            others = sum(vote.dots for vote in operation.where(Vote, board=board.id)) - sum(
                vote.dots for vote in earlier
            )
            _refuse_too_many(board.voting, dots, others)
            for vote in earlier:
                operation.delete(Vote, vote.id)
            if dots:
                operation.add(Vote(id=new_id(), workshop=board.workshop, board=board.id, on=card, dots=dots))

        return self._operations.perform("count-dots", change)

    def _edit_cards(self, label: str, cards: Sequence[CardId], **fields: object) -> ChangeSet:
        def change(operation: Operation) -> None:
            for card in cards:
                operation.edit(Card, card, **fields)

        return self._operations.perform(label, change)


def _board_of(operation: Operation, session: SessionId) -> Board:
    boards = operation.where(Board, session=session)
    if boards:
        return max(boards, key=lambda board: (board.position, board.id.int))
    found = need(operation, Session, session)
    return operation.add(
        Board(
            id=BoardId(new_id()),
            workshop=found.workshop,
            session=session,
            question=found.objective or found.title,
        )
    )


def _card(board: Board, new: NewCard, position: int) -> Card:
    anonymous = board.mode is BoardMode.ANONYMOUS
    return Card(
        id=CardId(new_id()),
        workshop=board.workshop,
        board=board.id,
        kind=new.kind,
        own_kind=new.own_kind,
        text=new.text,
        author=None if anonymous else new.author,
        organisation=None if anonymous else new.organisation,
        source=new.source,
        position=position,
    )


def _unmerge(operation: Operation, card: CardId) -> None:
    for merged in operation.where(Card, merged_into=card):
        operation.put(replace(merged, status=CardStatus.ACTIVE, merged_into=None))


def _unmerge_onto(operation: Operation, card: CardId, into: CardId) -> None:
    """Let what was merged into a card follow it when it is merged itself."""
    for merged in operation.where(Card, merged_into=card):
        if merged.id != into:
            operation.put(replace(merged, merged_into=into))


def _refuse_too_many(voting: Voting | None, dots: int, others: int) -> None:
    if dots < 0:
        raise InvalidInput("dots-out-of-range", value=dots, low=0, high=1_000_000)
    if voting is None:
        return
    if dots > voting.possible_per_card:
        raise InvalidInput("too-many-dots-on-card", dots=dots, limit=voting.possible_per_card)
    if dots + others > voting.possible:
        raise InvalidInput("too-many-dots", dots=dots + others, limit=voting.possible)
