"""Paints one session of the timeline: paper for work, dashes for breaks, hatching where times collide."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from facilitator.i18n import _
from ui.presenters.agenda import Block
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme

SMALL: Final = 30
"""px below which a block has one line of 13 px."""

STACKED: Final = 50
"""px from which what is known of a session stands below its title."""

_TWO_LINES: Final = 54
"""px from which a long title takes two lines."""

_TIME_WIDTH: Final = 52
_ICON: Final = 16
_VCENTER: Final = Qt.AlignmentFlag.AlignVCenter


class BlockPainter:
    """Knows the fonts and colours of blocks; asks the theme each time, so that it follows the scheme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(
        self, painter: QPainter, rect: QRectF, block: Block, *, selected: bool, free: QRectF | None = None
    ) -> None:
        """Paint a block into `rect`; its words only into what of it is `free` of other blocks.

        What does not fit is left away, the title elides.
        """
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, block, selected=selected)
        free = free or rect
        painter.setClipRect(free.adjusted(1, 1, -1, -1))
        self._words(painter, free, block)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, block: Block, *, selected: bool) -> None:
        theme = self._theme
        ground = "canvas" if block.is_break else "surface"
        if block.now:
            ground = "now_tint"
        if selected:
            ground = "primary_tint"
        edge = QPen(theme.colour("line_strong" if block.is_break else "line"), 1)
        if block.is_break:
            edge.setStyle(Qt.PenStyle.CustomDashLine)
            edge.setDashPattern([4, 3])
        if block.collides:
            edge = QPen(theme.colour("over"), 1.2)
        if selected:
            edge = QPen(theme.colour("primary"), 2)
        radius = theme.radius("card")
        painter.setPen(edge)
        painter.setBrush(theme.colour(ground))
        inner = rect.adjusted(0.5, 0.5, -0.5, -0.5) if edge.widthF() < 2 else rect.adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inner, radius, radius)
        if block.now:
            bar = QPainterPath()
            bar.addRoundedRect(inner, radius, radius)
            painter.setClipPath(bar)
            painter.fillRect(QRectF(rect.x(), rect.y(), 5, rect.height()), theme.colour("now"))

    def _words(self, painter: QPainter, rect: QRectF, block: Block) -> None:
        small = rect.height() < SMALL
        middle = small or block.is_break or rect.height() < STACKED
        row = rect if middle else QRectF(rect.x(), rect.y() + 6, rect.width(), 22)
        left, right = row.x() + 12, self._right(painter, row, block)
        theme = self._theme
        painter.setFont(theme.font("meta", tabular=True, weight=600))
        painter.setPen(theme.colour("ink_2"))
        painter.drawText(QRectF(left, row.y(), _TIME_WIDTH, row.height()), _VCENTER, block.time)
        left += _TIME_WIDTH
        font = self._title_font(block, small=small)
        painter.setFont(font)
        painter.setPen(theme.colour("ink_2" if block.is_break else "ink"))
        measure = QFontMetricsF(font)
        title = measure.elidedText(block.title, Qt.TextElideMode.ElideRight, right - left)
        room = QRectF(left, row.y(), right - left, row.height())
        if title != block.title and not middle and rect.height() >= _TWO_LINES:
            self._two_lines(painter, QRectF(left, rect.y() + 6, rect.right() - 12 - left, 42), block, right)
            self._stacked_lines(painter, rect, block, (left, rect.y() + 47))
            return
        painter.drawText(room, _VCENTER | Qt.TextFlag.TextSingleLine, title)
        self._lines(painter, rect, block, (left, right, measure.horizontalAdvance(title)))

    def _two_lines(self, painter: QPainter, room: QRectF, block: Block, right: float) -> None:
        """Break a title after the last word that fits beside the length; the second line may elide."""
        measure = QFontMetricsF(painter.font())
        words = block.title.split(" ")
        first = words[:1]
        while (
            len(first) < len(words)
            and measure.horizontalAdvance(" ".join([*first, words[len(first)]])) <= right - room.x()
        ):
            first.append(words[len(first)])
        rest = " ".join(words[len(first) :])
        upper = QRectF(room.x(), room.y(), right - room.x(), 22)
        lower = QRectF(room.x(), room.y() + 20, room.width(), 22)
        elide = Qt.TextElideMode.ElideRight
        flags = _VCENTER | Qt.TextFlag.TextSingleLine
        painter.drawText(upper, flags, measure.elidedText(" ".join(first), elide, upper.width()))
        painter.drawText(lower, flags, measure.elidedText(rest, elide, lower.width()))

    def _title_font(self, block: Block, *, small: bool) -> QFont:
        if block.is_break:
            font = self._theme.font("meta" if small else "body")
            font.setItalic(True)
            return font
        return self._theme.font("meta", weight=600) if small else self._theme.font("body_strong")

    def _lines(self, painter: QPainter, rect: QRectF, block: Block, room: tuple[float, float, float]) -> None:
        left, right, used = room
        if not block.lines:
            return
        font = self._theme.font("meta")
        measure = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink_2"))
        if rect.height() < STACKED:
            start = left + used + 10
            if right - start > 40:
                words = measure.elidedText(block.lines[0], Qt.TextElideMode.ElideRight, right - start)
                line = QRectF(start, rect.y(), right - start, rect.height())
                painter.drawText(line, _VCENTER | Qt.TextFlag.TextSingleLine, words)
            return
        self._stacked_lines(painter, rect, block, (left, rect.y() + 27))

    def _stacked_lines(
        self, painter: QPainter, rect: QRectF, block: Block, start: tuple[float, float]
    ) -> None:
        """Write what is known of a session line by line, from `start` as far as there is room."""
        left, top = start
        font = self._theme.font("meta")
        measure = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink_2"))
        for words in block.lines:
            if top + 18 > rect.bottom() - 2:
                return
            line = QRectF(left, top, rect.right() - 12 - left, 18)
            elided = measure.elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, _VCENTER | Qt.TextFlag.TextSingleLine, elided)
            top += 18

    def _right(self, painter: QPainter, row: QRectF, block: Block) -> float:
        """Paint length, sign and pin at the right end, and return where they begin."""
        theme = self._theme
        font = theme.font("meta", tabular=True)
        width = QFontMetricsF(font).horizontalAdvance(block.length)
        x = row.right() - 12 - width
        painter.setFont(font)
        painter.setPen(theme.colour("ink_2"))
        painter.drawText(QRectF(x, row.y(), width + 2, row.height()), _VCENTER, block.length)
        for name in (block.icon, "pin" if block.locked else ""):
            if name:
                x -= _ICON + 8
                paint_icon(painter, QRectF(x, row.y(), _ICON, row.height()), name, theme.colour("ink_2"))
        return x - 8

    def clash(self, painter: QPainter, rect: QRectF) -> None:
        """Hatch the part of a block whose minutes another session has already."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        painter.fillRect(rect, self._theme.colour("over_tint"))
        painter.setPen(QPen(self._theme.colour("over"), 2.2))
        x = rect.left() - rect.height()
        while x < rect.right():
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
            x += 8
        painter.restore()

    def overrun(self, painter: QPainter, rect: QRectF) -> None:
        """Tint the part of a block that goes on after the room has closed."""
        tint = QColor(self._theme.colour("over"))
        tint.setAlphaF(0.16)
        painter.fillRect(rect, QBrush(tint))

    def ghost(self, painter: QPainter, rect: QRectF, words: str) -> None:
        """Show where a dragged session would lie, with its new time."""
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = QColor(theme.colour("primary"))
        fill.setAlphaF(0.14)
        painter.setBrush(fill)
        painter.setPen(QPen(theme.colour("primary"), 2))
        radius = theme.radius("card")
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
        font = theme.font("meta", tabular=True, weight=700)
        width = QFontMetricsF(font).horizontalAdvance(words) + 16
        chip = QRectF(rect.right() - width - 8, rect.top() + 3, width, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary"))
        painter.drawRoundedRect(chip, 6, 6)
        painter.setFont(font)
        painter.setPen(theme.colour("on_primary"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()


def span_words(start: str, end: str) -> str:
    """Return "10:20 – 11:05" for the session that is being dragged."""
    return _("{start} – {end}").format(start=start, end=end)
