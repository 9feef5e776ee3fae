"""The sheet of a case."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.cases import Case
from facilitator.i18n import _
from ui.operator.cases.editing import CaseEditing
from ui.operator.cases.form import RecordForm
from ui.operator.cases.part import Part, Scroller
from ui.presenters import cases_sheet as presenter
from ui.presenters.cases import Casebook
from ui.presenters.cases_tables import Remove
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.fields import InlineError

WIDEST = 760


class SheetPart(Part):
    """Every field of the case."""

    def __init__(self, theme: Theme, editing: CaseEditing) -> None:
        super().__init__(theme, editing)
        self.form = RecordForm(theme, editing, presenter.CASE)
        self.form.setMaximumWidth(WIDEST)
        self.forms = [self.form]
        self.trouble = InlineError(theme)
        self.remove = Button(theme, " ", icon="trash-2", kind="quiet", size="small")
        self.remove.clicked.connect(self.remove_case)
        scroller = Scroller(spacing=16)
        scroller.column.addWidget(self.form)
        scroller.column.addWidget(self.trouble)
        scroller.column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroller)

    def refresh(self, book: Casebook) -> None:
        """Show the open case."""
        super().refresh(book)
        if book.case is not None:
            self.form.show_record(book, book.case, presenter.choices_of(book))

    def remove_case(self) -> None:
        """Put the case into the bin with all that hangs on it; it can be undone."""
        if self.book is not None and self.book.case is not None:
            self.editing.make(Remove(Case, self.book.case.id), self.trouble.say)

    def part_for_focus(self) -> QWidget:
        """Return the first field."""
        return self.form.fields["chain"]

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        super().retranslate()
        self.remove.setText(_("Delete this case"))
