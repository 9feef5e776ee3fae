"""What the check before a session finds out, and the lines that are made from it. No Qt."""

import datetime as dt
from typing import Literal

from facilitator.domain.frozen import dataclass
from facilitator.machine import Grip, Power, Sleep
from facilitator.services.backups import Whereabouts

State = Literal["ok", "look", "mend", "unknown", "checking"]
RepairKey = Literal["stage", "displays", "clock", "sleep", "backup-folder", "backup-now", "files"]


@dataclass(frozen=True, slots=True)
class Displays:
    """The displays by name and size in px. `projector` is the one that the stage is for."""

    screens: tuple[tuple[str, int, int], ...] = ()
    projector: tuple[str, int, int] | None = None
    mirrored: bool = False
    stage_open: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """What the clock says. `here` and `there` are the offsets from UTC of the laptop and the workshop."""

    now: dt.datetime
    local: str
    zone: str
    here: dt.timedelta
    there: dt.timedelta
    last_entry: dt.datetime | None = None
    last_entry_local: str = ""
    sooner: bool = False
    """The workshop begins on another day than today."""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that was found out; None is still being found out."""

    displays: Displays
    clock: Clock
    grip: Grip = Grip.NONE
    missing_fonts: tuple[str, ...] = ()
    power: Power | None = None
    sleep: Sleep | None = None
    free: int | None = None
    """Bytes on the database's disk; -1 where nobody can say."""
    backup: Whereabouts | None = None
    backup_age: dt.timedelta | None = None
    copying: bool = False
    problems: tuple[str, ...] | None = None
    mendable: frozenset[str] = frozenset()
    """Pages of the system's settings that can be opened from here."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that the program does about it at the press of a button."""

    key: RepairKey
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the check. `advice` says what to do where the program cannot do it."""

    key: str
    icon: str
    title: str
    state: State
    sentence: str
    advice: str = ""
    repairs: tuple[Repair, ...] = ()
