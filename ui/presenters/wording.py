"""Texts as a field shows and takes them: in the screen's language where there is one, else as written."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from facilitator.domain.values import Text

NewText = Callable[[str], Text]
"""Makes a text of words typed just now, in the workshop's language."""

_CLOCK: Final = re.compile(r"(\d{1,2})(?:\s*[:.hH]\s*(\d{2})?|(\d{2}))?")


def shown(text: Text | None, language: str) -> str:
    """Return what a field shows of a text that may be missing."""
    return "" if text is None else text.best(language)


def reworded(old: Text | None, words: str, language: str, new_text: NewText) -> Text | None:
    """Return a text after its field was left: the language that was shown gets the new words.

    No words mean no text. Raises InvalidInput when the words are too long.
    """
    words = words.strip()
    if not words:
        return None
    if old is None:
        return new_text(words)
    return old.reworded(words, language if old.translated(language) is not None else old.language)


def lines(texts: Sequence[Text], language: str) -> str:
    """Return several short texts as lines of one field."""
    return "\n".join(" ".join(text.best(language).split()) for text in texts)


def reworded_lines(old: Sequence[Text], words: str, language: str, new_text: NewText) -> tuple[Text, ...]:
    """Return the texts of a field with one in each line; lines that stay keep their translations."""
    typed = [line.strip() for line in words.splitlines() if line.strip()]
    known = {" ".join(text.best(language).split()): text for text in old}
    same_length = len(typed) == len(old)
    made = []
    for place, line in enumerate(typed):
        before = known.get(line) or (old[place] if same_length and place < len(old) else None)
        text = reworded(before, line, language, new_text) if before != known.get(line) else before
        made.append(text or new_text(line))
    return tuple(made)


def parse_clock(words: str) -> tuple[int, int] | None:
    """Read "8:30", "08.30", "830", "8 h" or "8" as hours and minutes; None for anything else."""
    found = _CLOCK.fullmatch(words.strip())
    if found is None:
        return None
    hours, minutes = int(found[1]), int(found[2] or found[3] or 0)
    return (hours, minutes) if hours < 24 and minutes < 60 else None


@cache
def language_name(code: str) -> str:
    """Return what a language calls itself: "Español" for "es"; an unknown code stays as it is."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - Babel stays out of the start

    try:
        name = Locale.parse(code, sep="-").get_display_name(code.replace("-", "_")) or code
    except (UnknownLocaleError, ValueError):
        return code
    return name[:1].upper() + name[1:]
