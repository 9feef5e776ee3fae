"""Has Python's memory collector look for garbage on the thread of the windows only, and never for long.

By itself it looks on whichever thread makes an object at that moment, also on the writer's; and Qt's widgets
may be taken apart on their own thread only.

A full collection took 100 ms in a workshop. What a workshop loads stays as long as it is open, so there is no
use in looking through it again. It is set aside once, in a quiet moment after opening; what comes later is
small and looked through quickly.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from ui.runtime.desk import Desk
from ui.runtime.pictures_apart import keep_pictures_apart

QUIET_MS: Final = 1500
"""How long after opening, when pages are built and nobody types yet."""

BEAT_MS: Final = 1000
"""How often it is asked whether there is enough to look through."""

ENOUGH: Final = (2_000, 10, 10)
"""Things made, and collections of the younger ones, after which Python looks by itself. Not what it is set
to: a command has it look later, and `facilitator example` is a command that opens the windows."""


class Collector(QObject):
    """Sets the records aside each time a workshop was put on the desk, and looks for garbage from then on."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._timer.timeout.connect(self.set_aside)
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(collect_what_is_due)
        desk.opened.connect(self.wait)
        desk.cannot_open.connect(self.wait)

    @Slot()
    def wait(self) -> None:
        """Wait for a quiet moment."""
        self._timer.start()

    @Slot()
    def set_aside(self) -> None:
        """Leave what there is alone from now on; only what an earlier workshop left is looked through."""
        gc.disable()
        if gc.get_freeze_count():
            gc.unfreeze()
            gc.collect()
        gc.freeze()
        self._beat.start()
        keep_pictures_apart()

    def stop(self) -> None:
        """Look and wait no more."""
        self._timer.stop()
        self._beat.stop()


def collect_what_is_due() -> None:
    """Look for garbage on this thread where there is enough that may be."""
    due = [age for age, made in enumerate(gc.get_count()) if made > ENOUGH[age]]
    if due:
        gc.collect(max(due))
