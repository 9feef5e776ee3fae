"""Which display is the stage: chosen over plain values, watched through Qt.

A lost display is still named by Qt while it goes (technology.md section 10), so every decision
waits for the next turn of the event loop.
"""

from collections.abc import Iterable, Sequence
from typing import Final, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from facilitator.domain.frozen import dataclass

_SETTLE_MS: Final = 0
"""The next turn of the event loop."""


@dataclass(frozen=True, slots=True)
class ScreenFacts:
    """A display as the operating system describes it, and its place on the desktop in px."""

    name: str
    manufacturer: str = ""
    model: str = ""
    serial: str = ""
    geometry: tuple[int, int, int, int] = (0, 0, 0, 0)
    """x, y, width, height."""

    def same_device(self, other: "ScreenFacts") -> bool:
        """Tell whether both are one display: by maker, model and serial, else by name."""
        mine, theirs = self._maker(), other._maker()
        if self.serial and other.serial:
            return mine == theirs
        return self.name == other.name

    def _maker(self) -> tuple[str, str, str]:
        return self.manufacturer, self.model, self.serial


def pick_stage_screen(
    screens: Sequence[ScreenFacts], operator: ScreenFacts | None, remembered: ScreenFacts | None
) -> ScreenFacts | None:
    """Return the display for the stage, or None when there is only the operator's.

    The display used last wins; else the first that is neither the operator's nor shows the same
    picture as the operator's (mirroring).
    """
    free = [
        screen
        for screen in screens
        if operator is None or (screen != operator and screen.geometry != operator.geometry)
    ]
    if operator is None and len(free) < 2:
        return None
    if remembered is not None:
        for screen in free:
            if screen.same_device(remembered):
                return screen
    return free[0] if free else None


def mirrored(screens: Iterable[ScreenFacts]) -> bool:
    """Tell whether two displays show the same part of the desktop: the room sees the operator's screen."""
    places = [screen.geometry for screen in screens]
    return len(set(places)) < len(places)


def facts(screen: QScreen) -> ScreenFacts:
    """Describe one of Qt's screens."""
    return ScreenFacts(
        screen.name(),
        screen.manufacturer(),
        screen.model(),
        screen.serialNumber(),
        screen.geometry().getRect(),  # type: ignore[arg-type]  # the stubs say object
    )


def find(wanted: ScreenFacts, screens: Iterable[QScreen]) -> QScreen | None:
    """Return Qt's screen for these facts, if it is still there."""
    return next((screen for screen in screens if facts(screen) == wanted), None)


class ScreenWatch(QObject):
    """Tells once, after things have settled, that displays came, went, moved or were resized."""

    settled = Signal()
    """The displays are different; look at them now."""
    leaving = Signal(str)
    """A display of this name is going: what stands on it must hide at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self.settled)
        application = cast("QGuiApplication", QGuiApplication.instance())
        application.screenAdded.connect(self._added)
        application.screenRemoved.connect(self._removed)
        application.primaryScreenChanged.connect(self._changed)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._changed)

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._changed)
        self._timer.start()

    def _removed(self, screen: QScreen) -> None:
        self.leaving.emit(screen.name())
        self._timer.start()

    def _changed(self) -> None:
        self._timer.start()
