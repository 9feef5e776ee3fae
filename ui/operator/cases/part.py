"""What every part of the Cases page is, and the frame in which its sections scroll."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.operator.cases.editing import CaseEditing
from ui.operator.cases.ledger import Ledger
from ui.presenters.cases import Casebook
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.operator.cases.form import RecordForm

MARGIN = 24


class Part(QWidget):
    """One part of the page. `forms` and `ledgers` are what it shows of the record that is open."""

    needs_case: ClassVar[bool] = True
    """Whether there is nothing to show while no case is open."""

    insert_adds: ClassVar[bool] = True
    """Whether Ins does what the header's button does."""

    def __init__(self, theme: Theme, editing: CaseEditing) -> None:
        super().__init__()
        self.theme = theme
        self.editing = editing
        self.book: Casebook | None = None
        self.forms: list[RecordForm] = []
        self.ledgers: list[Ledger] = []

    def refresh(self, book: Casebook) -> None:
        """Show what is stored."""
        self.book = book

    def ledger(self) -> Ledger | None:
        """Return the table in which the keyboard is, else the first that is shown."""
        shown = [each for each in self.ledgers if each.isVisibleTo(self)]
        return next((each for each in shown if each.has_focus()), shown[0] if shown else None)

    def add_words(self) -> str:
        """Return the words of the header's button, empty for none."""
        return ""

    def add(self) -> None:
        """Add what the part is mostly made of."""

    def insert(self) -> None:
        """Add a row where the keyboard is, else what the part is mostly made of."""
        found = next((each for each in self.ledgers if each.has_focus()), None)
        if found is not None:
            found.add()
        else:
            self.add()

    def edit(self) -> None:
        """Edit the cell in which the keyboard is."""
        found = self.ledger()
        if found is not None:
            found.edit()

    def delete(self) -> None:
        """Delete the row in which the keyboard is."""
        found = next((each for each in self.ledgers if each.table.hasFocus()), None)
        if found is not None:
            found.delete()

    def move_row(self, steps: int) -> None:
        """Move the row in which the keyboard is."""
        found = next((each for each in self.ledgers if each.table.hasFocus()), None)
        if found is not None:
            found.move_row(steps)

    def part_for_focus(self) -> QWidget:
        """Return what takes the focus when the part is shown."""
        found = self.ledger()
        return self if found is None else found.table

    def regions(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through."""
        return (self,)

    def commit(self) -> None:
        """Store what is being typed."""
        for form in self.forms:
            form.commit()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        for form in self.forms:
            form.retranslate()
        for ledger in self.ledgers:
            ledger.retranslate()


class Scroller(QScrollArea):
    """A column of sections that scrolls up and down only."""

    def __init__(self, *, spacing: int = 28) -> None:
        super().__init__()
        inner = QWidget()
        inner.setProperty("scrolled", True)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(MARGIN, 16, MARGIN, 24)
        self.column.setSpacing(spacing)
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
