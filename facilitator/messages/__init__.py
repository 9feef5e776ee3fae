"""The sentences: every error, problem and operation in the reader's language.

An error carries a key and facts (`facilitator/domain/errors.py`); here is what it says: what happened,
what is safe, what to do. Command line and windows use the same words.
"""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from facilitator.domain.errors import FacilitatorError
from facilitator.domain.values import Text
from facilitator.i18n import _, language
from facilitator.messages.errors import ERRORS
from facilitator.messages.files import FILE_PROBLEMS
from facilitator.messages.labels import LABELS, RECORD_NAMES

__all__ = ["SENTENCES", "label_of", "one_line", "record_name", "sentence", "sentence_of"]

SENTENCES: Final[Mapping[str, str]] = {**ERRORS, **FILE_PROBLEMS}
"""Every key that an error or a problem of a file can have, with its sentence in English."""

_LONGEST_FACT: Final = 1_000


def sentence(error: FacilitatorError) -> str:
    """Return what went wrong and what to do, in the screen's language, on one line."""
    return sentence_of(error.key, error.details)


def sentence_of(key: str, details: Mapping[str, object]) -> str:
    """Return the sentence of a key with its facts. A key without one names itself; a test forbids that."""
    template = SENTENCES.get(key)
    if template is None:
        return _("This cannot be done ({key}). Nothing was changed.").format(key=key)
    return one_line(_(template).format_map(_Facts(details)))


def label_of(label: str) -> str:
    """Return what an operation is called in the menu and the history: "Add card"."""
    return _(LABELS[label]) if label in LABELS else _("Change")


def record_name(key: str) -> str:
    """Return what a kind of record is called, by its key in the catalogue: "card"."""
    return _(RECORD_NAMES[key])


def one_line(text: str) -> str:
    """Return a text without line ends and control characters, which a terminal would obey."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


class _Facts(dict[str, Any]):
    """The facts of an error, written for people; one that is missing shows its name."""

    def __init__(self, details: Mapping[str, object]) -> None:
        super().__init__({name: _written(value) for name, value in details.items()})

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def _written(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Text):
        value = value.best(language())
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    text = str(value)
    return text if len(text) <= _LONGEST_FACT else text[:_LONGEST_FACT] + "…"
