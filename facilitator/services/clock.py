"""The time: passed to whoever needs it, so that a test can hold it still."""

import datetime as dt
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
