"""The radar of the six principles: one line for each side, told apart by stroke and marker too."""

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.domain.cases import Perspective
from ui.presenters.cases_gaps import RadarLine
from ui.theme.theme import Theme

_LEGEND: Final = 30
_LABEL: Final = 118
"""px of width for the words at an axis."""

_LOOKS: Final[dict[Perspective, tuple[str, Qt.PenStyle, int]]] = {
    Perspective.SELLER: ("primary", Qt.PenStyle.SolidLine, 0),
    Perspective.BUYER: ("over", Qt.PenStyle.DashLine, 4),
    Perspective.FACILITATOR: ("ink_2", Qt.PenStyle.DotLine, 3),
}
"""Colour, stroke, and corners of the marker (0 is a circle) of each side."""


class Radar(QWidget):
    """Paints axes, rings and lines; the figures stand in the tables beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._axes: tuple[str, ...] = ()
        self._lines: tuple[RadarLine, ...] = ()
        self._rings = 4
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_lines(self, axes: Sequence[str], lines: Sequence[RadarLine], rings: int) -> None:
        """Show these lines over so many rings, one for each step of the scale."""
        self._axes, self._lines = tuple(axes), tuple(lines)
        self._rings = max(1, min(rings, 10))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size at which the words at the axes have room."""
        return QSize(420, 340)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint rings, axes, words, lines and legend."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0, 0, 0, -_LEGEND)
        radius = max(40.0, min((room.height() - 84) / 2, (room.width() - 2 * _LABEL) / 2 / 0.866))
        middle = room.center()
        self._paint_net(painter, middle, radius)
        for line in self._lines:
            self._paint_line(painter, middle, radius, line)
        self._paint_legend(painter, QRectF(self.rect()).bottom() - 12)
        painter.end()

    def _at(self, middle: QPointF, radius: float, place: int) -> QPointF:
        angle = math.tau * place / max(1, len(self._axes)) - math.pi / 2
        return QPointF(middle.x() + radius * math.cos(angle), middle.y() + radius * math.sin(angle))

    def _paint_net(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        theme, count = self._theme, len(self._axes)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring in range(1, self._rings + 1):
            painter.setPen(QPen(theme.colour("line_strong" if ring == self._rings else "line"), 1))
            corners = [self._at(middle, radius * ring / self._rings, place) for place in range(count)]
            painter.drawPolygon(QPolygonF(corners))
        painter.setFont(theme.font("meta"))
        for place, words in enumerate(self._axes):
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(middle, self._at(middle, radius, place))
            painter.setPen(theme.colour("ink_2"))
            box, flag = self._label_box(middle, self._at(middle, radius + 8, place))
            painter.drawText(box, flag | Qt.TextFlag.TextWordWrap, words)

    def _label_box(self, middle: QPointF, point: QPointF) -> tuple[QRectF, Qt.AlignmentFlag]:
        """Return where the words at an axis stand, within the widget, and how they are aligned."""
        aside = point.x() - middle.x()
        if abs(aside) < 2:
            above = point.y() < middle.y()
            top = point.y() - 36 if above else point.y()
            flag = Qt.AlignmentFlag.AlignHCenter | (
                Qt.AlignmentFlag.AlignBottom if above else Qt.AlignmentFlag.AlignTop
            )
            return QRectF(point.x() - 110, top, 220, 36), flag
        wide = min(_LABEL, self.width() - point.x() if aside > 0 else point.x())
        left = point.x() if aside > 0 else point.x() - wide
        side = Qt.AlignmentFlag.AlignLeft if aside > 0 else Qt.AlignmentFlag.AlignRight
        return QRectF(left, point.y() - 36, wide, 72), side | Qt.AlignmentFlag.AlignVCenter

    def _paint_line(self, painter: QPainter, middle: QPointF, radius: float, line: RadarLine) -> None:
        name, stroke, corners = _LOOKS[line.side]
        colour = self._theme.colour(name)
        points = [
            None if share is None else self._at(middle, radius * share, place)
            for place, share in enumerate(line.shares)
        ]
        painter.setPen(QPen(colour, 2.2, stroke))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place, point in enumerate(points):
            following = points[(place + 1) % len(points)]
            if point is not None and following is not None:
                painter.drawLine(point, following)
        for point in points:
            if point is not None:
                self._paint_marker(painter, point, colour, corners)

    def _paint_marker(self, painter: QPainter, point: QPointF, colour: QColor, corners: int) -> None:
        painter.setPen(QPen(self._theme.colour("canvas"), 1.5))
        painter.setBrush(colour)
        if corners == 0:
            painter.drawEllipse(point, 4.5, 4.5)
        elif corners == 4:
            painter.drawRect(QRectF(point.x() - 4, point.y() - 4, 8, 8))
        else:
            x, y = point.x(), point.y()
            painter.drawPolygon(
                QPolygonF([QPointF(x, y - 5.5), QPointF(x + 5, y + 4), QPointF(x - 5, y + 4)])
            )

    def _paint_legend(self, painter: QPainter, y: float) -> None:
        font = self._theme.font("meta", weight=600)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        widths = [40 + metrics.horizontalAdvance(line.name) + 20 for line in self._lines]
        x = (self.width() - sum(widths)) / 2
        for line, width in zip(self._lines, widths, strict=True):
            name, stroke, corners = _LOOKS[line.side]
            colour = self._theme.colour(name)
            painter.setPen(QPen(colour, 2.2, stroke))
            painter.drawLine(QPointF(x, y), QPointF(x + 30, y))
            self._paint_marker(painter, QPointF(x + 15, y), colour, corners)
            painter.setPen(self._theme.colour("ink"))
            painter.drawText(QRectF(x + 38, y - 10, width, 20), Qt.AlignmentFlag.AlignVCenter, line.name)
            x += width
