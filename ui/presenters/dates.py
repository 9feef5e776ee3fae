"""Names of days for the heads of columns and the buttons that choose a day."""

import datetime as dt
from functools import cache


@cache
def day_name(date: dt.date, language: str) -> str:
    """Return "Thursday 6" or "Jueves 6", to stand alone or to begin a sentence."""
    return _written(date, "EEEE d", language)


@cache
def brief_day_name(date: dt.date, language: str) -> str:
    """Return "Thu 6" or "Jue 6"."""
    return _written(date, "EEE d", language)


def _written(date: dt.date, pattern: str, language: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - Babel stays out of the start

    words = format_date(date, pattern, locale=language)
    return words[:1].upper() + words[1:]
