"""Minutes: the real pages of a workshop's documents, what they lack, and the way out to a file."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import DocumentTemplate, MinutesDocument
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.people import Person
from facilitator.i18n import LANGUAGES, _
from ui.actions import install_actions, retranslate_actions
from ui.operator.minutes.editing import DocumentEditing
from ui.operator.minutes.export_part import ExportPart
from ui.operator.minutes.pages_part import PagesPart, order_of
from ui.operator.minutes.read_back import ReadBack
from ui.operator.minutes.section_part import SectionPart
from ui.operator.minutes.view import MinutesView
from ui.operator.shell.banner import BannerArea
from ui.operator.shell.page import Page
from ui.presenters import minutes as presenter
from ui.presenters import minutes_files as files
from ui.runtime.desk import Desk
from ui.runtime.export_job import ExportOrder
from ui.stage.director import StageDirector
from ui.theme.theme import Theme
from ui.widgets.buttons import page_action
from ui.widgets.empty_state import EmptyState


class MinutesPage(Page):
    """Documents and sections, pages, options."""

    key = "minutes"

    def __init__(self, theme: Theme, desk: Desk, stage: StageDirector, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._desk = desk
        self.editing = DocumentEditing(desk, self)
        self.view = MinutesView(theme)
        self.document_pages = PagesPart(desk.place, self.view, self)
        self.preview = self.document_pages.preview
        self.sections = SectionPart(desk, self.editing, self.view.left, self)
        self.empty = EmptyState(theme)
        self.banners = BannerArea(theme)
        self.output = ExportPart(desk, self.view.options.export, self.banners, self.preview.pages, self)
        self.read_back = ReadBack(theme, stage)
        self._forms = page_action("", partial(self.page_wanted.emit, "evaluation"), icon="circle-check")
        self._read_back = page_action("", self.read_back.begin, icon="projector")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banners)
        column.addWidget(self.read_back)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        self._refreshing = QTimer(self, singleShot=True, interval=0)  # a turn of its own, after the stage
        self._refreshing.timeout.connect(self._refresh)
        self._connect()
        self._actions = install_actions(
            self,
            {
                "file.export": self.export,
                "item.add": self._add_by_key,
                "item.edit": self.sections.edit_words,
                "item.move_up": partial(self.sections.move, -1),
                "item.move_down": partial(self.sections.move, 1),
                "item.delete": self._delete_by_key,
            },
        )
        self._refresh()

    def _connect(self) -> None:
        self._desk.opened.connect(self._opened)
        self._desk.changed.connect(self._changed)
        left, options = self.view.left, self.view.options
        left.documents.chosen.connect(self.editing.show)
        left.add_wanted.connect(self.editing.add)
        left.delete_wanted.connect(self.editing.delete)
        left.notices.record_wanted.connect(self.record_wanted)
        options.edited.connect(self.editing.change)
        self.editing.shown_changed.connect(self._refresh)
        self.editing.refused.connect(self._say)
        self.editing.accepted.connect(lambda name: options.say(name, ""))
        self.document_pages.pages_changed.connect(self._pages_changed)
        self.output.wanted.connect(self.export)
        self.output.written.connect(self.document_pages.tell)
        self.read_back.ended.connect(self.activated)
        self.empty.acted.connect(partial(self.page_wanted.emit, "home"))

    # The page

    def title(self) -> str:
        """Return what the page is about."""
        return _("Minutes")

    def context(self) -> str:
        """Return the workshop, and how long its document is."""
        document = self.editing.current
        if document is None:
            return ""
        return files.context(self._desk.workshop, self.view.pages.pages, document.paper)

    def header_actions(self) -> Sequence[QAction]:
        """Offer to show the agreements to the room."""
        return (self._read_back, self._forms) if self._desk.workshop is not None else ()

    def regions(self) -> Sequence[QWidget]:
        """Return the columns."""
        if self.view.isHidden():
            return (self.empty,)
        return (self.read_back, self.view.left, self.view.pages, self.view.options)

    def undo_area(self) -> QRect:
        """Keep the undo bar above the bar of the pages."""
        if self.view.isHidden():
            return self.rect()
        left, right = self.view.left.geometry(), self.view.options.geometry()
        above = self.view.bar.height() + 16
        top = self.view.geometry().top()
        return QRect(left.right(), top, right.left() - left.right(), self.view.height() - above)

    def set_compact(self, *, compact: bool) -> None:
        """Follow the window; the columns follow the theme's measures by themselves."""
        del compact

    def activated(self) -> None:
        """Follow the day, look whether the last file is still there, and let the keys turn pages."""
        self._refresh()
        self.output.look()
        if self.view.isVisible():
            pages = self.view.pages
            (pages if pages.isVisible() else self.view.left.documents).setFocus()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._forms.setText(_("Evaluation forms"))
        self._forms.setToolTip(_("Type in the paper forms of the evaluation"))
        self._read_back.setText(_("Read back on stage"))
        self._read_back.setToolTip(_("Show the agreements on stage, to read back what was agreed"))
        self.read_back.retranslate()
        self.view.retranslate()
        self.empty.set_words(
            _("No workshop is open"),
            _("The minutes write themselves from what a workshop leaves: cards, reflections, agreements."),
            _("Open a workshop"),
        )
        self.banners.retranslate()
        retranslate_actions(self._actions.values())
        self._refresh()
        self.output.show_target()
        self.preview.touch()

    # Following

    def _opened(self) -> None:
        self.editing.forget()
        self.output.begin_anew()
        self._refresh()
        self.preview.touch()

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(MinutesDocument, DocumentTemplate, Workshop, Person):
            self._refreshing.start()
        if changes.changes:
            self.preview.touch()

    def _refresh(self) -> None:
        document, workshop = self.editing.current, self._desk.workshop
        there = document is not None and workshop is not None
        self.view.setVisible(there)
        self.empty.setVisible(self._desk.ready and not there)
        if document is None or workshop is None:
            self.document_pages.show_document(None, stored=False)
            self.sections.show_document(None)
            self.header_changed.emit()
            return
        left = self.view.left
        left.documents.show_rows(presenter.document_rows(self.editing.documents), document.id)
        left.delete.setEnabled(self.editing.can_be_deleted)
        self.view.options.show_document(self._desk.records, document)
        self.view.options.export.set_possible(possible=presenter.is_written(document))
        self.output.paper = document.paper
        self.output.exporting.propose(document.id, files.file_name(workshop, document))
        self.document_pages.say_notices()
        self.document_pages.show_document(document, stored=self.editing.is_stored)
        self.sections.show_document(document)
        self.header_changed.emit()

    def _pages_changed(self, pages: int) -> None:
        self.output.exporting.pages_expected = pages
        self.header_changed.emit()

    # Documents

    def _delete_by_key(self) -> None:
        if self.view.left.documents.hasFocus():
            self.editing.delete()
        elif self.view.left.sections.hasFocus():
            self.sections.delete()

    def _add_by_key(self) -> None:
        if self.view.left.sections.hasFocus():
            self.sections.add_text()
        else:
            self.editing.add()

    def _say(self, name: str, error: FacilitatorError) -> None:
        from facilitator.messages import sentence  # noqa: PLC0415 - after the first paint

        if not self.view.options.say(name, sentence(error)):
            self._desk.failed.emit(error)

    # Export

    def export(self) -> None:
        """Write the document to its file."""
        document = self.editing.current
        if document is not None and presenter.is_written(document):
            self.view.options.export.name.commit()
            order = order_of(document, stored=self.editing.is_stored)
            self.output.exporting.start(order, self._other_editions(document))

    def _other_editions(self, document: MinutesDocument) -> dict[str, ExportOrder]:
        """Return the document in its other languages, by the names proposed, where every one is wanted."""
        workshop = self._desk.workshop
        if workshop is None or not self.view.options.both:
            return {}
        others = [replace(document, language=each) for each in LANGUAGES if each != document.language]
        stored = self.editing.is_stored
        return {files.file_name(workshop, each): order_of(each, stored=stored) for each in others}

    # Coming and going

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the pages true while somebody sees them."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self.preview.set_live(live=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while another page is shown."""
        super().hideEvent(event)
        if not event.spontaneous():  # else the desktop only put the window aside
            self.preview.set_live(live=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End everything when the window closes, whichever page it shows."""
        if event.type() is QEvent.Type.Hide and watched is self.window() and not event.spontaneous():
            self._end()
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        self.output.exporting.end()
        self.preview.end()
