"""The commitments table of Home: output over activity, owner, due, progress and status."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.i18n import _
from ui.models.commitments_table import COLUMNS, ROW_ROLE, CommitmentsModel
from ui.models.keyed_rows import AnyIndex
from ui.presenters.promises import Commitment, done_words
from ui.theme.theme import Theme
from ui.widgets.badge import code_chip_width, paint_code_chip
from ui.widgets.buttons import Button
from ui.widgets.figures import paint_progress
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.pills import HEIGHT, PillLook, paint_pill, pill_width
from ui.widgets.tables import RowDelegate, Table, style_table

ROW: Final = 52
_WIDTHS: Final = {"owner": 104, "due": 116, "progress": 132, "status": 146, "taken": 112}
_NARROW: Final = 800
"""px of the table below which a column is left out."""
_TABULAR: Final = ("due",)


class CommitmentDelegate(RowDelegate):
    """Paints chip, bar and pill; the rest is the table's."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one cell."""
        row = index.data(ROW_ROLE)
        name = COLUMNS[index.column()]
        if not isinstance(row, Commitment) or name == "taken":
            super().paint(painter, option, index)
            return
        empty = QStyleOptionViewItem(option)
        self.initStyleOption(empty, index)
        empty.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, empty, painter, option.widget)
        rect = QRectF(option.rect)
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), self._theme.colour("line"))
        if index.column() == 0 and option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(QRectF(rect.x(), rect.y(), 4, rect.height()), self._theme.colour("primary"))
        painter.save()
        self._cell(painter, rect.adjusted(12, 0, -8, 0), row, name)
        painter.restore()

    def _cell(self, painter: QPainter, rect: QRectF, row: Commitment, name: str) -> None:
        theme = self._theme
        middle = rect.center().y()
        match name:
            case "output":
                self._output(painter, rect, row)
            case "owner":
                if row.owner:
                    chip = QRectF(rect.x(), middle - 11, code_chip_width(theme, row.owner), 22)
                    paint_code_chip(painter, chip, row.owner, theme)
                else:
                    self._text(painter, rect, "–", "ink_3")
            case "progress":
                bar = QRectF(rect.x(), middle - 3, 56, 6)
                tone = "ok" if row.percent >= 100 else "primary"
                paint_progress(painter, bar, row.percent / 100, theme, tone)
                words = _("{percent}%").format(percent=row.percent)
                self._text(painter, rect.adjusted(66, 0, 0, 0), words, "ink_2")
            case "status":
                look = PillLook(row.status, row.tone, row.icon)  # type: ignore[arg-type]  # one of LOOKS
                pill = QRectF(rect.x(), middle - HEIGHT / 2, pill_width(theme, look), HEIGHT)
                paint_pill(painter, pill, look, theme)
            case _:
                self._text(painter, rect, row.due, "ink_2" if row.over else "ink")

    def _output(self, painter: QPainter, rect: QRectF, row: Commitment) -> None:
        theme = self._theme
        font = theme.font("body" if row.over else "body_strong")
        room = rect.adjusted(0, 6, 0, 0) if row.activity else rect
        flags = Qt.AlignmentFlag.AlignTop if row.activity else Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(theme.colour("ink_2" if row.over else "ink"))
        elide = Qt.TextElideMode.ElideRight
        words = QFontMetricsF(font).elidedText(row.output, elide, room.width())
        painter.drawText(room, flags | Qt.TextFlag.TextSingleLine, words)
        if row.activity:
            meta = theme.font("meta")
            painter.setFont(meta)
            painter.setPen(theme.colour("ink_2"))
            words = QFontMetricsF(meta).elidedText(row.activity, elide, room.width())
            painter.drawText(room.adjusted(0, 21, 0, 0), flags | Qt.TextFlag.TextSingleLine, words)

    def _text(self, painter: QPainter, rect: QRectF, words: str, colour: str) -> None:
        painter.setFont(self._theme.font("body", tabular=True))
        painter.setPen(QColor(self._theme.colour(colour)))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, words)


class CommitmentsTable(Table):
    """The table; Space ticks the row's last column, Enter opens the work plan."""

    opened = Signal(object)
    """Key of the activity of a row that a person opened."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.commitments = CommitmentsModel(self)
        style_table(self, theme, row=ROW)
        self.setProperty("ground", "canvas")
        self._delegate = CommitmentDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setModel(self.commitments)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, name in enumerate(COLUMNS):
            if name in _WIDTHS:
                self.setColumnWidth(place, _WIDTHS[name])
        self.doubleClicked.connect(self._double_clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the progress to the work plan where the output would be cut."""
        super().resizeEvent(event)
        self.setColumnHidden(COLUMNS.index("progress"), self.viewport().width() < _NARROW)

    def _double_clicked(self, index: QModelIndex) -> None:
        if COLUMNS[index.column()] != "taken":
            self.opened.emit(self.commitments.rows[index.row()].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Space wherever in the row, open by Enter."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid() and self.commitments.can_take:
            row = self.commitments.rows[index.row()]
            self.commitments.taken.emit(row.key, not row.taken)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.opened.emit(self.commitments.rows[index.row()].key)
        else:
            super().keyPressEvent(event)


class CommitmentsPart(QWidget):
    """Heading, how many are done, and the table."""

    work_plan_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._heading = ElidedLabel(theme, "heading", "ink")
        self._done = label(theme, role="meta", tone="ink_2")
        self._link = Button(theme, " ", kind="quiet", size="small")
        self._link.clicked.connect(self.work_plan_wanted)
        self.table = CommitmentsTable(theme)
        self.table.setMinimumHeight(40)
        self._none = label(theme, tone="ink_2", wrap=True)
        self._none.setContentsMargins(12, 0, 0, 0)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._heading, 1)
        top.addWidget(self._done)
        top.addWidget(self._link)
        column = QVBoxLayout(self)
        top.setContentsMargins(12, 0, 0, 0)
        column.setContentsMargins(20, 18, 24, 12)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._none)
        column.addWidget(self.table, 1)
        column.setAlignment(self._none, Qt.AlignmentFlag.AlignTop)

    def show_rows(self, rows: Sequence[Commitment], *, can_take: bool) -> None:
        """Show the commitments; `can_take` says whether a workshop is open that may start from them."""
        self.table.commitments.can_take = can_take
        self.table.commitments.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._done.setText(done_words(list(rows)))

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._heading.set_text(_("Commitments of the cycle"))
        self._link.setText(_("Open work plan"))
        self._none.setText(_("Nothing has been promised yet. What the work plan says will stand here."))
        self.table.setAccessibleName(_("Commitments of the cycle"))
        self.table.commitments.retranslate()
