"""Rows of cells: tables, lists with marks, two columns of text. A row breaks over pages line by line."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from reportlab.lib.colors import Color

from exports.pdf.blocks import Block, Parts
from exports.pdf.ink import HAIR, INK, LINE, RULE
from exports.pdf.tags import COLUMN_HEAD, Element, spans
from exports.pdf.text import Text
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


class Part(Enum):
    """What a row is to a reader who does not see it."""

    HEAD = "head"
    """The first row of a table."""
    ROW = "row"
    """A row of the table above it."""
    ITEM = "item"
    """A mark or label, and what it says: part of a list."""
    LAYOUT = "layout"
    """Nothing: columns beside each other, read one after the other."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a row stands: space above and below its text, the rule under it, its ground; and what it is."""

    above: float = 4.0
    below: float = 4.0
    rule: float = HAIR
    colour: Color = LINE
    ground: Color | None = None
    part: Part = Part.ROW


ROW = Look()
HEAD = Look(above=2.0, below=3.5, rule=RULE, colour=INK, part=Part.HEAD)
TOTAL = Look(above=5.0, below=5.0, rule=0.0)
_SMALL = 84.0
"""Height in points up to which a row stays in one piece."""
_LABEL_AND_TEXT = 2
"""Cells of an item of which the second is all that it says."""
BARE = Look(above=0.0, below=0.0, rule=0.0, part=Part.LAYOUT)
LISTED = Look(above=0.0, below=0.0, rule=0.0, part=Part.ITEM)


class Row(Block):
    """Cells side by side. A cell is a block or nothing."""

    def __init__(
        self, grid: Grid, cells: Sequence[Block | None], look: Look = ROW, *, anchor: str | None = None
    ) -> None:
        self.grid = grid
        self.cells = cells
        self.look = look
        self.anchor = anchor
        self._tags: tuple[Element, ...] = ()
        """Of every cell."""

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
        self._lay_tags()
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
        part.tag, part._tags = self.tag, self._tags
        tallest = max((cell.height for cell in cells if cell is not None), default=0.0)
        part.height = tallest + self.look.above + self.look.below
        return part

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw ground, cells, and the rule under them."""
        look = self.look
        if look.ground is not None:
            with page.tags.artifact():
                page.canvas.setFillColor(look.ground)
                page.canvas.rect(x, top - self.height, self._width, self.height, stroke=0, fill=1)
        if self.anchor is not None:
            page.anchor(self.anchor, top)
        tags, part = page.tags, look.part
        self._lay_tags()
        if part is Part.LAYOUT or self.tag is None:
            self._draw_cells(page, x, top)
        else:
            role, key = ("L", self.grid) if part is Part.ITEM else ("Table", None)
            group = tags.group(role, key, new=part is Part.HEAD)
            if len(self._tags) == 1 and group.kids:
                self._title_rows(group.kids[0])
            with tags.inside(group), tags.inside(self.tag):
                self._draw_cells(page, x, top)
        if look.rule:
            page.rule(x, top - self.height, self._width, look.rule, look.colour)

    def _draw_cells(self, page: "Page", x: float, top: float) -> None:
        tags = page.tags
        for cell, column, tag in zip(self.cells, self._widths, self._tags, strict=True):
            if cell is None:
                if self.look.part is not Part.LAYOUT:
                    tags.empty(tag)
            else:
                cell.room = self.height
                self._draw_cell(page, cell, tag, (x, top - self.look.above))
            x += column + self.grid.gap

    def _draw_cell(self, page: "Page", cell: Block, tag: Element, place: tuple[float, float]) -> None:
        tags = page.tags
        if cell.adorns:
            with tags.artifact():
                cell.draw(page, *place)
        elif cell.tag is tag:
            cell.draw(page, *place)
        else:
            with tags.inside(tag):
                cell.draw(page, *place)

    def _title_rows(self, head: object) -> None:
        """Let the only cell of a row span the columns of its table: it is the title of those that follow."""
        if self.look.part is Part.ROW and isinstance(head, Element) and len(head.kids) > 1:
            (title,) = self._tags
            title.role, title.attributes = "TH", spans(len(head.kids))

    def _lay_tags(self) -> None:
        """Give row and cells their elements; a cell that is a text is its own."""
        if self._tags:
            return
        part = self.look.part
        if part is Part.ITEM:
            self.tag, body = Element("LI"), Element("LBody")
            self._tags = (Element("Lbl"), *(body for _ in self.cells[1:]))
        elif part is Part.LAYOUT:
            self._tags = tuple(Element("Div") for _ in self.cells)
        else:
            self.tag = Element("TR")
            self._tags = tuple(self._cells())
        alone = part is not Part.LAYOUT and (part is not Part.ITEM or len(self.cells) <= _LABEL_AND_TEXT)
        for n, (cell, tag) in enumerate(zip(self.cells, self._tags, strict=True)):
            if isinstance(cell, Text) and cell.tag is None and (alone or (part is Part.ITEM and not n)):
                cell.tag = tag

    def _cells(self) -> Iterator[Element]:
        role, attributes = ("TH", COLUMN_HEAD) if self.look.part is Part.HEAD else ("TD", "")
        for _ in self.cells:
            yield Element(role, attributes)
