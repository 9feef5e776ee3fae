"""Rating cards or clusters from 1 to 5 by one criterion; two criteria make a matrix (issue 4, votes).

Nobody's own marks are kept: what is stored of an option is the sum of all marks and how many gave one.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Final
from uuid import UUID

from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.record import require_range, require_text
from facilitator.domain.values import Text
from facilitator.domain.vote_method import VoteMethod

LOWEST: Final = 1
HIGHEST: Final = 5
MOST_VOTERS: Final = 100_000
_TENTH: Final = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Mark:
    """What one option got: the sum of the marks, from 1 to 5 each, and how many gave one."""

    on: UUID
    points: int
    raters: int

    def __post_init__(self) -> None:
        """Refuse a sum that so many marks from 1 to 5 cannot make."""
        require_range(self.raters, 1, MOST_VOTERS, "voters-out-of-range")
        if not self.raters * LOWEST <= self.points <= self.raters * HIGHEST:
            low, high = self.raters * LOWEST, self.raters * HIGHEST
            raise InvalidInput("points-out-of-range", value=self.points, low=low, high=high)

    @property
    def mean(self) -> Decimal:
        """The mean mark, to one decimal."""
        return (Decimal(self.points) / self.raters).quantize(_TENTH, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating by one criterion ("Effect", "Effort"); secret until `closed`.

    `rated` of `voters` have rated: people, or organisations where they do.
    """

    criterion: Text
    voters: int
    method: VoteMethod = VoteMethod.PAPER_COUNT
    closed: bool = True
    rated: int = 0
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a rating by nothing, more who rated than there are, and one option marked twice."""
        require_text(self.criterion, "criterion-empty")
        require_range(self.voters, 0, MOST_VOTERS, "voters-out-of-range")
        require_range(self.rated, 0, self.voters, "voters-out-of-range")
        if len({mark.on for mark in self.marks}) < len(self.marks):
            raise InvalidInput("rated-twice")
        for mark in self.marks:
            require_range(mark.raters, 1, self.rated, "voters-out-of-range")

    def mark(self, on: UUID) -> Mark | None:
        """Return what an option got."""
        return next((each for each in self.marks if each.on == on), None)


def ranked(marks: Iterable[Mark]) -> list[tuple[Decimal, list[UUID]]]:
    """Return options by their mean, highest first; equal means share a place, in the order given."""
    places: dict[Decimal, list[UUID]] = {}
    for mark in marks:
        places.setdefault(mark.mean, []).append(mark.on)
    return sorted(places.items(), key=lambda place: -place[0])
