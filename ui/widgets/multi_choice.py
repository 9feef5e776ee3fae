"""Several of a list: a field that opens a list of check marks and says what is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from facilitator.i18n import _
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.widgets.menu import Menu


class MultiChoice(QPushButton):
    """Some of several, by key. Only a person's choice is announced."""

    chosen = Signal(list)
    """The chosen keys, in the order of the items."""

    def __init__(self, theme: Theme, name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._items: list[tuple[str, str]] = []
        self._keys: list[str] = []
        self._menu = Menu(self)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._open)

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, label) items; what is chosen stays chosen."""
        self._items = list(items)
        self._tell()

    def set_keys(self, keys: Sequence[str]) -> None:
        """Choose these keys without announcing it."""
        self._keys = list(keys)
        self._tell()

    def keys(self) -> list[str]:
        """Return the chosen keys."""
        return list(self._keys)

    def words(self) -> str:
        """Return the labels of what is chosen."""
        return ", ".join(text for key, text in self._items if key in self._keys) or _("None")

    def _tell(self) -> None:
        self.setAccessibleDescription(self.words())
        self.setToolTip(self.words() if len(self._keys) > 1 else "")
        self.update()

    def _open(self) -> None:
        self._menu.clear()
        for key, text in self._items:
            action = QAction(text.replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setChecked(key in self._keys)
            action.setData(key)
            action.toggled.connect(lambda on, key=key: self._toggle(key, on=on))
            self._menu.addAction(action)
        self._menu.setMinimumWidth(self.width())
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def close_list(self) -> None:
        """Close the list, if it is open."""
        self._menu.close()

    def _toggle(self, key: str, *, on: bool) -> None:
        wanted = {*self._keys, key} if on else {each for each in self._keys if each != key}
        self._keys = [each for each, _text in self._items if each in wanted]
        self._tell()
        self.chosen.emit(self.keys())

    def sizeHint(self) -> QSize:
        """Be as high as a field."""
        return QSize(120, self._theme.metrics.field)

    def minimumSizeHint(self) -> QSize:
        """Give way: what does not fit is elided and shown as a tip."""
        return QSize(60, self._theme.metrics.field)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a field with a chevron."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("ink_3" if self.underMouse() else "line_strong"), 1))
        painter.setBrush(theme.colour("surface"))
        radius = theme.radius("control")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        room = QRectF(self.rect()).adjusted(11, 0, -32, 0)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("ink" if self._keys else "ink_2"))
        words = QFontMetricsF(painter.font()).elidedText(
            self.words(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        sign = QRectF(self.width() - 24, self.height() / 2 - 8, 16, 16)
        paint_icon(painter, sign, "chevron-down", theme.colour("ink_2"))
        painter.end()
