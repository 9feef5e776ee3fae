"""The view of a table of cells: chosen by row, edited in place, toggled with Space or a click."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from ui.models.cell_table import CellTableModel
from ui.presenters.cells import Column, Row, fitting, widths
from ui.theme.theme import Theme
from ui.widgets.cell_delegate import ENTER, CellDelegate, Items
from ui.widgets.cell_header import CellHeader
from ui.widgets.tables import Table, style_table

GROUP_ROW: Final = 44


class CellTable(Table):
    """A table of rows that a presenter made."""

    selected = Signal(object)
    """Key of the row that a person chose."""

    toggled = Signal(object, str)
    """Key and column of a cell that a person toggled."""

    opened = Signal(object)
    """Key of the row whose details a person asked for: Enter on a cell that cannot be typed into."""

    typed = Signal(object, str, str)
    """Key, column and letter that was typed on a cell that toggles."""

    trouble = Signal(str)
    """What is wrong with what is being typed, or nothing any more."""

    def __init__(self, theme: Theme, *, row: int = 41) -> None:
        super().__init__()
        self.cells = CellTableModel(self)
        self._choices: Mapping[str, Items] = {}
        self._quiet = False
        self._columns: tuple[Column, ...] = ()
        self._hidden: frozenset[str] = frozenset()
        self._row = row
        self._pressed: QModelIndex | None = None
        self.setHorizontalHeader(CellHeader(theme, self))
        style_table(self, theme, row=row)
        self._delegate = CellDelegate(theme, self, self.cells, self.items)
        self._delegate.trouble.connect(self.trouble)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setModel(self.cells)
        self.setProperty("ground", "canvas")
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setMinimumHeight(0)
        header.setMaximumHeight(16_777_215)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        theme.changed.connect(self.viewport().update)

    # What is shown

    def items(self, column: str) -> Items:
        """Return what can be chosen in a column."""
        return self._choices.get(column, ())

    def set_choices(self, choices: Mapping[str, Items]) -> None:
        """Offer what can be chosen, by column."""
        self._choices = choices

    def show_table(self, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Show these columns, as far as they fit, and rows; the chosen row stays chosen."""
        key, place = self.chosen_key(), self.currentIndex().row()
        self._quiet = True
        self._columns = tuple(columns)
        self._fit()
        self.cells.show_rows(rows)
        self._lay_rows()
        if self.chosen_key() != key or key is None:
            self._choose_near(key, place)
        self._quiet = False
        self.horizontalHeader().viewport().update()

    def set_hidden(self, hidden: frozenset[str]) -> None:
        """Leave out these columns until told otherwise."""
        self._hidden = hidden
        self._refit()

    @property
    def hidden(self) -> frozenset[str]:
        """The columns that a person left out."""
        return self._hidden

    def _fit(self) -> None:
        room = self.viewport().width()
        shown = fitting(self._columns, room, self._hidden)
        self.cells.show_columns(shown)
        for place, (_key, width) in enumerate(widths(shown, room).items()):
            if self.columnWidth(place) != width:
                self.setColumnWidth(place, width)

    def _refit(self) -> None:
        key, column = self.chosen_key(), self.chosen_column()
        self._quiet = True
        self._fit()
        self._lay_rows()
        self.choose(key, column)
        self._quiet = False

    def _lay_rows(self) -> None:
        self.clearSpans()
        for place, row in enumerate(self.cells.rows):
            if row.kind == "group" and len(self.cells.columns) > 1:
                self.setSpan(place, 0, 1, len(self.cells.columns))
            height = GROUP_ROW if row.kind in {"group", "totals"} else self._row
            if self.rowHeight(place) != height:
                self.setRowHeight(place, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._columns:
            self._refit()

    # What is chosen

    def chosen_key(self) -> object:
        """Return the key of the chosen row, or None."""
        place = self.currentIndex().row()
        return self.cells.rows[place].key if 0 <= place < len(self.cells.rows) else None

    def chosen_column(self) -> str:
        """Return the key of the column in which the keyboard is."""
        place = self.currentIndex().column()
        return self.cells.columns[place].key if 0 <= place < len(self.cells.columns) else ""

    def choose(self, key: object, column: str = "") -> bool:
        """Choose a row without telling anybody, and bring it into sight; whether it is there."""
        place = self.cells.place_of(key)
        if place < 0 or not self.cells.columns:
            return False
        was, self._quiet = self._quiet, True
        section = self.cells.column_of(column) if column else self.currentIndex().column()
        index = self.cells.index(place, section if section >= 0 else self._first_column())
        if index != self.currentIndex():
            how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, how)
            self.scrollTo(index)
        self._quiet = was
        return True

    def _first_column(self) -> int:
        """Return the column that names the row: the one that stretches."""
        return next((place for place, each in enumerate(self.cells.columns) if each.stretch), 0)

    def _choose_near(self, key: object, place: int) -> None:
        if key is not None and self.choose(key):
            return
        rows = self.cells.rows
        order = [*range(max(0, place), len(rows)), *reversed(range(min(max(0, place), len(rows))))]
        near = next((each for each in order if rows[each].selectable and rows[each].kind == "row"), None)
        if near is None:
            near = next((each for each in order if rows[each].selectable), None)
        if near is not None:
            self.choose(rows[near].key)

    def _current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        del before
        if not self._quiet and current.isValid():
            self.selected.emit(self.cells.rows[current.row()].key)

    # What a person does

    def edit_current(self) -> None:
        """Edit the current cell; where it cannot be typed into, toggle it or ask for the details."""
        index = self.currentIndex()
        if not index.isValid() or not self._delegate.finish():
            return
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self.opened.emit(self.chosen_key())

    def edit_cell(self, key: object, column: str) -> None:
        """Choose a cell and edit it."""
        if self._delegate.finish() and self.choose(key, column):
            self.edit_current()

    def is_editing(self) -> bool:
        """Whether a cell is being edited."""
        return self.state() == QAbstractItemView.State.EditingState

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Space and letters work on cells that toggle, Left and Right go from cell to cell."""
        cell = self.cells.cell(self.currentIndex())
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if event.key() in ENTER and plain and not self.is_editing():
            if cell.toggles:
                self.toggled.emit(self.chosen_key(), self.chosen_column())
            else:
                self.edit_current()
        elif cell.toggles and event.key() == Qt.Key.Key_Space and plain:
            self.toggled.emit(self.chosen_key(), self.chosen_column())
        elif cell.toggles and len(event.text()) == 1 and event.text().isalpha():
            self.typed.emit(self.chosen_key(), self.chosen_column(), event.text().upper())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click begins."""
        index = self.indexAt(event.position().toPoint())
        self._pressed = index if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Toggle the cell that was clicked."""
        super().mouseReleaseEvent(event)
        index, pressed = self.indexAt(event.position().toPoint()), self._pressed
        self._pressed = None
        if pressed is not None and index.isValid() and index == pressed and self.cells.cell(index).toggles:
            key = self.cells.rows[index.row()].key
            self.toggled.emit(key, self.cells.columns[index.column()].key)
