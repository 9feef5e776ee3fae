"""Move to: type a part of a cluster's name, Enter moves the selected cards there."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.ids import ClusterId
from facilitator.i18n import _
from ui.presenters.cards import folded

_WIDTH = 320
_LINE = 34
_KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_ROLE = Qt.ItemDataRole.UserRole


class ClusterPicker(QFrame):
    """The clusters by name, "Not clustered", and a new cluster with the name that was typed."""

    chosen = Signal(object)
    """The key of a cluster, or None for the loose cards."""

    new_wanted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._clusters: Sequence[tuple[ClusterId, str]] = ()
        self._of_cluster = False
        self.setProperty("box", "panel")
        self.search = QLineEdit()
        self.items = QListWidget()
        self.items.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.items.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items.setTextElideMode(Qt.TextElideMode.ElideRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.items)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.items.itemClicked.connect(self._take)
        self.hide()

    def open_picker(
        self, clusters: Sequence[tuple[ClusterId, str]], middle: int = 0, *, of_cluster: bool = False
    ) -> None:
        """Offer these clusters at the foot of the parent, around `middle` px from its left.

        A cluster is put into one of them or stands by itself; cards may go into a new one too.
        """
        self._clusters = clusters
        self._of_cluster = of_cluster
        self.search.setPlaceholderText(_("Name of the cluster"))
        self.search.setAccessibleName(_("Move to which cluster"))
        self.items.setAccessibleName(_("Clusters"))
        self.search.clear()
        self._fill("")
        room = self._room
        height = min(70 + _LINE * (len(clusters) + 1), 380, room.height() - 100)
        middle = middle or room.width() // 2
        self.setGeometry(middle - _WIDTH // 2, room.height() - height - 80, _WIDTH, height)
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self, typed: str) -> None:
        self._list(typed)
        self.items.setCurrentRow(0)

    def _list(self, typed: str) -> None:
        self.items.clear()
        wanted = folded(typed).split()
        for key, name in self._clusters:
            if all(part in folded(name) for part in wanted):
                self._add(name or _("Without a name"), ("cluster", key))
        none = _("Not inside another cluster") if self._of_cluster else _("Not clustered")
        if all(part in folded(none) for part in wanted):
            self._add(none, ("loose", None))
        if not wanted:
            return
        known = any(folded(name) == folded(typed.strip()) for _key, name in self._clusters)
        if not self._of_cluster and not known:
            self._add(_("New cluster “{name}”").format(name=typed.strip()), ("new", typed.strip()))

    def _add(self, text: str, meaning: tuple[str, object]) -> None:
        item = QListWidgetItem(" ".join(text.split()))
        item.setData(_ROLE, meaning)
        item.setSizeHint(QSize(0, _LINE))
        self.items.addItem(item)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        kind, value = item.data(_ROLE)
        self.hide()
        if kind == "new":
            self.new_wanted.emit(str(value))
        else:
            self.chosen.emit(value)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrow keys go through the list, Enter take, Escape and leaving close."""
        del watched
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _KEYS:
                QApplication.sendEvent(self.items, event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take(self.items.currentItem())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        return False

    def _leave(self) -> None:
        self.hide()
        self.closed.emit()
