"""Where minutes of a day lie on the screen: true to time, but nothing lower than can be read."""

from collections.abc import Iterable
from typing import Final

from facilitator.domain.frozen import dataclass

LEAST: Final = 24.0
"""px that every block gets, the 2 px between blocks included (design 02: a block of 22 px)."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Extra px that the column gets between two minutes."""

    start: int
    end: int
    extra: float

    def before(self, minute: float, *, after: bool) -> float:
        if self.start == self.end:
            return self.extra if minute > self.start or (after and minute == self.start) else 0.0
        share = (minute - self.start) / (self.end - self.start)
        return self.extra * min(1.0, max(0.0, share))


class TimeScale:
    """Maps minutes since midnight to px from `origin`, and back.

    Where a block (start, minutes) would be lower than `LEAST` px, the column stretches there.
    """

    def __init__(self, origin: int, px_per_minute: float, blocks: Iterable[tuple[int, int]] = ()) -> None:
        self.origin = origin
        self.px_per_minute = px_per_minute
        self._stretches = [
            _Stretch(start, start + minutes, LEAST - minutes * px_per_minute)
            for start, minutes in blocks
            if minutes * px_per_minute < LEAST
        ]

    def y(self, minute: float, *, after: bool = True) -> float:
        """Return the px at which a minute lies; `after` what of no length stands at that minute."""
        stretched = sum(each.before(minute, after=after) for each in self._stretches)
        return (minute - self.origin) * self.px_per_minute + stretched

    def span(self, start: int, minutes: int) -> tuple[float, float]:
        """Return top and bottom of a block in px."""
        return self.y(start, after=minutes > 0), self.y(start + minutes, after=minutes == 0)

    def minute(self, y: float, step: int = 5) -> int:
        """Return the minute of the day that lies nearest to `y`, in steps of so many minutes."""
        steps = range(0, 24 * 60 + 1, step)
        return min(steps, key=lambda minute: abs(self.y(minute) - y))
