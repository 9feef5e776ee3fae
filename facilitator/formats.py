"""Dates, numbers, amounts and lists as a language writes them, for documents and screens alike.

Babel, with its data of all languages, is imported when the first value is written, not at start-up.
Dates are written out by domain.md 7.3: "6 y 7 de febrero de 2014", "6–7 February 2014"; the decimal sign
follows the country (a point in Nicaragua, a comma in Costa Rica); amounts always carry their ISO code.
"""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from facilitator.domain.values import LooseDate, Money

_DEFAULT_LOCALE: Final = {"es": "es_NI", "en": "en_GB"}
_DATE_LOCALE: Final = {"es": "es_NI", "en": "en"}
"""The months of en_GB abbreviate September with four letters; the design has three."""
_NO_BREAK: Final = "\u00a0"

_PATTERNS: Final = {
    "es": {
        "long": "d 'de' MMMM 'de' y",
        "day_month": "d 'de' MMMM",
        "weekday": "EEEE d 'de' MMMM 'de' y",
        "weekday_alone": "EEEE d 'de' MMMM",
        "month": "MMMM 'de' y",
        "short": "dd/MM/y",
        "brief": "d MMM",
        "brief_month": "MMM y",
        "only_month": "MMM",
        "month_alone": "MMMM",
    },
    "en": {
        "long": "d MMMM y",
        "day_month": "d MMMM",
        "weekday": "EEEE d MMMM y",
        "weekday_alone": "EEEE d MMMM",
        "month": "MMMM y",
        "short": "dd/MM/y",
        "brief": "d MMM",
        "brief_month": "MMM y",
        "only_month": "MMM",
        "month_alone": "MMMM",
    },
}


class Formats:
    """Writes values in one language. `country` (ISO 3166, "CR") decides the decimal sign."""

    def __init__(self, language: str, country: str | None = None) -> None:
        """Raise ValueError for a language whose dates the program cannot write."""
        if language not in _PATTERNS:
            raise ValueError(language)
        self.language = language
        self._patterns = _PATTERNS[language]
        self._locale = _locale(language, country)

    def day(self, day: dt.date | LooseDate) -> str:
        """Return "6 de febrero de 2014"; a month without a day as "febrero de 2014"."""
        loose = _loose(day)
        return self._write(loose, "month" if loose.day is None else "long")

    def weekday(self, day: dt.date) -> str:
        """Return the day with its weekday: "jueves 6 de febrero de 2014", "Thursday 6 February 2014"."""
        return self._write(LooseDate.of(day), "weekday")

    def weekday_alone(self, day: dt.date) -> str:
        """Return the day for a room that knows the year: "jueves 6 de febrero", "Thursday 6 February"."""
        return self._write(LooseDate.of(day), "weekday_alone")

    def short_day(self, day: dt.date | LooseDate) -> str:
        """Return "06/02/2014", day first in both languages; a month without a day as "feb 2014"."""
        loose = _loose(day)
        return self._write(loose, "brief_month" if loose.day is None else "short")

    def noted_day(self, day: dt.date | LooseDate) -> str:
        """Return "06/02/2014" as documents in Spanish write it, "6 Feb 2014" in English (domain.md 7.3)."""
        loose = _loose(day)
        return self.short_day(loose) if self.language == "es" or loose.day is None else self._with_year(loose)

    def brief(self, day: dt.date | LooseDate) -> str:
        """Return "6 feb", for narrow columns whose year is known; a month as "feb 2014"."""
        loose = _loose(day)
        return self._write(loose, "brief_month" if loose.day is None else "brief")

    def brief_month(self, day: dt.date | LooseDate) -> str:
        """Return "sep 2013"."""
        return self._write(_loose(day), "brief_month")

    def month_letter(self, month: int) -> str:
        """Return the one-letter name of a month, 1 to 12, for the head of a bar chart."""
        from babel.dates import format_date  # noqa: PLC0415 - Babel stays out of the start

        return format_date(dt.date(2014, month, 1), "LLLLL", locale=self._locale)

    def span(self, start: dt.date | LooseDate, end: dt.date | LooseDate | None) -> str:
        """Return first and last day as one phrase, naming month and year once where they are shared."""
        first, last = _loose(start), _loose(end or start)
        if first == last or last < first:
            return self.day(first)
        if first.day is None or last.day is None:
            return self._months(first, last)
        if (first.year, first.month) == (last.year, last.month):
            return self._days_of_month(first.day, last)
        if first.year == last.year:
            return self._join(self._write(first, "day_month"), self.day(last))
        return self._join(self.day(first), self.day(last))

    def brief_span(self, start: dt.date | LooseDate | None, end: dt.date | LooseDate | None) -> str:
        """Return "6 – 7 feb 2014" for narrow places; one side alone when the other is missing."""
        first, last = (_loose(each) if each is not None else None for each in (start, end))
        if first is None or last is None or first == last:
            only = first or last
            return "" if only is None else self._with_year(only)
        if first.day is not None and (first.year, first.month) == (last.year, last.month) and last.day:
            return f"{first.day}{_NO_BREAK}–{_NO_BREAK}{self._with_year(last)}"
        if first.year != last.year:
            left = self._with_year(first)
        else:
            left = self._write(first, "only_month" if first.day is None else "brief")
        return f"{left}{_NO_BREAK}– {self._with_year(last)}"

    def time(self, moment: dt.time | dt.datetime) -> str:
        """Return hours and minutes on the 24-hour clock, "15:30"."""
        return f"{moment.hour:02}:{moment.minute:02}"

    def number(self, value: int | Decimal, decimals: int | None = None) -> str:
        """Return a number with its signs; `decimals` fixes the places, None keeps those it has."""
        from babel.numbers import format_decimal  # noqa: PLC0415 - Babel stays out of the start

        if decimals is None:
            exact = format(Decimal(value).normalize(), "f")
            decimals = len(exact.partition(".")[2])
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return format_decimal(value, pattern, locale=self._locale).replace("-", "−")

    def amount(self, money: Money) -> str:
        """Return "USD 4,800": the ISO code always, decimals only when there are any."""
        return f"{money.currency}{_NO_BREAK}{self.plain_amount(money.amount, money.currency)}"

    def plain_amount(self, amount: Decimal, currency: str) -> str:
        """Return the figure alone, for a column whose head names the currency."""
        from babel.numbers import get_currency_precision  # noqa: PLC0415 - Babel stays out of the start

        whole = amount == amount.to_integral_value()
        return self.number(amount, 0 if whole else max(get_currency_precision(currency), _places(amount)))

    def percent(self, share: Decimal) -> str:
        """Return a share of 1 as a whole percentage: "33 %" in Spanish, "33%" in English."""
        figure = self.number(Decimal(round(share * 100)))
        return f"{figure}{_NO_BREAK}%" if self.language == "es" else f"{figure}%"

    def listing(self, items: Sequence[str]) -> str:
        """Return "a, b y c"; Spanish "y" becomes "e" before the sound of i."""
        from babel.lists import format_list  # noqa: PLC0415 - Babel stays out of the start

        if not items:
            return ""
        if self.language == "es" and len(items) > 1 and _sounds_like_i(items[-1]):
            return f"{', '.join(items[:-1])} e {items[-1]}"
        return format_list(list(items), locale=self._locale)

    def _days_of_month(self, first_day: int, last: LooseDate) -> str:
        if self.language == "en":
            return f"{first_day}–{self.day(last)}"
        between = "y" if last.day == first_day + 1 else "al"
        return f"{first_day} {between} {self.day(last)}"

    def _months(self, first: LooseDate, last: LooseDate) -> str:
        between = " – " if self.language == "en" else " a "
        if first.year == last.year and first.day is None:
            return f"{self._write(first, 'month_alone')}{between}{self.day(last)}"
        return f"{self.day(first)}{between}{self.day(last)}"

    def _join(self, left: str, right: str) -> str:
        return f"{left} – {right}" if self.language == "en" else f"{left} al {right}"

    def _with_year(self, day: LooseDate) -> str:
        return self.brief(day) if day.day is None else f"{self.brief(day)} {day.year}"

    def _write(self, day: LooseDate, pattern: str) -> str:
        from babel.dates import format_date  # noqa: PLC0415 - Babel stays out of the start

        return format_date(day.first_day(), self._patterns[pattern], locale=_DATE_LOCALE[self.language])


@cache
def formats(language: str, country: str | None = None) -> Formats:
    """Return the one writer of a language and country. Raises ValueError for an unknown language."""
    return Formats(language, country)


def _locale(language: str, country: str | None) -> str:
    from babel.localedata import exists  # noqa: PLC0415 - Babel stays out of the start

    wanted = f"{language}_{country}" if country else ""
    return wanted if wanted and exists(wanted) else _DEFAULT_LOCALE[language]


def _loose(day: dt.date | LooseDate) -> LooseDate:
    return day if isinstance(day, LooseDate) else LooseDate.of(day)


def _places(amount: Decimal) -> int:
    exponent = amount.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _sounds_like_i(word: str) -> bool:
    start = word.lstrip("«\"'¿¡(").casefold()
    if start.startswith(("hia", "hie", "hio", "ia", "ie", "io", "iu")):
        return False
    return start.startswith(("i", "í", "hi", "hí"))
