"""The photos of a session as a list: caption, place, and whether the minutes show them."""

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.domain.ids import PhotoId
from ui.presenters.photos import PhotoTile

TILE_ROLE: Final = Qt.ItemDataRole.UserRole
"""The whole PhotoTile, for the delegate."""

AnyIndex = QModelIndex | QPersistentModelIndex


class PhotoList(QAbstractListModel):
    """One row a photo, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[PhotoTile] = []

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return how many photos there are; they have no children."""
        return 0 if parent is not None and parent.isValid() else len(self.tiles)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a tile says."""
        if not index.isValid() or index.row() >= len(self.tiles):
            return None
        tile = self.tiles[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tile.caption or tile.where
            case Qt.ItemDataRole.AccessibleTextRole:
                return tile.spoken
            case _:
                return tile if role == TILE_ROLE else None

    def place_of(self, photo: PhotoId | None) -> int:
        """Return the row of a photo, or -1."""
        return next((n for n, tile in enumerate(self.tiles) if tile.id == photo), -1)

    def show_tiles(self, tiles: list[PhotoTile]) -> None:
        """Show these photos; rows that stay are not touched, so that the selection stays."""
        if [each.id for each in tiles] != [each.id for each in self.tiles]:
            self.beginResetModel()
            self.tiles = tiles
            self.endResetModel()
            return
        self.tiles = tiles
        if tiles:
            self.dataChanged.emit(self.index(0), self.index(len(tiles) - 1))

    def repaint(self, photo: PhotoId) -> None:
        """Have a photo painted anew: its picture arrived."""
        place = self.place_of(photo)
        if place >= 0:
            self.dataChanged.emit(self.index(place), self.index(place))
