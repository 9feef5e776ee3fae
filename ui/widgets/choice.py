"""A combo box whose items are keys with labels: the program keeps the key, the person sees the label."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

_INSIDE: Final = 4
"""px that the style keeps free around the label."""

_LEAST: Final = 120
"""px that a choice needs to be told from another."""


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
        self._items: tuple[tuple[str, str], ...] = ()
        self.activated.connect(self._announce)

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, label) items; the chosen key stays chosen, else the first one is."""
        was = self.current_key()
        self.blockSignals(True)
        if self._items != tuple(items):  # hundreds of people are offered again with every change of a record
            self._items = tuple(items)
            self.clear()
            for key, text in items:
                self.addItem(text, key)
        self.setCurrentIndex(max(self.findData(was), min(0, self.count() - 1)))
        self.blockSignals(False)
        self.update()

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

    def shown_text(self, option: QStyleOptionComboBox) -> str:
        """Return the chosen label as it fits into the field, with an ellipsis where it does not."""
        sub = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, sub, self)
        text = str(option.currentText) or self.placeholderText()
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width() - _INSIDE)

    def minimumSizeHint(self) -> QSize:
        """Give way to neighbours that cannot be elided."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), _LEAST), least.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field; a label that is too long is elided, never cut."""
        del event
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past a field must not change it."""
        event.ignore()

    @Slot(int)
    def _announce(self, number: int) -> None:
        self.chosen.emit(str(self.itemData(number) or ""))
