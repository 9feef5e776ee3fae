"""The yardstick of every start: an empty PySide6 window, from the birth of its process to its first paint."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from typing import Final

from tests.benchmarks.report import Figure, percentile

ROUNDS: Final = 10
PAINTED: Final = "painted"
"""What a program measured here writes on a line of its own, at the moment that is asked for."""

_BARE: Final = f"""
import os
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print({PAINTED!r}, flush=True)
        os._exit(0)

app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""


def until(mark: str, command: Sequence[str], *, limit: float = 60) -> float:
    """Start a program off screen and return the milliseconds until it writes `mark` on a line; then end it.

    Lines of other text are skipped. Raises RuntimeError when the program ends without it.
    """
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, env=environment, text=True
    ) as program:
        assert program.stdout is not None
        for line in program.stdout:
            if line.strip() == mark:
                taken = (time.perf_counter() - started) * 1000
                program.kill()
                return taken
        status = program.wait(limit)
    raise RuntimeError(f"{command[0]} ended with status {status} and never wrote {mark!r}")


def bare_window() -> float:
    """Return the milliseconds from the start of a process to the first paint of an empty window."""
    return until(PAINTED, [sys.executable, "-c", _BARE])


def figures() -> Iterable[Figure]:
    """Tell the yardstick itself, for the record."""
    bare_window()
    taken = [bare_window() for _ in range(ROUNDS)]
    yield Figure(name="bare PySide6 window, start to first paint", median=percentile(taken, 50))
