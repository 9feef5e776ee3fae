"""The focus ring: 2 px wide with a 1 px gap, around whatever the keyboard has reached.

Style sheets cannot draw outside a control, and a QFocusFrame is cut off by the control's parent.
So one transparent widget is laid over the outermost ancestor that scrolls together with the control.
"""

import math

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QWidget,
)
from shiboken6 import isValid

from ui.theme.keyboard import OWN_RING, RING_RADIUS, focus_by_keyboard
from ui.theme.pressing import EnterPresses
from ui.theme.theme import Theme

__all__ = [
    "OWN_RING",
    "RING_RADIUS",
    "FocusFollower",
    "FocusRing",
    "focus_by_keyboard",
    "paint_focus_ring",
]


def paint_focus_ring(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    """Paint the 2 px ring with its 1 px gap around `rect`, a control with corners of `radius` px."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2))
    painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), radius + 2, radius + 2)
    painter.restore()


def _host(target: QWidget) -> QWidget:
    """Return the outermost ancestor that moves with `target`: up to a window or a scrolled widget."""
    host = target
    while not host.isWindow():
        above = host.parentWidget()
        if above is None:
            return host
        if isinstance(above.parentWidget(), QAbstractScrollArea):  # `above` is the viewport
            return above if host is target else host
        host = above
    return host


class FocusRing(QWidget):
    """The ring around one control. Only its frame is painted, so typing inside never repaints it."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._radius = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def margin(self) -> int:
        """Width in px of the ring and its gap."""
        return self._theme.metrics.focus_ring + self._theme.metrics.focus_gap

    def surround(self, target: QWidget) -> None:
        """Lie around `target`, above everything in the host."""
        own = target.property(RING_RADIUS)
        self._radius = self._theme.radius("control") if own is None else float(own)
        corner = target.mapTo(self._host, QPoint(0, 0))
        inner = QRect(corner, target.size())
        margin = self.margin
        self.setGeometry(inner.adjusted(-margin, -margin, margin, margin))
        hole = self.rect().adjusted(margin, margin, -margin, -margin)
        cut = math.ceil(self._radius)
        keep = QRegion(hole.adjusted(cut, 0, -cut, 0)) + QRegion(hole.adjusted(0, cut, 0, -cut))
        self.setMask(QRegion(self.rect()) - keep)
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        del event
        margin = self.margin
        inner = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        painter = QPainter(self)
        paint_focus_ring(painter, inner, self._radius, self._theme.colour("focus"))
        painter.end()


class FocusFollower(QObject):
    """Moves the ring with the focus; a click leaves no ring on buttons, typing always shows it."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        self._theme = theme
        self._ring: FocusRing | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._pressing = EnterPresses(self)
        app.focusChanged.connect(self._follow)

    @property
    def target(self) -> QWidget | None:
        """The widget that wears the ring now."""
        return self._target

    @property
    def ring(self) -> FocusRing | None:
        """The ring, while something wears it."""
        return self._ring if self._target is not None else None

    @Slot(QWidget, QWidget)
    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        self._pressing.follow(new)
        self.follow(new)

    def follow(self, new: QWidget | None) -> None:
        """Put the ring around `new`, if it is to have one."""
        self._let_go()
        if new is None or not self._wants_ring(new):
            return
        host = _host(new)
        if not isValid(host):  # a dialog that is going hands the focus round among its parts
            return
        if self._ring is None or not isValid(self._ring) or self._ring.parentWidget() is not host:
            self._drop_ring()
            self._ring = FocusRing(self._theme, host)
        self._target = new
        each: QWidget | None = new
        while each is not None and each is not host:
            each.installEventFilter(self)
            self._watched.append(each)
            each = each.parentWidget()
        self._ring.surround(new)

    def _let_go(self) -> None:
        for each in self._watched:
            if isValid(each):
                each.removeEventFilter(self)
        self._watched.clear()
        self._target = None
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()

    def _drop_ring(self) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.deleteLater()
        self._ring = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the ring around its widget when that, or what holds it, moves."""
        del watched
        moves = {
            QEvent.Type.Move,
            QEvent.Type.Resize,
            QEvent.Type.Show,
            QEvent.Type.Hide,
            QEvent.Type.ParentChange,
        }
        if event.type() in moves and self._target is not None and self._ring is not None:
            if not isValid(self._target) or not isValid(self._ring):
                self._let_go()
            elif self._target.isVisible():
                self._ring.surround(self._target)
            else:
                self._ring.hide()
        return False

    @staticmethod
    def _wants_ring(widget: QWidget) -> bool:
        if widget.property(OWN_RING) or isinstance(widget, QMenu | QAbstractItemView) or widget.isWindow():
            return False
        if isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox):
            return False
        if isinstance(widget, QLineEdit | QAbstractScrollArea | QComboBox | QAbstractSpinBox):
            return True
        return bool(widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange))
