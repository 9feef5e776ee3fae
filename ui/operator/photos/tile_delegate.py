"""Paints one photo of the list: its small picture, its caption, and a sign where the minutes leave it out."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.i18n import _
from ui.models.photo_list import TILE_ROLE
from ui.operator.photos.thumbnails import Thumbnails
from ui.presenters.photos import PhotoTile
from ui.theme.focus import paint_focus_ring
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme

PICTURE: Final = QSize(168, 126)
_GAP: Final = 8
_LINE: Final = 18


class TileDelegate(QStyledItemDelegate):
    """A tile of fixed size, so that a hundred photos cost no more than those in sight."""

    def __init__(
        self, theme: Theme, thumbnails: Thumbnails, parent: QStyledItemDelegate | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - every tile is of one size
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - every tile is of one size
    ) -> QSize:
        """Return the size of picture and two lines."""
        return QSize(PICTURE.width() + 2 * _GAP, PICTURE.height() + 2 * _LINE + 3 * _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint picture, caption and place."""
        tile: PhotoTile = index.data(TILE_ROLE)
        theme, whole = self._theme, QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(whole.x() + _GAP, whole.y() + _GAP, PICTURE.width(), PICTURE.height())
        self._paint_picture(painter, frame, tile)
        if state & QStyle.StateFlag.State_Selected:
            paint_focus_ring(painter, frame, theme.radius("card"), theme.colour("focus"))
        top = frame.bottom() + 4
        lines = (
            (tile.caption or _("No caption"), "meta", "ink" if tile.caption else "ink_3"),
            (tile.where, "caption", "ink_3"),
        )
        for words, role, tone in lines:
            painter.setFont(theme.font(role))
            painter.setPen(theme.colour(tone))
            room = QRectF(frame.x(), top, frame.width(), _LINE)
            shown = painter.fontMetrics().elidedText(
                " ".join(words.split()), Qt.TextElideMode.ElideRight, round(room.width())
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
            top += _LINE
        painter.restore()

    def _paint_picture(self, painter: QPainter, frame: QRectF, tile: PhotoTile) -> None:
        theme = self._theme
        path = QPainterPath()
        path.addRoundedRect(frame, theme.radius("card"), theme.radius("card"))
        painter.fillPath(path, theme.colour("sunken"))
        image = self._thumbnails.image(tile.id)
        if image is not None:
            size = QSizeF(image.size()).scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(frame.center())
            painter.save()
            painter.setClipPath(path)
            painter.drawImage(place, image)
            painter.restore()
        elif self._thumbnails.is_broken(tile.id):
            paint_icon(painter, _square(frame, 28), "camera-off", theme.colour("ink_3"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        if not tile.shown:
            sign = QRectF(frame.right() - 30, frame.top() + 6, 24, 24)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("now_tint"))
            painter.drawEllipse(sign)
            paint_icon(painter, sign.adjusted(4, 4, -4, -4), "eye-off", theme.colour("now_ink"))


def _square(frame: QRectF, side: float) -> QRectF:
    square = QRectF(0, 0, side, side)
    square.moveCenter(frame.center())
    return square
