"""Revisions of the budget: one of them as a table, its number, date and reason, and who approved it."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.errors import FacilitatorError
from facilitator.domain.ids import PersonId, new_id
from facilitator.domain.plans import BudgetRevision
from facilitator.domain.typed import typed_date
from facilitator.i18n import N_, _
from ui.operator.work_plan.editing import Editing, sentence_of
from ui.operator.work_plan.tabs import Tab
from ui.presenters import budget
from ui.presenters.forms import FieldSpec
from ui.presenters.wording import reworded, shown
from ui.presenters.work_item_fields import near, people_items
from ui.presenters.work_plan import Plan
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice
from ui.widgets.field_form import FieldForm
from ui.widgets.fields import FieldRow
from ui.widgets.labels import label

_SPECS = (
    FieldSpec("date", N_("Date"), row=1),
    FieldSpec("reason", N_("Reason for the revision"), "area", row=1),
)


class BudgetTab(Tab):
    """One revision at a time; an approved one can only be read."""

    def __init__(self, theme: Theme, desk: Desk) -> None:
        self.editing = Editing(desk)
        super().__init__(theme, self.editing, row=41)
        self.editing.setParent(self)
        self.revision: BudgetRevision | None = None
        self._wanted: UUID | None = None
        self.choice = Choice()
        self.new = Button(theme, " ", icon="plus")
        self.approver = Choice()
        self.form = FieldForm(theme, _SPECS)
        self._which = FieldRow(theme, "", self.choice)
        self._who = FieldRow(theme, "", self.approver)
        self.said = label(theme, role="meta", tone="ok", wrap=True)
        self._top = self._lay_top()
        self.column.insertWidget(1, self._top)
        self.choice.chosen.connect(self._choose)
        self.new.clicked.connect(self._start)
        self.approver.chosen.connect(self._approve)
        self.form.edited.connect(self._edit_field)
        self.table.cells.edited.connect(self._edit_cell)
        self.table.cells.check = self._check

    def _lay_top(self) -> QWidget:
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(20, 4, 20, 12)
        row.setSpacing(12)
        top_edge = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._which, 0, top_edge)
        row.addWidget(self.form, 2)
        row.addWidget(self._who, 0, top_edge)
        approved = QVBoxLayout()
        approved.setSpacing(6)
        approved.addWidget(self.said)
        approved.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(approved, 1)
        return top

    def refresh(self, plan: Plan) -> None:
        """Show the revision that was chosen, else the last one."""
        super().refresh(plan)
        found = budget.revisions_of(plan)
        keys = {each.id: each for each in found}
        self.revision = keys.get(self._wanted) if self._wanted else None
        if self.revision is None and found:
            self.revision = found[-1]
        self._show_emptiness(empty=not found)
        if self.revision is None:
            return
        self.choice.set_items(budget.items(found))
        self.choice.set_key(str(self.revision.id))
        self.table.set_choices({"source": budget.source_items(plan)})
        self.table.show_table(budget.columns(self.revision), budget.rows(plan, self.revision))
        self._show_fields(plan, self.revision)

    def _show_emptiness(self, *, empty: bool) -> None:
        super()._show_emptiness(empty=empty)
        self._top.setVisible(not empty)

    def _show_fields(self, plan: Plan, revision: BudgetRevision) -> None:
        is_open = revision.approved_by is None
        date = plan.formats.short_day(revision.date) if revision.date else ""
        self.form.show_values(revision.id, {"date": date, "reason": shown(revision.reason, plan.language)})
        for name in ("date", "reason"):
            self.form.set_enabled(name, enabled=is_open)
        self.approver.set_items(
            [("", _("Nobody yet")), *(each for each in people_items(plan.records, "")[1:])]
        )
        self.approver.set_key("")
        self._who.setVisible(is_open)
        self.new.setVisible(not is_open)
        self.said.setText(budget.approval(plan, revision))
        self.said.setVisible(not is_open)

    def refused(self, field: str, error: FacilitatorError) -> None:
        """Say it at its field, else above the table."""
        if not self.form.say(field, sentence_of(error)):
            super().refused(field, error)

    def accepted(self, field: str) -> None:
        """Say nothing any more."""
        super().accepted(field)
        self.form.say(field, "")
        if self.plan is not None and self.revision is not None:
            self._show_fields(self.plan, self.revision)

    def _choose(self, key: str) -> None:
        self.commit()
        self._wanted = UUID(key)
        if self.plan is not None:
            self.refresh(self.plan)

    def _edit_field(self, key: UUID, name: str, value: str) -> None:
        plan = self.plan
        revision = None if plan is None else plan.records.get(BudgetRevision, key)
        if revision is None or plan is None:
            return

        def act() -> None:
            fields: dict[str, object] = {}
            if name == "reason":
                fields["reason"] = reworded(revision.reason, value, plan.language, self.editing.text)
            else:
                found = typed_date(value, near(plan))
                fields["date"] = found.first_day() if found is not None else None
            self.editing.perform(lambda work: work.budgets.revise(revision.id, **fields), name)

        self.editing.attempt(name, act)

    def _edit_cell(self, key: object, name: str, value: str) -> None:
        revision = self.revision
        if revision is None:
            return

        def act() -> None:
            lines = budget.changed_lines(revision, key, name, value)
            self.editing.perform(lambda work: work.budgets.revise(revision.id, lines=lines), name)

        self.editing.attempt(name, act)

    def _check(self, key: object, name: str, words: str) -> str:
        if self.revision is None:
            return ""
        try:
            budget.changed_lines(self.revision, key, name, words)
        except FacilitatorError as error:
            return sentence_of(error)
        return ""

    def _approve(self, person: str) -> None:
        revision, plan = self.revision, self.plan
        self.approver.set_key("")
        if person and revision is not None and plan is not None:
            key = PersonId(UUID(person))
            self.editing.perform(lambda work: work.budgets.approve(revision.id, key, plan.today))

    def _start(self) -> None:
        plan = self.plan
        if plan is not None:
            self.commit()
            key = self._wanted = new_id()
            workshop, currency = plan.workshop.id, plan.currency
            self.editing.perform(lambda work: work.budgets.start_revision(workshop, key, currency))

    def add(self) -> None:
        """Add a line to an open revision, else start a revision."""
        if self.revision is None or self.revision.approved_by is not None:
            self._start()
        else:
            self.table.setFocus()
            self.table.edit_cell(budget.NEW, "source")

    def delete(self) -> None:
        """Take the chosen line out of an open revision."""
        revision, key = self.revision, self.table.chosen_key()
        if revision is not None and isinstance(key, int):
            lines = budget.without_line(revision, key)
            self.editing.perform(lambda work: work.budgets.revise(revision.id, lines=lines))

    def commit(self) -> None:
        """Store what is being typed."""
        self.form.commit()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.form.retranslate()
        self.table.setAccessibleName(_("Budget revision"))
        self._which.set_words(_("Revision"))
        self._who.set_words(_("Approved by"))
        self.new.setText(_("New revision"))
        self.empty.set_words(
            _("No budget revision yet"),
            _("A revision starts from what is contributed now, and keeps what was before."),
            _("Start a revision"),
        )
