"""The matrix of the plan with its panel."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.domain.errors import FacilitatorError
from facilitator.i18n import _
from ui.operator.work_plan.editing import PlanEditing, sentence_of
from ui.operator.work_plan.panel import WorkItemPanel
from ui.operator.work_plan.parts_editing import PartsEditing
from ui.operator.work_plan.tabs import Tab
from ui.presenters import work_item_fields, work_plan_columns, work_plan_rows
from ui.presenters.cells import Column
from ui.presenters.work_plan import Choice, Plan
from ui.runtime.desk import Desk
from ui.theme.theme import Theme


class PlanTab(Tab):
    """All activities; the chosen one's fields in the panel when that is open."""

    origin_wanted = Signal(str, object)
    """The page or tab where an activity comes from, and the record there."""

    details_changed = Signal(bool)

    def __init__(self, theme: Theme, desk: Desk) -> None:
        self.editing = PlanEditing(desk)
        super().__init__(theme, self.editing)
        self.editing.setParent(self)
        self.parts = PartsEditing(desk, self)
        self.panel = WorkItemPanel(theme)
        self.panel.hide()
        self.choice = Choice()
        self._beside()
        self._connect()

    def _beside(self) -> None:
        self.column.removeWidget(self.table)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.table, 1)
        both.addWidget(self.panel)
        self.column.insertLayout(1, both, 1)

    def _connect(self) -> None:
        table, panel, parts = self.table, self.panel, self.parts
        table.cells.check = self.editing.check
        table.cells.edited.connect(self.editing.edit_item)
        table.selected.connect(self._selected)
        table.opened.connect(lambda _key: self.open_details())
        parts.refused.connect(self.refused)
        parts.accepted.connect(self.accepted)
        panel.escaped.connect(table.setFocus)
        panel.edited.connect(self.editing.edit_item)
        panel.origin_wanted.connect(self.origin_wanted)
        panel.close_wanted.connect(self.close_details)
        panel.delete_wanted.connect(self.delete)
        given, done = panel.contributions, panel.follow_ups
        given.added.connect(lambda key: parts.add_contribution(panel.shown, key))
        given.amount_edited.connect(lambda key, words: parts.edit_contribution(key, "amount", words))
        given.kind_chosen.connect(lambda key, kind: parts.edit_contribution(key, "kind", kind))
        given.removed.connect(parts.delete_contribution)
        done.added.connect(self._add_follow_up)
        done.edited.connect(parts.edit_follow_up)
        done.removed.connect(parts.delete_follow_up)

    # Showing

    def refresh(self, plan: Plan) -> None:
        """Show the plan."""
        super().refresh(plan)
        self.parts.plan = plan
        scale = work_plan_columns.scale(plan)
        rows = work_plan_rows.rows_of(plan, self.choice, scale)
        self.table.set_choices(work_item_fields.choices_of(plan))
        self.table.show_table(work_plan_columns.columns(plan, scale), rows)
        filtered = bool(self.choice.owner or self.choice.status)
        self._show_emptiness(empty=not plan.items)
        self.trouble.setVisible(bool(self.trouble.sentence))
        if not rows and filtered:
            self.trouble.say(_("No activity fits what is filtered by."))
        self._edit_fresh("activity")
        self._show_chosen()

    def _show_emptiness(self, *, empty: bool) -> None:
        super()._show_emptiness(empty=empty)
        if empty:
            self.panel.hide()

    def _show_chosen(self) -> None:
        item = self.editing.item(self.table.chosen_key())
        if self.plan is not None and item is not None and self.panel.isVisibleTo(self):
            self.panel.show_item(self.plan, item)

    def _selected(self, key: object) -> None:
        del key
        if self.panel.isVisibleTo(self):
            self.panel.commit()
        self.trouble.say("")
        self._show_chosen()

    def columns(self) -> list[Column]:
        """Return all columns, shown or not."""
        if self.plan is None:
            return []
        return work_plan_columns.columns(self.plan, work_plan_columns.scale(self.plan))

    # The panel

    def open_details(self, field: str = "") -> None:
        """Open the panel of the chosen activity and put the focus there, into a field if one is named."""
        if self.editing.item(self.table.chosen_key()) is None:
            return
        self.panel.show()
        self._show_chosen()
        self.panel.form.focus_field(field or "activity")
        self.details_changed.emit(True)

    def close_details(self) -> None:
        """Close the panel and give the focus back to the table."""
        self.panel.commit()
        self.panel.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.details_changed.emit(False)

    def refused(self, field: str, error: FacilitatorError) -> None:
        """Say at its field what was refused; without one, above the table."""
        if self.panel.isVisibleTo(self) and self.panel.say(field, sentence_of(error)):
            return
        super().refused(field, error)

    def accepted(self, field: str) -> None:
        """Say nothing any more, and write the value as the program writes it."""
        super().accepted(field)
        self.panel.say(field, "")
        self._show_chosen()

    def _add_follow_up(self) -> None:
        key = self.parts.add_follow_up(self.panel.shown)
        if key is not None:
            self.panel.follow_ups.open(key)

    # What a person does

    def add(self) -> None:
        """Add an activity at the end, and let it be typed."""
        self.commit()
        self.fresh = self.editing.add_item()

    def edit(self) -> None:
        """Edit the cell in which the keyboard is; what is no cell is edited in the panel."""
        if not self.panel.isAncestorOf(self.focusWidget() or self):
            self.table.edit_current()

    def delete(self) -> None:
        """Delete the chosen activity."""
        item = self.editing.item(self.table.chosen_key())
        if item is not None:
            self.editing.delete_item(item.id)

    def move_row(self, steps: int) -> None:
        """Move the chosen activity up or down in its group."""
        item = self.editing.item(self.table.chosen_key())
        if item is not None:
            self.editing.move_item(item.id, steps)

    def commit(self) -> None:
        """Store what is being typed in the panel."""
        if self.panel.isVisibleTo(self):
            self.panel.commit()

    def regions(self) -> list[QWidget]:
        """Return table and panel."""
        if self.empty.isVisibleTo(self):
            return [self.empty]
        return [self.table, self.panel] if self.panel.isVisibleTo(self) else [self.table]

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.table.setAccessibleName(_("Activities of the work plan"))
        self.panel.retranslate()
        self.empty.set_words(
            _("No activities yet"),
            _("Agreements, cards and reflections become activities here, with who, when and how much."),
            _("Add an activity"),
        )
