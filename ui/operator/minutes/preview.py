"""Keeps the pages on the screen true: writes the document anew, in the background, after every change.

The preview is the PDF itself, written by the same job as the export into a folder that only this user reads.
"""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui.runtime.export_job import ExportJob, ExportOrder, Written
from ui.runtime.pdf_pages import PdfFile, PdfPages

REST_MS: Final = 120
"""Milliseconds after an edit before the pages are written anew: long enough to walk past a choice by key, and
short enough for the new pages to stand there within a second of it."""


class Preview(QObject):
    """Writes while it is `live`; what changes meanwhile is written when it is live again."""

    shown = Signal(object)
    """A PdfFile: the document as it is now. Its pictures come from `pages`."""

    told = Signal(object)
    """The Written of the newest pages: what they lack, what could not be printed."""

    busy_changed = Signal(bool)
    """Whether the pages on the screen are about to be replaced."""

    failed = Signal(object)
    """A FacilitatorError: the pages on the screen are not the newest."""

    def __init__(self, place: str, parent: QObject | None = None) -> None:
        """Take the database's file or address."""
        super().__init__(parent)
        self.pages = PdfPages(self)
        self._job = ExportJob(place, self)
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._order: ExportOrder | None = None
        self._written_for: ExportOrder | None = None
        self._live = False
        self._stale = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._begin)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._failed)
        self._job.cancelled.connect(self._go_on)
        self.pages.opened.connect(self._opened)

    @property
    def busy(self) -> bool:
        """Whether newer pages are on their way."""
        return self._job.running or self._stale

    def set_order(self, order: ExportOrder | None) -> None:
        """Show this edition; its target is put into the preview's own folder."""
        if order == self._order:
            return
        self._order = order
        self._stale = order is not None
        self._job.cancel()  # what is being written is of an edition that nobody looks at any more
        self._rest.stop()
        self._wait()
        self.busy_changed.emit(self.busy)

    @Slot()
    def touch(self) -> None:
        """Follow that a record changed."""
        if self._order is not None:
            self._stale = True
            self._wait()

    def set_live(self, *, live: bool) -> None:
        """Follow whether anybody sees the pages."""
        self._live = live
        if live:
            self._wait()
            return
        self._rest.stop()
        if self._job.running:
            self._stale = True
            self._job.cancel()
        self.pages.want([])

    def end(self) -> None:
        """End child, thread and folder; the window closes. The preview can be live again afterwards."""
        self.set_live(live=False)
        self._job.stop()
        self.pages.close()
        self._stale = self._order is not None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _wait(self) -> None:
        """Begin soon; what changes until then does not put it off."""
        if self._live and self._stale and not self._job.running and not self._rest.isActive():
            self._rest.start()

    @Slot()
    def _begin(self) -> None:
        if self._order is None or self._job.running:
            return
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="facilitator-")
        self._stale = False
        self._written_for = self._order
        target = Path(self._folder.name, "preview.pdf")
        self._job.start(replace(self._order, target=target, carrying=False))
        self.busy_changed.emit(self.busy)

    @Slot(object)
    def _finished(self, written: Written) -> None:
        if self._live and self._written_for == self._order:
            self.pages.open(written.path)
            self.told.emit(written)
        else:
            self._stale = True
        self._go_on()

    @Slot(object)
    def _failed(self, error: object) -> None:
        self.failed.emit(error)
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        self._wait()
        self.busy_changed.emit(self.busy)

    @Slot(object)
    def _opened(self, file: PdfFile) -> None:
        if self._written_for == self._order:
            self.shown.emit(file)
