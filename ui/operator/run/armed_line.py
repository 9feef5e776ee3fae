"""Says that a session will start by itself, and lets it wait instead."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.i18n import _
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.pills import Pill


class ArmedLine(QWidget):
    """One line below the clock, there only while a session is set to start by itself."""

    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._pill = Pill(theme)
        self._cancel = Button(theme, " ", kind="quiet", size="small")
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._pill)
        row.addWidget(self._cancel)
        row.addStretch(1)
        self.hide()

    def say(self, words: str) -> None:
        """Say what will start, and when."""
        self._pill.show_state(words, "progress", "alarm-clock")

    def retranslate(self) -> None:
        """Name the button in the screen's language."""
        self._cancel.setText(_("Cancel"))
        self._cancel.setAccessibleName(_("Cancel the start by itself"))
