"""Paints cards on their paper and indicators with their readings, in the list of evidence."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.models.evidence_list import ITEM, LINKED, AnyIndex
from ui.presenters.evidence import EvidenceItem
from ui.theme.badges import paint_badge
from ui.theme.focus import paint_focus_ring
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.widgets.figures import paint_sparkline

_GAP: Final = 8
_EDGE: Final = 4
"""px around a row, for its ring."""

_BESIDE: Final = 48
"""px that a card's badge and padding take beside its words."""

_SIGNS: Final = {"for": "plus", "against": "minus", "result": "link"}


class EvidenceDelegate(QStyledItemDelegate):
    """Two lines of words at most; what is linked already has a sign at its right."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._heights: dict[tuple[str, int], int] = {}
        theme.changed.connect(self._heights.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the height of one or two lines."""
        del option
        item: EvidenceItem = index.data(ITEM)
        width = self._view.viewport().width()
        if item.look == "indicator":
            return QSize(width, 38 + _GAP)
        key = (item.text, width)
        if key not in self._heights:
            metrics = QFontMetricsF(self._theme.font("meta", weight=600))
            room = width - 2 * _EDGE - _BESIDE - self._code_room(item.code)
            line = self._theme.line_height("meta")
            lines = 1 if metrics.horizontalAdvance(item.text) <= room else 2
            self._heights[key] = lines * line + 20 + _GAP
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a row."""
        item: EvidenceItem = index.data(ITEM)
        side = str(index.data(LINKED) or "")
        box = QRectF(option.rect).adjusted(_EDGE, _GAP / 2, -_EDGE, -_GAP / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if item.look == "indicator":
            self._indicator(painter, box, item, side)
        else:
            self._card(painter, box, item, side)
        if option.state & QStyle.StateFlag.State_Selected:
            active = self._view.hasFocus()
            colour = self._theme.colour("focus" if active else "primary")
            paint_focus_ring(painter, box, self._theme.radius("card"), colour)
        painter.restore()

    def _card(self, painter: QPainter, box: QRectF, item: EvidenceItem, side: str) -> None:
        theme = self._theme
        colours = theme.card(item.look)
        shade = theme.tokens_colour("light", "ink")
        shade.setAlphaF(0.18)
        radius = theme.radius("card")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(box.translated(0, 1), radius, radius)
        edge = theme.tokens_colour("light", "ink")
        edge.setAlphaF(0.24)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(colours.paper)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        solid, glyph = theme.badge(item.look, on_card=True)
        sign = QRectF(box.x() + 10, box.center().y() - 10, 20, 20)
        paint_badge(painter, sign, item.look, solid=solid, glyph=glyph)
        end = self._tail(painter, box, item.code, side, colours.ink.name())
        painter.setPen(colours.ink)
        self._words(painter, QRectF(box.x() + 38, box.y(), end - box.x() - 38, box.height()), item.text)

    def _indicator(self, painter: QPainter, box: QRectF, item: EvidenceItem, side: str) -> None:
        theme = self._theme
        radius = theme.radius("card")
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        end = self._tail(painter, box, "", side, theme.colour("ink").name())
        font = theme.font("body", tabular=True, weight=700)
        if item.latest:
            width = QFontMetricsF(font).horizontalAdvance(item.latest) + 2
            painter.setFont(font)
            painter.setPen(theme.colour("ink"))
            right = QRectF(end - width, box.y(), width, box.height())
            painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, item.latest)
            end -= width + 8
        if len(item.readings) > 1:
            line = QRectF(end - 62, box.y() + 5, 62, box.height() - 10)
            paint_sparkline(painter, line, item.readings, item.target, theme)
            end -= 70
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("meta", weight=500))
        room = QRectF(box.x() + 11, box.y(), end - box.x() - 15, box.height())
        words = QFontMetricsF(painter.font()).elidedText(item.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _code_room(self, code: str) -> float:
        """Return the px that a code takes behind the words."""
        font = self._theme.font("caption", weight=700)
        return QFontMetricsF(font).horizontalAdvance(code) + 8 if code else 0.0

    def _tail(self, painter: QPainter, box: QRectF, code: str, side: str, ink: str) -> float:
        """Paint the organisation's code and the sign of the link; return where words must end, in px."""
        theme, end = self._theme, box.right() - 10
        colour = (
            theme.tokens_colour("light", "ink") if ink != theme.colour("ink").name() else theme.colour("ink")
        )
        if side:
            paint_icon(painter, QRectF(end - 15, box.center().y() - 7.5, 15, 15), _SIGNS[side], colour)
            end -= 21
        if code:
            font = theme.font("caption", weight=700)
            width = QFontMetricsF(font).horizontalAdvance(code)
            painter.setFont(font)
            painter.setPen(colour)
            middle = QPointF(end - width, box.center().y() + QFontMetricsF(font).capHeight() / 2)
            painter.drawText(middle, code)
            end -= width + 8
        return end

    def _words(self, painter: QPainter, room: QRectF, text: str) -> None:
        font = self._theme.font("meta", weight=600)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        lines = 1 if metrics.horizontalAdvance(text) <= room.width() else 2
        first, rest = text, ""
        if lines == 2:
            first, rest = _broken(metrics, text, room.width())
        line = self._theme.line_height("meta")
        top = room.center().y() - line * lines / 2
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(room.x(), top, room.width(), line), middle, first)
        if rest:
            elided = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(QRectF(room.x(), top + line, room.width(), line), middle, elided)


def _broken(metrics: QFontMetricsF, text: str, width: float) -> tuple[str, str]:
    """Return the first line that fits and the rest; one word that is too long is cut by letters."""
    words = text.split(" ")
    taken = 0
    while taken < len(words) and metrics.horizontalAdvance(" ".join(words[: taken + 1])) <= width:
        taken += 1
    if taken:
        return " ".join(words[:taken]), " ".join(words[taken:])
    letters = 1
    while metrics.horizontalAdvance(text[: letters + 1]) <= width:
        letters += 1
    return text[:letters], text[letters:]
