"""Rating cards or clusters from 1 to 5 on one sheet; a second criterion makes a matrix of two axes.

Marks are secret until the rating is closed, and nobody's own marks are kept.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from facilitator.domain.cards import Board, Card, Cluster, VoteMethod
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import BoardId
from facilitator.domain.ratings import Rating
from facilitator.i18n import _, language, translations
from facilitator.messages import sentence
from facilitator.words.ratings import rating_method
from ui.operator.voting.marks import MarkPart
from ui.operator.voting.result import ResultPart
from ui.operator.voting.rule_bar import Spin
from ui.presenters import rating as presenter
from ui.presenters import voting
from ui.presenters.voting import Kind, VoterRow
from ui.presenters.wall_reader import WallReader
from ui.stage.screens import facts, mirrored
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice
from ui.widgets.fields import FieldRow, InlineError
from ui.widgets.labels import label
from ui.widgets.pills import Pill
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.runtime.desk import Desk, Task
    from ui.stage.director import StageDirector

_MOST: Final = 2
"""Ratings of one board: the two axes of a matrix."""
_NO_LIMIT: Final = 10**9


class RatingSheet(Sheet):
    """Opened from the vote, for the same board."""

    def __init__(self, theme: Theme, over: QWidget, desk: "Desk", stage: "StageDirector") -> None:
        super().__init__(theme, over, width=900)
        self._desk, self._stage = desk, stage
        self._key: BoardId | None = None
        self._place = 0
        self._kind: Kind = "cards"
        self._handed: set[tuple[int, UUID]] = set()
        self._reader = WallReader()
        self.hint = label(theme, role="body", tone="ink_2", wrap=True)
        self.which, self.kind, self.method = Choice(), Choice(), Choice()
        self.criterion = QLineEdit()
        self.voters, self.rated = Spin(0, 100_000), Spin(0, 100_000)
        fields = (self.criterion, self.method, self.voters, self.rated)
        self._rows = [FieldRow(theme, "", field) for field in fields]
        self.start = Button(theme, " ", kind="primary")
        self.turnout = Pill(theme)
        self.error = InlineError(theme)
        self.ballots = MarkPart(theme, self.error)
        self.result = ResultPart(theme)
        self.end = Button(theme, " ", kind="quiet", size="small")
        self.show_result = Button(theme, " ", icon="projector")
        self.close_rating = Button(theme, " ", kind="primary")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid, state, foot = QGridLayout(), QHBoxLayout(), QHBoxLayout()
        grid.setHorizontalSpacing(12)
        foot.setSpacing(8)
        self.method.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for column, field in enumerate(self._rows):
            grid.addWidget(field, 0, column)
            grid.setColumnStretch(column, 2 if column < 2 else 1)
        state.addWidget(self.turnout)
        state.addStretch(1)
        state.addWidget(self.kind)
        foot.addWidget(self.end)
        foot.addStretch(1)
        foot.addWidget(self.show_result)
        foot.addWidget(self.close_rating)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.which)
        self.body.addLayout(grid)
        self.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(state)
        for below in (self.error, self.ballots, self.result):
            self.body.addWidget(below)
        self.foot.addLayout(foot)

    def _connect(self) -> None:
        ballots = self.ballots
        self.which.chosen.connect(self._choose_rating)
        self.kind.chosen.connect(self._choose_kind)
        self.method.chosen.connect(lambda _key: self._change_rule())
        self.criterion.editingFinished.connect(self._change_rule)
        self.voters.valueChanged.connect(self._change_rule)
        self.rated.valueChanged.connect(self._change_rule)
        self.criterion.returnPressed.connect(self._start)
        self.start.clicked.connect(self._start)
        ballots.counted.connect(self._count)
        ballots.voters.chosen.connect(self._open_ballot)
        ballots.handed_in.connect(self._rate)
        ballots.filling_changed.connect(self.follow)
        ballots.went_through.connect(lambda: self.close_rating.setFocus(Qt.FocusReason.TabFocusReason))
        self.close_rating.clicked.connect(self._toggle)
        self.show_result.clicked.connect(lambda: self._stage.show("cards", board=self._key))
        self.end.clicked.connect(lambda: self._change(None))
        self.closed.connect(ballots.forget)
        self._desk.changed.connect(self._changed)
        self._desk.opened.connect(self.close_sheet)

    # What is rated

    @property
    def board(self) -> Board | None:
        """The board whose cards are rated."""
        return self._desk.records.get(Board, self._key)

    @property
    def rating(self) -> Rating | None:
        """The rating that is shown; None while one is to be begun."""
        board = self.board
        known = board.ratings if board is not None else ()
        return known[self._place] if self._place < len(known) else None

    def open_for(self, board: BoardId | None) -> None:
        """Open the ratings of a board."""
        self._key, self._place = board, 0
        self._handed.clear()
        self.ballots.forget()
        found = self.board
        self._kind = "cards" if found is None else voting.kind_at_first(self._desk.records, found)
        if self.rating is None and found is not None:
            self.method.set_items(_methods())
            self.method.set_key(VoteMethod.PAPER_COUNT.value)
            self.voters.put(voting.usual_voters(self._desk.records, found, VoteMethod.PAPER_COUNT))
            self.rated.put(self.voters.value())
        self.follow()
        self.open_sheet(self.criterion if self.rating is None else self.which)

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
        by_ballot = VoteMethod(self.method.current_key() or VoteMethod.PAPER_COUNT).by_ballot
        for part, shown in (
            (self.which, bool(board.ratings) and not filling),
            *((row, not is_closed and not filling) for row in self._rows[:3]),
            (self._rows[3], not is_closed and not filling and not by_ballot),
            (self.start, rating is None),
            (self.turnout, is_open and not filling),
            (self.kind, is_open and not filling),
            (self.ballots, is_open),
            (self.result, is_closed),
            (self.show_result, is_closed),
            (self.close_rating, rating is not None and not filling),
            (self.end, rating is not None and not filling),
        ):
            part.setVisible(shown)
        self._say(board, rating)
        if rating is not None:
            self._show_rating(board, rating)

    def _say(self, board: Board, rating: Rating | None) -> None:
        self.ballots.retranslate()
        names = (_("Rated by, such as effect"), _("How marks are given"), _("Voters"), _("Of them rated"))
        for row, name in zip(self._rows, names, strict=True):
            row.set_words(name)
        self.which.setAccessibleName(_("Which rating"))
        known = [(str(place), each.criterion.best(language())) for place, each in enumerate(board.ratings)]
        if len(known) < _MOST:
            known.append((str(len(known)), _("Rate by something else too")))
        self.which.set_items(known)
        self.which.set_key(str(self._place))
        self.kind.setAccessibleName(_("What is rated"))
        self.kind.set_items([("cards", _("Rate cards")), ("clusters", _("Rate clusters"))])
        self.kind.set_key(self._kind)
        self.method.set_items(_methods())
        self.start.setText(_("Start the rating"))
        self.show_result.setText(_("Show on stage"))
        self.end.setText(_("Delete this rating with its marks"))
        closed = rating is not None and rating.closed
        self.close_rating.set_kind("secondary" if closed else "primary")
        self.close_rating.setText(_("Reopen the rating") if closed else _("Close the rating"))
        self.hint.setText(
            presenter.hint(rating, mirrored=_is_mirrored(), filling=self.ballots.voter is not None)
        )

    def _show_rating(self, board: Board, rating: Rating) -> None:
        if not self.criterion.hasFocus():
            self.criterion.setText(rating.criterion.best(language()))
        self.method.set_key(rating.method.value)
        self.voters.put(rating.voters)
        self.rated.put(rating.rated)
        everybody = rating.rated == rating.voters
        self.turnout.show_state(presenter.turnout_line(rating), "ok" if everybody else "neutral", "users")
        view = self._reader.read(self._desk.records, board, "hand", language())
        if rating.closed:
            self.result.show_places(presenter.result(rating, voting.all_titles(view)))
        elif rating.method.by_ballot:
            handed = {key for place, key in self._handed if place == self._place}
            self.ballots.show_voters(presenter.voters(self._desk.records, board, rating, handed))
        else:
            rows = presenter.options(view, self._kind, rating, secret=_is_mirrored())
            self.ballots.show_count(rows, _NO_LIMIT)

    # What a person does

    @Slot()
    def _start(self) -> None:
        board = self.board
        if board is None or self.rating is not None:
            return
        method, voters = VoteMethod(self.method.current_key()), self.voters.value()
        rated = 0 if method.by_ballot else min(self.rated.value(), voters)
        try:
            criterion = self._desk.text(self.criterion.text())
            rating = Rating(criterion, voters, method, closed=False, rated=rated)
        except FacilitatorError as error:
            self._refused(error)
            return
        self._store(lambda w: w.wall.ratings.add(board.id, rating), self._started)

    def _started(self, _changes: object) -> None:
        self.follow()
        self.ballots.start().setFocus()

    @Slot()
    def _change_rule(self) -> None:
        """Store what was changed of the rule of a rating that is open."""
        rating = self.rating
        if rating is None or rating.closed:
            self.follow()
            return
        method = VoteMethod(self.method.current_key())
        rated = rating.rated if method.by_ballot else self.rated.value()
        try:
            words = rating.criterion.reworded(self.criterion.text().strip())
            changed = replace(rating, criterion=words, method=method, voters=self.voters.value(), rated=rated)
        except FacilitatorError as error:
            self._refused(error)
            return
        if changed != rating:
            self._change(changed)

    def _change(self, rating: Rating | None) -> None:
        key, place = self._key, self._place
        if key is not None:
            self._store(lambda w: w.wall.ratings.change(key, place, rating))

    def _toggle(self) -> None:
        if (rating := self.rating) is not None:
            self._change(replace(rating, closed=not rating.closed))

    def _count(self, on: UUID, points: int) -> None:
        key, place = self._key, self._place
        if key is not None:
            self._store(lambda w: w.wall.ratings.count(key, place, on, points))

    def _rate(self, voter: VoterRow, marks: Mapping[UUID, int]) -> None:
        key, place, given = self._key, self._place, dict(marks)
        if key is not None and given:
            self._store(lambda w: w.wall.ratings.rate(key, place, given), lambda _done: self._taken(voter))

    def _taken(self, voter: VoterRow) -> None:
        self._handed.add((self._place, voter.key))
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
        self._place = int(place)
        self.ballots.forget()
        if self.rating is None:
            self.criterion.clear()
        self.follow()
        (self.criterion if self.rating is None else self.which).setFocus()

    def _choose_kind(self, kind: str) -> None:
        self._kind = "clusters" if kind == "clusters" else "cards"
        self.follow()

    def _store(self, change: "Task", done: "Callable[[ChangeSet | None], None] | None" = None) -> None:
        self.error.say("")
        self._desk.perform(change, done=done, refused=self._refused)

    def _refused(self, error: FacilitatorError) -> None:
        self.error.say(sentence(error))
        self.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put a ballot away with Esc before the sheet goes."""
        if event.key() == Qt.Key.Key_Escape and self.ballots.voter is not None:
            self.ballots.close_ballot()
            event.accept()
            return
        super().keyPressEvent(event)


def _methods() -> list[tuple[str, str]]:
    return [(each.value, rating_method(translations(language()), each)) for each in VoteMethod]


def _is_mirrored() -> bool:
    return mirrored(facts(screen) for screen in QGuiApplication.screens())
