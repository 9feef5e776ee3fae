"""Paints the days of the timeline: hours, blocks, where times collide, titles, and what is dragged."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from facilitator.domain.ids import SessionId
from ui.operator.agenda.block_painter import BlockPainter, span_words
from ui.operator.agenda.geometry import HEAD, HOURS, Column, Geometry, Placed
from ui.presenters.agenda import DayColumn, clock
from ui.theme.focus import paint_focus_ring
from ui.theme.theme import Theme

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class DaysPainter:
    """Paints a layout of days; it keeps nothing but the theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._blocks = BlockPainter(theme)

    def paint_days(
        self, painter: QPainter, geometry: Geometry, chosen: SessionId | None, focused: SessionId | None
    ) -> None:
        """Paint hours and blocks, the chosen block marked, the focused one with its ring."""
        for column in geometry.columns:
            self._hours(painter, column, geometry.hours)
        for placed in geometry.placed:
            column_of = geometry.column_of(placed.date)
            if column_of is not None:
                self._block(painter, placed, column_of, chosen=placed.block.id == chosen)
            if placed.block.id == focused:
                ring = self._theme.colour("focus")
                paint_focus_ring(painter, placed.rect, self._theme.radius("card"), ring)
        for column in geometry.columns:
            self._end(painter, column)

    def paint_heads(self, painter: QPainter, geometry: Geometry, top: int) -> None:
        """Paint the titles of the days at `top`, over whatever is scrolled below them."""
        painter.fillRect(QRectF(0, top, geometry.width, HEAD), self._theme.colour("canvas"))
        for column in geometry.columns:
            self._head(painter, column, top)

    def paint_drag(self, painter: QPainter, column: Column, start: int, minutes: int) -> None:
        """Paint where a session would lie if it were let go now."""
        top, bottom = column.y(start), column.y(start + minutes)
        rect = QRectF(column.rect.x(), top, column.rect.width(), max(22.0, bottom - top - 2))
        self._blocks.ghost(painter, rect, span_words(clock(start), clock(start + minutes)))

    def _hours(self, painter: QPainter, column: Column, hours: list[int]) -> None:
        painter.setFont(self._theme.font("meta", tabular=True))
        painter.setPen(self._theme.colour("ink_3"))
        for minute in hours:
            place = QRectF(column.rect.x() - HOURS, column.y(minute) - 9, HOURS - 8, 18)
            painter.drawText(place, _RIGHT, clock(minute))

    def _block(self, painter: QPainter, placed: Placed, column: Column, *, chosen: bool) -> None:
        block, rect = placed.block, placed.rect
        top = max(column.y(block.end - block.clash), rect.top() + 22) if block.clash else rect.bottom()
        free = QRectF(rect.x(), rect.y(), rect.width(), top - rect.y())
        self._blocks.paint(painter, rect, block, selected=chosen, free=free)
        if block.clash:
            self._blocks.clash(painter, QRectF(rect.left() + 1, top, rect.width() - 2, rect.bottom() - top))
        if block.over_from is not None:
            top = max(column.y(block.over_from), rect.top())
            self._blocks.overrun(painter, QRectF(rect.left(), top, rect.width(), rect.bottom() - top))

    def _end(self, painter: QPainter, column: Column) -> None:
        if column.day.closes is None or all(block.over_from is None for block in column.day.blocks):
            return
        y = column.y(column.day.closes, after=False)
        painter.setPen(QPen(self._theme.colour("over"), 1.5))
        painter.drawLine(QPointF(column.rect.x() - HOURS + 6, y), QPointF(column.rect.right(), y))
        lowest = max(column.y(block.end) for block in column.day.blocks)
        painter.setFont(self._theme.font("meta", weight=600))
        words = QRectF(column.rect.x(), lowest + 4, column.rect.width(), 20)
        painter.drawText(words, _LEFT, column.day.closes_text)

    def _head(self, painter: QPainter, column: Column, top: int) -> None:
        theme = self._theme
        room = QRectF(column.rect.x(), top + 6, column.rect.width(), HEAD - 10)
        painter.setFont(theme.font("heading"))
        painter.setPen(theme.colour("ink"))
        painter.drawText(room, _LEFT, column.day.title)
        used = QFontMetricsF(theme.font("heading")).horizontalAdvance(column.day.title) + 16
        font = theme.font("meta", tabular=True)
        painter.setFont(font)
        painter.setPen(theme.colour("ink_2"))
        painter.drawText(room, _RIGHT, fitting_summary(column.day, QFontMetricsF(font), room.width() - used))


def fitting_summary(day: DayColumn, metrics: QFontMetricsF, room: float) -> str:
    """Return what the head of a day says in `room` px: the whole summary, else when the day ends."""
    if metrics.horizontalAdvance(day.summary) <= room or not day.ends:
        return metrics.elidedText(day.summary, Qt.TextElideMode.ElideRight, room)
    return day.ends
