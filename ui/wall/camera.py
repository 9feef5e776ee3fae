"""Which part of the wall is seen, and how large: zoom, scrolling, and the way between wall and window."""

from dataclasses import field
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from facilitator.domain.frozen import dataclass
from ui.wall.index import Area, Boxed
from ui.wall.layout import Layout

STEPS: Final = (
    0.05,
    0.07,
    0.1,
    0.14,
    0.2,
    0.28,
    0.4,
    0.5,
    0.6,
    0.7,
    0.8,
    0.9,
    1.0,
    1.1,
    1.25,
    1.5,
    1.75,
    2.0,
)
"""Zooms of the control; the pictures of cards are made for each, so that words stay sharp."""

CARDS_FROM: Final = 0.6
"""From this zoom on cards can be read (9 px); below, only the names of clusters are written."""

COUNTS_BELOW: Final = 0.085
"""Below this zoom single cards are too small to count; each cluster says how many it has."""


@dataclass(slots=True)
class Pane:
    """A part of the window with its own layout, zoom and scrolling (in px of the window)."""

    layout: Layout = field(default_factory=Layout)
    left: float = 0
    width: float = 0
    height: float = 0
    zoom: float = 1.0
    scroll_x: int = 0
    scroll_y: int = 0
    foot: int = 0
    """px at the lower edge that something lies on: the last card can be scrolled above it."""

    @property
    def rect(self) -> QRectF:
        """The part of the window."""
        return QRectF(self.left, 0, self.width, self.height)

    def head(self, height: float) -> QRectF:
        """Return where the uppermost `height` px of the wall are in the window."""
        return QRectF(self.left, -float(self.scroll_y), self.width, height * self.zoom)

    @property
    def most_x(self) -> int:
        """How far it can be scrolled to the right."""
        return max(0, round(self.layout.width * self.zoom - self.width))

    @property
    def most_y(self) -> int:
        """How far it can be scrolled down."""
        return max(0, round(self.layout.height * self.zoom - self.height + self.foot))

    def scroll_to(self, x: float, y: float) -> bool:
        """Scroll as near to `x`, `y` as there is wall; return whether that is elsewhere."""
        was = (self.scroll_x, self.scroll_y)
        self.scroll_x = max(0, min(round(x), self.most_x))
        self.scroll_y = max(0, min(round(y), self.most_y))
        return was != (self.scroll_x, self.scroll_y)

    def zoom_to(self, zoom: float, anchor: QPointF) -> None:
        """Take another zoom; what is under `anchor` in the window stays there."""
        x, y = self.to_wall(anchor)
        self.zoom = max(STEPS[0], min(STEPS[-1], zoom))
        self.scroll_to(x * self.zoom - (anchor.x() - self.left), y * self.zoom - anchor.y())

    def fit(self) -> None:
        """Show all of the wall, never larger than it is."""
        layout = self.layout
        if layout.width and layout.height and self.width and self.height:
            room = min(self.width / layout.width, self.height / layout.height)
            self.zoom = max(STEPS[0], min(1.0, room))
        self.scroll_to(0, 0)

    def to_wall(self, point: QPointF) -> tuple[float, float]:
        """Return which point of the wall is at a point of the window."""
        return (point.x() - self.left + self.scroll_x) / self.zoom, (point.y() + self.scroll_y) / self.zoom

    def to_window(self, box: Boxed) -> QRectF:
        """Return where a box of the wall is in the window."""
        zoom = self.zoom
        return QRectF(
            box.x * zoom - self.scroll_x + self.left, box.y * zoom - self.scroll_y, box.w * zoom, box.h * zoom
        )

    def area(self, rect: QRectF) -> Area:
        """Return which part of the wall is in a part of the window."""
        x, y = self.to_wall(rect.topLeft())
        return Area(x, y, rect.width() / self.zoom, rect.height() / self.zoom)

    def reveal(self, box: Boxed, margin: float = 16) -> bool:
        """Scroll just so far that a box is seen; return whether it was not."""
        seen = self.to_window(box).translated(-self.left, 0)
        x, y = float(self.scroll_x), float(self.scroll_y)
        if seen.right() + margin > self.width:
            x += seen.right() + margin - self.width
        if seen.left() - margin < 0:
            x += min(0.0, seen.left() - margin) if seen.right() + margin <= self.width else 0
        if seen.bottom() + margin > self.height:
            y += min(seen.bottom() + margin - self.height, seen.top() - margin)
        elif seen.top() - margin < 0:
            y += seen.top() - margin
        return self.scroll_to(x, y)


def step_from(zoom: float, direction: int) -> float:
    """Return the next larger or smaller zoom of the control."""
    if direction > 0:
        return next((step for step in STEPS if step > zoom + 0.004), STEPS[-1])
    return next((step for step in reversed(STEPS) if step < zoom - 0.004), STEPS[0])
