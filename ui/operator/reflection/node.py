"""A box of the diagram: its name, lists typed in place, and evidence at its foot."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.labels import heading

PADDING = 15


class Node(QWidget):
    """Assumptions, actions or results. Add what is typed to `body`, evidence to `foot`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._heading = heading(theme)
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.top.addWidget(self._heading, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 12, PADDING, 13)
        column.setSpacing(4)
        column.addLayout(self.top)
        column.addLayout(self.body)
        column.addStretch(1)
        column.addSpacing(8)
        column.addLayout(self.foot)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_name(self, name: str) -> None:
        """Name the box."""
        self._heading.setText(name)
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("ink_2"), 1))
        painter.setBrush(self._theme.colour("surface"))
        radius = self._theme.radius("control")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()


class ChangeBox(QWidget):
    """What a loop changes, on marigold once it is written; a change is where the loop has its news."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._written = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(PADDING, 10, PADDING, 11)
        self.column.setSpacing(4)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_written(self, *, written: bool) -> None:
        """Say whether the change is written."""
        self._written = written
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, dashed and bare while there is no change."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("cue" if self._written else "line_strong"), 1)
        if not self._written:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour("now_tint" if self._written else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.end()
