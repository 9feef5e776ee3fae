"""The thread of a cycle: one line that loops at each workshop. Solid is done, dotted is to come."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.presenters.home import Loop
from ui.theme.focus import RING_RADIUS
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.theme.thread import LIFT, REACH, append_loop, dotted_pen, loop_fill, solid_pen

HEIGHT: Final = 172
COMPACT_HEIGHT: Final = 146
LOW_HEIGHT: Final = 116
LOOP_AT: Final = 78
"""px from a column's left edge to the middle of its loop."""

_NARROWEST_CHIP: Final = 110
"""px below which what is handed on is not said on the thread; the loop's own words say it."""

_PEN: Final = 5.0
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter


class LoopButton(QAbstractButton):
    """Lies over a loop: a click, Enter or Space opens its workshop; arrows go along the thread."""

    along = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next loop with the arrows; open with Enter as with Space."""
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                self.along.emit(1 if event.key() == Qt.Key.Key_Right else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave the painting to the band below."""


class ThreadBand(QWidget):
    """Paints the thread over columns of one width, and says which loop was chosen."""

    chosen = Signal(object)
    """The WorkshopId of the loop that a person chose."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._loops: tuple[Loop, ...] = ()
        self._low = False
        self.buttons: list[LoopButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        theme.metrics_changed.connect(self._follow_metrics)
        self._follow_metrics()

    def show_loops(self, loops: Sequence[Loop]) -> None:
        """Show these workshops; the focus stays on the loop at the same place."""
        self._loops = tuple(loops)
        while len(self.buttons) > len(self._loops):
            gone = self.buttons.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.buttons) < len(self._loops):
            self._add_button(len(self.buttons))
        for loop, button in zip(self._loops, self.buttons, strict=True):
            button.setAccessibleName(loop.spoken)
            button.setToolTip(loop.title)
        self._place()
        self.update()

    def _add_button(self, place: int) -> None:
        button = LoopButton(self)
        button.clicked.connect(lambda _checked=False: self.chosen.emit(self._loops[place].id))
        button.along.connect(lambda step: self._go(place + step))
        button.show()
        self.buttons.append(button)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.buttons):
            self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def set_low(self, *, low: bool) -> None:
        """Draw smaller loops: the window is low."""
        self._low = low
        self._follow_metrics()

    def _follow_metrics(self) -> None:
        high = COMPACT_HEIGHT if self._theme.metrics.compact else HEIGHT
        self.setFixedHeight(LOW_HEIGHT if self._low else high)
        self._place()

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

    def _spot(self, place: int) -> tuple[float, float, float]:
        """Return where a loop's thread is below its middle, and its radius, in px."""
        width = self.width() / max(1, len(self._loops))
        big = self._loops[place].state == "now" or self._loops[place].is_open
        r = (self.height() - 14) / (LIFT + 1) * (1.0 if big else 0.85)
        return place * width + LOOP_AT, self.height() - 8, r

    def sizeHint(self) -> QSize:
        """Ask for room for each loop and what goes on from it."""
        return QSize(260 * max(1, len(self._loops)), self.height())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint fills, thread, words and what is handed on."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, loop in enumerate(self._loops):
            x, base, r = self._spot(place)
            fill = {"now": "now"}.get(loop.state, "primary_tint" if loop.is_open else "surface")
            painter.fillPath(loop_fill(x, base, r), self._theme.colour(fill))
        self._paint_thread(painter)
        for place, loop in enumerate(self._loops):
            self._paint_words(painter, place, loop)
            if loop.chip:
                self._paint_chip(painter, place, loop)
        painter.end()

    def _paint_thread(self, painter: QPainter) -> None:
        """Paint the line in parts: solid as far as there is something done or now, dotted behind."""
        theme = self._theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        start = -200.0
        for coming, part in groupby(range(len(self._loops)), self._is_coming):
            places = list(part)
            path = QPainterPath(QPointF(start, self._spot(places[0])[1]))
            for place in places:
                append_loop(path, *self._spot(place))
            x, base, r = self._spot(places[-1])
            end = self.width() + 20.0 if places[-1] == len(self._loops) - 1 else x + REACH * r + 26
            path.lineTo(end, base)
            if coming:
                painter.setPen(dotted_pen(theme.colour("line_strong"), _PEN))
            else:
                painter.setPen(solid_pen(theme.colour("primary"), _PEN))
            painter.drawPath(path)
            start = end + 12

    def _is_coming(self, place: int) -> bool:
        return self._loops[place].state == "coming"

    def _paint_words(self, painter: QPainter, place: int, loop: Loop) -> None:
        x, base, r = self._spot(place)
        theme = self._theme
        middle = base - LIFT * r
        room = QRectF(x - r + 8, middle - 30, 2 * r - 16, 60)
        match loop.state:
            case "now":
                big = self._fitting(loop.headline, room.width(), ("title", 700))
                self._line(painter, room.translated(0, -14), loop.headline, big, "on_now")
                self._line(painter, room.translated(0, 14), loop.when, theme.font("body_strong"), "on_now")
            case "done":
                side = 26.0
                sign = QRectF(x - side / 2, middle - 34, side, side)
                paint_icon(painter, sign, "check", theme.colour("primary"))
                font = self._fitting(loop.when, room.width() + 4, ("lead", 600))
                self._line(painter, room.translated(0, 8), loop.when, font, "primary")
            case _:
                font = self._fitting(loop.when, room.width() + 4, ("lead", 600))
                self._line(painter, room, loop.when, font, "ink_2")

    def _fitting(self, words: str, width: float, role: tuple[str, int]) -> QFont:
        font = self._theme.font(role[0], weight=role[1])
        while QFontMetricsF(font).horizontalAdvance(words) > width and font.pixelSize() > 13:
            font.setPixelSize(font.pixelSize() - 1)
        return font

    def _line(self, painter: QPainter, room: QRectF, words: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        painter.drawText(room, _CENTRE, words)

    def _paint_chip(self, painter: QPainter, place: int, loop: Loop) -> None:
        theme = self._theme
        x, base, r = self._spot(place)
        left = x + r + 22
        next_x, _base, next_r = self._spot(place + 1)
        most = next_x - next_r - 14 - left
        if most < _NARROWEST_CHIP:
            return
        font = theme.font("meta", weight=600)
        measure = QFontMetricsF(font)
        room = QRectF(0, 0, min(most - 44, measure.horizontalAdvance(loop.chip) + 1), 60)
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
        words = measure.boundingRect(room, wrap, loop.chip)
        width, height = words.width() + 46, max(26.0, words.height() + 8)
        chip = QRectF(left + (most - width) / 2, base - 20 - height, width, height)
        painter.setPen(Qt.PenStyle.NoPen if loop.handed else solid_pen(theme.colour("line_strong"), 1))
        painter.setBrush(theme.colour("primary_tint" if loop.handed else "surface"))
        painter.drawRoundedRect(chip, 13, 13)
        ink = theme.colour("primary" if loop.handed else "ink_2")
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(chip.adjusted(12, 0, -30, 0), wrap, loop.chip)
        arrow = QRectF(chip.right() - 27, chip.y(), 15, chip.height())
        paint_icon(painter, arrow, "arrow-right", ink)
