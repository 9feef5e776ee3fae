"""The list of the cycle's cases at the page's left edge."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.presenters.cases import LIST, Casebook, list_rows
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.cell_table import CellTable
from ui.widgets.labels import heading

_WIDTHS = (268, 224)
"""px in the wide and in the compact layout."""


class CaseList(QWidget):
    """Cases by chain, with who sells to whom. Enter opens the sheet of the chosen one."""

    chosen = Signal(object)
    """Key of the case that a person chose."""

    opened = Signal()
    add_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.table = CellTable(theme, row=60)
        self.table.horizontalHeader().hide()
        self.table.selected.connect(self.chosen)
        self.table.opened.connect(lambda _key: self.opened.emit())
        self._title = heading(theme)
        self.add = Button(theme, icon="plus", size="small")
        self.add.clicked.connect(self.add_wanted)
        top = QHBoxLayout()
        top.setContentsMargins(16, 10, 12, 10)
        top.addWidget(self._title, 1)
        top.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        self.set_compact(compact=False)

    def refresh(self, book: Casebook) -> None:
        """Show the cases; the open one is the chosen row."""
        self.table.show_table(LIST, list_rows(book))
        if book.case is not None:
            self.table.choose(book.case.id)

    def chosen_key(self) -> UUID | None:
        """Return the key of the chosen case."""
        key = self.table.chosen_key()
        return key if isinstance(key, UUID) else None

    def set_compact(self, *, compact: bool) -> None:
        """Follow the window's layout."""
        self.setFixedWidth(_WIDTHS[1] if compact else _WIDTHS[0])

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._title.setText(_("Cases"))
        self.table.setAccessibleName(_("Cases of the cycle"))
        self.add.setAccessibleName(_("Add a case"))
        self.add.setToolTip(_("Add a case"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line that separates the list from the page."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("canvas"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._theme.colour("line"))
        painter.end()
