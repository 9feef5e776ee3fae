"""Cards and indicators that can be linked as evidence, as a list model; a row can be dragged."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from facilitator.i18n import _
from ui.presenters.evidence import EvidenceItem

AnyIndex = QModelIndex | QPersistentModelIndex

ITEM: Final = Qt.ItemDataRole.UserRole
LINKED: Final = Qt.ItemDataRole.UserRole + 1
"""The side an item is linked to already: "for", "against", "result", or ""."""

MIME: Final = "application/x-facilitator-evidence"
"""A dragged card or indicator: its key in 16 bytes."""


class EvidenceListModel(QAbstractListModel):
    """The items that match what is searched for."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[EvidenceItem] = []
        self._links: Mapping[UUID, str] = {}

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many items there are; they have no children."""
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return an item, its words, what is said of it, or where it is linked."""
        if not index.isValid() or not 0 <= index.row() < len(self.items):
            return None
        item = self.items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return item.text
            case Qt.ItemDataRole.AccessibleTextRole:
                side = self._links.get(item.key, "")
                return f"{item.spoken}. {_LINKED_AS[side]()}" if side else item.spoken
            case _ if role == ITEM:
                return item
            case _ if role == LINKED:
                return self._links.get(item.key, "")
            case _:
                return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let an item be chosen and dragged."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """Return what a dragged item is."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the key of the dragged item."""
        made = QMimeData()
        if indexes:
            made.setData(MIME, self.items[indexes[0].row()].key.bytes)
        return made

    def show_items(self, items: Sequence[EvidenceItem]) -> None:
        """Show these items; the same ones in the same order are only painted anew."""
        if [each.key for each in items] == [each.key for each in self.items]:
            self.items = list(items)
            self._repaint()
            return
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def show_links(self, links: Mapping[UUID, str]) -> None:
        """Mark what is linked already."""
        if links != self._links:
            self._links = dict(links)
            self._repaint()

    def place_of(self, key: UUID | None) -> int:
        """Return the row of an item, or -1."""
        return next((row for row, each in enumerate(self.items) if each.key == key), -1)

    def _repaint(self) -> None:
        if self.items:
            self.dataChanged.emit(self.index(0), self.index(len(self.items) - 1))


_LINKED_AS: Final = {
    "for": lambda: _("Linked as evidence for"),
    "against": lambda: _("Linked as evidence against"),
    "result": lambda: _("Linked as evidence of the result"),
}
