"""What an import would do: everything in its files is new, there already, changed, or a problem."""

from collections.abc import Iterator
from dataclasses import field, replace
from itertools import chain
from typing import TypeVar
from uuid import UUID

from facilitator.domain.catalogue import ENTRIES, entry_of
from facilitator.domain.changes import ChangeSet
from facilitator.domain.cycles import Workshop, WorkshopStatus
from facilitator.domain.documents import MinutesDocument, next_number
from facilitator.domain.finals import is_kept
from facilitator.domain.frozen import dataclass
from facilitator.domain.record import STAMPS, Record
from facilitator.domain.records import Records
from facilitator.interchange.checks import check
from facilitator.interchange.content import Content
from facilitator.interchange.problems import MORE_WARNINGS, Problem, Refused, limited
from facilitator.persistence.unit_of_work import Reading

R = TypeVar("R", bound=Record)
Files = list[tuple[str, Content]]
"""Files that were read: each with its name."""


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
        odd = chain(_second_times(content, known), _running(content, known, plan))
        found = limited(chain(content.problems, found, differing))
        warned = limited(chain(content.warnings, warned, odd), MORE_WARNINGS)
        problems += (replace(problem, file=name) for problem in found)
        plan.warnings += (replace(warning, file=name) for warning in warned)
        if number < len(files):
            before = Records([*before, *content.records])
    if problems:
        raise Refused(problems)
    return plan


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

    def is_of_file(self, record: Record) -> bool:
        """Whether a record is one of the files before."""
        return self._before.get(type(record), record.id) is record

    def lists_of(self, keys: list[UUID]) -> dict[UUID, str]:
        """Return the list of each of these keys that is or was known in one."""
        found = self._reading.lists_of(keys) if self._reading is not None and keys else {}
        for key in keys if len(self._before) else ():
            if (earlier := self._before.find(key)) is not None:
                found[key] = entry_of(type(earlier)).list_name
        return found

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
            elif _is_frozen(earlier, record):
                problems.append(Problem(content.places[record.id].place, "final-differs", _of_final(earlier)))
            elif overwrite or earlier.deleted_at is not None:
                plan.changed.append((earlier, record))
            else:
                key = "record-differs-before" if known.is_of_file(earlier) else "record-differs"
                problems.append(Problem(content.places[record.id].place, key, {"id": str(record.id)}))
    return [*problems, *_of_other_lists(by_kind, content, known)]


def _is_frozen(earlier: Record, record: Record) -> bool:
    """Whether a final is here that the file says otherwise."""
    if not isinstance(earlier, MinutesDocument) or not isinstance(record, MinutesDocument):
        return False
    return earlier.deleted_at is None and not is_kept(earlier, record)


def _of_final(earlier: Record) -> dict[str, object]:
    version = earlier.version if isinstance(earlier, MinutesDocument) else ""
    return {"version": version, "next": next_number(version)}


def _of_other_lists(
    by_kind: dict[type[Record], list[Record]], content: Content, known: _Layers
) -> Iterator[Problem]:
    """Find keys of records that are known in another list: a key means one record everywhere."""
    named = [each.id for each in content.records if not content.is_new(each)]
    elsewhere = known.lists_of(named)
    for kind, records in by_kind.items() if elsewhere else ():
        own = entry_of(kind).list_name
        for record in records:
            if (name := elsewhere.get(record.id, own)) != own:
                details = {"id": str(record.id), "list": name}
                yield Problem(content.places[record.id].place, "id-of-another-list", details)


def _same(one: Record, other: Record) -> bool:
    """Whether two records say the same, whoever wrote them down and when."""
    names = (name for name in one.__dataclass_fields__ if name not in STAMPS)
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _running(content: Content, known: _Layers, plan: Plan) -> Iterator[Problem]:
    """Warn of workshops that run at this moment and change under the hands of those who run them."""
    touched = dict.fromkeys(
        before.id if isinstance(before, Workshop) else getattr(before, "workshop", None)
        for before, _ in plan.changed
    )
    for key in touched:
        held = known.get(Workshop, key)
        if held is not None and held.status is WorkshopStatus.RUNNING and held.id in content.places:
            details = {"title": held.title}
            yield Problem(content.places[held.id].place, "workshop-runs", details)


def _second_times(content: Content, known: _Layers) -> list[Problem]:
    """Warn of workshops that get new keys although one with their title and dates is there."""
    new = [each for each in content.records if isinstance(each, Workshop) and content.is_new(each)]
    there = {(each.title.text, each.start) for each in known.where(Workshop)} if new else set()
    return [
        Problem(content.places[each.id].place, "workshop-already-here", {"title": each.title.text})
        for each in new
        if (each.title.text, each.start) in there
    ]
