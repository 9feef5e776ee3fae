"""How long a view takes from the operator's key to the finished frame on the stage, the cross-fade apart.

The real windows, off screen: the console with the cursor in the capture bar, the stage at 1920 x 1080,
painted in software. The keys Alt+1 to Alt+6 and Ctrl+. reach the field as from a keyboard. The example
workshop in its two languages, and a wall of 1,000 cards. The yardstick is the same picture painted
bare: what Qt needs to fill 1920 x 1080 and lay the finished picture over it.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Iterable
from itertools import cycle
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest

from facilitator.services.clock import SystemClock
from tests.benchmarks._stage_room import STAGE, application, example_runs, idle
from tests.benchmarks.enter_to_visible import Painted, Room, _prepare, _running
from tests.benchmarks.report import Figure, limited, percentile, timed
from ui.theme import Theme, install

ROUNDS: Final = 210
WARM_UP: Final = 14
BAR_MS: Final = 50.0
PAUSE_MS: Final = 25

_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
KEYS: Final = (
    (Qt.Key.Key_1, _ALT),
    (Qt.Key.Key_2, _ALT),
    (Qt.Key.Key_3, _ALT),
    (Qt.Key.Key_4, _ALT),
    (Qt.Key.Key_5, _ALT),
    (Qt.Key.Key_6, _ALT),
    (Qt.Key.Key_Period, _CTRL),
)
"""Agenda, question, cards, reflection, work plan, break, blank: each another view than the one before."""


def figures() -> Iterable[Figure]:
    """Return key to finished frame for both workshops."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    running = application()
    theme = Theme("light", reduced_motion=True)
    installed = install(running, theme)
    with (
        tempfile.TemporaryDirectory() as folder,
        example_runs(Path(folder, "w.db"), theme, SystemClock()) as room,
    ):
        yield from _told("the example", _measured(room))
    with tempfile.TemporaryDirectory() as folder, _running(_prepare(folder, 1_000, 1), theme) as room:
        room.window.stage_view_chosen.connect(room.stage.press)
        yield from _told("1,000 cards", _measured(room))
        yield Figure(name="stage: bare picture of that size, painted", median=statistics.median(_bare()))
    del installed


def _told(what: str, measured: tuple[list[float], list[float]]) -> Iterable[Figure]:
    took, work = measured
    yield limited(f"stage: key to finished frame, {what}", took, percent=99, bar=BAR_MS)
    median, p99 = percentile(work, 50), percentile(work, 99)
    yield Figure(name=f"stage: processor time of that, {what}", median=median, p99=p99)


def _measured(room: Room) -> tuple[list[float], list[float]]:
    """Press the keys of the views in turns; return milliseconds to the painted frame, by clock and processor."""
    screen = room.stage.outlet.need().widget
    projector = Painted(screen)
    field = room.page.capture.frame.text
    room.window.activateWindow()
    field.setFocus()
    idle(PAUSE_MS)
    took: list[float] = []
    work: list[float] = []
    for number, (key, modifiers) in zip(range(WARM_UP + ROUNDS), cycle(KEYS), strict=False):
        before = screen.view
        started, used = time.perf_counter(), time.process_time()
        QTest.keyClick(field, key, modifiers)
        loop = QEventLoop()
        while projector.at < started or type(screen.view) is type(before):
            if time.perf_counter() > started + 10:
                raise TimeoutError(f"{key} never reached the stage")
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if number >= WARM_UP:
            took.append((projector.at - started) * 1000)
            work.append((time.process_time() - used) * 1000)
        idle(PAUSE_MS)
    return took, work


def _bare() -> list[float]:
    picture, ground = QPixmap(*STAGE), QPixmap(*STAGE)
    picture.fill(Qt.GlobalColor.white)

    def paint() -> None:
        with QPainter(ground) as painter:
            painter.fillRect(ground.rect(), Qt.GlobalColor.white)
            painter.drawPixmap(0, 0, picture)

    return [timed(paint) for _ in range(50)]
