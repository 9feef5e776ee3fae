"""A laptop whose clock a test can set, and which can sleep."""

import datetime as dt

from facilitator.services.clock import SteadyClock

START = dt.datetime(2014, 2, 6, 14, 0, tzinfo=dt.UTC)


class Laptop:
    """A laptop whose clock a test can set; `run` is how long it has really run, asleep or awake."""

    def __init__(self, start: dt.datetime = START) -> None:
        self.start = start
        self.wall = start
        self.run = 100.0

    def pass_time(self, seconds: float, *, correction: float = 0.0) -> None:
        """Let so many seconds go by; the network corrects the clock by so many."""
        self.run += seconds
        self.wall += dt.timedelta(seconds=seconds + correction)

    def clock(self) -> SteadyClock:
        """Return the clock of a program that starts now."""
        return SteadyClock(lambda: self.wall, lambda: self.run)

    @property
    def true(self) -> dt.datetime:
        """The time it really is."""
        return self.start + dt.timedelta(seconds=self.run - 100.0)
