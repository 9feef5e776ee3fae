"""Rating cards or clusters from 1 to 5 on one sheet; a second criterion makes a matrix of two axes.

Marks are secret until the rating is closed, and nobody's own marks are kept.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.domain.cards import Board, Card, Cluster, VoteMethod
from facilitator.domain.changes import ChangeSet
from facilitator.domain.ids import BoardId
from facilitator.domain.ratings import Rating
from facilitator.i18n import _, language
from ui.operator.voting.marks import MarkPart
from ui.operator.voting.rating_deeds import RatingDeeds
from ui.operator.voting.rating_rule import RatingRule
from ui.operator.voting.result import ResultPart
from ui.presenters import rating as presenter
from ui.presenters import voting
from ui.presenters.matrix import can_be_drawn
from ui.presenters.voting import Kind, VoterRow
from ui.presenters.wall_reader import WallReader
from ui.stage.screens import facts, mirrored
from ui.theme.keyboard import focus_by_keyboard
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice
from ui.widgets.fields import InlineError
from ui.widgets.labels import label
from ui.widgets.pills import Pill
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from uuid import UUID

    from ui.runtime.desk import Desk
    from ui.stage.director import StageDirector

_MOST: Final = 2
"""Ratings of one board: the two axes of a matrix."""
_NO_LIMIT: Final = 10**9


class RatingSheet(Sheet):
    """Opened from the vote, for the same board."""

    vote_wanted = Signal(object)
    """The key of the board that is to be voted on with dots instead."""

    def __init__(self, theme: Theme, over: QWidget, desk: "Desk", stage: "StageDirector") -> None:
        super().__init__(theme, over, width=900)
        self._desk, self._stage = desk, stage
        self._kind: Kind = "cards"
        self._handed: set[tuple[int, UUID]] = set()
        self._reader = WallReader()
        self.hint = label(theme, role="body", tone="ink_2", wrap=True)
        self.which, self.kind = Choice(), Choice()
        self.rule = RatingRule(theme)
        self.start = Button(theme, " ", kind="primary")
        self.vote = Button(theme, " ", kind="quiet", size="small")
        self.show_matrix = Button(theme, " ", icon="chart-scatter")
        self.turnout = Pill(theme)
        self.error = InlineError(theme)
        self.ballots = MarkPart(theme, self.error)
        self.result = ResultPart(theme)
        self.end = Button(theme, " ", kind="quiet", size="small")
        self.show_result = Button(theme, " ", icon="projector")
        self.close_rating = Button(theme, " ", kind="primary")
        self._deeds = RatingDeeds(desk, self.rule, self.ballots.view, self.error)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        state, foot = QHBoxLayout(), QHBoxLayout()
        foot.setSpacing(8)
        state.addWidget(self.turnout)
        state.addStretch(1)
        state.addWidget(self.kind)
        foot.addWidget(self.end)
        foot.addStretch(1)
        foot.addWidget(self.show_matrix)
        foot.addWidget(self.show_result)
        foot.addWidget(self.close_rating)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.which)
        self.body.addWidget(self.rule)
        self.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(state)
        for below in (self.error, self.ballots, self.result):
            self.body.addWidget(below)
        self.foot.addLayout(foot)
        self.tools.addWidget(self.vote, 0, Qt.AlignmentFlag.AlignTop)
        self.visit_last(self.vote, self.end)

    def _connect(self) -> None:
        ballots, deeds = self.ballots, self._deeds
        self.which.chosen.connect(self._choose_rating)
        self.kind.chosen.connect(self._choose_kind)
        deeds.changed.connect(self.follow)
        deeds.begun.connect(self._started)
        deeds.deleted.connect(self._ended)
        deeds.handed_in.connect(self._taken)
        self.start.clicked.connect(deeds.start)
        ballots.voters.chosen.connect(self._open_ballot)
        ballots.handed_in.connect(deeds.rate)
        ballots.filling_changed.connect(self.follow)
        ballots.went_through.connect(lambda: focus_by_keyboard(self.close_rating))
        self.close_rating.clicked.connect(deeds.toggle)
        self.show_result.clicked.connect(lambda: self._stage.show("cards", board=deeds.key))
        self.show_matrix.clicked.connect(lambda: self._stage.show("matrix", board=deeds.key))
        self.vote.clicked.connect(lambda: self.vote_wanted.emit(deeds.key))
        self.end.clicked.connect(lambda: deeds.change(None))
        self.closed.connect(ballots.forget)
        self._desk.changed.connect(self._changed)
        self._desk.opened.connect(self.close_sheet)

    # What is rated

    @property
    def board(self) -> Board | None:
        """The board whose cards are rated."""
        return self._deeds.board

    @property
    def rating(self) -> Rating | None:
        """The rating that is shown; None while one is to be begun."""
        return self._deeds.rating

    def open_for(self, board: BoardId | None) -> None:
        """Open the ratings of a board."""
        self._deeds.key, self._deeds.place = board, 0
        self._handed.clear()
        self.ballots.forget()
        found = self.board
        self._kind = "cards" if found is None else voting.kind_at_first(self._desk.records, found)
        if self.rating is None:
            self._deeds.propose(VoteMethod.PAPER_COUNT)
        self.follow()
        self.open_sheet(self.rule.criterion if self.rating is None else self._first())

    def _first(self) -> QWidget:
        return self.which if self.ballots.isHidden() else self.ballots.start()

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes.touches(Board, Card, Cluster):
            self.follow()

    # Showing

    @Slot()
    def follow(self) -> None:
        """Show how the rating stands now."""
        board, rating = self.board, self.rating
        if board is None:
            return
        self.set_words(_("Rate from 1 to 5"), voting.one_line(board.question.best(language())))
        filling = self.ballots.voter is not None
        is_open, is_closed = rating is not None and not rating.closed, rating is not None and rating.closed
        for part, shown in (
            (self.which, bool(board.ratings) and not filling),
            (self.rule, not is_closed and not filling),
            (self.start, rating is None),
            (self.turnout, is_open and not filling),
            (self.kind, is_open and not filling),
            (self.ballots, is_open),
            (self.result, is_closed),
            (self.show_result, is_closed),
            (self.show_matrix, is_closed and can_be_drawn(board)),
            (self.vote, not filling),
            (self.close_rating, rating is not None and not filling),
            (self.end, rating is not None and not filling),
        ):
            part.setVisible(shown)
        self._say(board, rating)
        if rating is not None:
            self._show_rating(board, rating)

    def _say(self, board: Board, rating: Rating | None) -> None:
        self.ballots.retranslate()
        self.rule.say()
        self.which.setAccessibleName(_("Which rating"))
        known = [(str(place), each.criterion.best(language())) for place, each in enumerate(board.ratings)]
        if len(known) < _MOST:
            known.append((str(len(known)), _("Rate by something else too")))
        self.which.set_items(known)
        self.which.set_key(str(self._deeds.place))
        self.kind.setAccessibleName(_("What is rated"))
        self.kind.set_items([("cards", _("Rate cards")), ("clusters", _("Rate clusters"))])
        self.kind.set_key(self._kind)
        self.start.setText(_("Start the rating"))
        self.show_result.setText(_("Show on stage"))
        self.show_matrix.setText(_("Show the matrix"))
        self.vote.setText(_("Vote with dots instead"))
        self.end.setText(_("Delete this rating with its marks"))
        closed = rating is not None and rating.closed
        self.close_rating.set_kind("secondary" if closed else "primary")
        self.close_rating.setText(_("Reopen the rating") if closed else _("Close the rating"))
        self.hint.setText(
            presenter.hint(rating, mirrored=_is_mirrored(), filling=self.ballots.voter is not None)
        )

    def _show_rating(self, board: Board, rating: Rating) -> None:
        self.rule.put(rating)
        everybody = rating.rated == rating.voters
        self.turnout.show_state(presenter.turnout_line(rating), "ok" if everybody else "neutral", "users")
        view = self._reader.read(self._desk.records, board, "hand", language())
        if rating.closed:
            self.result.show_places(presenter.result(rating, voting.all_titles(view)))
        elif rating.method.by_ballot:
            handed = {key for place, key in self._handed if place == self._deeds.place}
            self.ballots.show_voters(presenter.voters(self._desk.records, board, rating, handed))
        else:
            rows = presenter.options(view, self._kind, rating, secret=_is_mirrored())
            self.ballots.show_count(rows, _NO_LIMIT)

    # What a person does

    @Slot()
    def _started(self) -> None:
        self.follow()
        self.ballots.start().setFocus()

    @Slot()
    def _ended(self) -> None:
        """Lead the keys away from deleting, to the other rating: Enter once more changes nothing."""
        self._deeds.place = 0
        self.rule.criterion.clear()
        self.follow()
        focus_by_keyboard(self.rule.criterion if self.rating is None else self.which)

    @Slot(object)
    def _taken(self, voter: VoterRow) -> None:
        self._handed.add((self._deeds.place, voter.key))
        announce(self, _("The ballot of {name} is in.").format(name=voter.title))
        self.ballots.close_ballot()

    @Slot(object)
    def _open_ballot(self, voter: VoterRow) -> None:
        board, rating = self.board, self.rating
        if board is None or rating is None:
            return
        if voter.voted:
            said = _("{name} has rated. Nobody's own marks are kept, so they cannot be changed.")
            self.error.say(said.format(name=voter.title))
            return
        view = self._reader.read(self._desk.records, board, "hand", language())
        self.ballots.open_ballot(voter, presenter.options(view, self._kind, rating, secret=False), _NO_LIMIT)

    def _choose_rating(self, place: str) -> None:
        self._deeds.place = int(place)
        self.ballots.forget()
        if (board := self.board) is not None and self.rating is None:
            self.rule.criterion.clear()
            before = board.ratings[-1] if board.ratings else None
            self._deeds.propose(before.method if before is not None else VoteMethod.PAPER_COUNT)
        self.follow()
        (self.rule.criterion if self.rating is None else self.which).setFocus()

    def _choose_kind(self, kind: str) -> None:
        self._kind = "clusters" if kind == "clusters" else "cards"
        self.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put a ballot away with Esc before the sheet goes."""
        if event.key() == Qt.Key.Key_Escape and self.ballots.voter is not None:
            self.ballots.close_ballot()
            event.accept()
            return
        super().keyPressEvent(event)


def _is_mirrored() -> bool:
    return mirrored(facts(screen) for screen in QGuiApplication.screens())
