"""Copies the database into the folder that was chosen: at the end of each session, and when asked."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from facilitator.domain.agenda import Session, SessionStatus
from facilitator.domain.changes import ChangeSet, Origin, Way
from facilitator.domain.errors import CannotWrite
from facilitator.domain.frozen import dataclass
from facilitator.settings import load as load_settings
from ui.runtime.background import Background, Then
from ui.runtime.desk import Desk

if TYPE_CHECKING:
    from facilitator.services.backups import Whereabouts

CAUSE: Final = "backup"
"""Cause of the notice about a copy that could not be made."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    where: "Whereabouts | None" = None
    error: CannotWrite | None = None


class BackupKeeper(QObject):
    """Where copies go, the newest one, and whether one is being made."""

    changed = Signal()
    """Something else is known: the folder, the newest copy, that one is being made."""

    failed = Signal(object)
    """A copy could not be made: the CannotWrite."""

    made = Signal()
    """A copy is there."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._background = Background(self)
        self.where: Whereabouts | None = None
        """What is known of the folder; None before it was looked at."""
        self.copying = False
        self._asked = 0
        desk.changed.connect(self._follow)

    def look(self) -> None:
        """Look at the folder again; `changed` follows."""
        database, folder = self._desk.place, load_settings().backup_folder

        self._asked += 1
        asked = self._asked

        def work() -> Then:
            from facilitator.services.backups import Backups  # noqa: PLC0415 - with the database behind it

            return partial(self._looked, asked, _Outcome(Backups(database, folder).look()))

        self._background.do(work)

    def copy(self) -> None:
        """Make a copy now; `made` or `failed` follows."""
        database, folder = self._desk.place, load_settings().backup_folder
        if self.copying or not folder or not database:
            return
        self.copying = True
        self.changed.emit()
        now = self._desk.now()

        def work() -> Then:
            from facilitator.services.backups import Backups, Place  # noqa: PLC0415 - with the database behind it

            backups, error = Backups(database, folder), None
            if backups.look().place is not Place.SERVER:
                try:
                    backups.make(now)
                except CannotWrite as refused:
                    error = refused
            return partial(self._copied, _Outcome(backups.look(), error))

        self._asked += 1
        self._background.do(work)

    def close(self) -> None:
        """Wait for the copy that is being made."""
        self._background.close()

    def _looked(self, asked: int, outcome: _Outcome) -> None:
        """Believe what was seen, unless a copy was begun or the folder looked at again since."""
        if asked != self._asked:
            return
        self.where = outcome.where
        self.changed.emit()

    def _copied(self, outcome: _Outcome) -> None:
        self.copying = False
        self.where = outcome.where
        self.changed.emit()
        if outcome.error is not None:
            self.failed.emit(outcome.error)
        else:
            self.made.emit()

    @Slot(object)
    def _follow(self, changes: ChangeSet) -> None:
        """Copy when a session ended here."""
        if changes.origin is Origin.HERE and changes.way is Way.DO and _ended(changes):
            self.copy()


def _ended(changes: ChangeSet) -> bool:
    for change in changes.of(Session):
        before, after = change.before, change.after
        if isinstance(before, Session) and isinstance(after, Session):
            done = SessionStatus.DONE
            if after.status is done and before.status is not done:
                return True
    return False
