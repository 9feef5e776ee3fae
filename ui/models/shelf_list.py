"""Alliances, cycles and workshops as one list with levels; a title is edited in place."""

from typing import Any, Final

from PySide6.QtCore import Qt, Signal

from ui.models.keyed_rows import AnyIndex, KeyedRowsModel
from ui.presenters.shelf import ShelfRow

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
"""The whole ShelfRow, for the delegate."""


class ShelfModel(KeyedRowsModel[ShelfRow]):
    """One column."""

    renamed = Signal(object, str)
    """ShelfRow and its new title."""

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return one column."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a title, or what is said of the row."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole | Qt.ItemDataRole.ToolTipRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _:
                return row if role == ROW_ROLE else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let every title be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell a new title; the row shows it once it is stored."""
        if index.isValid() and role == Qt.ItemDataRole.EditRole:
            row = self.rows[index.row()]
            if str(value).strip() and str(value).strip() != row.title:
                self.renamed.emit(row, str(value).strip())
        return False
