"""What is stored from the sheet of ratings: rule, counts, ballots; what is refused is said there."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from facilitator.domain.cards import Board, VoteMethod
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import FacilitatorError, InvalidInput
from facilitator.domain.ratings import Rating
from facilitator.domain.typed_marks import typed_marks
from facilitator.messages import sentence
from ui.operator.voting.marks import MarkView
from ui.operator.voting.rating_rule import RatingRule
from ui.presenters import voting
from ui.presenters.voting import VoterRow
from ui.widgets.fields import InlineError

if TYPE_CHECKING:
    from facilitator.domain.ids import BoardId
    from ui.runtime.desk import Desk, Task


class RatingDeeds(QObject):
    """Acts on one rating of one board; `place` counts from 0, and may be that of one still to be begun."""

    changed = Signal()
    """Look at the rating again: something was refused, or is now as it was asked for."""

    begun = Signal()
    """A rating was begun."""

    deleted = Signal()
    """A rating was deleted; another may stand in its place."""

    handed_in = Signal(object)
    """The VoterRow whose ballot was taken."""

    def __init__(self, desk: "Desk", rule: RatingRule, view: MarkView, error: InlineError) -> None:
        super().__init__(rule)
        self._desk, self._rule, self._view, self._error = desk, rule, view, error
        self.key: BoardId | None = None
        self.place = 0
        rule.changed.connect(self.change_rule)
        rule.method_chosen.connect(self.choose_method)
        rule.entered.connect(self.start)
        view.typed.connect(self.count)

    @property
    def board(self) -> Board | None:
        """The board whose cards are rated."""
        return self._desk.records.get(Board, self.key)

    @property
    def rating(self) -> Rating | None:
        """The rating that is shown; None while one is to be begun."""
        board = self.board
        known = board.ratings if board is not None else ()
        return known[self.place] if self.place < len(known) else None

    def propose(self, method: VoteMethod) -> None:
        """Propose how many rate that way: people, or their organisations."""
        if (board := self.board) is not None:
            self._rule.put_new(method, voting.usual_voters(self._desk.records, board, method))

    @Slot()
    def start(self) -> None:
        """Begin a rating as the fields say."""
        board = self.board
        if board is None or self.rating is not None:
            return
        try:
            rating = self._rule.begun(self._desk.text(self._rule.criterion.text()))
        except FacilitatorError as error:
            self.refuse(error)
            return
        self._store(lambda w: w.wall.ratings.add(board.id, rating), lambda _done: self.begun.emit())

    @Slot()
    def change_rule(self) -> None:
        """Store what was changed of the rule of a rating that is open."""
        rating = self.rating
        if rating is None or rating.closed:
            self.changed.emit()
            return
        try:
            changed = self._rule.applied(rating)
        except FacilitatorError as error:
            self.refuse(error)
            return
        if changed != rating:
            self.change(changed)

    @Slot(object)
    def choose_method(self, method: VoteMethod) -> None:
        """Let marks be given another way; where none is given yet, by those who usually rate so."""
        rating = self.rating
        if rating is None:
            self.propose(method)
        elif not rating.marks:
            self.propose(method)
            voters = self._rule.voters.value()
            rated = 0 if method.by_ballot else voters
            self.change(replace(rating, method=method, voters=voters, rated=rated))
            return
        self.change_rule()

    def change(self, rating: Rating | None) -> None:
        """Store the rating so; None deletes it with its marks."""
        key, place = self.key, self.place
        if key is not None:
            done = self._deleted if rating is None else None
            self._store(lambda w: w.wall.ratings.change(key, place, rating), done)

    def _deleted(self, _done: ChangeSet | None) -> None:
        self.deleted.emit()

    def toggle(self) -> None:
        """Close the rating, or open it again."""
        if (rating := self.rating) is not None:
            self.change(replace(rating, closed=not rating.closed))

    @Slot(object, str)
    def count(self, on: UUID, words: str) -> None:
        """Store what was typed on a line; words that say nothing stay there."""
        key, place, rating = self.key, self.place, self.rating
        if key is None or rating is None:
            return
        try:
            mark = typed_marks(on, words, rating.rated)
        except FacilitatorError as error:
            self._view.keep(on, words)
            self.refuse(error)
            return
        self._store(lambda w: w.wall.ratings.count(key, place, on, mark))

    def rate(self, voter: VoterRow, marks: Mapping[UUID, int]) -> None:
        """Take one ballot."""
        key, place, given = self.key, self.place, dict(marks)
        if not given:
            self.refuse(InvalidInput("nothing-rated"))
        elif key is not None:
            self._store(
                lambda w: w.wall.ratings.rate(key, place, given), lambda _done: self.handed_in.emit(voter)
            )

    def _store(self, change: "Task", done: Callable[[ChangeSet | None], None] | None = None) -> None:
        self._error.say("")
        self._desk.perform(change, done=done, refused=self.refuse)

    def refuse(self, error: FacilitatorError) -> None:
        """Say why something was not stored, beside what holds."""
        self.changed.emit()
        self._error.say(sentence(error))
