"""What is half typed: no record and no history, but it must survive a crash."""

from uuid import UUID

from facilitator.domain.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """Something half typed: where it was typed, in which workshop, and when (ISO text).

    `place` is the field and, behind a slash, whose writing it is: no two runs of the program share one.
    """

    place: str
    text: str
    workshop: UUID | None = None
    at: str = ""
