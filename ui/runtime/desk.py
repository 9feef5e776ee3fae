"""The desk that every page works at: the records in memory, and the one way to change them.

Pages read `desk.records`, ask for a change with `desk.perform`, and follow `desk.changed`. They
never wait: what they asked for is stored by the writer thread and comes back as a change set.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.domain.catalogue import is_of_workshop
from facilitator.domain.changes import Change, ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.drafts import Draft
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import WorkshopId
from facilitator.domain.records import Records
from facilitator.domain.undo import UndoState
from facilitator.domain.values import Text
from facilitator.services.clock import Clock
from ui.runtime.writer import GuiThread, WriterThread

if TYPE_CHECKING:
    from facilitator.bootstrap import Workspace

Task = Callable[["Workspace"], ChangeSet | None]
Saving = Literal["saved", "saving", "retrying"]
SLOW_MS: Final = 400
"""Milliseconds after which "Saving" is said; quicker changes say nothing."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What the desk starts from, read on the writer's thread."""

    records: Records
    workshop: WorkshopId | None
    undo: UndoState
    drafts: tuple[Draft, ...] = ()


class Desk(QObject):
    """The records of one workshop on the GUI thread, following every committed change."""

    opened = Signal()
    """The records are there, or those of another workshop: read everything again."""

    leaving = Signal()
    """Another workshop takes this one's place, or the desk is closed: keep now what is not stored yet."""

    changed = Signal(object)
    """A ChangeSet was committed, here or by another program; `records` say so already."""

    undo_changed = Signal(object)
    """The UndoState moved."""

    saving_changed = Signal(object)
    """Whether the last change is on disk moved: "saved", "saving" or "retrying"."""

    failed = Signal(object)
    """A FacilitatorError that no field could say at its own place."""

    cannot_open = Signal(object)
    """The database was refused: a FacilitatorError."""

    place_changed = Signal(bool)
    """The database's file was moved or deleted meanwhile (False), or is back (True)."""

    def __init__(
        self,
        open_workspace: "Callable[[], Workspace]",
        clock: Clock,
        parent: QObject | None = None,
        *,
        place: str = "",
    ) -> None:
        super().__init__(parent)
        self.clock = clock
        self.place = place
        """The database's file or address, for the program's own commands; empty where none can open it."""
        self.records = Records()
        self.workshop_id: WorkshopId | None = None
        self.undo_state = UndoState()
        self.saving: Saving = "saved"
        self.drafts: tuple[Draft, ...] = ()
        self.ready = False
        self._pending = 0
        self._gui = GuiThread(self)
        self._open_workspace = open_workspace
        self._writer = WriterThread(self._gui, self._opened_on_writer, self.cannot_open.emit, self._retrying)
        self._writer.place_changed = self.place_changed.emit
        self._slow = QTimer(self, interval=SLOW_MS, singleShot=True)
        self._slow.timeout.connect(lambda: self._say("saving"))

    # Reading

    @property
    def workshop(self) -> Workshop | None:
        """The workshop that is open, as it is now."""
        return self.records.get(Workshop, self.workshop_id)

    @property
    def language(self) -> str:
        """The language in which people's words are typed: the workshop's main one."""
        return self.workshop.language if self.workshop else "es"

    def text(self, words: str) -> Text:
        """Return words typed just now as a text in the workshop's language. Raises InvalidInput."""
        return Text(words.strip(), self.language)

    def now(self) -> dt.datetime:
        """Return this instant, aware, in UTC."""
        return self.clock.now()

    @property
    def all_stored(self) -> bool:
        """Whether every change that was asked for is on disk, or was refused."""
        return self._pending == 0

    # Changing

    def perform(
        self,
        change: Task,
        *,
        done: Callable[[ChangeSet], None] | None = None,
        refused: Callable[[FacilitatorError], None] | None = None,
    ) -> None:
        """Have a change made: `lambda workspace: workspace.wall.add_card(...)`.

        `changed` is emitted when it is committed, then `done` is called. `refused` is called
        with what the user can mend; without it the error is said on the window.
        """
        self._pending += 1
        if not self._slow.isActive():
            self._slow.start()

        def answered(result: object) -> None:
            self._answered()
            if done is not None and isinstance(result, ChangeSet):
                done(result)

        def declined(error: FacilitatorError) -> None:
            self._answered(stored=False)
            (refused or self.failed.emit)(error)

        def work(workspace: "Workspace") -> ChangeSet | None:
            result = change(workspace)
            state = workspace.operations.undo_state
            self._gui.post(lambda: self._undo_is(state))
            return result

        self._writer.perform(work, answered, declined)

    def ask(
        self,
        question: "Callable[[Workspace], object]",
        answer: Callable[[object], None],
        refused: Callable[[FacilitatorError], None] | None = None,
    ) -> None:
        """Read something that is not in memory (history, drafts, another workshop), in the background."""
        self._writer.perform(question, answer, refused or self.failed.emit)

    def undo(self) -> None:
        """Take back the newest operation."""
        self.perform(lambda workspace: workspace.operations.undo())

    def redo(self) -> None:
        """Do the operation again that was taken back last."""
        self.perform(lambda workspace: workspace.operations.redo())

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is half typed; an empty text forgets it."""
        others = tuple(each for each in self.drafts if each.place != draft.place)
        self.drafts = (*others, draft) if draft.text else others
        self.ask(lambda workspace: workspace.keep_draft(draft), lambda _: None)

    # Opening and closing

    def start(self) -> None:
        """Open the database in the background; `opened` or `cannot_open` follows."""
        self._writer.start()

    def open_workshop(self, workshop: WorkshopId | None) -> None:
        """Put another workshop on the desk; `opened` follows."""
        self.ask(lambda workspace: self._read(workspace, workshop), self._put_on_desk)

    def close(self) -> bool:
        """Store what was asked for and let go of the database; whether all of it was stored."""
        if self.ready:
            self.leaving.emit()
        self._slow.stop()
        ended = self._writer.stop()
        self._gui.shut()
        return ended

    def _opened_on_writer(self) -> "Workspace":
        workspace = self._open_workspace()
        workspace.operations.listen(lambda changes: self._gui.post(lambda: self._follow(changes)))
        found = self._read(workspace, workspace.latest_workshop())
        self._gui.post(lambda: self._put_on_desk(found))
        return workspace

    def _read(self, workspace: "Workspace", workshop: WorkshopId | None) -> Opened:
        return Opened(
            workspace.records(workshop),
            workshop,
            workspace.operations.undo_state,
            tuple(workspace.drafts()),
        )

    def _put_on_desk(self, found: object) -> None:
        assert isinstance(found, Opened)  # noqa: S101 - the only thing `_read` returns
        if self.ready and found.workshop != self.workshop_id:
            self.leaving.emit()
        self.records, self.workshop_id, self.drafts = found.records, found.workshop, found.drafts
        self.ready = True
        self._undo_is(found.undo)
        self.opened.emit()

    def _follow(self, changes: ChangeSet) -> None:
        if not self.ready:
            return
        ours = tuple(change for change in changes.changes if self._is_ours(change))
        self.records.apply(changes := replace(changes, changes=ours))
        self.changed.emit(changes)

    def _is_ours(self, change: Change) -> bool:
        """Return whether a change is of the open workshop or of what all workshops share."""
        of_workshop = is_of_workshop(change.kind)
        return not of_workshop or getattr(change.record, "workshop", None) == self.workshop_id

    def _undo_is(self, state: UndoState) -> None:
        if state != self.undo_state:
            self.undo_state = state
            self.undo_changed.emit(state)

    def _answered(self, *, stored: bool = True) -> None:
        self._pending -= 1
        if self._pending == 0:
            self._slow.stop()
        if stored and self._pending == 0:
            self._say("saved")

    def _retrying(self) -> None:
        self._slow.stop()
        self._say("retrying")

    def _say(self, saving: Saving) -> None:
        self.saving = saving
        self.saving_changed.emit(saving)
