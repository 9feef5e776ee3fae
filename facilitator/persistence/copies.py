"""Whole copies of a database file while it is in use, and what is wrong with a file.

These open connections of their own, so that no card ever waits for them.
"""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from facilitator.domain.errors import CannotWrite
from facilitator.persistence.engine import file_problems, make_one_file


def copy_whole(source: Path, target: Path) -> None:
    """Copy a database, its write-ahead log included, check the copy, and only then give it its name.

    The copy is one file that opens also where nothing can be written. Raises CannotWrite, with
    nothing half written left behind.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        with closing(_read_only(source)) as reading, closing(sqlite3.connect(part)) as writing:
            reading.backup(writing)
            make_one_file(writing)
            _refuse_broken(writing)
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(target)
    except (sqlite3.Error, OSError) as error:
        _forget(part)
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotWrite("cannot-write", path=str(target), reason=reason) from error


def problems_of(path: Path) -> list[str]:
    """Return what SQLite finds wrong with a database's file, in its own words; it is only read."""
    try:
        with closing(_read_only(path)) as reading:
            return file_problems(reading)
    except sqlite3.Error as error:
        return [str(error)]


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _refuse_broken(copy: sqlite3.Connection) -> None:
    if found := file_problems(copy, quick=True):
        raise sqlite3.DatabaseError(found[0])


def _forget(part: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            part.with_name(f"{part.name}{ending}").unlink(missing_ok=True)
