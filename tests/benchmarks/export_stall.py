"""How long the window's event loop is held at most while minutes of a thousand pages are written.

The real window, off screen, on the Minutes page of the example 65 times over: the document is exported as by
its key, page by page on the progress bar, while the pages on the screen are turned and painted. The second
figure tells the same while the preview is written anew after an edit, read back and drawn. The third is
the same window turning the same pages while nothing is written.

A beat each millisecond tells how long the loop was held. What other programs of the machine took from the
window meanwhile is no hold: where the system tells how long a thread waited for a processor (Linux), that
is taken off, and the time by the wall is told beside it for the record. Each round has its longest hold;
the round in the middle counts, because a thread of ours that was put aside while it held Python may
still make the window wait on a machine with more to do than processors.
"""

import itertools
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from facilitator.bootstrap import open_workspace
from facilitator.domain.cycles import Workshop
from facilitator.services.clock import SystemClock
from facilitator.services.library import find
from tests.benchmarks._enlarged import LARGE, write_grown
from tests.benchmarks.enter_to_visible import BAR_MS, Heartbeat, _idle
from tests.benchmarks.report import Figure, limited
from ui.operator.pages import factories
from ui.operator.pages.minutes import MinutesPage
from ui.operator.shell.window import OperatorWindow
from ui.runtime.collector import QUIET_MS, Collector
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector
from ui.theme import Theme, install

ROUNDS: Final = 5
TURN_MS: Final = 400
"""Between two pages that somebody leafs through."""

_SCHEDULE: Final = Path("/proc/thread-self/schedstat")
"""Linux: time on a processor, time waiting for one (nanoseconds), and how often."""

PATIENCE: Final = 600
"""Seconds that a document may take."""


class Beats(Heartbeat):
    """Keeps the holds by the wall in `gaps`, and in `own` those without the wait for a processor."""

    def __init__(self) -> None:
        self.own: list[float] = []
        self._waits = _SCHEDULE.open("rb", buffering=0) if _SCHEDULE.exists() else None
        self._waited = self._wait()
        super().__init__()

    def _beat(self) -> None:
        super()._beat()
        waited = self._wait()
        self.own.append(max(0.0, self.gaps[-1] - (waited - self._waited)))
        self._waited = waited

    def _wait(self) -> float:
        """Return how many milliseconds this thread has waited for a processor since it was born."""
        if self._waits is None:
            return 0.0
        self._waits.seek(0)
        return int(self._waits.read().split()[1]) / 1e6

    def stop(self) -> None:
        """Beat no more."""
        super().stop()
        if self._waits is not None:
            self._waits.close()


@dataclass(frozen=True, slots=True)
class Room:
    """The window on its Minutes page."""

    desk: Desk
    window: OperatorWindow
    page: MinutesPage


def figures() -> Iterable[Figure]:
    """Return the longest holds, round by round, while exporting, while redrawing, and while at rest."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    theme = Theme("light", reduced_motion=True)
    installed = install(application, theme)
    with tempfile.TemporaryDirectory() as folder, _window(Path(folder), theme) as room:
        room.page.output.exporting.set_folder(Path(folder))
        numbers = itertools.count(1)
        exported = [_held(room, lambda: _export(room)) for _ in range(ROUNDS)]
        redrawn = [_held(room, lambda: _edit(room, next(numbers))) for _ in range(ROUNDS)]
        pages = room.page.view.pages.pages
        at_rest = [_held(room, lambda: _idle(3000)) for _ in range(ROUNDS)]
    del installed
    said = f"minutes of {pages:,} pages"
    yield limited(f"longest hold while {said} are exported", _own(exported), percent=50, bar=BAR_MS)
    yield limited(f"longest hold while {said} are redrawn", _own(redrawn), percent=50, bar=BAR_MS)
    yield Figure(name="  by the wall, exported, the longest of each round", median=_wall(exported))
    yield Figure(name="  by the wall, redrawn, the longest of each round", median=_wall(redrawn))
    yield Figure(name="  by the wall, nothing written, the longest of each round", median=_wall(at_rest))


def _own(rounds: list[Beats]) -> list[float]:
    return [max(beats.own) for beats in rounds]


def _wall(rounds: list[Beats]) -> float:
    return statistics.median(max(beats.gaps) for beats in rounds)


def _held(room: Room, work: Callable[[], None]) -> Beats:
    """Do something while pages are turned, and return the holds."""
    leafing = QTimer(interval=TURN_MS)
    leafing.timeout.connect(lambda: _turn(room))
    leafing.start()
    beats = Beats()
    work()
    beats.stop()
    leafing.stop()
    return beats


def _turn(room: Room) -> None:
    pages = room.page.view.pages
    if pages.page >= pages.pages - 1:
        pages.go_to(0)
    else:
        pages.step(1)


def _export(room: Room) -> None:
    room.page.export()
    _until(lambda: not room.page.output.exporting.running)
    assert room.page.output.exporting.target.is_file()


def _edit(room: Room, number: int) -> None:
    workshop = room.desk.workshop
    assert workshop is not None
    room.desk.perform(lambda work: work.books.edit(Workshop, workshop.id, venue=f"Hotel {number}"))
    _until(lambda: room.page.preview.busy)
    _until(lambda: not room.page.preview.busy)
    _until(room.page.view.pages.is_drawn)


def _until(condition: Callable[[], bool]) -> None:
    for _ in range(PATIENCE * 20):
        if condition():
            return
        _idle(50)
    raise TimeoutError


@contextmanager
def _window(folder: Path, theme: Theme) -> Iterator[Room]:
    database = folder / "w.sqlite"
    with open_workspace(database) as workspace:
        workspace.exchange.import_files([write_grown(folder / "enlarged.json", LARGE)])
        workshop = find(workspace.records(None), "ws-2").id
    desk = Desk(lambda: open_workspace(database), SystemClock(), place=str(database))
    collector = Collector(desk)
    stage = StageDirector(desk, theme)
    window = OperatorWindow(theme, factories(theme, desk, stage))
    window.resize(1440, 900)
    desk.start()
    _until(lambda: desk.ready)
    desk.open_workshop(workshop)
    _until(lambda: desk.workshop_id == workshop)
    window.show_page("minutes")
    window.show()
    page = window.page("minutes")
    assert isinstance(page, MinutesPage)
    _until(lambda: page.view.pages.pages > 0)
    _until(page.view.pages.is_drawn)
    _idle(QUIET_MS + 300)  # until the records are set aside, as in the program
    yield Room(desk, window, page)
    collector.stop()
    stage.close()
    window.close()
    desk.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
