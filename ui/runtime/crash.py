"""A bug is logged and said calmly on the operator's window; the program goes on, the stage shows nothing."""

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

log = logging.getLogger(__name__)


class CrashCatcher(QObject):
    """Catches what nobody caught, on any thread, and emits its details on the GUI thread."""

    caught = Signal(str)
    """Details for "Copy details": the traceback; it holds no words of people by itself."""

    _arrived = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self.caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch from now on."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_on_thread

    def uninstall(self) -> None:
        """Let Python report again as it does by itself."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        from facilitator.logs import start_log  # noqa: PLC0415 - the log starts with the database, a bug may be earlier

        start_log()
        log.error("unexpected error\n%s", details)
        self._arrived.emit(details)

    def _uncaught_on_thread(self, args: threading.ExceptHookArgs) -> None:
        error = args.exc_value
        if error is not None:
            self._uncaught(args.exc_type, error, args.exc_traceback)
