"""The time: passed to whoever needs it, so that a test can hold it still."""

import datetime as dt
import time
from collections.abc import Callable
from typing import Protocol


class Clock(Protocol):
    """Whoever knows what time it is."""

    def now(self) -> dt.datetime:
        """Return this instant, aware, in UTC."""


class SystemClock:
    """The laptop's own clock."""

    def now(self) -> dt.datetime:
        """Return this instant, aware, in UTC."""
        return dt.datetime.now(dt.UTC)


class SteadyClock:
    """A clock that runs evenly: it follows the laptop's only when that was set or slept.

    Between two looks it trusts the monotonic clock, so that a small correction by the network does
    not make digits jump. A difference of more than two seconds means that the laptop was suspended
    or its clock was set, and the new time is taken.
    """

    TOLERANCE = dt.timedelta(seconds=2)

    def __init__(
        self,
        wall: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wall = wall
        self._monotonic = monotonic
        self._anchor = (wall(), monotonic())

    def now(self) -> dt.datetime:
        """Return this instant, aware, in UTC."""
        wall, steady = self._wall(), self._monotonic()
        anchored_wall, anchored_steady = self._anchor
        expected = anchored_wall + dt.timedelta(seconds=steady - anchored_steady)
        if abs(wall - expected) <= self.TOLERANCE:
            return expected
        self._anchor = (wall, steady)
        return wall
