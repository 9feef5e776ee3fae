"""Home: where the cycle is, what was promised, and every alliance, cycle and workshop there is."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.agenda import Session
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Alliance, Cycle, PriorOutput, Workshop
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import CycleId, WorkshopId
from facilitator.domain.people import Organisation, Person
from facilitator.domain.plans import WorkItem
from facilitator.i18n import _, language
from ui.actions import install_actions, retranslate_actions
from ui.operator.home.editing import HomeEditing
from ui.operator.home.file_news import FileNews
from ui.operator.home.files import WorkshopFiles
from ui.operator.home.first_start import FirstStart
from ui.operator.home.view import HomeView
from ui.operator.shell.page import Page
from ui.presenters import home as presenter
from ui.presenters import shelf as outline
from ui.presenters.promises import commitments
from ui.presenters.shelf import RECORDS, Kind, ShelfRow
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.menu import Menu

_SHOWN = (Workshop, Cycle, Alliance, Session, WorkItem, PriorOutput, Organisation, Person)


class HomePage(Page):
    """Where one starts."""

    key = "home"

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._desk = desk
        self._cycle: CycleId | None = None
        self._fresh: WorkshopId | None = None
        self.view = HomeView(theme)
        self.first = FirstStart(theme)
        self.news = FileNews(theme)
        self.editing = HomeEditing(desk, self)
        self.files = WorkshopFiles(desk, self.news, self)
        self.new_menu = Menu(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self.news, self.first, self.view):
            whole.addWidget(part)
        self._connect()
        self._actions = install_actions(
            self, {"item.add": self._add, "item.delete": self._delete, "item.edit": self._rename}
        )
        self._show_parts()
        if desk.ready:
            self._opened()

    def _connect(self) -> None:
        self._desk.opened.connect(self._opened)
        self._desk.changed.connect(self._changed)
        thread, shelf, details = self.view.cycle, self.view.shelf, self.view.details
        thread.chosen.connect(self._open)
        thread.run_wanted.connect(partial(self.page_wanted.emit, "run"))
        thread.agenda_wanted.connect(partial(self.page_wanted.emit, "agenda"))
        thread.shelf_wanted.connect(partial(self.view.show_details, shown=False))
        thread.new.clicked.connect(self._offer_new)
        plan = self.view.commitments
        plan.work_plan_wanted.connect(partial(self.page_wanted.emit, "work_plan"))
        plan.table.opened.connect(lambda key: self.record_wanted.emit("work_plan", key, ""))
        plan.table.commitments.taken.connect(lambda key, on: self.editing.take_up(key, wanted=on))
        shelf.list.opened.connect(self._open_row)
        shelf.list.shelf.renamed.connect(self.editing.rename)
        shelf.details_wanted.connect(self._show_details)
        shelf.delete_wanted.connect(self._delete)
        shelf.cycle_wanted.connect(self._add_cycle)
        shelf.alliance_wanted.connect(self.editing.add_alliance)
        shelf.import_wanted.connect(self.files.ask_for_file)
        shelf.export_wanted.connect(self.files.ask_where_to_save)
        details.edited.connect(self._edit_details)
        details.left.connect(partial(self.view.show_details, shown=False))
        self.first.example_wanted.connect(self.files.open_example)
        self.first.workshop_wanted.connect(partial(self.editing.new_workshop, None))
        self.first.import_wanted.connect(self.files.ask_for_file)
        self.files.brought.connect(self._desk.open_workshop)
        self.editing.workshop_made.connect(self._open_made)
        self.editing.workshop_gone.connect(self._close_gone)
        self.editing.made.connect(self._name_made)
        self.editing.refused.connect(self._say)
        self.editing.accepted.connect(lambda field: self._say(field, None))

    # The page

    def title(self) -> str:
        """Return what the page is about."""
        return _("Learning cycles")

    def context(self) -> str:
        """Return the alliance whose cycle is shown."""
        cycle = self._desk.records.get(Cycle, self._cycle)
        alliance = self._desk.records.get(Alliance, cycle.alliance if cycle else None)
        return alliance.name.best(language()) if alliance else ""

    def regions(self) -> Sequence[QWidget]:
        """Return thread, commitments and outline."""
        if not self.view.isVisible():
            return (self.first,)
        return (self.news, self.view.cycle, self.view.commitments, self.view.side)

    def activated(self) -> None:
        """Follow the day: what is late today was not yesterday."""
        self._refresh()
        if self.first.isVisible():
            self.first.example.setFocus()

    def set_compact(self, *, compact: bool) -> None:
        """Give the outline less room."""
        self.view.set_compact(compact=compact)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.view.retranslate()
        self.first.retranslate()
        self.news.retranslate()
        retranslate_actions(self._actions.values())
        self._refresh()

    # Following what is stored

    def _opened(self) -> None:
        self._cycle = presenter.cycle_of(self._desk.records, self._desk.workshop_id)
        self._refresh()
        self.view.shelf.list.choose(self._desk.workshop_id)
        self.header_changed.emit()
        if self._fresh is not None and self._fresh == self._desk.workshop_id:
            self._fresh = None
            self._show_details()

    def _changed(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes.touches(*_SHOWN):
            self._refresh()
            self.header_changed.emit()

    def _show_parts(self) -> None:
        records = self._desk.records
        anything = any(records.where(kind) for kind in (Workshop, Cycle, Alliance))
        self.view.setVisible(self._desk.ready and anything)
        self.first.setVisible(self._desk.ready and not anything)

    def _refresh(self) -> None:
        self._show_parts()
        records, opened, now = self._desk.records, self._desk.workshop_id, self._desk.now()
        if records.get(Cycle, self._cycle) is None:
            self._cycle = presenter.cycle_of(records, opened)
        cycles = len(records.where(Cycle))
        shown = presenter.thread(records, self._cycle, opened, now, language())
        self.view.cycle.show_thread(shown, cycles)
        day = presenter.today(self._desk.workshop, now)
        rows = commitments(records, self._cycle, opened, day, language())
        self.view.commitments.show_rows(rows, can_take=self._desk.workshop is not None)
        self.view.shelf.show_rows(outline.shelf(records, opened, language()))
        self.view.shelf.set_can_export(possible=self._desk.workshop is not None)
        if self.view.shows_details:
            self._fill_details()

    # What a person does

    def _open(self, workshop: WorkshopId) -> None:
        if workshop == self._desk.workshop_id:
            self.page_wanted.emit("agenda")
        else:
            self._desk.open_workshop(workshop)

    def _open_row(self, row: ShelfRow) -> None:
        if row.kind == "workshop":
            self._open(WorkshopId(row.key))
        elif row.kind == "cycle":
            self._cycle = CycleId(row.key)
            self._refresh()
            self.header_changed.emit()
        else:
            self._show_details()

    def _offer_new(self) -> None:
        """Offer a new workshop from nothing or with the agenda of an earlier one."""
        self.new_menu.clear()
        empty = self.new_menu.addAction(_("With an empty agenda"))
        empty.triggered.connect(lambda _on=False: self.editing.new_workshop(self._cycle))
        for key, title in presenter.patterns(self._desk.records, language()):
            words = _("With the agenda of “{title}”").format(title=title).replace("&", "&&")
            action = self.new_menu.addAction(words)
            action.triggered.connect(
                lambda _on=False, key=key: self.editing.new_workshop(self._cycle, like=key)
            )
        button = self.view.cycle.new
        self.new_menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def _open_made(self, workshop: WorkshopId) -> None:
        self._fresh = workshop
        self._desk.open_workshop(workshop)

    def _close_gone(self, workshop: WorkshopId) -> None:
        """Put another workshop on the desk when the open one was deleted."""
        if workshop != self._desk.workshop_id:
            return

        def answered(found: object) -> None:
            self._desk.open_workshop(found)  # type: ignore[arg-type]  # what latest_workshop returns

        self._desk.ask(lambda workspace: workspace.latest_workshop(), answered)

    def _name_made(self, key: object) -> None:
        rows = self.view.shelf.list.shelf.rows
        made = next((row for row in rows if row.key == key), None)
        if made is not None:
            self.view.shelf.list.choose(made.key)
            self._show_details()

    def _add(self) -> None:
        """Add what belongs where the keyboard is: a cycle to an alliance, else a workshop to a cycle."""
        row = self.view.shelf.list.current
        if row is None or row.kind == "workshop":
            self.editing.new_workshop(self._cycle)
        elif row.kind == "cycle":
            self.editing.new_workshop(CycleId(row.key))
        else:
            self.editing.add_cycle(row.key)

    def _add_cycle(self) -> None:
        row = self.view.shelf.list.current
        alliances = self._desk.records.where(Alliance)
        if row is not None and row.kind == "alliance":
            self.editing.add_cycle(row.key)
        else:
            cycle = self._desk.records.get(Cycle, self._cycle)
            first = alliances[0].id if alliances else None
            self.editing.add_cycle(cycle.alliance if cycle is not None else first)

    def _delete(self) -> None:
        row = self.view.shelf.list.current
        if row is not None and self.view.shelf.isVisible():
            self.editing.delete(row)

    def _rename(self) -> None:
        shelf = self.view.shelf.list
        if self.view.shelf.isVisible() and shelf.currentIndex().isValid():
            shelf.setFocus()
            shelf.edit(shelf.currentIndex())

    # Details

    def _show_details(self) -> None:
        if self.view.shelf.list.current is not None:
            self._fill_details()
            self.view.show_details(shown=True)

    def _fill_details(self) -> None:
        row = self.view.shelf.list.current
        record = None if row is None else self._desk.records.get(RECORDS[row.kind], row.key)
        if row is None or record is None:
            self.view.show_details(shown=False)
            return
        values = outline.values(record, row.kind, language())
        choices = outline.choices(self._desk.records, language())
        self.view.details.show_record(row.kind, row.key, values, choices)

    def _edit_details(self, kind: Kind, key: UUID, name: str, value: str) -> None:
        record = self._desk.records.get(RECORDS[kind], key)
        if record is not None:
            self.editing.edit(record, name, value)

    def _say(self, field: str, error: FacilitatorError | None) -> None:
        from facilitator.messages import sentence  # noqa: PLC0415 - after the first paint

        words = "" if error is None else sentence(error)
        at_field = field in self.view.details.rows and self.view.shows_details
        self.view.trouble.say("" if at_field else words)
        if at_field:
            self.view.details.say(field, words)
