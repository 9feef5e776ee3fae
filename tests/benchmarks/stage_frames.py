"""Whether the stage moves evenly while cards arrive at five a second and the timer runs.

The real windows, off screen, the stage at 1920 x 1080 on its last page, where new cards come: for each
card the longest time that the event loop was held until the next one. By the clock, in which whatever
else the machine does has its part, and by the processor time of the thread of the windows, which has not.
"""

import os
import tempfile
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

from facilitator.bootstrap import Workspace
from facilitator.domain.agenda import Session, SessionStatus
from facilitator.domain.changes import ChangeSet
from facilitator.domain.ids import SessionId
from facilitator.services.clock import SystemClock
from facilitator.services.wall import NewCard
from tests.benchmarks._stage_room import application, example_runs, idle
from tests.benchmarks.enter_to_visible import Room, _prepare, _running
from tests.benchmarks.report import Figure, limited, percentile
from ui.theme import Theme, install

CARDS: Final = 120
EVERY_MS: Final = 200
BAR_MS: Final = 16.0
WARM_UP: Final = 10


class Beats(QObject):
    """A timer of one millisecond: how late it comes, and what the thread worked meanwhile, since `anew`."""

    def __init__(self) -> None:
        super().__init__()
        self.late = self.worked = 0.0
        self._clock, self._work = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        clock, work = time.perf_counter(), time.thread_time()
        self.late = max(self.late, (clock - self._clock) * 1000 - 1)
        self.worked = max(self.worked, (work - self._work) * 1000)
        self._clock, self._work = clock, work

    def anew(self) -> tuple[float, float]:
        """Return the longest hold since the last time, in ms by clock and by processor, and begin anew."""
        held = self.late, self.worked
        self.late = self.worked = 0.0
        return held

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()


def figures() -> Iterable[Figure]:
    """Return the longest holds while cards arrive, for the example and for a wall of 1,000 cards."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    running = application()
    theme = Theme("light")
    installed = install(running, theme)
    with (
        tempfile.TemporaryDirectory() as folder,
        example_runs(Path(folder, "w.db"), theme, SystemClock()) as room,
    ):
        room.stage.show("cards")
        yield from _told("the example", room)
    with tempfile.TemporaryDirectory() as folder, _running(_prepare(folder, 1_000, 1), theme) as room:
        yield from _told("1,000 cards", room)
    del installed


def _told(what: str, room: Room) -> Iterable[Figure]:
    late, worked = _held(room)
    yield limited(f"stage: longest work at once, five cards a second, {what}", worked, percent=99, bar=BAR_MS)
    median, p99 = percentile(late, 50), percentile(late, 99)
    yield Figure(name=f"stage: the same by the clock, {what}", median=median, p99=p99)


def _held(room: Room) -> tuple[list[float], list[float]]:
    """Let cards arrive; return the longest hold in ms for each, by the clock and by the processor."""
    screen = room.stage.outlet.need().widget
    sessions = room.desk.records.where(Session, workshop=room.desk.workshop_id)
    session = next(each.id for each in sessions if each.status is SessionStatus.RUNNING)
    beats = Beats()
    late, worked = [], []
    for number in range(WARM_UP + CARDS):
        while screen.page < screen.pages - 1:
            screen.next_page()
        idle(EVERY_MS)
        held = beats.anew()
        if number >= WARM_UP:
            late.append(held[0])
            worked.append(held[1])
        new = NewCard(text=room.desk.text(f"Tarjeta {number}: más seguimiento y apoyo a distancia"))
        room.desk.perform(partial(_add, session, new))
    beats.stop()
    return late, worked


def _add(session: SessionId, card: NewCard, workspace: Workspace) -> ChangeSet:
    return workspace.wall.add_card(session, card)
