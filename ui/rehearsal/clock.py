"""The clock of the rehearsal: it follows the play, not the wall, so every rehearsal has the same times."""

import datetime as dt


class RehearsalClock:
    """Goes on by what each action takes a person, and jumps to the hour at which a session began.

    It never goes back. Read from the writer's thread too: one attribute, replaced whole.
    """

    def __init__(self, start: dt.datetime) -> None:
        self._now = start

    def now(self) -> dt.datetime:
        """Return this instant of the play, aware, in UTC."""
        return self._now

    def go_on(self, seconds: float) -> None:
        """Let so many seconds of the play pass."""
        self._now += dt.timedelta(seconds=seconds)

    def jump(self, instant: dt.datetime) -> bool:
        """Go to an instant; whether it still lay ahead."""
        ahead = instant.astimezone(dt.UTC) >= self._now
        if ahead:
            self._now = instant.astimezone(dt.UTC)
        return ahead
