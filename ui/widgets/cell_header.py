"""The head of a table of cells: names, pairs of columns under one name, and the months of a Gantt column."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.models.cell_table import CELL
from ui.presenters.cells import Column
from ui.theme.theme import Theme
from ui.widgets.cell_painter import INSETS, MONTHS_INSET

ONE_LINE = 36
TWO_LINES = 50
MONTH_NAME = 27
"""px that a month needs to be named with three letters."""


class CellHeader(QHeaderView):
    """Painted from the columns themselves; nothing can be clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(24)

    def _column(self, section: int) -> Column | None:
        found = self.model().headerData(section, Qt.Orientation.Horizontal, CELL)
        return found if isinstance(found, Column) else None

    def _two_lines(self) -> bool:
        return any(column is not None and column.over for column in map(self._column, range(self.count())))

    def sizeHint(self) -> QSize:
        """Be two lines high where columns share a name."""
        return QSize(super().sizeHint().width(), TWO_LINES if self._two_lines() else ONE_LINE)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's own name
        """Paint one head."""
        column = self._column(logicalIndex)
        theme = self._theme
        painter.save()
        painter.fillRect(rect, theme.colour("canvas"))
        if column is not None:
            painter.setFont(theme.font("meta", weight=600))
            painter.setPen(theme.colour("ink_2"))
            if column.scale is not None:
                self._months(painter, QRectF(rect).adjusted(*MONTHS_INSET), column)
            else:
                self._name(painter, QRectF(rect), column, logicalIndex)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line_strong"))
        painter.restore()

    def _name(self, painter: QPainter, rect: QRectF, column: Column, section: int) -> None:
        align = {
            "left": Qt.AlignmentFlag.AlignLeft,
            "right": Qt.AlignmentFlag.AlignRight,
            "centre": Qt.AlignmentFlag.AlignHCenter,
        }[column.align]
        left, right = INSETS[column.align]
        room = rect.adjusted(left, 0, -right, -1)
        if self._two_lines():
            self._shared(painter, rect, column, section)
            room.setTop(rect.center().y() if column.over else rect.top())
        metrics = QFontMetricsF(painter.font())
        words = metrics.elidedText(column.head, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, words)

    def _shared(self, painter: QPainter, rect: QRectF, column: Column, section: int) -> None:
        """Paint the name over several columns, each its own part of it."""
        if not column.over:
            return
        first = last = section
        while first > 0 and self._over(first - 1) == column.over:
            first -= 1
        while last < self.count() - 1 and self._over(last + 1) == column.over:
            last += 1
        left = rect.left() - sum(self.sectionSize(each) for each in range(first, section))
        width = sum(self.sectionSize(each) for each in range(first, last + 1))
        painter.save()
        painter.setClipRect(rect)
        if any(self._head(each) for each in range(first, last + 1)):
            whole = QRectF(left, rect.top() + 4, width, rect.height() / 2 - 4)
            metrics = QFontMetricsF(painter.font())
            words = metrics.elidedText(column.over, Qt.TextElideMode.ElideRight, width - 6)
            painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, words)
        else:  # nothing stands below: the name may break into the second line
            whole = QRectF(left + 3, rect.top() + 4, width - 6, rect.height() - 8)
            painter.drawText(whole, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, column.over)
        painter.restore()

    def _over(self, section: int) -> str:
        column = self._column(section)
        return "" if column is None else column.over

    def _head(self, section: int) -> str:
        column = self._column(section)
        return "" if column is None else column.head

    def _months(self, painter: QPainter, rect: QRectF, column: Column) -> None:
        scale = column.scale
        if scale is None or not scale.months:
            return
        starts = [start for _name, _letter, start in scale.months]
        narrow = rect.width() * ((starts[1] - starts[0]) if len(starts) > 1 else 1) < MONTH_NAME
        step = 1 if rect.width() / len(starts) > 11 else 3
        for name, letter, start in scale.months[::step]:
            x = rect.left() + rect.width() * start
            room = QRectF(x + 2, rect.top(), rect.right() - x, rect.height() - 1)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, letter if narrow else name)
