"""Paints one card: paper, badge, words, who said it, dots and signs. The design's card (section 6)."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ui.presenters.cards import WallCard
from ui.theme.badges import paint_badge
from ui.theme.icons import paint_icon
from ui.theme.theme import CardColours, Theme, mixed
from ui.wall.blocks import LINE, MOST_LINES, TEXT_LEFT, TEXT_TOP, text_width
from ui.wall.wrap import Wrapper

MARGIN: Final = 2
"""Room around a card for its shadow, in px at 100 %."""

BADGE: Final = 22
_BADGE_AT: Final = 12
_FOOT: Final = 26
_SIGN: Final = 16
_DOT: Final = 5.5
_EDGE: Final = 0.24
_SECOND: Final = 0.76
"""Share of ink in words in another language: lighter, and as dark as reading asks for."""


class CardPainter:
    """Paints cards in the theme's colours at any scale that the painter has."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._looks: dict[str, CardColours] = {}
        self.words = Wrapper(theme.font("card"))
        self._body = theme.font("card")
        self._name = theme.font("caption")
        self._code = theme.font("caption", weight=700)
        self._count = theme.font("meta", weight=700, tabular=True)
        self._count.setPixelSize(14)
        self._ascent = QFontMetricsF(self._body).ascent()
        self._drop = (LINE - QFontMetricsF(self._body).height()) / 2 + self._ascent
        self._shadow = QColor(theme.card("note").ink)
        self._shadow.setAlphaF(0.18)

    def paper(self, look: str) -> QColor:
        """Return the paper of a kind of card."""
        return self._look(look).paper

    def _look(self, kind: str) -> CardColours:
        found = self._looks.get(kind)
        if found is None:
            found = self._looks[kind] = self._theme.card(kind)
        return found

    def paint(self, painter: QPainter, card: WallCard, rect: QRectF) -> None:
        """Paint a card into `rect`."""
        self.blank(painter, card.look, rect)
        self.write(painter, card, rect)

    def blank(self, painter: QPainter, kind: str, rect: QRectF) -> None:
        """Paint the paper of a kind of card with its badge; nothing is written on it yet."""
        look = self._look(kind)
        radius = self._theme.radius("card")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._shadow)
        painter.drawRoundedRect(rect.translated(0, 1), radius, radius)
        painter.setBrush(mixed(look.ink, look.paper, _EDGE))  # two fills cost a third of a stroke
        painter.drawRoundedRect(rect, radius, radius)
        painter.setBrush(look.paper)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
        corner = rect.topLeft() + QPointF(_BADGE_AT, _BADGE_AT)
        paint_badge(
            painter,
            QRectF(corner.x(), corner.y(), BADGE, BADGE),
            kind,
            solid=look.solid,
            glyph=look.glyph,
        )

    def write(self, painter: QPainter, card: WallCard, rect: QRectF) -> None:
        """Write on a blank card what it says, who said it, and its dots and signs."""
        look = self._look(card.look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.ink)
        painter.setFont(self._body)
        x, y = rect.x() + TEXT_LEFT, rect.y() + TEXT_TOP + self._drop
        wide = text_width(rect.width())
        own = len(self.words.lines(card.text, wide, MOST_LINES)) if card.second else None
        for row, line in enumerate(self.words.lines(card.said, wide, MOST_LINES)):
            if row == own:  # what follows says it in the other language
                painter.setPen(mixed(look.ink, look.paper, _SECOND))
            painter.drawText(QPointF(x, y), line)
            y += LINE
        right = self._signs(painter, card, rect, look.ink)
        self._foot(painter, card, QRectF(rect.x() + 12, rect.bottom() - _FOOT, right - rect.x() - 12, 16))

    def _signs(self, painter: QPainter, card: WallCard, rect: QRectF, ink: QColor) -> float:
        """Paint dots and signs from the right edge and return where the room for the name ends."""
        middle = rect.bottom() - _FOOT + 8
        x = rect.right() - 12
        if card.dots:
            x = self.dots(painter, QPointF(x, middle), card.dots, ink)
        for sign, shown in (
            ("eye-off", card.hidden),
            ("chart-no-axes-gantt", card.in_plan),
            ("layers", bool(card.merged)),
            ("camera", bool(card.photos)),
        ):
            if shown:
                x -= _SIGN
                paint_icon(painter, QRectF(x, middle - _SIGN / 2, _SIGN, _SIGN), sign, ink)
                x -= 6
        return x

    def dots(self, painter: QPainter, right: QPointF, count: int, ink: QColor) -> float:
        """Paint a dot and a number that end at `right`, and return where they begin less a gap."""
        words = str(count)
        painter.setFont(self._count)
        painter.setPen(ink)
        width = QFontMetricsF(self._count).horizontalAdvance(words)
        room = QRectF(right.x() - width - 1, right.y() - 10, width + 2, 20)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(right.x() - width - 6 - _DOT, right.y()), _DOT, _DOT)
        return right.x() - width - 6 - 2 * _DOT - 8

    def _foot(self, painter: QPainter, card: WallCard, room: QRectF) -> None:
        """Paint an own kind's word, the first name and the organisation's code, as far as there is room."""
        ink = self._look(card.look).ink
        own = card.kind_word if card.kind != card.look else ""
        parts = ((self._code, own), (self._name, card.who), (self._code, card.code))
        painter.setPen(ink)
        x = room.x()
        for font, words in parts:
            if words and x < room.right() - 8:
                x = self._word(painter, font, words, QRectF(x, room.y(), room.right() - x, room.height())) + 4

    @staticmethod
    def _word(painter: QPainter, font: QFont, words: str, room: QRectF) -> float:
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return room.x() + metrics.horizontalAdvance(shown)
