"""A workshop that runs with its console and its stage at 1080p: what the figures of the stage are taken in."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from facilitator.bootstrap import open_workspace
from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, Card
from facilitator.domain.ids import WorkshopId
from facilitator.services.clock import Clock
from tests.benchmarks.enter_to_visible import Room
from ui.operator.pages import factories
from ui.operator.shell.window import OperatorWindow
from ui.runtime.collector import Collector
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector
from ui.theme import Theme

STAGE: Final = (1920, 1080)


@contextmanager
def example_runs(path: Path, theme: Theme, clock: Clock) -> Iterator[Room]:
    """Open the example workshop and start the session that collected most cards."""
    with open_workspace(path, clock) as workspace:
        workshop = workspace.exchange.import_example()
    desk = Desk(lambda: open_workspace(path, clock), clock)
    collector = Collector(desk)
    stage = StageDirector(desk, theme)
    window = OperatorWindow(theme, factories(theme, desk, stage))
    window.stage_view_chosen.connect(stage.press)
    window.resize(1440, 900)
    window.show_page("run")
    window.show()
    until(desk.opened, desk.start)
    _open(desk, workshop)
    session = max(desk.records.where(Session, workshop=workshop), key=lambda each: _cards(desk, each))
    until(desk.changed, lambda: desk.perform(lambda w: w.running.start_session(session.id)))
    stage.toggle_stage()
    stage.outlet.need().resize(*STAGE)
    idle(300)
    collector.set_aside()
    yield Room(desk, stage, window)
    collector.stop()
    stage.close()
    window.close()
    desk.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _open(desk: Desk, workshop: WorkshopId) -> None:
    if desk.workshop_id != workshop:
        until(desk.opened, lambda: desk.open_workshop(workshop))


def _cards(desk: Desk, session: Session) -> int:
    boards = desk.records.where(Board, session=session.id)
    return sum(len(desk.records.where(Card, board=board.id)) for board in boards)


def application() -> QApplication:
    """Return the application, made when there is none."""
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication(sys.argv[:1])


def idle(milliseconds: int) -> None:
    """Let the event loop run for a while."""
    loop, timer = _waiting()
    timer.start(milliseconds)
    loop.exec()


@cache
def _waiting() -> tuple[QEventLoop, QTimer]:
    """Return the one loop to wait in: PySide keeps a little of every timer that is bound to a new one."""
    loop, timer = QEventLoop(), QTimer(singleShot=True)
    timer.timeout.connect(loop.quit)
    return loop, timer


def until(signal: object, act: Callable[[], object]) -> None:
    """Do something and let the event loop run until a signal tells that it is done, 20 seconds at the most."""
    loop = QEventLoop()
    signal.connect(loop.quit)  # type: ignore[attr-defined]  # any signal
    QTimer.singleShot(0, act)
    QTimer.singleShot(20_000, loop.quit)
    loop.exec()
