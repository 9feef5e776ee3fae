"""The one thread that owns the database: work is done in the order asked, answers come back to the GUI.

SQLAlchemy is imported here, behind the first paint, so that the window never waits for it.
"""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from facilitator.domain.errors import CannotWrite, FacilitatorError

if TYPE_CHECKING:
    from facilitator.bootstrap import Workspace

POLL_SECONDS: Final = 0.5
"""How often other programs' changes are looked for while nothing is to be done."""

FOLDED_AFTER: Final = 60
"""Pieces of work after which the next quiet moment is used to take the database's log into its file."""

TRIES: Final = 12
"""How often a change is tried while another program holds the database; each waits five seconds."""

Work = Callable[["Workspace"], object]
Answer = Callable[[object], None]
Refusal = Callable[[FacilitatorError], None]


class GuiThread(QObject):
    """The one door back: whatever is posted here runs on the GUI thread, in the order posted."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, task: Callable[[], None]) -> None:
        """Run `task` on the GUI thread soon; called from any thread."""
        if self._open:
            self._posted.emit(task)

    def shut(self) -> None:
        """Drop what is still to come: the windows are closing."""
        self._open = False

    @Slot(object)
    def _run(self, task: Callable[[], None]) -> None:
        if self._open:
            task()


class WriterThread:
    """Opens the workspace on a thread of its own and does work there, one piece after the other."""

    def __init__(
        self,
        gui: GuiThread,
        open_workspace: Callable[[], "Workspace"],
        failed_to_open: Refusal,
        retrying: Callable[[], None],
    ) -> None:
        self._gui = gui
        self._open = open_workspace
        self._failed_to_open = failed_to_open
        self._retrying = retrying
        self.place_changed: Callable[[bool], None] = lambda _there: None
        """Called on the GUI thread when the database's file is gone from its place, or back."""
        self._in_place = True
        self._queue: SimpleQueue[tuple[Work, Answer, Refusal] | None] = SimpleQueue()
        self._ended = False
        self._unfolded = 0
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)

    def start(self) -> None:
        """Open the workspace, unless that was begun or ended already; work asked for before waits for it."""
        if self._thread.ident is None and not self._ended:
            self._thread.start()

    def perform(self, work: Work, done: Answer, refused: Refusal) -> None:
        """Do `work` with the workspace; `done` or `refused` is called on the GUI thread."""
        self._queue.put((work, done, refused))

    def stop(self, seconds: float = 10.0) -> bool:
        """Finish what was asked for, close the workspace and end; whether it ended in time."""
        if not self._queue.empty():
            self.start()
        self._ended = True
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _work(self) -> None:
        try:
            workspace = self._open()
        except FacilitatorError as error:
            self._gui.post(lambda error=error: self._failed_to_open(error))  # type: ignore[misc]  # bound now
            self._refuse_all(error)
            return
        with workspace:
            while self._step(workspace):
                pass

    def _refuse_all(self, error: FacilitatorError) -> None:
        """Give back what is asked of a database that could not be opened, so that no text is lost."""
        while (asked := self._queue.get()) is not None:
            _work, _done, refused = asked
            self._gui.post(lambda refused=refused: refused(error))  # type: ignore[misc]  # bound now

    def _step(self, workspace: "Workspace") -> bool:
        try:
            asked = self._queue.get(timeout=POLL_SECONDS)
        except Empty:
            self._use_quiet_moment(workspace)
            return True
        if asked is None:
            return False
        work, done, refused = asked
        self._unfolded += 1
        try:
            result = self._tried(work, workspace)
        except FacilitatorError as error:
            self._gui.post(lambda error=error: refused(error))  # type: ignore[misc]  # bound now
            self._look_for_file(workspace)
        except Exception as error:  # noqa: BLE001 - a bug in one piece of work must not end the thread
            threading.excepthook(
                threading.ExceptHookArgs((type(error), error, error.__traceback__, self._thread))
            )
        else:
            self._gui.post(lambda: done(result))
        return True

    def _tried(self, work: Work, workspace: "Workspace") -> object:
        """Do a piece of work, again and again while another program holds the database."""
        for _ in range(TRIES - 1):
            try:
                return work(workspace)
            except CannotWrite as error:
                if error.key != "database-busy":
                    raise
                self._gui.post(self._retrying)
        return work(workspace)

    def _look_for_file(self, workspace: "Workspace") -> bool:
        """Return whether the file lies in its place; tell once when that changes."""
        there = workspace.database.is_in_place()
        if there != self._in_place:
            self._in_place = there
            self._gui.post(lambda: self.place_changed(there))
        return there

    def _use_quiet_moment(self, workspace: "Workspace") -> None:
        """Look for other programs' changes; after much work, do what a card would have to wait for."""
        if not self._look_for_file(workspace):
            return
        try:
            workspace.operations.poll()
            if self._unfolded >= FOLDED_AFTER:
                workspace.database.fold_log()
                self._unfolded = 0
        except FacilitatorError:
            # The file is busy or out of reach for a moment; the next quiet moment does the same.
            return
