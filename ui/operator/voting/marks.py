"""The ballot of a rating: marks from 1 to 5, or what was counted of them, instead of dots."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView

from facilitator.i18n import _
from ui.operator.voting.ballot import BallotView, Refused
from ui.operator.voting.ballots import BallotPart
from ui.presenters.voting import BallotRow
from ui.theme.theme import Theme

_TYPED: Final = frozenset("0123456789., ")
_LONGEST: Final = 24
_BACK: Final = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class MarkView(BallotView):
    """A line takes "42", "4.2" or "0 1 3 4 2" where marks are counted, and one digit on a ballot."""

    typed = Signal(object, str)
    """A line was left with other words on it: its key and the words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._words: str | None = None
        self._said_before = ""
        self._kept: dict[UUID, str] = {}

    def show_ballot(self, rows: Sequence[BallotRow], limit: int) -> None:
        """Show these lines; what could not be stored stays on its line until it is put right."""
        shown = [
            replace(row, entry=self._kept[row.key], wrong=True)
            if row.entry is not None and row.key in self._kept
            else row
            for row in rows
        ]
        super().show_ballot(shown, limit)

    def keep(self, key: UUID, words: str) -> None:
        """Let words that were refused stay on their line."""
        self._kept[key] = words

    def forget(self) -> None:
        """Let go of all that was refused."""
        self._kept.clear()
        self._words = None

    def settle(self) -> None:
        """Tell what was typed on the line that is open."""
        row = self._row_of(self._open)
        if row is None or row.entry is None:
            super().settle()
            return
        words, self._open, self._words = self._words, None, None
        if words is not None:
            self._kept.pop(row.key, None)
            self.typed.emit(row.key, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the signs of numbers, and Backspace; Esc brings back what the line said."""
        place = self.currentIndex().row()
        row = self.rows.rows[place] if place >= 0 else None
        if row is None or row.entry is None:
            super().keyPressEvent(event)
            return
        text = event.text()
        if len(text) == 1 and text in _TYPED and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._write(place, ((self._words or "") + text)[:_LONGEST])
        elif event.key() in _BACK:
            before = (row.entry or "") if self._words is None else self._words
            self._write(place, before[:-1])
        elif event.key() == Qt.Key.Key_Escape and self._words is not None:
            self._write(place, self._said_before)
            self._open = self._words = None
        elif event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Minus}:
            event.accept()
        else:
            super().keyPressEvent(event)

    def _write(self, place: int, words: str) -> None:
        row = self.rows.rows[place]
        if self._open != row.key:
            self.settle()
            row = self.rows.rows[place]
            self._open, self._said_before = row.key, row.entry or ""
        self._words = words
        shown = list(self.rows.rows)
        shown[place] = replace(row, entry=words, wrong=False)
        self.rows.show_rows(shown)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the line; where marks are counted there are no signs to click."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.rows.rows[index.row()].entry is not None:
            QListView.mousePressEvent(self, event)
            return
        super().mousePressEvent(event)


class MarkPart(BallotPart):
    """No dots are left over here; a line has its own limit."""

    VIEW = MarkView
    view: MarkView

    def forget(self) -> None:
        """Let nothing of a ballot be seen any more."""
        self.view.forget()
        super().forget()

    def _left_words(self) -> str:
        rated = sum(1 for row in self.view.rows.rows if row.dots)
        return _("{n} of {of} rated").format(n=rated, of=len(self.view.rows.rows))

    def _refused_words(self, refused: Refused) -> str:
        return _("{n} is the most that one line can get.").format(n=refused.most)
