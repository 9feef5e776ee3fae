"""Copies of the database in a folder that a person chose, such as a USB stick: made, thinned out, looked up.

A copy is a database like any other: `facilitator --database COPY` opens it. The newest ones are kept,
and of each earlier day the last one, so that a small stick does not fill up.
"""

import datetime as dt
import re
import shutil
import socket
import zlib
from collections.abc import Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Final

from facilitator.domain.frozen import dataclass
from facilitator.persistence.copies import copy_whole, problems_of

KEPT: Final = 10
"""How many of the newest copies are kept, whatever their day."""


class Place(StrEnum):
    """What can be said of where copies go."""

    SERVER = "server"
    """The database lies on a server, whose keeper makes the copies."""

    NOT_CHOSEN = "not-chosen"
    MISSING = "missing"
    """The folder is not there: the stick is not plugged in."""

    SAME_DISK = "same-disk"
    """The folder is on the database's own disk, and lost together with it."""

    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Copy:
    """A whole copy, and when it was made."""

    path: Path
    at: dt.datetime
    """Aware, in UTC."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where copies go, and the newest one that is there. `free` is the folder's room in bytes."""

    place: Place
    folder: str = ""
    last: Copy | None = None
    free: int | None = None


class Backups:
    """The copies of one database in one folder. Slow: call it from a thread that nobody waits for."""

    def __init__(self, database: str, folder: str) -> None:
        from facilitator.persistence.addresses import (  # noqa: PLC0415 - SQLAlchemy comes with the database
            database_url,
            file_of,
        )

        self._source = file_of(database_url(database)) if database else None
        self._folder = Path(folder) if folder else None

    @property
    def source(self) -> Path | None:
        """The database's file; None where it lies on a server."""
        return self._source

    def problems(self) -> list[str]:
        """Return what SQLite finds wrong with the database's file, in its own words."""
        return [] if self._source is None else problems_of(self._source)

    def look(self) -> Whereabouts:
        """Return where copies go and which is the newest."""
        if self._source is None:
            return Whereabouts(Place.SERVER)
        folder = self._folder
        if folder is None:
            return Whereabouts(Place.NOT_CHOSEN)
        if not folder.is_dir():
            return Whereabouts(Place.MISSING, str(folder))
        same = _device(folder) == _device(self._source)
        last = max(self.copies(), key=lambda each: each.path.name, default=None)
        place = Place.SAME_DISK if same else Place.ELSEWHERE
        return Whereabouts(place, str(folder), last, _free(folder))

    def copies(self) -> list[Copy]:
        """Return the copies of this database that are in the folder, newest first."""
        if self._source is None or self._folder is None:
            return []
        ours = re.compile(rf"{re.escape(self._stem(self._source))}-\d{{4}}-\d\d-\d\d-\d{{6}}\.sqlite")
        try:
            found = [_copy(path) for path in self._folder.iterdir() if ours.fullmatch(path.name)]
        except OSError:
            return []
        return sorted(found, key=lambda each: each.path.name, reverse=True)

    def make(self, now: dt.datetime) -> Copy:
        """Copy the database as it is, take away what is too old, and return the copy.

        Raises CannotWrite.
        """
        source, folder = self._source, self._folder
        assert source is not None and folder is not None  # noqa: S101, PT018 - every caller looks first
        target = folder / f"{self._stem(source)}-{now.astimezone():%Y-%m-%d-%H%M%S}.sqlite"
        copy_whole(source, target)
        for old in thinned_out(self.copies()):
            with suppress(OSError):
                old.path.unlink()
        return _copy(target)

    def _stem(self, source: Path) -> str:
        """Return how this database's copies begin: two laptops may share a stick."""
        origin = f"{socket.gethostname()}:{source.absolute()}"
        return f"{source.stem}-{zlib.crc32(origin.encode()):08x}"


def thinned_out(copies: Sequence[Copy]) -> list[Copy]:
    """Return the copies that may go, of copies that stand newest first."""
    going: list[Copy] = []
    last_day = _day(copies[KEPT - 1]) if len(copies) >= KEPT else ""
    for each in copies[KEPT:]:
        if _day(each) == last_day:
            going.append(each)
        last_day = _day(each)
    return going


def _day(copy: Copy) -> str:
    return copy.path.stem[-17:-7]


def _copy(path: Path) -> Copy:
    return Copy(path, dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC))


def _device(path: Path) -> int | None:
    try:
        return path.stat().st_dev
    except OSError:
        return None


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
