"""Joins the export to what the page shows of it: the foot of the options, and a banner when it fails."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from facilitator.domain.documents import Paper
from facilitator.domain.errors import FacilitatorError
from facilitator.i18n import _
from ui.operator.minutes.export_foot import ExportFoot
from ui.operator.minutes.exporting import Exporting
from ui.operator.shell.banner import BannerArea, Notice
from ui.presenters import minutes_files as files
from ui.runtime.desk import Desk
from ui.runtime.export_job import EverythingOrder, Written
from ui.runtime.pdf_pages import FileFacts, PdfPages
from ui.widgets.file_choice import FileChoice

_CAUSE = "export"


class ExportPart(QObject):
    """What a person sees and does of the export."""

    wanted = Signal()
    """A person wants the document written."""

    written = Signal(object)
    """A Written: the file is complete."""

    def __init__(
        self, desk: Desk, foot: ExportFoot, banners: BannerArea, reader: PdfPages, owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._desk = desk
        self._foot = foot
        self._banners = banners
        self._reader = reader
        self._owner = owner
        self.choice = FileChoice(owner)
        self.paper = Paper.LETTER
        """Of the document that is shown; everything is written on it."""
        self._fresh: Path | None = None
        self._filled: Path | None = None
        self.exporting = Exporting(desk.place, self)
        foot.export_wanted.connect(self.wanted)
        foot.cancel_wanted.connect(self.exporting.cancel)
        foot.folder_wanted.connect(self.change_folder)
        foot.renamed.connect(self.exporting.set_name)
        foot.open_wanted.connect(partial(self._open, folder=False))
        foot.show_wanted.connect(partial(self._open, folder=True))
        reader.looked_at.connect(self._tell_earlier)
        self.exporting.changed.connect(self.show_target)
        foot.format.chosen.connect(self.exporting.set_ending)
        foot.all_wanted.connect(self.export_all)
        self.exporting.progress.connect(self._tell_progress)
        self.exporting.done.connect(self._done)
        self.exporting.failed.connect(self._failed)

    def begin_anew(self) -> None:
        """Take away what was said of another workshop's export."""
        self._banners.close_cause(_CAUSE)
        self._fresh = self._filled = None

    def change_folder(self) -> None:
        """Let a person choose where the file goes."""
        self.choice.ask("folder", _("Folder for the document"), self.exporting.folder, self._put_into)

    def _put_into(self, folder: Path) -> None:
        self.exporting.set_folder(folder)
        self._banners.close_cause(_CAUSE)

    def show_target(self) -> None:
        """Show where the file goes, and how far it is."""
        words = files.folder_words(self.exporting.folder, Path.home())
        self._foot.show_target(self.exporting.name, words, self.exporting.ending)
        self._foot.show_writing(on=self.exporting.running)
        if self.exporting.running:
            self._banners.close_cause(_CAUSE)
        elif self._fresh is None or self._fresh not in {self.exporting.target, self._filled}:
            self._fresh = None
            self._foot.tell_last("", "plain")
            self.look()

    def export_all(self) -> None:
        """Write every document of the workshop into a folder beside this one."""
        workshop = self._desk.workshop
        if workshop is not None:
            target = Path(files.everything_name(workshop))
            self.exporting.start_all(EverythingOrder(workshop=workshop.id, target=target, paper=self.paper))

    def _tell_progress(self, done: int, total: int) -> None:
        self._foot.tell_progress(files.step(self.exporting.writing, done, total), done, total)

    def look(self) -> None:
        """Look whether the file is there already, since when and with how many pages."""
        if self._fresh is None and self._owner.isVisible() and self.exporting.name:
            self._reader.look_at(self.exporting.target)

    def _tell_earlier(self, found: FileFacts) -> None:
        workshop = self._desk.workshop
        if workshop is None or found.path != self.exporting.target or self._fresh is not None:
            return
        words = ""
        if found.at is not None and (found.pages or found.path.suffix != ".pdf"):
            words = files.last_export(found.at, found.pages, workshop, self._desk.now())
        self._foot.tell_last(words, "plain")

    def _done(self, written: Written) -> None:
        self._fresh = written.path
        if not self.exporting.writing:
            self._filled = written.path
            self._foot.tell_last(files.wrote_all(written.path.name, written.files, written.empty), "ok")
            return
        self._foot.tell_last(files.wrote(written.path.name, written.pages), "ok")
        self.written.emit(written)

    def _failed(self, error: FacilitatorError) -> None:
        from facilitator.messages import sentence  # noqa: PLC0415 - after the first paint

        again = self.wanted.emit if self.exporting.writing else self.export_all
        actions = ((_("Change folder"), self.change_folder), (_("Try again"), again))
        self._banners.show_notice(Notice(sentence(error), _CAUSE, actions=actions))

    def _open(self, *, folder: bool) -> None:
        target = self._fresh or self.exporting.target
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent if folder else target)))
