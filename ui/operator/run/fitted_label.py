"""Words as large as they go on the console: on one line, then on two, before they are elided."""

from typing import Final, TypeAlias

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.operator.run.lines import broken
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel

Steps: TypeAlias = tuple[tuple[int, int], ...]
"""Sizes in px with how many lines they may take; the first that holds the whole text is used."""

_LINE: Final = 1.22


class FittedLabel(ElidedLabel):
    """Steps down through sizes until its words fit; what the last one cannot hold is elided, with a tip."""

    def __init__(self, theme: Theme, role: str, steps: Steps, tone: str = "ink") -> None:
        super().__init__(theme, role, tone)
        self._theme = theme
        self.setWordWrap(True)  # layouts ask for the height at a width
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_steps(role, steps)

    def set_steps(self, role: str, steps: Steps) -> None:
        """Use other sizes, in the weight of a role of the type scale."""
        self._steps: list[tuple[QFont, int]] = []
        for px, lines in steps:
            font = self._theme.font(role)
            font.setPixelSize(px)
            self._steps.append((font, lines))
        self.updateGeometry()
        self.update()

    def _fitted(self, width: float) -> tuple[QFont, tuple[str, ...], bool]:
        """Return font and lines at a width in px, and whether they are the whole text."""
        for font, most in self._steps:
            lines = broken(self.text(), font, width, most + 1)
            if len(lines) <= most:
                return font, lines, True
        return font, broken(self.text(), font, width, most), False

    def is_elided(self) -> bool:
        """Say whether the whole text has no room at any size."""
        return not self._fitted(self.contentsRect().width())[2]

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that the words take at a width, in px."""
        font, lines, _whole = self._fitted(width)
        return len(lines) * _line(font)

    def sizeHint(self) -> QSize:
        """Return one line at the largest size."""
        font = self._steps[0][0]
        return QSize(round(QFontMetricsF(font).horizontalAdvance(self.text())), _line(font))

    def minimumSizeHint(self) -> QSize:
        """Ask for one line, and for no width."""
        return QSize(0, _line(self._steps[-1][0]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines in the middle of the height."""
        del event
        room = self.contentsRect()
        font, lines, _whole = self._fitted(room.width())
        height = _line(font)
        top = room.top() + (room.height() - len(lines) * height) / 2
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextDontClip
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.setFont(font)
            for row, words in enumerate(lines):
                painter.drawText(QRectF(room.left(), top + row * height, room.width(), height), flags, words)


def _line(font: QFont) -> int:
    return round(font.pixelSize() * _LINE)
