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
_ROUNDS: Final = 80
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
    for turn in range(_ROUNDS):
        pushed = False
        for one, other in combinations(range(len(spots)), 2):
            pushed |= _push(spots[one], spots[other], (widths[one] + widths[other]) / 2 * 1.06, high * 1.06)
        if not pushed:
            break
        for spot, (x, y), wide in zip(spots, homes, widths, strict=True):
            hold = 0.0 if turn > _ROUNDS * 0.6 else _HOLD
            spot[0] = _inside(spot[0] + (x - spot[0]) * hold, wide / 2, side)
            spot[1] = _inside(spot[1] + (y - spot[1]) * hold, high / 2, side)
    return [
        Sign(spot[0], spot[1], wide, high, *home)
        for spot, wide, home in zip(spots, widths, homes, strict=True)
    ]


def _push(one: list[float], other: list[float], wide: float, high: float) -> bool:
    """Move two signs apart along the shorter way out; whether they stood on each other."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    lost_x, lost_y = wide - abs(dx), high - abs(dy)
    if lost_x <= 0.01 or lost_y <= 0.01:
        return False
    if lost_x / wide < lost_y / high:
        step = lost_x / 2 * (1 if dx >= 0 else -1)
        one[0], other[0] = one[0] - step, other[0] + step
    else:
        step = lost_y / 2 * (1 if dy >= 0 else -1)
        one[1], other[1] = one[1] - step, other[1] + step
    return True


def _inside(middle: float, half: float, side: float) -> float:
    return min(max(middle, half), side - half)
