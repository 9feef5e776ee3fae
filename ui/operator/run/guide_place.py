"""Where steps, notes and turns are, below the stage's switcher: loaded once the rest of Run was seen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facilitator.domain.agenda import Session
from facilitator.domain.timer import current_session
from ui.presenters.capture import Choice
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.operator.run.guide import GuidePanel


def rest_of(desk: Desk, session: Session | None, offered: Sequence[Choice]) -> Choice | None:
    """Return what the capture bar writes in the step that is on; None where it does not say."""
    if session is None or not session.steps or current_session([session]) is None:
        return None
    from facilitator.domain.guiding import step_now  # noqa: PLC0415 - after the first paint
    from ui.presenters.guide import wanted_choice  # noqa: PLC0415 - after the first paint

    return wanted_choice(desk.records, step_now(session), offered)


class GuidePlace(QWidget):
    """Holds the panel, and until it is there what it is to show."""

    page_wanted = Signal(str)
    record_wanted = Signal(str, object, str)

    def __init__(self, theme: Theme, desk: Desk, stage: StageDirector) -> None:
        super().__init__()
        self._parts = (theme, desk, stage)
        self._session: Session | None = None
        self.panel: GuidePanel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.load)

    def show_session(self, session: Session | None) -> None:
        """Show the steps and notes of a session, and who speaks in it."""
        self._session = session
        if self.panel is not None:
            self.panel.show_session(session)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        if self.panel is not None:
            self.panel.retranslate()

    @Slot()
    def load(self) -> None:
        """Put the panel in."""
        if self.panel is None:
            from ui.operator.run.guide import GuidePanel  # noqa: PLC0415 - after the first paint

            self.panel = GuidePanel(*self._parts)
            self.panel.page_wanted.connect(self.page_wanted)
            self.panel.record_wanted.connect(self.record_wanted)
            self._column.addWidget(self.panel)
            self.panel.retranslate()
            self.panel.show_session(self._session)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ask for the panel once everything around it has been painted."""
        super().paintEvent(event)
        if self.panel is None:
            self._soon.start()
