"""The parts of the Home page: the thread above, commitments at the left, the outline at the right."""

from typing import Final

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.operator.home.commitments import CommitmentsPart
from ui.operator.home.details import Details
from ui.operator.home.shelf import Shelf
from ui.operator.home.thread import ThreadView
from ui.theme.theme import Theme
from ui.widgets.fields import InlineError

_LOW: Final = 660
"""px of the page below which the thread says less."""


class _Side(QWidget):
    """The right column, with the line that separates it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        del event
        painter = QPainter(self)
        painter.fillRect(0, 0, 1, self.height(), self._theme.colour("line"))
        painter.end()


class HomeView(QWidget):
    """Everything of Home once there is something."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.cycle = ThreadView(theme)
        self.commitments = CommitmentsPart(theme)
        self.shelf = Shelf(theme)
        self.details = Details(theme)
        self.trouble = InlineError(theme)
        self.side = _Side(theme)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.shelf)
        self._pages.addWidget(self.details)
        side = QVBoxLayout(self.side)
        side.setContentsMargins(1, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self._pages, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.commitments, 1)
        below.addWidget(self.side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.cycle)
        whole.addWidget(self.trouble)
        whole.addLayout(below, 1)
        self.side.setFixedWidth(404)

    @property
    def shows_details(self) -> bool:
        """Whether the details are shown instead of the outline."""
        return self._pages.currentWidget() is self.details

    def show_details(self, *, shown: bool) -> None:
        """Show the details of the row, or the outline again with the focus on it."""
        self._pages.setCurrentWidget(self.details if shown else self.shelf)
        if shown:
            self.details.edit_first()
        else:
            self.shelf.list.setFocus()
        self._make_room()

    def set_compact(self, *, compact: bool) -> None:
        """Give the outline less room in the compact layout."""
        self.side.setFixedWidth(348 if compact else 404)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the tables some rows where the window is low."""
        super().resizeEvent(event)
        self.cycle.set_low(low=self.height() < _LOW)
        self._make_room()

    def _make_room(self) -> None:
        """Let the fields of a record have the thread's room in a low window."""
        self.cycle.setVisible(not (self.shows_details and self.height() < _LOW))

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.commitments.retranslate()
        self.shelf.retranslate()
        self.details.retranslate()
