"""The languages of the screen and of documents: gettext, so that no sentence needs Qt.

The screen has one language at a time, switched live with `use`. A document has its own:
take `translations(language)` and ask it, whatever the screen speaks.
"""

import gettext as _gettext
from functools import cache
from typing import Final

from resources import resource

DOMAIN: Final = "facilitator"
LANGUAGES: Final = ("en", "es")
SOURCE_LANGUAGE: Final = "en"


@cache
def translations(language: str) -> _gettext.NullTranslations:
    """Return the catalogue of one language; English, the source, needs none.

    Raises ValueError for a language the program does not speak.
    """
    if language not in LANGUAGES:
        raise ValueError(language)
    if language == SOURCE_LANGUAGE:
        return _gettext.NullTranslations()
    with resource("translations", language, "LC_MESSAGES", f"{DOMAIN}.mo").open("rb") as catalogue:
        return _gettext.GNUTranslations(catalogue)


class _Screen:
    """Holds the language that the screen speaks now."""

    language: str = SOURCE_LANGUAGE
    catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def use(language: str) -> None:
    """Make the screen speak `language` from now on. Raises ValueError for an unknown one."""
    _Screen.catalogue = translations(language)
    _Screen.language = language


def language() -> str:
    """Return the language that the screen speaks, as an ISO 639 code."""
    return _Screen.language


def _(message: str) -> str:
    """Return `message` in the screen's language."""
    return _Screen.catalogue.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Return the form of a counted message that fits `n`, in the screen's language."""
    return _Screen.catalogue.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """Return `message` as it reads in `context`, where one English word has two meanings."""
    return _Screen.catalogue.pgettext(context, message)


def N_(message: str) -> str:
    """Mark a message for the catalogue and return it unchanged; translate it where it is shown."""
    return message
