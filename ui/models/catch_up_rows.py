"""The agenda before and after, as a list: one row a session."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.presenters.catch_up_rows import Row

AnyIndex = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class RowRole(IntEnum):
    """What a row tells the delegate."""

    ROW = Qt.ItemDataRole.UserRole + 1


class CatchUpRows(QAbstractListModel):
    """The rows of one way to end on time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; as many as before only change what they say, so that the place is kept."""
        wanted = tuple(rows)
        if len(wanted) != len(self.rows):
            self.beginResetModel()
            self.rows = wanted
            self.endResetModel()
        elif wanted != self.rows:
            self.rows = wanted
            self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1))

    def rowCount(self, parent: AnyIndex = _NONE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is shown or said of a row."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case RowRole.ROW:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken()
        return None
