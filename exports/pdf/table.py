"""Rows of cells: tables, lists with marks, two columns of text. A row breaks over pages line by line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportlab.lib.colors import Color

from exports.pdf.blocks import Block, Parts
from exports.pdf.ink import HAIR, INK, LINE, RULE
from facilitator.domain.frozen import dataclass

if TYPE_CHECKING:
    from exports.pdf.page import Page


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns of a table: a positive width is in points, a negative one a share of what is left."""

    columns: tuple[float, ...]
    gap: float = 12.0

    def widths(self, width: float) -> tuple[float, ...]:
        """Return every column's width in points for a table `width` wide."""
        fixed = sum(each for each in self.columns if each > 0)
        shares = -sum(each for each in self.columns if each < 0)
        left = max(0.0, width - fixed - self.gap * (len(self.columns) - 1))
        return tuple(each if each > 0 else left * -each / shares for each in self.columns)


@dataclass(frozen=True, slots=True)
class Look:
    """How a row stands: space above and below its text, the rule under it, its ground."""

    above: float = 4.0
    below: float = 4.0
    rule: float = HAIR
    colour: Color = LINE
    ground: Color | None = None


ROW = Look()
HEAD = Look(above=2.0, below=3.5, rule=RULE, colour=INK)
TOTAL = Look(above=5.0, below=5.0, rule=0.0)
_SMALL = 84.0
"""Height in points up to which a row stays in one piece."""
BARE = Look(above=0.0, below=0.0, rule=0.0)


class Row(Block):
    """Cells side by side. A cell is a block or nothing."""

    def __init__(
        self, grid: Grid, cells: Sequence[Block | None], look: Look = ROW, *, anchor: str | None = None
    ) -> None:
        self.grid = grid
        self.cells = cells
        self.look = look
        self.anchor = anchor

    def wrap(self, width: float) -> float:
        """Lay out the cells; the highest one gives the row's height."""
        self._width = width
        self._widths = self.grid.widths(width)
        tallest = 0.0
        for cell, column in zip(self.cells, self._widths, strict=True):
            if cell is not None:
                tallest = max(tallest, cell.wrap(column))
        self.height = tallest + self.look.above + self.look.below
        return self.height

    def least(self) -> float:
        """Return the height of a row whose cells show their first lines."""
        if self.height <= _SMALL:
            return self.height
        least = max((cell.least() for cell in self.cells if cell is not None), default=0.0)
        return least + self.look.above + self.look.below

    def split(self, height: float) -> Parts:
        """Break the cells that do not fit, unless the row is small or one of them refuses."""
        if height < self.height <= _SMALL:
            return None, self
        return self._divide(height, cut=False)

    def cut(self, height: float) -> Parts:
        """Break the cells at any line."""
        return self._divide(height, cut=True)

    def _divide(self, height: float, *, cut: bool) -> Parts:
        if self.height <= height:
            return self, None
        room = height - self.look.above - self.look.below
        firsts: list[Block | None] = []
        rests: list[Block | None] = []
        for cell in self.cells:
            if cell is None or cell.height <= room:
                parts: Parts = (cell, None)
            else:
                parts = cell.cut(room) if cut else cell.split(room)
                if parts[0] is None:
                    return None, self
            firsts.append(parts[0])
            rests.append(parts[1])
        if not any(rests):
            return self, None
        return self._part(firsts, self.anchor), self._part(rests, None)

    def _part(self, cells: list[Block | None], anchor: str | None) -> "Row":
        part = Row(self.grid, cells, self.look, anchor=anchor)
        part._width, part._widths, part.carry = self._width, self._widths, self.carry
        part.keep, part.near = self.keep, self.near
        tallest = max((cell.height for cell in cells if cell is not None), default=0.0)
        part.height = tallest + self.look.above + self.look.below
        return part

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw ground, cells, and the rule under them."""
        look = self.look
        if look.ground is not None:
            page.canvas.setFillColor(look.ground)
            page.canvas.rect(x, top - self.height, self._width, self.height, stroke=0, fill=1)
        if self.anchor is not None:
            page.anchor(self.anchor, top)
        at = x
        for cell, column in zip(self.cells, self._widths, strict=True):
            if cell is not None:
                cell.room = self.height
                cell.draw(page, at, top - look.above)
            at += column + self.grid.gap
        if look.rule:
            page.rule(x, top - self.height, self._width, look.rule, look.colour)
