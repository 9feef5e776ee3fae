"""How long a card takes from Enter to seen: on disk, painted on the console and painted on the stage.

The real windows, off screen: the Run page at 1440 x 900 and the stage at 1920 x 1080, both painted in
software. The stage shows the wall on its last page, where new cards come. Workshops of 1,000 and of
10,000 cards, each once over twenty boards, and once with all of them on the board that is on the stage.
Between two cards the event loop idles as it does between two sentences of a quick note-taker.
"""

import datetime as dt
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.bootstrap import open_workspace
from facilitator.domain.agenda import Session, SessionType
from facilitator.domain.cycles import Workshop
from facilitator.domain.ids import SessionId, WorkshopId, new_id
from facilitator.domain.stage import CardsView
from facilitator.domain.values import Text
from facilitator.services.clock import SystemClock
from facilitator.services.wall import NewCard
from tests.benchmarks.report import Figure, limited, percentile
from ui.operator.pages import factories
from ui.operator.pages.run import RunPage
from ui.operator.shell.window import OperatorWindow
from ui.runtime.collector import QUIET_MS, Collector
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector
from ui.theme import Theme, install

WORKSHOPS: Final = ((1_000, 20), (1_000, 1), (10_000, 20), (10_000, 1))
"""Cards, and the boards over which they are spread."""
ROUNDS: Final = 200
WARM_UP: Final = 15
BAR_MS: Final = 16.0
"""One frame for the eye at 60 Hz."""
PAUSE_MS: Final = 40
WORDS: Final = "¿Qué supuestos teníamos sobre la participación de las familias? Número {n}"


class Painted(QObject):
    """Tells when a widget has been painted, and how long the event loop was held meanwhile."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._widget = widget
        self.at = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the end of a paint: the widget paints itself, then the clock is read."""
        if event.type() is QEvent.Type.Paint and watched is self._widget:
            self._widget.removeEventFilter(self)
            QApplication.sendEvent(self._widget, event)
            self._widget.installEventFilter(self)
            self.at = time.perf_counter()
            return True
        return False


class Heartbeat(QObject):
    """A timer of one millisecond: what it misses is how long the event loop was held."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000 - 1)
        self._last = now

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()


def figures() -> Iterable[Figure]:
    """Return Enter to stored, Enter to visible, and the longest hold, for every workshop.

    How long the disk takes is told for the record; `commit` holds it against a bare insert.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    theme = Theme("light", reduced_motion=True)
    installed = install(application, theme)
    for cards, boards in WORKSHOPS:
        said = f"{cards:,} cards on {boards} boards" if boards > 1 else f"all {cards:,} on the board shown"
        with (
            tempfile.TemporaryDirectory() as folder,
            _running(_prepare(folder, cards, boards), theme) as room,
        ):
            stored, visible, gaps = _measured(room)
        yield Figure(
            name=f"Enter to stored on disk, {said}",
            median=percentile(stored, 50),
            p99=percentile(stored, 99),
        )
        yield limited(f"Enter to seen on console and stage, {said}", visible, percent=99, bar=BAR_MS)
        yield limited(f"longest hold of the event loop, {said}", gaps, percent=100, bar=BAR_MS)
    del installed


class Room:
    """The windows of a running workshop."""

    def __init__(self, desk: Desk, stage: StageDirector, window: OperatorWindow) -> None:
        self.desk = desk
        self.stage = stage
        self.window = window
        page = window.page("run")
        assert isinstance(page, RunPage)
        self.page = page


@contextmanager
def _running(prepared: tuple[Path, SessionId], theme: Theme) -> Iterator[Room]:
    path, session = prepared
    desk = Desk(lambda: open_workspace(path), SystemClock())
    collector = Collector(desk)
    stage = StageDirector(desk, theme)
    window = OperatorWindow(theme, factories(theme, desk, stage))
    window.resize(1440, 900)
    window.show_page("run")
    window.show()
    _until(desk.opened, desk.start)
    _until(desk.changed, lambda: desk.perform(lambda w: w.running.start_session(session)))
    stage.toggle_stage()
    stage.show("cards")
    screen = stage.outlet.need()
    screen.resize(1920, 1080)
    _idle(QUIET_MS + 300)  # until the records are set aside, as in the program
    yield Room(desk, stage, window)
    collector.stop()
    stage.close()
    window.close()
    desk.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _prepare(folder: str, cards: int, boards: int) -> tuple[Path, SessionId]:
    """Store a workshop whose cards are spread over boards; return its file and the last board's session."""
    path = Path(folder, "workshop.sqlite")
    workshop = Workshop(id=WorkshopId(new_id()), title=Text("Managua", "es"), language="es")
    sessions = [
        Session(
            id=SessionId(new_id()),
            workshop=workshop.id,
            date=dt.datetime.now(dt.UTC).date(),
            planned_start=dt.time(8 + number // 4, 15 * (number % 4)),
            planned_minutes=15,
            type=SessionType.CARD_COLLECTION,
            title=Text(f"Ronda {number + 1}", "es"),
        )
        for number in range(boards)
    ]
    with open_workspace(path) as workspace:
        workspace.books.add(workshop, *sessions)
        for session in sessions:
            new = [NewCard(text=Text(WORDS.format(n=n), "es")) for n in range(cards // boards)]
            workspace.wall.add_cards(session.id, new)
    return path, sessions[-1].id


def _measured(room: Room) -> tuple[list[float], list[float], list[float]]:
    """Type cards; return milliseconds to stored and to visible, and the gaps of the event loop."""
    console = Painted(room.page.stream.view.viewport())
    screen = room.stage.outlet.need().widget
    projector = Painted(screen)
    field = room.page.capture.frame.text
    committed: list[float] = []
    room.desk.ask(lambda w: w.operations.listen(lambda _: committed.append(time.perf_counter())), _nothing)
    stored: list[float] = []
    visible: list[float] = []
    heart: Heartbeat | None = None
    for number in range(WARM_UP + ROUNDS):
        while screen.page < screen.pages - 1:
            screen.next_page()
            _idle(PAUSE_MS)
        field.put(f"Tarjeta {number}: más seguimiento y apoyo a distancia")
        _idle(PAUSE_MS)
        if number == WARM_UP:
            heart = Heartbeat()
            stored.clear()
            visible.clear()
        started = time.perf_counter()
        QTest.keyClick(field, Qt.Key.Key_Return)
        _wait_until_seen(room, console, projector, started)
        stored.append((committed[-1] - started) * 1000)
        visible.append((max(console.at, projector.at) - started) * 1000)
    assert heart is not None
    heart.stop()
    return stored, visible, heart.gaps


def _wait_until_seen(room: Room, console: Painted, projector: Painted, started: float) -> None:
    """Let the event loop run until the card that Enter stored is painted on both screens."""
    loop = QEventLoop()
    while time.perf_counter() < started + 10:
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        on_disk = not room.page.capture.outbox.waiting
        if on_disk and min(console.at, projector.at) >= started and _both_show(room):
            return
    raise TimeoutError("the card never came to both screens")


def _nothing(_answer: object) -> None:
    return


def _both_show(room: Room) -> bool:
    newest = room.page.stream.model.cards[0].text
    wall = room.stage.outlet.need().widget.view
    return isinstance(wall, CardsView) and wall.clusters[-1].cards[-1].text == newest


def _idle(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _until(signal: object, act: object) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)  # type: ignore[attr-defined]  # any signal
    QTimer.singleShot(0, act)  # type: ignore[call-overload]  # any callable
    QTimer.singleShot(20_000, loop.quit)
    loop.exec()
