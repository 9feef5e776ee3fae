"""Paints a line of the ballot: badge, words, the dots as dots and as a number, the signs that change it."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.models.keyed_rows import AnyIndex
from ui.models.spoken_rows import ROW_ROLE
from ui.presenters.voting import BallotRow
from ui.theme.badges import paint_badge
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme

_ROW: Final = 44
_BADGE: Final = 22
_SIGN: Final = 32
_NUMBER: Final = 52
_DOTS_MOST: Final = 6
"""So many dots are painted one by one; more are only a number."""

_DOT: Final = 10
_HIDDEN: Final = "•••"
_ENTRY: Final = 148
"""Width in px of a field that takes words."""


class BallotDelegate(QStyledItemDelegate):
    """Lines are of one height: a thousand of them cost no more than those in sight."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def row_height(self) -> int:
        """Return the height of a line in px."""
        return _ROW

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the one size of all lines."""
        del index
        return QSize(option.rect.width(), _ROW)

    def step_at(self, row: QRect, point: QPointF) -> int:
        """Return what a click does: one dot more, one less, or nothing."""
        less, _number, more = self._places(row)
        if more.contains(point):
            return 1
        return -1 if less.contains(point) else 0

    def _places(self, row: QRect) -> tuple[QRectF, QRectF, QRectF]:
        """Return where minus, number and plus stand."""
        top = row.center().y() - _SIGN / 2 + 0.5
        more = QRectF(row.right() - 8 - _SIGN, top, _SIGN, _SIGN)
        number = QRectF(more.left() - _NUMBER, top, _NUMBER, _SIGN)
        return QRectF(number.left() - _SIGN, top, _SIGN, _SIGN), number, more

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a line; the one that keys go to has a ring."""
        row: BallotRow = index.data(ROW_ROLE)
        theme, view, state = self._theme, option.widget, option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        if selected:
            focused = view is not None and view.hasFocus()
            painter.setPen(QPen(theme.colour("focus" if focused else "line_strong"), 2 if focused else 1))
            painter.setBrush(theme.colour("primary_tint"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        left = rect.left() + 12
        if row.look:
            solid, glyph = theme.badge(row.look)
            place = QRectF(left, rect.center().y() - _BADGE / 2, _BADGE, _BADGE)
            paint_badge(painter, place, row.look, solid=solid, glyph=glyph)
        else:
            paint_icon(
                painter,
                QRectF(left, rect.center().y() - 10, 20, 20),
                "layers",
                theme.colour("ink_2"),
            )
        right = self._paint_dots(painter, option.rect, row)
        self._paint_words(painter, QRectF(left + 34, rect.top(), right - left - 46, rect.height()), row)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRectF, row: BallotRow) -> None:
        theme = self._theme
        elide, middle = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignVCenter
        font = QFont(theme.font("card"))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        title = metrics.elidedText(row.title, elide, room.width())
        painter.setPen(theme.colour("ink"))
        if not row.inside:
            painter.drawText(room, middle, title)
            return
        upper = QRectF(room.left(), room.top() + 1, room.width(), room.height() * 0.56)
        lower = QRectF(room.left(), upper.bottom() - 1, room.width(), room.height() * 0.42)
        painter.drawText(upper, middle, title)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("ink_3"))
        painter.drawText(
            lower, middle, QFontMetricsF(painter.font()).elidedText(row.inside, elide, room.width())
        )

    def _paint_dots(self, painter: QPainter, rect: QRect, row: BallotRow) -> float:
        """Paint signs, number and dots; return where the words must end."""
        if row.entry is not None:
            return self._paint_entry(painter, rect, row)
        theme = self._theme
        less, number, more = self._places(rect)
        for place, icon, possible in ((less, "minus", row.dots > 0), (more, "plus", row.dots < row.most)):
            colour = theme.colour("ink_2" if possible else "line_strong")
            painter.setPen(QPen(theme.colour("line_strong"), 1))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(place.adjusted(2.5, 2.5, -2.5, -2.5), 6, 6)
            paint_icon(painter, place.adjusted(9, 9, -9, -9), icon, colour)
        painter.setFont(theme.font("lead", tabular=True, weight=700))
        painter.setPen(theme.colour("ink" if row.dots else "ink_3"))
        words = (_HIDDEN if row.dots else "") if row.secret else str(row.dots)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, words)
        if row.secret or not 0 < row.dots <= _DOTS_MOST:
            return less.left() - 8
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ink"))
        x = less.left() - 10 - row.dots * (_DOT + 4)
        for dot in range(row.dots):
            painter.drawEllipse(QRectF(x + dot * (_DOT + 4), rect.center().y() - _DOT / 2, _DOT, _DOT))
        return less.left() - 16 - _DOTS_MOST * (_DOT + 4)

    def _paint_entry(self, painter: QPainter, rect: QRect, row: BallotRow) -> float:
        """Paint what is typed in a field; return where the words of the line must end."""
        theme, words = self._theme, row.entry or ""
        field = QRectF(rect.right() - 8 - _ENTRY, rect.top() + 6.5, _ENTRY, rect.height() - 13)
        painter.setPen(QPen(theme.colour("over" if row.wrong else "line_strong"), 2 if row.wrong else 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(field, 6, 6)
        if row.wrong:
            sign = QRectF(field.left() + 8, field.center().y() - 8, 16, 16)
            paint_icon(painter, sign, "triangle-alert", theme.colour("over"))
        painter.setFont(theme.font("lead", tabular=True, weight=700))
        painter.setPen(theme.colour("ink" if words else "ink_3"))
        shown = _HIDDEN if row.secret and words else words or "–"
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(field.adjusted(28, 0, -10, 0), right, shown)
        return field.left() - 8
