"""Where the blocks of the timeline lie, and what is under the pointer."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF

from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import SessionId
from ui.presenters.agenda import Block, DayColumn
from ui.presenters.timescale import TimeScale

HEAD: Final = 44
"""px of a column's title."""

HOURS: Final = 50
"""px of the hours at the left of each column."""

GAP: Final = 22
NARROWEST: Final = 300
"""px below which a column would say nothing; then the timeline scrolls sideways."""

EDGE: Final = 6
"""px at the upper and lower end of a block that change its length."""

_FOOT: Final = 26
_INSET: Final = 48
_DEEPEST: Final = 3
_TIGHTEST, _WIDEST = 1.15, 2.0

Part = Literal["body", "top", "bottom"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A block, its day and its rectangle."""

    block: Block
    date: dt.date
    rect: QRectF


@dataclass(frozen=True, slots=True)
class Column:
    """A day, where its blocks may lie, and its scale."""

    day: DayColumn
    rect: QRectF
    scale: TimeScale

    def y(self, minute: int, *, after: bool = True) -> float:
        """Return where a minute of the day lies."""
        return self.rect.y() + self.scale.y(minute, after=after)


class Geometry:
    """The layout of some days in a width and a height that should do, in px."""

    def __init__(self, days: Sequence[DayColumn], width: float, height: float) -> None:
        self.width = max(width, len(days) * NARROWEST)
        first, last = _reach(days)
        room = height - HEAD - _FOOT - 8
        scale = _scale_for(days, first, last, room)
        each = self.width / max(1, len(days))
        self.columns = [
            Column(
                day,
                QRectF(place * each + HOURS, HEAD + 8, each - HOURS - GAP, 0),
                TimeScale(first, scale, _lengths(day)),
            )
            for place, day in enumerate(days)
        ]
        self.hours = [hour * 60 for hour in range(-(-first // 60), last // 60 + 1)]
        self.placed = [placed for column in self.columns for placed in _blocks(column)]
        lowest = max((column.y(last) for column in self.columns), default=height)
        self.height = max(height, lowest + _FOOT)

    def of(self, session: SessionId | None) -> Placed | None:
        """Return where a session lies."""
        return next((each for each in self.placed if each.block.id == session), None)

    def at(self, point: QPointF) -> tuple[Placed, Part] | None:
        """Return the session under a point, the uppermost one, and which part of it."""
        for each in reversed(self.placed):
            if each.rect.contains(point):
                if each.rect.height() < 3 * EDGE:
                    return each, "body"
                if point.y() < each.rect.top() + EDGE:
                    return each, "top"
                return each, "bottom" if point.y() > each.rect.bottom() - EDGE else "body"
        return None

    def column_at(self, x: float) -> Column | None:
        """Return the day at a place from left to right; beside the columns the nearest."""
        return min(self.columns, key=lambda each: abs(each.rect.center().x() - x), default=None)

    def column_of(self, date: dt.date) -> Column | None:
        """Return the column of a day."""
        return next((each for each in self.columns if each.day.date == date), None)


def _scale_for(days: Sequence[DayColumn], first: int, last: int, room: float) -> float:
    """Return the px of a minute with which the days fit into `room`, within what can be read."""
    scale = room / max(1, last - first)
    for _pass in range(2):  # a smaller scale stretches more blocks, so look twice
        scale = min(_WIDEST, max(_TIGHTEST, scale))
        scales = [
            TimeScale(first, scale, [(each.start, each.minutes) for each in day.blocks]) for day in days
        ]
        stretched = max((each.y(last) - (last - first) * scale for each in scales), default=0.0)
        scale = (room - stretched) / max(1, last - first)
    return min(_WIDEST, max(_TIGHTEST, scale))


def _lengths(day: DayColumn) -> list[tuple[int, int]]:
    return [(block.start, block.minutes) for block in day.blocks]


def _reach(days: Sequence[DayColumn]) -> tuple[int, int]:
    """Return from and to which minute the columns reach: what is planned, else half past eight to five."""
    starts = [block.start for day in days for block in day.blocks]
    ends = [max(block.end, day.closes or 0) for day in days for block in day.blocks]
    return min(starts, default=510), max(ends, default=1020)


def _blocks(column: Column) -> Iterator[Placed]:
    for block in column.day.blocks:
        top, bottom = column.scale.span(block.start, block.minutes)
        left = _INSET * min(block.inset, _DEEPEST)
        rect = QRectF(
            column.rect.x() + left, column.rect.y() + top, column.rect.width() - left, bottom - top - 2
        )
        yield Placed(block, column.day.date, rect)
