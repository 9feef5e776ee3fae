"""What a page is made of: blocks that know their height, where they may break, and how to draw themselves."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exports.pdf.page import Page
    from exports.pdf.tags import Element

Parts = tuple["Block | None", "Block | None"]
"""What fits and what is left; a block that fits nothing gives (None, itself)."""


class Block:
    """Something as wide as its column. Heights and places are in points, `top` is measured from the foot.

    `before` is the space above, dropped at the top of a page. `keep` holds it together with the next block;
    `near` does so too, as long as the blocks together are no higher than two fifths of a page.
    `carry` is drawn again above what is left when a page ends before or inside this block. `place` names
    where the reader is, for warnings and running heads. `tag` is its element in the document's structure,
    which what is left of it keeps on the next page; `adorns` says that it is no content but an ornament.
    """

    before: float = 0.0
    keep: bool = False
    near: bool = False
    carry: "Block | None" = None
    tag: "Element | None" = None
    adorns: bool = False

    def wrap(self, width: float) -> float:
        """Lay out for a column `width` wide and return the height needed."""
        raise TypeError(f"{type(self).__name__} has no height at {width}")

    def least(self) -> float:
        """Return the least height, after `wrap`, with which it may stand at the foot of a page."""
        return self.height

    def split(self, height: float) -> Parts:
        """Divide, after `wrap`, into what fits in `height` and the rest."""
        return (self, None) if self.height <= height else (None, self)

    def cut(self, height: float) -> Parts:
        """Divide even where it looks bad, for a block higher than a whole page; always takes something."""
        first, rest = self.split(height)
        return (first, rest) if first is not None else (self, None)

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw, after `wrap`, with the upper left corner at (x, top)."""
        raise TypeError(f"{type(self).__name__} cannot be drawn at {x}, {top} on {page}")

    height: float = 0.0
    room: float = 0.0
    """Height of the whole row when this is a cell of one; set before drawing."""


class Space(Block):
    """Nothing, so much of it; dropped at the top of a page."""

    def __init__(self, height: float, *, keep: bool = False) -> None:
        self.before = height
        self.keep = keep

    def wrap(self, width: float) -> float:  # noqa: ARG002 - the same at any width
        """Return nothing: the space is `before`, so that a page top drops it."""
        return 0.0

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw nothing."""


class Whole(Block):
    """A block that goes to the next page rather than being broken, unless it is higher than a page."""

    def __init__(self, inner: Block) -> None:
        self.inner = inner
        self.before, self.keep, self.near, self.carry = inner.before, inner.keep, inner.near, inner.carry

    def wrap(self, width: float) -> float:
        """Lay out what is inside."""
        self.height = self.inner.wrap(width)
        return self.height

    def cut(self, height: float) -> Parts:
        """Break where it looks least bad."""
        first, rest = self.inner.split(height)
        return (first, rest) if first is not None else self.inner.cut(height)

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw what is inside."""
        self.inner.room = self.room
        self.inner.draw(page, x, top)


class NewPage(Block):
    """What follows stands on a new page, upright or landscape; no page is made if this one is empty.

    With `used` the page is turned only if more than this share of it is: what begins a page when it can does
    not leave one almost empty before it.
    """

    def __init__(self, *, landscape: bool = False, used: float = 0.0) -> None:
        self.landscape = landscape
        self.used = used


class Stack(Block):
    """Blocks one below the other, as one block: the content of a cell or column."""

    def __init__(self, blocks: list[Block]) -> None:
        self.blocks = blocks

    def wrap(self, width: float) -> float:
        """Lay out all of them; the first one's space above is dropped."""
        self.height = sum(
            block.wrap(width) + (block.before if n else 0.0) for n, block in enumerate(self.blocks)
        )
        return self.height

    def least(self) -> float:
        """Return what the first block needs, with those it is kept together with."""
        needed = 0.0
        for n, block in enumerate(self.blocks):
            needed += block.before if n else 0.0
            if not block.keep:
                return needed + block.least()
            needed += block.height
        return needed

    def split(self, height: float) -> Parts:
        """Take whole blocks while they fit, then part of the next."""
        return self._divide(height, cut=False)

    def cut(self, height: float) -> Parts:
        """Take at least one line of the first block."""
        return self._divide(height, cut=True)

    def _divide(self, height: float, *, cut: bool) -> Parts:
        if self.height <= height:
            return self, None
        fitting: list[Block] = []
        left = height
        for n, block in enumerate(self.blocks):
            room = left - (block.before if n else 0.0)
            if block.height <= room:
                fitting.append(block)
                left = room - block.height
                continue
            first, rest = block.cut(room) if cut and not fitting else block.split(room)
            remaining = [rest] if rest is not None else []
            if first is not None:
                fitting.append(first)
            while fitting and first is None and fitting[-1].keep:
                remaining.insert(0, fitting.pop())
            return _stacked(fitting), _stacked([*remaining, *self.blocks[n + 1 :]])
        return self, None

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw all of them."""
        for n, block in enumerate(self.blocks):
            top -= block.before if n else 0.0
            block.draw(page, x, top)
            top -= block.height


def _stacked(blocks: list[Block]) -> Block | None:
    if not blocks:
        return None
    stack = Stack(blocks)
    stack.height = sum(block.height + (block.before if n else 0.0) for n, block in enumerate(blocks))
    return stack
