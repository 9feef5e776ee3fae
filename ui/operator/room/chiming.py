"""Lets the chime be heard once when a session comes to its last five minutes, and once when a break ends."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from facilitator.domain.agenda import Session
from facilitator.domain.timer import TimerPhase, current_session
from facilitator.settings import load as load_settings
from ui.runtime.background import Background, Then
from ui.runtime.chime import ring
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector

if TYPE_CHECKING:
    from facilitator.domain.ids import SessionId


class Chimer(QObject):
    """Silent unless a person wanted the chime in Settings; never twice for the same thing."""

    def __init__(self, desk: Desk, stage: StageDirector, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stage = stage
        self._background = Background(self)
        self._on_break = False
        self._rung: tuple[SessionId, TimerPhase] | None = None
        self._phase: tuple[SessionId | None, TimerPhase] = (None, TimerPhase.IDLE)
        stage.ticker.ticked.connect(self._tick)

    def hear(self) -> None:
        """Play the chime now."""
        self._background.do(_rung)

    def close(self) -> None:
        """Let the chime that sounds come to its end."""
        self._background.close()

    @Slot()
    def _tick(self) -> None:
        clock = self._stage.clock
        live = current_session(self._desk.records.where(Session, workshop=self._desk.workshop_id))
        if clock is None or live is None:
            self._phase, self._on_break = (None, TimerPhase.IDLE), False
            return
        on_break, self._on_break = self._on_break, clock.back_at is not None
        now = (live.id, clock.phase(self._desk.now()))
        before, self._phase = self._phase, now
        wanted = TimerPhase.OVER if live.type.is_break else TimerPhase.CUE
        came = now[1] is wanted and before[0] == live.id and before[1] is not wanted and self._rung != now
        if came:
            self._rung = now
        if (came or (on_break and not self._on_break)) and load_settings().chime:
            self.hear()


def _rung() -> Then:
    ring()
    return lambda: None
