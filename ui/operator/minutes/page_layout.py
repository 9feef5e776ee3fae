"""Where the pages of a document lie one below the other, at a zoom, in px of the screen."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from facilitator.domain.frozen import dataclass

MARGIN: Final = 24
GAP: Final = 16
PX_PER_POINT: Final = 96 / 72
"""At 100 % a page has its real size on a screen of 96 px an inch."""


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """One page: its upper edge, and its size, in px."""

    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in the document that stays where it is: a page, and how far down it, 0 to 1."""

    page: int = 0
    down: float = 0.0


class PageLayout:
    """Pages below each other. `zoom` 1 is real size; None makes each as wide as the room."""

    def __init__(self, sizes: Sequence[tuple[float, float]], zoom: float | None, room: float) -> None:
        self.pages: list[PlacedPage] = []
        top = float(MARGIN)
        for width, height in sizes:
            scale = PX_PER_POINT * zoom if zoom is not None else max(80.0, room - 2 * MARGIN) / width
            self.pages.append(PlacedPage(top, width * scale, height * scale))
            top += height * scale + GAP
        self.height = top - GAP + MARGIN if self.pages else 0.0
        self.width = max((page.width for page in self.pages), default=0.0) + 2 * MARGIN
        self._tops = [page.top for page in self.pages]

    def page_at(self, y: float) -> int:
        """Return the page at a height, the nearest one between pages; 0 when there is none."""
        return max(0, bisect_right(self._tops, y + GAP) - 1)

    def anchor_at(self, y: float) -> Anchor:
        """Return the place at a height; above or below the pages it lies outside 0 to 1."""
        if not self.pages:
            return Anchor()
        number = self.page_at(y)
        page = self.pages[number]
        return Anchor(number, (y - page.top) / page.height)

    def height_of(self, anchor: Anchor) -> float:
        """Return where a place lies; a page that is no more there is taken for the last one."""
        if not self.pages:
            return 0.0
        page = self.pages[min(anchor.page, len(self.pages) - 1)]
        return page.top + anchor.down * page.height

    def between(self, top: float, foot: float) -> range:
        """Return the pages of which something lies between two heights."""
        if not self.pages:
            return range(0)
        first = self.page_at(top)
        if self.pages[first].top + self.pages[first].height < top:
            first += 1
        last = bisect_right(self._tops, foot)
        return range(first, max(first, last))
