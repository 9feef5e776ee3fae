"""The card wall: capture, sort, name, merge, count dots. Every gesture is one undoable operation."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

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
    Voting,
)
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import Conflict
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import (
    BoardId,
    CardId,
    CardKindId,
    ClusterId,
    OrganisationId,
    PersonId,
    SessionId,
    new_id,
    unordered_id,
)
from facilitator.domain.records import need
from facilitator.domain.values import Text
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.anonymity import Anonymity
from facilitator.services.boards import Boards
from facilitator.services.clusters import Clusters
from facilitator.services.operations import Operations
from facilitator.services.outcomes import Outcomes
from facilitator.services.rating import Ratings
from facilitator.services.voting import Votes, count_dots, delete_votes, set_voting


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCard:
    """What the note-taker hands over with Enter; without a board it goes on the session's latest one."""

    text: Text
    board: BoardId | None = None
    cluster: ClusterId | None = None
    kind: Kind = Kind.NOTE
    own_kind: CardKindId | None = None
    author: PersonId | None = None
    organisation: OrganisationId | None = None
    source: CardSource = CardSource.TYPED


class Wall:
    """What can be done with cards.

    `boards` has what concerns a whole board, `clusters` what lies inside what, `outcomes` what cards
    become, `votes` takes ballots, `anonymity` keeps what an anonymous board promised.
    """

    def __init__(self, operations: Operations, erase_remains: Callable[[], None]) -> None:
        self._operations = operations
        self.anonymity = Anonymity(operations, erase_remains)
        self.boards = Boards(operations)
        self.clusters = Clusters(operations)
        self.outcomes = Outcomes(operations)
        self.votes = Votes(operations)
        self.ratings = Ratings(operations)

    def add_card(self, session: SessionId, card: NewCard) -> ChangeSet:
        """Store a card on the session's board, which is made if there is none yet.

        An anonymous board keeps neither author nor organisation (domain.md 6.8).
        Raises NotFound or InvalidInput.
        """
        return self.add_cards(session, (card,))

    def add_cards(self, session: SessionId, cards: Sequence[NewCard]) -> ChangeSet:
        """Store several cards in the order given, as one operation."""

        def change(operation: Operation) -> None:
            following: dict[BoardId, int] = {}
            for card in cards:
                board = _board_of(operation, session, card.board)
                place = following.get(board.id, operation.next_position(Card, board=board.id))
                operation.add(_card(board, card, place))
                following[board.id] = place + 1

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

    def move(
        self, cards: Sequence[CardId], cluster: ClusterId | None, *, before: CardId | None = None
    ) -> ChangeSet:
        """Put cards into a cluster, or among the loose ones: at the end, or before one that is there.

        They keep the order given. Raises NotFound, or Conflict when the cluster is of another board.
        """

        def change(operation: Operation) -> None:
            if cluster is not None:
                _refuse_other_board(operation, need(operation, Cluster, cluster), cards)
            moving = list(dict.fromkeys(cards))
            board = need(operation, Card, moving[0]).board if moving else None
            behind = [] if before is None else _from(operation, before, cluster, board)
            for key in (*moving, *(key for key in behind if key not in set(moving))):
                card = need(operation, Card, key)
                place = operation.next_position(Card, board=card.board)
                operation.put(replace(card, cluster=cluster, position=place))

        return self._operations.perform("move-card", change)

    def delete_cards(self, cards: Sequence[CardId]) -> ChangeSet:
        """Put cards and their dots into the bin; what was merged into them stands for itself again."""

        def change(operation: Operation) -> None:
            for key in cards:
                _unmerge(operation, key)
                delete_votes(operation, key)
                operation.delete(Card, key)

        return self._operations.perform("delete-card", change)

    def make_cluster(
        self, board: BoardId, title: Text, cards: Sequence[CardId] = (), *, inside: ClusterId | None = None
    ) -> ChangeSet:
        """Make a cluster at the end of the board, or of the one around it, and move cards into it."""

        def change(operation: Operation) -> None:
            found = need(operation, Board, board)
            cluster = operation.add(
                Cluster(
                    id=ClusterId(new_id()),
                    workshop=found.workshop,
                    board=board,
                    title=title,
                    inside=inside,
                    position=operation.next_position(Cluster, board=board),
                )
            )
            for key in cards:
                operation.edit(Card, key, cluster=cluster.id)

        return self._operations.perform("make-cluster", change)

    def dissolve_cluster(self, cluster: ClusterId) -> ChangeSet:
        """Delete a cluster; what it held goes to the cluster around it, else is loose: none is lost."""
        return self.clusters.dissolve(cluster)

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
        """Set how a board is voted on; closing it shows the result. None ends the vote with its dots.

        Raises InvalidInput when more dots were counted already than the rule allows.
        """
        return self._operations.perform("set-voting", lambda operation: set_voting(operation, board, voting))

    def set_phase(self, board: BoardId, phase: Phase) -> ChangeSet:
        """Lead the board into a phase. Cards that promised anonymity are revealed when they are read out.

        To conclude is to close the vote, in the same operation. Raises NotFound, InvalidInput when the
        vote cannot be closed, or CannotWrite when another program keeps the file from forgetting.
        """

        def change(operation: Operation) -> None:
            rule = operation.edit(Board, board, phase=phase).voting
            if phase is Phase.CONCLUDE and rule is not None and not rule.closed:
                set_voting(operation, board, replace(rule, closed=True))

        led = self._operations.perform("set-phase", change)
        if phase is not Phase.COLLECT:
            self.anonymity.reveal(board)
        return led

    def count_dots(self, on: UUID, dots: int) -> ChangeSet:
        """Enter the dots counted on a card or a cluster; what was counted on it before is replaced.

        A card speaks for those merged into it: the count is theirs together. Dots that single
        voters gave stay, so that the count cannot be less. Raises NotFound, or InvalidInput when
        it is more than the vote allows.
        """
        return self._operations.perform("count-dots", lambda operation: count_dots(operation, on, dots))

    def _edit_cards(self, label: str, cards: Sequence[CardId], **fields: object) -> ChangeSet:
        def change(operation: Operation) -> None:
            for card in cards:
                operation.edit(Card, card, **fields)

        return self._operations.perform(label, change)


def _board_of(operation: Operation, session: SessionId, named: BoardId | None) -> Board:
    if named is not None:
        return need(operation, Board, named)
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
        id=CardId(unordered_id() if anonymous else new_id()),
        workshop=board.workshop,
        board=board.id,
        cluster=new.cluster,
        kind=new.kind,
        own_kind=new.own_kind,
        text=new.text,
        author=None if anonymous else new.author,
        organisation=None if anonymous else new.organisation,
        source=new.source,
        position=position,
    )


def _from(
    operation: Operation, first: CardId, cluster: ClusterId | None, board: BoardId | None
) -> list[CardId]:
    """Return a card of a cluster and those that follow it, in the order kept by hand."""
    cards = operation.where(Card, board=board, cluster=cluster, status=CardStatus.ACTIVE)
    ordered = [each.id for each in sorted(cards, key=lambda each: (each.position, each.id.int))]
    return ordered[ordered.index(first) :] if first in ordered else []


def _refuse_other_board(operation: Operation, cluster: Cluster, cards: Sequence[CardId]) -> None:
    if any(need(operation, Card, key).board != cluster.board for key in cards):
        raise Conflict("cluster-on-another-board")


def _unmerge(operation: Operation, card: CardId) -> None:
    """Let what was merged into a card stand for itself again, where that card stands now."""
    for merged in operation.where(Card, merged_into=card):
        cluster = need(operation, Card, card).cluster
        operation.put(replace(merged, status=CardStatus.ACTIVE, merged_into=None, cluster=cluster))


def _unmerge_onto(operation: Operation, card: CardId, into: CardId) -> None:
    """Let what was merged into a card follow it when it is merged itself."""
    for merged in operation.where(Card, merged_into=card):
        if merged.id != into:
            operation.put(replace(merged, merged_into=into))
