"""Takes workshops in from interchange files, all or nothing, and writes one out for another laptop."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from facilitator import __version__
from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import Disclosure
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import WorkshopId
from facilitator.domain.record import Record
from facilitator.domain.records import need
from facilitator.interchange.content import Content
from facilitator.interchange.json_text import read_bytes
from facilitator.interchange.pdf_file import carried_file, is_pdf
from facilitator.interchange.problems import Problem
from facilitator.interchange.reader import read
from facilitator.interchange.writer import write
from facilitator.persistence.database import Database
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.import_plan import Files, Imported, Plan, plan_import
from facilitator.services.operations import Operations
from facilitator.services.selection import records_with
from resources import resource

if TYPE_CHECKING:
    from uuid import UUID

Progress = Callable[[int, int], None]
IMPORT: Final = "import-workshop"
"""Label of the one operation that an import is."""

EXAMPLE: Final = "managua-2014.json"
EXAMPLE_WORKSHOP: Final = "ws-2"
"""The example's workshop with an agenda, by its id in the file."""

_NOT_TAKEN_IN: Final = frozenset({".xlsx", ".csv", ".ics", ".docx", ".html", ".md", ".png", ".svg"})
"""Formats that are written for other programs: what they leave out could not come back equal."""
_STEPS: Final = 1_000
_STORED_AT_ONCE: Final = 500


def read_files(paths: Sequence[Path], progress: Progress | None = None) -> Files:
    """Return what files hold, each with everything that is wrong with it by itself."""
    found: Files = []
    for number, path in enumerate(paths):
        low, high = (_STEPS * each // len(paths) for each in (number, number + 1))
        found.append((str(path), _read_one(path, _part(progress, low, high))))
    return found


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

    def export(self, workshop: WorkshopId, disclosure: Disclosure | None = None) -> bytes:
        """Return the file that holds a workshop and all it needs, as far as a level of disclosure goes.

        Without a level it is whole, private notes too: the house's own copy. Raises NotFound.
        """
        with self._database.work.reading() as reading:
            language = need(reading, Workshop, workshop).language
            records = records_with(reading, workshop)
        if disclosure is not None:
            from facilitator.services.reducing import reduced  # noqa: PLC0415 - an import does without it

            records = reduced(records, workshop, disclosure)
        return write(records, language, self._database.now(), f"Facilitator {__version__}")


def _read_one(path: Path, progress: Progress) -> Content:
    if path.suffix.casefold() in _NOT_TAKEN_IN:
        return Content(problems=[Problem("", "format-not-taken-in", {"file": path.name})])
    try:
        data = read_bytes(path)
        if is_pdf(data):
            data = carried_file(data)
    except InvalidInput as error:
        return Content(problems=[Problem("", error.key, error.details)])
    return read(data, progress)


def _store(plan: Plan, operation: Operation, progress: Progress) -> None:
    total = sum(map(len, plan.new.values())) + len(plan.changed)
    done = 0
    written: dict[UUID, Record] = {}
    for kind, records in plan.new.items():
        for start in range(0, len(records), _STORED_AT_ONCE):
            some = [_stamped(each, operation) for each in records[start : start + _STORED_AT_ONCE]]
            operation.add_all(kind, some)
            if plan.changed:  # perhaps by a later file
                written.update((each.id, each) for each in some)
            done += len(some)
            progress(done, total)
    for earlier, record in plan.changed:
        before = written.get(record.id, earlier)
        written[record.id] = _edited(before, record, operation)
        operation.restore(before, written[record.id])
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
