"""Rows with keys that follow what is stored by the smallest steps, so that selection and editors stay."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex

AnyIndex = QModelIndex | QPersistentModelIndex


class Keyed(Protocol):
    """A row's value: two with the same key are the same row, before and after a change."""

    @property
    def key(self) -> object:
        """What stays the same when the row changes."""


K = TypeVar("K", bound=Keyed)


class KeyedRowsModel(QAbstractTableModel, Generic[K]):
    """A table over frozen rows; `show_rows` removes, moves, adds and repaints only what differs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[K] = []

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many rows there are; rows have no children."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def place_of(self, key: object) -> int:
        """Return the row with this key, or -1."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), -1)

    def show_rows(self, rows: Sequence[K]) -> None:
        """Show these rows."""
        if self.rows == list(rows):
            return
        top = QModelIndex()
        wanted = {row.key for row in rows}
        for place in reversed(range(len(self.rows))):
            if self.rows[place].key not in wanted:
                self.beginRemoveRows(top, place, place)
                del self.rows[place]
                self.endRemoveRows()
        for place, row in enumerate(rows):
            found = self._further(row.key, place)
            if found < 0:
                self.beginInsertRows(top, place, place)
                self.rows.insert(place, row)
                self.endInsertRows()
                continue
            if found != place:
                self.beginMoveRows(top, found, found, top, place)
                self.rows.insert(place, self.rows.pop(found))
                self.endMoveRows()
            if self.rows[place] != row:
                self.rows[place] = row
                self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))
        if len(self.rows) > len(rows):  # a key that stood in two rows stands in fewer now
            self.beginRemoveRows(top, len(rows), len(self.rows) - 1)
            del self.rows[len(rows) :]
            self.endRemoveRows()

    def _further(self, key: object, start: int) -> int:
        """Return the next row with this key from `start` on, or -1; those above have their place already."""
        return next((place for place in range(start, len(self.rows)) if self.rows[place].key == key), -1)
