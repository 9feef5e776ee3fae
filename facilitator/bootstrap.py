"""Builds a workspace: the only module that knows every concrete class. Nothing is fetched by name."""

import datetime as dt
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop, WorkshopStatus
from facilitator.domain.drafts import Draft
from facilitator.domain.ids import PersonId, WorkshopId
from facilitator.domain.records import Records
from facilitator.persistence.database import Database
from facilitator.services.bookkeeping import Bookkeeping
from facilitator.services.budgets import Budgets
from facilitator.services.clock import Clock, SystemClock
from facilitator.services.cycles import Cycles
from facilitator.services.operations import Operations
from facilitator.services.people import People
from facilitator.services.planning import Planning
from facilitator.services.prototyping import Prototyping
from facilitator.services.reflecting import Reflecting
from facilitator.services.running import Running
from facilitator.services.scheduling import Scheduling
from facilitator.services.wall import Wall

if TYPE_CHECKING:
    from facilitator.services.approving import Approving
    from facilitator.services.evaluating import Evaluating
    from facilitator.services.exchange import Exchange
    from facilitator.services.guiding import Guiding
    from facilitator.services.photographing import Photographing
    from facilitator.services.talking import Talking
    from facilitator.services.timekeeping import Timekeeping
    from facilitator.services.tracing import Tracing


class Workspace:
    """One open database with everything that can be done in it. It belongs to the thread that opens it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock
        self._foreign = database.foreign_writes()
        self.operations = Operations(database.work, self._foreign)
        self.books = Bookkeeping(self.operations)
        self.running = Running(self.operations)
        self.wall = Wall(self.operations, database.erase_remains)
        self.reflecting = Reflecting(self.operations)
        self.planning = Planning(self.operations)
        self.budgets = Budgets(self.operations)
        self.people = People(self.operations, database.erase_remains)
        self.scheduling = Scheduling(self.operations)
        self.cycles = Cycles(self.operations)
        self.prototyping = Prototyping(self.operations)

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close_workshop(self, workshop: WorkshopId) -> ChangeSet:
        """Close a workshop, and keep what its anonymous boards promised. Raises as its two parts."""
        closed = self.running.close_workshop(workshop)
        self.wall.anonymity.reveal_all(self.records(workshop).where(Board))
        return closed

    @property
    def exchange(self) -> "Exchange":
        """Import and export of interchange files."""
        from facilitator.services.exchange import Exchange  # noqa: PLC0415 - the schema stays out of the start

        return Exchange(self.database, self.operations)

    @property
    def approving(self) -> "Approving":
        """The states of documents."""
        from facilitator.services.approving import Approving  # noqa: PLC0415 - the file format, as above

        return Approving(self.operations)

    @property
    def evaluating(self) -> "Evaluating":
        """The closing evaluation and its forms."""
        from facilitator.services.evaluating import Evaluating  # noqa: PLC0415 - not before a workshop closes

        return Evaluating(self.operations, self.database.erase_remains)

    @property
    def guiding(self) -> "Guiding":
        """The steps of a session."""
        from facilitator.services.guiding import Guiding  # noqa: PLC0415 - not before a step is taken

        return Guiding(self.operations)

    @property
    def talking(self) -> "Talking":
        """Who speaks, and for how long."""
        from facilitator.services.talking import Talking  # noqa: PLC0415 - not before somebody is given the word

        return Talking(self.operations)

    @property
    def timekeeping(self) -> "Timekeeping":
        """What is done about a late day, and about sessions that start by themselves."""
        from facilitator.services.timekeeping import Timekeeping  # noqa: PLC0415 - not before a day is late

        return Timekeeping(self.operations)

    @property
    def tracing(self) -> "Tracing":
        """What happened to a card."""
        from facilitator.services.tracing import Tracing  # noqa: PLC0415 - not before somebody asks

        return Tracing(self.database.work)

    @property
    def photographing(self) -> "Photographing":
        """Photos on sessions and cards."""
        from facilitator.services.photographing import Photographing  # noqa: PLC0415 - not before a picture

        return Photographing(self.operations, self.database.work)

    def records(self, workshop: WorkshopId | None) -> Records:
        """Return the records of a workshop and all that workshops share."""
        return self.database.records_of(workshop)

    def latest_workshop(self) -> WorkshopId | None:
        """Return the workshop to open first: one that runs, else the latest by date that has an agenda."""
        with self.database.work.reading() as reading:
            workshops = reading.where(Workshop)
            with_agenda = {session.workshop for session in reading.where(Session)}
        best = max(workshops, key=lambda each: _prominence(each, with_agenda), default=None)
        return None if best is None else best.id

    def work_as(self, person: PersonId | None) -> None:
        """Write this person's key on everything that is made and changed from now on."""
        self.database.work.by = person

    def keep_draft(self, draft: Draft) -> None:
        """Keep what is half typed; an empty text forgets it."""
        self.database.keep_draft(draft)

    def drafts(self) -> list[Draft]:
        """Return what was half typed when the program last ended."""
        return self.database.drafts()

    def close(self) -> None:
        """Let go of the database."""
        self._foreign.close()
        self.database.close()


def _prominence(workshop: Workshop, with_agenda: set[WorkshopId]) -> tuple[bool, bool, dt.date]:
    running = workshop.status is WorkshopStatus.RUNNING
    return (running, workshop.id in with_agenda, workshop.start or dt.date.min)


def open_workspace(target: str | Path, clock: Clock | None = None, *, read_only: bool = False) -> Workspace:
    """Open (create, upgrade) a database and return what can be done in it. Raises CannotOpen.

    A read-only one is neither created nor upgraded, and refuses every change.
    """
    clock = clock or SystemClock()
    database = Database(target, clock.now, read_only=read_only)
    try:
        return Workspace(database, clock)
    except BaseException:
        database.close()
        raise
