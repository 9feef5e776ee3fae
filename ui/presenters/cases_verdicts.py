"""What an indicator's readings say: latest figure, trend, and a verdict in words (domain.md 4).

Which way is better is a property of the indicator: days to payment get better by going down.
"""

import datetime as dt
from decimal import Decimal
from typing import Final

from facilitator.domain.change_theory import Direction, Indicator, Measurement
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import CaseId
from facilitator.i18n import _
from ui.presenters.cases import Casebook
from ui.presenters.cases_fields import figure
from ui.presenters.cells import PillWords, Trend

RECENT: Final = 60
"""Days after which a reading is not recent any more (design.md 8)."""

_AS_PLANNED: Final = Decimal("0.75")
"""Share of what the time gone by would make expected, from which an improvement works."""

_WITHOUT_DATES: Final = Decimal(1) / 3
"""Share of the way from which an improvement works where no dates say how much is expected."""

_HARDLY: Final = Decimal("0.25")


@dataclass(frozen=True, slots=True)
class Standing:
    """An indicator in one case: its readings with a figure, oldest first, and the last that had none."""

    indicator: Indicator
    readings: tuple[Measurement, ...] = ()
    last_entry: Measurement | None = None

    @property
    def latest(self) -> Decimal | None:
        """The newest figure."""
        return self.readings[-1].value if self.readings else None


def standing_of(book: Casebook, indicator: Indicator, case: CaseId | None) -> Standing:
    """Return where an indicator stands in a case; a case's own indicator needs no case on its readings."""
    found = entries_of(book, indicator, case)
    figures = tuple(each for each in found if each.value is not None)
    return Standing(indicator, figures, found[-1] if found else None)


def entries_of(book: Casebook, indicator: Indicator, case: CaseId | None) -> list[Measurement]:
    """Return all readings of an indicator in a case, oldest first, those without a figure too."""
    wanted = {case, None} if indicator.case is not None or case is None else {case}
    found = [
        each
        for each in book.records.where(Measurement, indicator=indicator.id)
        if case is None or each.case in wanted
    ]
    return sorted(found, key=lambda each: (each.date, each.id.int))


def reading(indicator: Indicator, value: Decimal | None, book: Casebook) -> str:
    """Return a figure of an indicator as it is written here, or a dash."""
    if value is None or not indicator.in_percent:
        return figure(value, book)
    return book.formats.percent(value / 100) if value == round(value) else f"{figure(value, book)} %"


def trend(standing: Standing) -> Trend:
    """Return the line of the readings, from the baseline on, and the target it should reach."""
    start = standing.indicator.baseline.value if standing.indicator.baseline else None
    goal = standing.indicator.target.value if standing.indicator.target else None
    values = [each.value for each in standing.readings if each.value is not None]
    line = [start, *values] if start is not None and values else values
    return Trend(tuple(float(each) for each in line), None if goal is None else float(goal))


def verdict(standing: Standing, today: dt.date) -> PillWords:
    """Say in words how an improvement goes."""
    if standing.latest is None:
        return PillWords(_("No reading yet"), "neutral", "circle-dashed")
    if (today - standing.readings[-1].date).days > RECENT:
        return PillWords(_("No recent reading"), "warn", "clock")
    share = way(standing.indicator, standing.latest)
    return _by_direction(standing) if share is None else _by_target(standing, share)


def _by_target(standing: Standing, share: Decimal) -> PillWords:
    if share >= 1:
        return PillWords(_("Target met"), "ok", "flag")
    if share <= 0 or (share < _HARDLY and _gets_worse(standing)):
        return PillWords(_("Not working"), "over", "x")
    if share < _expected(standing):
        return PillWords(_("Slow"), "warn", "hourglass")
    return PillWords(_("Working"), "ok", "check")


def way(indicator: Indicator, value: Decimal) -> Decimal | None:
    """Return the share of the way to the target that a figure means; None when it cannot be told.

    Within a range, what counts is how near the target is, from whichever side. A target on the wrong
    side of the baseline for the indicator's direction tells nothing.
    """
    share = indicator.progress(value)
    if share is None or indicator.baseline is None or indicator.target is None:
        return None
    if indicator.direction is Direction.IN_RANGE:
        return 1 - abs(1 - share)
    start, goal = indicator.baseline.value, indicator.target.value
    rises = start is not None and goal is not None and goal > start
    return share if (indicator.better is Direction.HIGHER) == rises else None


def _expected(standing: Standing) -> Decimal:
    """Return the share of the way from which it goes as planned, by the time between the two dates."""
    start, goal = standing.indicator.baseline, standing.indicator.target
    if start is None or goal is None or start.date is None or goal.date is None:
        return _WITHOUT_DATES
    first, last = start.date.first_day(), goal.date.last_day()
    if last <= first:
        return _WITHOUT_DATES
    gone = (standing.readings[-1].date - first).days
    return _AS_PLANNED * min(Decimal(1), max(Decimal(0), Decimal(gone) / (last - first).days))


def _gets_worse(standing: Standing) -> bool:
    """Whether the last reading is worse than the one before."""
    return _step(standing) < 0


def _step(standing: Standing) -> int:
    """Return 1 where the last figure is better than the one before (or the baseline), -1 where worse."""
    start = standing.indicator.baseline.value if standing.indicator.baseline else None
    known = [start, *(each.value for each in standing.readings)]
    figures = [each for each in known if each is not None]
    if len(figures) < 2 or figures[-1] == figures[-2]:
        return 0
    rises = figures[-1] > figures[-2]
    return 1 if rises == (standing.indicator.better is Direction.HIGHER) else -1


def _by_direction(standing: Standing) -> PillWords:
    """Say whether it gets better, where no target says how far it should go."""
    if standing.indicator.better not in {Direction.HIGHER, Direction.LOWER}:
        return PillWords(_("No target"), "neutral", "circle-dashed")
    match _step(standing):
        case 1:
            return PillWords(_("Better"), "ok", "check")
        case -1:
            return PillWords(_("Worse"), "over", "x")
        case _:
            return PillWords(_("Unchanged"), "neutral", "minus")
