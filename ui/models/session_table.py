"""The sessions of a day as a table for quick entry; the last row takes the title of a new one.

Nothing is changed here: what a person types is told, and comes back once it is stored.
"""

from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal

from facilitator.i18n import N_, _, pgettext
from ui.models.keyed_rows import AnyIndex, KeyedRowsModel
from ui.presenters.session_rows import SessionRow

COLUMNS: Final = ("title", "planned_start", "minutes", "type", "responsible", "locked", "priority")
HEADS: Final = (
    N_("Title"),
    N_("Starts"),
    N_("Length, min"),
    N_("Kind of session"),
    N_("Responsible"),
    N_("Fixed start"),
    N_("When late"),
)
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FIGURES: Final = ("planned_start", "minutes")


class SessionTableModel(KeyedRowsModel[SessionRow]):
    """Columns as in `COLUMNS`; `EditRole` of a choice is its key."""

    edited = Signal(object, str, str)
    """SessionId, column and new value."""

    locked_edited = Signal(object, bool)
    titled = Signal(str)
    """A title was typed into the last row: a new session."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = [SessionRow()]

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows or edits."""
        if not index.isValid():
            return None
        row, name = self.rows[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row, name)
            case Qt.ItemDataRole.EditRole:
                return row.edit.get(name, "")
            case Qt.ItemDataRole.CheckStateRole if name == "locked" and row.key is not None:
                return Qt.CheckState.Checked if row.locked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, name)
            case _:
                aligned = role == Qt.ItemDataRole.TextAlignmentRole and name in _FIGURES
                return _RIGHT if aligned else None

    def _shown(self, row: SessionRow, name: str) -> str:
        if row.key is None:
            return _("Type a title to add a session") if name == "title" else ""
        return "" if name == "locked" else row.shown.get(name, "")

    def _spoken(self, row: SessionRow, name: str) -> str:
        if name != "locked" or row.key is None:
            return self._shown(row, name)
        return _("Keeps its time") if row.locked else pgettext("session", "Flows")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(HEADS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(HEADS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and COLUMNS[section] in _FIGURES:
            return _RIGHT
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let every cell be edited; of the last row only the title."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        name = COLUMNS[index.column()]
        if self.rows[index.row()].key is None:
            return found | Qt.ItemFlag.ItemIsEditable if name == "title" else found
        return found | (Qt.ItemFlag.ItemIsUserCheckable if name == "locked" else Qt.ItemFlag.ItemIsEditable)

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed or ticked; the cell shows it once it is stored."""
        if not index.isValid():
            return False
        row, name = self.rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and name == "locked" and row.key is not None:
            self.locked_edited.emit(row.key, Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role == Qt.ItemDataRole.EditRole and row.key is None:
            if str(value).strip():
                self.titled.emit(str(value).strip())
        elif role == Qt.ItemDataRole.EditRole and str(value) != row.edit.get(name, ""):
            self.edited.emit(row.key, name, str(value))
        return False

    def retranslate(self) -> None:
        """Say heads and the last row in the screen's language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        last = len(self.rows) - 1
        self.dataChanged.emit(self.index(last, 0), self.index(last, 0))
