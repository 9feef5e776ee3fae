"""The phases of the board that is on the wall, in a row of their own."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from facilitator.domain.cards import Board
from ui.operator.phases.leading import PhaseLeading
from ui.operator.phases.pages import PageTurner
from ui.operator.phases.thread import PhaseThread
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector
from ui.theme.theme import Theme

_SIDE = 20


class PhaseRow(QFrame):
    """The thread on the ground of the tools above and below it."""

    def __init__(
        self, theme: Theme, desk: Desk, stage: StageDirector, board: Callable[[], Board | None]
    ) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.phases = PhaseThread(theme)
        self.leading = PhaseLeading(desk, self.phases, PageTurner(theme, stage), board)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 0, _SIDE, 4)
        column.addWidget(self.phases)

    def follow(self) -> None:
        """Show the phase of the board as it is now."""
        self.leading.follow()
        self.setHidden(self.phases.isHidden())
