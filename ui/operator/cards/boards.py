"""What is done with whole boards, their vote and their types of card; fills the panels and stores them."""

from PySide6.QtCore import QObject, Signal

from facilitator.domain.cards import Board, BoardMode, CardKind, Kind, Voting
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import BoardId, CardKindId, SessionId, new_id
from facilitator.i18n import language
from facilitator.messages import sentence
from ui.actions.qt import trigger
from ui.operator.cards.about import AboutCard, own_kind
from ui.operator.cards.hand import Hand
from ui.operator.cards.panels import Panels
from ui.presenters import card_boards, voting
from ui.presenters.wording import reworded
from ui.wall.state import Spot


class BoardDeeds(QObject):
    """Acts on the board that is on the wall."""

    board_added = Signal(object)
    """The key of a board that was added just now."""

    def __init__(self, hand: Hand, panels: Panels) -> None:
        super().__init__(panels)
        self._hand = hand
        self._panels = panels
        vote, kinds = panels.vote, panels.kinds
        vote.started.connect(self._start_vote)
        vote.rule_chosen.connect(self._set_rule)
        vote.counted.connect(self._count)
        vote.concluded.connect(self._conclude)
        vote.entry_wanted.connect(lambda: trigger(panels, "run.vote"))
        kinds.added.connect(self._add_kind)
        kinds.renamed.connect(self._rename_kind)
        kinds.relooked.connect(self._relook_kind)
        kinds.deleted.connect(self._delete_kind)
        self.about = AboutCard(hand, panels)

    # Boards

    def add(self, session: SessionId) -> None:
        """Add a board to a session and put it on the wall."""
        key = BoardId(new_id())
        self._hand.desk.perform(
            lambda w: w.wall.boards.add(session, key), done=lambda _: self.board_added.emit(key)
        )

    def delete(self) -> None:
        """Delete the board with its cards and clusters; undo brings all of it back."""
        board = self._hand.board()
        if board is not None:
            self._hand.desk.perform(lambda w: w.books.delete(Board, board.id))

    def ask(self, words: str) -> None:
        """Store what the board asks the room; no words bring the old ones back."""
        board = self._hand.board()
        if board is None:
            return
        try:
            text = reworded(board.question, words, language(), self._hand.desk.text)
        except FacilitatorError as error:
            self._hand.desk.failed.emit(error)
            return
        if text is not None:
            self._hand.desk.perform(lambda w: w.books.edit(Board, board.id, question=text))

    def set_mode(self, mode: str) -> None:
        """Choose whether the board keeps authors."""
        board = self._hand.board()
        if board is not None:
            self._hand.desk.perform(lambda w: w.wall.boards.set_mode(board.id, BoardMode(mode)))

    # Panels

    def follow(self) -> None:
        """Show in the open panel what is so now."""
        view, board, desk = self._hand.wall.surface.view, self._hand.board(), self._hand.desk
        match self._panels.key:
            case "vote":
                spoken = language()
                conclusion = board.conclusion.best(spoken) if board is not None and board.conclusion else ""
                self._panels.vote.show_vote(card_boards.vote_state(desk.records, view), conclusion)
                self._panels.vote.show_count(*self._counted())
            case "kinds":
                self._panels.kinds.show_kinds(self._hand.kinds())
            case "card":
                self.about.follow()
            case _:
                pass

    def _counted(self) -> tuple[int | None, str]:
        """Return the dots on what is selected, and what that is."""
        cards, spot = self._hand.cards, self._hand.spot
        if len(cards) == 1 and (card := self._hand.card(cards[0])) is not None:
            return card.dots or 0, " ".join(card.text.split())[:80]
        if not cards and spot is not None and spot.kind == "cluster":
            cluster = next((e for e in self._hand.wall.surface.view.clusters if e.id == spot.key), None)
            if cluster is not None:
                return cluster.own_dots, cluster.title
        return None, ""

    # The vote

    def _start_vote(self) -> None:
        board, desk = self._hand.board(), self._hand.desk
        if board is not None:
            options = self._hand.wall.surface.view.count()
            self._set_rule(voting.first_rule(desk.records, board, options))

    def _set_rule(self, rule: Voting | None) -> None:
        board = self._hand.board()
        if board is not None and rule != board.voting:
            self._hand.desk.perform(
                lambda w: w.wall.set_voting(board.id, rule),
                refused=lambda error: self._panels.vote.refuse_rule(sentence(error)),
            )

    def _count(self, dots: int) -> None:
        cards, spot = self._hand.cards, self._hand.spot
        target = Spot("card", cards[0]) if len(cards) == 1 else spot
        if target is None or target.key is None:
            return
        on = target.key
        self._hand.desk.perform(
            lambda w: w.wall.count_dots(on, dots),
            refused=lambda error: self._panels.vote.refuse_count(sentence(error)),
        )

    def _conclude(self, words: str) -> None:
        board = self._hand.board()
        if board is not None:
            text = reworded(board.conclusion, words, language(), self._hand.desk.text)
            self._hand.desk.perform(lambda w: w.books.edit(Board, board.id, conclusion=text))

    # Types of card

    def _add_kind(self, name: str, look: str) -> None:
        desk = self._hand.desk
        if desk.workshop_id is None:
            return
        try:
            kind = CardKind(
                id=CardKindId(new_id()),
                workshop=desk.workshop_id,
                label=desk.text(name),
                like=Kind(look),
                position=len(desk.records.where(CardKind, workshop=desk.workshop_id)),
            )
        except FacilitatorError as error:
            self._panels.kinds.refuse(sentence(error))
            return
        desk.perform(
            lambda w: w.books.add(kind),
            done=lambda _: self._panels.kinds.stored(),
            refused=lambda error: self._panels.kinds.refuse(sentence(error)),
        )

    def _rename_kind(self, key: str, name: str) -> None:
        kind = own_kind(self._hand.desk, key)
        if kind is None:
            return
        text = reworded(kind.label, name, language(), self._hand.desk.text)
        if text is None:
            self._panels.kinds.refuse(sentence(FacilitatorError("kind-label-empty")))
            return
        self._hand.desk.perform(lambda w: w.books.edit(CardKind, kind.id, label=text))

    def _relook_kind(self, key: str, look: str) -> None:
        kind = own_kind(self._hand.desk, key)
        if kind is not None:
            self._hand.desk.perform(lambda w: w.wall.boards.relook_kind(kind.id, Kind(look)))

    def _delete_kind(self, key: str) -> None:
        kind = own_kind(self._hand.desk, key)
        if kind is not None:
            self._hand.desk.perform(lambda w: w.wall.boards.delete_kind(kind.id))
