"""A button of the switcher: the view's icon and name, and the key that does the same."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.widgets.keycap import HEIGHT, keycap_width, paint_keycap

_PAD: Final = 9
_SIDE: Final = 18
_GAP: Final = 7


class ViewButton(QAbstractButton):
    """Marigold and bold while the room sees this view, with a dotted edge while it is prepared."""

    def __init__(self, theme: Theme, icon: str, keys: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon, self._keys = icon, keys
        self._coming = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_coming(self, coming: bool) -> None:
        """Draw the edge dotted while this view is prepared and not on stage yet."""
        if coming != self._coming:
            self._coming = coming
            self.update()

    def _font(self, weight: int) -> QFont:
        font = self._theme.font("body", weight=weight)
        if self._theme.metrics.compact:
            font.setPixelSize(14)
        return font

    def nextCheckState(self) -> None:
        """Leave it to the director which view is marked."""

    def sizeHint(self) -> QSize:
        """Fit icon, name and key."""
        words = QFontMetricsF(self._font(600)).horizontalAdvance(self.text())
        width = 2 * _PAD + _SIDE + _GAP + words + 8 + keycap_width(self._theme, self._keys)
        return QSize(round(width), 34 if self._theme.metrics.compact else 40)

    def minimumSizeHint(self) -> QSize:
        """Let a long name lose its key cap before its end."""
        words = QFontMetricsF(self._font(600)).horizontalAdvance(self.text())
        return QSize(round(2 * _PAD + _SIDE + _GAP + words), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button."""
        del event
        theme, on = self._theme, self.isChecked()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            edge = "now" if on else "ink_3" if self.underMouse() else "line_strong"
            painter.setPen(QPen(theme.colour(edge), 1))
            if self._coming:
                painter.setPen(QPen(theme.colour("primary"), 2, Qt.PenStyle.DashLine))
                rect.adjust(0.5, 0.5, -0.5, -0.5)
            painter.setBrush(theme.colour("now" if on else "sunken" if self.isDown() else "surface"))
            painter.drawRoundedRect(rect, 6, 6)
            ink = theme.colour("on_now" if on else "ink")
            paint_icon(painter, QRectF(_PAD, 0, _SIDE, self.height()), self._icon, ink)
            font = self._font(700 if on else 600)
            painter.setFont(font)
            painter.setPen(ink)
            left = _PAD + _SIDE + _GAP
            painter.drawText(
                QRectF(left, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
            )
            wide = keycap_width(theme, self._keys)
            words = QFontMetricsF(font).horizontalAdvance(self.text())
            if left + words + 3 + wide + 6 <= self.width():
                cap = QRectF(self.width() - 6 - wide, (self.height() - HEIGHT) / 2, wide, HEIGHT)
                paint_keycap(painter, cap, self._keys, theme=theme, colour=ink)
