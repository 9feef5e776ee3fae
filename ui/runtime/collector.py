"""Keeps Python's memory collector from stopping the window: a full collection took 100 ms in a workshop.

What a workshop loads stays as long as it is open, so there is no use in looking through it again. It is
set aside once, in a quiet moment after opening; what comes later is small and looked through quickly.
A program that starts with the collector off has it on from then.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from ui.runtime.desk import Desk
from ui.runtime.pictures_apart import keep_pictures_apart

QUIET_MS: Final = 1500
"""How long after opening, when pages are built and nobody types yet."""


class Collector(QObject):
    """Sets the records aside each time a workshop was put on the desk."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._timer.timeout.connect(self.set_aside)
        desk.opened.connect(self.wait)
        desk.cannot_open.connect(self.wait)

    @Slot()
    def wait(self) -> None:
        """Wait for a quiet moment."""
        self._timer.start()

    @Slot()
    def set_aside(self) -> None:
        """Leave what there is alone from now on; only what an earlier workshop left is looked through."""
        if gc.get_freeze_count():
            gc.unfreeze()
            gc.collect()
        gc.freeze()
        gc.enable()
        keep_pictures_apart()

    def stop(self) -> None:
        """Wait for nothing more."""
        self._timer.stop()
