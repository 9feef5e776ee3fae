"""The workshop's reflections in a row above the diagram: one is chosen, another one can be begun."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator.domain.ids import ReflectionId
from facilitator.domain.reflections import Level
from facilitator.i18n import _
from ui.actions.qt import key_hint
from ui.models.keyed_rows import AnyIndex
from ui.models.reflection_list import ROW, ReflectionListModel
from ui.presenters.reflection import ReflectionRow
from ui.theme.focus import paint_focus_ring
from ui.theme.theme import Theme
from ui.widgets.buttons import Button

WIDTH: Final = 214
HEIGHT: Final = 58
_EDGE: Final = 4


class _Delegate(QStyledItemDelegate):
    """Number, action and level; the sign of the level is as many rings as there are loops."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the one size of all."""
        del option, index
        return QSize(WIDTH, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one reflection."""
        row: ReflectionRow = index.data(ROW)
        theme = self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("primary" if chosen else "line"), 1))
        painter.setBrush(theme.colour("primary_tint" if chosen else "surface"))
        radius = theme.radius("control")
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        paint_level(painter, QRectF(box.x() + 10, box.y(), 24, box.height()), row.level, theme)
        left, width = box.x() + 44, box.width() - 52
        middle = Qt.AlignmentFlag.AlignVCenter
        font = theme.font("meta", weight=600)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        words = _("{number}. {action}").format(number=row.number, action=row.action)
        words = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(left, box.y() + 5, width, 20), middle, words)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("ink_2"))
        below = QFontMetricsF(painter.font()).elidedText(row.below, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(left, box.y() + 25, width, 18), middle, below)
        if chosen and self._view.hasFocus():
            paint_focus_ring(painter, box, radius, theme.colour("focus"))
        painter.restore()


def paint_level(painter: QPainter, room: QRectF, level: Level, theme: Theme) -> None:
    """Paint as many rings as loops were reached, a dotted one for a draft."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(theme.colour("primary"), 1.8)
    centre = room.center()
    if level is Level.DRAFT:
        pen.setDashPattern([1.2, 1.6])
        painter.setPen(pen)
        painter.drawEllipse(centre, 7, 7)
    painter.setPen(pen)
    for ring in range(int(level)):
        radius = 10.5 - 4 * ring if level is not Level.SINGLE else 7.0
        painter.drawEllipse(centre, radius, radius)
    painter.restore()


class ReflectionStrip(QWidget):
    """The row of reflections. Left and right choose."""

    chosen = Signal(object)
    """The ReflectionId that a person chose."""

    new_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.reflections = ReflectionListModel(self)
        self.view = QListView()
        self.view.setModel(self.reflections)
        self.view.setItemDelegate(_Delegate(theme, self.view))
        self.view.setFlow(QListView.Flow.LeftToRight)
        self.view.setUniformItemSizes(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setProperty("ground", "canvas")
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.new = Button(theme, " ", icon="plus", kind="quiet")
        self.new.clicked.connect(self.new_wanted)
        self._quiet = False
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 16, 5)
        row.setSpacing(8)
        row.addWidget(self.view, 1)
        row.addWidget(self.new)
        self.setProperty("ground", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._fit()

    def show_rows(self, rows: Sequence[ReflectionRow], chosen: ReflectionId | None) -> None:
        """Show the reflections and mark the chosen one without telling anybody."""
        self._quiet = True
        self.reflections.show_rows(rows)
        place = self.reflections.place_of(chosen)
        if place < 0:
            self.view.selectionModel().clear()
        else:
            index = self.reflections.index(place, 0)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(index, flag)
            self.view.scrollTo(index)
        self._quiet = False
        self._fit()

    def retranslate(self) -> None:
        """Name list and button in the screen's language."""
        self.view.setAccessibleName(_("Reflections of the workshop"))
        self.new.setText(_("New reflection"))
        self.new.set_keys(key_hint("item.add"))

    def _fit(self) -> None:
        bar = self.view.horizontalScrollBar()
        needed = WIDTH * len(self.reflections.rows) > self.view.viewport().width() > WIDTH
        self.view.setFixedHeight(HEIGHT + (bar.sizeHint().height() if needed else 0))

    def _current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        del before
        if not self._quiet and current.isValid():
            self.chosen.emit(self.reflections.rows[current.row()].key)
