"""What people wrote, in a file: a string in the file's language, or an object of language to text."""

from typing import Any, Final

from facilitator.domain.errors import InvalidInput
from facilitator.domain.values import Text, Translation
from facilitator.interchange.schema_problems import shown

ORIGINAL: Final = "original"
"""The key that names the original's language where the rule would guess another."""


def read_text(written: Any, language: str) -> Text:
    """Return the text that a file says. Raises InvalidInput when it says none.

    The original is the one in the file's language if there is one, else the first, unless the
    object names another under `original`. The others are translations, in their order.
    """
    if isinstance(written, str):
        return Text(written, language)
    for each in written.values() if isinstance(written, dict) else (written,):
        if each is not None and not isinstance(each, str):
            raise InvalidInput("must-be-text-or-languages", found=shown(each))
    words = {key: text for key, text in written.items() if text is not None and key != ORIGINAL}
    if not words:
        raise InvalidInput("text-without-language")
    original = written.get(ORIGINAL) or (language if language in words else next(iter(words)))
    if original not in words:
        raise InvalidInput("original-missing", language=original)
    others = (Translation(key, text) for key, text in words.items() if key != original)
    return Text(words[original], original, tuple(others))


def write_text(text: Text, language: str) -> str | dict[str, str]:
    """Return a text as a file says it, as short as it reads back equal."""
    if text.language == language and not text.translations:
        return text.text
    words = {text.language: text.text, **{each.language: each.text for each in text.translations}}
    if text.language != language and language in words:
        return {ORIGINAL: text.language, **words}
    return words


def beside(written: Any, language: str | None, translation: str | None, main: str) -> Any:
    """Return a text whose language and translation stand beside it (`lang`, `translation`) as one object.

    A translation of words in another language is in the file's language; else it is in English, or
    in Spanish when the file is in English.
    """
    if isinstance(written, dict) or (language is None and translation is None):
        return written
    spoken = language or main
    words = {ORIGINAL: spoken, spoken: written}
    if translation is not None:
        other = main if spoken != main else "es" if main == "en" else "en"
        words[other] = translation
    return words
