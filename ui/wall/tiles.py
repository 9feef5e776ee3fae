"""Keeps the wall as squares of pixels where its cards are too small to read: a frame copies them.

What is missing is made within a time budget; until then the squares of the size before stand in, stretched.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import product
from time import perf_counter
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from facilitator.domain.ids import CardId
from ui.wall.camera import Pane
from ui.wall.layout import Layout

SIDE: Final = 256
"""Logical px of a square's side: small enough to be made within a frame's time."""

FRAME_BUDGET: Final = 0.0025
"""Seconds that one frame may spend on making squares."""

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


class Source(NamedTuple):
    """What tells one set of squares from another, and what paints those that are not there yet."""

    stamp: Stamp
    paint: Paint


class Tiles:
    """The squares of one pane."""

    def __init__(self, ground: QColor) -> None:
        self._ground = ground
        self._stamp: Stamp | None = None
        self._made: dict[Place, QPixmap] = {}
        self._before: tuple[float, dict[Place, QPixmap]] = (1.0, {})
        self._owed: set[Place] = set()

    @property
    def missing(self) -> bool:
        """Whether there is a stand-in in the window."""
        return bool(self._owed)

    def owed(self, pane: Pane) -> list[QRectF]:
        """Return the parts of the window in which something stands in."""
        return [_seen(pane, place) for place in self._owed]

    def draw(self, painter: QPainter, pane: Pane, clips: Sequence[QRectF], source: Source) -> bool:
        """Draw what is seen of the pane within `clips`; return whether no square had to be made for it."""
        self._take(source.stamp)
        until = perf_counter() + FRAME_BUDGET
        were = len(self._made)
        for clip in clips:
            wanted = _places(pane, clip)
            for place in wanted:
                if place not in self._made and perf_counter() < until:
                    self._made[place] = self._make(place, pane, source)
            painter.setClipRect(clip)
            self._draw(painter, pane, clip, wanted)
        none_made = len(self._made) == were
        self._settle(pane, clips)
        self._forget(pane)
        return none_made

    def prepare(self, pane: Pane, source: Source, towards: Place) -> bool:
        """Make squares beyond the window in a direction for one frame; return whether all are there."""
        self._take(source.stamp)
        until = perf_counter() + FRAME_BUDGET
        lacking = [place for place in _beyond(pane, towards) if place not in self._made]
        for place in lacking:
            if perf_counter() >= until:
                return False
            self._made[place] = self._make(place, pane, source)
        if lacking:
            self._forget(pane)
        return True

    def _draw(self, painter: QPainter, pane: Pane, clip: QRectF, wanted: Sequence[Place]) -> None:
        left, top = pane.scroll_x - pane.left, pane.scroll_y
        if not all(place in self._made for place in wanted):
            self._stand_in(painter, pane, clip)
        for place in wanted:
            if (picture := self._made.get(place)) is None:
                self._owed.add(place)
                continue
            painter.drawPixmap(QPointF(place[0] * SIDE - left, place[1] * SIDE - top), picture)

    def _settle(self, pane: Pane, clips: Sequence[QRectF]) -> None:
        """Note the squares for which nothing stands in any more, in none of their parts."""
        if self._owed:
            drawn = reduce(QRegion.united, (QRegion(clip.toAlignedRect()) for clip in clips))
            for place in [each for each in self._owed if each in self._made]:
                if QRegion(_seen(pane, place).toAlignedRect()).subtracted(drawn).isEmpty():
                    self._owed.discard(place)

    def _take(self, stamp: Stamp) -> None:
        if stamp.same(self._stamp):
            return
        if self._stamp is not None and self._made:
            self._before = (self._stamp.zoom, self._made)
        self._stamp, self._made = stamp, {}
        self._owed.clear()  # who shows the wall in another way paints all of it

    @staticmethod
    def _make(place: Place, pane: Pane, source: Source) -> QPixmap:
        pixels = math.ceil(SIDE * source.stamp.ratio)
        picture = QPixmap(pixels, pixels)
        picture.setDevicePixelRatio(source.stamp.ratio)
        x, y = place
        part = replace(pane, left=0, width=SIDE, height=SIDE, scroll_x=x * SIDE, scroll_y=y * SIDE)
        with QPainter(picture) as painter:
            source.paint(painter, part, QRectF(0, 0, SIDE, SIDE))
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

    def _forget(self, pane: Pane) -> None:
        """Keep no more squares than fill the window, and a column and a row beyond it."""
        columns, rows = _window(pane)
        seen = {(column, row) for column in columns for row in rows}
        self._owed &= seen
        if not self._owed:
            self._before = (1.0, {})
        spare = len(columns) + len(rows) + 3
        for place in [each for each in self._made if each not in seen][:-spare]:
            del self._made[place]


def _places(pane: Pane, rect: QRectF) -> list[Place]:
    """Return the squares that a part of the window shows, row by row."""
    left, top = pane.scroll_x - pane.left, pane.scroll_y
    columns = _span(rect.left() + left, rect.right() + left)
    return [(column, row) for row in _span(rect.top() + top, rect.bottom() + top) for column in columns]


def _seen(pane: Pane, place: Place) -> QRectF:
    """Return the part of the window that a square takes."""
    left, top = pane.scroll_x - pane.left, pane.scroll_y
    return QRectF(place[0] * SIDE - left, place[1] * SIDE - top, SIDE, SIDE).intersected(pane.rect)


def _window(pane: Pane) -> tuple[range, range]:
    """Return the columns and the rows of squares that the window shows."""
    return (
        _span(pane.scroll_x, pane.scroll_x + pane.width),
        _span(pane.scroll_y, pane.scroll_y + pane.height),
    )


def _beyond(pane: Pane, towards: Place) -> Iterator[Place]:
    """Yield the squares just outside the window to the right (1) or left (-1), and below or above."""
    columns, rows = _window(pane)
    across = [columns.stop if towards[0] > 0 else columns.start - 1] if towards[0] else []
    down = [rows.stop if towards[1] > 0 else rows.start - 1] if towards[1] else []
    last = math.ceil(pane.layout.width * pane.zoom / SIDE), math.ceil(pane.layout.height * pane.zoom / SIDE)
    for column, row in (*product(across, rows), *product((*columns, *across), down)):
        if 0 <= column < last[0] and 0 <= row < last[1]:
            yield column, row


def _span(first: float, last: float) -> range:
    return range(max(0, math.floor(first / SIDE)), max(0, math.ceil(last / SIDE)))
