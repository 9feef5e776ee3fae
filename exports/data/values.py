"""Tables as plain values: every cell has the type of its column, or says nothing."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from facilitator.domain.frozen import dataclass
from facilitator.domain.values import LooseDate

Value = str | int | Decimal | dt.date | None
"""A cell. A month whose day nobody knows is a text, "2014-09"; text without a letter is None."""


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    COUNT = "count"
    NUMBER = "number"
    SHARE = "share"
    """A part of 1."""
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head in the document's language, what it holds."""

    title: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table. `key` names it the same in every language ("work-plan"), `title` in the document's."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


def day_value(day: dt.date | LooseDate | None) -> Value:
    """Return a day as a cell; a month without a day as "2014-09"."""
    if isinstance(day, LooseDate):
        return day.isoformat() if day.day is None else day.first_day()
    return day


def text_value(text: str | None) -> Value:
    """Return a text as a cell."""
    return text or None
