"""Where the stage's window stands: over the whole projector, else as a window on the operator's screen.

It survives the loss of its display: it hides until the display is back, or until it is asked for as a
window. It never takes the keyboard by itself.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QHideEvent, QMoveEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.stage.screens import (
    ScreenFacts,
    ScreenWatch,
    facts,
    find,
    mirrored,
    pick_stage_screen,
    same,
    stands_on,
)

_APPEARS_MS: Final = 400
"""In so much time a desktop has placed a new window."""
_TRIES: Final = 5
"""So often the stage goes back to its display after it was moved away, until the displays change again."""
_WINDOW_SHARE: Final = 0.6
"""Share of the operator's screen that the stage takes as a window."""
_FULL: Final = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint


class PlacedWindow(QWidget):
    """A window that fills the stage's display, or waits for it."""

    lost = Signal()
    """The stage's display is gone, and the stage with it."""
    returned = Signal()
    """The display is back, and the stage is on it as before."""
    mirroring = Signal(bool)
    """The displays now show the same picture, or no longer do."""
    appeared = Signal(bool)
    """The stage can be seen now, or no longer: opened, closed, lost or back."""
    closed = Signal()
    """The stage was turned off."""

    def __init__(
        self,
        operator: QWidget | None,
        remembered: ScreenFacts | None,
        screens: Callable[[], Sequence[QScreen]],
    ) -> None:
        """Make the window, not yet open.

        `operator` is the window beside which the stage looks for another display, `remembered`
        the display it used last, `screens` tells which displays there are.
        """
        super().__init__(None, _FULL)
        self._screens = screens
        self._operator = operator
        self._remembered = remembered
        self._on: ScreenFacts | None = None
        self._home: ScreenFacts | None = None
        self._wanted = False
        self._mirrored = False
        self._tries = 0
        self._appearing = QTimer(self, singleShot=True, interval=_APPEARS_MS)
        self._appearing.timeout.connect(self._accept_keyboard)
        self._watch = ScreenWatch(self)
        self._watch.leaving.connect(self._leave)
        self._watch.changed.connect(self._count_anew)
        self._watch.settled.connect(self._settle)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    @property
    def is_lost(self) -> bool:
        """Whether the stage waits for a display that is gone."""
        return self._home is not None

    @property
    def screen_in_use(self) -> ScreenFacts | None:
        """The display that the stage fills; None while it is a window."""
        return self._on

    @property
    def expected(self) -> ScreenFacts | None:
        """The display that the stage filled last, to be taken before any other."""
        return self._remembered

    def open(self) -> None:
        """Turn the stage on: on the projector when there is one, else as a window."""
        self._wanted = True
        self._place(self._choose())
        self._tell_mirroring()

    def _operator_screen(self) -> QScreen:
        screen = self._operator.screen() if self._operator else None
        return screen if screen is not None and screen in self._screens() else QGuiApplication.primaryScreen()

    def _choose(self) -> ScreenFacts | None:
        screens = [facts(screen) for screen in self._screens()]
        return pick_stage_screen(screens, facts(self._operator_screen()), self._remembered)

    def _place(self, chosen: ScreenFacts | None) -> None:
        """Fill the chosen display, or be a window on the operator's."""
        screen = find(chosen, self._screens()) if chosen else None
        if chosen is None or screen is None:
            self._as_window()
            return
        self._on = self._remembered = chosen
        self._home = None
        if self.isFullScreen() and self.isVisible() and not stands_on(self, chosen):
            self.hide()  # no window manager moves a window that fills a display
        self._dress(_FULL)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        # Not showFullScreen: that takes the keyboard from whoever is typing.
        self._refuse_keyboard()
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()

    def _as_window(self) -> None:
        self._on = None
        room = self._operator_screen().availableGeometry()
        size = room.size() * _WINDOW_SHARE
        place = QRect(room.topLeft(), size)
        place.moveBottomRight(room.bottomRight())
        self._dress(Qt.WindowType.Window)
        self.setGeometry(place)
        self._refuse_keyboard()
        self.showNormal()

    def _refuse_keyboard(self) -> None:
        """Take no keyboard while the window appears, whatever the desktop does; later a click gives it."""
        self.create()
        if (handle := self.windowHandle()) is not None:
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, True)
            self._appearing.start()

    def _accept_keyboard(self) -> None:
        if (handle := self.windowHandle()) is not None:
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, False)

    def _dress(self, flags: Qt.WindowType) -> None:
        """Give the window a frame or none; Qt makes it anew for that, so only when it must."""
        if self.windowFlags() != flags:
            self.setWindowFlags(flags)

    def _leave(self, name: str) -> None:
        """Hide while the display goes: nothing of the stage may jump onto the operator's work."""
        if self._on is not None and self._on.name == name:
            self.hide()

    def _count_anew(self) -> None:
        self._tries = 0

    def _settle(self) -> None:
        """Look at the displays again after they changed."""
        self._tell_mirroring()
        if not self._wanted:
            return
        used = self._home or self._on
        operator = facts(self._operator_screen())
        free = [each for each in map(facts, self._screens()) if not each.overlaps(operator)]
        chosen = same(used, free) if used is not None else self._choose()
        if chosen == self._on and (chosen is None or self._fills(chosen)):
            return
        if chosen is None:
            if self._home is None:
                self._hide_until_back()
        elif chosen != self._on or self._tries < _TRIES:
            self._tries += 1
            was_lost = self.is_lost
            self._place(chosen)
            if was_lost:
                self.returned.emit()
        elif facts(self.screen()) == operator:
            self._hide_until_back()

    def _fills(self, place: ScreenFacts) -> bool:
        """Tell whether the window is where it should be: a display that goes moves its windows away."""
        return self.isVisible() and self.isFullScreen() and stands_on(self, place)

    def _hide_until_back(self) -> None:
        """Hide: on the operator's screen the stage would only cover the work."""
        self._home, self._on = self._on, None
        self.hide()
        if not self._mirrored:  # then the operator was told what the room sees
            self.lost.emit()

    def _tell_mirroring(self) -> None:
        now = mirrored(facts(screen) for screen in self._screens())
        if now != self._mirrored:
            self._mirrored = now
            self.mirroring.emit(now)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the stage can be seen."""
        super().showEvent(event)
        if not event.spontaneous():
            self.appeared.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the stage can no longer be seen; minimised by somebody, it still stands there."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.appeared.emit(False)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Look again where the stage stands: a window manager may have moved it onto the operator's work."""
        super().moveEvent(event)
        self._look_again()

    def changeEvent(self, event: QEvent) -> None:
        """Look again whether the stage fills its display when its state changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self._look_again()

    def _look_again(self) -> None:
        if self._on is not None and self.isVisible():
            self._watch.look_again()  # later: Qt knows only then which display that is

    def closeEvent(self, event: QCloseEvent) -> None:
        """Turn the stage off, keeping what it would show."""
        self._wanted = False
        self._on = self._home = None
        super().closeEvent(event)
        self.closed.emit()
