"""What a page shows before anything is there: the thread still dotted, one sentence, one action."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.thread import append_loop, dotted_pen
from ui.widgets.buttons import Button
from ui.widgets.labels import heading, label


class DottedLoop(QWidget):
    """One loop of the thread that is still to come."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the design's size."""
        return QSize(152, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the loop."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(dotted_pen(self._theme.colour("primary"), 4))
        base = self.height() - 5
        path = QPainterPath(QPointF(4, base))
        append_loop(path, 62, base, 23)
        path.lineTo(self.width() - 4, base)
        painter.drawPath(path)
        painter.end()


class EmptyState(QWidget):
    """Nothing is there yet: what will be, and the one thing that brings it."""

    acted = Signal()
    """A person asked for the one action."""

    def __init__(self, theme: Theme, *, icon: str = "", loop: bool = True) -> None:
        super().__init__()
        self._heading = heading(theme, wrap=True)
        self._sentence = label(theme, tone="ink_2", wrap=True)
        self.button = Button(theme, " ", kind="primary", icon=icon)
        self.button.clicked.connect(self.acted)
        self._loop = DottedLoop(theme)
        block = QWidget()
        block.setMaximumWidth(420)
        column = QVBoxLayout(block)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(6)
        column.addWidget(self._loop)
        column.addSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._sentence)
        column.addSpacing(10)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        around = QVBoxLayout(self)
        around.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(block, 4)
        row.addStretch(1)
        around.addLayout(row)
        around.addStretch(3)
        self._loop.setHidden(not loop)

    def set_words(self, heading_text: str, sentence: str, action: str = "") -> None:
        """Say what is missing and name the action; without a name there is no button."""
        self._heading.setText(heading_text)
        self._sentence.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(heading_text)
        self.setAccessibleDescription(sentence)
