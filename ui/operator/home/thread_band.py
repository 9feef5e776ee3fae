"""The thread of a cycle: one line that loops at each workshop. Solid is done, dotted is to come."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from ui.presenters.home import Loop
from ui.theme.icons import paint_icon
from ui.theme.thread import LIFT, solid_pen
from ui.widgets.loop_band import LoopBand

HEIGHT: Final = 172
COMPACT_HEIGHT: Final = 146
LOW_HEIGHT: Final = 116
LOOP_AT: Final = 78
"""px from a column's left edge to the middle of its loop."""

_NARROWEST_CHIP: Final = 110
"""px below which what is handed on is not said on the thread; the loop's own words say it."""

_CENTRE: Final = Qt.AlignmentFlag.AlignCenter


class ThreadBand(LoopBand[Loop]):
    """The workshops of a cycle. `chosen` tells the WorkshopId."""

    _low = False

    def key_of(self, loop: Loop) -> object:
        """Return the workshop."""
        return loop.id

    def set_low(self, *, low: bool) -> None:
        """Draw smaller loops: the window is low."""
        self._low = low
        self.follow_metrics()

    def follow_metrics(self) -> None:
        """Take the height of the window's layout."""
        high = COMPACT_HEIGHT if self.theme.metrics.compact else HEIGHT
        self.setFixedHeight(LOW_HEIGHT if self._low else high)
        self.place_buttons()

    def spot(self, place: int) -> tuple[float, float, float]:
        """Return where a loop's thread is below its middle, and its radius, in px."""
        width = self.width() / max(1, len(self.loops))
        big = self.loops[place].state == "now" or self.loops[place].is_open
        r = (self.height() - 14) / (LIFT + 1) * (1.0 if big else 0.85)
        return place * width + LOOP_AT, self.height() - 8, r

    def ends(self) -> tuple[float, float]:
        """Let the thread come in and go on beyond the page."""
        return -200.0, self.width() + 20.0

    def fill(self, loop: Loop) -> str:
        """Return marigold for what runs, and the tint of what is chosen for the open one."""
        return "now" if loop.state == "now" else "primary_tint" if loop.is_open else "surface"

    def sizeHint(self) -> QSize:
        """Ask for room for each loop and what goes on from it."""
        return QSize(260 * max(1, len(self.loops)), self.height())

    # Painting

    def paint_words(self, painter: QPainter, place: int, loop: Loop) -> None:
        """Paint number and month, or that it is done, and what is handed on."""
        if loop.chip:
            self._paint_chip(painter, place, loop)
        x, base, r = self.spot(place)
        theme = self.theme
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
        font = self.theme.font(role[0], weight=role[1])
        while QFontMetricsF(font).horizontalAdvance(words) > width and font.pixelSize() > 13:
            font.setPixelSize(font.pixelSize() - 1)
        return font

    def _line(self, painter: QPainter, room: QRectF, words: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(self.theme.colour(colour))
        painter.drawText(room, _CENTRE, words)

    def _paint_chip(self, painter: QPainter, place: int, loop: Loop) -> None:
        theme = self.theme
        x, base, r = self.spot(place)
        left = x + r + 22
        next_x, _base, next_r = self.spot(place + 1)
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
