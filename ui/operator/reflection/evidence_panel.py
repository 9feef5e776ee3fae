"""Cards and indicators to link as evidence: search, choose the side, Enter, Ctrl+L or drag."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.models.evidence_list import ITEM, EvidenceListModel
from ui.operator.reflection.evidence_delegate import EvidenceDelegate
from ui.presenters.evidence import EvidenceItem, counted, matching
from ui.presenters.reflection_rows import EvidenceLine, Side
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, heading, label
from ui.widgets.switches import SegmentedControl


class EvidenceView(QListView):
    """The list. Enter links the current row."""

    chosen = Signal(object)
    """The key of the item to link."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.items = EvidenceListModel()
        self.setModel(self.items)
        self.setItemDelegate(EvidenceDelegate(theme, self))
        self.setProperty("ground", "canvas")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setMinimumHeight(220)
        self.doubleClicked.connect(self._choose)

    def current_key(self) -> UUID | None:
        """Return the key of the current row."""
        item = self.currentIndex().data(ITEM) if self.currentIndex().isValid() else None
        return item.key if isinstance(item, EvidenceItem) else None

    def go_to(self, row: int) -> None:
        """Make a row the current one."""
        if 0 <= row < self.items.rowCount():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.items.index(row), flag)
            self.scrollTo(self.items.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Link by Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        item = index.data(ITEM) if index.isValid() else None
        if isinstance(item, EvidenceItem):
            self.chosen.emit(item.key)


class EvidencePanel(QWidget):
    """Search and list, and what a link will mean: a side, or one observation that was written."""

    linked = Signal(str, object)
    """Side and key: link this as evidence."""

    line_linked = Signal(object, object)
    """EvidenceLine and key: link what was written to this."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._all: Sequence[EvidenceItem] = ()
        self._line: EvidenceLine | None = None
        self._heading = heading(theme)
        self._count = label(theme, role="meta", tone="ink_3")
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self._as = label(theme, role="meta", tone="ink_2")
        self.side = SegmentedControl("")
        self._for_line = ElidedLabel(theme, "meta", "ink_2")
        self._cancel = Button(theme, icon="x", kind="quiet", size="small")
        self._cancel.clicked.connect(lambda: self.aim_at_line(None))
        self.view = EvidenceView(theme)
        self.view.chosen.connect(self._link)
        self._arrange()
        self.aim_at_line(None)

    def _arrange(self) -> None:
        top, aim = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._count)
        aim.setSpacing(8)
        for part in (self._as, self.side):
            aim.addWidget(part)
        aim.addWidget(self._for_line, 1)
        aim.addWidget(self._cancel)
        aim.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.search)
        column.addLayout(aim)
        listed = QVBoxLayout()
        listed.setContentsMargins(-4, -4, -4, 0)  # a row keeps room for its ring
        listed.addWidget(self.view)
        column.addLayout(listed, 1)

    # What is shown

    def show_items(self, items: Sequence[EvidenceItem], links: Mapping[UUID, str]) -> None:
        """Show what can be linked and what is; search, current row and scroll stay."""
        self._all = items
        self._count.setText(counted(items))
        self.view.items.show_links(links)
        self._find()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self._heading.setText(_("Evidence"))
        self.setAccessibleName(_("Evidence"))
        self.search.setPlaceholderText(_("Search cards and indicators"))
        self.search.setAccessibleName(_("Search cards and indicators"))
        self.view.setAccessibleName(_("Cards and indicators"))
        self._as.setText(_("Link as"))
        self.side.setAccessibleName(_("Link as"))
        self.side.set_items([("for", _("For")), ("against", _("Against")), ("result", _("Result"))])
        self._cancel.setAccessibleName(_("Link as new evidence instead"))
        self.aim_at_line(self._line)

    # Linking

    def aim_at(self, side: Side) -> None:
        """Link as evidence of this side, and begin to search."""
        self.aim_at_line(None)
        self.side.set_key(side)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def aim_at_line(self, line: EvidenceLine | None) -> None:
        """Link to one observation that was written; None to link as new evidence again."""
        self._line = line
        self.side.setVisible(line is None)
        for part in (self._for_line, self._cancel):
            part.setVisible(line is not None)
        if line is not None:
            self._for_line.set_text(_("“{words}”").format(words=line.said))

    def link_current(self) -> None:
        """Link the current row; without the focus here, begin to search instead."""
        key = self.view.current_key()
        if key is not None and (self.view.hasFocus() or self.search.hasFocus()):
            self._link(key)
        else:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def _link(self, key: UUID) -> None:
        if self._line is not None:
            self.line_linked.emit(self._line, key)
            self.aim_at_line(None)
        else:
            self.linked.emit(self.side.current_key(), key)

    def _find(self) -> None:
        was = self.view.current_key()
        self.view.items.show_items(matching(self._all, self.search.text()))
        place = self.view.items.place_of(was)
        self.view.go_to(place if place >= 0 else 0 if self.search.text().strip() else -1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field, Down goes to the list and Enter links the current row."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.view.go_to(max(0, self.view.currentIndex().row()))
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                key = self.view.current_key()
                if key is not None:
                    self._link(key)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)
