"""The points of a matrix by number, beside its square: keys go here, and a screen reader speaks from here."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.models.keyed_rows import AnyIndex
from ui.models.spoken_rows import ROW_ROLE, SpokenRowsModel
from ui.presenters.matrix import MatrixRow
from ui.theme.badges import paint_badge
from ui.theme.focus import OWN_RING
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme

_ROW: Final = 44
_NUMBER: Final = 40
_BADGE: Final = 20
MEAN: Final = 52
"""Width of a column of means in px."""


class MatrixDelegate(QStyledItemDelegate):
    """Paints number, badge, words and the two means on one line."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the one size of all lines."""
        del index
        return QSize(option.rect.width(), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a line; the one that is chosen is tinted."""
        row: MatrixRow = index.data(ROW_ROLE)
        theme, view = self._theme, option.widget
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = view is not None and view.hasFocus()
            painter.setPen(QPen(theme.colour("focus" if focused else "line_strong"), 2 if focused else 1))
            painter.setBrush(theme.colour("primary_tint"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("body_strong", tabular=True))
        painter.setPen(theme.colour("ink"))
        number = QRectF(rect.left() + 4, rect.top(), _NUMBER - 8, rect.height())
        painter.drawText(number, middle | Qt.AlignmentFlag.AlignRight, str(row.number))
        left = rect.left() + _NUMBER + 4
        badge = QRectF(left, rect.center().y() - _BADGE / 2, _BADGE, _BADGE)
        if row.look:
            solid, glyph = theme.badge(row.look)
            paint_badge(painter, badge, row.look, solid=solid, glyph=glyph)
        else:
            paint_icon(painter, badge, "layers", theme.colour("ink_2"))
        right = rect.right() - 10
        for mean in reversed(row.means):
            painter.drawText(
                QRectF(right - MEAN, rect.top(), MEAN, rect.height()),
                middle | Qt.AlignmentFlag.AlignRight,
                mean,
            )
            right -= MEAN
        painter.setFont(theme.font("card"))
        room = QRectF(left + _BADGE + 10, rect.top(), right - left - _BADGE - 20, rect.height())
        elide = Qt.TextElideMode.ElideRight
        words = QFontMetricsF(painter.font()).elidedText(row.title, elide, room.width())
        painter.drawText(room, middle, words)
        painter.restore()


class MatrixList(QListView):
    """Arrow keys choose a point; Enter goes to its card."""

    chosen = Signal(object)
    """The key of the point that is chosen now."""

    opened = Signal(object)
    """The key of the point whose card is wanted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows: SpokenRowsModel[MatrixRow] = SpokenRowsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(MatrixDelegate(theme, self))
        self.setProperty("ground", "canvas")
        self.setProperty(OWN_RING, True)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda now, _before: self._tell(now))
        self.activated.connect(lambda index: self.opened.emit(index.data(ROW_ROLE).key))

    def _tell(self, index: AnyIndex) -> None:
        self.chosen.emit(index.data(ROW_ROLE).key if index.isValid() else None)

    @property
    def current(self) -> object:
        """The key of the point that is chosen."""
        index = self.currentIndex()
        return index.data(ROW_ROLE).key if index.isValid() else None

    def show_rows(self, rows: Sequence[MatrixRow]) -> None:
        """Show these points; the chosen one stays chosen."""
        self.rows.show_rows(rows)
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.rows.index(0, 0))
        self.viewport().update()

    def choose(self, key: object) -> None:
        """Choose a point."""
        place = self.rows.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place, 0))
