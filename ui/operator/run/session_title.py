"""The title of the session that runs: as large as it goes, on two lines before it is elided."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent

from ui.operator.run.lines import broken
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel

_SIZES: Final = (20, 18)
"""px that a long title steps down to (design.md section 6); at the last it may break."""
_LINE: Final = 1.15


class SessionTitle(ElidedLabel):
    """One line at 24 or 20 px, else two lines at 18 px."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "title")
        self._theme = theme
        self.is_broken = False
        """Whether the title stands on two lines."""

    def fit(self) -> None:
        """Choose size and lines for the width there is."""
        font = self._theme.font("title")
        self.setFont(font)
        for px in _SIZES:
            if self.is_elided():
                font.setPixelSize(px)
                self.setFont(font)
        broke = self.is_elided()
        if broke != self.is_broken:
            self.is_broken = broke
            self.updateGeometry()
        self.update()

    def _height(self) -> int:
        return round(QFontMetrics(self.font()).height() * _LINE)

    def sizeHint(self) -> QSize:
        """Return one line, or two."""
        one = super().sizeHint()
        return QSize(one.width(), 2 * self._height()) if self.is_broken else one

    def minimumSizeHint(self) -> QSize:
        """Ask for the height of the lines, for no width."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint one line, or two."""
        if not self.is_broken:
            super().paintEvent(event)
            return
        room = QRectF(self.contentsRect())
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.setFont(self.font())
            for row, words in enumerate(broken(self.text(), self.font(), room.width(), 2)):
                line = QRectF(0, row * self._height(), room.width() + 2, self._height())
                painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
