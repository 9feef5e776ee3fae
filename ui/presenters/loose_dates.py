"""Dates that may lack a day, as a field shows them and as people type them."""

import datetime as dt
import re
from functools import cache
from typing import Final

from facilitator.domain.errors import InvalidInput
from facilitator.domain.values import LooseDate
from facilitator.formats import formats
from facilitator.i18n import LANGUAGES

_NUMBERS: Final = re.compile(r"(?:(\d{1,2})[/.\-])?(\d{1,2})[/.\-](\d{4})")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_WORDS: Final = re.compile(r"(?:(\d{1,2})\s+)?([^\W\d]+)\.?\s+(\d{4})")
_JOINING: Final = re.compile(r"\b(?:de|del|of)\b|,")
_SHORTEST: Final = 3


def shown_date(day: LooseDate | dt.date | None, language: str) -> str:
    """Return what a field shows: "30/06/2014", a month alone as "jun 2014"."""
    return "" if day is None else formats(language).short_day(day)


def parse_loose_date(words: str) -> LooseDate | None:
    """Read "30/6/2014", "6/2014", "2014-06-30", "junio de 2014" or "30 Jun 2014"; nothing is no date.

    Days come before months. Raises InvalidInput for anything else.
    """
    typed = " ".join(_JOINING.sub(" ", words.casefold()).split())
    if not typed:
        return None
    if found := _ISO.fullmatch(typed):
        year, month, day = found[1], int(found[2]), found[3]
    elif found := _NUMBERS.fullmatch(typed):
        day, month, year = found[1], int(found[2]), found[3]
    elif (found := _WORDS.fullmatch(typed)) and (number := _month(found[2])):
        day, month, year = found[1], number, found[3]
    else:
        raise InvalidInput("date-unknown", text=words.strip())
    return LooseDate(int(year), month, int(day) if day else None)


def parse_day(words: str) -> dt.date | None:
    """Read a date that names its day. Raises InvalidInput for a month alone and for anything else."""
    found = parse_loose_date(words)
    if found is not None and found.day is None:
        raise InvalidInput("date-unknown", text=words.strip())
    return None if found is None else found.first_day()


def _month(word: str) -> int | None:
    """Return the number of a month by the beginning of its name in any language of the program."""
    if len(word) < _SHORTEST:
        return None
    return next((number for name, number in _months() if name.startswith(word)), None)


@cache
def _months() -> tuple[tuple[str, int], ...]:
    from babel.dates import get_month_names  # noqa: PLC0415 - Babel stays out of the start

    return tuple(
        (name.casefold(), number)
        for language in LANGUAGES
        for number, name in get_month_names("wide", locale=language).items()
    )
