"""What the keys of a running workshop do, on whatever page one is: the clock and the stage."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from facilitator.domain.agenda import Session, SessionStatus
from facilitator.domain.ids import SessionId, WorkshopId
from facilitator.domain.timer import current_session
from ui.actions import install_actions
from ui.operator.run.leading import Leading
from ui.operator.run.timekeeper import Timekeeper
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector

if TYPE_CHECKING:
    from facilitator.bootstrap import Workspace
    from facilitator.domain.changes import ChangeSet
    from ui.operator.stage_picture import StagePicturing

_INSTALLED: Final = "runCommands"


DIGITS: Final = {
    "capture.works": "1",
    "capture.difficulty": "2",
    "capture.question": "3",
    "capture.suggestion": "4",
    "capture.note": "5",
    "capture.parking_lot": "6",
    "capture.agreement": "7",
    "capture.session_note": "8",
}
"""Actions of the capture bar and the digit that each goes with."""


class RunCommands(QObject):
    """One intention a method. What cannot be done is said on the window."""

    def __init__(self, desk: Desk, stage: StageDirector, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._stage = stage
        self._picturing: StagePicturing | None = None

    @property
    def live(self) -> Session | None:
        """The session that runs or is paused."""
        return current_session(self._desk.records.where(Session, workshop=self._desk.workshop_id))

    def start_workshop(self) -> None:
        """Open the workshop."""
        self._with_workshop(lambda workspace, key: workspace.running.start_workshop(key))

    def close_workshop(self) -> None:
        """Close the workshop."""
        self._with_workshop(lambda workspace, key: workspace.close_workshop(key))

    def start(self, session: SessionId) -> None:
        """Start a session; the one that runs is finished."""
        self._desk.perform(lambda workspace: workspace.running.start_session(session))

    def next(self) -> None:
        """Finish the session that runs and start the next one."""
        self._with_workshop(lambda workspace, key: workspace.running.next_session(key))

    def pause_or_go_on(self) -> None:
        """Hold the clock, or let it go on."""
        live = self.live
        if live is None:
            return
        if live.status is SessionStatus.PAUSED:
            self._desk.perform(lambda workspace: workspace.running.resume(live.id))
        else:
            self._desk.perform(lambda workspace: workspace.running.pause(live.id))

    def give(self, minutes: int) -> None:
        """Give the break that lasts, else the session that runs, more minutes or fewer."""
        live, clock = self.live, self._stage.clock
        if live is not None and clock is not None and clock.back_at is not None:
            self._desk.perform(partial(_longer_break, session=live.id, minutes=minutes))
        elif live is not None:
            self._desk.perform(lambda workspace: workspace.running.extend(live.id, minutes))

    def start_by_itself(self, session: SessionId, on: bool) -> None:
        """Let a session start by itself at its planned time, or wait for somebody."""
        if on:
            self._desk.perform(lambda workspace: workspace.timekeeping.arm(session))
        else:
            self._desk.perform(lambda workspace: workspace.timekeeping.disarm(session))

    def at_its_time(self) -> None:
        """Let the next session start by itself, or no longer."""
        if (workshop := self._desk.workshop) is None:
            return
        from ui.presenters.run import Console  # noqa: PLC0415 - not before the key is pressed

        console = Console(self._desk.records, workshop, self._stage.clock, self._desk.now())
        if (waiting := console.waiting(console.coming)) is not None:
            self.start_by_itself(waiting.session, not waiting.armed)

    def save_stage(self) -> None:
        """Save what the room sees as a picture."""
        if self._picturing is None:
            from ui.operator.stage_picture import StagePicturing  # noqa: PLC0415 - not before the key is pressed

            self._picturing = StagePicturing(self._window, self._desk, self._stage)
        self._picturing.begin()

    def _with_workshop(self, change: "Callable[[Workspace, WorkshopId], ChangeSet]") -> None:
        if (key := self._desk.workshop_id) is not None:
            self._desk.perform(lambda workspace: change(workspace, key))

    def callbacks(self) -> dict[str, Callable[[], None]]:
        """Return what the program's actions of time and stage do."""
        return Leading(self._desk).callbacks() | {
            "stage.toggle": self._stage.toggle_stage,
            "stage.freeze": self._stage.freeze,
            "stage.preview_first": self._stage.preview_first,
            "stage.put": self._stage.put_next,
            "stage.picture": self.save_stage,
            "run.pause": self.pause_or_go_on,
            "run.next": self.next,
            "run.minute_more": partial(self.give, 1),
            "run.minute_less": partial(self.give, -1),
            "run.five_more": partial(self.give, 5),
            "run.five_less": partial(self.give, -5),
            "run.at_its_time": self.at_its_time,
        }


def _longer_break(workspace: "Workspace", session: SessionId, minutes: int) -> "ChangeSet":
    from facilitator.services.pausing import Pausing  # noqa: PLC0415 - with the database behind it

    return Pausing(workspace.operations).change_break(session, minutes)


def ensure_commands(window: QWidget, desk: Desk, stage: StageDirector) -> dict[str, QAction]:
    """Give a window the keys of time and stage, once; they work on all of its pages."""
    found = window.property(_INSTALLED)
    if found is None:
        commands = RunCommands(desk, stage, window)
        found = install_actions(window, commands.callbacks())
        Timekeeper(desk, stage.ticker, window)
        window.setProperty(_INSTALLED, found)
    actions: dict[str, QAction] = found
    return actions
