"""Puts the matrix into the place of the wall, and back: made when it is first wanted."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.domain.cards import Board, Card
from facilitator.domain.ids import CardId
from ui.actions.qt import trigger
from ui.operator.cards.area import WallArea
from ui.operator.cards.board_bar import BoardBar
from ui.presenters.matrix import can_be
from ui.runtime.desk import Desk
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.operator.cards.matrix import MatrixArea


class MatrixPlace(QStackedWidget):
    """The wall, or the matrix of the same board."""

    turned = Signal()
    """The other one is shown now."""

    card_wanted = Signal(object)
    """The key of a card that is wanted on the wall."""

    def __init__(self, theme: Theme, desk: Desk, area: WallArea, bar: BoardBar) -> None:
        super().__init__()
        self._theme, self._desk, self._area, self._bar = theme, desk, area, bar
        self._matrix: MatrixArea | None = None
        self.addWidget(area)
        bar.matrix_toggled.connect(self.turn)

    @property
    def is_on(self) -> bool:
        """Whether the matrix is shown."""
        return self.currentWidget() is not self._area

    @property
    def matrix(self) -> "MatrixArea":
        """The matrix, made when it is first wanted."""
        if self._matrix is None:
            from ui.operator.cards.matrix import MatrixArea  # noqa: PLC0415 - few boards are rated

            self._matrix = made = MatrixArea(self._theme)
            made.marks_wanted.connect(lambda: trigger(self, "run.vote"))
            made.left.connect(lambda: self.turn(on=False))
            made.opened.connect(self._open)
            self.addWidget(made)
        return self._matrix

    def turn(self, on: bool) -> None:
        """Show the matrix, or the wall."""
        if on == self.is_on:
            return
        self.setCurrentWidget(self.matrix if on else self._area)
        self._bar.set_matrix_open(is_open=on)
        self.turned.emit()
        self.start().setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self) -> QWidget:
        """Return where the keys go first."""
        return self.matrix.start() if self.is_on else self._area.wall

    def follow(self, board: Board | None) -> None:
        """Offer the matrix where a board has one, and show it as it is now."""
        possible = can_be(board)
        self._bar.matrix.setHidden(not possible)
        if not possible:
            self.turn(on=False)
        elif self.is_on and board is not None:
            self.matrix.follow(self._desk.records, board)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        if self._matrix is not None:
            self._matrix.retranslate()

    def _open(self, key: UUID) -> None:
        self.turn(on=False)
        if self._desk.records.get(Card, CardId(key)) is not None:
            self.card_wanted.emit(key)
