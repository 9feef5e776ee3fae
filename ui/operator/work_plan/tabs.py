"""The four tables of the Work plan page: what each shows, adds, changes and deletes."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.errors import FacilitatorError
from facilitator.i18n import _
from ui.operator.work_plan.editing import Editing, sentence_of
from ui.operator.work_plan.noted_editing import NotedEditing
from ui.presenters import commitments
from ui.presenters.work_plan import Plan
from ui.runtime.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.cell_table import CellTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import InlineError

ROW = 53


class Tab(QWidget):
    """A table with the line that says what was refused, and what stands there while it is empty."""

    fresh_wanted = Signal()

    def __init__(self, theme: Theme, editing: Editing, *, row: int = ROW) -> None:
        super().__init__()
        self.theme = theme
        self._editing = editing
        self.plan: Plan | None = None
        self.fresh: UUID | None = None
        """Key of what was added just now: its words are edited once it is there."""
        self.table = CellTable(theme, row=row)
        self.trouble = InlineError(theme)
        self.trouble.setContentsMargins(20, 0, 20, 6)
        self.empty = EmptyState(theme, icon="plus")
        self.empty.acted.connect(self.add)
        self.table.trouble.connect(self.trouble.say)
        editing.refused.connect(self.refused)
        editing.accepted.connect(self.accepted)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        for part in (self.trouble, self.table, self.empty):
            self.column.addWidget(part, 0 if part is self.trouble else 1)

    def refused(self, field: str, error: FacilitatorError) -> None:
        """Say what was refused above the table."""
        del field
        self.trouble.say(sentence_of(error))
        announce(self, sentence_of(error))

    def accepted(self, field: str) -> None:
        """Say nothing any more."""
        del field
        self.trouble.say("")

    def refresh(self, plan: Plan) -> None:
        """Show what is stored."""
        self.plan = self._editing.plan = plan

    def _show_emptiness(self, *, empty: bool) -> None:
        self.table.setVisible(not empty)
        self.empty.setVisible(empty)

    def _edit_fresh(self, column: str) -> None:
        if self.fresh is not None and self.table.cells.place_of(self.fresh) >= 0:
            key, self.fresh = self.fresh, None
            self.table.setFocus()
            self.table.edit_cell(key, column)

    def part_for_focus(self) -> QWidget:
        """Return what takes the focus when the table is shown."""
        return self.empty.button if self.empty.isVisibleTo(self) else self.table

    def add(self) -> None:
        """Add a row."""

    def edit(self) -> None:
        """Edit the cell in which the keyboard is."""
        self.table.edit_current()

    def delete(self) -> None:
        """Delete the chosen row; it can be undone."""

    def move_row(self, steps: int) -> None:
        """Move the chosen row where order matters."""

    def to_plan(self) -> None:
        """Make an activity of the chosen row."""

    def show_row(self, key: UUID, column: str = "") -> None:
        """Choose a row, with the keyboard in one of its cells."""
        self.table.choose(key, column)
        self.part_for_focus().setFocus()

    def commit(self) -> None:
        """Store what is being typed."""

    def retranslate(self) -> None:
        """Say everything in the screen's language."""


class NotedTab(Tab):
    """Agreements, or the parking lot."""

    def __init__(self, theme: Theme, desk: Desk, kind: str) -> None:
        self.editing = NotedEditing(desk)
        super().__init__(theme, self.editing)
        self.editing.setParent(self)
        self._kind = kind
        self.table.cells.check = self.editing.check_noted
        self.table.cells.edited.connect(self.editing.edit_noted)

    def refresh(self, plan: Plan) -> None:
        """Show what was noted."""
        super().refresh(plan)
        agreements = self._kind == "agreements"
        rows = commitments.agreement_rows(plan) if agreements else commitments.parking_rows(plan)
        columns = commitments.agreement_columns() if agreements else commitments.parking_columns()
        self.table.set_choices(commitments.choices_of(plan))
        self.table.show_table(columns, rows)
        self._show_emptiness(empty=not rows)
        self._edit_fresh("text")

    def add(self) -> None:
        """Write down another one, and let it be typed."""
        agreements = self._kind == "agreements"
        self.fresh = self.editing.add_agreement() if agreements else self.editing.add_parked()

    def delete(self) -> None:
        """Delete the chosen one."""
        self.editing.delete_noted(self.table.chosen_key())

    def to_plan(self) -> None:
        """Make an activity of the chosen one, once."""
        self.editing.noted_to_plan(self.table.chosen_key())

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        if self._kind == "agreements":
            self.table.setAccessibleName(_("Agreements"))
            self.empty.set_words(
                _("No agreements yet"),
                _("What the workshop agrees is written here, with who and by when."),
                _("Write an agreement"),
            )
        else:
            self.table.setAccessibleName(_("Parking lot"))
            self.empty.set_words(
                _("Nothing is parked"),
                _("Matters that are set aside for later wait here until somebody decides."),
                _("Set something aside"),
            )
