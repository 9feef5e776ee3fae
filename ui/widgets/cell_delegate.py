"""Paints and edits the cells of a table; words that are refused stay where they were typed."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QTableView, QWidget

from ui.models.cell_table import CellTableModel
from ui.models.keyed_rows import AnyIndex
from ui.theme.focus import paint_focus_ring
from ui.theme.theme import Theme
from ui.widgets.cell_painter import BAR, CellPainter
from ui.widgets.choice import Choice
from ui.widgets.labels import restyle
from ui.widgets.tables import RowDelegate

Items = Sequence[tuple[str, str]]
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellDelegate(RowDelegate):
    """Paints cells and edits them; words that are refused stay in their editor with the reason beside."""

    trouble = Signal(str)
    """What is wrong with what is being typed, or nothing any more."""

    def __init__(
        self, theme: Theme, view: QTableView, model: CellTableModel, items: Callable[[str], Items]
    ) -> None:
        """Take the view, its model, and what can be chosen in a column."""
        super().__init__(theme, view)
        self._view = view
        self._model = model
        self._items = items
        self._painter = CellPainter(theme)
        self._editor: QWidget | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the ground, the cell, the line below, and what tells where the keyboard is."""
        theme, model = self._theme, self._model
        row, column = model.rows[index.row()], model.columns[index.column()]
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = {"group": "canvas", "totals": "sunken"}.get(row.kind, "surface")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        painter.fillRect(rect, theme.colour("primary_tint" if chosen else ground))
        if row.kind == "group":
            self._painter.group(painter, rect, row)
        else:
            self._painter.paint(painter, rect, row.cell(column.key), column)
        painter.restore()
        line = "line_strong" if row.kind == "group" else "line"
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour(line))
        if index.column() == 0 and chosen:
            painter.fillRect(QRectF(rect.left(), rect.top(), BAR, rect.height()), theme.colour("primary"))
        if self._view.hasFocus() and option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, rect.adjusted(4, 4, -4, -5), 3, theme.colour("focus"))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        """Return a list of choices or a line."""
        del option
        editor = self._editor = self._made(parent, index)
        return editor

    def _made(self, parent: QWidget, index: AnyIndex) -> QWidget:
        column = self._model.columns[index.column()]
        name = column.spoken or column.head
        if column.editor == "choice":
            choice = Choice(name, parent)
            choice.set_items(self._items(column.key))
            choice.chosen.connect(lambda _key: self._chosen(choice))
            return choice
        line = QLineEdit(parent)
        line.setAccessibleName(name)
        if column.align == "right":
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setFont(self._theme.font("body", tabular=column.align == "right"))
        return line

    def destroyEditor(self, editor: QWidget, index: AnyIndex) -> None:
        """Follow that a cell is no longer edited."""
        if editor is self._editor:
            self._editor = None
        super().destroyEditor(editor, index)

    def finish(self) -> bool:
        """Store what is being typed, also where the keyboard went elsewhere; False where it is refused."""
        editor = self._editor
        if isinstance(editor, QLineEdit) and self._refused(editor):
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if editor is not None:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
        return True

    def _chosen(self, choice: Choice) -> None:
        """Take what was picked from the open list; arrows on the closed one wait for Enter."""
        if choice.stepping:
            return
        self.commitData.emit(choice)
        self.closeEditor.emit(choice)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Give the editor the cell, and as much room as words need."""
        del index
        rect = option.rect
        height = min(rect.height(), 36)
        least = 150 if isinstance(editor, Choice) else 84
        width = max(rect.width(), least)
        left = min(rect.left(), self._view.viewport().width() - width)
        editor.setGeometry(max(0, left), rect.top() + (rect.height() - height) // 2, width, height)

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Show the cell's value, unless somebody is typing another one."""
        value = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, Choice):
            editor.set_key(value)
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(value)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        """Hand the value over."""
        if isinstance(editor, Choice):
            model.setData(index, editor.current_key())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep an editor open while its words are refused; Escape gives them up."""
        if isinstance(watched, QLineEdit) and self._leaves(event) and self._refused(watched):
            return True
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.trouble.emit("")
        return super().eventFilter(watched, event)

    @staticmethod
    def _leaves(event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            return True
        leaving = (*ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return (
            isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in leaving
        )

    def _refused(self, line: QLineEdit) -> bool:
        index = self._view.indexAt(line.geometry().center())
        model = self._model
        if not index.isValid():
            return False
        row, column = model.rows[index.row()], model.columns[index.column()]
        sentence = (
            ""
            if line.text() == (row.cell(column.key).edit or "")
            else model.check(row.key, column.key, line.text())
        )
        if bool(sentence) != bool(line.property("wrong")):
            line.setProperty("wrong", bool(sentence))
            restyle(line)
        line.setAccessibleDescription(sentence)
        self.trouble.emit(sentence)
        return bool(sentence)
