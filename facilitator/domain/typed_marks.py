"""Marks from 1 to 5 as people type them from paper or after counting hands.

"42" is the sum of all marks, "4.2" and "4,2" are their mean, "0 1 3 4 2" says how many gave 1, 2, 3, 4 and 5.
What cannot be is refused and never guessed.
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final
from uuid import UUID

from facilitator.domain.errors import InvalidInput
from facilitator.domain.ratings import HIGHEST, LOWEST, Mark

_MEAN: Final = re.compile(r"\d[.,]\d{1,3}")
_STEPS: Final = HIGHEST - LOWEST + 1


def typed_marks(on: UUID, words: str, rated: int) -> Mark | None:
    """Read what an option got of `rated`; None where nothing was typed, or nought.

    Raises InvalidInput with "marks-unknown", "nobody-rated", "mean-impossible", "more-marks-than-rated",
    "points-out-of-range".
    """
    parts = words.split()
    if not "".join(parts).strip("0"):
        return None
    if rated < 1:
        raise InvalidInput("nobody-rated")
    if len(parts) == 1:
        return _one(on, parts[0], rated)
    if len(parts) != _STEPS or not all(_whole(part) for part in parts):
        raise InvalidInput("marks-unknown", text=words)
    counts = [int(part) for part in parts]
    if sum(counts) > rated:
        raise InvalidInput("more-marks-than-rated", marks=sum(counts), rated=rated)
    return Mark(on, sum(mark * count for mark, count in enumerate(counts, start=LOWEST)), sum(counts))


def _one(on: UUID, figure: str, rated: int) -> Mark:
    """Read a sum or a mean. A whole number from 1 to 5 is a mean where it is too small for a sum."""
    if _MEAN.fullmatch(figure):
        return _of_mean(on, Decimal(figure.replace(",", ".")), rated)
    if not _whole(figure):
        raise InvalidInput("marks-unknown", text=figure)
    if LOWEST <= int(figure) <= HIGHEST < rated:
        return _of_mean(on, Decimal(figure), rated)
    return Mark(on, int(figure), rated)


def _of_mean(on: UUID, mean: Decimal, rated: int) -> Mark:
    """Return the sum that has this mean; refused where so many marks cannot have it."""
    points = int((mean * rated).quantize(Decimal(1), ROUND_HALF_UP))
    points = min(max(points, LOWEST * rated), HIGHEST * rated)
    nearest = (Decimal(points) / rated).quantize(mean, ROUND_HALF_UP)
    if nearest != mean:
        raise InvalidInput("mean-impossible", mean=str(mean), rated=rated, nearest=str(nearest))
    return Mark(on, points, rated)


def _whole(part: str) -> bool:
    return part.isascii() and part.isdecimal() and len(part) <= len("100000000")
