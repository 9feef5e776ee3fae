"""Leads the board that is at hand from one phase to the next; the stage follows by itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from facilitator.domain.cards import Board, Phase
from facilitator.i18n import language
from ui.actions.qt import trigger
from ui.operator.phases.pages import PageTurner
from ui.operator.phases.thread import PhaseThread
from ui.presenters import phases
from ui.runtime.desk import Desk
from ui.widgets.announce import announce

if TYPE_CHECKING:
    from facilitator.domain.ids import BoardId


class PhaseLeading(QObject):
    """Shows the phases of a board on a thread, and stores which one a person chooses."""

    def __init__(
        self, desk: Desk, thread: PhaseThread, pages: PageTurner, board: Callable[[], Board | None]
    ) -> None:
        super().__init__(thread)
        self._desk = desk
        self._thread = thread
        self.pages = pages
        thread.add_below(pages)
        self._board = board
        self._told: tuple[BoardId, Phase] | None = None
        self._known: set[BoardId] = set()
        thread.phase_chosen.connect(self.lead)
        thread.next_wanted.connect(self.next)

    def follow(self) -> None:
        """Show the phase that the board is in now."""
        board = self._board()
        if self._told is not None and (board is None or self._told[0] != board.id):
            self._say_nothing()
        self._thread.show_steps(phases.steps(board.phase, language()) if board is not None else ())
        self.pages.show_reading(reading=board is not None and board.phase is Phase.READ_OUT)
        self.pages.retranslate()

    @Slot()
    def next(self) -> None:
        """Go on to the next phase."""
        self._step(1)

    @Slot()
    def back(self) -> None:
        """Go back to the phase before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        board = self._board()
        to = phases.beside(board.phase, by) if board is not None else None
        if to is not None:
            self.lead(to)

    @Slot(object)
    def lead(self, to: Phase) -> None:
        """Lead the board into a phase; what cannot be undone is said first, and done the second time."""
        board = self._board()
        if board is None or (to is board.phase and to is not Phase.VOTE):
            return
        ends = board.id not in self._known and phases.forgets(self._desk.records, board, to)
        if ends and self._told != (board.id, to):
            self._told = (board.id, to)
            step = next(each for each in phases.steps(board.phase, language()) if each.phase is to)
            self._thread.tell(phases.warning(step))
            announce(self._thread, phases.warning(step))
            return
        self._say_nothing()
        key = board.id
        if ends:
            self._known.add(key)
        self._desk.perform(
            lambda workspace: workspace.wall.set_phase(key, to), done=lambda _changes: self._led(to)
        )

    def _led(self, to: Phase) -> None:
        board = self._board()
        if board is None or board.phase is not to:
            return
        step = next(each for each in phases.steps(to, language()) if each.phase is to)
        announce(self._thread, f"{step.spoken()}. {step.help}")
        if to is Phase.VOTE:
            trigger(self._thread, "run.vote")

    def _say_nothing(self) -> None:
        self._told = None
        self._thread.tell("")
