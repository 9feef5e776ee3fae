"""Where the signs of a matrix stand on its square, for whatever draws it: no sign covers another.

Lengths are in the unit of whoever asks (px, points); across goes right from the left edge, down from the top.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations
from math import hypot
from typing import Final

from facilitator.domain.frozen import dataclass
from facilitator.domain.ratings import HIGHEST, LOWEST

_AROUND: Final = 0.6
"""Marks that the square goes beyond 1 and 5, so that a sign has room there."""
_ROUNDS: Final = 160
_PAIRS: Final = 200_000
"""Pairs that are looked at in all: of hundreds of signs some stand on each other rather than take seconds."""
_CLEAR: Final = 1.06
"""Sizes of a sign that are kept free from one middle to the next."""
_LITTLE: Final = 0.1
_GIVE: Final = 0.34
"""Share of what is lacking that each of two signs gives way in one round."""
_HOLD: Final = 0.04
"""Share of the way back to its own place that a sign goes each round."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of so many by so many units: its middle (x, y), and the place that it stands for."""

    x: float
    y: float
    wide: float
    high: float
    home_x: float
    home_y: float

    @property
    def moved(self) -> bool:
        """Whether it stands so far from its place that a line should lead there."""
        return hypot(self.x - self.home_x, self.y - self.home_y) > self.high * 0.35


def along(mark: float | Decimal, side: float) -> float:
    """Return how far from the left edge, or from the foot, a mark from 1 to 5 lies."""
    return (float(mark) - LOWEST + _AROUND) / (HIGHEST - LOWEST + 2 * _AROUND) * side


def numbered(numbers: Sequence[int]) -> str:
    """Return what the sign of points on one spot says: "4", or "4–6", for their numbers follow each other."""
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"


def apart(
    homes: Sequence[tuple[float, float]], widths: Sequence[float], high: float, side: float
) -> list[Sign]:
    """Return signs for places on a square of this side, moved as little as keeps them off each other."""
    spots = [[x, y] for x, y in homes]
    rounds = min(_ROUNDS, 2 * _PAIRS // max(1, len(spots) ** 2))
    for turn in range(rounds):
        moves = _moves(spots, homes, widths, high)
        if moves is None:
            break
        hold = 0.0 if turn > rounds * 0.6 else _HOLD
        for spot, move, (x, y), wide in zip(spots, moves, homes, widths, strict=True):
            spot[0] = _inside(spot[0] + move[0] + (x - spot[0]) * hold, wide / 2, side)
            spot[1] = _inside(spot[1] + move[1] + (y - spot[1]) * hold, high / 2, side)
    return [
        Sign(spot[0], spot[1], wide, high, *home)
        for spot, wide, home in zip(spots, widths, homes, strict=True)
    ]


def _moves(
    spots: list[list[float]], homes: Sequence[tuple[float, float]], widths: Sequence[float], high: float
) -> list[list[float]] | None:
    """Return how far each sign gives way to all that are too near; all at once, so that none jumps another.

    None where no two are too near.
    """
    moves = [[0.0, 0.0] for _ in spots]
    pushed = False
    for one, other in combinations(range(len(spots)), 2):
        gap = [spots[other][axis] - spots[one][axis] for axis in (0, 1)]
        room = ((widths[one] + widths[other]) / 2 * _CLEAR, high * _CLEAR)
        if abs(gap[0]) >= room[0] - _LITTLE or abs(gap[1]) >= room[1] - _LITTLE:
            continue
        pushed = True
        way = [_way(homes[one][axis], homes[other][axis]) for axis in (0, 1)]
        lost = [room[axis] - way[axis] * gap[axis] for axis in (0, 1)]
        axis = 0 if lost[0] / room[0] < lost[1] / room[1] else 1
        step = lost[axis] * way[axis] * _GIVE
        moves[one][axis] -= step
        moves[other][axis] += step
    return moves if pushed else None


def _way(one: float, other: float) -> int:
    return 1 if other >= one else -1


def _inside(middle: float, half: float, side: float) -> float:
    return min(max(middle, half), side - half)
