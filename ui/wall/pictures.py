"""Keeps pictures of cards, so that a frame copies pixels; makes what is missing within a time budget."""

import math
from collections import OrderedDict
from collections.abc import Iterable
from time import perf_counter
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CardId
from ui.presenters.cards import WallCard
from ui.wall.card_paint import MARGIN, CardPainter
from ui.wall.layout import Box

MOST_BYTES: Final = 6 * 1024 * 1024
"""Pixels that are kept on a screen of 1:1: the cards of two columns of squares."""

MOST_BESIDE: Final = 2 * MOST_BYTES
"""The same of the loose cards: all that are seen or prepared, also where the screen stands upright."""

_MOST_BLANKS: Final = 30
"""Blank cards that are kept: five looks in some heights."""

FRAME_BUDGET: Final = 0.0015
"""Seconds that one frame may spend on making pictures; what is left comes with the next frame."""


@dataclass(slots=True)
class _Kept:
    card: WallCard
    width: float
    height: float
    scale: float
    picture: QPixmap


class Pictures:
    """Pictures of cards by key.

    With a budget of seconds a frame, older ones stand in, stretched, until it is the turn of the right ones.
    """

    def __init__(self, painter: CardPainter, budget: float = math.inf, most: int = MOST_BYTES) -> None:
        self._painter = painter
        self._budget = budget
        self._room = most
        self._kept: OrderedDict[CardId, _Kept] = OrderedDict()
        self._blanks: dict[tuple[str, float, float, float], QPixmap] = {}
        self._bytes = 0
        self._most: float = most
        self._left = budget
        self.missing = False
        """Whether the last frame had to do with stand-ins."""

    def begin_frame(self, *, whole: bool = True) -> None:
        """Start a frame, with its own time for making pictures; a part cannot tell that all are there."""
        self._left = self._budget
        self.missing = self.missing and not whole

    def prepare(self, boxes: Iterable[Box], scale: float) -> bool:
        """Make pictures ahead, for one frame's time; return whether all of them are there now."""
        self._left = self._budget
        for box in boxes:
            kept = self._kept.get(box.card.id)
            same = kept is not None and (kept.card is box.card or kept.card == box.card)
            if kept is None or not same or kept.scale != scale or kept.width != box.w:
                if self._left <= 0:
                    return False
                self._make(box, scale)
        return True

    def clear(self) -> None:
        """Forget every picture: the colours changed."""
        self._kept.clear()
        self._bytes = 0

    def draw(self, painter: QPainter, box: Box, at: QPointF, zoom: float) -> None:
        """Draw a card's picture, its upper left corner `at` a point."""
        x, y = at.x(), at.y()
        ratio = painter.device().devicePixelRatio()
        scale = zoom * ratio
        self._most = self._room * max(1.0, ratio * ratio)
        kept = self._kept.get(box.card.id)
        same = kept is not None and (kept.card is box.card or kept.card == box.card)
        fits = kept is not None and same and kept.width == box.w and kept.height == box.h
        if kept is None or not fits or kept.scale != scale:
            if self._left > 0:
                kept = self._make(box, scale)
            else:
                self.missing = True
                kept = kept if same else None
        if kept is None:
            self._plain(painter, box, x, y, zoom)
            return
        self._kept.move_to_end(box.card.id)
        margin = MARGIN * zoom
        if kept.scale == scale:
            kept.picture.setDevicePixelRatio(ratio)
            left, top = round((x - margin) * ratio) / ratio, round((y - margin) * ratio) / ratio
            painter.drawPixmap(QPointF(left, top), kept.picture)
        else:
            size = QRectF(x - margin, y - margin, box.w * zoom + 2 * margin, box.h * zoom + 2 * margin)
            painter.drawPixmap(size, kept.picture, QRectF(kept.picture.rect()))

    def _plain(self, painter: QPainter, box: Box, x: float, y: float, zoom: float) -> None:
        look = self._painter.paper(box.card.look)
        painter.fillRect(QRectF(x, y, box.w * zoom, box.h * zoom), look)

    def _make(self, box: Box, scale: float) -> _Kept:
        began = perf_counter()
        width = math.ceil((box.w + 2 * MARGIN) * scale)
        height = math.ceil((box.h + 2 * MARGIN) * scale)
        picture = QPixmap(self._blank(box, width, height, scale))
        with QPainter(picture) as painter:
            painter.scale(scale, scale)
            self._painter.write(painter, box.card, QRectF(MARGIN, MARGIN, box.w, box.h))
        self._drop(box.card.id)
        kept = self._kept[box.card.id] = _Kept(box.card, box.w, box.h, scale, picture)
        self._bytes += 4 * width * height
        while self._bytes > self._most and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))
        self._left -= perf_counter() - began
        return kept

    def _blank(self, box: Box, width: int, height: int, scale: float) -> QPixmap:
        """Return a card of a kind and size with nothing written on it: most cards begin as the same."""
        key = (box.card.look, box.w, box.h, scale)
        blank = self._blanks.get(key)
        if blank is None:
            if len(self._blanks) >= _MOST_BLANKS:
                self._blanks.clear()
            blank = self._blanks[key] = QPixmap(width, height)
            blank.fill(Qt.GlobalColor.transparent)
            with QPainter(blank) as painter:
                painter.scale(scale, scale)
                self._painter.blank(painter, box.card.look, QRectF(MARGIN, MARGIN, box.w, box.h))
        return blank

    def _drop(self, key: CardId) -> None:
        gone = self._kept.pop(key, None)
        if gone is not None:
            self._bytes -= 4 * gone.picture.width() * gone.picture.height()
