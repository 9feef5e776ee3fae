"""Work plan: who does what until when with whose money, what was agreed, what is parked, the budget."""

from collections.abc import Sequence
from functools import partial
from typing import Literal
from uuid import UUID

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Card
from facilitator.domain.change_theory import Indicator, Measurement
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Cycle, Workshop
from facilitator.domain.notes import Agreement, ParkingItem
from facilitator.domain.people import Organisation, Person
from facilitator.domain.places import zone_of
from facilitator.domain.plans import BudgetRevision, Contribution, FollowUp, WorkItem
from facilitator.domain.reflections import Reflection
from facilitator.i18n import _, language
from ui.actions import install_actions, key_hint, retranslate_actions
from ui.operator.shell.page import Page
from ui.operator.work_plan.budget_tab import BudgetTab
from ui.operator.work_plan.plan_tab import PlanTab
from ui.operator.work_plan.tabs import NotedTab, Tab
from ui.operator.work_plan.toolbar import WorkPlanToolbar
from ui.presenters import commitments, work_item_fields, work_plan
from ui.presenters.work_plan import Choice, Plan
from ui.runtime.desk import Desk
from ui.stage.director import StageDirector
from ui.theme.theme import Theme
from ui.widgets.buttons import page_action
from ui.widgets.empty_state import EmptyState

SHOWN = (
    WorkItem, Contribution, FollowUp, BudgetRevision, Agreement, ParkingItem, Organisation, Person, Workshop,
    Cycle, Indicator, Measurement, Session, Card, Reflection,
)  # fmt: skip
"""Records whose change may change what the page says."""


class WorkPlanPage(Page):
    """Commitments of the cycle, in four tables."""

    key = "work_plan"

    def __init__(self, theme: Theme, desk: Desk, stage: StageDirector, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._desk = desk
        self._stage = stage
        self._plan: Plan | None = None
        self._tab = "plan"
        self.toolbar = WorkPlanToolbar(theme)
        self.plan_tab = PlanTab(theme, desk)
        self.agreements = NotedTab(theme, desk, "agreements")
        self.parking = NotedTab(theme, desk, "parking")
        self.budget = BudgetTab(theme, desk)
        self.tabs: dict[str, Tab] = {
            "plan": self.plan_tab,
            "agreements": self.agreements,
            "parking": self.parking,
            "budget": self.budget,
        }
        self.empty = EmptyState(theme, icon="house")
        self._views = QStackedWidget()
        self._arrange()
        self._add = page_action("", partial(self._do, "add"), icon="plus", kind="primary")
        self._show = page_action("", self.show_on_stage, icon="projector")
        self._to_plan = page_action("", partial(self._do, "to_plan"), icon="chart-no-axes-gantt")
        self._actions = install_actions(
            self,
            {
                "item.edit": partial(self._do, "edit"),
                "item.add": partial(self._do, "add"),
                "item.delete": self._delete,
                "item.move_up": lambda: self.tab.move_row(-1),
                "item.move_down": lambda: self.tab.move_row(1),
                "item.to_work_plan": partial(self._do, "to_plan"),
            },
        )
        self._connect()

    def _arrange(self) -> None:
        for tab in self.tabs.values():
            self._views.addWidget(tab)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self._views, 1)
        column.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self._desk.opened.connect(self._opened)
        self._desk.changed.connect(self._changed)
        bar = self.toolbar
        bar.tab_chosen.connect(self.show_tab)
        bar.filtered.connect(self._filter)
        bar.hidden_changed.connect(self.plan_tab.table.set_hidden)
        bar.details_toggled.connect(self._toggle_details)
        self.plan_tab.details_changed.connect(bar.details.setChecked)
        self.plan_tab.origin_wanted.connect(self._go)
        self.empty.acted.connect(lambda: self.page_wanted.emit("home"))

    def _do(self, what: Literal["add", "edit", "to_plan"]) -> None:
        getattr(self.tab, what)()

    @property
    def tab(self) -> Tab:
        """The table that is shown."""
        return self.tabs[self._tab]

    # The page

    def title(self) -> str:
        """Return the plan's months."""
        return work_plan.title(self._plan)

    def context(self) -> str:
        """Return how many activities bind whom."""
        return work_plan.context(self._plan)

    def header_actions(self) -> Sequence[QAction]:
        """Return showing the plan, or taking a row into it, and adding a row."""
        if self._plan is None:
            return ()
        return (self._to_plan if self._tab in {"agreements", "parking"} else self._show, self._add)

    def regions(self) -> Sequence[QWidget]:
        """Return toolbar, table and panel."""
        if self._plan is None:
            return (self.empty,)
        if self._tab == "plan":
            return (self.toolbar, *self.plan_tab.regions())
        return (self.toolbar, self.tab)

    def undo_area(self) -> QRect:
        """Leave the panel free."""
        panel = self.plan_tab.panel
        return self.rect().adjusted(0, 0, -panel.width() if panel.isVisible() else 0, 0)

    def activated(self) -> None:
        """Put the focus on the table."""
        self._refresh()
        self.header_changed.emit()
        part = self.empty.button if self._plan is None else self.tab.part_for_focus()
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_compact(self, *, compact: bool) -> None:
        """Follow the window's layout."""
        self.toolbar.set_compact(compact=compact)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.toolbar.retranslate()
        self._show.setText(_("Show on stage"))
        self._to_plan.setText(_("To the work plan"))
        self._to_plan.setProperty("key_hint", "")
        self.empty.set_words(
            _("No workshop is open"), _("Open a workshop on Home, or make a new one."), _("Go to Home")
        )
        for tab in self.tabs.values():
            tab.retranslate()
        retranslate_actions(self._actions.values())
        self._refresh()

    # Following what is stored

    def _opened(self) -> None:
        if self.isVisible():
            self._refresh()
            self.header_changed.emit()

    def _changed(self, changes: ChangeSet) -> None:
        if self.isVisible() and changes.touches(*SHOWN):  # else it is read again when it is shown
            self._refresh()
            self.header_changed.emit()

    def _refresh(self) -> None:
        workshop = self._desk.workshop
        self.toolbar.setVisible(workshop is not None)
        self._views.setVisible(workshop is not None)
        self.empty.setVisible(workshop is None)
        if workshop is None:
            self._plan = None
            return
        today = self._desk.now().astimezone(zone_of(workshop)).date()
        plan = self._plan = work_plan.plan_of(self._desk.records, workshop, today, language())
        self.toolbar.show_tab(self._tab, self._tab_labels(plan))
        choices = work_item_fields.choices_of(plan)
        self.toolbar.offer(choices["responsible"][1:], choices["status"])
        self.tab.refresh(plan)
        self.toolbar.offer_columns(self.plan_tab.columns())
        self._add.setText(self._add_words())
        self._add.setProperty("key_hint", key_hint("item.add"))

    def _tab_labels(self, plan: Plan) -> list[tuple[str, str]]:
        undecided = commitments.undecided(plan)
        parking = _("Parking lot, {n} undecided").format(n=undecided) if undecided else _("Parking lot")
        return [
            ("plan", _("Activities")),
            ("agreements", _("Agreements")),
            ("parking", parking),
            ("budget", _("Budget")),
        ]

    def _add_words(self) -> str:
        return {
            "plan": _("Activity"),
            "agreements": _("Agreement"),
            "parking": _("Matter"),
            "budget": _("Budget line"),
        }[self._tab]

    # What a person does

    def show_tab(self, key: str) -> None:
        """Show one of the tables: "plan", "agreements", "parking" or "budget"."""
        self.tab.commit()
        self._tab = key
        self._views.setCurrentWidget(self.tab)
        self._refresh()
        self.header_changed.emit()

    def show_record(self, record: UUID, field: str = "") -> None:
        """Show an activity, an agreement or something parked in its own table, whatever was filtered."""
        found = self._desk.records.find(record)
        tab = "agreements" if isinstance(found, Agreement) else "plan"
        self.toolbar.forget_filters()
        self.plan_tab.choice = Choice()
        self.show_tab("parking" if isinstance(found, ParkingItem) else tab)
        self.tab.show_row(record, field)

    def show_on_stage(self) -> None:
        """Let the room see the plan."""
        self._stage.show("work_plan")

    def _filter(self) -> None:
        bar = self.toolbar
        self.plan_tab.choice = Choice(bar.owner.current_key(), bar.status.current_key())
        self.plan_tab.trouble.say("")
        self._refresh()

    def _toggle_details(self, shown: bool) -> None:
        if shown:
            self.plan_tab.open_details()
        else:
            self.plan_tab.close_details()

    def _go(self, key: str, record: UUID | None) -> None:
        if record is None:
            if key in self.tabs:
                self.show_tab(key)
            else:
                self.page_wanted.emit(key)
        elif key in self.tabs:
            self.show_record(record)
        else:
            self.record_wanted.emit(key, record, "")

    def _delete(self) -> None:
        if self.tab.table.hasFocus():
            self.tab.delete()
