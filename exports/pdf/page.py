"""Pages: what is drawn on them, where references lead, and what can be said only when all are written.

The document is laid out once. Page totals and page numbers of places further on are drawn into one named
form per page, whose content is written after the last page: four times faster than laying out twice.
"""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import field
from typing import Any, Final, Protocol

from reportlab.lib.colors import Color

from exports.pdf.blocks import Block, NewPage
from exports.pdf.fonts import face
from exports.pdf.ink import Style
from exports.pdf.lettering import Lettering
from exports.pdf.structure import packed_page, tagged
from exports.pdf.tags import Element, Tags
from facilitator.domain.frozen import dataclass

PAPERS: Final = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}
"""Width and height in points."""

LEFT: Final = 57.0
RIGHT: Final = 45.0
TOP: Final = 62.0
BOTTOM: Final = 58.0
LANDSCAPE_SIDE: Final = 42.0
_MOST_KEPT: Final = 0.4
"""Of a page's height: blocks that are only near each other part when together they are higher."""


Text = Callable[["Book"], str]
"""Words that are known when every page is."""


@dataclass(frozen=True, slots=True)
class Later:
    """Something to be written at a place once every page is known."""

    x: float
    y: float
    style: Style
    text: Text
    element: Element | None
    """What it is part of; nothing for the foot of a page."""


@dataclass(slots=True)
class Page:
    """One page while it is drawn; the origin is its lower left corner."""

    canvas: Any
    book: "Book"
    number: int
    width: float
    height: float
    left: float
    right: float
    later: list[Later] = field(default_factory=list)
    marked_at_top: bool = False

    @property
    def letters(self) -> Lettering:
        """Return what writes text into the page."""
        return self.book.letters

    @property
    def tags(self) -> Tags:
        """Return the structure of the document, to which what is drawn belongs."""
        return self.book.tags

    @property
    def inner(self) -> float:
        """Return the width between the margins."""
        return self.width - self.left - self.right

    def rule(self, x: float, y: float, width: float, thickness: float, colour: Color) -> None:
        """Draw a horizontal rule whose middle is at `y`."""
        with self.tags.artifact():
            self.canvas.setStrokeColor(colour)
            self.canvas.setLineWidth(thickness)
            self.canvas.line(x, y, x + width, y)

    def anchor(self, key: str, top: float) -> None:
        """Let references to `key` lead here."""
        if key not in self.book.pages:
            self.book.pages[key] = self.number
            self.canvas.bookmarkHorizontalAbsolute(key, min(top + 6, self.height), left=0)

    def outline(self, title: str, key: str, level: int) -> None:
        """Add a bookmark that leads to `key`, which must be anchored."""
        self.canvas.addOutlineEntry(title, key, level, closed=level > 0)

    def leads(self, key: str | None) -> bool:
        """Say whether this document has a place `key`, so that a link may lead there."""
        return key is not None and key in self.book.known

    def write_right(
        self, place: tuple[float, float], style: Style, text: Text, element: Element | None
    ) -> None:
        """Write, right-aligned at `place`, what `text` answers when all pages are known, into `element`."""
        self.later.append(Later(*place, style, text, element))


class Furniture(Protocol):
    """Draws what every page has: running head and foot."""

    def draw(self, page: Page, mark: str) -> None:
        """Draw around a finished page; `mark` names the section in force at its top."""


class Book:
    """Fills pages with blocks, in one pass."""

    def __init__(self, canvas: Any, paper: str, furniture: Furniture, known: frozenset[str]) -> None:
        self.canvas = canvas
        self.size = PAPERS[paper]
        self.furniture = furniture
        self.known = known
        """Anchors this document has; a link to any other is left out."""
        self.pages: dict[str, int] = {}
        """On which page each anchor stands, as far as written."""
        self.tags = Tags(canvas)
        self.letters = Lettering(canvas)
        self.count = 0
        self.mark = ""
        self.page_done: Callable[[int], None] = lambda _count: None
        self._late: list[tuple[Page, str]] = []
        self._page: Page | None = None
        self._y = 0.0
        self._fresh = True

    def flow(self, blocks: Iterable[Block]) -> None:
        """Place blocks one after the other; those that belong together move to the next page together."""
        chain: list[Block] = []
        for block in blocks:
            if isinstance(block, NewPage):
                self._place(chain)
                chain = []
                if self._used(block.landscape) >= block.used:
                    self._turn(landscape=block.landscape)
                continue
            chain.append(block)
            if not (block.keep or block.near):
                self._place(chain)
                chain = []
        self._place(chain)

    def finish(self) -> None:
        """Close the last page and write what could not be known before."""
        self._close()
        for page, name in self._late:
            self.canvas.beginForm(name, 0, 0, page.width, page.height)
            self.tags.begin(page.number, name)
            for late in page.later:
                element = late.element
                with self.tags.marked(element) if element is not None else self.tags.artifact("Footer"):
                    written = face(late.style.face)
                    self.canvas.setFont(written.name, late.style.size)
                    self.canvas.setFillColor(late.style.colour)
                    self.canvas.drawRightString(late.x, late.y, late.text(self))
            self.canvas.endForm()
        tagged(self.canvas, self.tags)

    def _place(self, chain: list[Block]) -> None:
        if not chain:
            return
        page = self._page or self._open(landscape=False)
        for block in chain:
            block.wrap(page.inner)
        while chain:
            count, needed = self._together(chain)
            if not self._fresh and needed > self._room():
                self._next(chain[0])
            for block in chain[:count]:
                self._put(block)
            chain = chain[count:]

    def _together(self, chain: list[Block]) -> tuple[int, float]:
        """Return how many blocks of a chain start on one page, and the least height for that."""
        most = (self._current().height - TOP - BOTTOM) * _MOST_KEPT
        height, least, count, enough = 0.0, 0.0, 0, 0.0
        for n, block in enumerate(chain):
            least = height + block.before + block.least()
            if count and least > most:
                break
            height += block.before + block.height
            if not block.keep:
                count, enough = n + 1, least
        return (count, enough) if count else (len(chain), least)

    def _put(self, block: Block) -> None:
        waiting = deque([block])
        while waiting:
            now = waiting.popleft()
            page = self._current()
            before = 0.0 if self._fresh else now.before
            room = self._room() - before
            if now.height <= room + 0.01:
                self._draw(now, before)
                continue
            first, rest = now.split(room)
            if first is None and self._fresh:
                first, rest = now.cut(room)
            if first is None:
                self._next(now)
                if self._current().inner != page.inner:
                    now.wrap(self._current().inner)
                waiting.appendleft(now)
                continue
            self._draw(first, before)
            if rest is not None:
                rest.carry = rest.carry or now.carry
                self._next(rest)
                waiting.appendleft(rest)

    def _draw(self, block: Block, before: float) -> None:
        page = self._current()
        page.marked_at_top = self._fresh
        block.draw(page, page.left, self._y - before)
        self._y -= before + block.height
        self._fresh = self._fresh and block.height == 0

    def _next(self, coming: Block) -> Page:
        """Turn the page; above a continued table its head is drawn again."""
        self._turn(landscape=self._current().width > self._current().height)
        page = self._current()
        if coming.carry is not None:
            head = coming.carry
            head.wrap(page.inner)
            with self.tags.artifact():
                self._draw(head, 0.0)
            self._fresh = True
        return page

    def _turn(self, *, landscape: bool) -> None:
        page = self._page
        if page is not None and self._fresh and (page.width > page.height) == landscape:
            return
        self._close()
        self._open(landscape=landscape)

    def _used(self, landscape: bool) -> float:
        """Return the share of the page that is filled; all of it where the other way round is wanted."""
        page = self._page
        if page is None or (page.width > page.height) != landscape:
            return 1.0
        return 1.0 - self._room() / (page.height - TOP - BOTTOM)

    def _room(self) -> float:
        return self._y - BOTTOM

    def _current(self) -> Page:
        return self._page or self._open(landscape=False)

    def _open(self, *, landscape: bool) -> Page:
        width, height = sorted(self.size, reverse=landscape)
        self.count += 1
        sides = (LANDSCAPE_SIDE, LANDSCAPE_SIDE) if landscape else (LEFT, RIGHT)
        self.canvas.setPageSize((width, height))
        self.tags.begin(self.count)
        self._page = Page(self.canvas, self, self.count, width, height, *sides)
        self._y = height - TOP
        self._fresh = True
        self._mark_at_top = self.mark
        return self._page

    def _close(self) -> None:
        page = self._page
        if page is None:
            return
        with self.tags.artifact("Header"):
            self.furniture.draw(page, self._mark_at_top)
        if page.later:
            name = f"late-{page.number}"
            self._late.append((page, name))
            self.canvas.doForm(name)
        self.canvas.showPage()
        packed_page(self.canvas, page.number)
        self._page = None
        self.page_done(self.count)

    def set_mark(self, mark: str) -> None:
        """Name the section that begins here; a page that opens with it carries it in its head."""
        self.mark = mark
        if self._fresh:
            self._mark_at_top = mark
