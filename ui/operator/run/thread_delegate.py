"""Paints the agenda's sessions on their thread."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.models.agenda_thread import ThreadRole
from ui.operator.run.lines import broken
from ui.presenters.run import AgendaLine
from ui.theme.focus import paint_focus_ring
from ui.theme.theme import Theme
from ui.theme.thread import dotted_pen, solid_pen

AnyIndex = QModelIndex | QPersistentModelIndex

_BEAD: Final = 17.0
"""Middle of the thread from the left edge of a row, in px."""
TIME: Final = 38.0
TITLE: Final = 92.0
FIGURES: Final = 10
"""px from the right edge of a row to the end of its difference to the plan."""
_VERSUS: Final = 36.0
_LINE: Final = 20
_EDGE: Final = 8
"""px kept free at the right."""


class ThreadDelegate(QStyledItemDelegate):
    """Paints one session on the thread: solid is done, marigold is now, hollow is to come."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height that the title needs."""
        del option
        view = self.parent()
        assert isinstance(view, QListView)  # noqa: S101 - the constructor takes one
        line: AgendaLine = index.data(ThreadRole.LINE)
        width = view.viewport().width()
        rows = len(self._title(line, width))
        if self._theme.metrics.compact and line.state in {"done", "left_out"}:
            return QSize(width, 32)
        height = 17 + rows * _LINE
        if line.state == "now":
            height = 22 + rows * _LINE + 18
        elif line.plan:
            height += 18
        return QSize(width, height)

    def _title(self, line: AgendaLine, width: float) -> tuple[str, ...]:
        theme = self._theme
        short = theme.metrics.compact and line.state in {"done", "left_out"}
        room = width - self._left() - (_VERSUS if line.state == "done" or line.versus else 10)
        return broken(line.title, self._font(line), room, 1 if short else 3)

    def _left(self) -> float:
        """Return where titles begin, in px from the left edge of a row."""
        return TITLE - 8 if self._theme.metrics.compact else TITLE

    def _plan_left(self, plan: str, font: QFont, width: float) -> float:
        """Return where the planned time begins: below the title, or further left so that it is whole."""
        missing = QFontMetricsF(font).horizontalAdvance(plan) - (width - self._left() - _EDGE)
        return max(TIME, self._left() - max(0.0, missing + 1))

    def _font(self, line: AgendaLine) -> QFont:
        weight = 700 if line.state == "now" else 500 if line.state == "next" else 400
        font = self._theme.font("body", weight=weight)
        if self._theme.metrics.compact:
            font.setPixelSize(14)
        font.setItalic(line.is_break)
        font.setStrikeOut(line.state == "left_out")
        return font

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint ground, thread, bead, time, title and difference to the plan."""
        line: AgendaLine = index.data(ThreadRole.LINE)
        theme, rect = self._theme, QRectF(option.rect)
        last = index.row() == index.model().rowCount() - 1
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(rect).adjusted(4, 1, -4, -1)
        if line.state == "now":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("now_tint"))
            painter.drawRoundedRect(ground, 8, 8)
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("primary_tint"))
            painter.drawRoundedRect(ground, 6, 6)
        bead = rect.top() + (
            21 if line.state == "now" else 18 if not self._short(line) else rect.height() / 2
        )
        self._paint_thread(painter, line, rect, bead, (index.row() == 0, last))
        self._paint_words(painter, line, rect, bead)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        view = option.widget
        if focused and view is not None and view.hasFocus():
            paint_focus_ring(painter, ground.adjusted(2, 2, -2, -2), 5, theme.colour("focus"))
        painter.restore()

    def _short(self, line: AgendaLine) -> bool:
        return self._theme.metrics.compact and line.state in {"done", "left_out"}

    def _paint_thread(
        self, painter: QPainter, line: AgendaLine, rect: QRectF, bead: float, ends: tuple[bool, bool]
    ) -> None:
        theme, x = self._theme, rect.left() + _BEAD
        first, last = ends
        done, primary, faint = line.state == "done", theme.colour("primary"), theme.colour("line_strong")
        if not first:
            painter.setPen(solid_pen(primary, 3) if line.state in {"done", "now"} else dotted_pen(faint, 3))
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, bead))
        if not last:
            painter.setPen(solid_pen(primary, 3) if done else dotted_pen(faint, 3))
            painter.drawLine(QPointF(x, bead), QPointF(x, rect.bottom()))
        radius = 4.5 if line.is_break else 6.0
        if line.state == "now":
            painter.setPen(QPen(primary, 3))
            painter.setBrush(theme.colour("now"))
            radius = 8.0
        elif done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(primary)
        else:
            painter.setPen(QPen(faint, 2))
            painter.setBrush(theme.colour("canvas"))
        painter.drawEllipse(QPointF(x, bead), radius, radius)

    def _paint_words(self, painter: QPainter, line: AgendaLine, rect: QRectF, bead: float) -> None:
        theme = self._theme
        quiet = line.state in {"done", "left_out"}
        top = bead - _LINE / 2
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(theme.colour("ink_2" if quiet else "ink"))
        painter.setFont(theme.font("body", weight=700 if line.state == "now" else 500, tabular=True))
        painter.drawText(QRectF(rect.left() + TIME, top, 60, _LINE), left, line.time)
        painter.setFont(self._font(line))
        x = rect.left() + self._left()
        for row, words in enumerate(self._title(line, rect.width())):
            painter.drawText(QRectF(x, top + row * _LINE, rect.width(), _LINE), left, words)
            below = top + (row + 1) * _LINE
        if line.plan and not self._short(line):
            painter.setPen(theme.colour("ink_2"))
            painter.setFont(theme.font("caption" if theme.metrics.compact else "meta", tabular=True))
            x = self._plan_left(line.plan, painter.font(), rect.width())
            said = broken(line.plan, painter.font(), rect.width() - x - _EDGE, 1)[0]
            painter.drawText(QRectF(rect.left() + x, below, rect.width(), 18), left, said)
        if line.versus:
            painter.setPen(theme.colour("over" if line.overran else "ink_3"))
            painter.setFont(theme.font("meta", weight=700 if line.overran else 500, tabular=True))
            room = QRectF(rect.right() - FIGURES - 50, top, 50, _LINE)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, line.versus)
