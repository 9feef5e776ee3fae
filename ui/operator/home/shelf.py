"""The outline of everything: alliances, cycles, workshops; open, add, rename and delete them here."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.i18n import _
from ui.models.keyed_rows import AnyIndex
from ui.models.shelf_list import ROW_ROLE, ShelfModel
from ui.presenters.shelf import ShelfRow
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import heading

ROW: Final = 38
_INDENT: Final = 20
_ICONS: Final = {"alliance": "users", "cycle": "repeat", "workshop": "calendar-days"}


class ShelfDelegate(QStyledItemDelegate):
    """Paints a row with its level, icon, title and date; the open workshop is strong and marked."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return one row's height."""
        del option, index
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, ShelfRow):
            return
        theme = self._theme
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, theme.colour("primary_tint"))
        if row.is_open:
            painter.fillRect(QRectF(rect.x(), rect.y(), 4, rect.height()), theme.colour("primary"))
        x = rect.x() + 12 + row.level * _INDENT
        ink = theme.colour("primary" if row.is_open else "ink_2")
        paint_icon(painter, QRectF(x, rect.y(), 16, rect.height()), _ICONS[row.kind], ink)
        meta = theme.font("meta", tabular=True)
        width = QFontMetricsF(meta).horizontalAdvance(row.meta) + 4 if row.meta else 0
        painter.save()
        painter.setFont(meta)
        painter.setPen(theme.colour("ink_2"))
        right = QRectF(rect.right() - 12 - width, rect.y(), width, rect.height())
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.meta)
        font = theme.font("body_strong" if row.is_open or row.kind == "alliance" else "body")
        room = QRectF(x + 26, rect.y(), right.x() - x - 34, rect.height())
        words = QFontMetricsF(font).elidedText(row.title, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            option.widget.style().drawPrimitive(
                QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, option.widget
            )

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        """Return a line for the title."""
        del option, index
        line = QLineEdit(parent)
        line.setAccessibleName(_("Title"))
        return line

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Lay the line over the title, behind the icon."""
        row = index.data(ROW_ROLE)
        level = row.level if isinstance(row, ShelfRow) else 0
        editor.setGeometry(option.rect.adjusted(32 + level * _INDENT, 1, -8, -1))


class ShelfList(QListView):
    """The rows. Enter opens, F2 renames, Ins adds, Del deletes."""

    opened = Signal(object)
    """The ShelfRow that a person opened by Enter or a double click."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.shelf = ShelfModel(self)
        self.setModel(self.shelf)
        self._delegate = ShelfDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setProperty("ground", "canvas")
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._double_clicked)

    @property
    def current(self) -> ShelfRow | None:
        """The row that the keyboard is on."""
        index = self.currentIndex()
        return self.shelf.rows[index.row()] if index.isValid() else None

    def choose(self, key: UUID | None) -> None:
        """Put the keyboard on a row."""
        place = self.shelf.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self.shelf.index(place, 0))

    def _double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.shelf.rows[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        row = self.current
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row is not None:
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)


class Shelf(QWidget):
    """The outline with its buttons, and what can be done with files below."""

    cycle_wanted = Signal()
    alliance_wanted = Signal()
    details_wanted = Signal()
    delete_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._heading = heading(theme)
        self.list = ShelfList(theme)
        self.list.setMinimumHeight(40)
        self.details = Button(theme, icon="pencil", kind="quiet", size="small")
        self.delete = Button(theme, icon="trash-2", kind="quiet", size="small")
        self.cycle = Button(theme, " ", icon="plus", kind="quiet", size="small")
        self.alliance = Button(theme, " ", icon="plus", kind="quiet", size="small")
        self.open_file = Button(theme, " ", kind="quiet", size="small", icon="hard-drive")
        self.save_file = Button(theme, " ", kind="quiet", size="small", icon="download")
        for button, signal in (
            (self.details, self.details_wanted),
            (self.delete, self.delete_wanted),
            (self.cycle, self.cycle_wanted),
            (self.alliance, self.alliance_wanted),
            (self.open_file, self.import_wanted),
            (self.save_file, self.export_wanted),
        ):
            button.clicked.connect(signal)
        self.list.selectionModel().currentChanged.connect(self._enable)
        self._arrange()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 0, 0, 0)
        top.addWidget(self._heading, 1)
        top.addWidget(self.details)
        top.addWidget(self.delete)
        adding = _row(self.cycle, self.alliance)
        files = _row(self.open_file, self.save_file)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 16, 12)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addLayout(adding)
        column.addLayout(files)

    def show_rows(self, rows: Sequence[ShelfRow]) -> None:
        """Show everything there is."""
        self.list.shelf.show_rows(rows)
        self._enable()

    def _enable(self) -> None:
        there = self.list.current is not None
        self.details.setEnabled(there)
        self.delete.setEnabled(there)

    def set_can_export(self, *, possible: bool) -> None:
        """Say whether there is a workshop to save."""
        self.save_file.setEnabled(possible)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._heading.setText(_("All cycles"))
        self.list.setAccessibleName(_("Alliances, cycles, workshops"))
        for button, words in ((self.details, _("Details")), (self.delete, _("Delete"))):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.cycle.setText(_("Cycle"))
        self.cycle.setAccessibleName(_("Add a cycle"))
        self.alliance.setText(_("Alliance"))
        self.alliance.setAccessibleName(_("Add an alliance"))
        self.open_file.setText(_("Open a file"))
        self.save_file.setText(_("Save to a file"))


def _row(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
