"""Words of enumerations: what a stored key is called, in the language of a catalogue.

`word(t, AttendanceCode.LATE)` is "Late" or "Llegada tardía". Screens pass the screen's catalogue,
documents their own. Every word has a context in the catalogue, because Spanish says "Done" in three ways.
"""

from enum import Enum
from functools import cache
from gettext import NullTranslations
from typing import Final

from facilitator.domain.people import AttendanceCode
from facilitator.words.agenda import AGENDA
from facilitator.words.cards import CARDS
from facilitator.words.learning import LEARNING
from facilitator.words.marks import Table
from facilitator.words.results import RESULTS
from facilitator.words.room import LETTERS, ROOM

WORDS: Final[Table] = {**ROOM, **AGENDA, **CARDS, **LEARNING, **RESULTS}
"""Every enumeration of the records, with its words in English."""


def word(t: NullTranslations, key: Enum) -> str:
    """Return the word of a key in the catalogue `t`. Raises KeyError for an enumeration without words."""
    context, english = WORDS[type(key)][key]
    return t.pgettext(context, english)


def letter(t: NullTranslations, code: AttendanceCode) -> str:
    """Return what stands for a mark of attendance in a list: "L" is late in English, "T" in Spanish."""
    context, english = LETTERS[code]
    return t.pgettext(context, english)


def country(language: str, code: str | None) -> str | None:
    """Return the name of a country by its ISO 3166 code ("NI"); a code nobody knows stays as it is."""
    return None if not code else _territories(language).get(code.upper(), code)


@cache
def _territories(language: str) -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - Babel stays out of the start

    return {str(code): str(name) for code, name in Locale.parse(language).territories.items()}
