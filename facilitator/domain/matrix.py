"""The matrix of a board: what was rated by two criteria stands where both means meet (issue 4, votes).

It is made of two ratings and stored nowhere. The first criterion goes up, the second across, as one says
"effect against effort". Numbers are the same on every screen, on stage and in the minutes.
"""

from collections.abc import Container, Iterable
from decimal import Decimal
from itertools import groupby
from typing import Final
from uuid import UUID

from facilitator.domain.frozen import dataclass
from facilitator.domain.ratings import HIGHEST, LOWEST, Rating

AXES: Final = 2
MIDDLE: Final = (LOWEST + HIGHEST) / 2


@dataclass(frozen=True, slots=True)
class Point:
    """Where something stands: its number from 1, and its mean marks."""

    number: int
    on: UUID
    up: Decimal
    across: Decimal

    @property
    def place(self) -> tuple[Decimal, Decimal]:
        """Where it stands: across, up."""
        return self.across, self.up


@dataclass(frozen=True, slots=True)
class Matrix:
    """Two closed ratings, and what was marked in both: highest first, then furthest to the right."""

    up: Rating
    across: Rating
    points: tuple[Point, ...] = ()

    def spots(self) -> list[tuple[Point, ...]]:
        """Return the points by place: those with the same two means stand on one spot."""
        return [tuple(points) for _place, points in groupby(self.points, key=lambda each: each.place)]


def matrix(ratings: Iterable[Rating], shown: Container[UUID]) -> Matrix | None:
    """Return the matrix of the first two closed ratings, without what may not be `shown`; None for fewer."""
    closed = [each for each in ratings if each.closed][:AXES]
    if len(closed) < AXES:
        return None
    up, across = closed
    both = [(mark, other) for mark in up.marks if mark.on in shown and (other := across.mark(mark.on))]
    both.sort(key=lambda each: (-each[0].mean, -each[1].mean))
    points = (Point(n, one.on, one.mean, other.mean) for n, (one, other) in enumerate(both, start=1))
    return Matrix(up, across, tuple(points))
