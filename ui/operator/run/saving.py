"""The line below the capture bar: what Enter does now, and what still waits for the disk."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.i18n import ngettext
from ui.operator.run.offer import quoted
from ui.operator.run.outbox import Outbox
from ui.runtime.desk import SLOW_MS
from ui.theme.theme import Theme
from ui.widgets.labels import label


class SavingLine(QWidget):
    """Says nothing as long as there is nothing to say."""

    def __init__(self, theme: Theme, outbox: Outbox) -> None:
        super().__init__()
        self._outbox = outbox
        self._hint = ""
        self._line = label(theme, role="meta", tone="ink_2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self._say)
        outbox.waiting_changed.connect(self._follow)
        self.hide()

    def set_hint(self, words: str) -> None:
        """Say what Enter does now; nothing for the usual."""
        self._hint = words
        self._say()

    def stop(self) -> None:
        """Wait for nothing more."""
        self._slow.stop()

    @Slot()
    def _follow(self) -> None:
        """Say what waits only once that takes longer than the eye forgives."""
        if not self._outbox.waiting:
            self._slow.stop()
            self._say()
        elif not self._slow.isActive() and self.isHidden():
            self._slow.start()

    @Slot()
    def _say(self) -> None:
        words, waiting = self._hint, self._outbox.waiting
        if not words and waiting:
            count = len(waiting)
            said = ngettext("Saving {n} card: “{text}”", "Saving {n} cards, the first: “{text}”", count)
            words = said.format(n=count, text=quoted(waiting[0].text))
        if words != self._line.text():
            self._line.setText(words)
        self.setVisible(bool(words))
