"""What the header says on the Run page: which workshop, where, and which of its days. No Qt."""

import datetime as dt
from collections.abc import Sequence

from facilitator.domain.cycles import Workshop
from facilitator.i18n import _


def title(workshop: Workshop | None, language: str) -> str:
    """Name the workshop, with its number in the cycle where it has one."""
    if workshop is None:
        return _("Run")
    words = workshop.title.best(language)
    if workshop.number is None:
        return words
    return _("Workshop {number}: {title}").format(number=workshop.number, title=words)


def context(workshop: Workshop, dates: Sequence[dt.date], date: dt.date, language: str) -> str:
    """Say where and on which day one is: "Managua, Thursday 6 February 2014. Day 1 of 2"."""
    from facilitator.formats import formats  # noqa: PLC0415 - after the first paint

    day = formats(language).weekday(date)
    where = f"{workshop.city}, {day}" if workshop.city else day[:1].upper() + day[1:]
    if len(dates) < 2 or date not in dates:
        return where
    return _("{place_and_date}. Day {n} of {days}").format(
        place_and_date=where, n=dates.index(date) + 1, days=len(dates)
    )
