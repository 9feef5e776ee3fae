"""Slow things that nobody waits for, each on a thread of its own; the answer comes to the GUI thread."""

import threading
import time
from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QObject

from ui.runtime.writer import GuiThread

T = TypeVar("T")
LONGEST: Final = 10.0
"""Seconds that `close` waits for what is under way."""


class Background(QObject):
    """Runs work that touches no window and no record; what it expects to go wrong it returns as a value."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._gui = GuiThread(self)
        self._threads: list[threading.Thread] = []

    def run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do `work` now; `done` is called with its result on the GUI thread."""

        def whole() -> None:
            result = work()
            self._gui.post(lambda: done(result))

        self._threads = [each for each in self._threads if each.is_alive()]
        thread = threading.Thread(target=whole, name=self._name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def close(self, seconds: float = LONGEST) -> bool:
        """Call nobody any more, and wait for what is under way; whether it ended in time."""
        self._gui.shut()
        until = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)
