"""Small values that many records share: what people said, dates that may lack a day, money."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import total_ordering
from typing import Final

from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass

MAX_TEXT: Final = 20_000
"""Longest text that a record takes, in characters: a page or two, never a pasted book."""

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LOOSE_DATE: Final = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_CURRENCY: Final = re.compile(r"[A-Z]{3}")


MOST_DIGITS: Final = 15
"""Significant digits of a figure: as many as every program and every file keeps exactly (IEEE 754)."""


def require_characters(text: str) -> None:
    """Refuse halves of characters and the null character, which files and fonts cannot hold.

    Raises InvalidInput.
    """
    if text.isascii():
        broken = text.find("\x00")
    else:
        try:
            text.encode()
            broken = text.find("\x00")
        except UnicodeEncodeError as error:
            broken = error.start
    if broken >= 0:
        raise InvalidInput("text-broken", place=broken + 1)


def is_figure(number: Decimal) -> bool:
    """Whether a number is finite and survives every file: 15 significant digits, below 10 to the 16th."""
    if not number.is_finite() or (number and abs(number.adjusted()) > MOST_DIGITS):
        return False
    digits = "".join(str(digit) for digit in number.as_tuple().digits)
    return len(digits.rstrip("0")) <= MOST_DIGITS


def require_figure(number: Decimal | None) -> None:
    """Refuse a number that would not come back from a file as it was. Raises InvalidInput."""
    if number is not None and not is_figure(number):
        raise InvalidInput("number-too-long", limit=MOST_DIGITS)


@dataclass(frozen=True, slots=True)
class Translation:
    """The same words in another language, added beside the original."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """What somebody wrote, in the language they wrote it, with translations beside it if there are any."""

    text: str
    language: str
    translations: tuple[Translation, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a text without a language, too long, or translated twice into one language."""
        if len(self.text) > MAX_TEXT:
            raise InvalidInput("text-too-long", limit=MAX_TEXT, length=len(self.text))
        require_characters(self.text)
        languages = [self.language, *(translation.language for translation in self.translations)]
        for language in languages:
            if not _LANGUAGE.fullmatch(language):
                raise InvalidInput("language-unknown", language=language)
        if len(set(languages)) < len(languages):
            raise InvalidInput("language-twice", languages=", ".join(languages))

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def translated(self, language: str) -> str | None:
        """Return the words in `language`, original or translation, or None when nobody wrote them."""
        if language == self.language:
            return self.text
        return next((each.text for each in self.translations if each.language == language), None)

    def best(self, language: str) -> str:
        """Return the words in `language` if there are any, else as they were written."""
        return self.translated(language) or self.text

    def beside(self, language: str) -> str:
        """Return the same words in another language than `best` gives, where somebody wrote them."""
        if not self.translations:
            return ""
        shown = self.best(language)
        return next((each for each in (self.text, *(t.text for t in self.translations)) if each != shown), "")

    def reworded(self, text: str, language: str | None = None) -> "Text":
        """Return this text with new words in one of its languages, the original's unless told."""
        if language is None or language == self.language:
            return replace(self, text=text)
        others = tuple(each for each in self.translations if each.language != language)
        added = (Translation(language, text),) if text.strip() else ()
        return replace(self, translations=others + added)


@total_ordering
@dataclass(frozen=True, slots=True)
class LooseDate:
    """A day, or a month whose day is not agreed yet ("September 2014")."""

    year: int
    month: int
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse a date that no calendar has."""
        try:
            date(self.year, self.month, self.day or 1)
        except ValueError:
            raise InvalidInput("date-unknown", text=self.isoformat()) from None

    @classmethod
    def parse(cls, text: str) -> "LooseDate":
        """Read `2014-09` or `2014-09-15`. Raises InvalidInput for anything else."""
        if not (found := _LOOSE_DATE.fullmatch(text)):
            raise InvalidInput("date-unknown", text=text)
        year, month, day = found.groups()
        return cls(int(year), int(month), int(day) if day else None)

    @classmethod
    def of(cls, day: date) -> "LooseDate":
        """Return the loose date that names exactly `day`."""
        return cls(day.year, day.month, day.day)

    def isoformat(self) -> str:
        """Return `2014-09` or `2014-09-15`."""
        day = "" if self.day is None else f"-{self.day:02}"
        return f"{self.year:04}-{self.month:02}{day}"

    def first_day(self) -> date:
        """Return the earliest day it can mean."""
        return date(self.year, self.month, self.day or 1)

    def last_day(self) -> date:
        """Return the latest day it can mean: a month is kept until its end."""
        return date(self.year, self.month, self.day or monthrange(self.year, self.month)[1])

    def __lt__(self, other: "LooseDate") -> bool:
        """Order by the first day meant; a whole month stands before its days."""
        return (self.year, self.month, self.day or 0) < (other.year, other.month, other.day or 0)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount and its ISO 4217 currency; never a float."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        """Refuse what is no amount or no currency code."""
        if not self.amount.is_finite():
            raise InvalidInput("amount-unknown", text=str(self.amount))
        require_figure(self.amount)
        if not _CURRENCY.fullmatch(self.currency):
            raise InvalidInput("currency-unknown", currency=self.currency)

    def __add__(self, other: "Money") -> "Money":
        if other.currency != self.currency:
            raise InvalidInput("currencies-differ", first=self.currency, second=other.currency)
        return Money(self.amount + other.amount, self.currency)
