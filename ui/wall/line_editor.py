"""One line that is written on the wall itself: a cluster's name, or the dots counted on a card."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class LineEditor(QLineEdit):
    """One line in place: a cluster's name, or a count of dots. Enter and leaving store, Escape does not."""

    written = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stored = ""
        self._waits = False
        self.editingFinished.connect(self._hand_over)
        self.hide()

    def open_line(self, text: str, name: str, typed: str = "") -> None:
        """Edit `text`; `typed` is what the key that opened it already wrote in its place."""
        self._stored, self._waits = text, False
        self.setAccessibleName(name)
        self.setAccessibleDescription("")
        self.setToolTip("")
        self.setProperty("wrong", False)
        self.setText(typed or text)
        if not typed:
            self.selectAll()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def half_typed(self) -> str:
        """The words that are neither stored nor handed over; empty for none."""
        return "" if self._waits or self.text().strip() == self._stored.strip() else self.text()

    def stored(self) -> None:
        """Follow that it is stored."""
        self._waits = False
        self.closed.emit()

    def _hand_over(self) -> None:
        if not self.isVisible() or self._waits:
            return
        if self.text().strip() == self._stored.strip():
            self.closed.emit()
            return
        self._waits = True
        self.written.emit(self.text().strip())

    def refuse(self) -> None:
        """Let it be corrected."""
        self._waits = False
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape leave without storing."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._stored)
            self.closed.emit()
            return
        super().keyPressEvent(event)
