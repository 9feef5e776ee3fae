"""What one operation changed: the one message that every screen, file and process understands."""

import datetime as dt
from enum import StrEnum
from uuid import UUID

from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import OperationId, PersonId
from facilitator.domain.record import Record


class Way(StrEnum):
    """Whether an operation does something, takes one back, or does one again."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


class Origin(StrEnum):
    """Whether this program changed it or another one that has the same file open."""

    HERE = "here"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None before it existed or once it is gone."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it is now, or as it was last."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - a change of nothing is never made
        return found

    @property
    def kind(self) -> type[Record]:
        """The class of the record."""
        return type(self.record)

    @property
    def born(self) -> bool:
        """Whether the record is to be seen from now on and was not before."""
        return _visible(self.after) and not _visible(self.before)

    @property
    def gone(self) -> bool:
        """Whether the record was to be seen and is no more."""
        return _visible(self.before) and not _visible(self.after)

    def reversed(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.after, self.before)


def _visible(record: Record | None) -> bool:
    return record is not None and record.deleted_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeSet:
    """One committed operation. `label` is its key ("add-card"); `target` what it undoes or redoes."""

    operation: OperationId
    label: str
    at: dt.datetime
    by: PersonId | None = None
    way: Way = Way.DO
    target: OperationId | None = None
    undoable: bool = True
    origin: Origin = Origin.HERE
    changes: tuple[Change, ...] = ()

    def touches(self, *kinds: type[Record]) -> bool:
        """Whether any record of these classes changed."""
        return any(change.kind in kinds for change in self.changes)

    def of(self, kind: type[Record]) -> tuple[Change, ...]:
        """Return the changes of one class of records."""
        return tuple(change for change in self.changes if change.kind is kind)

    def ids(self) -> frozenset[UUID]:
        """Return the keys of all records that changed."""
        return frozenset(change.record.id for change in self.changes)
