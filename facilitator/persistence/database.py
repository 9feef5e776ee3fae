"""One open database: its engine, its unit of work, its drafts, and how to let go of it."""

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa

from facilitator.domain.catalogue import ENTRIES, is_of_workshop
from facilitator.domain.drafts import Draft
from facilitator.domain.errors import CannotOpen
from facilitator.domain.ids import WorkshopId, new_id
from facilitator.domain.record import Record
from facilitator.domain.records import Records
from facilitator.persistence import change_log, schema
from facilitator.persistence.addresses import database_url, file_of, name_of
from facilitator.persistence.converter import instant_to_text
from facilitator.persistence.engine import (
    ForeignWrites,
    erase_remains,
    fold_log,
    integrity_problems,
    is_begun,
    make_engine,
)
from facilitator.persistence.failures import told_plainly
from facilitator.persistence.own_file import OwnFile
from facilitator.persistence.tables import drafts
from facilitator.persistence.unit_of_work import Reading, UnitOfWork


class Database:
    """An open database, current in its schema.

    Raises CannotOpen when it is none, is newer than the program, damaged or out of reach.
    """

    def __init__(
        self, target: str | Path, now: Callable[[], dt.datetime], *, read_only: bool = False
    ) -> None:
        self.url = database_url(target)
        current = self._is_current(read_only=read_only)
        self.engine = make_engine(self.url, read_only=read_only)
        self.upgrade = None if current else self._upgraded(now)
        self.now = now
        self._watches: list[ForeignWrites] = []
        self._file = OwnFile(file_of(self.url))
        self.work = UnitOfWork(self.engine, now, process=str(new_id()), file=self._file)

    def _is_current(self, *, read_only: bool) -> bool:
        """Look before anything is opened for writing, so that what is refused stays as it is."""
        current = laid = False
        if is_begun(self.url):
            looking = make_engine(self.url, read_only=True)
            try:
                current = schema.is_current(looking)
                laid = current or (read_only and schema.is_laid(looking))
            finally:
                looking.dispose()
        if read_only and not current:
            raise CannotOpen("database-older" if laid else "database-missing", database=name_of(self.url))
        return current

    def _upgraded(self, now: Callable[[], dt.datetime]) -> schema.Upgrade | None:
        try:
            return schema.prepare(self.engine, now)
        except BaseException:
            self.engine.dispose()
            raise

    def foreign_writes(self) -> ForeignWrites:
        """Return a watch on what other programs commit; it ends with the database at the latest."""
        watch = ForeignWrites(self.engine, change_log.END)
        self._watches.append(watch)
        return watch

    def records_of(self, workshop: WorkshopId | None) -> Records:
        """Return a workshop's records and all that workshops share, in one picture of the database."""
        with self.work.reading() as reading:
            return Records(
                record
                for entry in ENTRIES
                if not entry.on_demand
                for record in _records(reading, entry.record, workshop)
            )

    def is_in_place(self) -> bool:
        """Whether the file still lies where it was opened; a server's database always does."""
        return self._file.is_there()

    def is_kept_in(self, path: Path) -> bool:
        """Whether a path leads to the database's own file, or to one that belongs to it."""
        own = file_of(self.url)
        if own is None:
            return False
        given = os.path.realpath(path)
        return any(given == os.path.realpath(f"{own}{ending}") for ending in ("", "-wal", "-shm"))

    def problems(self) -> list[str]:
        """Return what the database itself finds wrong with its file."""
        with told_plainly(self.engine), self.engine.connect() as connection:
            return integrity_problems(connection)

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is half typed at a place; an empty text forgets the place."""
        with told_plainly(self.engine), self.engine.connect() as connection:
            writing = connection.execution_options(writes=True)
            with writing.begin():
                writing.execute(sa.delete(drafts).where(drafts.c.place == draft.place))
                if draft.text:
                    writing.execute(
                        sa.insert(drafts).values(
                            place=draft.place,
                            text=draft.text,
                            workshop=None if draft.workshop is None else str(draft.workshop),
                            at=instant_to_text(self.now()),
                        )
                    )

    def drafts(self) -> list[Draft]:
        """Return everything half typed that was neither stored nor discarded."""
        with self.work.reading() as reading:
            rows = reading.connection.execute(sa.select(drafts).order_by(drafts.c.at)).mappings()
            return [
                Draft(
                    row["place"],
                    row["text"],
                    None if row["workshop"] is None else UUID(row["workshop"]),
                    row["at"],
                )
                for row in rows
            ]

    def erase_remains(self) -> None:
        """Overwrite what was deleted for good, so that the file itself forgets it. Raises CannotWrite."""
        erase_remains(self.engine)

    def fold_log(self) -> None:
        """Take the write-ahead log into the file, in a quiet moment. Raises CannotWrite."""
        fold_log(self.engine)

    def close(self) -> None:
        """Let go of the database."""
        for watch in self._watches:
            watch.close()
        self.engine.dispose()


def _records(reading: Reading, kind: type[Record], workshop: WorkshopId | None) -> list[Record]:
    if not is_of_workshop(kind):
        return reading.where(kind)
    return [] if workshop is None else reading.where(kind, workshop=workshop)
