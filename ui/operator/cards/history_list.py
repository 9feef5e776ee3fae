"""What happened to a card: who, when, what, and what it said before. The newest is on top."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.i18n import _
from ui.presenters.card_history import HistoryLine
from ui.theme.theme import Theme
from ui.widgets.labels import label, rule

_MOST: Final = 12
"""Steps that are shown: the file keeps all of them."""


class HistoryList(QWidget):
    """A few lines of small print; hidden where nothing is told."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = label(theme, role="body_strong")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.lines: tuple[HistoryLine, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(rule())
        column.addWidget(self._title)
        column.addLayout(self._rows)
        self.hide()

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show these steps."""
        self.setVisible(bool(lines))
        if tuple(lines) == self.lines:
            return
        self.lines = tuple(lines)
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for line in self.lines[:_MOST]:
            self._rows.addWidget(self._row(line))

    def _row(self, line: HistoryLine) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(label(self._theme, line.what, role="meta", tone="ink", wrap=True))
        column.addWidget(label(self._theme, line.when, role="meta", tone="ink_3", wrap=True))
        if line.before:
            words = _("Before: “{words}”").format(words=" ".join(line.before.split()))
            column.addWidget(label(self._theme, words, role="meta", tone="ink_2", wrap=True))
        return holder

    def retranslate(self) -> None:
        """Say the heading in the screen's language; the lines come anew with the card."""
        self._title.setText(_("History"))
        self.setAccessibleName(_("History of the card"))
