"""Imports modules behind the first paint, on a thread of its own, so that the event loop stays free."""

import threading
from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Behind(QObject):
    """Loads what is needed next; what waits for it is called on the GUI thread."""

    _loaded = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._loaded.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    def load(self, module: str, then: Callable[[], None]) -> None:
        """Import `module` in the background, then call `then`.

        A module that cannot be imported is no less broken on the GUI thread: there it is said.
        """
        threading.Thread(target=self._load, args=(module, then), name="behind", daemon=True).start()

    def close(self) -> None:
        """Call nobody any more: the windows are closing."""
        self._open = False

    def _load(self, module: str, then: Callable[[], None]) -> None:
        import_module(module)
        if self._open:
            self._loaded.emit(then)

    @Slot(object)
    def _go_on(self, then: Callable[[], None]) -> None:
        if self._open:
            then()
