"""An application with somebody who watches its window, which costs the start a little and helps it nowhere."""

import sys
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.benchmarks._observed import PAINTED, READY, STORED

_LETTER: Final = "a"
_RETURN: Final = 0x01000004
_FIRST: Final = 100
"""A priority above that of everything else that waits in the event loop."""


class Observed(QApplication):
    """Stands where the program expects Qt's application."""

    def exec(self) -> int:  # type: ignore[override]  # Qt's may be called without an application, too
        """Watch the window that is about to be painted, and run."""
        self._watch = Watch(self)
        return super().exec()


class Watch(QObject):
    """Waits for the first paint, then for the focus in the capture bar, then types a card there."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._field: Any = None
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
            self._press(_RETURN, "\r")
        return True

    def _focus_moved(self, _old: object, new: Any) -> None:
        """Type a letter once the cursor stands in the capture bar of the Run page."""
        run = sys.modules.get("ui.operator.pages.run")
        page = new
        while run is not None and page is not None and not isinstance(page, run.RunPage):
            page = page.parentWidget()
        if run is None or page is None or self._field is not None or new is not page.capture.frame.text:
            return
        self._field = new
        page.capture.stored.connect(lambda _entry: print(STORED, flush=True))
        self._press(0, _LETTER)
        new.viewport().installEventFilter(self)

    def _press(self, key: int, letter: str) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - long after the first paint
        from PySide6.QtGui import QKeyEvent  # noqa: PLC0415 - long after the first paint

        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        QCoreApplication.postEvent(self._field, press)
