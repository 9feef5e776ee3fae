"""The time: passed to whoever needs it, so that a test can hold it still."""

import datetime as dt
import sys
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


def running_time() -> float:
    """Return the seconds since some moment, evenly and with the time asleep; nobody can set them.

    Python's own monotonic clock stands still in sleep on Linux and macOS, and on Windows from 3.13 on
    it is not promised to go on. Each system has another one that does.
    """
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - on Windows only

        milliseconds = ctypes.windll.kernel32.GetTickCount64
        milliseconds.restype = ctypes.c_uint64
        return float(milliseconds()) / 1000
    else:  # noqa: RET505 - each system's checker sees its own branch alone
        name = "CLOCK_MONOTONIC" if sys.platform == "darwin" else "CLOCK_BOOTTIME"
        if hasattr(time, name):
            return time.clock_gettime(getattr(time, name))
        return time.monotonic()


class SteadyClock:
    """A clock that runs evenly, whatever is done to the laptop's own.

    It counts from one look at the laptop's clock by the time that the laptop has run since, asleep or
    awake. So a lid that was closed for an hour is an hour, and digits never jump. When the laptop's
    clock is set, the two differ: `set_by` says by how much, and the clock goes on as before until
    `follow` is called, by whoever has mended what was written down by the old time.
    """

    TOLERANCE = dt.timedelta(seconds=2)
    """Differences below are corrections by the network: the room need not see them."""

    def __init__(
        self,
        wall: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
        running: Callable[[], float] = running_time,
    ) -> None:
        self._wall = wall
        self._running = running
        self._anchor = (wall(), running())

    def now(self) -> dt.datetime:
        """Return this instant, aware, in UTC."""
        wall, running = self._anchor
        return wall + dt.timedelta(seconds=self._running() - running)

    def set_by(self) -> dt.timedelta:
        """Return how far the laptop's clock was set forward, backward when negative; usually not at all."""
        by = self._wall() - self.now()
        return by if abs(by) > self.TOLERANCE else dt.timedelta()

    def follow(self, by: dt.timedelta) -> None:
        """Go on by the laptop's clock, which was set by so much."""
        wall, running = self._anchor
        self._anchor = (wall + by, running)
