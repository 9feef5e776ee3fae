"""Runs the console and the stage through a day of nine hours, and writes the memory in use after each as JSON.

usage: python -m tests.benchmarks._stage_day

The clock jumps from tick to tick, everything else is as in the room: the timer ticks on both windows,
a card arrives every minute and a half, the view changes every minute, pages turn, sessions follow each
other, and twice an hour the room's light changes.
"""

import datetime as dt
import gc
import json
import os
import tempfile
from itertools import cycle
from pathlib import Path
from typing import Final

from facilitator.domain.agenda import Session, SessionStatus
from facilitator.domain.timer import current_session
from facilitator.services.wall import NewCard
from tests.benchmarks._stage_room import application, example_runs, idle
from tests.benchmarks.enter_to_visible import Room
from ui.theme import Theme, install

WARM_UP: Final = 1
"""Hours in which every view is seen once, and everything is loaded."""
HOURS: Final = 8
STEP_S: Final = 3
_VIEWS: Final = ("cards", "question", "agenda", "reflection", "cards", "work_plan", "break", "blank", "blank")
_THEMES: Final = ("bright_room", "default", "dark", "default")
_START: Final = dt.datetime(2014, 2, 6, 14, 30, tzinfo=dt.UTC)


class JumpingClock:
    """A clock that is set forward."""

    def __init__(self) -> None:
        self.instant = _START

    def now(self) -> dt.datetime:
        """Return the instant at which the clock stands."""
        return self.instant


def main() -> None:
    """Run the day and print bytes in use after each hour."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    running = application()
    theme = Theme("light", reduced_motion=True)
    installed = install(running, theme)
    clock = JumpingClock()
    with tempfile.TemporaryDirectory() as folder, example_runs(Path(folder, "w.db"), theme, clock) as room:
        used = [_hour(room, clock, hour) for hour in range(WARM_UP + HOURS)]
        print(json.dumps(used), flush=True)
    del installed


def _hour(room: Room, clock: JumpingClock, hour: int) -> int:
    views, themes = cycle(_VIEWS), cycle(_THEMES)
    stage = room.stage
    for second in range(0, 3600, STEP_S):
        clock.instant += dt.timedelta(seconds=STEP_S)
        stage.ticker.start()
        if second % 60 == 0:
            stage.press(next(views))  # type: ignore[arg-type]  # keys of views
        if second % 30 == 0:
            stage.next_page()
        if second % 1800 == 0:
            stage.set_theme(next(themes))
        if second % 90 == 0:
            _card(room, hour * 3600 + second)
        if second == 1200:
            _start_another(room)
        idle(1)
    idle(300)  # everything is painted
    gc.collect()
    return _resident()


def _card(room: Room, number: int) -> None:
    live = current_session(room.desk.records.where(Session, workshop=room.desk.workshop_id))
    if live is not None and not live.type.is_break:
        words = room.desk.text(f"Tarjeta {number}: más seguimiento y apoyo a distancia")
        room.desk.perform(lambda w: w.wall.add_card(live.id, NewCard(text=words)))


def _start_another(room: Room) -> None:
    """Start a session that has not run yet, if there is one."""
    sessions = room.desk.records.where(Session, workshop=room.desk.workshop_id)
    planned = (each for each in sessions if each.status is SessionStatus.PLANNED)
    coming = min(planned, key=lambda each: each.order, default=None)
    if coming is not None:
        room.desk.perform(lambda w: w.running.start_session(coming.id))


def _resident() -> int:
    """Return the memory that this process holds, in bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
