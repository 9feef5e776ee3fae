"""A list of rows with keys that a delegate paints and a screen reader speaks."""

from typing import Any, Final, Protocol, TypeVar

from PySide6.QtCore import Qt

from ui.models.keyed_rows import AnyIndex, KeyedRowsModel
from ui.presenters.tips import as_tip

ROW_ROLE: Final = Qt.ItemDataRole.UserRole
"""The whole row, for the delegate."""


class Spoken(Protocol):
    """A row: its key, its words, and all that is to be heard of it."""

    @property
    def key(self) -> object:
        """What stays the same when the row changes."""

    @property
    def title(self) -> str:
        """Its words."""

    @property
    def spoken(self) -> str:
        """What a screen reader says."""


S = TypeVar("S", bound=Spoken)


class SpokenRowsModel(KeyedRowsModel[S]):
    """One column; nothing in it is edited."""

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        """Return one column."""
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a row, or the row."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return as_tip(row.title)
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _:
                return row if role == ROW_ROLE else None
