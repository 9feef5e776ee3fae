"""A combo box whose items are keys with labels: the program keeps the key, the person sees the label."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget


class Choice(QComboBox):
    """One of several, by key. Only a person's choice is announced, never a value set by the program."""

    chosen = Signal(str)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(12)
        self.stepping = False
        """Whether a key is going through the items of the closed list just now."""
        self.activated.connect(self._announce)

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, label) items; the chosen key stays chosen, else the first one is."""
        was = self.current_key()
        self.blockSignals(True)
        self.clear()
        for key, text in items:
            self.addItem(text, key)
        self.blockSignals(False)
        if any(key == was for key, _text in items):
            self.set_key(was)

    def current_key(self) -> str:
        """Return the chosen key, empty when nothing is chosen."""
        return str(self.currentData() or "")

    def set_key(self, key: str) -> None:
        """Choose a key without announcing it; a key that is not offered chooses nothing."""
        self.blockSignals(True)
        self.setCurrentIndex(self.findData(key))
        self.blockSignals(False)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the items by arrows and letters."""
        self.stepping = True
        try:
            super().keyPressEvent(event)
        finally:
            self.stepping = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past a field must not change it."""
        event.ignore()

    @Slot(int)
    def _announce(self, number: int) -> None:
        self.chosen.emit(str(self.itemData(number) or ""))
