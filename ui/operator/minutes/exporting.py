"""Exports a document to a file of the user's: where to, how far it is, how it ended."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot

from facilitator.domain.errors import CannotWrite
from facilitator.paths import APP
from ui.presenters.minutes_files import ended, format_of, safe_name
from ui.runtime.export_job import EverythingOrder, ExportJob, ExportOrder, Written

_NO_OTHERS: Final[Mapping[str, ExportOrder]] = {}


def own_folder() -> Path:
    """Return the program's folder among the user's documents; it is made when it is first needed."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / APP


class Exporting(QObject):
    """One export at a time. The target is proposed until somebody types a name or chooses a folder."""

    changed = Signal()
    """Folder, name or state moved."""

    progress = Signal(int, int)
    done = Signal(object)
    """A Written: the file is complete."""

    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, place: str, parent: QObject | None = None) -> None:
        """Take the database's file or address."""
        super().__init__(parent)
        self._job = ExportJob(place, self)
        self._waiting: list[ExportOrder] = []
        self._chosen_folder: Path | None = None
        self._names: dict[UUID, str] = {}
        self._document: UUID | None = None
        self._proposed = ""
        self.ending = "pdf"
        """Of the file that a document is written to: it says the format."""
        self.writing = "pdf"
        """Of the file that is being written; empty while it is a folder."""
        self.pages_expected = 0
        """Pages that the preview has: better than the writer's own guess; 0 while they are not known."""
        self._job.progress.connect(self._progressed)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._failed)
        self._job.cancelled.connect(self._cancelled)

    @property
    def running(self) -> bool:
        """Whether a file is being written."""
        return self._job.running

    @property
    def folder(self) -> Path:
        """Where the file goes."""
        return self._chosen_folder or own_folder()

    @property
    def name(self) -> str:
        """The file's name: as somebody typed it, else as proposed."""
        typed = None if self._document is None else self._names.get(self._document)
        name = typed or self._proposed
        return ended(name, self.ending) if name else ""

    @property
    def target(self) -> Path:
        """The file."""
        return self.folder / self.name

    def propose(self, document: UUID | None, name: str) -> None:
        """Follow which document is shown; a name that was typed for it stays."""
        if (document, name) != (self._document, self._proposed):
            self._document, self._proposed = document, name
            self.changed.emit()

    def set_name(self, words: str) -> None:
        """Call this document's file so; no words mean the proposed name. A whole path says the folder too."""
        if self._document is None:
            return
        typed = Path(words.strip()).expanduser()
        if typed.is_absolute() and typed.name:
            self._chosen_folder = typed.parent
            words = typed.name
        self.ending = format_of(words) or self.ending
        if words.strip():
            self._names[self._document] = safe_name(words, self.ending)
        else:
            self._names.pop(self._document, None)
        self.changed.emit()

    def set_ending(self, ending: str) -> None:
        """Write documents in the format of this ending."""
        self.ending = ending
        self.changed.emit()

    def set_folder(self, folder: Path) -> None:
        """Put files here from now on."""
        self._chosen_folder = folder
        self.changed.emit()

    def start(self, order: ExportOrder, others: Mapping[str, ExportOrder] = _NO_OTHERS) -> None:
        """Write the document to the target, then `others`, editions by the names proposed for them.

        Nothing happens while another one is being written.
        """
        if self.running:
            return
        self._waiting = [
            replace(each, target=self.folder / self._beside(name, each), format=self.ending)
            for name, each in others.items()
        ]
        self._begin(replace(order, target=self.target, format=self.ending), self.ending)

    def _beside(self, proposed: str, order: ExportOrder) -> str:
        """Return the name of another edition; beside a name that somebody typed it says the language."""
        typed = None if self._document is None else self._names.get(self._document)
        if not typed:
            return ended(proposed, self.ending)
        known = format_of(typed)
        stem = typed[: -len(known) - 1] if known else typed
        return f"{stem} ({order.language}).{self.ending}"

    def start_all(self, order: EverythingOrder) -> None:
        """Fill a folder beside the documents; nothing happens while something is being written."""
        if not self.running:
            self._begin(replace(order, target=self.folder / order.target.name), "")

    def _begin(self, order: ExportOrder | EverythingOrder, ending: str) -> None:
        target = order.target
        if self._chosen_folder is None:
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                self.failed.emit(
                    CannotWrite("cannot-write", path=str(target.parent), reason=error.strerror or "")
                )
                return
        self.writing = ending
        self._job.start(order)
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Write no further; nothing of the file stays."""
        self._waiting = []
        self._job.cancel()

    def end(self) -> None:
        """End the child and wait for its end: the window closes."""
        self._waiting = []
        self._job.stop()

    @Slot(int, int)
    def _progressed(self, page: int, pages: int) -> None:
        known = self.writing == "pdf" and self.pages_expected >= page
        self.progress.emit(page, self.pages_expected if known else pages)

    @Slot(object)
    def _finished(self, written: Written) -> None:
        if self._waiting:
            self._begin(self._waiting.pop(0), self.ending)
            return
        self.changed.emit()
        self.done.emit(written)

    @Slot(object)
    def _failed(self, error: object) -> None:
        self._waiting = []
        self.changed.emit()
        self.failed.emit(error)

    @Slot()
    def _cancelled(self) -> None:
        self.changed.emit()
        self.cancelled.emit()
