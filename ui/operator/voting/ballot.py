"""The ballot: what can get dots, one line each; digits, plus and minus give them, by keyboard or mouse."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from facilitator.domain.frozen import dataclass
from ui.models.keyed_rows import AnyIndex
from ui.models.spoken_rows import SpokenRowsModel
from ui.operator.voting.ballot_delegate import BallotDelegate
from ui.presenters.voting import BallotRow
from ui.theme.focus import OWN_RING
from ui.theme.theme import Theme

_MOST_DIGITS: Final = 6
_BACK: Final = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_MORE: Final = (Qt.Key.Key_Plus, Qt.Key.Key_Space)
_NEXT: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Refused:
    """Dots that cannot be given: how many were wanted, and how many could be."""

    wanted: int
    most: int
    left: int


class BallotView(QListView):
    """Nothing that was typed is told before the line is left, so that 12 is not first 1."""

    given = Signal(object, int)
    """A line was left with another number of dots: its key and the number."""

    changed = Signal()
    """Another number is shown; it may not be told yet."""

    refused = Signal(object)
    """More dots than there are: a Refused."""

    finished = Signal()
    """Enter on the last line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows: SpokenRowsModel[BallotRow] = SpokenRowsModel(self)
        self._delegate = BallotDelegate(theme, self)
        self._limit = 0
        self._digits = ""
        self._open: UUID | None = None
        self._before = 0
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setProperty("ground", "surface")
        self.setProperty(OWN_RING, True)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    # What it shows

    def show_ballot(self, rows: Sequence[BallotRow], limit: int) -> None:
        """Show these lines, of all together at most `limit` dots. A line being typed stays as it is."""
        typed = self._row_of(self._open)
        if typed is not None:
            rows = [typed if row.key == typed.key else row for row in rows]
        self._limit = limit
        self.rows.show_rows(rows)
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.rows.index(0, 0))

    def dots(self) -> dict[UUID, int]:
        """Return what is given now, also what is not told yet."""
        return {row.key: row.dots for row in self.rows.rows if row.dots}

    @property
    def left(self) -> int:
        """How many dots can still be given."""
        return self._limit - sum(row.dots for row in self.rows.rows)

    def settle(self) -> None:
        """Tell what was typed on the line that is open."""
        row = self._row_of(self._open)
        key, self._open, self._digits = self._open, None, ""
        if row is not None and key is not None and row.dots != self._before:
            self.given.emit(key, row.dots)

    def wanted_height(self, most: int) -> int:
        """Return the height in px at which at most so many lines are seen."""
        return max(1, min(len(self.rows.rows), most)) * self._delegate.row_height() + 2

    # Giving

    def set_dots(self, place: int, wanted: int) -> bool:
        """Give a line so many dots, unless that is more than there are; whether it could be done."""
        row = self.rows.rows[place]
        others = sum(each.dots for each in self.rows.rows) - row.dots
        most = min(row.most, self._limit - others)
        if not 0 <= wanted <= max(0, most):
            if wanted > 0:
                self.refused.emit(Refused(wanted, row.most, max(0, self._limit - others)))
            return False
        if self._open != row.key:
            self.settle()
            self._open, self._before = row.key, row.dots
        shown = list(self.rows.rows)
        shown[place] = replace(row, dots=wanted)
        self.rows.show_rows(shown)
        self.changed.emit()
        return True

    def _row_of(self, key: UUID | None) -> BallotRow | None:
        return next((row for row in self.rows.rows if row.key == key), None)

    def _step(self, place: int, by: int) -> None:
        self._digits = ""
        self.set_dots(place, self.rows.rows[place].dots + by)

    def _digit(self, place: int, digit: str) -> None:
        digits = (self._digits + digit)[-_MOST_DIGITS:]
        if self.set_dots(place, int(digits)):
            self._digits = digits

    def _erase(self, place: int) -> None:
        row = self.rows.rows[place]
        if self._digits:
            self._digits = self._digits[:-1]
            self.set_dots(place, int(self._digits or "0"))
        else:
            self.set_dots(place, max(0, row.dots - 1))

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits type the number; plus, space, minus and backspace change it by one; Enter goes on."""
        place = self.currentIndex().row()
        if place < 0 or event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            super().keyPressEvent(event)
            return
        key, text = event.key(), event.text()
        if len(text) == 1 and text in "0123456789":
            self._digit(place, text)
        elif key in _MORE:
            self._step(place, 1)
        elif key == Qt.Key.Key_Minus:
            self._step(place, -1)
        elif key in _BACK:
            self._erase(place)
        elif key in _NEXT:
            self._go_on(place)
        else:
            super().keyPressEvent(event)

    def _go_on(self, place: int) -> None:
        self.settle()
        if place + 1 < len(self.rows.rows):
            self.setCurrentIndex(self.rows.index(place + 1, 0))
        else:
            self.finished.emit()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell what was typed on the line that is left."""
        super().currentChanged(current, previous)
        self.settle()
        if current.isValid():
            self.scrollTo(current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell what was typed."""
        super().focusOutEvent(event)
        self.settle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Give or take a dot by the signs at the right of a line."""
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            by = self._delegate.step_at(self.visualRect(index), QPointF(event.position()))
            if by:
                self._step(index.row(), by)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let lines take the whole width."""
        super().resizeEvent(event)
        self.setGridSize(QSize(self.viewport().width() - 2, self._delegate.row_height()))
