"""How tables look: a quiet header over a strong rule, thin lines between rows, figures aligned."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.theme.theme import Theme

ROW: Final = 41
BAR: Final = 4

AnyIndex = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints a cell over its row's line; the selected row has a petrol bar at its left edge.

    Cells aligned to the right hold figures, which are set in digits of one width.
    """

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Give figures their tabular digits."""
        super().initStyleOption(option, index)
        if option.displayAlignment & Qt.AlignmentFlag.AlignRight:
            option.font = self._theme.font("body", tabular=True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the cell, the line below it, and the bar of a selected row."""
        super().paint(painter, option, index)
        rect = option.rect
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.colour("line"))
        if index.column() == 0 and option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect.left(), rect.top(), BAR, rect.height(), self._theme.colour("primary"))


class Table(QTableView):
    """A table that can leave room below its last row, for what lies over its foot for a moment."""

    _foot = 0

    def set_foot_room(self, px: int) -> None:
        """Let the last row be scrolled so far above the foot."""
        self._foot = px
        self.updateGeometries()

    def updateGeometries(self) -> None:
        """Reach further than Qt, which sets a table's own margins aside."""
        super().updateGeometries()
        if self._foot:
            bar, room = self.verticalScrollBar(), self.viewport().height() - self._foot
            bar.setMaximum(max(bar.maximum(), self.verticalHeader().length() - room))


def style_table(view: QTableView, theme: Theme, *, row: int = ROW) -> RowDelegate:
    """Give a table the design's header, row height in px and selection; return its delegate."""
    delegate = RowDelegate(theme, view)
    view.setItemDelegate(delegate)
    view.setShowGrid(False)
    view.setFrameShape(QTableView.Shape.NoFrame)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(
        QAbstractItemView.EditTrigger.DoubleClicked
        | QAbstractItemView.EditTrigger.EditKeyPressed
        | QAbstractItemView.EditTrigger.AnyKeyPressed
    )
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(row)
    header = view.horizontalHeader()
    header.setFixedHeight(36)
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setStretchLastSection(True)
    return delegate
