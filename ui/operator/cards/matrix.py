"""The matrix of a board in the place of its wall: the square, and its numbers beside it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.i18n import _, language
from ui.operator.cards.matrix_list import MEAN, MatrixList
from ui.operator.cards.matrix_plot import MatrixPlot
from ui.presenters import matrix as presenter
from ui.presenters.matrix import MatrixState
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label

if TYPE_CHECKING:
    from facilitator.domain.cards import Board
    from facilitator.domain.records import Records

_SIDE: Final = 20
_LIST: Final = 300


class MatrixArea(QWidget):
    """Follows one board; nothing in it changes a record."""

    marks_wanted = Signal()
    """The sheet on which marks are entered."""

    opened = Signal(object)
    """The key of a card or cluster that is wanted on the wall."""

    left = Signal()
    """Back to the wall."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._state = MatrixState()
        self.plot = MatrixPlot(theme)
        self.list = MatrixList(theme)
        self.list.setMinimumWidth(_LIST)
        self.hint = label(theme, role="meta", tone="ink_2", wrap=True)
        self.enter = Button(theme, " ", icon="vote")
        self.empty = EmptyState(theme, icon="chart-scatter")
        self._drawn = QWidget()
        beside = QVBoxLayout()
        beside.setSpacing(10)
        beside.addLayout(self._head(theme))
        beside.addWidget(self.list, 1)
        beside.addWidget(self.hint)
        beside.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self._drawn)
        row.setContentsMargins(_SIDE, 14, _SIDE, 14)
        row.setSpacing(24)
        row.addWidget(self.plot, 1)
        row.addLayout(beside, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._drawn, 1)
        whole.addWidget(self.empty, 1)
        self.list.chosen.connect(lambda key: self.plot.show_state(self._state, key))
        self.list.opened.connect(self.opened)
        self.plot.chosen.connect(self.list.choose)
        self.enter.clicked.connect(self.marks_wanted)
        self.empty.acted.connect(self.marks_wanted)

    @staticmethod
    def _head(theme: Theme) -> QHBoxLayout:
        """Return the signs over the two columns of means: what goes up, and what goes across."""
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 12, 0)
        head.setSpacing(0)
        head.addStretch(1)
        for sign in "↑→":
            mark = label(theme, sign, role="body_strong", tone="ink_2")
            mark.setFixedWidth(MEAN)
            mark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            head.addWidget(mark)
        return head

    def follow(self, records: "Records", board: "Board") -> None:
        """Show the board's matrix as it is now."""
        self._state = state = presenter.state(records, board, language())
        self._drawn.setVisible(bool(state.rows))
        self.empty.setVisible(not state.rows)
        self.list.show_rows(state.rows)
        self.plot.show_state(state, self.list.current)
        self.hint.setText(state.hint)
        self.hint.setVisible(bool(state.hint))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        state = self._state
        facts = {"up": state.up, "across": state.across}
        self.plot.setAccessibleName(_("Matrix: {up} against {across}").format(**facts))
        self.list.setAccessibleName(_("What the numbers of the matrix stand for"))
        self.enter.setText(_("Marks and turnout"))
        none = _("Nothing was rated by both criteria.")
        self.empty.set_words(_("No matrix yet"), state.hint or none, _("Enter marks"))

    def start(self) -> QWidget:
        """Return where the keys go first."""
        return self.list if self._state.rows else self.empty.button

    def sizeHint(self) -> QSize:
        """Take what there is."""
        return QSize(900, 560)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the wall with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
