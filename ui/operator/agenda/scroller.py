"""Scrolls the timeline: its titles stay in sight, and it learns how high a day may be."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea

from ui.operator.agenda.timeline import Timeline


class TimelineScroller(QScrollArea):
    """The frame around a timeline."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__()
        self._timeline = timeline
        self._foot = 0
        self.setWidget(timeline)
        self.setWidgetResizable(True)
        self.setFocusProxy(timeline)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().valueChanged.connect(timeline.set_top)
        timeline.reveal.connect(self._reveal)

    def set_foot_room(self, px: int) -> None:
        """Leave room below the day without drawing it on another scale."""
        self._foot = px
        self.setViewportMargins(0, 0, 0, px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the timeline how high the part in sight is."""
        self._timeline.set_room(self.viewport().height() + self._foot)
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the timeline."""
        self._timeline.setFocus(event.reason())

    def _reveal(self, part: QRect) -> None:
        middle = part.center()
        self.ensureVisible(middle.x(), middle.y(), part.width() // 2, part.height() // 2)
