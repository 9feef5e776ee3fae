"""How the answers to one question spread over its marks: a small column each, with its count."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme

COLUMN: Final = 26
_HEIGHT: Final = 38
_FIGURE: Final = 14
"""px for the count over a column."""


class Spread(QWidget):
    """Columns on a common foot. What they say stands in its accessible name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._counts: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Sequence[int], spoken: str) -> None:
        """Show how many gave each mark, lowest first."""
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        if len(counts) != len(self._counts):
            self.updateGeometry()
        self._counts = tuple(counts)
        self.update()

    def sizeHint(self) -> QSize:
        """Fit the columns."""
        return QSize(COLUMN * len(self._counts), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint columns and counts; a mark that nobody gave keeps its place."""
        del event
        theme = self._theme
        highest = max(self._counts, default=0) or 1
        foot, room = self.height() - 2.0, self.height() - _FIGURE - 3.0
        with QPainter(self) as painter:
            painter.setFont(theme.font("caption", tabular=True))
            for place, count in enumerate(self._counts):
                left = place * COLUMN + 2.0
                height = room * count / highest
                if count:
                    painter.fillRect(QRectF(left, foot - height, COLUMN - 6, height), theme.colour("primary"))
                painter.setPen(theme.colour("ink" if count else "ink_3"))
                over = QRectF(left - 2, foot - height - _FIGURE, COLUMN - 2, _FIGURE)
                painter.drawText(over, Qt.AlignmentFlag.AlignCenter, str(count) if count else "–")
            painter.setPen(QPen(theme.colour("line_strong"), 1))
            painter.drawLine(0, round(foot), round(COLUMN * len(self._counts) - 4), round(foot))
