"""Where the phases of the board are, below the stage question: loaded once the rest of Run was seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board
from ui.presenters.capture import board_for
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.operator.phases.leading import PhaseLeading
    from ui.operator.phases.thread import PhaseThread

_HEIGHT = 30


class PhasePlace(QWidget):
    """Keeps the thread's place, and until it is there the session whose board it shows."""

    def __init__(self, theme: Theme, desk: Desk, stage: StageDirector) -> None:
        super().__init__()
        self._theme = theme
        self._stage = stage
        self._desk = desk
        self._session: Session | None = None
        self.phases: PhaseThread | None = None
        self._leading: PhaseLeading | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setMinimumHeight(_HEIGHT)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.load)
        self.hide()

    @property
    def board(self) -> Board | None:
        """The board that the session's cards go to."""
        return board_for(self._desk.records, self._session.id if self._session else None)

    def show_session(self, session: Session | None) -> None:
        """Show the phases of a session's board; one without a board has none."""
        self._session = session
        self.setVisible(self.board is not None)
        if self._leading is not None:
            self._leading.follow()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        if self._leading is not None:
            self._leading.follow()

    def next(self) -> None:
        """Go on to the next phase."""
        self.load().next()

    def back(self) -> None:
        """Go back to the phase before."""
        self.load().back()

    def next_page(self) -> None:
        """Turn the room's page while cards are read out."""
        self.load().pages.turn()

    def previous_page(self) -> None:
        """Turn the room's page back."""
        self.load().pages.turn_back()

    @Slot()
    def load(self) -> "PhaseLeading":
        """Put the thread in."""
        if self._leading is None:
            from ui.operator.phases.leading import PhaseLeading  # noqa: PLC0415 - after the first paint
            from ui.operator.phases.pages import PageTurner  # noqa: PLC0415 - after the first paint
            from ui.operator.phases.thread import PhaseThread  # noqa: PLC0415 - after the first paint

            self.phases = PhaseThread(self._theme)
            self._column.addWidget(self.phases)
            pages = PageTurner(self._theme, self._stage)
            self._leading = PhaseLeading(self._desk, self.phases, pages, lambda: self.board)
            self._leading.follow()
        return self._leading

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ask for the thread once everything around it has been painted."""
        super().paintEvent(event)
        if self._leading is None:
            self._soon.start()
