"""A table that is as high as its rows, with its heading, its button to add, and what was refused."""

from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.domain.errors import FacilitatorError
from facilitator.domain.record import Record
from facilitator.i18n import _
from facilitator.messages import sentence
from ui.operator.cases.editing import CaseEditing
from ui.presenters.cases import Casebook
from ui.presenters.cases_tables import NEW, Table
from ui.theme.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.cell_table import CellTable
from ui.widgets.fields import InlineError
from ui.widgets.labels import heading, label


class Ledger(QWidget):
    """Rows that hang on one record. Typing in the last row adds one; Del takes a row out."""

    chosen = Signal(object)
    """Key of the row that a person chose."""

    opened = Signal(object)
    """Key of a row whose details a person asked for."""

    def __init__(
        self, theme: Theme, editing: CaseEditing, table: Table, *, row: int = 44, keeps: bool = False
    ) -> None:
        """Show rows of `row` px; with `keeps` the chosen one is marked without the keyboard in the table."""
        super().__init__()
        self._keeps = keeps
        self._editing = editing
        self._spec = table
        self._owner: Record | None = None
        self._row = row
        self.table = CellTable(theme, row=row)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.trouble = InlineError(theme)
        self._title = heading(theme)
        self._note = label(theme, role="meta", tone="ink_2", wrap=True)
        self._note.hide()
        self.add_button = Button(theme, " ", icon="plus", size="small")
        self.add_button.clicked.connect(self.add)
        self._arrange()
        self.table.cells.check = self._check
        self.table.cells.edited.connect(self._edit)
        self.table.trouble.connect(self.trouble.say)
        self.table.selected.connect(self.chosen)
        self.table.opened.connect(self._open)
        self.table.installEventFilter(self)

    def _arrange(self) -> None:
        self.top = QHBoxLayout()
        self.top.setContentsMargins(0, 0, 0, 6)
        self.top.addWidget(self._title, 1)
        self.top.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.top)
        for part in (self._note, self.trouble, self.table):
            column.addWidget(part)

    # Showing

    def show_rows(self, book: Casebook, owner: Record | None, *, read_only: bool = False) -> None:
        """Show the rows of a record; a `read_only` one cannot be typed into."""
        if (owner.id if owner else None) != (self._owner.id if self._owner else None):
            self.trouble.say("")
        self._owner = owner
        rows = self._spec.rows(book, owner)
        columns = self._spec.columns(book)
        if read_only:
            rows = [each for each in rows if each.key != NEW]
        self.table.set_choices(self._spec.choices(book, owner))
        self.table.show_table(columns, rows)
        self.table.setEnabled(owner is not None)
        self.add_button.setVisible(owner is not None and not read_only)
        head = self.table.horizontalHeader().sizeHint().height()
        height = head + sum(self.table.rowHeight(place) for place in range(len(rows))) + 2
        self.table.setFixedHeight(height)
        self.table.setProperty("read_only", read_only)
        self._mark()

    def set_note(self, words: str) -> None:
        """Say something below the heading, or nothing."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._title.setText(_(self._spec.title))
        self.table.setAccessibleName(_(self._spec.title))
        self.add_button.setText(_("Add"))
        self.add_button.setAccessibleName(_(self._spec.invite))
        self.add_button.setToolTip(_(self._spec.invite))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark the chosen row while the keyboard is in the table."""
        if watched is self.table and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._mark()
        return super().eventFilter(watched, event)

    def _mark(self) -> None:
        here = QApplication.focusWidget()
        inside = here is not None and (here is self.table or self.table.isAncestorOf(here))
        if self._keeps or inside:
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().select(self.table.currentIndex(), flags.ClearAndSelect | flags.Rows)
        else:
            self.table.clearSelection()

    def has_focus(self) -> bool:
        """Whether the keyboard is in the table."""
        here = self.focusWidget()
        return here is not None and here.hasFocus() and self.isAncestorOf(here)

    # What a person does

    def add(self) -> None:
        """Put the keyboard into the last row, to type another one."""
        if self.table.cells.place_of(NEW) >= 0:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.edit_cell(NEW, self._first())

    def _first(self) -> str:
        return self.table.cells.columns[0].key if self.table.cells.columns else ""

    def edit(self) -> None:
        """Edit the cell in which the keyboard is."""
        self.table.edit_current()

    def delete(self) -> None:
        """Take the chosen row out; it can be undone."""
        book, owner, key = self._editing.book, self._owner, self.table.chosen_key()
        if book is not None and owner is not None and key != NEW and not self.table.property("read_only"):
            self._editing.make(self._spec.removed(book, owner, key), self._say)

    def move_row(self, steps: int) -> None:
        """Move the chosen row up or down."""
        book, owner, key = self._editing.book, self._owner, self.table.chosen_key()
        if book is None or owner is None or self.table.property("read_only"):
            return
        change = self._spec.moved(book, owner, key, steps)
        if change is not None:
            self._editing.make(change, self._say)
            if isinstance(key, int):
                self._follow(key + steps)

    def _follow(self, place: int) -> None:
        """Keep the keyboard on a row that changes places with its neighbour."""
        index = self.table.cells.index(place, max(0, self.table.currentIndex().column()))
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(index, how)

    def _open(self, key: object) -> None:
        if key == NEW:
            self.add()
        else:
            self.opened.emit(key)

    def _edit(self, key: object, column: str, words: str) -> None:
        book, owner = self._editing.book, self._owner
        if book is not None and owner is not None:
            change = partial(self._spec.changed, book, owner, key, (column, words))
            self._editing.attempt(change, self._say)

    def _check(self, key: object, column: str, words: str) -> str:
        book, owner = self._editing.book, self._owner
        if book is None or owner is None:
            return ""
        try:
            self._spec.changed(book, owner, key, (column, words))
        except FacilitatorError as error:
            return sentence(error)
        return ""

    def _say(self, words: str) -> None:
        self.trouble.say(words)
        if words:
            announce(self, words)
