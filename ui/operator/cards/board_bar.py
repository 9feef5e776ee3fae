"""Which board is on the wall, what it asks, whether it keeps authors, and the way to its vote."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from facilitator.domain.cards import BoardMode
from facilitator.i18n import _, language, translations
from facilitator.words import word
from ui.presenters.card_boards import BoardItem, VoteState
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.choice import Choice
from ui.widgets.editors import InPlaceEdit
from ui.widgets.labels import ElidedLabel

ALL: Final = "all"
"""Stands for the cards of all boards, where boards are chosen by their keys."""
_SIDE = 20
_CHOOSER = 300
_QUESTION_PAD = 8
_WITHIN = 4
"""px that a field keeps free inside its padding, two on each side."""
_NARROW = 800
"""px of the bar below which adding is said by its sign alone, so that the question has room."""


class _Chooser(Choice):
    """As wide as there is room for, whatever the longest board is called."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_CHOOSER)

    def sizeHint(self) -> QSize:
        """Take the width of the design."""
        return QSize(_CHOOSER, super().sizeHint().height())

    def showPopup(self) -> None:
        """Let the list be as wide as its longest line, within reason."""
        width = self.view().sizeHintForColumn(0) + 40
        self.view().setMinimumWidth(max(self.width(), min(width, 640)))
        super().showPopup()


class _Question(InPlaceEdit):
    """What the board asks; while nobody types, words that have no room end in an ellipsis."""

    def shown_text(self) -> str:
        """Return the words as they are painted while nobody types."""
        room = self.width() - 2 * _QUESTION_PAD - _WITHIN
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, or the elided words in its place."""
        if self.hasFocus() or not self.text() or self.shown_text() == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.rect().adjusted(_QUESTION_PAD, 0, -_QUESTION_PAD + 1, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown_text())
        painter.end()


class BoardBar(QWidget):
    """One row above the wall's tools."""

    board_chosen = Signal(str)
    question_written = Signal(str)
    mode_chosen = Signal(str)
    vote_toggled = Signal(bool)
    matrix_toggled = Signal(bool)
    card_wanted = Signal()
    more_wanted = Signal(QPoint)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.chooser = _Chooser()
        self.question = _Question(seamless=True)
        self.question.setFont(theme.font("body_strong"))
        self.hint = ElidedLabel(theme, "body", "ink_2")
        self.hint.hide()
        self.mode = Choice()
        self.vote = Button(theme, " ", icon="circle-dot")
        self.vote.setCheckable(True)
        self.matrix = Button(theme, " ", icon="chart-scatter")
        self.matrix.setCheckable(True)
        self.matrix.hide()
        self.add = Button(theme, " ", icon="plus")
        self.more = Button(theme, "", icon="ellipsis")
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        row.setSpacing(10)
        row.addWidget(self.chooser, 2)
        row.addWidget(self.question, 3)
        row.addWidget(self.hint, 3)
        for part in (self.mode, self.vote, self.matrix, self.add, self.more):
            row.addWidget(part)
        self.chooser.chosen.connect(self.board_chosen)
        self.question.committed.connect(self.question_written)
        self.mode.chosen.connect(self.mode_chosen)
        self.vote.toggled.connect(self.vote_toggled)
        self.matrix.toggled.connect(self.matrix_toggled)
        self.add.clicked.connect(self.card_wanted)
        corner = self.more.rect().bottomLeft
        self.more.clicked.connect(lambda: self.more_wanted.emit(self.more.mapToGlobal(corner())))

    def show_boards(self, items: Sequence[BoardItem], chosen: str) -> None:
        """Offer the workshop's boards."""
        every = [(ALL, _("All cards of the workshop"))] if len(items) > 1 else []
        self.chooser.set_items([*((str(item.id), item.label) for item in items), *every])
        self.chooser.set_key(chosen)
        self.chooser.setEnabled(len(items) > 0)
        for part in (self.question, self.mode, self.vote, self.add):
            part.setEnabled(bool(items))
            part.setHidden(chosen == ALL)
        self.hint.setVisible(chosen == ALL)

    def show_board(self, question: str, mode: BoardMode | None, locked: str) -> None:
        """Say what the board asks and whether it keeps authors; `locked` is why that cannot be changed."""
        self.question.set_value(question)
        self.question.setToolTip(question)
        self.mode.set_items([(each.value, word(translations(language()), each)) for each in BoardMode])
        self.mode.set_key(mode.value if mode is not None else "")
        self.mode.setEnabled(mode is not None and not locked)
        self.mode.setToolTip(locked)
        self.mode.setAccessibleDescription(locked)

    def show_vote(self, state: VoteState | None) -> None:
        """Say how the vote stands."""
        if state is None:
            self.vote.setText(_("Vote"))
        elif state.rule.closed:
            self.vote.setText(_("{n} dots").format(n=state.cast))
        else:
            self.vote.setText(_("{cast} of {possible}").format(cast=state.cast, possible=state.rule.possible))
        said = _("Vote") if state is None else _("Vote: {state}").format(state=state.line())
        self.vote.setAccessibleName(said)
        self.vote.setToolTip(said)

    def set_vote_open(self, *, is_open: bool) -> None:
        """Follow the panel without telling of it."""
        _press(self.vote, on=is_open)

    def set_matrix_open(self, *, is_open: bool) -> None:
        """Follow what is shown without telling of it."""
        _press(self.matrix, on=is_open)

    def retranslate(self) -> None:
        """Say everything in the screen's language."""
        self.setAccessibleName(_("Board"))
        self.chooser.setAccessibleName(_("Board on the wall"))
        self.chooser.setPlaceholderText(_("No board yet"))
        self.question.setAccessibleName(_("What the board asks the room"))
        self.question.setPlaceholderText(_("What the board asks the room"))
        self.mode.setAccessibleName(_("Authors"))
        self.hint.set_text(_("To look through; Enter shows a card on its own board"))
        self._fit()
        self.matrix.setAccessibleName(_("Matrix of the two ratings"))
        self.matrix.setToolTip(_("Matrix of the two ratings"))
        self.add.setAccessibleName(_("Add card"))
        self.add.setToolTip(_("Add card (Ins)"))
        self.more.setAccessibleName(_("More for boards"))
        self.more.setToolTip(_("Boards and types of card"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the question."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < _NARROW
        self.add.setText("" if narrow else _("Add card"))
        self.matrix.setText("" if narrow else _("Matrix"))
        self.chooser.setMaximumWidth(_CHOOSER // 2 if narrow else _CHOOSER)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.end()


def _press(button: Button, *, on: bool) -> None:
    button.blockSignals(True)
    button.setChecked(on)
    button.blockSignals(False)
    button.update()
