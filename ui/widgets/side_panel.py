"""The panel at a page's right edge: a heading, fields that scroll, and a foot that stays."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.labels import heading

PADDING = 20


class SidePanel(QFrame):
    """Details of what is selected. Fields save as one leaves them, so there is no save button.

    Add fields to `body`, buttons beside the heading to `tools`, and what must stay visible to `foot`.
    """

    escaped = Signal()
    """Escape was pressed in a field that had nothing to give back: the page takes the focus."""

    def __init__(self, theme: Theme, *, ground: str = "surface", width: int | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._fixed = width
        self._ground = ground
        self._heading = heading(theme, wrap=True)
        inner = QWidget()
        inner.setProperty("scrolled", True)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(PADDING, 8, PADDING, 16)
        self.body.setSpacing(14)
        self._whole = QVBoxLayout(inner)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addLayout(self.body)
        self._whole.addStretch(1)  # aligned upwards, the body would not know how high its words are
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(inner)
        self.tools = QHBoxLayout()
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(PADDING, 0, PADDING, 0)
        self._arrange()
        theme.metrics_changed.connect(self._follow_metrics)
        self._follow_metrics()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(PADDING, 16, PADDING, 4)
        top.addWidget(self._heading, 1)
        top.addLayout(self.tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 12)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.scroller, 1)
        column.addLayout(self.foot)

    def fill(self) -> None:
        """Give the body the whole height, for a part of it that takes what there is."""
        self._whole.setStretch(0, 1)
        self._whole.setStretch(1, 0)

    def set_heading(self, text: str) -> None:
        """Name what the panel is about."""
        self._heading.setText(text)
        self._heading.setVisible(bool(text))
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Escape; whoever stands around the panel may still use it."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        super().keyPressEvent(event)

    @Slot()
    def _follow_metrics(self) -> None:
        self.setFixedWidth(self._fixed or self._theme.metrics.side_panel)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line that separates the panel from the page."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(self._ground))
        painter.fillRect(0, 0, 1, self.height(), self._theme.colour("line"))
        painter.end()
