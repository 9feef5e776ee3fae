"""The middle of the vote: one ballot for a count, or the list of who votes and the ballot of one of them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.i18n import _, ngettext
from ui.operator.voting.ballot import BallotView, Refused
from ui.operator.voting.voters import VoterList
from ui.presenters.voting import BallotRow, VoterRow, blank
from ui.theme.keyboard import focus_by_keyboard
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.fields import InlineError
from ui.widgets.labels import heading

_LINES: Final = 8


class BallotPart(QWidget):
    """Shows either; what cannot be given is said in the error line of whoever it belongs to."""

    counted = Signal(object, int)
    """What was counted on a line: its key and the number."""

    handed_in = Signal(object, object)
    """A VoterRow, and its dots by key."""

    filling_changed = Signal()
    """A ballot was opened, or put away."""

    VIEW = BallotView
    """The lines of the ballot."""

    went_through = Signal()
    """Enter on the last line of a count."""

    def __init__(self, theme: Theme, error: InlineError) -> None:
        super().__init__()
        self._error = error
        self.voter: VoterRow | None = None
        """Whose ballot is open."""
        self.voters = VoterList(theme)
        self.whose = heading(theme, wrap=True)
        self.view = self.VIEW(theme)
        self.hand_in = Button(theme, " ", kind="primary", icon="check")
        self.put_away = Button(theme, " ")
        self._foot = QWidget()
        hands = QHBoxLayout(self._foot)
        hands.setContentsMargins(0, 0, 0, 0)
        hands.addStretch(1)
        hands.addWidget(self.put_away)
        hands.addWidget(self.hand_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.voters, self.whose, self.view, self._foot):
            column.addWidget(part)
        self.view.given.connect(self._given)
        self.view.changed.connect(self._count_along)
        self.view.refused.connect(self._refuse)
        self.view.finished.connect(self._finished)
        self.hand_in.clicked.connect(self._hand_in)
        self.put_away.clicked.connect(self.close_ballot)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.hand_in.setText(_("Hand in"))
        self.put_away.setText(_("Do not vote now"))
        self.voters.setAccessibleName(_("Who votes"))
        self.view.setAccessibleName(_("Ballot"))

    def start(self) -> QWidget:
        """Return where the keys go first."""
        if self.voters.isHidden():
            return self.view
        self.voters.go_to_next()
        return self.voters

    def show_count(self, rows: Sequence[BallotRow], limit: int) -> None:
        """Show one ballot on which everything is counted."""
        self._show(voting=False, ballot=True)
        self.view.show_ballot(rows, limit)
        self.view.setFixedHeight(self.view.wanted_height(_LINES))
        self.whose.setText(self._left_words())

    def show_voters(self, rows: Sequence[VoterRow]) -> None:
        """Show who may vote; a ballot that is being filled in stays."""
        self.voters.show_voters(rows, _LINES)
        self._show(voting=self.voter is None, ballot=self.voter is not None)

    def _show(self, *, voting: bool, ballot: bool) -> None:
        self.voters.setVisible(voting)
        self.whose.setVisible(ballot)
        self.view.setVisible(ballot)
        self._foot.setVisible(ballot and self.voter is not None)

    # One voter's ballot

    def open_ballot(self, voter: VoterRow, rows: Sequence[BallotRow], limit: int) -> None:
        """Give one voter an empty ballot."""
        self.voter = voter
        self._error.say("")
        self.view.show_ballot([], 0)
        self._show(voting=False, ballot=True)
        self.view.show_ballot(blank(rows), limit)
        self.view.setFixedHeight(self.view.wanted_height(_LINES))
        self.filling_changed.emit()
        self._count_along()
        self.view.setCurrentIndex(self.view.rows.index(0, 0))
        self.view.setFocus()

    @Slot()
    def close_ballot(self) -> None:
        """Take a ballot away, whatever is on it, and go to who votes next."""
        self.forget()
        self.filling_changed.emit()
        self.voters.go_to_next()
        self.voters.setFocus()

    def forget(self) -> None:
        """Let nothing of a ballot be seen any more."""
        self.voter = None
        self.view.show_ballot([], 0)
        self._error.say("")

    @Slot()
    def _hand_in(self) -> None:
        if self.voter is not None:
            self.handed_in.emit(self.voter, self.view.dots())

    # Giving dots

    def _given(self, key: object, dots: int) -> None:
        if self.voter is None:
            self.counted.emit(key, dots)

    @Slot()
    def _count_along(self) -> None:
        """Say how many dots are left while they are given."""
        self._error.say("")
        left = self._left_words()
        if self.voter is not None:
            left = _("Ballot of {name}: {left}").format(name=self.voter.title, left=left)
        self.whose.setText(left)

    @Slot(object)
    def _refuse(self, refused: Refused) -> None:
        self._error.say(self._refused_words(refused))

    def _left_words(self) -> str:
        n = self.view.left
        return ngettext("{n} dot left", "{n} dots left", n).format(n=n)

    def _refused_words(self, refused: Refused) -> str:
        if refused.wanted > refused.most:
            n = refused.most
            words = ngettext("One line can get {n} dot at most.", "One line can get {n} dots at most.", n)
        elif refused.left:
            n = refused.left
            words = ngettext("This line can get {n} dot at most.", "This line can get {n} dots at most.", n)
        else:
            n, words = 0, _("All dots are given. Take one back first.")
        return words.format(n=n)

    @Slot()
    def _finished(self) -> None:
        if self.voter is not None:
            focus_by_keyboard(self.hand_in)
        else:
            self.went_through.emit()
