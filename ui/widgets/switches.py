"""Choices among a few: a segmented control for one of several, a toggle for on and off."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.theme.focus import RING_RADIUS
from ui.theme.theme import Theme, mixed
from ui.widgets.labels import restyle


class SegmentedControl(QWidget):
    """One of a few, side by side. Arrow keys move inside, Tab leaves."""

    chosen = Signal(str)
    """A person chose the segment with this key."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        self._items: list[tuple[str, str]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._keys[number]))

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Show these (key, label) segments; the chosen one stays chosen if it is among them.

        The same segments as before stay the same buttons, with the focus if one has it.
        """
        if [(key, text) for key, text in items] == self._items:
            return
        self._items = list(items)
        was = self.current_key()
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._keys = [key for key, _label in items]
        for number, (_key, text) in enumerate(items):
            self._add(number, text, len(items))
        if was in self._keys:
            self.set_key(was)
        elif self._keys:
            self.set_key(self._keys[0])

    def _add(self, number: int, text: str, count: int) -> None:
        button = QPushButton(text.replace("&", "&&"))
        button.setCheckable(True)
        places = {0: "first", count - 1: "last"}
        button.setProperty("segment", "only" if count == 1 else places.get(number, "middle"))
        button.setAccessibleName(text)
        self._group.addButton(button, number)
        self._row.addWidget(button)
        restyle(button)

    def current_key(self) -> str:
        """Return the key of the chosen segment, empty while there are none."""
        number = self._group.checkedId()
        return self._keys[number] if 0 <= number < len(self._keys) else ""

    def set_key(self, key: str) -> None:
        """Choose a segment without announcing it. Raises ValueError for an unknown key."""
        self._group.button(self._keys.index(key)).setChecked(True)

    def button(self, key: str) -> QAbstractButton:
        """Return the segment with this key."""
        return self._group.button(self._keys.index(key))


class Toggle(QAbstractButton):
    """On or off, at once. Give it the name of what it switches; a label may stand beside it."""

    TRACK: Final = (36, 20)

    def __init__(self, theme: Theme, name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(RING_RADIUS, self.TRACK[1] / 2)

    def sizeHint(self) -> QSize:
        """Return the size of the track."""
        return QSize(*self.TRACK)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track and knob; on the right means on."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = theme.colour("primary" if self.isChecked() else "line_strong")
        if not self.isEnabled():
            ground = mixed(ground, theme.colour("canvas"), 0.45)
        track = QRectF(self.rect())
        painter.setBrush(ground)
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.setBrush(theme.colour("on_primary" if self.isChecked() else "surface"))
        middle = track.height() / 2
        x = track.width() - middle if self.isChecked() else middle
        painter.drawEllipse(QPointF(x, middle), middle - 3, middle - 3)
        painter.end()
