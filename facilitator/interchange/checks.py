"""What no single record can tell: references, circles, and rules that bind several records.

The records of a file are seen together with those that the database has already.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any, Final, Protocol, TypeVar
from uuid import UUID

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, Card, Cluster, Vote
from facilitator.domain.catalogue import ENTRIES, Reference, entry_of, references
from facilitator.domain.change_theory import Assumption, TheoryOfChange
from facilitator.domain.cycles import Workshop
from facilitator.domain.places import zone_named
from facilitator.domain.plans import Contribution, OriginKind, WorkItem
from facilitator.domain.prototypes import Hypothesis
from facilitator.domain.record import Record
from facilitator.domain.records import Records
from facilitator.domain.rules import Breach, budget_breaches, vote_breaches
from facilitator.interchange.content import Content
from facilitator.interchange.problems import MORE_WARNINGS, Problem, limited, located
from facilitator.interchange.setting import told_zone

R = TypeVar("R", bound=Record)


class Stored(Protocol):
    """What the database has, deleted records left out."""

    def get(self, kind: type[R], key: UUID | None) -> R | None:
        """Return the record with this key, or None."""

    def where(self, kind: type[R], **fields: object) -> list[R]:
        """Return the records of a class whose fields have these values."""


class Together:
    """The records of a file laid over those of the database."""

    def __init__(self, content: Content, stored: Stored | None) -> None:
        self.content = content
        self._ours = Records(content.records)
        self._stored = stored
        self._elements: set[UUID] | None = None

    def get(self, kind: type[R], key: UUID | None) -> R | None:
        """Return the file's record, else the database's."""
        ours = self._ours.get(kind, key)
        if ours is not None or self._stored is None or key is None or self.content.keys.is_local(key):
            return ours
        return self._stored.get(kind, key)

    def where(self, kind: type[R], name: str, key: UUID) -> list[R]:
        """Return the records that point to `key`, the file's in place of the database's."""
        ours = self._ours.where(kind, **{name: key})
        if self._stored is None or self.content.keys.is_local(key):
            return ours
        theirs = self._stored.where(kind, **{name: key})
        return [*ours, *(each for each in theirs if self._ours.get(kind, each.id) is None)]

    def is_stored(self, key: UUID) -> bool:
        """Whether the database has any record, or element of a theory of change, with this key."""
        if self._stored is None or self.content.keys.is_local(key):
            return False
        if any(self._stored.get(entry.record, key) is not None for entry in ENTRIES):
            return True
        if self._elements is None:
            theories = self._stored.where(TheoryOfChange)
            self._elements = {element.id for theory in theories for element in theory.elements}
        return key in self._elements


def check(content: Content, stored: Stored | None = None) -> tuple[list[Problem], list[Problem]]:
    """Return what is wrong with the records of a file together, and what is worth a warning."""
    together = Together(content, stored)
    problems = chain(
        _missing_references(together),
        _circles(together),
        _broken_rules(together),
        _votes_elsewhere(together),
        _unknown_zones(content),
    )
    warnings = chain(_odd_dates(together), _without_zone(together))
    return limited(problems), limited(warnings, MORE_WARNINGS)


def _at(content: Content, record: UUID, *path: str | int) -> str:
    draft = content.places[record]
    return located(draft.place, draft.written, path)


def _missing_references(together: Together) -> Iterator[Problem]:
    """Find references that lead nowhere, once for each item of the file: its shorthands share them."""
    content = together.content
    told: set[tuple[str, ...]] = set()
    for record in content.records:
        for reference in references(record):
            if content.has(reference):
                continue
            draft = content.places[record.id]
            found = _reference_problem(together, reference)
            if found is None or _is_filled_in(reference, draft.written):
                continue
            if (once := (*draft.place.split("/")[:3], found[0], str(reference.id))) not in told:
                told.add(once)
                yield Problem(_at(content, record.id, *reference.path), *found)
        yield from _missing_stamps(content, record)
    for unread in content.unread:
        for place, name, target in unread.references():
            reference = Reference((), content.keys.of(name), target)
            found = None if content.has(reference) else _reference_problem(together, reference)
            if found is None:
                continue
            if (once := (*unread.place.split("/")[:3], found[0], str(reference.id))) not in told:
                told.add(once)
                yield Problem(place, *found)


def _is_filled_in(reference: Reference, written: Any) -> bool:
    """Whether a reference stands elsewhere in the file, where it is a problem if it leads nowhere."""
    if reference.path not in {("workshop",), ("cycle",)}:
        return False
    return not isinstance(written, dict) or written.get(reference.path[0]) is None


def _reference_problem(together: Together, reference: Reference) -> tuple[str, dict[str, object]] | None:
    """Return what is wrong with a reference to no record of the file, or to one of another list."""
    content, target = together.content, reference.target
    name = content.keys.name(reference.id)
    if target is not None and reference.id in content.named:
        return "reference-elsewhere", {"id": name, "list": entry_of(target).list_name}
    return None if _is_there(together, target, reference.id) else ("reference-missing", {"id": name})


def _is_there(together: Together, target: type[Record] | None, key: UUID) -> bool:
    return together.is_stored(key) if target is None else together.get(target, key) is not None


def _missing_stamps(content: Content, record: Record) -> Iterator[Problem]:
    """Find people named by an id of the file who are not in it; a key of elsewhere may be unknown here."""
    for name in ("created_by", "changed_by"):
        person = getattr(record, name)
        if person is not None and content.keys.is_local(person) and person not in content.named:
            details = {"id": content.keys.name(person)}
            yield Problem(_at(content, record.id, name), "reference-missing", details)


def _carried_from(item: WorkItem) -> UUID | None:
    origin = item.origin
    return origin.ref if origin is not None and origin.kind is OriginKind.CARRIED_OVER else None


CHAINS: Final[tuple[tuple[type[Record], str, Callable[[Any], UUID | None]], ...]] = (
    (Cluster, "inside", lambda record: record.inside),
    (Card, "merged_into", lambda record: record.merged_into),
    (Assumption, "previous", lambda record: record.previous),
    (Hypothesis, "carried_from", lambda record: record.carried_from),
    (WorkItem, "origin", _carried_from),
)
"""Fields that point to a record of their own kind, and must come to an end."""


def _circles(together: Together) -> Iterator[Problem]:
    content = together.content
    for kind, field, follow in CHAINS:
        ours = [record for record in content.records if isinstance(record, kind)]
        for ring in rings(ours, follow, partial(together.get, kind)):
            first = next(each for each in ring if each in content.places)
            details = {"ids": " → ".join(content.keys.name(each) for each in [*ring, ring[0]])}
            yield Problem(_at(content, first, field), "reference-circle", details)


def rings(
    records: Iterable[R], follow: Callable[[Any], UUID | None], get: Callable[[UUID | None], R | None]
) -> Iterator[list[UUID]]:
    """Yield the keys of every ring that records reach by following one field, each ring once."""
    finished: set[UUID] = set()
    for record in records:
        chain: dict[UUID, int] = {}
        now: R | None = record
        while now is not None and now.id not in finished and now.id not in chain:
            chain[now.id] = len(chain)
            now = get(follow(now))
        if now is not None and now.id in chain:
            yield list(chain)[chain[now.id] :]
        finished.update(chain)


def _broken_rules(together: Together) -> Iterator[Problem]:
    content = together.content
    items = _touched(together, WorkItem, Contribution, "work_item")
    for item in items:
        for breach in budget_breaches(item, together.where(Contribution, "work_item", item.id)):
            yield _breach(content, breach, "contributions")
    for board in _touched(together, Board, Vote, "board"):
        for breach in vote_breaches(board, together.where(Vote, "board", board.id)):
            yield _breach(content, breach, "voting")


def _touched(together: Together, owner: type[R], owned: type[Record], field: str) -> list[R]:
    """Return the owners that are in the file, or of which something is."""
    keys: dict[UUID, None] = {}
    for record in together.content.records:
        if isinstance(record, owner):
            keys[record.id] = None
        elif isinstance(record, owned):
            keys[getattr(record, field)] = None
    return [found for key in keys if (found := together.get(owner, key)) is not None]


def _breach(content: Content, breach: Breach, field: str) -> Problem:
    place = _at(content, breach.record, field) if breach.record in content.places else ""
    return Problem(place, breach.error.key, breach.error.details)


def _votes_elsewhere(together: Together) -> Iterator[Problem]:
    content = together.content
    for vote in content.records:
        if isinstance(vote, Vote):
            on = together.get(Card, vote.on) or together.get(Cluster, vote.on)
            if on is not None and on.board != vote.board:
                details = {"id": content.keys.name(vote.on), "board": content.keys.name(vote.board)}
                yield Problem(_at(content, vote.id, "on"), "vote-elsewhere", details)


def _unknown_zones(content: Content) -> Iterator[Problem]:
    for record in content.records:
        if isinstance(record, Workshop) and record.time_zone and not zone_named(record.time_zone):
            details = {"name": record.time_zone}
            yield Problem(_at(content, record.id, "time_zone"), "time-zone-unknown", details)


def _odd_dates(together: Together) -> Iterator[Problem]:
    content = together.content
    for record in content.records:
        if not isinstance(record, Session):
            continue
        workshop = together.get(Workshop, record.workshop)
        if workshop is None or workshop.start is None:
            continue
        last = workshop.end or workshop.start
        if not workshop.start <= record.date <= last:
            details = {"date": record.date, "start": workshop.start, "end": last}
            yield Problem(_at(content, record.id, "date"), "session-outside-workshop", details)


def _without_zone(together: Together) -> Iterator[Problem]:
    """Find workshops whose clock times were read as this computer's because nothing tells their zone."""
    timed = {
        each.workshop for each in together.content.records if isinstance(each, Session) and each.actual_start
    }
    for record in together.content.records:
        if (
            isinstance(record, Workshop)
            and record.id in timed
            and told_zone(record.time_zone, record.country) is None
        ):
            yield Problem(_at(together.content, record.id), "time-zone-missing")
