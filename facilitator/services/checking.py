"""Checks that a database is whole: its file, every record, everything that refers to something."""

from collections.abc import Iterator
from functools import partial
from uuid import UUID

from facilitator.domain.cards import Board, Vote
from facilitator.domain.catalogue import ENTRIES, Entry, direct_references, entry_of, references
from facilitator.domain.change_theory import TheoryOfChange
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.frozen import dataclass
from facilitator.domain.plans import Contribution, WorkItem
from facilitator.domain.record import Record
from facilitator.domain.rules import Breach, budget_breaches, vote_breaches
from facilitator.interchange.checks import CHAINS, rings
from facilitator.persistence.database import Database
from facilitator.persistence.unit_of_work import Reading


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a database: in which list and record (both empty for the file), and what."""

    list_name: str
    record: str
    error: FacilitatorError


@dataclass(frozen=True, slots=True)
class Report:
    """How many records were looked at and what was found."""

    records: int
    findings: tuple[Finding, ...]


def check_database(database: Database) -> Report:
    """Return everything that is wrong with a database. Raises CannotOpen when it cannot be read at all."""
    findings = [
        Finding("", "", FacilitatorError("database-file-problem", problem=problem))
        for problem in database.problems()
    ]
    with database.work.reading() as reading:
        kept, unreadable = _read_everything(reading)
        steps = dict.fromkeys(reading.unreadable_steps())
    findings += unreadable
    findings += _dangling(kept, {each.record for each in unreadable})
    findings += _circles(kept)
    findings += _broken_rules(kept)
    findings += [Finding(name, key, FacilitatorError("step-unreadable")) for name, key in steps]
    return Report(len(kept), tuple(findings))


def _read_everything(reading: Reading) -> tuple[dict[UUID, tuple[Entry, Record]], list[Finding]]:
    kept: dict[UUID, tuple[Entry, Record]] = {}
    findings = []
    for entry in ENTRIES:
        for key, found in reading.each_stored(entry.record):
            if isinstance(found, FacilitatorError):
                findings.append(Finding(entry.list_name, key, found))
            else:
                kept[found.id] = (entry, found)
    return kept, findings


def _dangling(kept: dict[UUID, tuple[Entry, Record]], unreadable: set[str]) -> Iterator[Finding]:
    """Find references to nothing; of records in the bin only those without which they cannot come back."""
    theories = (record for _, record in kept.values() if isinstance(record, TheoryOfChange))
    known = kept.keys() | {element.id for theory in theories for element in theory.elements}
    for entry, record in kept.values():
        needed = direct_references(type(record))
        for reference in references(record):
            if reference.id in known or str(reference.id) in unreadable:
                continue
            if record.deleted_at is not None and needed.get(str(reference.path[0])) is None:
                continue
            where = "/".join(str(part) for part in reference.path)
            error = FacilitatorError("reference-dangling", field=where, id=str(reference.id))
            yield Finding(entry.list_name, str(record.id), error)


def _circles(kept: dict[UUID, tuple[Entry, Record]]) -> Iterator[Finding]:
    for kind, _, follow in CHAINS:
        living = {
            record.id: record
            for _, record in kept.values()
            if isinstance(record, kind) and record.deleted_at is None
        }
        for ring in rings(living.values(), follow, partial(_found, living)):
            ids = " → ".join(str(each) for each in [*ring, ring[0]])
            yield Finding(
                entry_of(kind).list_name, str(ring[0]), FacilitatorError("reference-circle", ids=ids)
            )


def _found(living: dict[UUID, Record], key: UUID | None) -> Record | None:
    return None if key is None else living.get(key)


def _broken_rules(kept: dict[UUID, tuple[Entry, Record]]) -> Iterator[Finding]:
    votes: dict[UUID, list[Vote]] = {}
    given: dict[UUID, list[Contribution]] = {}
    living = [(entry, record) for entry, record in kept.values() if record.deleted_at is None]
    for _, record in living:
        if isinstance(record, Vote):
            votes.setdefault(record.board, []).append(record)
        elif isinstance(record, Contribution):
            given.setdefault(record.work_item, []).append(record)
    for _, record in living:
        found: list[Breach] = []
        if isinstance(record, Board):
            found = vote_breaches(record, votes.get(record.id, ()))
        elif isinstance(record, WorkItem):
            found = budget_breaches(record, given.get(record.id, ()))
        for breach in found:
            yield Finding(kept[breach.record][0].list_name, str(breach.record), breach.error)
