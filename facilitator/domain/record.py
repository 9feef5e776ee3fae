"""What every stored record has: a key, when and by whom it was made and changed, and a soft end."""

import datetime as dt
from uuid import UUID

from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import PersonId
from facilitator.domain.values import LooseDate, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One stored thing. Immutable: a change makes a new value with the same key.

    The stamps are None until the unit of work stores the record; instants are aware and UTC.
    A record with `deleted_at` is in the bin: no screen, document or export shows it.
    """

    id: UUID
    created_at: dt.datetime | None = None
    created_by: PersonId | None = None
    changed_at: dt.datetime | None = None
    changed_by: PersonId | None = None
    deleted_at: dt.datetime | None = None


STAMPS = frozenset({"created_at", "created_by", "changed_at", "changed_by"})
"""Fields that say when and by whom; the unit of work writes them, nobody else."""


def require_text(text: Text | str | None, key: str) -> None:
    """Refuse a record whose one necessary text is missing. Raises InvalidInput(key)."""
    if text is None or not str(text).strip():
        raise InvalidInput(key)


def require_order(start: dt.date | LooseDate | None, end: dt.date | LooseDate | None) -> None:
    """Refuse an end before its start; a month may end any day in it. Raises InvalidInput."""
    if start is None or end is None:
        return
    earliest = start.first_day() if isinstance(start, LooseDate) else start
    latest = end.last_day() if isinstance(end, LooseDate) else end
    if latest < earliest:
        raise InvalidInput("dates-in-reverse", start=start.isoformat(), end=end.isoformat())


def require_range(value: float | None, low: float, high: float, key: str) -> None:
    """Refuse a figure outside `low` to `high`, both allowed. Raises InvalidInput(key)."""
    if value is not None and not low <= value <= high:
        raise InvalidInput(key, value=value, low=low, high=high)
