"""The vote on one sheet: its rule, the ballot, who has voted, and the result once it is closed.

While dots are given one by one or by organisation, nothing of what was given is shown here, to nobody.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, BoardMode, Card, Cluster, Phase, Vote, Voting
from facilitator.domain.changes import ChangeSet
from facilitator.domain.ids import BoardId
from facilitator.domain.people import Attendance, Organisation, Person
from facilitator.i18n import _, language
from ui.actions.qt import install_actions, key_hint
from ui.operator.voting.ballots import BallotPart
from ui.operator.voting.deeds import VoteDeeds
from ui.operator.voting.result import ResultPart
from ui.operator.voting.rule_bar import RuleBar
from ui.presenters import voting as presenter
from ui.presenters.cards import WallView
from ui.presenters.voting import BallotRow, Kind, VoterRow
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
    from ui.runtime.desk import Desk
    from ui.stage.director import StageDirector

_FOLLOWED: Final = (Attendance, Board, Card, Cluster, Organisation, Person, Session, Vote)


class VoteSheet(Sheet):
    """Opened by a key on any page, for the board that the page or the running session is about."""

    rating_wanted = Signal(object)
    """The key of the board whose cards are to be rated from 1 to 5."""

    def __init__(self, theme: Theme, over: QWidget, desk: "Desk", stage: "StageDirector") -> None:
        super().__init__(theme, over, width=900)
        self._desk, self._stage = desk, stage
        self._key: BoardId | None = None
        self._reader = WallReader()
        self._kind: Kind = "cards"
        self._mirrored = False
        self.hint = label(theme, role="body", tone="ink_2", wrap=True)
        self.rule = RuleBar(theme)
        self.start = Button(theme, " ", kind="primary", icon="vote")
        self.cast, self.voted = Pill(theme), Pill(theme)
        self.kind = Choice()
        self.error = InlineError(theme)
        self.ballots = BallotPart(theme, self.error)
        self.result = ResultPart(theme)
        self.end = Button(theme, " ", kind="quiet", size="small")
        self.rate = Button(theme, " ", kind="quiet", size="small")
        self.show_result = Button(theme, " ", icon="projector")
        self.close_vote = Button(theme, " ", kind="primary")
        self._deeds = VoteDeeds(desk, self.error, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        state, foot = QHBoxLayout(), QHBoxLayout()
        for row, parts in (
            (state, (self.cast, self.voted, None, self.kind)),
            (foot, (self.end, None, self.show_result, self.close_vote)),
        ):
            row.setSpacing(8)
            for part in parts:
                if part is None:
                    row.addStretch(1)
                else:
                    row.addWidget(part)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.rule)
        self.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(state)
        for below in (self.error, self.ballots, self.result):
            self.body.addWidget(below)
        self.foot.addLayout(foot)
        self.tools.addWidget(self.rate, 0, Qt.AlignmentFlag.AlignTop)
        self.visit_last(self.rate, self.end)

    def _connect(self) -> None:
        deeds, ballots = self._deeds, self.ballots
        self.start.clicked.connect(lambda: deeds.set_rule(self.board, self.rule.rule))
        self.rule.chosen.connect(self._choose_rule)
        self.rule.method_chosen.connect(self._choose_method)
        self.kind.chosen.connect(self._choose_kind)
        ballots.counted.connect(deeds.count)
        ballots.voters.chosen.connect(self._open_ballot)
        ballots.handed_in.connect(lambda voter, dots: deeds.cast(self.board, voter, dots))
        ballots.filling_changed.connect(self.follow)
        ballots.went_through.connect(lambda: focus_by_keyboard(self.close_vote))
        self.close_vote.clicked.connect(lambda: deeds.toggle(self.board))
        self.show_result.clicked.connect(self._show_on_stage)
        self.rate.clicked.connect(lambda: self.rating_wanted.emit(self._key))
        self.end.clicked.connect(lambda: deeds.set_rule(self.board, None))
        deeds.changed.connect(self.follow)
        deeds.handed_in.connect(self._handed_in)
        self.closed.connect(ballots.forget)
        self._desk.changed.connect(self._changed)
        self._desk.opened.connect(self.close_sheet)
        install_actions(self, {"board.next_phase": self._lead_on})
        self._stage.mirroring.connect(self._follow_mirroring)

    # Opening

    @property
    def board(self) -> Board | None:
        """The board that is voted on."""
        return self._desk.records.get(Board, self._key)

    def open_for(self, board: BoardId | None) -> None:
        """Open the vote of a board."""
        self._key = board
        self._mirrored = mirrored(facts(screen) for screen in QGuiApplication.screens())
        self.ballots.forget()
        self._deeds.forget()
        found = self.board
        self._kind = "cards" if found is None else presenter.kind_at_first(self._desk.records, found)
        self.follow()
        self.open_sheet(self._first())

    def _first(self) -> QWidget | None:
        if not self.ballots.isHidden():
            return self.ballots.start()
        return next((part for part in (self.start, self.show_result) if not part.isHidden()), None)

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes.touches(*_FOLLOWED):
            counting, begun = self.ballots.isHidden(), self.start.isHidden()
            self.follow()
            if counting and not self.ballots.isHidden():
                self.ballots.start().setFocus()  # the vote was started, or opened again
            elif begun and not self.start.isHidden():
                focus_by_keyboard(self.start)  # it was ended, by what is gone now

    def _follow_mirroring(self, mirrored: bool) -> None:
        self._mirrored = mirrored
        if self.isVisible():
            self.follow()

    # Showing

    @Slot()
    def follow(self) -> None:
        """Show how the vote stands now."""
        board = self.board
        view = self._view(board)
        self.set_words(_("Vote"), presenter.one_line(board.question.best(language())) if board else "")
        if board is None or not view.count():
            self._show_nothing()
            return
        rule, filling = board.voting, self.ballots.voter is not None
        is_open = rule is not None and not rule.closed
        is_closed = rule is not None and rule.closed
        for part, shown in (
            (self.rule, not is_closed and not filling),
            (self.start, rule is None),
            (self.cast, rule is not None and not filling),
            (self.voted, rule is not None and not filling),
            (self.kind, is_open and not filling and bool(view.clusters)),
            (self.ballots, is_open),
            (self.result, is_closed),
            (self.show_result, is_closed),
            (self.close_vote, rule is not None and not filling),
            (self.end, rule is not None and not filling),
            (self.rate, not filling),
        ):
            part.setVisible(shown)
        self.rule.show_rule(rule or presenter.first_rule(self._desk.records, board, view.count()))
        self._say(rule)
        if rule is not None:
            self._show_votes(board, rule, view)

    def _view(self, board: Board | None) -> WallView:
        return self._reader.read(self._desk.records, board, "hand", language())

    def _show_nothing(self) -> None:
        state = (self.rule, self.start, self.cast, self.voted, self.kind, self.ballots, self.result)
        for part in (*state, self.rate, self.close_vote, self.show_result, self.end):
            part.hide()
        self.hint.setText(_("There are no cards to vote on yet. Collect some first; then open the vote."))

    def _say(self, rule: Voting | None) -> None:
        self.ballots.retranslate()
        self.start.setText(_("Start the vote"))
        self.rate.setText(_("Rate from 1 to 5 instead"))
        self.show_result.setText(_("Show on stage"))
        self.end.setText(_("End the vote and delete its dots"))
        self.kind.setAccessibleName(_("What is voted on"))
        self.kind.set_items([("cards", _("Vote on cards")), ("clusters", _("Vote on clusters"))])
        self.kind.set_key(self._kind)
        filling = self.ballots.voter is not None
        self.hint.setText(presenter.hint(rule, mirrored=self._mirrored, filling=filling))
        closed = rule is not None and rule.closed
        self.close_vote.setText(_("Reopen the vote") if closed else _("Close the vote"))
        self.close_vote.set_kind("secondary" if closed else "primary")

    def _show_votes(self, board: Board, rule: Voting, view: WallView) -> None:
        records = self._desk.records
        came = presenter.came(records, board, rule)
        self.cast.show_state(
            presenter.cast_line(came), "ok" if came.cast == came.possible else "neutral", "circle-dot"
        )
        everybody = came.voted == came.of
        self.voted.show_state(presenter.voted_line(rule, came), "ok" if everybody else "neutral", "users")
        if rule.closed:
            self.result.show_places(presenter.result(records, board, presenter.all_titles(view)))
        elif rule.method.by_ballot:
            self.ballots.show_voters(self._deeds.with_handed_in(presenter.voters(records, board)))
        else:
            rows = self._rows(view, rule)
            elsewhere = came.cast - sum(row.dots for row in rows)
            self.ballots.show_count(rows, presenter.given_at_most(rule, elsewhere))

    def _rows(self, view: WallView, rule: Voting) -> list[BallotRow]:
        return presenter.options(view, self._kind, rule, secret=self._mirrored)

    # What a person does

    def _choose_rule(self, rule: object) -> None:
        board = self.board
        if board is not None and board.voting is not None:
            self._deeds.set_rule(board, rule)

    def _choose_method(self, method: object) -> None:
        if (board := self.board) is not None:
            self._deeds.set_method(board, method, self.rule)

    def _choose_kind(self, kind: str) -> None:
        self._kind = "clusters" if kind == "clusters" else "cards"
        self.follow()
        self.ballots.start().setFocus()

    @Slot(object)
    def _open_ballot(self, voter: VoterRow) -> None:
        board = self.board
        if board is None or board.voting is None:
            return
        if voter.voted and board.mode is BoardMode.ANONYMOUS and self._deeds.is_nameless(voter):
            said = _("{name} has voted. On an anonymous board a ballot cannot be changed.")
            self.error.say(said.format(name=voter.title))
            return
        rows = self._rows(self._view(board), board.voting)
        self.ballots.open_ballot(voter, rows, presenter.given_at_most(board.voting))

    @Slot(object)
    def _handed_in(self, voter: VoterRow) -> None:
        announce(self, _("The ballot of {name} is in.").format(name=voter.title))
        self.ballots.close_ballot()

    @Slot()
    def _show_on_stage(self) -> None:
        if self._key is not None:
            self._stage.show("cards", board=self._key)

    def _lead_on(self) -> None:
        """Go on from the vote to conclude, by the key that led here; that closes no vote."""
        board = self.board
        if board is None or board.phase is not Phase.VOTE:
            return
        if board.voting is not None and not board.voting.closed:
            said = _("Close the vote first; then {key} leads on.")
            self.error.say(said.format(key=key_hint("board.next_phase")))
            announce(self, self.error.sentence)
            return
        key = board.id
        self.close_sheet()
        self._desk.perform(lambda work: work.wall.set_phase(key, Phase.CONCLUDE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put a ballot away with Esc before the sheet goes."""
        if event.key() == Qt.Key.Key_Escape and self.ballots.voter is not None:
            self.ballots.close_ballot()
            event.accept()
            return
        super().keyPressEvent(event)
