"""Opens the database. The only module, with the search index, that knows SQLite from others.

A stored card must survive a power cut: write-ahead log with `synchronous=FULL` (technology.md 4).
A write takes the lock when it begins, so that two programs on one laptop wait instead of failing.
"""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.exc import NoSuchModuleError

from facilitator.domain.errors import CannotOpen, CannotWrite
from facilitator.persistence.addresses import file_of, name_of
from facilitator.persistence.failures import told_plainly

APPLICATION_ID: Final = 0x46414349
"""Marks a SQLite file as ours ("FACI"), at offset 68 of its first page."""

WAIT_MS: Final = 5_000
"""How long one program waits for another that writes, in milliseconds."""

LOG_PAGES: Final = 8_000
"""Pages of write-ahead log (32 MB) after which a commit copies them into the file itself; SQLite's 1,000 made
one card in a hundred wait four times as long. Mostly `fold_log` was there before, in a quiet moment."""

# What the pool has to say of a connection cut short belongs into the log, never on the terminal.
logging.getLogger("sqlalchemy").addHandler(logging.NullHandler())

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER: Final = 100


def is_begun(url: sa.URL) -> bool:
    """Whether there is a database already: not when its file is missing or empty, or it is in memory.

    Raises CannotOpen for a file that is no database of ours, without touching it.
    """
    path = file_of(url)
    if path is None:
        return url.get_backend_name() != "sqlite"
    try:
        if not path.exists():
            return False
        if path.is_dir():
            raise CannotOpen("database-is-folder", database=str(path))
        if not path.is_file():
            raise CannotOpen("database-is-no-database", database=str(path))
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except OSError as error:
        raise CannotOpen("database-unreadable", database=str(path), reason=error.strerror) from error
    _refuse_foreign(path, head)
    return bool(head)


def _refuse_foreign(path: Path, head: bytes) -> None:
    if head and not head.startswith(_MAGIC):
        raise CannotOpen("database-is-no-database", database=str(path))
    if 0 < len(head) < _HEADER:
        raise CannotOpen("database-damaged", database=str(path))
    if head and int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise CannotOpen("database-of-another-program", database=str(path))


def make_engine(url: sa.URL, *, read_only: bool = False) -> sa.Engine:
    """Return an engine whose connections are durable, strict and, if asked, unable to write.

    Raises CannotOpen when the folder cannot be made, nothing knows such an address, or its driver is missing.
    """
    path = file_of(url)
    if path is not None and not read_only:
        _make_folder(path)
    try:
        if path is None:
            engine = sa.create_engine(url)
        else:
            opened = partial(_open_to_read if read_only else _open_to_write, path)
            engine = sa.create_engine(url, creator=opened)
    except NoSuchModuleError as error:
        raise CannotOpen("database-url-unknown", database=name_of(url)) from error
    except ModuleNotFoundError as error:
        raise CannotOpen("database-driver-missing", database=name_of(url), reason=str(error)) from error
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine, read_only=read_only)
    else:
        _prepare_server(engine, read_only=read_only)
    return engine


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotOpen("database-unreadable", database=str(path), reason=error.strerror) from error


def _open_to_write(path: Path) -> sqlite3.Connection:
    if not path.exists():
        _lay(path)
    return sqlite3.connect(path, check_same_thread=False)


def _lay(path: Path) -> None:
    """Make a new file whole before anybody can open it: two programs may start at the same moment."""
    new = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        with closing(sqlite3.connect(new)) as connection:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute("PRAGMA journal_mode=WAL")
        try:
            os.link(new, path)
        except OSError:
            return  # another program was first, or this disk has no links: then it is laid in its place
    finally:
        new.unlink(missing_ok=True)


def _open_to_read(path: Path) -> sqlite3.Connection:
    """Open without changing a byte of the file, wherever it lies.

    While somebody writes (or after a crash) there is a write-ahead log, which a reader joins. Else a
    connection that may not write keeps the log's two files only while it is open, and where the
    folder is not to be written at all, nobody can change the file either.
    """
    in_use = path.with_name(f"{path.name}-wal").exists()
    connection = _connection(path, "mode=ro" if in_use else "mode=rw")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError as error:
        connection.close()
        if in_use or not any(words in str(error) for words in ("readonly", "unable to open")):
            raise
        return _connection(path, "mode=ro&immutable=1")
    except BaseException:
        connection.close()
        raise
    return connection


def _connection(path: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, check_same_thread=False)
    connection.execute("PRAGMA query_only=ON")
    return connection


def _prepare_sqlite(engine: sa.Engine, *, read_only: bool) -> None:
    @sa.event.listens_for(engine, "connect")
    def connected(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None
        run = connection.execute
        run(f"PRAGMA busy_timeout={WAIT_MS}")
        run("PRAGMA foreign_keys=ON")
        if read_only:
            return
        if run("PRAGMA application_id").fetchone()[0] == 0:
            run(f"PRAGMA application_id={APPLICATION_ID}")
        run("PRAGMA journal_mode=WAL")
        run("PRAGMA synchronous=FULL")
        run(f"PRAGMA wal_autocheckpoint={LOG_PAGES}")

    @sa.event.listens_for(engine, "begin")
    def begun(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        driver = connection.connection.driver_connection
        assert driver is not None  # noqa: S101 - open as long as the connection is
        # Past SQLAlchemy, which would take a twentieth of a card's time for it.
        driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare_server(engine: sa.Engine, *, read_only: bool) -> None:
    """Make PostgreSQL keep the same promises: writers wait for each other, a reader sees one picture."""

    @sa.event.listens_for(engine, "begin")
    def begun(connection: sa.Connection) -> None:
        if connection.get_execution_options().get("writes", False) and not read_only:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


class ForeignWrites:
    """Tells cheaply whether another program has written since it was last asked (3 µs on SQLite).

    SQLite counts the commits of others in `data_version`; elsewhere the end of the change log tells.
    """

    def __init__(self, engine: sa.Engine, end_of_log: sa.Select[Any]) -> None:
        self._engine = engine
        self._end_of_log = end_of_log
        self._sqlite: sa.PoolProxiedConnection | None = None
        self._connection: sa.Connection | None = None
        try:
            with told_plainly(engine):
                if engine.dialect.name == "sqlite":
                    self._sqlite = engine.raw_connection()
                else:
                    self._connection = engine.connect()
                self._seen = self._now = self._count()
        except BaseException:
            self.close()
            raise

    def _count(self) -> object:
        if self._sqlite is not None:
            driver = self._sqlite.driver_connection
            assert driver is not None  # noqa: S101 - open until close()
            return driver.execute("PRAGMA data_version").fetchone()[0]
        assert self._connection is not None  # noqa: S101 - one of the two is always open
        with self._connection.begin():
            return self._connection.execute(self._end_of_log).scalar()

    def happened(self) -> bool:
        """Return whether anybody wrote since `caught_up` was called last. Raises CannotOpen."""
        with told_plainly(self._engine):
            self._now = self._count()
        return self._now != self._seen

    def caught_up(self) -> None:
        """Take what `happened` saw as known; not before it has been read, which may fail."""
        self._seen = self._now

    def close(self) -> None:
        """Let go of the database."""
        for held in (self._sqlite, self._connection):
            if held is not None:
                held.close()
        self._sqlite = self._connection = None


def integrity_problems(connection: sa.Connection) -> list[str]:
    """Return what the database itself finds wrong with its file, in its own words.

    References are not looked at: whoever reads the records finds all of them, also those inside values.
    """
    if connection.dialect.name != "sqlite":
        return []
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - open as long as the connection is
    return file_problems(driver)


def file_problems(driver: sqlite3.Connection, *, quick: bool = False) -> list[str]:
    """Return what SQLite finds wrong with the file of a bare connection; `quick` leaves the indexes out."""
    check = "quick_check" if quick else "integrity_check"
    return [str(row[0]) for row in driver.execute(f"PRAGMA {check}") if row[0] != "ok"]


def make_one_file(driver: sqlite3.Connection) -> None:
    """Let a copy be one file without a write-ahead log, which opens also where nothing can be written."""
    driver.execute("PRAGMA journal_mode=DELETE")


@contextmanager
def _bare(engine: sa.Engine) -> Iterator[Any]:
    """Give the driver's own connection, outside any transaction."""
    with told_plainly(engine), closing(engine.raw_connection()) as pooled:
        driver = pooled.driver_connection
        assert driver is not None  # noqa: S101 - open until it is closed here
        yield driver


def fold_log(engine: sa.Engine) -> None:
    """Copy the write-ahead log into the file as far as nobody reads it, and wait for nobody.

    Raises CannotWrite when the disk refuses; the log then stays as good as it was.
    """
    if engine.dialect.name != "sqlite":
        return
    with _bare(engine) as driver:
        driver.execute("PRAGMA wal_checkpoint(PASSIVE)")


def erase_remains(engine: sa.Engine) -> None:
    """Overwrite what deleted and changed rows left behind in the file and its write-ahead log.

    Raises CannotWrite while another program holds the database, or still reads what was.
    """
    if engine.dialect.name != "sqlite":
        return
    with _bare(engine) as driver:
        driver.execute("VACUUM")
        busy, *_pages = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise CannotWrite("database-read-elsewhere")


def copy_database(source: Path, target: Path) -> None:
    """Copy a SQLite database, its write-ahead log included, into a new file, or leave none.

    Raises CannotWrite.
    """
    try:
        with closing(sqlite3.connect(source)) as reading, closing(sqlite3.connect(target)) as writing:
            reading.backup(writing)
    except (sqlite3.Error, OSError) as error:
        target.unlink(missing_ok=True)
        raise CannotWrite("cannot-copy-aside", database=str(source), reason=str(error)) from error
