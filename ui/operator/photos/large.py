"""One photo as large as the window allows: handwriting on a wall of cards is read here."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.pictures import LONGEST
from ui.operator.photos.thumbnails import Thumbnails
from ui.presenters.photos import PhotoTile
from ui.runtime.desk import Desk
from ui.theme.focus import OWN_RING
from ui.theme.theme import Theme, fill

if TYPE_CHECKING:
    from facilitator.domain.ids import PhotoId

_MARGIN = 40
_FOOT = 44


class LargePhoto(QWidget):
    """Covers its parent. The arrows lead to the other photos; any other key or a click closes it."""

    step_wanted = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, desk: Desk, room: QWidget) -> None:
        super().__init__(room)
        self._theme = theme
        self._room = room
        self._pictures = Thumbnails(desk, self, side=LONGEST, kept=4)
        self._pictures.arrived.connect(lambda _photo: self.update())
        self._photo: PhotoId | None = None
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_RING, True)
        self.hide()

    def show_photo(self, tile: PhotoTile) -> None:
        """Show a photo with its caption."""
        self._photo = tile.id
        self._words = " ".join((tile.caption or tile.where).split())
        self.setAccessibleName(tile.spoken)
        self.setGeometry(self._room.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keep every key to itself: Escape would otherwise close what lies under it too."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the other photos by the arrows, close with any other key."""
        if event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Down}:
            self.step_wanted.emit(1)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Up}:
            self.step_wanted.emit(-1)
        else:
            self._close()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close."""
        del event
        self._close()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the photo whole, its caption under it."""
        del event
        theme = self._theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            scrim = QColor(theme.colour("scrim"))
            scrim.setAlphaF(0.88)
            fill(painter, self.rect(), scrim)
            room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN - _FOOT)
            image = None if self._photo is None else self._pictures.image(self._photo)
            if image is not None:
                size = QSizeF(image.size()).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
                place = QRectF(0, 0, size.width(), size.height())
                place.moveCenter(room.center())
                painter.drawImage(place, image)
            painter.setPen(theme.tokens_colour("dark", "ink"))
            painter.setFont(theme.font("lead"))
            broken = self._photo is not None and self._pictures.is_broken(self._photo)
            words = _("This picture cannot be read") if broken else self._words
            foot = QRectF(_MARGIN, self.height() - _FOOT - 16, self.width() - 2 * _MARGIN, _FOOT)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(foot.width()))
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, shown)
