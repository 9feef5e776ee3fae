"""Rows that hold words side by side on a ground of their own: cards, agenda lines, plan rows."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, replace
from typing import TypeAlias

from PySide6.QtCore import QRectF

from facilitator.domain.frozen import dataclass
from ui.stage.fit import Lines
from ui.stage.items import Item
from ui.stage.sheet import put

Decorate: TypeAlias = Callable[[QRectF, bool], Iterable[Item]]
"""Yields the shapes of a strip from its rectangle, and whether this is its beginning."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a strip, `x` px from its left edge."""

    x: float
    lines: Lines
    centred: bool = False
    """Stand in the middle of the strip's height instead of at its top."""
    at_foot: bool = False
    """Stand at the foot of the strip, beside the last line of the words."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A row of cells. Too tall for a column, it is cut between lines and goes on in the next."""

    cells: tuple[Cell, ...]
    width: float
    pads: tuple[float, float] = (0.0, 0.0)
    least: float = 0.0
    """Least height in px, reached whatever the words need."""
    decorate: Decorate | None = None
    keep: float = 0.0
    """Height of what must stand directly below it in the same column: headings."""
    heading: bool = False
    """At the head of a column it is as high as the headings of the others (`level`)."""
    begins: bool = True
    """False for the continuation of a strip that was cut."""
    height: float = field(init=False, compare=False, default=0.0)
    """Height in px, reckoned once: a wall of a thousand cards asks for it over and over."""

    def __post_init__(self) -> None:
        """Reckon the height."""
        words = max((cell.lines.height for cell in self.cells), default=0.0)
        object.__setattr__(self, "height", max(self.least, words + sum(self.pads)))

    @property
    def needs(self) -> float:
        """Height that must be free to begin the strip here."""
        return self.height + self.keep

    def lowered(self, height: float) -> "Strip":
        """Return it at least `height` px high, with its words at the foot."""
        above, below = self.pads
        return replace(self, pads=(above + max(0.0, height - self.height), below))

    def split(self, height: float) -> "tuple[Strip | None, Strip | None]":
        """Return what fits into `height`, and the rest."""
        space = height - sum(self.pads)
        parts = [(cell, *cell.lines.split(space)) for cell in self.cells]
        if not any(head for _, head, _ in parts):
            return None, self
        head = replace(self, cells=tuple(replace(cell, lines=part) for cell, part, _ in parts), keep=0.0)
        if not any(rest for _, _, rest in parts):
            return head, None
        tail = tuple(replace(cell, lines=rest) for cell, _, rest in parts)
        return head, replace(self, cells=tail, begins=False)

    def items(self, x: float, y: float) -> Iterator[Item]:
        """Yield the strip's shapes with its corner at (`x`, `y`)."""
        rect = QRectF(x, y, self.width, self.height)
        if self.decorate:
            yield from self.decorate(rect, self.begins)
        for cell in self.cells:
            top = y + self.pads[0]
            if cell.centred:
                top = y + (self.height - cell.lines.height) / 2
            elif cell.at_foot:
                top = rect.bottom() - self.pads[1] - cell.lines.height
            yield from put(cell.lines, x + cell.x, top)


class Flow:
    """Columns of a height in px that strips flow into, one after the other, `gap` px apart.

    A strip moves whole to the next column when it fits there, else it is cut between its lines.
    """

    def __init__(self, height: float, gap: float, head: float = 0.0) -> None:
        self.filled: list[list[tuple[float, Strip]]] = [[]]
        """Each column as (top, strip) pairs."""
        self._height = height
        self._gap = gap
        self.head = head
        """Least height in px of a heading that begins a column."""
        self.top = 0.0
        """Where in the last column the next strip begins, in px."""

    @property
    def _is_empty(self) -> bool:
        """Whether nothing stands in the last column, of this flow or of one that goes on with it."""
        return not self.top and not self.filled[-1]

    def add(self, strip: Strip, again: Strip | None = None) -> None:
        """Let a strip follow the others. A column that it begins, or goes on in, has `again` at its head."""
        if again is not None:
            again = again.lowered(self.head)
        lost = again.height + self._gap if again is not None else 0.0
        rest: Strip | None = strip
        while rest is not None:
            alone = self._is_empty
            if alone and again is not None:
                self._put(again)
            elif alone and rest.heading:
                rest = rest.lowered(self.head)
            space = self._height - self.top
            part, rest = _begun(rest, space, self._height - lost, alone=alone)
            if part is not None:
                self._put(part)
            if rest is not None:
                self.turn()

    def turn(self) -> None:
        """Go on in the next column; an empty one stays the next."""
        if not self._is_empty:
            self.filled.append([])
            self.top = 0.0

    def _put(self, strip: Strip) -> None:
        self.filled[-1].append((self.top, strip))
        self.top += strip.height + self._gap

    def begun(self) -> "Flow":
        """Return a flow without any strip that begins where this one goes on."""
        other = Flow(self._height, self._gap, self.head)
        other.top = self.top
        return other

    def go_on(self, part: "Flow") -> None:
        """Go on with the columns of a flow that began where this one is; they are looked at, not changed."""
        first, *others = part.filled
        self.filled[-1] = [*self.filled[-1], *first]
        self.filled += others
        self.top = part.top

    def copy(self) -> "Flow":
        """Return the same columns, to go on with while somebody still looks at these."""
        other = Flow(self._height, self._gap, self.head)
        other.filled = [*self.filled[:-1], list(self.filled[-1])]
        other.top = self.top
        return other


def columns(strips: Iterable[Strip], height: float, gap: float) -> list[list[tuple[float, Strip]]]:
    """Flow strips into columns of `height` px; return each column as (top, strip) pairs."""
    flow = Flow(height, gap)
    for strip in strips:
        flow.add(strip)
    return flow.filled


def level(flowed: Callable[[float], Flow], most: float) -> list[list[tuple[float, Strip]]]:
    """Return columns whose headings end at one height, none of them made higher than `most` px.

    `flowed` fills them with headings of a least height in px.
    """
    walls = flowed(0.0).filled
    heads = {column[0][1].height for column in walls if column and column[0][1].heading}
    head = max((height for height in heads if height <= most), default=0.0)
    return flowed(head).filled if min(heads, default=head) < head else walls


def _begun(strip: Strip, space: float, height: float, *, alone: bool) -> tuple[Strip | None, Strip | None]:
    """Return what of the strip stands in this column's space, and what goes to the next."""
    if strip.needs <= space + 0.01:
        return strip, None
    if strip.needs <= height + 0.01:
        return None, strip
    part, rest = strip.split(space)
    if part is None and alone:
        return strip, None  # not even one line fits into a whole column: it stands out rather than vanish
    return part, rest
