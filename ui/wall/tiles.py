"""Keeps the wall as squares of pixels where its cards are too small to read: a frame copies them.

What is missing is made within a time budget; until then the squares of the size before stand in, stretched.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from time import perf_counter
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from facilitator.domain.ids import CardId
from ui.wall.camera import Pane
from ui.wall.layout import Layout

SIDE: Final = 256
"""Logical px of a square's side: small enough to be made within a frame's time."""

FRAME_BUDGET: Final = 0.0025
"""Seconds that one frame may spend on making squares."""

_SPARE: Final = 36
"""Squares kept beyond those that fill the window: as many as lie around it."""

Place = tuple[int, int]
Paint = Callable[[QPainter, Pane, QRectF], None]
"""Paints a part of the wall, as a pane of its own, into its whole area."""


class Stamp(NamedTuple):
    """What a square shows: another layout, size, filter, screen or language needs other squares."""

    layout: Layout
    zoom: float
    ratio: float
    passing: frozenset[CardId] | None
    language: str

    def same(self, other: "Stamp | None") -> bool:
        """Whether squares made for the other can be shown."""
        return other is not None and self.layout is other.layout and self[1:] == other[1:]


class Tiles:
    """The squares of one pane."""

    def __init__(self, ground: QColor) -> None:
        self._ground = ground
        self._stamp: Stamp | None = None
        self._made: dict[Place, QPixmap] = {}
        self._before: tuple[float, dict[Place, QPixmap]] = (1.0, {})
        self.missing = False
        """Whether the last frame had to do with stand-ins."""

    def draw(self, painter: QPainter, pane: Pane, clip: QRectF, stamp: Stamp, paint: Paint) -> None:
        """Draw what is seen of the pane within `clip`; `paint` makes the squares that are not there yet."""
        self._take(stamp)
        left, top = pane.scroll_x - pane.left, pane.scroll_y
        wanted, whole = _places(pane, clip), _places(pane, pane.rect)
        until = perf_counter() + FRAME_BUDGET
        for place in wanted:
            if place not in self._made and perf_counter() < until:
                self._made[place] = self._make(place, pane, stamp, paint)
        ahead = next((each for each in _around(pane) if each not in self._made), None)
        if ahead is not None and clip == pane.rect and perf_counter() < until:
            self._made[ahead] = self._make(ahead, pane, stamp, paint)
        self.missing = not all(place in self._made for place in whole)
        if self.missing:
            self._stand_in(painter, pane, clip)
        for place in wanted:
            if (picture := self._made.get(place)) is not None:
                painter.drawPixmap(QPointF(place[0] * SIDE - left, place[1] * SIDE - top), picture)
        self._forget(set(whole))

    def _take(self, stamp: Stamp) -> None:
        if stamp.same(self._stamp):
            return
        if self._stamp is not None and self._made:
            self._before = (self._stamp.zoom, self._made)
        self._stamp, self._made = stamp, {}

    def _make(self, place: Place, pane: Pane, stamp: Stamp, paint: Paint) -> QPixmap:
        pixels = math.ceil(SIDE * stamp.ratio)
        picture = QPixmap(pixels, pixels)
        picture.setDevicePixelRatio(stamp.ratio)
        x, y = place
        part = replace(pane, left=0, width=SIDE, height=SIDE, scroll_x=x * SIDE, scroll_y=y * SIDE)
        with QPainter(picture) as painter:
            paint(painter, part, QRectF(0, 0, SIDE, SIDE))
        return picture

    def _stand_in(self, painter: QPainter, pane: Pane, clip: QRectF) -> None:
        """Draw the squares made before, stretched to where they are now."""
        painter.fillRect(clip, self._ground)
        zoom, before = self._before
        share = pane.zoom / zoom
        side = SIDE * share
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for (column, row), picture in before.items():
            corner = QPointF(
                column * side - pane.scroll_x + pane.left,
                row * side - pane.scroll_y,
            )
            place = QRectF(corner.x(), corner.y(), side, side)
            if place.intersects(clip):
                painter.drawPixmap(place, picture, QRectF(picture.rect()))

    def _forget(self, seen: set[Place]) -> None:
        """Keep no more squares than fill the window and its surroundings."""
        if not self.missing:
            self._before = (1.0, {})
        for place in [each for each in self._made if each not in seen][: -_SPARE or None]:
            del self._made[place]


def _places(pane: Pane, rect: QRectF) -> list[Place]:
    """Return the squares that a part of the window shows, row by row."""
    left, top = pane.scroll_x - pane.left, pane.scroll_y
    columns = _span(rect.left() + left, rect.right() + left)
    return [(column, row) for row in _span(rect.top() + top, rect.bottom() + top) for column in columns]


def _around(pane: Pane) -> Iterator[Place]:
    """Yield the squares just outside the window, as far as there is wall."""
    columns = _span(pane.scroll_x, pane.scroll_x + pane.width)
    rows = _span(pane.scroll_y, pane.scroll_y + pane.height)
    last = math.ceil(pane.layout.width * pane.zoom / SIDE), math.ceil(pane.layout.height * pane.zoom / SIDE)
    for column in range(columns.start - 1, columns.stop + 1):
        for row in range(rows.start - 1, rows.stop + 1):
            if (column not in columns or row not in rows) and 0 <= column < last[0] and 0 <= row < last[1]:
                yield column, row


def _span(first: float, last: float) -> range:
    return range(max(0, math.floor(first / SIDE)), max(0, math.ceil(last / SIDE)))
