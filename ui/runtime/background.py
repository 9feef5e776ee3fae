"""Small pieces of work beside the windows, one after the other; its thread ends when there is none."""

import threading
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.runtime.writer import GuiThread

Then = Callable[[], None]
"""What is to be done on the GUI thread with what came out."""


class Background(QObject):
    """Works in the order asked; what came out is lost when the windows are closed meanwhile."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._gui = GuiThread(self)
        self._lock = threading.Lock()
        self._waiting: deque[Callable[[], Then]] = deque()
        self._busy = False
        self._thread: threading.Thread | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being worked at."""
        return self._busy

    def do(self, work: Callable[[], Then]) -> None:
        """Call `work` on the thread, and what it returns on the GUI thread."""
        with self._lock:
            self._waiting.append(work)
            begin, self._busy = not self._busy, True
        if begin:
            self._thread = threading.Thread(target=self._run, name="background", daemon=True)
            self._thread.start()

    def close(self, seconds: float = 10.0) -> None:
        """Tell nobody any more what came out, and give what is being worked at some seconds to end."""
        self._gui.shut()
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        while (work := self._next()) is not None:
            try:
                then = work()
            except BaseException:  # a bug, which reaches the one hook; the work behind it goes on
                with self._lock:
                    self._busy = False
                raise
            try:
                self._gui.post(then)
            except RuntimeError:  # the windows were closed meanwhile: nobody is left to tell
                return

    def _next(self) -> Callable[[], Then] | None:
        with self._lock:
            if self._waiting:
                return self._waiting.popleft()
            self._busy = False
            return None
