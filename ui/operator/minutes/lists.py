"""The two lists at the left: a workshop's documents, and the sections of the one that is shown."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.models.keyed_rows import AnyIndex
from ui.models.spoken_rows import ROW_ROLE, SpokenRowsModel
from ui.presenters.minutes import DocumentRow
from ui.presenters.minutes_sections import SectionRow, section_of
from ui.theme.focus import paint_focus_ring
from ui.theme.theme import Theme

DOCUMENT: Final = 52
SECTION: Final = 36
SUBSECTION: Final = 30
_MOST_DOCUMENTS: Final = 3
"""Documents in sight; more of them scroll."""

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class _RowDelegate(QStyledItemDelegate):
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


class _DocumentDelegate(_RowDelegate):
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


class _SectionDelegate(_RowDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return a lower line for what lies inside a section."""
        del option
        row = index.data(ROW_ROLE)
        return QSize(100, SUBSECTION if isinstance(row, SectionRow) and row.level else SECTION)

    def paint_row(self, painter: QPainter, rect: QRectF, row: object, *, chosen: bool) -> None:
        """Paint title and pages."""
        if not isinstance(row, SectionRow):
            return
        theme = self._theme
        figures = theme.font("meta", tabular=True)
        width = QFontMetricsF(figures).horizontalAdvance(row.pages) + 2
        painter.setFont(figures)
        painter.setPen(theme.colour("ink_2"))
        painter.drawText(QRectF(rect.right() - 14 - width, rect.y(), width, rect.height()), _RIGHT, row.pages)
        painter.setFont(
            theme.font("meta") if row.level else theme.font("body", weight=600 if chosen else 500)
        )
        painter.setPen(theme.colour("ink_2" if row.level else "ink"))
        left = rect.x() + 16 + 18 * row.level
        self.write(
            painter, QRectF(left, rect.y(), rect.right() - 24 - width - left, rect.height()), row.title
        )


class _List(QListView):
    """A list on the canvas that never scrolls sideways."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "canvas")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class DocumentList(_List):
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


class SectionList(_List):
    """The sections; the one that is before the eyes is marked, and each leads to its place."""

    wanted = Signal(object)
    """The SectionRow that a person went to."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.sections: SpokenRowsModel[SectionRow] = SpokenRowsModel(self)
        self.setModel(self.sections)
        self._delegate = _SectionDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.clicked.connect(self._go)

    def show_rows(self, rows: Sequence[SectionRow]) -> None:
        """Show the sections of a document."""
        self.sections.show_rows(rows)

    def follow(self, page: int, down: float) -> None:
        """Mark the section that is before the eyes, unless somebody walks through the list."""
        place = section_of(self.sections.rows, page, down)
        if place >= 0 and place != self.currentIndex().row() and not self.hasFocus():
            self.setCurrentIndex(self.sections.index(place, 0))

    def _go(self, index: QModelIndex) -> None:
        self.wanted.emit(self.sections.rows[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the keyboard: the pages show the section that it is on."""
        super().keyPressEvent(event)
        index = self.currentIndex()
        moving = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return}
        if index.isValid() and event.key() in moving:
            self._go(index)
