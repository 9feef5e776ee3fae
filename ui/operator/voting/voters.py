"""Who may hand in a ballot, by name, each with whether they have; never what they gave."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
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
from ui.presenters.voting import VoterRow
from ui.theme.focus import OWN_RING
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme

ROW: Final = 44
"""Height of a line in px."""


class VoterDelegate(QStyledItemDelegate):
    """Paints a name, where from, and a check once they have voted."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the one size of all lines."""
        del index
        return QSize(option.rect.width(), ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a line; the one that is chosen is tinted."""
        row: VoterRow = index.data(ROW_ROLE)
        theme, view = self._theme, option.widget
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = view is not None and view.hasFocus()
            painter.setPen(QPen(theme.colour("focus" if focused else "line_strong"), 2 if focused else 1))
            painter.setBrush(theme.colour("primary_tint"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        icon = "circle-check" if row.voted else "circle-dashed"
        place = QRectF(rect.left() + 10, rect.center().y() - 9, 18, 18)
        paint_icon(painter, place, icon, theme.colour("ok" if row.voted else "ink_3"))
        room = QRectF(rect.left() + 38, rect.top() + 1, rect.width() - 46, rect.height() * 0.56)
        elide, middle = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("body_strong"))
        painter.setPen(theme.colour("ink"))
        if not row.detail:
            room.setHeight(rect.height() - 2)
        painter.drawText(
            room, middle, QFontMetricsF(painter.font()).elidedText(row.title, elide, room.width())
        )
        if row.detail:
            lower = QRectF(room.left(), room.bottom() - 1, room.width(), rect.height() * 0.42)
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.colour("ink_3"))
            words = QFontMetricsF(painter.font()).elidedText(row.detail, elide, room.width())
            painter.drawText(lower, middle, words)
        painter.restore()


class VoterList(QListView):
    """Enter or a click hands the ballot over."""

    chosen = Signal(object)
    """The VoterRow whose ballot is to be filled in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows: SpokenRowsModel[VoterRow] = SpokenRowsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(VoterDelegate(theme, self))
        self.setProperty("ground", "canvas")
        self.setProperty(OWN_RING, True)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.chosen.emit(index.data(ROW_ROLE)))

    def show_voters(self, rows: Sequence[VoterRow], most: int) -> None:
        """Show who may vote, at most so many at a time."""
        self.rows.show_rows(rows)
        self.setFixedHeight(max(1, min(len(rows), most)) * ROW + 2)

    def go_to_next(self) -> None:
        """Stand on the first who has not voted."""
        waiting = [place for place, row in enumerate(self.rows.rows) if not row.voted]
        place = waiting[0] if waiting else 0
        if self.rows.rows:
            self.setCurrentIndex(self.rows.index(place, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose."""
        index = self.currentIndex()
        if index.isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(index.data(ROW_ROLE))
            return
        super().keyPressEvent(event)
