"""Paints the matrix on the operator's page: numbers on a square from 1 to 5; a click chooses one."""

from itertools import groupby
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.domain.frozen import dataclass
from facilitator.domain.matrix import MIDDLE
from facilitator.domain.ratings import HIGHEST, LOWEST
from facilitator.plotting import Sign, along, apart, numbered
from ui.presenters.matrix import MatrixRow, MatrixState
from ui.theme.theme import Theme

_SIGN: Final = 26.0
_PAD: Final = 14.0
_LEFT: Final = 30.0
_NAME: Final = 28.0
_FOOT: Final = 54.0
_LEAST: Final = 320
_LABELLED: Final = 40
"""So many spots have their numbers; of more only the chosen one has, the others are discs."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What stands on one place: its sign, and its rows."""

    label: str
    sign: Sign
    rows: tuple[MatrixRow, ...]


class MatrixPlot(QWidget):
    """Shows what the list beside it says; the list has the keys and speaks."""

    chosen = Signal(object)
    """The key of what was clicked; a spot that several share gives one after the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state = MatrixState()
        self._current: object = None
        self.spots: list[Spot] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a square of comfortable size with the names of its axes."""
        return QSize(560, 560)

    def minimumSizeHint(self) -> QSize:
        """Return the least at which numbers do not stand on each other."""
        return QSize(_LEAST, _LEAST)

    def show_state(self, state: MatrixState, current: object) -> None:
        """Show these points, with one of them chosen."""
        if state != self._state:
            self._state = state
            self._place()
        self._current = current
        self.update()

    @property
    def square(self) -> QRectF:
        """Where the square stands."""
        side = max(80.0, min(self.width() - _LEFT - _PAD, self.height() - _NAME - _FOOT))
        return QRectF(_LEFT, _NAME, side, side)

    def _place(self) -> None:
        metrics = QFontMetricsF(self._theme.font("body_strong", tabular=True))
        side = self.square.width()
        grouped = [(at, tuple(rows)) for at, rows in groupby(self._state.rows, key=lambda row: row.place)]
        labels = [numbered([row.number for row in rows]) for _at, rows in grouped]
        widths = [max(_SIGN, metrics.horizontalAdvance(label) + _PAD) for label in labels]
        homes = [(along(across, side), side - along(up, side)) for (across, up), _rows in grouped]
        if len(grouped) > _LABELLED:
            signs = [Sign(x, y, wide, _SIGN, x, y) for (x, y), wide in zip(homes, widths, strict=True)]
        else:
            signs = apart(homes, widths, _SIGN, side)
        self.spots = [
            Spot(label, sign, rows) for label, sign, (_at, rows) in zip(labels, signs, grouped, strict=True)
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find places on the new square."""
        super().resizeEvent(event)
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what stands there."""
        point = event.position() - self.square.topLeft()
        for spot in reversed(self.spots):
            sign = spot.sign
            if abs(point.x() - sign.x) <= sign.wide / 2 and abs(point.y() - sign.y) <= sign.high / 2:
                keys: list[object] = [row.key for row in spot.rows]
                after = keys.index(self._current) + 1 if self._current in keys else 0
                self.chosen.emit(keys[after % len(keys)])
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint square, names and signs, the chosen one last."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = self.square
        self._paint_grid(painter, square)
        self._paint_names(painter, square)
        painter.translate(square.topLeft())
        painter.setFont(self._theme.font("body_strong", tabular=True))
        last = [spot for spot in self.spots if any(row.key == self._current for row in spot.rows)]
        for spot in self.spots:
            if spot.sign.moved:
                sign, colour = spot.sign, self._theme.colour("primary")
                painter.setPen(QPen(colour, 1.5))
                painter.drawLine(QLineF(sign.home_x, sign.home_y, sign.x, sign.y))
                painter.setBrush(colour)
                painter.drawEllipse(QPointF(sign.home_x, sign.home_y), 3.5, 3.5)
        for spot in (*self.spots, *last):
            self._paint_spot(painter, spot, chosen=spot in last)
        painter.end()

    def _paint_grid(self, painter: QPainter, square: QRectF) -> None:
        theme = self._theme
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(square, 8, 8)
        painter.setFont(theme.font("caption", tabular=True))
        for mark in range(LOWEST, HIGHEST + 1):
            at = along(mark, square.width())
            x, y = square.left() + at, square.bottom() - at
            strong = mark == MIDDLE
            painter.setPen(QPen(theme.colour("ink_3" if strong else "line"), 1.5 if strong else 1))
            painter.drawLine(QLineF(x, square.top() + 1, x, square.bottom() - 1))
            painter.drawLine(QLineF(square.left() + 1, y, square.right() - 1, y))
            painter.setPen(theme.colour("ink_2"))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - 10, square.left() - 8, 20), right, str(mark))
            middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(QRectF(x - 20, square.bottom() + 4, 40, 20), middle, str(mark))

    def _paint_names(self, painter: QPainter, square: QRectF) -> None:
        painter.setFont(self._theme.font("body_strong"))
        painter.setPen(self._theme.colour("ink"))
        metrics, elide = QFontMetricsF(painter.font()), Qt.TextElideMode.ElideRight
        room = square.width()
        up = metrics.elidedText(f"↑ {self._state.up}", elide, room)
        across = metrics.elidedText(self._state.across, elide, room - 24)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(square.left(), 0, room, _NAME - 4), left, up)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(square.left(), square.bottom() + 26, room, 24), right, f"{across} →")

    def _paint_spot(self, painter: QPainter, spot: Spot, *, chosen: bool) -> None:
        theme, sign = self._theme, spot.sign
        painter.setPen(QPen(theme.colour("surface"), 2))
        painter.setBrush(theme.colour("now" if chosen else "primary"))
        if not chosen and len(self.spots) > _LABELLED:
            painter.drawEllipse(QPointF(sign.x, sign.y), 6, 6)
            return
        rect = QRectF(sign.x - sign.wide / 2, sign.y - sign.high / 2, sign.wide, sign.high)
        if chosen:
            painter.setPen(QPen(theme.colour("ink"), 2.5))
        painter.drawRoundedRect(rect, sign.high / 2, sign.high / 2)
        painter.setPen(theme.colour("on_now" if chosen else "on_primary"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, spot.label)
