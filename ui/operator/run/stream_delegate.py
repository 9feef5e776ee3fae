"""Paints one card of the stream: badge, text, who, when, and the actions while it is pointed at."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.models.card_stream import StreamRole
from ui.operator.run.lines import broken
from ui.presenters.stream import StreamCard
from ui.theme.badges import paint_badge
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme

ACTIONS: Final = (
    ("edit", "pencil"),
    ("hide", "eye-off"),
    ("plan", "chart-no-axes-gantt"),
    ("delete", "trash-2"),
)
"""What can be done to a card, from left to right, each with its icon."""

_BADGE: Final = 24
_SIDE: Final = 32
_LINE: Final = 20
_SECOND: Final = 18
"""Height of the line in another language, below words that take one line."""
_ROW: Final = 55
_ROW_COMPACT: Final = 48
_LEAST: Final = 12
"""Pictures of cards that are kept at the least, else twice what the list shows: each takes 150 kB."""

AnyIndex = QModelIndex | QPersistentModelIndex


class StreamDelegate(QStyledItemDelegate):
    """Paints strips; the paper keeps its colour in the dark theme, the text on it is always ink."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._pictures: dict[tuple[object, ...], QPixmap] = {}

    def row_height(self) -> int:
        """Return the height of a row with the gap below it, in px."""
        return _ROW_COMPACT if self._theme.metrics.compact else _ROW

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the one size of all rows."""
        del index
        return QSize(option.rect.width(), self.row_height())

    def strip(self, row: QRect) -> QRectF:
        """Return where the paper lies in a row."""
        return QRectF(row).adjusted(2, 2, -8, -5)

    def action_at(self, row: QRect, point: QPointF) -> str:
        """Return which action stands under a point of a row, empty for none."""
        for (action, _icon), place in zip(ACTIONS, self._places(row), strict=True):
            if place.contains(point):
                return action
        return ""

    def _places(self, row: QRect) -> list[QRectF]:
        strip = self.strip(row)
        left = strip.right() - 6 - _SIDE * len(ACTIONS)
        top = strip.center().y() - _SIDE / 2
        return [QRectF(left + place * _SIDE, top, _SIDE, _SIDE) for place in range(len(ACTIONS))]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint a card; at rest from the picture that was made of it, so that a new one costs little."""
        card: StreamCard = index.data(StreamRole.CARD)
        in_plan, fresh = bool(index.data(StreamRole.IN_PLAN)), bool(index.data(StreamRole.FRESH))
        view, state = option.widget, option.state
        current = bool(state & QStyle.StateFlag.State_Selected) and view is not None and view.hasFocus()
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        pointed = current or hovered
        if not pointed:
            painter.drawPixmap(option.rect.topLeft(), self._picture(painter, option.rect, card, in_plan))
        if not (pointed or fresh):
            return
        painter.save()
        strip = self.strip(option.rect)
        if pointed:
            self._paint_card(painter, option.rect, card, in_plan, actions=True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if pointed:
            colour = self._theme.colour("focus") if current else self._theme.card(card.look).ink
            painter.setPen(QPen(colour, 3 if current else 1.5))
            painter.drawRoundedRect(strip.adjusted(1, 1, -1, -1), 5, 5)
        if fresh:
            painter.setPen(QPen(self._theme.colour("primary"), 2.5))
            painter.drawRoundedRect(strip.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.restore()

    def _picture(self, painter: QPainter, row: QRect, card: StreamCard, in_plan: bool) -> QPixmap:
        """Return the card at rest as a picture of its row, on the ground of the list."""
        ratio = painter.device().devicePixelRatio()
        compact, dark = self._theme.metrics.compact, self._theme.dark
        key = (card, in_plan, row.width(), row.height(), ratio, compact, dark)
        found = self._pictures.pop(key, None)
        if found is None:
            found = QPixmap(row.size() * ratio)
            found.setDevicePixelRatio(ratio)
            found.fill(self._theme.colour("canvas"))
            with QPainter(found) as inner:
                self._paint_card(inner, QRect(QPoint(0, 0), row.size()), card, in_plan, actions=False)
            while len(self._pictures) >= self._most(row):
                del self._pictures[next(iter(self._pictures))]
        self._pictures[key] = found  # at the end: what was painted longest ago goes first
        return found

    def _most(self, row: QRect) -> int:
        """Return how many pictures are kept of rows of this size."""
        view = self.parent()
        shown = view.viewport().size() if isinstance(view, QListView) else row.size()
        area = max(1, row.width() * row.height())
        return max(_LEAST, 2 * shown.width() * shown.height() // area)

    def _paint_card(
        self, painter: QPainter, row: QRect, card: StreamCard, in_plan: bool, *, actions: bool
    ) -> None:
        """Paint paper, badge, text and what stands at the right."""
        strip, colours = self.strip(row), self._theme.card(card.look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_paper(painter, strip, colours.paper)
        place = QRectF(strip.left() + 13, strip.center().y() - _BADGE / 2, _BADGE, _BADGE)
        paint_badge(painter, place, card.look, solid=colours.solid, glyph=colours.glyph)
        if actions:
            right = self._places(row)[0].left() - 10
            self._paint_actions(painter, row, colours.ink, card)
        else:
            right = self._paint_source(painter, strip, card, in_plan, colours.ink)
        left = strip.left() + 49
        self._paint_text(painter, QRectF(left, strip.top(), right - left, strip.height()), card)

    def _paint_paper(self, painter: QPainter, strip: QRectF, paper: QColor) -> None:
        radius = self._theme.radius("card")
        edge = QColor(self._theme.card("note").ink)
        edge.setAlphaF(0.18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(edge)
        painter.drawRoundedRect(strip.translated(0, 1), radius, radius)
        edge.setAlphaF(0.24)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(paper)
        painter.drawRoundedRect(strip.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _paint_actions(self, painter: QPainter, row: QRect, ink: QColor, card: StreamCard) -> None:
        for (action, icon), place in zip(ACTIONS, self._places(row), strict=True):
            if action == "hide" and card.hidden:
                painter.setPen(Qt.PenStyle.NoPen)
                shade = QColor(ink)
                shade.setAlphaF(0.14)
                painter.setBrush(shade)
                painter.drawRoundedRect(place.adjusted(3, 3, -3, -3), 4, 4)
            paint_icon(painter, place.adjusted(7, 7, -7, -7), icon, ink)

    def _paint_source(
        self, painter: QPainter, strip: QRectF, card: StreamCard, in_plan: bool, ink: QColor
    ) -> float:
        """Paint time, code, name and signs from the right; return where the text must end."""
        theme = self._theme
        compact = theme.metrics.compact
        plain, strong = theme.font("meta", tabular=True), theme.font("meta", weight=700)
        x = strip.right() - 13
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.setPen(ink)
        parts = [
            ("" if compact else card.time, plain),
            (card.code, strong),
            (card.first if compact else card.who, plain),
        ]
        for words, font in parts:
            if words:
                painter.setFont(font)
                wide = min(QFontMetricsF(font).horizontalAdvance(words), strip.width() * 0.3)
                painter.drawText(QRectF(x - wide - 1, strip.top(), wide + 1, strip.height()), middle, words)
                x -= wide + 8
        signs = (
            (card.hidden, "eye-off"),
            (in_plan, "chart-no-axes-gantt"),
            (bool(card.photos), "camera"),
        )
        for shown, icon in signs:
            if shown:
                paint_icon(painter, QRectF(x - 16, strip.center().y() - 8, 16, 16), icon, ink)
                x -= 24
        return x - 6

    def _paint_text(self, painter: QPainter, room: QRectF, card: StreamCard) -> None:
        theme = self._theme
        font = theme.font("stream")
        most = 1 if theme.metrics.compact else 2
        lines = broken(card.text, font, room.width(), most)
        if card.second and len(lines) == 1:
            self._paint_second(painter, room, card)
            room = room.adjusted(0, 0, 0, -_SECOND)
        painter.setFont(font)
        painter.setPen(theme.card(card.look).ink)
        top = room.center().y() - len(lines) * _LINE / 2
        for row, words in enumerate(lines):
            place = QRectF(room.left(), top + row * _LINE, room.width(), _LINE)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_second(self, painter: QPainter, room: QRectF, card: StreamCard) -> None:
        """Paint the words in another language below the others, small and slanted."""
        font = self._theme.font("meta")
        font.setItalic(True)
        painter.setFont(font)
        painter.setPen(self._theme.card(card.look).ink)
        [words, *_rest] = broken(card.second, font, room.width(), 1)
        top = room.center().y() - _SECOND / 2 + _LINE / 2
        place = QRectF(room.left(), top, room.width(), _SECOND)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
