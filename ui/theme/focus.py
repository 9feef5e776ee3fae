"""The focus ring: 2 px wide with a 1 px gap, around whatever the keyboard has reached.

Qt's style sheets cannot draw outside a control. A QFocusFrame can: it follows the focused widget
and lies around it in the same parent.
"""

from typing import Final, cast

from PySide6.QtCore import QObject, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QMenu,
    QWidget,
)

from ui.theme.theme import Theme

OWN_RING: Final = "ownFocusRing"
"""A widget with this property true paints its focus itself (the capture bar, cards, list rows)."""

RING_RADIUS: Final = "ringRadius"
"""Radius in px of the control inside the ring, where it is not the radius of controls."""


def paint_focus_ring(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    """Paint the 2 px ring with its 1 px gap around `rect`, a control with corners of `radius` px."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2))
    painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), radius + 2, radius + 2)
    painter.restore()


class FocusRing(QFocusFrame):
    """Draws the ring around the one widget that has the focus."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def target(self) -> QWidget | None:
        """Return the widget inside the ring, if any; Qt's stubs leave out the None."""
        return self.widget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring in the margin that the style leaves around the widget."""
        del event
        target = self.target()
        if target is None:
            return
        margin = self._theme.metrics.focus_ring + self._theme.metrics.focus_gap
        inner = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        radius = target.property(RING_RADIUS)
        painter = QPainter(self)
        colour = self._theme.colour("focus")
        paint_focus_ring(painter, inner, self._theme.radius("control") if radius is None else radius, colour)
        painter.end()


class FocusFollower(QObject):
    """Moves the ring with the focus; a click leaves no ring on buttons, typing always shows it."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        self._theme = theme
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._follow)

    @property
    def target(self) -> QWidget | None:
        """The widget that wears the ring now."""
        return self._ring.target() if self._ring is not None else None

    @Slot(QWidget, QWidget)
    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        wanted = new if new is not None and self._wants_ring(new) else None
        if wanted is None and self._ring is None:
            return
        if self._ring is None:
            self._ring = FocusRing(self._theme)
            self._ring.destroyed.connect(self._forget)
        self._ring.setWidget(cast("QWidget", wanted))

    @Slot()
    def _forget(self) -> None:
        """Drop the ring that died with its window; the next focus makes another."""
        self._ring = None

    @staticmethod
    def _wants_ring(widget: QWidget) -> bool:
        if widget.property(OWN_RING) or isinstance(widget, QMenu | QAbstractItemView) or widget.isWindow():
            return False
        if isinstance(widget, QLineEdit | QAbstractScrollArea | QComboBox):
            return True
        return bool(widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange))
