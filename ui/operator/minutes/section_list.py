"""The sections of the shown document: each with its check and its pages, moved by key or by its grip."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStyleOptionViewItem

from ui.models.keyed_rows import AnyIndex
from ui.models.spoken_rows import ROW_ROLE, SpokenRowsModel
from ui.operator.minutes.lists import PlainList, RowDelegate
from ui.presenters.minutes_sections import SectionRow, section_of
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme

SECTION: Final = 36
SUBSECTION: Final = 28
_GRIP: Final = QRectF(8, 10, 16, 16)
_CHECK: Final = QRect(30, 9, 18, 18)
_TITLE: Final = 58
_GRIP_ENDS: Final = 28
_CHECK_ENDS: Final = 54
"""px from the left up to which a press is one on the grip, and on the check."""
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class _SectionDelegate(RowDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return a lower line for what lies inside a section."""
        del option
        row = index.data(ROW_ROLE)
        return QSize(100, SUBSECTION if isinstance(row, SectionRow) and row.level else SECTION)

    def paint_row(self, painter: QPainter, rect: QRectF, row: object, *, chosen: bool) -> None:
        """Paint grip, check, title and pages."""
        if not isinstance(row, SectionRow):
            return
        theme = self._theme
        left = rect.x() + 16 + 18 * row.level
        if row.checked is not None:
            grip = _GRIP.translated(rect.topLeft())
            paint_icon(painter, grip, "grip-vertical", theme.colour("ink_3"))
            self._paint_check(painter, _CHECK.translated(rect.topLeft().toPoint()), on=row.checked)
            left = rect.x() + _TITLE
        elif row.level:
            left = rect.x() + _TITLE
        figures = theme.font("meta", tabular=True)
        width = QFontMetricsF(figures).horizontalAdvance(row.pages) + 2
        painter.setFont(figures)
        painter.setPen(theme.colour("ink_2"))
        painter.drawText(QRectF(rect.right() - 14 - width, rect.y(), width, rect.height()), _RIGHT, row.pages)
        painter.setFont(
            theme.font("meta") if row.level else theme.font("body", weight=600 if chosen else 500)
        )
        quiet = row.level or not row.is_placed
        painter.setPen(theme.colour("ink_2" if quiet else "ink"))
        self.write(
            painter, QRectF(left, rect.y(), rect.right() - 24 - width - left, rect.height()), row.title
        )

    def _paint_check(self, painter: QPainter, place: QRect, *, on: bool) -> None:
        option = QStyleOptionButton()
        option.rect = place
        option.state = QStyle.StateFlag.State_Enabled
        option.state |= QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
        view = self.parent()
        assert isinstance(view, PlainList)  # noqa: S101 - its parent is the list that it paints
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, painter, view)


class SectionList(PlainList):
    """The sections; the one that is before the eyes is marked, and each leads to its place."""

    wanted = Signal(object)
    """The SectionRow that a person went to."""

    check_wanted = Signal(str)
    """Key of a section that a person left out, or took in again."""

    drop_wanted = Signal(str, str, bool)
    """Key of a section that was carried beside another one, key of that, and whether below it."""

    words_wanted = Signal()
    """A person wants to change the words of the section that the keyboard is on."""

    current_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.sections: SpokenRowsModel[SectionRow] = SpokenRowsModel(self)
        self.setModel(self.sections)
        self._delegate = _SectionDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.stays = False
        """Whether the mark stays where it is while the pages are scrolled."""
        self._carried: str | None = None
        self._drop: tuple[str, bool] | None = None
        self.selectionModel().currentChanged.connect(lambda *_rows: self.current_changed.emit())

    @property
    def current_key(self) -> str | None:
        """The key of the section that the keyboard is on; None in a list without choice."""
        index = self.currentIndex()
        return self._key_of(index) if index.isValid() else None

    def show_rows(self, rows: Sequence[SectionRow]) -> None:
        """Show the sections of a document."""
        self.sections.show_rows(rows)

    def go_to(self, key: str) -> None:
        """Put the keyboard on a section."""
        place = self.sections.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self.sections.index(place, 0))
            self.setFocus()

    def show_current(self) -> None:
        """Let the pages show the section that the keyboard is on."""
        if self.currentIndex().isValid():
            self._go(self.currentIndex())

    def follow(self, page: int, down: float) -> None:
        """Mark the section that is before the eyes, unless somebody works in the list."""
        if self.stays:
            return
        place = section_of(self.sections.rows, page, down)
        if place >= 0 and place != self.currentIndex().row() and not self.hasFocus():
            self.setCurrentIndex(self.sections.index(place, 0))

    def _go(self, index: QModelIndex) -> None:
        row = self.sections.rows[index.row()]
        if row.is_placed:
            self.wanted.emit(row)

    def _key_of(self, index: QModelIndex) -> str | None:
        row = self.sections.rows[index.row()]
        return row.key if row.checked is not None and isinstance(row.key, str) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the keyboard: the pages show the section that it is on; the space bar checks it."""
        if event.key() == Qt.Key.Key_Space and (key := self.current_key) is not None:
            self.check_wanted.emit(key)
            return
        super().keyPressEvent(event)
        index = self.currentIndex()
        moving = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return}
        if index.isValid() and event.key() in moving:
            self._go(index)

    # By mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Check a section, take it by its grip, or go to it."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        key = self._key_of(index)
        if key is not None and place.x() < _GRIP_ENDS:
            self._carried = key
        elif key is not None and place.x() < _CHECK_ENDS:
            self.check_wanted.emit(key)
        else:
            self._go(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Change a section's words."""
        index = self.indexAt(event.position().toPoint())
        key = self._key_of(index) if index.isValid() else None
        if key is not None and event.position().x() >= _CHECK_ENDS:
            self.words_wanted.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the carried section would stand."""
        if self._carried is None:
            super().mouseMoveEvent(event)
            return
        self._drop = self._beside(event.position().toPoint())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the carried section down."""
        super().mouseReleaseEvent(event)
        carried, drop = self._carried, self._drop
        self._carried = self._drop = None
        self.viewport().update()
        if carried is not None and drop is not None and drop[0] != carried:
            self.drop_wanted.emit(carried, *drop)

    def _beside(self, place: QPoint) -> tuple[str, bool] | None:
        index = self.indexAt(place)
        if not index.isValid():
            return None
        row = index.row()
        within = self.sections.rows[row].checked is None
        while row and self.sections.rows[row].checked is None:
            row -= 1
        at = self.sections.index(row, 0)
        key = self._key_of(at)
        return None if key is None else (key, within or place.y() > self.visualRect(at).center().y())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and a line where the carried section would stand."""
        super().paintEvent(event)
        if self._drop is None:
            return
        key, below = self._drop
        place = self.sections.place_of(key)
        if below:
            while place + 1 < len(self.sections.rows) and self.sections.rows[place + 1].checked is None:
                place += 1
        rect = self.visualRect(self.sections.index(place, 0))
        painter = QPainter(self.viewport())
        y = rect.bottom() if below else rect.top()
        painter.fillRect(8, max(0, y - 1), self.viewport().width() - 16, 2, self._theme.colour("primary"))
        painter.end()
