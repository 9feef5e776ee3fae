"""The workshop's reflections as a list model that follows by the smallest steps."""

from typing import Any, Final

from PySide6.QtCore import Qt

from facilitator.i18n import _
from ui.models.keyed_rows import AnyIndex, KeyedRowsModel
from ui.presenters.reflection import ReflectionRow

ROW: Final = Qt.ItemDataRole.UserRole


class ReflectionListModel(KeyedRowsModel[ReflectionRow]):
    """One column of reflections."""

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return the one column."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row, its words, or what is said of it."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.action
            case Qt.ItemDataRole.AccessibleTextRole:
                return _("Reflection {number}: {action}. {below}").format(
                    number=row.number, action=row.action, below=row.below
                )
            case _ if role == ROW:
                return row
            case _:
                return None
