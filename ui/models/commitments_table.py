"""The commitments of a cycle as a table; the last column ticks what the open workshop starts from."""

from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal

from facilitator.i18n import N_, _
from ui.models.keyed_rows import AnyIndex, KeyedRowsModel
from ui.presenters.promises import Commitment

COLUMNS: Final = ("output", "owner", "due", "progress", "status", "taken")
HEADS: Final = (
    N_("Output"),
    N_("Owner"),
    N_("Due"),
    N_("Progress"),
    N_("Status"),
    N_("Comes back"),
)
ROW_ROLE: Final = Qt.ItemDataRole.UserRole
"""The whole Commitment, for the delegate."""


class CommitmentsModel(KeyedRowsModel[Commitment]):
    """Read only, but for what a workshop starts from."""

    taken = Signal(object, bool)
    """WorkItemId, and whether the open workshop should start from it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.can_take = True

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says; sign and bar are the delegate's."""
        if not index.isValid():
            return None
        row, name = self.rows[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.AccessibleTextRole if name == "taken":
                return _("Comes back") if row.taken else _("Does not come back")
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._words(row, name)
            case Qt.ItemDataRole.CheckStateRole if name == "taken":
                return Qt.CheckState.Checked if row.taken else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole:
                return {"owner": row.owner_name}.get(name)
            case _:
                return row if role == ROW_ROLE else None

    @staticmethod
    def _words(row: Commitment, name: str) -> str:
        words = {
            "output": row.output,
            "owner": row.owner,
            "due": row.due,
            "progress": _("{percent}%").format(percent=row.percent),
            "status": row.status,
        }
        return words.get(name, "")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(HEADS):
            return None
        if role == Qt.ItemDataRole.ToolTipRole and COLUMNS[section] == "taken":
            return _("On the starting material of the open workshop")
        return _(HEADS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let only the last column be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        ticks = COLUMNS[index.column()] == "taken" and self.can_take
        return found | Qt.ItemFlag.ItemIsUserCheckable if ticks else found

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was ticked; the cell shows it once it is stored."""
        if index.isValid() and role == Qt.ItemDataRole.CheckStateRole:
            wanted = Qt.CheckState(value) == Qt.CheckState.Checked
            self.taken.emit(self.rows[index.row()].key, wanted)
        return False

    def retranslate(self) -> None:
        """Say the heads in the screen's language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
