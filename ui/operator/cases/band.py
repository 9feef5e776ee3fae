"""The rounds of a prototype as loops of one line: solid is done, filled is now, dotted is to come."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen

from ui.presenters.cases_prototype import Turn
from ui.theme.icons import paint_icon
from ui.theme.thread import LIFT, REACH
from ui.widgets.loop_band import LoopBand

_LOOPS: Final = (112, 78)
"""px of the loops, in the wide and in the compact layout."""

_WORDS: Final = 70
_LEFT: Final = 24
_NARROWEST: Final = 176
_WIDEST: Final = 330
_LINE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class IterationBand(LoopBand[Turn]):
    """The rounds of a prototype, each over its words. `chosen` tells the round, None for the one to come."""

    pen = 4.5
    _open: object = None

    def show_turns(self, turns: Sequence[Turn], chosen: object) -> None:
        """Show these rounds, one of them open."""
        self._open = chosen
        self.setMinimumWidth(_NARROWEST * len(turns))
        self.show_loops(turns)

    def key_of(self, loop: Turn) -> object:
        """Return the round."""
        return loop.key

    def follow_metrics(self) -> None:
        """Take the height of the window's layout."""
        self.setFixedHeight(self._high() + _WORDS)
        self.place_buttons()

    def _high(self) -> int:
        return _LOOPS[1] if self.theme.metrics.compact else _LOOPS[0]

    def _wide(self) -> float:
        return min(_WIDEST, (self.width() - _LEFT) / max(1, len(self.loops)))

    def spot(self, place: int) -> tuple[float, float, float]:
        """Return where a loop's thread is below its middle, and its radius, in px."""
        r = (self._high() - 12) / (LIFT + 1)
        return _LEFT + place * self._wide() + r, self._high() - 5, r

    def ends(self) -> tuple[float, float]:
        """Begin at the first loop and stop a little behind the last."""
        x, _base, r = self.spot(len(self.loops) - 1) if self.loops else (0.0, 0.0, 0.0)
        return 2.0, x + REACH * r + 24

    def fill(self, loop: Turn) -> str:
        """Return marigold for the round that runs, and the tint of what is chosen for the open one."""
        return "now" if loop.state == "now" else "primary_tint" if loop.key == self._open else "surface"

    def sizeHint(self) -> QSize:
        """Ask for room for each loop."""
        return QSize(_NARROWEST * max(1, len(self.loops)), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then the thread."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("surface"))
        painter.end()
        super().paintEvent(event)

    def paint_words(self, painter: QPainter, place: int, loop: Turn) -> None:
        """Paint the number in the loop, and title, state and months below it."""
        theme, turn = self.theme, loop
        x, base, r = self.spot(place)
        number = theme.font("title", tabular=True)
        if theme.metrics.compact:
            number.setPixelSize(20)
        painter.setFont(number)
        inks = {"now": "on_now", "coming": "ink_3", "done": "primary"}
        painter.setPen(theme.colour(inks[turn.state]))
        circle = QRectF(x - r, base - (LIFT + 1) * r, 2 * r, 2 * r)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, turn.number)
        left, room = x - r, self._wide() - 20
        y = float(self._high() + 4)
        strong = theme.font("body_strong", weight=700)
        strong.setPixelSize(16)
        self._line(painter, QRectF(left, y, room, 22), turn.title, strong, "ink")
        if turn.key is not None and turn.key == self._open:
            width = QFontMetricsF(strong).horizontalAdvance(turn.title)
            painter.setPen(QPen(theme.colour("primary"), 2))
            painter.drawLine(QPointF(left, y + 22), QPointF(left + min(width, room), y + 22))
        colour = "now_ink" if turn.state == "now" else "ok" if turn.state == "done" else "ink_2"
        paint_icon(painter, QRectF(left, y + 25, 16, 18), turn.icon, theme.colour(colour))
        self._line(painter, QRectF(left + 22, y + 25, room - 22, 18), turn.said, theme.font("meta"), "ink")
        self._line(painter, QRectF(left, y + 45, room, 18), turn.months, theme.font("meta"), "ink_2")

    def _line(self, painter: QPainter, room: QRectF, words: str, font: QFont, tone: str) -> None:
        painter.setFont(font)
        painter.setPen(self.theme.colour(tone))
        elided = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LINE, elided)
