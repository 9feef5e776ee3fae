"""Keeps the laptop awake for as long as somebody here has a reason, by each system's own means.

Whatever happens to the program, the laptop may sleep again: each of these means ends with its process.
"""

import ctypes
import os
import sys
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QProcess, QStandardPaths, Signal, Slot

from facilitator.machine import Grip

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusPendingCallWatcher

BUS: Final = "facilitator-awake"
"""The name of the session-bus connection whose end lets the screen sleep again."""

SCREEN_SAVERS: Final = ("/org/freedesktop/ScreenSaver", "/ScreenSaver")
"""Where desktops keep the one object that all of them understand."""

_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002
_ENDING_MS: Final = 1000


class Means(Protocol):
    """One system's way of staying awake."""

    @property
    def grip(self) -> Grip:
        """How well it works now."""

    def take(self) -> None:
        """Ask to stay awake."""

    def let_go(self) -> None:
        """Let the laptop sleep again, at once."""


class Awake(QObject):
    """Stays awake while there is at least one reason."""

    changed = Signal()
    """The grip is another one."""

    def __init__(self, parent: QObject | None = None, means: Means | None = None) -> None:
        super().__init__(parent)
        self._means = means or means_here(self)
        self._reasons: set[str] = set()

    @property
    def grip(self) -> Grip:
        """How well the laptop is kept awake now."""
        return self._means.grip if self._reasons else Grip.NONE

    @property
    def reasons(self) -> frozenset[str]:
        """Why the laptop is kept awake now."""
        return frozenset(self._reasons)

    def hold(self, reason: str) -> None:
        """Stay awake from now on, for this reason too."""
        first = not self._reasons
        self._reasons.add(reason)
        if first:
            self._means.take()
            self.changed.emit()

    def release(self, reason: str) -> None:
        """Forget a reason; with the last one the laptop may sleep again."""
        if reason in self._reasons:
            self._reasons.remove(reason)
            if not self._reasons:
                self._means.let_go()
                self.changed.emit()

    def close(self) -> None:
        """Let go for whatever reason it is held."""
        for reason in tuple(self._reasons):
            self.release(reason)


def means_here(awake: Awake) -> Means:
    """Return this system's way."""
    if sys.platform == "win32":
        return WindowsMeans()
    if sys.platform == "darwin":
        return ChildMeans(awake, "caffeinate", ["-dis", "-w", str(os.getpid())], Grip.HELD)
    return LinuxMeans(awake)


class WindowsMeans:
    """A request of this thread to the system, which ends with it."""

    def __init__(self) -> None:
        self.grip = Grip.NONE

    def take(self) -> None:
        """Ask for system and display."""
        done = self._ask(_CONTINUOUS | _SYSTEM | _DISPLAY)
        self.grip = Grip.HELD if done else Grip.REFUSED

    def let_go(self) -> None:
        """Take the request back."""
        self._ask(_CONTINUOUS)
        self.grip = Grip.NONE

    def _ask(self, state: int) -> bool:
        kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - the stubs know it on Windows alone
        return bool(kernel.SetThreadExecutionState(ctypes.c_uint(state)))


class ChildMeans(QObject):
    """A small program of the system that keeps it awake while it runs; it ends with this one."""

    def __init__(self, awake: Awake, program: str, arguments: list[str], promise: Grip) -> None:
        super().__init__(awake)
        self.grip = Grip.NONE
        self._awake = awake
        self._call = (program, arguments)
        self._promise = promise
        self._process: QProcess | None = None

    def take(self) -> None:
        """Start the program, where there is one."""
        name, arguments = self._call
        program = QStandardPaths.findExecutable(name)
        if not program:
            self.grip = Grip.REFUSED
            return
        self.grip = Grip.ASKED
        self._process = process = QProcess(self)
        process.started.connect(self._started)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._ended)
        process.start(program, arguments)

    def let_go(self) -> None:
        """End the program: what it waits for at its input ends, else it is told."""
        process, self._process = self._process, None
        self.grip = Grip.NONE
        if process is None:
            return
        process.closeWriteChannel()
        process.terminate()
        if not process.waitForFinished(_ENDING_MS):
            process.kill()
            process.waitForFinished(_ENDING_MS)
        process.deleteLater()

    @Slot()
    def _started(self) -> None:
        self._become(self._promise)

    @Slot()
    def _ended(self) -> None:
        self._become(Grip.REFUSED)

    def _become(self, grip: Grip) -> None:
        if self._process is not None and grip is not self.grip:
            self.grip = grip
            self._awake.changed.emit()


class LinuxMeans(QObject):
    """The desktop's screen saver over the session bus, and the system's own lock against sleep."""

    def __init__(self, awake: Awake) -> None:
        super().__init__(awake)
        self._awake = awake
        self._screen = Grip.NONE
        self._watcher: QDBusPendingCallWatcher | None = None
        words = ["--what=idle:sleep", "--who=Facilitator", "--why=A session runs", "--mode=block", "cat"]
        self._lock = ChildMeans(awake, "systemd-inhibit", words, Grip.SLEEP_ONLY)

    @property
    def grip(self) -> Grip:
        """The better of the two."""
        for grip in (Grip.HELD, Grip.ASKED, Grip.SLEEP_ONLY):
            if grip in {self._screen, self._lock.grip}:
                return grip
        return Grip.REFUSED

    def take(self) -> None:
        """Ask both."""
        self._screen = Grip.ASKED
        self._lock.take()
        self._ask(0)

    def let_go(self) -> None:
        """Hang up: the desktop forgets the request of whoever is gone."""
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - Linux alone has a session bus

        self._screen, self._watcher = Grip.NONE, None
        QDBusConnection.disconnectFromBus(BUS)
        self._lock.let_go()

    def _ask(self, place: int) -> None:
        from PySide6.QtDBus import (  # noqa: PLC0415 - Linux alone has a session bus
            QDBusConnection,
            QDBusMessage,
            QDBusPendingCallWatcher,
        )

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, BUS)
        if not bus.isConnected() or place == len(SCREEN_SAVERS):
            self._screen = Grip.REFUSED
            self._awake.changed.emit()
            return
        name = "org.freedesktop.ScreenSaver"
        asked = QDBusMessage.createMethodCall(name, SCREEN_SAVERS[place], name, "Inhibit")
        asked.setArguments(["Facilitator", "A session runs"])
        self._watcher = watcher = QDBusPendingCallWatcher(bus.asyncCall(asked, 5000), self)

        def answered() -> None:
            watcher.deleteLater()
            if watcher is not self._watcher:
                return
            if watcher.isError():
                self._ask(place + 1)
                return
            self._screen = Grip.HELD
            self._awake.changed.emit()

        watcher.finished.connect(answered)
