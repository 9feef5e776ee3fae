"""Keeps question and stream with the board that cards go to, and does what is asked of a card."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, Card, CardStatus
from facilitator.domain.changes import ChangeSet, Origin, Way
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import BoardId, CardId, new_id
from facilitator.domain.notes import Photo
from facilitator.domain.places import zone_of
from facilitator.i18n import language
from ui.operator.run.question import StageQuestion
from ui.operator.run.stream import StreamPanel
from ui.presenters.capture import board_for
from ui.presenters.stream import StreamCard, in_work_plan, stream, stream_card
from ui.runtime.desk import Desk

if TYPE_CHECKING:
    from uuid import UUID

    from ui.operator.run.same_as import SameAs


class BoardFollower(QObject):
    """The board of one session at a time; None while its session has no board yet."""

    edit_wanted = Signal(object)
    """A person wants to change this Card."""

    def __init__(self, desk: Desk, panel: StreamPanel, question: StageQuestion, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._panel = panel
        self._question = question
        self._session: Session | None = None
        self._board: BoardId | None = None
        panel.acted.connect(self._act)
        question.reworded.connect(self._reword_question)

    # Following

    def show_session(self, session: Session | None) -> None:
        """Follow this session's board from now on."""
        self._session = session
        board = board_for(self._desk.records, session.id if session else None)
        asked = board.question if board else session.objective if session else None
        self._question.show_question(asked.best(language()) if asked else "")
        if (board.id if board else None) != self._board:
            self._board = board.id if board else None
            self.read()

    def read(self) -> None:
        """Show the board's cards from the beginning."""
        records, workshop = self._desk.records, self._desk.workshop
        if workshop is None:
            return
        board = records.get(Board, self._board)
        cards = stream(records, board, zone_of(workshop), language())
        self._panel.model.show_cards(cards, in_work_plan(records, workshop.id))
        self._panel.tell()

    def read_plan(self) -> None:
        """Mark the cards that became work-plan items."""
        self._panel.model.set_in_plan(in_work_plan(self._desk.records, self._desk.workshop_id))

    def follow(self, changes: ChangeSet) -> None:
        """Show what one operation did to the board's cards, and greet the new ones."""
        records, workshop = self._desk.records, self._desk.workshop
        if workshop is None:
            return
        model = self._panel.model
        new: list[CardId] = []
        for key in _touched(changes):
            card = records.get(Card, key)
            if card is not None and card.board == self._board and card.status is CardStatus.ACTIVE:
                if model.put(stream_card(records, card, zone_of(workshop), language())):
                    new.append(card.id)
            else:
                model.drop(key)
        if new:
            model.greet(new)
        self._panel.tell()
        if changes.touches(Card):
            self._compare(new, changes)

    def _compare(self, new: list[CardId], changes: ChangeSet) -> None:
        """Ask of a card typed here whether it says what an earlier one says; any other change ends that."""
        if len(new) == 1 and changes.origin is Origin.HERE and changes.way is Way.DO:
            self._same_as.came(new[0])
        elif "_same_as" in self.__dict__:
            self._same_as.forget()

    @cached_property
    def _same_as(self) -> "SameAs":
        from ui.operator.run.same_as import SameAs  # noqa: PLC0415 - not before the first card

        made = SameAs(self._panel.theme, self._desk, self)
        self._panel.ask_above(made.offer)
        return made

    # What a person does

    def act_on_current(self, action: str, *, newest: bool = False) -> bool:
        """Do something to the selected card, with `newest` else to the newest; whether there was one."""
        index = self._panel.view.currentIndex()
        row = index.row() if index.isValid() else 0 if newest else -1
        shown = self._panel.model.card_at(row)
        if shown is not None:
            self._act(action, shown)
        return shown is not None

    @Slot(str, object)
    def _act(self, action: str, shown: StreamCard) -> None:
        card = self._desk.records.get(Card, shown.id)
        if card is None:
            return
        key = card.id
        match action:
            case "edit":
                self.edit_wanted.emit(card)
            case "hide":
                hidden = not card.hidden_on_stage
                self._desk.perform(lambda workspace: workspace.wall.hide([key], hidden=hidden))
            case "plan":
                self._desk.perform(lambda workspace: workspace.planning.cards_to_work_plan([key]))
            case "delete":
                self._desk.perform(lambda workspace: workspace.wall.delete_cards([key]))

    @Slot(str)
    def _reword_question(self, words: str) -> None:
        """Store what the room is asked; a session without a board gets one."""
        session, board = self._session, self._desk.records.get(Board, self._board)
        self._question.error.say("")
        try:
            if board is not None:
                known = board.question.translated(language()) is not None
                question = board.question.reworded(words.strip(), language() if known else None)
                self._desk.perform(
                    lambda workspace: workspace.books.edit(Board, board.id, question=question),
                    refused=self._say_question,
                )
            elif session is not None:
                made = Board(
                    id=BoardId(new_id()),
                    workshop=session.workshop,
                    session=session.id,
                    question=self._desk.text(words),
                )
                self._desk.perform(lambda workspace: workspace.books.add(made), refused=self._say_question)
        except FacilitatorError as error:
            self._say_question(error)

    def _say_question(self, error: FacilitatorError) -> None:
        from facilitator.messages import sentence  # noqa: PLC0415 - only when something went wrong

        self._question.refuse(sentence(error))


def _touched(changes: ChangeSet) -> list[CardId]:
    """Return the cards that an operation touched, also by putting a photo on one."""
    found: dict[UUID, None] = dict.fromkeys(change.record.id for change in changes.of(Card))
    for change in changes.of(Photo):
        for photo in (change.before, change.after):
            if isinstance(photo, Photo) and photo.of is not None:
                found.setdefault(photo.of)
    return [CardId(key) for key in found]
