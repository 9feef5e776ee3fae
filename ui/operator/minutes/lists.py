"""The lists at the left: what they share, and the one of a workshop's documents."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.models.keyed_rows import AnyIndex
from ui.models.spoken_rows import ROW_ROLE, SpokenRowsModel
from ui.presenters.minutes import DocumentRow
from ui.theme.focus import paint_focus_ring
from ui.theme.theme import Theme

DOCUMENT: Final = 52
_MOST_DOCUMENTS: Final = 3
"""Documents in sight; more of them scroll."""

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a row, and the ring of the one that the keyboard is on."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row."""
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, self._theme.colour("primary_tint"))
        self.paint_row(painter, rect, index.data(ROW_ROLE), chosen=chosen)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, rect.adjusted(4, 4, -4, -4), 3, self._theme.colour("focus"))

    @abstractmethod
    def paint_row(self, painter: QPainter, rect: QRectF, row: object, *, chosen: bool) -> None:
        """Paint the words of a row."""

    def write(self, painter: QPainter, rect: QRectF, words: str) -> None:
        """Write words in the painter's font on one line, as far as there is room."""
        shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _LEFT | Qt.TextFlag.TextSingleLine, shown)


class _DocumentDelegate(RowDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return two lines' height."""
        del option, index
        return QSize(100, DOCUMENT)

    def paint_row(self, painter: QPainter, rect: QRectF, row: object, *, chosen: bool) -> None:
        """Paint the kind, and below it what tells it from others."""
        if not isinstance(row, DocumentRow):
            return
        theme = self._theme
        if chosen:
            painter.fillRect(QRectF(rect.x(), rect.y(), 4, rect.height()), theme.colour("primary"))
        room = rect.adjusted(16, 7, -12, -7)
        half = room.height() / 2
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("body_strong"))
        self.write(painter, QRectF(room.x(), room.y(), room.width(), half), row.title)
        painter.setPen(theme.colour("ink_2" if chosen else "ink_3"))
        painter.setFont(theme.font("meta"))
        self.write(painter, QRectF(room.x(), room.y() + half, room.width(), half), row.facts)


class PlainList(QListView):
    """A list on the canvas that never scrolls sideways."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "canvas")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class DocumentList(PlainList):
    """The documents of a workshop."""

    chosen = Signal(object)
    """The key of the document that a person went to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.documents: SpokenRowsModel[DocumentRow] = SpokenRowsModel(self)
        self.setModel(self.documents)
        self._delegate = _DocumentDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self._telling = True
        self.selectionModel().currentChanged.connect(self._moved)

    def show_rows(self, rows: Sequence[DocumentRow], shown: UUID | None) -> None:
        """Show these documents, with this one chosen."""
        self._telling = False
        self.documents.show_rows(rows)
        place = self.documents.place_of(shown)
        if place >= 0:
            self.setCurrentIndex(self.documents.index(place, 0))
        self._telling = True
        self.setFixedHeight(DOCUMENT * max(1, min(len(rows), _MOST_DOCUMENTS)))

    def _moved(self, index: QModelIndex) -> None:
        if self._telling and index.isValid():
            self.chosen.emit(self.documents.rows[index.row()].key)
