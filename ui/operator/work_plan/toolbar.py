"""The line above the work plan: which table, whose activities, in which state, which columns."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.i18n import _
from ui.presenters.cells import Column
from ui.presenters.work_plan_columns import MAY_BE_HIDDEN
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice
from ui.widgets.menu import Menu
from ui.widgets.switches import SegmentedControl

TABS = ("plan", "agreements", "parking", "budget")


class WorkPlanToolbar(QWidget):
    """Buttons only; what they mean is told by signals."""

    tab_chosen = Signal(str)
    filtered = Signal()
    hidden_changed = Signal(object)
    """Keys of the columns that a person left out."""

    details_toggled = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.tabs = SegmentedControl("")
        self.tabs.chosen.connect(self.tab_chosen)
        self.owner = Choice()
        self.status = Choice()
        self.owner.chosen.connect(lambda _key: self.filtered.emit())
        self.status.chosen.connect(lambda _key: self.filtered.emit())
        self.columns = Button(theme, " ")
        self.columns.set_menu_sign(shown=True)
        self.columns.clicked.connect(self._open_columns)
        self.details = Button(theme, " ", icon="text-align-start")
        self.details.setCheckable(True)
        self.details.clicked.connect(self.details_toggled)
        self._menu = Menu(self)
        self._offered: tuple[Column, ...] = ()
        self._hidden: frozenset[str] = frozenset()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(8)
        row.addWidget(self.tabs)
        row.addStretch(1)
        self._filters = (self.owner, self.status, self.columns, self.details)
        for part in self._filters:
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_tab(self, key: str, labels: Sequence[tuple[str, str]]) -> None:
        """Name the tables and mark the one that is shown; only the plan can be filtered."""
        self.tabs.set_items(labels)
        self.tabs.set_key(key)
        for part in self._filters:
            part.setVisible(key == "plan")

    def offer(self, owners: Sequence[tuple[str, str]], statuses: Sequence[tuple[str, str]]) -> None:
        """Offer what can be filtered by."""
        self.owner.set_items([("", _("All organisations")), *owners])
        self.status.set_items([("", _("All statuses")), *statuses])

    def forget_filters(self) -> None:
        """Filter by nothing any more."""
        self.owner.set_key("")
        self.status.set_key("")

    def offer_columns(self, columns: Sequence[Column]) -> None:
        """Offer the columns that may be left out."""
        self._offered = tuple(each for each in columns if each.key in MAY_BE_HIDDEN)

    def set_compact(self, *, compact: bool) -> None:
        """Leave out what the table's own keys do as well."""
        self.owner.setMinimumContentsLength(0 if compact else 12)

    def _open_columns(self) -> None:
        self._menu.clear()
        for column in self._offered:
            action = QAction(column.spoken or column.head, self._menu)
            action.setCheckable(True)
            action.setChecked(column.key not in self._hidden)
            action.toggled.connect(lambda on, key=column.key: self._toggle(key, shown=on))
            self._menu.addAction(action)
        self._menu.popup(self.columns.mapToGlobal(self.columns.rect().bottomLeft()))

    def _toggle(self, key: str, *, shown: bool) -> None:
        self._hidden = self._hidden - {key} if shown else self._hidden | {key}
        self.hidden_changed.emit(self._hidden)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.tabs.setAccessibleName(_("What is shown"))
        self.owner.setAccessibleName(_("Whose activities"))
        self.status.setAccessibleName(_("In which state"))
        self.columns.setText(_("Columns"))
        self.details.setText(_("Details"))
        self.details.setAccessibleName(_("All fields of the activity"))
