"""Paints the agenda before and after: a sign, the session, when and how long now, when and how long then."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.models.catch_up_rows import RowRole
from ui.operator.run.lines import broken
from ui.presenters.catch_up_rows import Mark, Row, Side
from ui.theme.focus import paint_focus_ring
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex

_SIGNS: Final[dict[Mark, str]] = {
    "shorter": "minus",
    "left_out": "x",
    "moved": "corner-down-right",
    "added": "plus",
    "later": "hourglass",
    "kept": "pin",
}
_SIGN: Final = 34
"""Where titles begin, in px; the sign stands before."""
_SIDE: Final = 116
"""Width in px of a time and its minutes."""
_NOTE: Final = 96
_TIME: Final = 50
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def columns(width: float) -> tuple[float, float, float]:
    """Return where the agenda now, the agenda then, and the notes begin, in px."""
    note = _NOTE if width > 480 else 0.0
    then = width - 10 - note - _SIDE
    return then - _SIDE, then, then + _SIDE


class CatchUpDelegate(QStyledItemDelegate):
    """What changes is framed, signed and said in a word; what stays is quiet."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return one height for all rows."""
        del index
        return QSize(option.rect.width(), 28 if self._theme.metrics.compact else 32)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one session, or the name of a day."""
        row: Row = index.data(RowRole.ROW)
        rect, theme = QRectF(option.rect), self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = rect.adjusted(3, 1, -4, -1)
        if row.heading:
            painter.setPen(theme.colour("ink_2"))
            painter.setFont(theme.font("meta", weight=600))
            painter.drawText(rect.adjusted(10, 4, -10, 0), _MIDDLE, row.title)
        else:
            if row.changes:
                self._paint_change(painter, ground)
            self._paint_words(painter, row, rect)
        view = option.widget
        if option.state & QStyle.StateFlag.State_HasFocus and view is not None and view.hasFocus():
            paint_focus_ring(painter, ground.adjusted(1, 1, -1, -1), 5, theme.colour("focus"))
        painter.restore()

    def _paint_change(self, painter: QPainter, ground: QRectF) -> None:
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary_tint"))
        painter.drawRoundedRect(ground, 5, 5)
        painter.setBrush(theme.colour("primary"))
        painter.drawRoundedRect(QRectF(ground.left(), ground.top(), 4, ground.height()), 2, 2)

    def _paint_words(self, painter: QPainter, row: Row, rect: QRectF) -> None:
        theme = self._theme
        gone = row.mark in {"left_out", "moved"}
        now, then, note = (rect.left() + x for x in columns(rect.width()))
        if sign := _SIGNS.get(row.mark):
            tone = "primary" if row.changes else "ink_3"
            paint_icon(
                painter, QRectF(rect.left() + 12, rect.center().y() - 8, 16, 16), sign, theme.colour(tone)
            )
        font = self._font(row, strike=gone)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        room = QRectF(rect.left() + _SIGN, rect.top(), now - rect.left() - _SIGN - 10, rect.height())
        painter.drawText(room, _MIDDLE, broken(row.title, font, room.width(), 1)[0])
        self._paint_side(painter, row.before, QRectF(now, rect.top(), _SIDE, rect.height()), strike=gone)
        room = QRectF(then, rect.top(), rect.right() - then - 8, rect.height())
        if row.after.time:
            self._paint_after(painter, row, room)
        shown = row.changes and row.mark != "added"
        if shown and (not row.after.time or note + 20 < rect.right()):
            left = then if not row.after.time else note
            painter.setFont(theme.font("meta", weight=600))
            painter.setPen(theme.colour("primary"))
            words = QFontMetricsF(painter.font()).elidedText(
                row.note, Qt.TextElideMode.ElideRight, rect.right() - left - 8
            )
            painter.drawText(QRectF(left, rect.top(), rect.right() - left, rect.height()), _MIDDLE, words)

    def _font(self, row: Row, *, strike: bool = False) -> QFont:
        font = self._theme.font("body", weight=600 if row.changes or row.is_live else 400)
        if self._theme.metrics.compact:
            font.setPixelSize(14)
        font.setItalic(row.is_break)
        font.setStrikeOut(strike)
        return font

    def _paint_side(self, painter: QPainter, side: Side, room: QRectF, *, strike: bool = False) -> None:
        if not side.time:
            return
        font = self._theme.font("meta", tabular=True)
        font.setStrikeOut(strike)
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink_2"))
        painter.drawText(room, _MIDDLE, side.time)
        painter.drawText(room.adjusted(_TIME, 0, 0, 0), _MIDDLE, side.minutes)

    def _paint_after(self, painter: QPainter, row: Row, room: QRectF) -> None:
        """Paint when and how long then; what differs from now is strong."""
        theme = self._theme
        moved, cut = row.after.time != row.before.time, row.after.minutes != row.before.minutes
        for words, strong, left in ((row.after.time, moved, 0), (row.after.minutes, cut, _TIME)):
            painter.setFont(theme.font("meta", weight=700 if strong else 400, tabular=True))
            painter.setPen(theme.colour("ink" if strong else "ink_2"))
            painter.drawText(room.adjusted(left, 0, 0, 0), _MIDDLE, words)
