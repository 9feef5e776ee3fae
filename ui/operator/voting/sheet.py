"""The vote on one sheet: its rule, the ballot, who has voted, and the result once it is closed.

While dots are given one by one or by organisation, nothing of what was given is shown here, to nobody.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, BoardMode, Card, Cluster, Vote
from facilitator.domain.changes import ChangeSet
from facilitator.domain.ids import BoardId
from facilitator.domain.people import Attendance, Organisation, Person
from facilitator.i18n import _, language, ngettext
from ui.operator.voting.ballot import BallotView, Refused
from ui.operator.voting.deeds import VoteDeeds
from ui.operator.voting.result import ResultPart
from ui.operator.voting.rule_bar import RuleBar
from ui.operator.voting.voters import ROW as VOTER_ROW
from ui.operator.voting.voters import VoterList
from ui.presenters import voting as presenter
from ui.presenters.cards import WallReader, WallView
from ui.presenters.voting import Kind, VoterRow
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice
from ui.widgets.fields import InlineError
from ui.widgets.labels import heading, label
from ui.widgets.pills import Pill
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from ui.runtime.desk import Desk
    from ui.stage.director import StageDirector

_LINES: Final = 8
_VOTERS: Final = 260
_FOLLOWED: Final = (Attendance, Board, Card, Cluster, Organisation, Person, Session, Vote)


class VoteSheet(Sheet):
    """Opened by a key on any page, for the board that the page or the running session is about."""

    def __init__(self, theme: Theme, over: QWidget, desk: "Desk", stage: "StageDirector") -> None:
        super().__init__(theme, over, width=900)
        self._desk, self._stage = desk, stage
        self._key: BoardId | None = None
        self._reader = WallReader()
        self._voter: VoterRow | None = None
        self._kind: Kind = "cards"
        self._mirrored = False
        self.rule = RuleBar(theme)
        self.start = Button(theme, " ", kind="primary", icon="vote")
        self.kind = Choice()
        self.hint = label(theme, role="body", tone="ink_2", wrap=True)
        self.cast, self.voted = Pill(theme), Pill(theme)
        self.error = InlineError(theme)
        self.voters = VoterList(theme)
        self.whose = heading(theme, wrap=True)
        self.ballot = BallotView(theme)
        self.hand_in = Button(theme, " ", kind="primary", icon="check")
        self.put_away = Button(theme, " ")
        self.result = ResultPart(theme)
        self.close_vote = Button(theme, " ", kind="primary")
        self.show_result = Button(theme, " ", icon="projector")
        self.end = Button(theme, " ", kind="quiet", size="small")
        self._deeds = VoteDeeds(desk, self.error, self)
        self._main = QWidget()
        self._ballot_foot = QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        state = QHBoxLayout()
        state.setSpacing(8)
        state.addWidget(self.cast)
        state.addWidget(self.voted)
        state.addStretch(1)
        state.addWidget(self.kind)
        hands = QHBoxLayout(self._ballot_foot)
        hands.setContentsMargins(0, 0, 0, 0)
        hands.addStretch(1)
        hands.addWidget(self.put_away)
        hands.addWidget(self.hand_in)
        right = QVBoxLayout()
        right.setSpacing(8)
        for part in (self.whose, self.ballot, self._ballot_foot):
            right.addWidget(part)
        main = QHBoxLayout(self._main)
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(16)
        main.addWidget(self.voters)
        main.addLayout(right, 1)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.rule)
        self.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(state)
        self.body.addWidget(self.error)
        self.body.addWidget(self._main)
        self.body.addWidget(self.result)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.end)
        foot.addStretch(1)
        foot.addWidget(self.show_result)
        foot.addWidget(self.close_vote)
        self.foot.addLayout(foot)

    def _connect(self) -> None:
        deeds = self._deeds
        self.start.clicked.connect(lambda: deeds.set_rule(self.board, self.rule.rule))
        self.rule.chosen.connect(self._choose_rule)
        self.rule.method_chosen.connect(self._choose_method)
        self.kind.chosen.connect(self._choose_kind)
        self.ballot.given.connect(self._given)
        self.ballot.changed.connect(self._count_along)
        self.ballot.refused.connect(self._refuse)
        self.ballot.finished.connect(self._finished)
        self.voters.chosen.connect(self._open_ballot)
        self.hand_in.clicked.connect(self._hand_in)
        self.put_away.clicked.connect(self._put_away)
        self.close_vote.clicked.connect(lambda: deeds.toggle(self.board))
        self.show_result.clicked.connect(self._show_on_stage)
        self.end.clicked.connect(lambda: deeds.set_rule(self.board, None))
        deeds.changed.connect(self.follow)
        deeds.handed_in.connect(self._handed_in)
        self._desk.changed.connect(self._changed)
        self._desk.opened.connect(self.close_sheet)
        self._stage.mirroring.connect(self._follow_mirroring)

    # Opening

    @property
    def board(self) -> Board | None:
        """The board that is voted on."""
        return self._desk.records.get(Board, self._key)

    def open_for(self, board: BoardId | None) -> None:
        """Open the vote of a board."""
        self._key = board
        self._voter = None
        self.error.say("")
        self._deeds.forget()
        found = self.board
        self._kind = "cards" if found is None else presenter.kind_at_first(self._desk.records, found)
        self.follow()
        self.voters.go_to_next()
        self.open_sheet(self._first())

    def _first(self) -> QWidget | None:
        for part in (self.start, self.voters, self.ballot, self.show_result):
            if not part.isHidden() and (part is not self.ballot or not self._main.isHidden()):
                return part
        return None

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes.touches(*_FOLLOWED):
            self.follow()

    def _follow_mirroring(self, mirrored: bool) -> None:
        self._mirrored = mirrored
        if self.isVisible():
            self.follow()

    # Showing

    def _view(self, board: Board) -> WallView:
        return self._reader.read(self._desk.records, board, "hand", language())

    @Slot()
    def follow(self) -> None:
        """Show how the vote stands now."""
        board = self.board
        asked = board.question.best(language()) if board is not None else ""
        self.set_words(_("Vote"), presenter.one_line(asked))
        if board is None or not self._view(board).count():
            self._show_nothing()
            return
        rule = board.voting
        by_ballot = rule is not None and rule.method.by_ballot
        is_open = rule is not None and not rule.closed
        filling = self._voter is not None
        self.rule.setVisible(not filling and (rule is None or is_open))
        self.rule.show_rule(
            rule or presenter.first_rule(self._desk.records, board, self._view(board).count())
        )
        self.start.setVisible(rule is None)
        for part in (self.cast, self.voted):
            part.setVisible(rule is not None and not filling)
        self.kind.setVisible(is_open and bool(self._view(board).clusters))
        self._main.setVisible(is_open)
        self.voters.setVisible(by_ballot and not filling)
        for shown in (self.ballot, self.whose):
            shown.setVisible(not by_ballot or filling)
        self._ballot_foot.setVisible(filling)
        self.result.setVisible(rule is not None and rule.closed)
        self.close_vote.setVisible(rule is not None and not filling)
        self.show_result.setVisible(rule is not None and rule.closed)
        self.end.setVisible(rule is not None and not filling)
        self._say(board)
        self._show_votes(board)

    def _show_nothing(self) -> None:
        shown = (self.rule, self.start, self.cast, self.voted, self.kind, self._main, self.result)
        for part in (*shown, self.close_vote, self.show_result, self.end):
            part.hide()
        self.hint.setText(_("There are no cards to vote on yet. Collect some first; then open the vote."))

    def _say(self, board: Board) -> None:
        rule = board.voting
        self.start.setText(_("Start the vote"))
        self.hand_in.setText(_("Hand in"))
        self.put_away.setText(_("Do not vote now"))
        self.show_result.setText(_("Show on stage"))
        self.end.setText(_("End the vote and delete its dots"))
        self.kind.setAccessibleName(_("What is voted on"))
        self.kind.set_items([("cards", _("Vote on cards")), ("clusters", _("Vote on clusters"))])
        self.kind.set_key(self._kind)
        self.voters.setAccessibleName(_("Who votes"))
        self.ballot.setAccessibleName(_("Ballot"))
        filling = self._voter is not None
        self.hint.setText(presenter.hint(rule, mirrored=self._mirrored, filling=filling))
        if rule is None:
            return
        self.close_vote.setText(_("Reopen the vote") if rule.closed else _("Close the vote"))
        self.close_vote.set_kind("secondary" if rule.closed else "primary")
        came = presenter.came(self._desk.records, board)
        if came is not None:
            full = came.cast == came.possible
            self.cast.show_state(presenter.cast_line(came), "ok" if full else "neutral", "circle-dot")
            said = presenter.voted_line(rule, came)
            self.voted.show_state(said, "ok" if came.voted == came.of else "neutral", "users")

    def _show_votes(self, board: Board) -> None:
        rule, records = board.voting, self._desk.records
        if rule is None:
            return
        view = self._view(board)
        if rule.closed:
            titles = presenter.all_titles(view)
            self.result.show_places(presenter.result(records, board, titles))
            return
        if rule.method.by_ballot:
            self.voters.show_voters(self._deeds.with_handed_in(presenter.voters(records, board)))
            self.voters.setFixedHeight(VOTER_ROW * _LINES)
        elif self._voter is None:
            rows = presenter.options(view, self._kind, rule, secret=self._mirrored)
            came = presenter.came(records, board)
            elsewhere = (came.cast if came is not None else 0) - sum(row.dots for row in rows)
            self.whose.setText(self._left_words(rule.possible - elsewhere - sum(row.dots for row in rows)))
            self.ballot.show_ballot(rows, presenter.given_at_most(rule, elsewhere))
            self.ballot.setFixedHeight(self.ballot.wanted_height(_LINES))

    def _left_words(self, left: int) -> str:
        return ngettext("{n} dot left", "{n} dots left", left).format(n=left)

    # The rule

    def _choose_rule(self, rule: object) -> None:
        board = self.board
        if board is not None and board.voting is not None:
            self._deeds.set_rule(board, rule)

    def _choose_method(self, method: object) -> None:
        """Take the way that dots are given, and who a voter is then."""
        board = self.board
        if board is not None:
            self._deeds.set_method(board, method, self.rule)

    def _choose_kind(self, kind: str) -> None:
        self._kind = "clusters" if kind == "clusters" else "cards"
        self.follow()
        self.ballot.setFocus()

    # Ballots

    @Slot(object)
    def _open_ballot(self, voter: VoterRow) -> None:
        board = self.board
        if board is None or board.voting is None:
            return
        if voter.voted and board.mode is BoardMode.ANONYMOUS:
            self.error.say(
                _("{name} has voted; on an anonymous board a ballot cannot be changed.").format(
                    name=voter.title
                )
            )
            return
        self.error.say("")
        self._voter = voter
        view = self._view(board)
        rows = presenter.options(view, self._kind, board.voting, secret=self._mirrored)
        self.ballot.show_ballot([], 0)
        self.ballot.show_ballot(presenter.blank(rows), presenter.given_at_most(board.voting))
        self.ballot.setFixedHeight(self.ballot.wanted_height(_LINES))
        self.follow()
        self._count_along()
        self.ballot.setCurrentIndex(self.ballot.rows.index(0, 0))
        self.ballot.setFocus()

    @Slot()
    def _count_along(self) -> None:
        """Say how many dots are left while they are given."""
        self.error.say("")
        left = self._left_words(self.ballot.left)
        name = self._voter.title if self._voter is not None else ""
        self.whose.setText(_("Ballot of {name}: {left}").format(name=name, left=left) if name else left)

    def _refuse(self, refused: Refused) -> None:
        if refused.wanted > refused.most:
            words = ngettext(
                "One line can get {n} dot at most.", "One line can get {n} dots at most.", refused.most
            )
            self.error.say(words.format(n=refused.most))
        else:
            words = ngettext(
                "Only {n} dot is left for this line.", "Only {n} dots are left for this line.", refused.left
            )
            self.error.say(words.format(n=refused.left))

    def _given(self, key: object, dots: int) -> None:
        if self._voter is None:
            self._deeds.count(key, dots)

    @Slot()
    def _finished(self) -> None:
        (self.hand_in if self._voter is not None else self.close_vote).setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _hand_in(self) -> None:
        if self._voter is not None:
            self._deeds.cast(self.board, self._voter, self.ballot.dots())

    @Slot(object)
    def _handed_in(self, voter: VoterRow) -> None:
        announce(self, _("The ballot of {name} is in.").format(name=voter.title))
        self._put_away()

    @Slot()
    def _put_away(self) -> None:
        self._voter = None
        self.ballot.show_ballot([], 0)
        self.error.say("")
        self.follow()
        self.voters.go_to_next()
        self.voters.setFocus()

    @Slot()
    def _show_on_stage(self) -> None:
        if self._key is not None:
            self._stage.show("cards", board=self._key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put a ballot away with Esc before the sheet goes."""
        if event.key() == Qt.Key.Key_Escape and self._voter is not None:
            self._put_away()
            event.accept()
            return
        super().keyPressEvent(event)
