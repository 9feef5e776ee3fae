"""Finds what lies in a rectangle without looking at everything: a grid of cells over the wall."""

from collections.abc import Iterable, Iterator
from typing import Final, Generic, NamedTuple, Protocol, TypeVar

CELL: Final = 960
"""Side of a cell in px of the wall: about a cluster."""


class Boxed(Protocol):
    """Something with a place on the wall, in px at 100 %."""

    @property
    def x(self) -> float:
        """Left edge."""

    @property
    def y(self) -> float:
        """Upper edge."""

    @property
    def w(self) -> float:
        """Width."""

    @property
    def h(self) -> float:
        """Height."""


B = TypeVar("B", bound=Boxed)


class Area(NamedTuple):
    """A rectangle of the wall, in px at 100 %."""

    x: float
    y: float
    w: float
    h: float

    def meets(self, other: Boxed) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.x + other.w
            and other.x < self.x + self.w
            and self.y < other.y + other.h
            and other.y < self.y + self.h
        )


class Grid(Generic[B]):
    """Boxes by the cells that they touch."""

    def __init__(self, boxes: Iterable[B] = ()) -> None:
        self._cells: dict[tuple[int, int], list[B]] = {}
        for box in boxes:
            for cell in _cells(box):
                self._cells.setdefault(cell, []).append(box)

    def within(self, area: Area) -> list[B]:
        """Return the boxes that an area meets, each once."""
        found: dict[int, B] = {}
        for cell in _cells(area):
            for box in self._cells.get(cell, ()):
                if area.meets(box):
                    found[id(box)] = box
        return list(found.values())

    def at(self, x: float, y: float) -> B | None:
        """Return the box under a point, or None; of boxes inside each other the one added last."""
        for box in reversed(self._cells.get((int(x // CELL), int(y // CELL)), [])):
            if box.x <= x < box.x + box.w and box.y <= y < box.y + box.h:
                return box
        return None


def _cells(box: Boxed) -> Iterator[tuple[int, int]]:
    for column in range(int(box.x // CELL), int((box.x + box.w) // CELL) + 1):
        for row in range(int(box.y // CELL), int((box.y + box.h) // CELL) + 1):
            yield column, row
