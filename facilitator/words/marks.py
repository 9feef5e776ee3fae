"""How a word of an enumeration is marked for translation, and the shape of the tables of words."""

from collections.abc import Mapping
from enum import Enum
from typing import TypeAlias

Word: TypeAlias = tuple[str, str]
"""A context and an English word; the context tells two meanings of one word apart."""

Table: TypeAlias = Mapping[type[Enum], Mapping[Enum, Word]]
"""Words by enumeration, then by member: members of two enumerations may have equal values."""


def pgettext(context: str, message: str) -> Word:
    """Mark a word for the catalogue and keep it for later: `word` translates it where it is shown."""
    return context, message
