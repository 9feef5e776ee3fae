"""Months as a Gantt column shows them, and spans of days and months in few words."""

import datetime as dt
from collections.abc import Iterable
from functools import cache

from facilitator.domain.values import LooseDate
from facilitator.formats import formats
from facilitator.i18n import _
from ui.presenters.cells import Scale

MOST_MONTHS = 36
"""A plan that spans more than three years shows those from the first on."""


def scale_of(days: Iterable[LooseDate], today: dt.date, language: str) -> Scale | None:
    """Return the months from the first of these days to the last; None without any day."""
    found = sorted(days)
    if not found:
        return None
    first = _index(found[0].first_day())
    last = max(_index(each.last_day()) for each in found)
    months = [divmod(index, 12) for index in range(first, min(last, first + MOST_MONTHS - 1) + 1)]
    start, end = dt.date(months[0][0], months[0][1] + 1, 1), _after(months[-1])
    whole = (end - start).days
    parts = []
    for year, month in months:
        name = _month_name(month + 1, language)
        parts.append((name, name[:1].upper(), (dt.date(year, month + 1, 1) - start).days / whole))
    inside = start <= today < end
    return Scale(tuple(parts), start, end, (today - start).days / whole if inside else None)


def bar_of(start: LooseDate | None, due: LooseDate | None, scale: Scale) -> tuple[float, float] | None:
    """Return where an item lies on the scale; what has one date only is a mark on that day or month."""
    days = [each for each in (start, due) if each is not None]
    if not days or scale.start is None or scale.end is None:
        return None
    whole = (scale.end - scale.start).days
    left = (days[0].first_day() - scale.start).days / whole
    right = ((days[-1].last_day() - scale.start).days + 1) / whole
    if right <= 0 or left >= 1:
        return None
    return max(0.0, left), min(1.0, max(left, right))


def span_words(start: LooseDate | None, due: LooseDate | None, near: dt.date, language: str) -> str:
    """Return "10 Feb – 29 Aug", "Due 31 Mar" or "Mar – Aug"; another year than that of `near` is named."""
    write = formats(language)
    year = f" {near.year}"
    if due is None:
        return "" if start is None else _("From {date}").format(date=write.brief_span(start, None))
    if start is None:
        words = write.brief_span(due, None)
        return _("Due {date}").format(date=words.removesuffix(year))
    words = write.brief_span(start, due)
    return words.removesuffix(year) if start.year == due.year == near.year else words


def span_of(first: LooseDate, last: LooseDate, language: str) -> str:
    """Return "February to September 2014"."""
    months = [LooseDate(each.year, each.month) for each in (first, last)]
    return formats(language).span(months[0], months[1])


def _index(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _after(month: tuple[int, int]) -> dt.date:
    year, place = divmod(month[0] * 12 + month[1] + 1, 12)
    return dt.date(year, place + 1, 1)


@cache
def _month_name(month: int, language: str) -> str:
    """Return "Feb" or "feb"."""
    return formats(language).brief_month(dt.date(2014, month, 1)).removesuffix("2014").strip()
