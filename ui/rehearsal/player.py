"""Plays a script: a generator that acts, then yields what to wait for. Nothing here blocks the event loop."""

import time
from collections.abc import Callable, Generator
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from facilitator.domain.frozen import dataclass
from facilitator.i18n import _
from ui.rehearsal.clock import RehearsalClock

LOOK_AGAIN_MS: Final = 4
"""ms between two looks at whether a condition holds."""

PATIENCE: Final = 20.0
"""Seconds that a condition may take; what is awaited takes milliseconds on a healthy machine."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A step of the report begins."""

    title: str


@dataclass(frozen=True, slots=True)
class Pause:
    """A person needs so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Until:
    """Go on once `holds` does; `what` says in words what is awaited."""

    holds: Callable[[], object]
    what: str
    patience: float = PATIENCE


Play: TypeAlias = "Generator[Scene | Pause | Until, None, None]"


class Stopped(Exception):
    """The rehearsal cannot go on; the words say why."""


@dataclass(slots=True)
class Timed:
    """A step that was played, and how long it took in seconds of the wall and of the play."""

    title: str
    seconds: float = 0.0
    played: float = 0.0


class Player(QObject):
    """Takes the next moment of the script whenever the last one is over."""

    scene_began = Signal(str)
    ended = Signal(str)
    """The script is over; words say why when it stopped before its end."""

    def __init__(self, script: Play, clock: RehearsalClock, speed: float, parent: QObject) -> None:
        """Play `script` at so many times the speed of a person."""
        super().__init__(parent)
        self._script = script
        self._clock = clock
        self._speed = speed
        self._awaited: Until | None = None
        self._since = 0.0
        self._over = False
        self.steps: list[Timed] = []
        self._began = (0.0, clock.now())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin."""
        self._timer.start(0)

    @property
    def scene(self) -> str:
        """The title of the step that is being played."""
        return self.steps[-1].title if self.steps else ""

    def stop(self, why: str) -> None:
        """End before the end."""
        if self._over:
            return
        self._over = True
        self._timer.stop()
        self._script.close()
        self._close_step()
        self.ended.emit(why)

    @Slot()
    def _go_on(self) -> None:
        if self._over or self._still_waiting():
            return
        try:
            moment = next(self._script)
        except StopIteration:
            self.stop("")
            return
        except Stopped as reason:
            self.stop(self._in_scene(str(reason)))
            return
        match moment:
            case Scene(title):
                self._open_step(title)
                self._timer.start(0)
            case Pause(seconds):
                self._clock.go_on(seconds)
                self._timer.start(round(seconds * 1000 / self._speed))
            case Until():
                self._awaited, self._since = moment, time.monotonic()
                self._timer.start(0)

    def _still_waiting(self) -> bool:
        awaited = self._awaited
        if awaited is None:
            return False
        if awaited.holds():
            self._awaited = None
            return False
        if time.monotonic() - self._since > awaited.patience:
            words = _("{what} did not happen within {seconds} seconds").format(
                what=awaited.what, seconds=round(awaited.patience)
            )
            self.stop(self._in_scene(words))
        else:
            self._timer.start(LOOK_AGAIN_MS)
        return True

    def _in_scene(self, words: str) -> str:
        return _("{scene}: {words}.").format(scene=self.scene, words=words)

    def _open_step(self, title: str) -> None:
        self._close_step()
        self.steps.append(Timed(title))
        self._began = (time.monotonic(), self._clock.now())
        self.scene_began.emit(title)

    def _close_step(self) -> None:
        if self.steps:
            step, (began, played) = self.steps[-1], self._began
            step.seconds = time.monotonic() - began
            step.played = (self._clock.now() - played).total_seconds()
