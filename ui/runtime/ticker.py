"""Wakes when digits change: the session's clock and the time of day. It counts nothing itself."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from facilitator.domain.timer import TimerState, until_next_face
from facilitator.services.clock import Clock

LONGEST = dt.timedelta(seconds=1)
"""At least so often it looks at the clock, so that a suspended laptop shows the right time at once.

While nothing runs it looks at whole seconds, when the time of day and what starts by itself change.
"""


_MICROSECOND = dt.timedelta(microseconds=1)


class Ticker(QObject):
    """Emits `ticked` whenever the digits of the running session, or of the minute, may differ."""

    ticked = Signal()

    def __init__(self, clock: Clock, state: Callable[[], TimerState | None], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._state = state
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to tick, or tick anew after the session's clock was changed."""
        self._tick()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    def _tick(self) -> None:
        self.ticked.emit()
        state = self._state()
        now = self._clock.now()
        wait = (until_next_face(state, now) if state else None) or LONGEST - now.microsecond * _MICROSECOND
        # A millisecond later than the change, so that the new digits are certain.
        self._timer.start(int(min(wait, LONGEST) / dt.timedelta(milliseconds=1)) + 1)
