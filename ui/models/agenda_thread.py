"""The agenda thread of the run console as a list."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.presenters.run import AgendaLine
from ui.presenters.tips import as_tip

AnyIndex = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class ThreadRole(IntEnum):
    """What a row tells the delegate."""

    LINE = Qt.ItemDataRole.UserRole + 1


class AgendaThreadModel(QAbstractListModel):
    """The sessions of one day."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[AgendaLine] = []

    @property
    def lines(self) -> list[AgendaLine]:
        """The day's lines."""
        return self._lines

    def show_lines(self, lines: Sequence[AgendaLine]) -> None:
        """Show a day; the same sessions only change what they say, so that the selection stays."""
        wanted = list(lines)
        if [line.session for line in wanted] != [line.session for line in self._lines]:
            self.beginResetModel()
            self._lines = wanted
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(self._lines, wanted, strict=True)):
            if old != new:
                self._lines[row] = new
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: AnyIndex = _NONE) -> int:
        """Return how many sessions the day has."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is shown or said of a session."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        match role:
            case ThreadRole.LINE:
                return line
            case Qt.ItemDataRole.DisplayRole:
                return line.title
            case Qt.ItemDataRole.ToolTipRole:
                return as_tip(line.title)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (line.time, line.title, line.spoken) if part)
        return None
