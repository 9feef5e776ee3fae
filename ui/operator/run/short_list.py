"""A short list within a column: as high as its rows, one line a row, reached by Tab and never by a click."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.models.spoken_rows import ROW_ROLE, Spoken, SpokenRowsModel
from ui.theme.focus import OWN_RING, paint_focus_ring
from ui.theme.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
S = TypeVar("S", bound=Spoken)
PaintRow = Callable[[QPainter, QRectF, Any, int], None]
"""Paints the words of a row (its value, its place) into its rectangle."""


class RowDelegate(QStyledItemDelegate):
    """Lit under the mouse, ringed where the keyboard is; the words are painted by whoever knows them."""

    def __init__(self, theme: Theme, view: QListView, height: int, paint_row: PaintRow) -> None:
        super().__init__(view)
        self._theme = theme
        self._height = height
        self._paint_row = paint_row

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return one line."""
        del option, index
        return QSize(40, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a row."""
        rect, theme, states = QRectF(option.rect), self._theme, QStyle.StateFlag
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & states.State_MouseOver and option.state & states.State_Enabled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sunken"))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 5, 5)
        self._paint_row(painter, rect, index.data(ROW_ROLE), index.row())
        view = option.widget
        if option.state & states.State_HasFocus and view is not None and view.hasFocus():
            paint_focus_ring(painter, rect.adjusted(2, 2, -2, -2), 5, theme.colour("focus"))
        painter.restore()


class ShortList(QListView, Generic[S]):
    """Shows rows without a bar to scroll: whatever holds it scrolls."""

    def __init__(self, theme: Theme, height: int, paint_row: PaintRow) -> None:
        super().__init__()
        self._height = height
        self.lines: SpokenRowsModel[S] = SpokenRowsModel(self)
        self.setProperty("ground", "canvas")
        self.setProperty(OWN_RING, True)
        self.setItemDelegate(RowDelegate(theme, self, height, paint_row))
        self.setModel(self.lines)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.viewport().update)

    def show_lines(self, lines: Sequence[S]) -> None:
        """Show these rows; none hides the list."""
        self.lines.show_rows(lines)
        self.setFixedHeight(self._height * len(lines))
        self.setVisible(bool(lines))

    def row_at(self, place: int) -> S | None:
        """Return the row at a place, or None."""
        return self.lines.rows[place] if 0 <= place < len(self.lines.rows) else None


def draw_elided(painter: QPainter, rect: QRectF, words: str) -> None:
    """Draw one line of words in the painter's font; what does not fit is elided."""
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
