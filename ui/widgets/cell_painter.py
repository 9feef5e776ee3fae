"""Paints one cell of a table: one or two lines of words, a pill, chips, a sign, a bar of a Gantt column."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from ui.presenters.cells import Bar, Cell, Column, Row, Scale, Sign
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme, mixed
from ui.widgets.badge import code_chip_width, paint_code_chip
from ui.widgets.figures import paint_progress, paint_sparkline
from ui.widgets.pills import HEIGHT, PillLook, paint_pill, pill_width

MARGIN: Final = 12
INSETS: Final = {"left": (MARGIN, MARGIN), "right": (4, MARGIN), "centre": (2, 2)}
"""px left and right of the words of a column."""

MONTHS_INSET: Final = (8, 0, -12, 0)
BAR: Final = 4
_SIGN: Final = (32, 28)
_FACE: Final = 30


class CellPainter:
    """Knows fonts and colours of cells; it asks the theme each time."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, rect: QRectF, cell: Cell, column: Column) -> None:
        """Paint a cell into `rect`; words that do not fit are elided."""
        left, right = INSETS[column.align]
        room = rect.adjusted(left, 0, -right, -1)
        if column.scale is not None and not cell.shown:
            months = rect.adjusted(*MONTHS_INSET)
            self.scale(painter, months, column.scale)
            if cell.bar is not None:
                self._bar(painter, months, cell.bar)
        elif cell.sign is not None:
            self._sign(painter, room, cell.sign)
        elif cell.pill is not None:
            self._pill(painter, room, cell)
        elif cell.chips:
            self._chips(painter, room, cell.chips)
        elif cell.trend is not None:
            height = min(36.0, room.height())
            line = QRectF(room.left(), room.center().y() - height / 2, room.width(), height)
            paint_sparkline(painter, line, cell.trend.values, cell.trend.target, self._theme)
        else:
            self._words(painter, room, cell, column)

    def group(self, painter: QPainter, rect: QRectF, row: Row) -> None:
        """Paint the row that heads a group."""
        theme = self._theme
        x = rect.left() + MARGIN
        if row.chip:
            width = code_chip_width(theme, row.chip)
            paint_code_chip(painter, QRectF(x, rect.center().y() - 11, width, 22), row.chip, theme)
            x += width + 12
        elif row.icon:
            paint_icon(painter, QRectF(x, rect.top(), 18, rect.height()), row.icon, theme.colour("ink_2"))
            x += 30
        font = theme.font("body_strong", weight=700)
        font.setPixelSize(16)
        title = QFontMetricsF(font).elidedText(row.title, Qt.TextElideMode.ElideRight, rect.right() - x - 24)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(QRectF(x, rect.top(), rect.right() - x, rect.height()), _MIDDLE, title)
        x += QFontMetricsF(font).horizontalAdvance(title) + 12
        painter.setFont(theme.font("meta"))
        painter.setPen(theme.colour("ink_2"))
        room = QRectF(x, rect.top(), max(0.0, rect.right() - x - MARGIN), rect.height())
        note = QFontMetricsF(painter.font()).elidedText(row.note, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _MIDDLE, note)

    def _font(self, cell: Cell, column: Column) -> QFont:
        right = column.align != "left"
        size = "body" if column.stretch or cell.initials else "meta"
        font = self._theme.font(size, tabular=right, weight=600 if cell.strong else None)
        if size == "meta":
            font.setPixelSize(14)
        return font

    def _words(self, painter: QPainter, room: QRectF, cell: Cell, column: Column) -> None:
        theme = self._theme
        if cell.initials:
            self._face(painter, room, cell.initials)
            room = room.adjusted(_FACE + 12, 0, 0, 0)
        font = self._font(cell, column)
        painter.setFont(font)
        painter.setPen(theme.colour(cell.tone))
        if column.align != "left":
            flag = _RIGHT if column.align == "right" else Qt.AlignmentFlag.AlignCenter
            words = QFontMetricsF(font).elidedText(cell.shown, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, flag, words)
            return
        if cell.share is not None:
            self._share(painter, room, cell)
            return
        lines = two_lines(cell.shown, font, room.width())
        under = theme.font("meta")
        height, small = round(QFontMetricsF(font).height()), round(QFontMetricsF(under).height())
        fits = bool(cell.under) and room.height() >= height * len(lines) + small
        y = round(room.center().y() - (height * len(lines) + (small if fits else 0)) / 2)
        for line in lines:
            painter.drawText(QRectF(room.left(), y, room.width(), height), _MIDDLE, line)
            y += height
        if fits:
            painter.setFont(under)
            painter.setPen(theme.colour("ink_2"))
            words = QFontMetricsF(under).elidedText(cell.under, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(QRectF(room.left(), y, room.width(), small), _MIDDLE, words)

    def _share(self, painter: QPainter, room: QRectF, cell: Cell) -> None:
        painter.drawText(room.adjusted(0, -9, 0, -9), _MIDDLE, cell.shown)
        bar = QRectF(room.left(), room.center().y() + 8, min(room.width(), 48), 4)
        paint_progress(painter, bar, cell.share or 0.0, self._theme)

    def _face(self, painter: QPainter, room: QRectF, initials: str) -> None:
        theme = self._theme
        circle = QRectF(room.left(), room.center().y() - _FACE / 2, _FACE, _FACE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary_tint"))
        painter.drawEllipse(circle)
        font = theme.font("caption", weight=700)
        painter.setFont(font)
        painter.setPen(theme.colour("primary"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, initials)

    def _pill(self, painter: QPainter, room: QRectF, cell: Cell) -> None:
        assert cell.pill is not None  # noqa: S101 - asked before
        look = PillLook(cell.pill.text, cell.pill.tone, cell.pill.icon)
        width = min(pill_width(self._theme, look), room.width() + MARGIN)
        rect = QRectF(room.left(), round(room.center().y() - HEIGHT / 2), width, HEIGHT)
        painter.setClipRect(room.adjusted(0, 0, MARGIN, 0), Qt.ClipOperation.IntersectClip)
        paint_pill(painter, rect, look, self._theme)

    def _chips(self, painter: QPainter, room: QRectF, chips: tuple[str, ...]) -> None:
        x = room.left()
        for number, code in enumerate(chips):
            width = code_chip_width(self._theme, code)
            more = len(chips) - number
            if x + width > room.right() + 8 and number:
                painter.setFont(self._theme.font("meta"))
                painter.setPen(self._theme.colour("ink_2"))
                painter.drawText(QRectF(x, room.top(), 40, room.height()), _MIDDLE, f"+{more}")
                return
            paint_code_chip(painter, QRectF(x, round(room.center().y() - 11), width, 22), code, self._theme)
            x += width + 4

    def _sign(self, painter: QPainter, room: QRectF, sign: Sign) -> None:
        theme = self._theme
        width, height = min(_SIGN[0], room.width()), _SIGN[1]
        box = QRectF(
            round(room.center().x() - width / 2), round(room.center().y() - height / 2), width, height
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(sign.ground) if sign.ground else Qt.BrushStyle.NoBrush)
        if sign.dashed:
            pen = QPen(theme.colour("line_strong"), 1)
            pen.setDashPattern([3, 3])
            painter.setPen(pen)
            box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        if sign.ground or sign.dashed:
            painter.drawRoundedRect(box, 5, 5)
        if sign.icon:
            icon = QRectF(box.center().x() - 9, box.center().y() - 9, 18, 18)
            paint_icon(painter, icon, sign.icon, theme.colour(sign.ink))

    def scale(self, painter: QPainter, rect: QRectF, scale: Scale) -> None:
        """Paint the lines of the months, and the line of today over them."""
        for _name, _letter, start in scale.months:
            line = QRectF(round(rect.left() + rect.width() * start), rect.top(), 1, rect.height())
            painter.fillRect(line, self._theme.colour("line"))
        if scale.today is not None:
            x = round(rect.left() + rect.width() * scale.today)
            painter.fillRect(QRectF(x - 1, rect.top(), 2, rect.height()), self._theme.colour("cue"))

    def _bar(self, painter: QPainter, rect: QRectF, bar: Bar) -> None:
        theme = self._theme
        left = rect.left() + rect.width() * bar.start
        width = max(7.0, rect.width() * (bar.end - bar.start))
        box = QRectF(left, rect.center().y() - 7.5, width, 15)
        fill, edge = _bar_colours(theme, bar.look)
        painter.setPen(QPen(edge, 1.2) if bar.look in {"planned", "dropped"} else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 3, 3)
        if bar.look == "late":
            pen = QPen(theme.colour("on_over"), 2)
            pen.setDashPattern([2, 2])
            painter.setPen(pen)
            painter.drawLine(
                QPointF(box.left() + 5, box.center().y()), QPointF(box.right() - 4, box.center().y())
            )
        if bar.look == "done" and width > 20:
            paint_icon(
                painter, QRectF(box.center().x() - 6, box.center().y() - 6, 12, 12), "check", QColor("#fff")
            )


def _bar_colours(theme: Theme, look: str) -> tuple[QColor, QColor]:
    primary, surface = theme.colour("primary"), theme.colour("surface")
    match look:
        case "progress":
            return primary, primary
        case "late":
            return theme.colour("over"), theme.colour("over")
        case "done":
            return theme.tokens_colour("light", "ok"), theme.colour("ok")
        case "dropped":
            return surface, theme.colour("line_strong")
        case _:
            return mixed(primary, surface, 0.45), primary


def two_lines(text: str, font: QFont, width: float) -> list[str]:
    """Return a text as at most two lines of `width` px, the second elided where there is more."""
    words = " ".join(text.split())
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(words[:400]) <= width:
        return [words]
    layout = QTextLayout(words[:1000], font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(1.0, width))
    layout.endLayout()
    cut = line.textLength()
    rest = metrics.elidedText(words[cut : cut + 400], Qt.TextElideMode.ElideRight, width)
    return [words[:cut].rstrip(), rest]


_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
