"""The rounds of a prototype as loops of one line: solid is done, filled is now, dotted is to come."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.operator.home.thread_band import LoopButton
from ui.presenters.cases_prototype import Turn
from ui.theme.focus import RING_RADIUS
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.theme.thread import LIFT, append_loop, dotted_pen, loop_fill, solid_pen

_LOOPS: Final = (112, 78)
"""px of the loops, in the wide and in the compact layout."""

_WORDS: Final = 70
_LEFT: Final = 24
_NARROWEST: Final = 176
_WIDEST: Final = 330
_PEN: Final = 4.5
_LINE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class IterationBand(QWidget):
    """Paints the thread with a column of words under each loop, and says which was chosen."""

    chosen = Signal(object)
    """Key of the round that a person chose; None for the one to come."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._turns: tuple[Turn, ...] = ()
        self._open: object = None
        self.buttons: list[LoopButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        theme.metrics_changed.connect(self._follow_metrics)
        self._follow_metrics()

    def show_turns(self, turns: Sequence[Turn], chosen: object) -> None:
        """Show these rounds, one of them open; the focus stays on the loop at the same place."""
        self._turns, self._open = tuple(turns), chosen
        while len(self.buttons) > len(self._turns):
            gone = self.buttons.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.buttons) < len(self._turns):
            self._add_button(len(self.buttons))
        for turn, button in zip(self._turns, self.buttons, strict=True):
            button.setAccessibleName(turn.spoken)
            button.setToolTip(turn.title)
        self.setMinimumWidth(_NARROWEST * len(self._turns))
        self._place()
        self.update()

    def focused(self) -> Turn | None:
        """Return the round on whose loop the keyboard is."""
        found = (turn for turn, button in zip(self._turns, self.buttons, strict=True) if button.hasFocus())
        return next(found, None)

    def _add_button(self, place: int) -> None:
        button = LoopButton(self)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(self._turns[place].key))
        button.along.connect(lambda step: self._go(place + step))
        button.show()
        self.buttons.append(button)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.buttons):
            self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _follow_metrics(self) -> None:
        self.setFixedHeight(self._loops() + _WORDS)
        self._place()

    def _loops(self) -> int:
        return _LOOPS[1] if self._theme.metrics.compact else _LOOPS[0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the buttons over the loops."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for place, button in enumerate(self.buttons):
            x, base, r = self._spot(place)
            top = base - (LIFT + 1) * r
            button.setGeometry(QRect(round(x - r), round(top), round(2 * r), round(2 * r)))
            button.setProperty(RING_RADIUS, r)

    def _width(self) -> float:
        return min(_WIDEST, (self.width() - _LEFT) / max(1, len(self._turns)))

    def _spot(self, place: int) -> tuple[float, float, float]:
        """Return where a loop's thread is below its middle, and its radius, in px."""
        r = (self._loops() - 12) / (LIFT + 1)
        return _LEFT + place * self._width() + r, self._loops() - 5, r

    def sizeHint(self) -> QSize:
        """Ask for room for each loop."""
        return QSize(_NARROWEST * max(1, len(self._turns)), self.height())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint fills, thread and words."""
        del event
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, turn in enumerate(self._turns):
            fill = "now" if turn.state == "now" else "primary_tint" if turn.key == self._open else "surface"
            painter.fillPath(loop_fill(*self._spot(place)), theme.colour(fill))
        painter.save()
        painter.setClipRect(self.rect().adjusted(_LEFT - 3, 0, 0, 0))
        self._paint_thread(painter)
        painter.restore()
        for place, turn in enumerate(self._turns):
            self._paint_words(painter, place, turn)
        painter.end()

    def _paint_thread(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        start = 0.0
        for coming, part in groupby(
            range(len(self._turns)), lambda each: self._turns[each].state == "coming"
        ):
            places = list(part)
            base = self._spot(places[0])[1]
            path = QPainterPath(QPointF(start if start else _LEFT - 4, base))
            for place in places:
                append_loop(path, *self._spot(place))
            last = places[-1] == len(self._turns) - 1
            end = path.currentPosition().x() + (24 if last else 0)
            path.lineTo(end, base)
            start = end + 12
            pen = (
                dotted_pen(theme.colour("line_strong"), _PEN)
                if coming
                else solid_pen(theme.colour("primary"), _PEN)
            )
            painter.setPen(pen)
            painter.drawPath(path)

    def _paint_words(self, painter: QPainter, place: int, turn: Turn) -> None:
        theme = self._theme
        x, base, r = self._spot(place)
        number = theme.font("title", tabular=True)
        if theme.metrics.compact:
            number.setPixelSize(20)
        painter.setFont(number)
        inks = {"now": "on_now", "coming": "ink_3", "done": "primary"}
        painter.setPen(theme.colour(inks[turn.state]))
        circle = QRectF(x - r, base - (LIFT + 1) * r, 2 * r, 2 * r)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, turn.number)
        left, room = x - r, self._width() - 20
        y = float(self._loops() + 4)
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
        painter.setPen(self._theme.colour(tone))
        elided = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LINE, elided)
