"""Opens the database. The only module, with the search index, that knows SQLite from others.

A stored card must survive a power cut: write-ahead log with `synchronous=FULL` (technology.md 4).
A write takes the lock when it begins, so that two programs on one laptop wait instead of failing.
"""

import sqlite3
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from facilitator.domain.errors import CannotOpen

APPLICATION_ID: Final = 0x46414349
"""Marks a SQLite file as ours ("FACI"), at offset 68 of its first page."""

_MAGIC: Final = b"SQLite format 3\x00"
_WAIT_MS: Final = 5_000


def database_url(target: str | Path) -> sa.URL:
    """Return the address of a database given as a path or as an address. Raises CannotOpen."""
    if "://" not in str(target):
        return sa.URL.create("sqlite", database=str(target))
    try:
        return sa.make_url(str(target))
    except ArgumentError:
        raise CannotOpen("database-url-unknown", database=str(target)) from None


def file_of(url: sa.URL) -> Path | None:
    """Return the file of a SQLite database; None for a server, and for one in memory."""
    in_memory = not url.database or url.database == ":memory:"
    return None if url.get_backend_name() != "sqlite" or in_memory else Path(str(url.database))


def refuse_foreign_file(path: Path) -> None:
    """Refuse what is no database of ours, without touching it. Raises CannotOpen."""
    if path.is_dir():
        raise CannotOpen("database-is-folder", database=str(path))
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        return
    except OSError as error:
        raise CannotOpen("database-unreadable", database=str(path), reason=error.strerror) from error
    if not head:
        return
    if head[:16] != _MAGIC:
        raise CannotOpen("database-is-no-database", database=str(path))
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise CannotOpen("database-of-another-program", database=str(path))


def make_engine(url: sa.URL, *, read_only: bool = False) -> sa.Engine:
    """Return an engine whose connections are durable, strict and, if asked, unable to write.

    Raises CannotOpen when the folder cannot be made or the driver is missing.
    """
    path = file_of(url)
    if path is not None and not read_only:
        refuse_foreign_file(path)
        _make_folder(path)
    try:
        engine = sa.create_engine(url)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise CannotOpen("database-driver-missing", database=str(url), reason=str(error)) from error
    if url.get_backend_name() == "sqlite":
        _prepare_sqlite(engine, read_only=read_only)
    return engine


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotOpen("database-unreadable", database=str(path), reason=error.strerror) from error


def _prepare_sqlite(engine: sa.Engine, *, read_only: bool) -> None:
    @sa.event.listens_for(engine, "connect")
    def connected(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None
        run = connection.execute
        run(f"PRAGMA busy_timeout={_WAIT_MS}")
        if read_only:
            run("PRAGMA query_only=ON")
            return
        if run("PRAGMA application_id").fetchone()[0] == 0:
            run(f"PRAGMA application_id={APPLICATION_ID}")
        run("PRAGMA journal_mode=WAL")
        run("PRAGMA synchronous=FULL")
        run("PRAGMA foreign_keys=ON")

    @sa.event.listens_for(engine, "begin")
    def begun(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


class ForeignWrites:
    """Tells cheaply whether another program has written since it was last asked (3 µs on SQLite).

    SQLite counts the commits of others in `data_version`; elsewhere the end of the change log tells.
    """

    def __init__(self, engine: sa.Engine, end_of_log: sa.Select[Any]) -> None:
        self._end_of_log = end_of_log
        self._sqlite: sa.PoolProxiedConnection | None = None
        self._connection: sa.Connection | None = None
        if engine.dialect.name == "sqlite":
            self._sqlite = engine.raw_connection()
        else:
            self._connection = engine.connect()
        self._seen = self._now()

    def _now(self) -> object:
        if self._sqlite is not None:
            driver = self._sqlite.driver_connection
            assert driver is not None  # noqa: S101 - open until close()
            return driver.execute("PRAGMA data_version").fetchone()[0]
        assert self._connection is not None  # noqa: S101 - one of the two is always open
        with self._connection.begin():
            return self._connection.execute(self._end_of_log).scalar()

    def happened(self) -> bool:
        """Return whether somebody else wrote since the last call."""
        now = self._now()
        moved, self._seen = now != self._seen, now
        return moved

    def close(self) -> None:
        """Let go of the database."""
        if self._sqlite is not None:
            self._sqlite.close()
        if self._connection is not None:
            self._connection.close()


def integrity_problems(connection: sa.Connection) -> list[str]:
    """Return what the database itself finds wrong with its file, in its own words."""
    if connection.dialect.name != "sqlite":
        return []
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    dangling = [
        f"{row[0]} {row[1]} -> {row[2]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return [line for line in found if line != "ok"] + dangling


def copy_database(source: Path, target: Path) -> None:
    """Copy a SQLite database, its write-ahead log included, into a new file."""
    reading = sqlite3.connect(source)
    writing = sqlite3.connect(target)
    try:
        reading.backup(writing)
    finally:
        writing.close()
        reading.close()
