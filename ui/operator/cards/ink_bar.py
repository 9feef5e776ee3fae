"""Buttons on an ink ground, and the ground itself: what floats over the wall while cards are selected."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.focus import OWN_RING
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.widgets.keycap import HEIGHT as CAP
from ui.widgets.keycap import keycap_width, paint_keycap

SHADOW: Final = 8
_HEIGHT: Final = 36
_ICON: Final = 18
_PADDING: Final = 10
_GAP: Final = 8


class InkButton(QAbstractButton):
    """Icon, words and key on ink. It takes the focus by Tab only, so that a click leaves it at the wall."""

    def __init__(self, theme: Theme, icon: str, keys: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._icon, self._keys = icon, keys
        self._brief = 0
        self.suggested = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(OWN_RING, True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, tip: str) -> None:
        """Name what it does."""
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(tip)
        self.updateGeometry()
        self.update()

    def set_brief(self, brief: int) -> None:
        """Leave out the key (1), then the words too (2)."""
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()

    def width_when(self, brief: int) -> float:
        """Return how wide it is when so much is left out."""
        width = 2.0 * _PADDING + _ICON
        if brief < 2 and self.text():
            width += _GAP + QFontMetricsF(self._theme.font("body_strong")).horizontalAdvance(self.text()) + 1
        if brief < 1 and self._keys:
            width += _GAP + keycap_width(self._theme, self._keys)
        return width

    def sizeHint(self) -> QSize:
        """Fit what is said."""
        return QSize(round(self.width_when(self._brief) + 0.5), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon, words and key; lighter under the pointer and where it is suggested."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(theme.tokens_colour("light", "surface"))
        active = self.isEnabled() and (
            self.underMouse() or self.hasFocus() or self.suggested or self.isDown()
        )
        if active:
            ground = QColor(ink)
            ground.setAlphaF(0.22 if self.isDown() else 0.14)
            painter.setBrush(ground)
            painter.setPen(
                QPen(theme.tokens_colour("dark", "focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen
            )
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        if not self.isEnabled():
            ink.setAlphaF(0.42)
        x = float(_PADDING)
        paint_icon(painter, QRectF(x, (self.height() - _ICON) / 2, _ICON, _ICON), self._icon, ink)
        x += _ICON + _GAP
        if self._brief < 2 and self.text():
            font = theme.font("body_strong")
            width = QFontMetricsF(font).horizontalAdvance(self.text())
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(
                QRectF(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text()
            )
            x += width + 1 + _GAP
        if self._brief < 1 and self._keys:
            cap = QRectF(x, (self.height() - CAP) / 2, keycap_width(theme, self._keys), CAP)
            paint_keycap(painter, cap, self._keys, theme=theme, colour=ink)
        painter.end()


def paint_ink(widget: QWidget, theme: Theme) -> None:
    """Paint the ink ground of a bar with its soft shadow, `SHADOW` px inside the widget but for the top."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    bar = QRectF(widget.rect()).adjusted(SHADOW, 0, -SHADOW, -SHADOW)
    radius = theme.radius("panel")
    for spread in range(SHADOW, 0, -2):
        painter.setBrush(QColor(0, 0, 0, 12))
        grown = bar.adjusted(-spread / 2, 0, spread / 2, spread)
        painter.drawRoundedRect(grown, radius + spread / 2, radius + spread / 2)
    painter.setBrush(theme.tokens_colour("light", "ink"))
    if theme.dark:
        painter.setPen(theme.colour("line_strong"))
        bar.adjust(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(bar, radius, radius)
    painter.end()
