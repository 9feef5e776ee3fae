"""A table over plain rows of cells; what a person types or toggles is told, and comes back once stored."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal

from ui.models.keyed_rows import AnyIndex, KeyedRowsModel
from ui.presenters.cells import EMPTY, Cell, Column, Row

CELL: Final = Qt.ItemDataRole.UserRole + 1
"""Role of the whole Cell."""

ROW: Final = Qt.ItemDataRole.UserRole + 2
"""Role of the whole Row."""

_ALIGN: Final = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "centre": Qt.AlignmentFlag.AlignCenter,
}

Check = Callable[[object, str, str], str]
"""Row key, column and typed words to the sentence that says what is wrong with them, empty if nothing is."""


class CellTableModel(KeyedRowsModel[Row]):
    """Rows and columns as a presenter gives them."""

    edited = Signal(object, str, str)
    """Key of the row, column and new words (or a choice's key)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self.check: Check = lambda _key, _column, _words: ""

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show these columns; other ones than before start the table anew."""
        new = tuple(columns)
        if [each.key for each in new] != [each.key for each in self.columns]:
            self.beginResetModel()
            self.columns = new
            self.endResetModel()
        elif new != self.columns:
            self.columns = new
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(new) - 1)

    def column_of(self, key: str) -> int:
        """Return the place of a column, or -1."""
        return next((place for place, each in enumerate(self.columns) if each.key == key), -1)

    def cell(self, index: AnyIndex) -> Cell:
        """Return the cell at an index."""
        if not index.isValid():
            return EMPTY
        return self.rows[index.row()].cell(self.columns[index.column()].key)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, edits or says."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        cell = row.cell(column.key)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title if row.title and index.column() == 0 else cell.shown
            case Qt.ItemDataRole.EditRole:
                return cell.edit if cell.edit is not None else cell.shown
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column, cell, first=index.column() == 0)
            case _:
                others = {Qt.ItemDataRole.TextAlignmentRole: _ALIGN[column.align], CELL: cell, ROW: row}
                return others.get(Qt.ItemDataRole(role) if role < CELL else role)

    def _spoken(self, row: Row, column: Column, cell: Cell, *, first: bool) -> str:
        if row.title:
            return f"{row.title}. {row.note}" if first and row.note else row.title
        words = cell.spoken or " ".join(part for part in (cell.shown, cell.under) if part)
        name = column.spoken or column.head
        return f"{name}: {words}" if name and words and not first else words

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.head
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return column.spoken or column.head
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGN[column.align]
            case _ if role == CELL:
                return column
            case _:
                return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let rows be chosen and cells with something to edit be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row, column = self.rows[index.row()], self.columns[index.column()]
        if not row.selectable:
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = column.editor and row.cell(column.key).edit is not None
        return found | Qt.ItemFlag.ItemIsEditable if editable else found

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed; the cell shows it once it is stored."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        row, column = self.rows[index.row()], self.columns[index.column()]
        if str(value) != (row.cell(column.key).edit or ""):
            self.edited.emit(row.key, column.key, str(value))
        return False
