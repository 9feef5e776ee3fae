"""Dates and amounts as people type them in Spanish and English, read tolerantly and never guessed.

"sep 2014", "09/2014", "30/04/2014" and "30 de abril de 2014" are dates; "4.800,00", "4,800.00" and "USD 4800"
are amounts. What has two readings, or none, is refused, and the words stay where they were typed.
"""

import datetime as dt
import re
import unicodedata
from decimal import Decimal
from typing import Final

from facilitator.domain.errors import InvalidInput
from facilitator.domain.values import LooseDate, Money

_MONTHS: Final = {
    1: ("enero", "january", "ene"),
    2: ("febrero", "february"),
    3: ("marzo", "march"),
    4: ("abril", "april"),
    5: ("mayo", "may"),
    6: ("junio", "june"),
    7: ("julio", "july"),
    8: ("agosto", "august"),
    9: ("septiembre", "setiembre", "september"),
    10: ("octubre", "october"),
    11: ("noviembre", "november"),
    12: ("diciembre", "december"),
}
_SHORTEST: Final = 3
"""Letters from which a month is known: "ene", "sept"."""

_BEHIND: Final = 3
"""Months that a date without a year may lie behind; a work plan looks ahead."""

_WORD: Final = re.compile(r"[a-z]+|\d+")
_SEPARATED: Final = re.compile(r"\s*[-/.\s]\s*")
_FILLERS: Final = frozenset({"de", "del", "of", "st", "nd", "rd", "th", "o", "el", "the"})
_BETWEEN: Final = re.compile(r"\s+(?:[-–—]|a|al|to|until|hasta)\s+|\s*[–—]\s*", re.IGNORECASE)
_CODE: Final = re.compile(r"^([A-Za-z]{3})(?=[\s\d])|(?<=[\s\d])([A-Za-z]{3})$")
_SIGNS: Final = re.compile(r"(US|C|Q|L|B/\.)?\$|[€₡]")
_FIGURE: Final = re.compile(r"-?\d+(?:[.,]\d+)*")
_NOTHING: Final = frozenset({"", "-", "–", "—"})


def typed_date(words: str, near: dt.date) -> LooseDate | None:
    """Read a day or a month; None when nothing was typed. Days stand before months.

    Without a year the first such date is meant that lies no more than three months before `near`.
    Raises InvalidInput("date-unknown").
    """
    text = _plain(words)
    if text in _NOTHING:
        return None
    parts = [part for part in _WORD.findall(text) if part not in _FILLERS]
    if not parts or _WORD.sub("", text).strip(" /.,-º°ª"):
        raise InvalidInput("date-unknown", text=words)
    try:
        if any(part.isalpha() for part in parts):
            return _named(parts, near)
        return _numbered([part for part in _SEPARATED.split(text) if part], near)
    except (ValueError, InvalidInput):
        raise InvalidInput("date-unknown", text=words) from None


def typed_span(words: str, near: dt.date) -> tuple[LooseDate | None, LooseDate | None]:
    """Read "10 feb – 29 ago 2014" as start and end; one date alone is the end, by which it is due.

    A start without a year takes the end's. Raises InvalidInput("date-unknown").
    """
    sides = _BETWEEN.split(words.strip())
    if len(sides) > 2:
        raise InvalidInput("date-unknown", text=words)
    end = typed_date(sides[-1], near)
    if len(sides) == 1:
        return None, end
    start = typed_date(sides[0], end.first_day() if end is not None else near)
    if start is not None and end is not None and end < start and not _names_year(sides[0]):
        start = LooseDate(start.year - 1, start.month, start.day)
    return start, end


def typed_number(words: str) -> Decimal | None:
    """Read a figure with whatever signs its country writes; None when nothing was typed.

    Where both signs stand, the last is the decimal one. A single sign before exactly three digits
    separates thousands, because no currency has three decimals; but "0.500" is a half.
    Raises InvalidInput("amount-unknown").
    """
    text = re.sub(r"[\s'’\u2009]", "", _SIGNS.sub("", words.replace("\u2212", "-")))
    if text in _NOTHING:
        return None
    if not _FIGURE.fullmatch(text):
        raise InvalidInput("amount-unknown", text=words)
    signs = [sign for sign in text if sign in ".,"]
    decimal = _decimal_sign(text, signs)
    whole, _, cents = text.partition(decimal) if decimal else (text, "", "")
    groups = re.split(r"[.,]", whole.removeprefix("-"))
    grouped_well = len(groups) == 1 or (len(groups[0]) <= 3 and all(len(each) == 3 for each in groups[1:]))
    if not grouped_well or len(set(re.findall(r"[.,]", whole))) > 1:
        raise InvalidInput("amount-unknown", text=words)
    return Decimal(re.sub(r"[.,]", "", whole) + ("." + cents if cents else ""))


def typed_money(words: str, currency: str) -> Money | None:
    """Read an amount; a code in front of it or behind ("NIO 300") is its currency, else `currency` is.

    None when nothing was typed. Raises InvalidInput("amount-unknown").
    """
    text = words.strip()
    found = _CODE.search(text)
    if found is not None:
        currency = (found[1] or found[2]).upper()
        text = text[: found.start()] + text[found.end() :]
    try:
        amount = typed_number(text)
    except InvalidInput:
        raise InvalidInput("amount-unknown", text=words) from None
    return None if amount is None else Money(amount, currency)


def typed_count(words: str) -> int | None:
    """Read a whole number, such as a count of people or "20 %"; None when nothing was typed.

    Raises InvalidInput("number-unknown").
    """
    text = words.strip().removesuffix("%").strip()
    if text in _NOTHING:
        return None
    if not re.fullmatch(r"-?[0-9]{1,9}", text):
        raise InvalidInput("number-unknown", text=words)
    return int(text)


def _plain(words: str) -> str:
    """Return words in lower case without accents."""
    parts = unicodedata.normalize("NFD", words.strip().casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _named(parts: list[str], near: dt.date) -> LooseDate:
    names = [part for part in parts if part.isalpha()]
    figures = [part for part in parts if part.isdecimal()]
    if len(names) != 1:
        raise ValueError
    month = _month(names[0])
    days = [figure for figure in figures if len(figure) <= 2]
    years = [figure for figure in figures if len(figure) == 4]
    if len(days) + len(years) != len(figures) or len(years) > 1:
        raise ValueError
    if years:
        if len(days) > 1:
            raise ValueError
        return LooseDate(int(years[0]), month, int(days[0]) if days else None)
    if len(days) == 2:
        return LooseDate(_century(days[1]), month, int(days[0]))
    return _ahead(month, int(days[0]) if days else None, near)


def _month(name: str) -> int:
    if len(name) < _SHORTEST:
        raise ValueError
    for number, names in _MONTHS.items():
        if any(each.startswith(name) for each in names) or (name == "sept" and number == 9):
            return number
    raise ValueError


def _numbered(parts: list[str], near: dt.date) -> LooseDate:
    if any(not part.isdecimal() for part in parts):
        raise ValueError
    figures = [int(part) for part in parts]
    match [len(part) for part in parts]:
        case [4, 1 | 2]:
            return LooseDate(figures[0], figures[1])
        case [1 | 2, 4]:
            return LooseDate(figures[1], figures[0])
        case [4, 1 | 2, 1 | 2]:
            return LooseDate(figures[0], figures[1], figures[2])
        case [1 | 2, 1 | 2, 2 | 4]:
            year = figures[2] if len(parts[2]) == 4 else _century(parts[2])
            return LooseDate(year, figures[1], figures[0])
        case [1 | 2, 1 | 2]:
            return _ahead(figures[1], figures[0], near)
        case _:
            raise ValueError


def _century(two_digits: str) -> int:
    return 2000 + int(two_digits)


def _ahead(month: int, day: int | None, near: dt.date) -> LooseDate:
    months_away = (near.year * 12 + near.month) - (near.year * 12 + month)
    return LooseDate(near.year + (1 if months_away > _BEHIND else 0), month, day)


def _names_year(words: str) -> bool:
    return re.search(r"\d{4}", words) is not None


def _decimal_sign(text: str, signs: list[str]) -> str:
    if not signs:
        return ""
    last = signs[-1]
    behind = text.rpartition(last)[2]
    if len(set(signs)) == 2:
        return last if signs.count(last) == 1 else "?"
    if len(signs) > 1:
        return ""
    zero = text.removeprefix("-").startswith("0")
    return last if len(behind) != 3 or zero else ""
