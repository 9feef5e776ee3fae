"""What a measurement is, how two are compared fairly, and how all are printed.

A figure is a ratio to a yardstick that was measured in the same run, turn by turn, so that it holds on a
slow machine and on a busy one. Seconds alone are printed too, but only a figure that has a bar can miss it.
"""

import math
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

_HEADINGS: Final = ("figure", "median", "p99", "yardstick", "ratio", "bar", "ok")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table.

    `bar` is the most that the measured value may be: the ratio where there is a yardstick, else what
    `judged` holds. None: the figure is told for the record. A `median` that is no number (nan) says that
    nothing was measured, because what it needs is not installed.
    """

    name: str
    median: float
    unit: str = "ms"
    p99: float | None = None
    yardstick: float | None = None
    ratio: float | None = None
    bar: float | None = None
    judged: float | None = None

    @property
    def ok(self) -> bool:
        """Say whether the bar was held; a figure without one always is."""
        if self.bar is None:
            return True
        return self._measured <= self.bar

    @property
    def _measured(self) -> float:
        for value in (self.judged, self.ratio, self.median):
            if value is not None:
                return value
        raise AssertionError(self.name)

    def cells(self) -> tuple[str, ...]:
        """Return the figure as the words of its line."""
        in_ratio = self.judged is None and self.ratio is not None
        return (
            self.name,
            _amount(self.median, self.unit),
            _amount(self.p99, self.unit),
            _amount(self.yardstick, self.unit),
            _times(self.ratio),
            _times(self.bar) if in_ratio else _amount(self.bar, self.unit),
            "" if self.bar is None else ("yes" if self.ok else "NO"),
        )


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the value that `percent` of all do not exceed (the nearest rank). Raises ValueError for none."""
    if not values:
        raise ValueError(percent)
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def timed(work: Callable[[], object]) -> float:
    """Return how long `work` took, in milliseconds."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def in_turns(
    measure: Callable[[], float], yardstick: Callable[[], float], *, rounds: int, warm_up: int = 1
) -> tuple[list[float], list[float]]:
    """Measure both `rounds` times, one right after the other, the order changing from round to round.

    Each callable returns one measurement. The first `warm_up` rounds fill caches and are thrown away.
    """
    ours: list[float] = []
    theirs: list[float] = []
    for number in range(warm_up + rounds):
        if number % 2:
            mine, other = measure(), yardstick()
        else:
            other, mine = yardstick(), measure()
        if number >= warm_up:
            ours.append(mine)
            theirs.append(other)
    return ours, theirs


def compared(
    name: str, ours: Sequence[float], theirs: Sequence[float], *, bar: float, unit: str = "ms"
) -> Figure:
    """Return the figure of two series measured in turns: the median of the ratios, pair by pair.

    What slows a shared machine for a moment slows both halves of a pair, and leaves their ratio alone.
    """
    pairs = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    return Figure(
        name=name,
        median=statistics.median(ours),
        unit=unit,
        p99=percentile(ours, 99) if len(ours) >= 100 else None,
        yardstick=statistics.median(theirs),
        ratio=statistics.median(pairs),
        bar=bar,
    )


def limited(name: str, values: Sequence[float], *, percent: float, bar: float, unit: str = "ms") -> Figure:
    """Return the figure of a series whose percentile (100: the longest) has a bar in its own unit."""
    return Figure(
        name=name,
        median=statistics.median(values),
        unit=unit,
        p99=percentile(values, 99),
        judged=percentile(values, percent),
        bar=bar,
    )


def table(figures: Iterable[Figure]) -> str:
    """Return all figures as one table, the first column to the left and numbers to the right."""
    rows = [_HEADINGS, *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    rule = tuple("-" * width for width in widths)
    lines = []
    for row in (rows[0], rule, *rows[1:]):
        first, *others = zip(row, widths, strict=True)
        lines.append("  ".join([first[0].ljust(first[1]), *(text.rjust(width) for text, width in others)]))
    return "\n".join(lines)


def _amount(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    if math.isnan(value):
        return "none"
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}"


def _times(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f}x"
