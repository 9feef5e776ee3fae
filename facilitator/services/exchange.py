"""Takes workshops in from interchange files, all or nothing, and writes one out for another laptop."""

from collections.abc import Callable, Sequence
from dataclasses import field, replace
from itertools import chain
from pathlib import Path
from typing import Final, TypeVar
from uuid import UUID

from facilitator import __version__
from facilitator.domain.catalogue import ENTRIES, entry_of
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import WorkshopId
from facilitator.domain.record import STAMPS, Record
from facilitator.domain.records import Records, need
from facilitator.interchange.checks import check
from facilitator.interchange.content import Content
from facilitator.interchange.json_text import read_bytes
from facilitator.interchange.problems import MORE_WARNINGS, Problem, Refused, limited
from facilitator.interchange.reader import read
from facilitator.interchange.writer import write
from facilitator.persistence.database import Database
from facilitator.persistence.unit_of_work import Operation, Reading
from facilitator.services.operations import Operations
from facilitator.services.selection import records_with
from resources import resource

R = TypeVar("R", bound=Record)
Progress = Callable[[int, int], None]
Files = list[tuple[str, Content]]
"""Files that were read: each with its name."""

IMPORT: Final = "import-workshop"
"""Label of the one operation that an import is."""

EXAMPLE: Final = "managua-2014.json"
EXAMPLE_WORKSHOP: Final = "ws-2"
"""The example's workshop with an agenda, by its id in the file."""

_STEPS: Final = 1_000
_STORED_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or would do in a trial: records by list, and what is worth a warning."""

    workshops: tuple[Workshop, ...] = ()
    added: dict[str, int] = field(default_factory=dict)
    replaced: int = 0
    skipped: int = 0
    warnings: tuple[Problem, ...] = ()
    changes: ChangeSet | None = None


@dataclass(slots=True)
class Plan:
    """What an import will store: new records, and those that change with what they were.

    `against_nothing` when it was made without a database, so that everything is new.
    """

    against_nothing: bool
    new: dict[type[Record], list[Record]] = field(default_factory=dict)
    changed: list[tuple[Record, Record]] = field(default_factory=list)
    skipped: int = 0
    workshops: list[Workshop] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def told(self) -> Imported:
        """Return what comes of it."""
        return Imported(
            workshops=tuple(self.workshops),
            added={entry_of(kind).list_name: len(records) for kind, records in self.new.items() if records},
            replaced=len(self.changed),
            skipped=self.skipped,
            warnings=tuple(self.warnings),
        )


def read_files(paths: Sequence[Path], progress: Progress | None = None) -> Files:
    """Return what files hold, each with everything that is wrong with it by itself."""
    found: Files = []
    for number, path in enumerate(paths):
        low, high = (_STEPS * each // len(paths) for each in (number, number + 1))
        found.append((str(path), _read_one(path, _part(progress, low, high))))
    return found


def plan_import(files: Files, reading: Reading | None, *, overwrite: bool = False) -> Plan:
    """Check files as an import does, without storing anything; `reading` is None for no database yet.

    Raises Refused with everything that is wrong.
    """
    plan = Plan(against_nothing=reading is None)
    before = Records()
    problems: list[Problem] = []
    for number, (name, content) in enumerate(files, 1):
        known = _Layers(before, reading)
        found, warned = check(content, known)
        differing = _plan_one(plan, content, known, overwrite=overwrite)
        again = _second_times(content, known)
        found = limited(chain(content.problems, found, differing))
        warned = limited(chain(content.warnings, warned, again), MORE_WARNINGS)
        problems += (replace(problem, file=name) for problem in found)
        plan.warnings += (replace(warning, file=name) for warning in warned)
        if number < len(files):
            before = Records([*before, *content.records])
    if problems:
        raise Refused(problems)
    return plan


class Exchange:
    """Imports and exports workshops of one database."""

    def __init__(self, database: Database, operations: Operations) -> None:
        self._database = database
        self._operations = operations

    def import_files(
        self, paths: Sequence[Path], *, overwrite: bool = False, progress: Progress | None = None
    ) -> Imported:
        """Read files and store what they hold; see `store`."""
        files = read_files(paths, _part(progress, 0, _STEPS // 2))
        return self.store(files, overwrite=overwrite, progress=_part(progress, _STEPS // 2, _STEPS))

    def store(
        self,
        files: Files,
        *,
        overwrite: bool = False,
        progress: Progress | None = None,
        plan: Plan | None = None,
    ) -> Imported:
        """Store what files hold as one operation that can be undone.

        A `plan` made before there was a database is kept to as long as nothing is in it.
        Raises Refused with everything that is wrong, CannotWrite; nothing is stored then.
        """
        chosen = plan

        def change(operation: Operation) -> None:
            nonlocal chosen
            if chosen is None or not (chosen.against_nothing and operation.is_first()):
                chosen = plan_import(files, operation, overwrite=overwrite)
            _store(chosen, operation, _part(progress, 0, _STEPS))

        changes = self._operations.perform(IMPORT, change)
        assert chosen is not None  # noqa: S101 - made in the operation at the latest
        return replace(chosen.told(), changes=changes)

    def import_example(self) -> WorkshopId:
        """Store the program's own example unless it is there, and return its workshop with the agenda.

        Raises CannotWrite.
        """
        with self._database.work.reading() as reading:
            there = next(iter(reading.where(Workshop, file_id=EXAMPLE_WORKSHOP)), None)
        if there is not None:
            return there.id
        content = read(resource("examples", EXAMPLE).read_bytes())
        done = self.store([(EXAMPLE, content)])
        return next(each.id for each in done.workshops if each.file_id == EXAMPLE_WORKSHOP)

    def export(self, workshop: WorkshopId) -> bytes:
        """Return the file that holds a workshop and everything it needs. Raises NotFound."""
        with self._database.work.reading() as reading:
            language = need(reading, Workshop, workshop).language
            records = records_with(reading, workshop)
        return write(records, language, self._database.now(), f"Facilitator {__version__}")


def _read_one(path: Path, progress: Progress) -> Content:
    try:
        data = read_bytes(path)
    except InvalidInput as error:
        return Content(problems=[Problem("", error.key, error.details)])
    return read(data, progress)


class _Layers:
    """What is known before a file is looked at: the files before it, over the database."""

    def __init__(self, before: Records, reading: Reading | None) -> None:
        self._before = before
        self._reading = reading

    def get(self, kind: type[R], key: UUID | None) -> R | None:
        """Return the record with this key, or None."""
        found = self._before.get(kind, key)
        return found or (self._reading.get(kind, key) if self._reading is not None else None)

    def where(self, kind: type[R], **fields: object) -> list[R]:
        """Return the records of a class whose fields have these values."""
        ours = self._before.where(kind, **fields)
        theirs = self._reading.where(kind, **fields) if self._reading is not None else []
        return [*ours, *(each for each in theirs if self._before.get(kind, each.id) is None)]

    def stored_all(self, kind: type[R], keys: list[UUID]) -> dict[UUID, R]:
        """Return those of the records that are known, by key, deleted ones too."""
        found = self._reading.stored_all(kind, keys) if self._reading is not None and keys else {}
        for key in keys:
            if (earlier := self._before.get(kind, key)) is not None:
                found[key] = earlier
        return found


def _plan_one(plan: Plan, content: Content, known: _Layers, *, overwrite: bool) -> list[Problem]:
    problems = []
    by_kind: dict[type[Record], list[Record]] = {entry.record: [] for entry in ENTRIES}
    for record in content.records:
        by_kind[type(record)].append(record)
    plan.workshops += (each for each in by_kind[Workshop] if isinstance(each, Workshop))
    for kind, records in by_kind.items():
        there = known.stored_all(kind, [each.id for each in records if not content.is_new(each)])
        new = plan.new.setdefault(kind, [])
        for record in records:
            earlier = there.get(record.id) if there else None
            if earlier is None:
                new.append(record)
            elif _same(earlier, record):
                plan.skipped += 1
            elif overwrite or earlier.deleted_at is not None:
                plan.changed.append((earlier, record))
            else:
                details = {"id": str(record.id)}
                problems.append(Problem(content.places[record.id].place, "record-differs", details))
    return problems


def _same(one: Record, other: Record) -> bool:
    """Whether two records say the same, whoever wrote them down and when."""
    names = (name for name in one.__dataclass_fields__ if name not in STAMPS)
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _second_times(content: Content, known: _Layers) -> list[Problem]:
    """Warn of workshops that get new keys although one with their title and dates is there."""
    new = [each for each in content.records if isinstance(each, Workshop) and content.is_new(each)]
    there = {(each.title.text, each.start) for each in known.where(Workshop)} if new else set()
    return [
        Problem(content.places[each.id].place, "workshop-already-here", {"title": each.title.text})
        for each in new
        if (each.title.text, each.start) in there
    ]


def _store(plan: Plan, operation: Operation, progress: Progress) -> None:
    total = sum(map(len, plan.new.values())) + len(plan.changed)
    done = 0
    for kind, records in plan.new.items():
        for start in range(0, len(records), _STORED_AT_ONCE):
            some = [_stamped(each, operation) for each in records[start : start + _STORED_AT_ONCE]]
            operation.add_all(kind, some)
            done += len(some)
            progress(done, total)
    for earlier, record in plan.changed:
        operation.restore(earlier, _edited(earlier, record, operation))
    progress(total, total)


def _stamped(record: Record, operation: Operation) -> Record:
    return replace(
        record,
        created_at=record.created_at or operation.now,
        created_by=record.created_by or operation.by,
        changed_at=record.changed_at or record.created_at or operation.now,
        changed_by=record.changed_by or operation.by,
    )


def _edited(earlier: Record, record: Record, operation: Operation) -> Record:
    return replace(
        record,
        created_at=earlier.created_at,
        created_by=earlier.created_by,
        changed_at=operation.now,
        changed_by=operation.by,
    )


def _part(progress: Progress | None, low: int, high: int) -> Progress:
    """Return a progress that is a part of a longer one, in thousandths of it."""

    def part(done: int, total: int) -> None:
        if progress is not None:
            progress(low + (high - low) * done // max(total, 1), _STEPS)

    return part
