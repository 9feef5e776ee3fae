"""The navigation rail: nine pages, the sheet of keys and the settings, one tab stop for all."""

from collections.abc import Collection
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from facilitator.i18n import N_, _, pgettext
from ui.theme.icons import paint_icon
from ui.theme.keyboard import OWN_RING, focus_by_keyboard
from ui.theme.theme import Theme, fill, mixed
from ui.theme.thread import paint_mark


class Destination(NamedTuple):
    """One item of the rail. `label` is English, translated where shown."""

    key: str
    label: str
    icon: str


DESTINATIONS: Final = (
    Destination("home", N_("Home"), "house"),
    Destination("agenda", N_("Agenda"), "calendar-days"),
    Destination("run", N_("Run"), "circle-play"),
    Destination("cards", N_("Cards"), "sticky-note"),
    Destination("reflection", N_("Reflection"), "infinity"),
    Destination("cases", N_("Cases"), "repeat"),
    Destination("work_plan", N_("Work plan"), "chart-no-axes-gantt"),
    Destination("minutes", N_("Minutes"), "file-text"),
    Destination("people", N_("People"), "users"),
)
KEYS: Final = Destination("keys", N_("Keys"), "keyboard")
SETTINGS: Final = Destination("settings", N_("Settings"), "settings")

BELONGS: Final = {"evaluation": "run"}
"""Pages without an item, and the item from which one comes to them."""

_LABEL: Final = 12
_ICON: Final = 22


class RailItem(QAbstractButton):
    """A page's icon over its name; the current one is a block of the page's own ground."""

    def __init__(self, theme: Theme, destination: Destination) -> None:
        super().__init__()
        self._theme = theme
        self.destination = destination
        self._dot = False
        self.setCheckable(destination is not KEYS)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty(OWN_RING, True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def dot(self) -> bool:
        """Whether the marigold dot says that a session runs."""
        return self._dot

    def set_dot(self, *, shown: bool) -> None:
        """Show or hide the marigold dot."""
        self._dot = shown
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Name the page in the screen's language."""
        plan = self.destination.key == "work_plan"  # its full name is too wide in some languages
        words = pgettext("short", "Work plan") if plan else _(self.destination.label)
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(_("A session is running") if self._dot else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys but Space to the rail; Qt would move by where buttons lie on the screen."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def nextCheckState(self) -> None:
        """Stay chosen when chosen again; the window says which page is current."""

    def sizeHint(self) -> QSize:
        """Return the item's size in the layout that the window has now."""
        return QSize(*self._theme.metrics.rail_item)

    def _font(self) -> QFont:
        return self._theme.font("caption", weight=700 if self.isChecked() else 500)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint block, icon, name, dot and focus."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        self._paint_ground(painter, whole)
        ink = theme.colour("rail_active_ink" if self.isChecked() else "rail_ink")
        if self.underMouse() and not self.isChecked():
            ink = theme.colour("rail_active_ink" if theme.dark else "surface")
        top = (whole.height() - _ICON - 4 - 16) / 2
        paint_icon(
            painter, QRectF((whole.width() - _ICON) / 2, top, _ICON, _ICON), self.destination.icon, ink
        )
        font = self._font()
        room = QRectF(1, top + _ICON + 3, whole.width() - 2, 17)
        words = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        if self._dot:
            painter.setPen(QPen(theme.colour("rail_active" if self.isChecked() else "rail"), 1.5))
            painter.setBrush(theme.colour("now"))
            painter.drawEllipse(QPointF(whole.width() / 2 + 14, top + 1), 5, 5)
        painter.end()

    def _paint_ground(self, painter: QPainter, whole: QRectF) -> None:
        theme = self._theme
        radius = theme.radius("panel")
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(theme.colour("rail_active"))
            painter.drawRoundedRect(whole, radius, radius)
        elif self.underMouse():
            painter.setBrush(mixed(theme.colour("rail_ink"), theme.colour("rail"), 0.12))
            painter.drawRoundedRect(whole, radius, radius)
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            # The rail is dark in both schemes: off the current block its ring takes the light colour.
            ring = theme.colour("focus") if self.isChecked() else theme.tokens_colour("dark", "focus")
            painter.setPen(QPen(ring, 2))
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
            painter.setBrush(Qt.BrushStyle.NoBrush)


class Mark(QWidget):
    """The product's mark at the head of the rail."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("Facilitator")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark."""
        del event
        painter = QPainter(self)
        middle = QRectF(self.rect()).center()
        inner = self._theme.colour("now")
        outer = self._theme.tokens_colour("light", "surface")
        paint_mark(painter, QRectF(middle.x() - 16, middle.y() - 16, 32, 32), outer=outer, inner=inner)
        painter.end()


class Rail(QWidget):
    """The window's pages. Up, Down, Home and End move inside; Enter or Space goes to the page."""

    chosen = Signal(str)
    """A person asked for the page with this key, for "keys" or for "settings"."""

    def __init__(self, theme: Theme, keys: Collection[str]) -> None:
        super().__init__()
        self._theme = theme
        self._mark = Mark(theme)
        self._items = [RailItem(theme, each) for each in DESTINATIONS if each.key in keys]
        foot = [RailItem(theme, KEYS)]
        if SETTINGS.key in keys:
            foot.append(RailItem(theme, SETTINGS))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._mark)
        for item in self._items:
            self._column.addWidget(item, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        for item in foot:
            self._column.addWidget(item, 0, Qt.AlignmentFlag.AlignHCenter)
        self._items += foot
        for item in self._items:
            item.clicked.connect(self._item_clicked)
        self._items[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.metrics_changed.connect(self._follow_metrics)
        self._follow_metrics()
        self.retranslate()

    @property
    def items(self) -> tuple[RailItem, ...]:
        """The items from top to bottom."""
        return tuple(self._items)

    def item(self, key: str) -> RailItem:
        """Return the item of a page. Raises KeyError when the rail does not have it."""
        for each in self._items:
            if each.destination.key == key:
                return each
        raise KeyError(key)

    def set_current(self, key: str) -> None:
        """Mark the page that is shown; it becomes the rail's tab stop."""
        for each in self._items:
            mine = each.destination.key == BELONGS.get(key, key)
            each.setChecked(mine)
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if mine else Qt.FocusPolicy.ClickFocus)

    def set_running(self, *, running: bool) -> None:
        """Show on Run whether a session runs."""
        for each in self._items:
            if each.destination.key == "run":
                each.set_dot(shown=running)

    def retranslate(self) -> None:
        """Name the pages in the screen's language."""
        self.setAccessibleName(_("Pages"))
        for each in self._items:
            each.retranslate()

    @Slot()
    def _item_clicked(self) -> None:
        item = self.sender()
        if isinstance(item, RailItem):
            self.chosen.emit(item.destination.key)

    @Slot()
    def _follow_metrics(self) -> None:
        metrics = self._theme.metrics
        self.setFixedWidth(metrics.rail)
        self._mark.setFixedHeight(metrics.header + (0 if metrics.compact else 2) - 4)
        self._column.setContentsMargins(0, 2, 0, 4 if metrics.compact else 8)
        for each in self._items:
            each.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus inside the rail without leaving the page that is shown."""
        places = [each for each in self._items if each.isVisible()]
        now = next((number for number, each in enumerate(places) if each.hasFocus()), None)
        if now is None:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Down:
                now = min(now + 1, len(places) - 1)
            case Qt.Key.Key_Up:
                now = max(now - 1, 0)
            case Qt.Key.Key_Home:
                now = 0
            case Qt.Key.Key_End:
                now = len(places) - 1
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                places[now].click()
                return
            case _:
                super().keyPressEvent(event)
                return
        focus_by_keyboard(places[now])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rail's ground."""
        del event
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.colour("rail"))
        painter.end()
