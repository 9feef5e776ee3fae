"""Draws a whole wall for a file: its question, every cluster with every card in full, the kinds of card."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from facilitator.domain.ids import ClusterId
from ui.presenters.cards import WallCluster, WallView
from ui.presenters.wall_shown import ShownWall
from ui.runtime.drawings import Drawing
from ui.theme.badges import paint_badge
from ui.theme.theme import Theme
from ui.wall.camera import Pane
from ui.wall.card_paint import CardPainter
from ui.wall.layout import MARGIN, Layout, Words, board_width, lay_board
from ui.wall.region_paint import RegionPainter, title_font
from ui.wall.wrap import Wrapper

SHAPE: Final = 1.5
"""How much wider than high a wall is drawn, about as a sheet that lies across."""
SCALE: Final = 2.0
"""Pixels of a PNG for a px of the wall: letters of 15 px are sharp in print."""
_NARROWEST: Final = 880.0
"""Width that a wall is laid for at least; one of few clusters is drawn no wider than they are."""
_LEAST: Final = 520.0
_EDGE: Final = 24.0
_TITLE: Final = 26
_TITLE_LINE: Final = 34.0
_LINE: Final = 24.0
_FOOT: Final = 52.0
_PLAIN: Final = 15
_USUAL: Final = 1400.0
"""Width up to which head and foot have their usual size; on larger walls they grow along."""
_LARGEST: Final = 3.0
_ALL_LINES: Final = 2_000
"""Lines of a card that are drawn: as good as all that a card may say."""
_TRIES: Final = 3


class _InFull(Wrapper):
    """Breaks what a card says into all of its lines: on paper nobody can open a card to read the rest."""

    def lines(self, text: str, width: int, most: int) -> tuple[str, ...]:
        """Return `text` in lines of `width` px, however many."""
        return super().lines(text, width, max(most, _ALL_LINES))


def wall_drawing(shown: ShownWall, theme: Theme) -> Drawing:
    """Return the drawing of a wall, in the theme's colours."""
    return _Whole(shown, theme).drawing()


class _Whole:
    """One wall, laid and ready to be painted."""

    def __init__(self, shown: ShownWall, theme: Theme) -> None:
        self._shown = shown
        self._theme = theme
        self._cards = CardPainter(theme)
        self._cards.words = _InFull(theme.font("card"))
        self._words = Words(self._cards.words.lines, Wrapper(title_font(theme, 17)).lines)
        self._regions = RegionPainter(theme, self._cards, self._words.name)
        self._layout = self._laid()
        right = max((each.x + each.w for each in self._layout.regions), default=0.0)
        self._width = max(_LEAST, right + 2 * _EDGE - MARGIN)
        self._size = min(_LARGEST, max(1.0, self._width / _USUAL))
        self._plain = theme.font("body")
        self._plain.setPixelSize(round(_PLAIN * self._size))
        room = int(self._width - 2 * _EDGE)
        self._title = Wrapper(title_font(theme, round(_TITLE * self._size))).lines(shown.question, room, 12)
        self._origin = Wrapper(self._plain).lines(self._below_title(), room, 4)
        lines = len(self._title) * _TITLE_LINE + len(self._origin) * _LINE
        self._head = _EDGE + lines * self._size + 8
        self._foot = _FOOT * self._size if shown.kinds else 0.0
        self._height = self._head + self._layout.height + self._foot

    def drawing(self) -> Drawing:
        """Return what is to be written."""
        return Drawing(
            width=self._width,
            height=self._height,
            title=self._shown.question,
            says=self._shown.says,
            language=self._shown.language,
            paint=self.paint,
            scale=SCALE,
        )

    def _below_title(self) -> str:
        return "\n".join(filter(None, (self._shown.origin, self._shown.count)))

    def _laid(self) -> Layout:
        """Lay the wall in the shape of a sheet, as near as its clusters allow."""
        view = _all_in_clusters(self._shown.view, self._shown.loose_title)
        width = max(_NARROWEST, board_width(view, _NARROWEST, _NARROWEST / SHAPE, self._words))
        layout = lay_board(view, width, self._words, loose=False)
        for _again in range(_TRIES):
            shape = layout.width / max(layout.height, 1.0)
            if abs(shape - SHAPE) < 0.2 or (shape > SHAPE and width <= _NARROWEST):
                break
            width = max(_NARROWEST, width * (SHAPE / shape) ** 0.5)
            layout = lay_board(view, width, self._words, loose=False)
        return layout

    def paint(self, painter: QPainter) -> None:
        """Paint the head, the wall below it, and the kinds of card at the foot."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(QRectF(0, 0, self._width, self._height), self._theme.colour("board"))
        y = self._lines(painter, self._title, _EDGE, title=True)
        self._lines(painter, self._origin, y, title=False)
        painter.save()
        painter.translate(_EDGE - MARGIN, self._head)
        pane = Pane(layout=self._layout, width=self._layout.width, height=self._layout.height)
        for region in self._layout.regions:
            self._regions.paint(painter, pane, region)
        for region in self._layout.regions:
            for box in region.boxes:
                self._cards.paint(painter, box.card, QRectF(box.x, box.y, box.w, box.h))
        painter.restore()
        self._legend(painter)

    def _lines(self, painter: QPainter, lines: Sequence[str], y: float, *, title: bool) -> float:
        """Write lines from the left edge and return where the next one would begin."""
        font = title_font(self._theme, round(_TITLE * self._size)) if title else self._plain
        step = (_TITLE_LINE if title else _LINE) * self._size
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink" if title else "ink_2"))
        drop = (step - QFontMetricsF(font).height()) / 2 + QFontMetricsF(font).ascent()
        for line in lines:
            painter.drawText(QPointF(_EDGE, y + drop), line)
            y += step
        return y

    def _legend(self, painter: QPainter) -> None:
        """Say which badge is which kind, as many as stand in a line."""
        x, side = _EDGE, 22.0 * self._size
        middle = self._height - self._foot / 2 - 4
        metrics = QFontMetricsF(self._plain)
        painter.setFont(self._plain)
        for look, words in self._shown.kinds:
            begin, width = x + side + 8, metrics.horizontalAdvance(words)
            if begin + width > self._width - _EDGE:
                break
            solid, glyph = self._theme.badge(look)
            paint_badge(painter, QRectF(x, middle - side / 2, side, side), look, solid=solid, glyph=glyph)
            painter.setPen(self._theme.colour("ink"))
            room = QRectF(begin, middle - side, width + 4, 2 * side)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
            x = begin + width + side


def _all_in_clusters(view: WallView, loose_title: str) -> WallView:
    """Return a wall on which the loose cards stand last, under their own heading."""
    if not view.loose or view.board is None:
        return view
    dots = sum(card.dots or 0 for card in view.loose) if view.loose[0].dots is not None else None
    loose = WallCluster(id=ClusterId(view.board), title=loose_title, cards=view.loose, dots=dots)
    return replace(view, loose=(), clusters=(*view.clusters, loose))
