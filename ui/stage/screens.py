"""Which display is the stage: chosen over plain values, watched through Qt.

A lost display is still named by Qt while it goes (technology.md section 10), so every decision
waits for the next turn of the event loop.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from facilitator.domain.frozen import dataclass

_ROUNDED: Final = 2
"""What scaling may round the size of a display by, in px."""
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

    def overlaps(self, other: "ScreenFacts") -> bool:
        """Tell whether both show a part of the desktop in common: mirrored, at one resolution or at two."""
        left, top, width, height = self.geometry
        x, y, wide, high = other.geometry
        return left < x + wide and x < left + width and top < y + high and y < top + height

    def _maker(self) -> tuple[str, str, str]:
        return self.manufacturer, self.model, self.serial


def pick_stage_screen(
    screens: Sequence[ScreenFacts], operator: ScreenFacts | None, remembered: ScreenFacts | None
) -> ScreenFacts | None:
    """Return the display for the stage, or None when there is only the operator's.

    The display used last wins; else the first that is not the operator's and shows nothing of it.
    """
    free = [screen for screen in screens if operator is None or not screen.overlaps(operator)]
    if operator is None and len(free) < 2:
        return None
    again = same(remembered, free) if remembered is not None else None
    return again or (free[0] if free else None)


def same(wanted: ScreenFacts, screens: Iterable[ScreenFacts]) -> ScreenFacts | None:
    """Return the display that is the wanted one, wherever it stands now; of twins the one of the same name.

    Cheap projectors of one make share a serial number.
    """
    found = [screen for screen in screens if screen.same_device(wanted)]
    return next((screen for screen in found if screen.name == wanted.name), found[0] if found else None)


def mirrored(screens: Iterable[ScreenFacts]) -> bool:
    """Tell whether two displays show the same part of the desktop: the room sees the operator's screen."""
    return any(one.overlaps(other) for one, other in combinations(screens, 2))


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


def stands_on(window: QWidget, place: ScreenFacts) -> bool:
    """Tell whether a window covers a display: by display and size, for not every desktop says where it is."""
    wide, high = place.geometry[2:]
    near = abs(window.width() - wide) <= _ROUNDED and abs(window.height() - high) <= _ROUNDED
    return near and facts(window.screen()) == place


class ScreenWatch(QObject):
    """Tells once, after things have settled, that displays came, went, moved or were resized."""

    changed = Signal()
    """Displays came, went, moved or were resized just now."""
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
            screen.logicalDotsPerInchChanged.connect(self._changed)

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._changed)
        screen.logicalDotsPerInchChanged.connect(self._changed)
        self._changed()

    def _removed(self, screen: QScreen) -> None:
        screen.geometryChanged.disconnect(self._changed)
        screen.logicalDotsPerInchChanged.disconnect(self._changed)
        self.leaving.emit(screen.name())
        self._changed()

    def _changed(self) -> None:
        self.changed.emit()
        self._timer.start()

    def look_again(self) -> None:
        """Tell that things have settled once more, in the next turn of the event loop."""
        self._timer.start()
