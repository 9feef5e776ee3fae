"""Two short lists: who waits for the word, and who has spoken for how long."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from facilitator.i18n import _
from ui.operator.run.short_list import ShortList, draw_elided
from ui.presenters.talk import SpokenRow, TurnLine
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme

TURN: Final = 28
SPOKEN: Final = 36
TIME: Final = 52
"""px of a column of times."""
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TurnList(ShortList[TurnLine]):
    """Who waits. Enter or a double click gives the word, Del leaves out, Alt+Up and Down move."""

    taken = Signal(object)
    left_out = Signal(object)
    moved = Signal(object, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, TURN, self._paint)
        self._theme = theme
        self.activated.connect(lambda index: self.taken.emit(self.lines.rows[index.row()].key))

    def _paint(self, painter: QPainter, rect: QRectF, line: TurnLine, place: int) -> None:
        painter.setPen(self._theme.colour("ink_3"))
        painter.setFont(self._theme.font("meta", tabular=True))
        painter.drawText(rect.adjusted(4, 0, 0, 0), _MIDDLE, str(place + 1))
        painter.setPen(self._theme.colour("ink_2"))
        painter.setFont(self._theme.font("body"))
        draw_elided(painter, rect.adjusted(26, 0, -6, 0), line.title)

    def retranslate(self) -> None:
        """Name the list and say what keys do."""
        self.setAccessibleName(_("Who waits for the word"))
        self.setToolTip(_("Enter gives the word, Del leaves out, Alt and arrows move"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave out and move what is chosen."""
        row = self.row_at(self.currentIndex().row())
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Delete if row is not None:
                self.left_out.emit(row.key)
            case Qt.Key.Key_Up if alt and row is not None:
                self.moved.emit(row.key, -1)
            case Qt.Key.Key_Down if alt and row is not None:
                self.moved.emit(row.key, 1)
            case _:
                super().keyPressEvent(event)


class SpokenList(ShortList[SpokenRow]):
    """Who has spoken; a click, Enter or Space gives somebody the word or takes it."""

    pressed_key = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, SPOKEN, self._paint)
        self._theme = theme
        self.clicked.connect(lambda index: self.pressed_key.emit(self.lines.rows[index.row()].key))

    def _paint(self, painter: QPainter, rect: QRectF, row: SpokenRow, _place: int) -> None:
        theme = self._theme
        times = QRectF(rect.right() - 4 - TIME, rect.top(), TIME, rect.height() - 8)
        words = QRectF(rect.left() + 4, rect.top(), rect.width() - 2 * TIME - 12, times.height())
        if row.speaking:
            sign = QRectF(words.left(), words.center().y() - 8, 16, 16)
            paint_icon(painter, sign, "circle-dot", theme.colour("now_ink"))
            words.setLeft(words.left() + 22)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("body", weight=700 if row.speaking else 500))
        draw_elided(painter, words, row.title)
        right = _MIDDLE | Qt.AlignmentFlag.AlignRight
        painter.setFont(theme.font("meta", tabular=True, weight=600))
        painter.drawText(times.translated(-TIME, 0), right, row.here or "–")
        painter.setPen(theme.colour("ink_2"))
        painter.setFont(theme.font("meta", tabular=True))
        painter.drawText(times, right, row.in_all or "–")
        bar = QRectF(rect.left() + 4, rect.bottom() - 8, rect.width() - 8, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(bar, 2, 2)
        if row.share:
            bar.setWidth(max(4.0, bar.width() * row.share))
            painter.setBrush(theme.colour("primary"))
            painter.drawRoundedRect(bar, 2, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give or take the word."""
        row = self.row_at(self.currentIndex().row())
        if row is not None and event.key() in {*_ENTER, Qt.Key.Key_Space}:
            self.pressed_key.emit(row.key)
        else:
            super().keyPressEvent(event)
