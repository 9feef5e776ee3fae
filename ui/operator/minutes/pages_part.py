"""Joins the preview to what the page shows of it: the pages, their sections, what they lack."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from facilitator.domain.documents import MinutesDocument
from facilitator.domain.errors import FacilitatorError, InvalidInput
from facilitator.i18n import _, language, translations
from ui.operator.minutes.preview import Preview
from ui.operator.minutes.view import MinutesView
from ui.presenters import minutes as presenter
from ui.presenters.minutes_contents import contents_rows
from ui.presenters.minutes_sections import SectionRow, gap_rows
from ui.runtime.export_job import ExportOrder, Written
from ui.runtime.pdf_pages import PdfFile


def order_of(document: MinutesDocument, *, stored: bool) -> ExportOrder:
    """Return what is to be written for a document; whoever writes it sets the target."""
    return ExportOrder(
        workshop=document.workshop,
        target=Path(),
        kind=document.kind,
        language=document.language,
        disclosure=document.disclosure,
        paper=document.paper,
        document=document.id if stored else None,
    )


class PagesPart(QObject):
    """The pages of one document, always as they would be written now."""

    pages_changed = Signal(int)
    """How many pages the document has; 0 while they are not known."""

    def __init__(self, place: str, view: MinutesView, owner: QObject) -> None:
        """Take the database's file or address."""
        super().__init__(owner)
        self._view = view
        self._of: object = None
        self._document: MinutesDocument | None = None
        self._file: PdfFile | None = None
        self._written: Written | None = None
        self.preview = Preview(place, self)
        view.left.sections.wanted.connect(self._go_to)
        view.pages.moved.connect(self._follow)
        view.pages.wanted.connect(self.preview.pages.want)
        view.waiting.again_wanted.connect(self._again)
        self.preview.pages.drawn.connect(view.pages.show_picture)
        self.preview.shown.connect(self._show)
        self.preview.told.connect(self.tell)
        self.preview.failed.connect(self._failed)

    def show_document(self, document: MinutesDocument | None, *, stored: bool) -> None:
        """Show a document's pages; another document is read from its first page."""
        self._document = document
        of = None if document is None else (document.id, document.kind)
        if of != self._of:
            self._of, self._written = of, None
            self._show(None)
        self._show_sections()
        if document is None:
            self.preview.set_order(None)
        elif presenter.is_written(document):
            if not self._view.pages.pages and not self._view.waiting.offers_again:
                self._view.waiting.say(_("The pages are being made."), again=False)
            self.preview.set_order(order_of(document, stored=stored))
        else:
            self.preview.set_order(None)
            self._say(InvalidInput("document-language-not-written", language=document.language), again=False)

    def tell(self, written: Written) -> None:
        """Say what the records lack and what could not be printed, as the newest writing told it."""
        self._written = written
        self.say_notices()

    def say_notices(self) -> None:
        """Say it in the screen's language."""
        from exports.report import sentence  # noqa: PLC0415 - after the first paint

        written = self._written
        warnings = (
            [] if written is None else [sentence(each, translations(language())) for each in written.warnings]
        )
        gaps = () if written is None else written.gaps
        self._view.left.notices.show_lines(gap_rows(gaps), warnings)

    def _show(self, file: PdfFile | None) -> None:
        view, self._file = self._view, file
        view.show_pages(shown=file is not None)
        view.pages.show_file(file)
        self._show_sections()
        view.bar.follow()
        if file is None:
            view.waiting.say("", again=False)
        self._follow()
        self.pages_changed.emit(view.pages.pages)

    def _show_sections(self) -> None:
        document, file, left = self._document, self._file, self._view.left
        outline, pages = ((), 0) if file is None else (file.outline, len(file.sizes))
        rows = [] if document is None else contents_rows(document, outline, pages)
        left.sections.show_rows(rows)
        left.set_waiting(waiting=not rows)

    def _go_to(self, row: SectionRow) -> None:
        self._view.pages.go_to(row.first, row.top)

    def _follow(self) -> None:
        place = self._view.pages.reading
        self._view.left.sections.follow(place.page, place.down)

    def _failed(self, error: FacilitatorError) -> None:
        self._show(None)
        self._say(error, again=True)

    def _say(self, error: FacilitatorError, *, again: bool) -> None:
        from facilitator.messages import sentence  # noqa: PLC0415 - after the first paint

        self._view.waiting.say(sentence(error), again=again)

    def _again(self) -> None:
        self._view.waiting.say(_("The pages are being made."), again=False)
        self.preview.touch()
