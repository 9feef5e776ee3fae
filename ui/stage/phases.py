"""Lets the stage follow the phases of a board: what the room does next is what it sees."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, Phase
from facilitator.domain.changes import ChangeSet
from facilitator.domain.timer import current_session
from ui.runtime.desk import Desk

if TYPE_CHECKING:
    from facilitator.services.stage import ViewKey
    from ui.stage.director import StageDirector


def view_of_phase(phase: Phase) -> "ViewKey":
    """Return what the room looks at: the question while it writes, afterwards the wall."""
    return "question" if phase is Phase.COLLECT else "cards"


class PhaseLeader(QObject):
    """Leads the stage along when a board goes on or back, also by undo; a new board leads nowhere."""

    def __init__(self, desk: Desk, stage: "StageDirector") -> None:
        super().__init__(stage)
        self._desk = desk
        self._stage = stage
        desk.changed.connect(self._changed)

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        for change in changes.of(Board):
            before, after = change.before, change.after
            if not isinstance(before, Board) or not isinstance(after, Board):
                continue
            if before.phase is not after.phase and self._is_on(after):
                self._stage.lead(view_of_phase(after.phase), after.id)

    def _is_on(self, board: Board) -> bool:
        """Whether the room is at this board: another session that runs keeps its stage."""
        live = current_session(self._desk.records.where(Session, workshop=self._desk.workshop_id))
        return live is None or live.id == board.session or self._stage.board == board.id
