"""The agenda as a table: one row a session, every cell edited in place by keyboard."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator.domain.ids import SessionId
from facilitator.i18n import _
from ui.models.keyed_rows import AnyIndex
from ui.models.session_table import COLUMNS, SessionTableModel
from ui.presenters.session_fields import Items
from ui.presenters.session_rows import SessionRow
from ui.theme.theme import Theme
from ui.widgets.choice import Choice
from ui.widgets.tables import RowDelegate, Table, style_table

_WIDTHS = {
    "planned_start": 76,
    "minutes": 88,
    "type": 146,
    "responsible": 176,
    "locked": 112,
    "priority": 96,
}

ROW = 48
"""px of a row: a title may take two lines."""


class SessionDelegate(RowDelegate):
    """Edits choices with a list and all else with one line; the row for a new session is quieter."""

    def __init__(self, theme: Theme, view: QAbstractItemView, items: Callable[[str], Items]) -> None:
        super().__init__(theme, view)
        self._items = items

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Set titles strong, and the invitation of the last row in italics."""
        super().initStyleOption(option, index)
        last = index.row() == index.model().rowCount() - 1
        if index.column() == 0:
            font = self._theme.font("body" if last else "body_strong")
            font.setItalic(last)
            option.font = font
        if last:
            option.palette.setColor(option.palette.ColorRole.Text, self._theme.colour("ink_3"))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        """Return a list of choices or a line."""
        del option
        name = COLUMNS[index.column()]
        if name in {"type", "responsible", "priority"}:
            choice = Choice("", parent)
            choice.set_items(self._items(name))
            choice.chosen.connect(lambda _key: self.commitData.emit(choice))
            return choice
        line = QLineEdit(parent)
        line.setFrame(False)
        return line

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Show the cell's value in its editor."""
        value = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, Choice):
            editor.set_key(value)
        elif isinstance(editor, QLineEdit):
            editor.setText(value)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Hand the value over."""
        if isinstance(editor, Choice):
            model.setData(index, editor.current_key())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())


class SessionTable(Table):
    """The table of one day."""

    selected = Signal(object)
    """The SessionId of the row that was chosen; None for the row of a new session."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.sessions = SessionTableModel(self)
        self._choices: Mapping[str, Items] = {}
        self._quiet = False
        style_table(self, theme, row=ROW)
        self._delegate = SessionDelegate(theme, self, lambda name: self._choices.get(name, ()))
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setModel(self.sessions)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, name in enumerate(COLUMNS):
            if name in _WIDTHS:
                self.setColumnWidth(place, _WIDTHS[name])
        self.selectionModel().currentRowChanged.connect(self._current_changed)

    def set_choices(self, choices: Mapping[str, Items]) -> None:
        """Offer what can be chosen, by column."""
        self._choices = choices

    def show_rows(self, rows: Sequence[SessionRow]) -> None:
        """Show a day's sessions; the chosen row stays chosen, an open editor stays open."""
        self._quiet = True
        self.sessions.show_rows(rows)
        self._quiet = False

    def choose(self, session: SessionId | None) -> None:
        """Mark a session's row without telling anybody."""
        place = self.sessions.place_of(session)
        if place < 0 or session is None or place == self.currentIndex().row():
            return
        self._quiet = True
        index = self.sessions.index(place, max(0, self.currentIndex().column()))
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, how)
        self.scrollTo(index)
        self._quiet = False

    def edit_current(self) -> None:
        """Edit the current cell, or the title of the first row."""
        index = self.currentIndex()
        if not index.isValid():
            index = self.sessions.index(0, 0)
            self.setCurrentIndex(index)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def retranslate(self) -> None:
        """Name the table in the screen's language."""
        self.setAccessibleName(_("Sessions of the day"))
        self.sessions.retranslate()

    def _current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        del before
        if not self._quiet and current.isValid():
            self.selected.emit(self.sessions.rows[current.row()].key)
