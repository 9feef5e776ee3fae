"""What tables of records show, as plain values: columns, rows, and cells of words, signs and bars."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Literal

from facilitator.domain.frozen import dataclass

Tone = Literal["ink", "ink_2", "ink_3", "over", "ok", "primary", "now_ink"]
PillTone = Literal["ok", "warn", "over", "progress", "neutral"]
RowKind = Literal["row", "group", "totals", "new"]
BarLook = Literal["planned", "progress", "late", "done", "dropped"]


@dataclass(frozen=True, slots=True)
class Scale:
    """The months of a Gantt column, each with its name, its letter and its start as a share of the width.

    It goes from the day `start` to the day before `end`; `today` is a share, None outside.
    """

    months: tuple[tuple[str, str, float], ...] = ()
    start: dt.date | None = None
    end: dt.date | None = None
    today: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. `drop` says in which order columns give way for want of room: 0 never, highest first.

    `editor` is "line" or "choice" where cells are edited in place. `over` joins columns under one head.
    """

    key: str
    head: str = ""
    spoken: str = ""
    over: str = ""
    width: int = 80
    least: int = 0
    stretch: bool = False
    align: Literal["left", "right", "centre"] = "left"
    editor: Literal["", "line", "choice"] = ""
    drop: int = 0
    scale: Scale | None = None


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon in a small box: attendance, consent."""

    icon: str
    ink: str
    ground: str = ""
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class PillWords:
    """A state in a word, its tone and its icon."""

    text: str
    tone: PillTone = "neutral"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """From one share of a Gantt column to another."""

    start: float
    end: float
    look: BarLook = "planned"


@dataclass(frozen=True, slots=True)
class Trend:
    """Readings of an indicator from left to right, and the target they should reach."""

    values: tuple[float, ...] = ()
    target: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one cell shows and edits; `edit` is None where nothing can be typed."""

    shown: str = ""
    under: str = ""
    edit: str | None = None
    strong: bool = False
    tone: Tone = "ink"
    pill: PillWords | None = None
    chips: tuple[str, ...] = ()
    sign: Sign | None = None
    bar: Bar | None = None
    trend: Trend | None = None
    share: float | None = None
    initials: str = ""
    toggles: bool = False
    spoken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row; group rows say `title` over the whole width, with a `note` behind it."""

    key: object
    kind: RowKind = "row"
    cells: Mapping[str, Cell] = field(default_factory=dict)
    title: str = ""
    note: str = ""
    chip: str = ""
    icon: str = ""
    selectable: bool = True

    def cell(self, column: str) -> Cell:
        """Return the cell of a column; an empty one where the row has none."""
        return self.cells.get(column, EMPTY)


EMPTY = Cell()


def fitting(columns: Sequence[Column], room: int, hidden: frozenset[str] = frozenset()) -> list[Column]:
    """Return the columns that fit into `room` px without the `hidden` ones.

    Those that never give way come first, the others in the order of `drop`, the lowest first, each if
    there is still room for it. Columns with a `least` width shrink to it before another is left out.
    """
    offered = [each for each in columns if each.key not in hidden]
    kept = {each.key for each in offered if not each.drop}
    spare = room - sum(each.least or each.width for each in offered if not each.drop)
    for each in sorted(offered, key=lambda each: each.drop):
        width = each.least or each.width
        if each.drop and width <= spare:
            kept.add(each.key)
            spare -= width
    return [each for each in offered if each.key in kept]


def widths(columns: Sequence[Column], room: int) -> dict[str, int]:
    """Return each column's width in px: what is left over goes to shrunk columns, then to stretching ones."""
    found = {each.key: each.least or each.width for each in columns}
    spare = room - sum(found.values())
    for each in columns:
        if spare > 0 and each.least:
            more = min(spare, each.width - each.least)
            found[each.key] += more
            spare -= more
    growing = [each for each in columns if each.stretch]
    for place, each in enumerate(growing):
        share = max(0, spare) // (len(growing) - place)
        found[each.key] += share
        spare -= share
    return found
