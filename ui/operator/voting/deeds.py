"""What is done with a vote from its sheet, and what is remembered of it while the sheet is open."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from facilitator.domain.cards import Board, VoteMethod, Voting
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import OrganisationId, PersonId
from facilitator.messages import sentence
from ui.presenters import voting as presenter
from ui.presenters.voting import VoterRow
from ui.runtime.desk import Desk
from ui.widgets.fields import InlineError

if TYPE_CHECKING:
    from facilitator.bootstrap import Workspace
    from facilitator.domain.changes import ChangeSet
    from ui.operator.voting.rule_bar import RuleBar


class VoteDeeds(QObject):
    """One intention a method; what cannot be done is said in the sheet's error line."""

    changed = Signal()
    """Something was refused, or is shown otherwise from now on."""

    handed_in = Signal(object)
    """The VoterRow whose ballot is stored."""

    def __init__(self, desk: Desk, error: InlineError, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._error = error
        self._handed: set[UUID] = set()

    def forget(self) -> None:
        """Forget who has voted where no name is kept: the sheet is opened anew."""
        self._handed.clear()

    def with_handed_in(self, rows: Sequence[VoterRow]) -> list[VoterRow]:
        """Return voters, with a check at those who have voted without a name."""
        return [replace(row, voted=row.voted or row.key in self._handed) for row in rows]

    def is_nameless(self, voter: VoterRow) -> bool:
        """Whether a voter has handed in a ballot that keeps no name."""
        return voter.key in self._handed

    def set_rule(self, board: Board | None, rule: object) -> None:
        """Store a rule, or with None end the vote."""
        if board is None or rule == board.voting or not (rule is None or isinstance(rule, Voting)):
            return
        self._error.say("")
        self._desk.perform(lambda w: w.wall.set_voting(board.id, rule), refused=self._refused)

    def set_method(self, board: Board, method: object, bar: "RuleBar") -> None:
        """Take another way of giving dots; who votes then is proposed anew."""
        if not isinstance(method, VoteMethod):
            return
        shown = board.voting or bar.rule
        if shown is None:
            return
        voters = presenter.usual_voters(self._desk.records, board, method)
        rule = replace(shown, method=method, voters=voters, voted=None)
        if board.voting is None:
            bar.show_rule(rule)
        else:
            self.set_rule(board, rule)

    def toggle(self, board: Board | None) -> None:
        """Close the vote, or open it again."""
        if board is not None and board.voting is not None:
            self.set_rule(board, replace(board.voting, closed=not board.voting.closed))

    def count(self, key: object, dots: int) -> None:
        """Store what was counted on a card or cluster."""
        if isinstance(key, UUID):
            self._desk.perform(lambda w: w.wall.count_dots(key, dots), refused=self._refused)

    def cast(self, board: Board | None, voter: VoterRow, dots: Mapping[UUID, int]) -> None:
        """Store a ballot."""
        if board is None or board.voting is None:
            return
        organisation = board.voting.method is VoteMethod.BY_ORGANISATION
        given = dict(dots)

        def change(workspace: "Workspace") -> "ChangeSet":
            from facilitator.services.voting import Voter  # noqa: PLC0415 - with the database behind it

            who = (
                Voter(organisation=OrganisationId(voter.key))
                if organisation
                else Voter(person=PersonId(voter.key))
            )
            return workspace.wall.votes.cast(board.id, who, given)

        self._desk.perform(change, done=lambda _: self._cast(voter, given), refused=self._refused)

    def _cast(self, voter: VoterRow, given: Mapping[UUID, int]) -> None:
        if given:
            self._handed.add(voter.key)
        self.handed_in.emit(voter)

    def _refused(self, error: FacilitatorError) -> None:
        self._error.say(sentence(error))
        self.changed.emit()
