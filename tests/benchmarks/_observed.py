"""Runs the `facilitator` command as it is and writes to standard output when the window was first painted,
and when a card can be typed. Nothing of the program knows of it.
"""

import sys
from typing import Final

from PySide6 import QtWidgets
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from facilitator.cli import main

PAINTED: Final = "painted"
"""The whole window was painted and handed to the screen for the first time."""

READY: Final = "ready"
"""A letter typed into the capture bar of the Run page was painted there."""

STORED: Final = "stored"
"""The card with that letter was accepted by Enter and is on disk."""

_LETTER: Final = "a"
_FIRST: Final = 100
"""A priority above that of everything else that waits in the event loop."""


class Observed(QApplication):
    """The application with somebody who watches it, which costs the start a little and helps it nowhere."""

    def exec(self) -> int:  # type: ignore[override]  # Qt's is static as well as not
        """Watch the window that is about to be painted, and run."""
        self._watch = Watch(self)
        return super().exec()


class Watch(QObject):
    """Waits for the first paint, then for the focus in the capture bar, then types a card there."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._field: QWidget | None = None
        for window in application.topLevelWidgets():
            if isinstance(window, QMainWindow):
                window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the first paint of the window, and that of the letter."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # Comes first when this paint has ended, children and all.
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), _FIRST)
        return False

    def event(self, event: QEvent) -> bool:
        """Tell what was painted."""
        if event.type() is not QEvent.Type.User:
            return super().event(event)
        if self._field is None:
            self._application.focusChanged.connect(self._focus_moved)
            print(PAINTED, flush=True)
        else:
            print(READY, flush=True)
            self._press(0x01000004, "\r")  # Return
        return True

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        page = new
        run = sys.modules.get("ui.operator.pages.run")
        if run is None or self._field is not None:
            return
        while page is not None and not isinstance(page, run.RunPage):
            page = page.parentWidget()
        if page is None or new is not page.capture.frame.text:
            return
        self._field = new
        page.capture.stored.connect(lambda _entry: print(STORED, flush=True))
        self._press(0, _LETTER)
        new.viewport().installEventFilter(self)

    def _press(self, key: int, letter: str) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - long after the first paint
        from PySide6.QtGui import QKeyEvent  # noqa: PLC0415 - long after the first paint

        assert self._field is not None
        modifiers = Qt.KeyboardModifier.NoModifier
        QCoreApplication.postEvent(self._field, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, letter))


def run(arguments: list[str]) -> None:
    """Run the command with these arguments under observation, and end with its status."""
    QtWidgets.QApplication = Observed  # type: ignore[misc]  # the program takes it from there
    sys.exit(main(arguments))
