"""Escapes people's words, so that Markdown shows them as they were said.

CommonMark takes a backslash before any sign of ASCII punctuation; only those get one that could mean
something where they stand, so that the file itself stays readable.
"""

import re
from typing import Final

from exports.outline.lawful import lawful

_ANYWHERE: Final = re.compile(r"[\\`*_\[\]<>&~|$^{}]")
_BLANKS: Final = re.compile(r"[ \t\n]+")
_AT_START: Final = re.compile(r"[-+=#:]|\d{1,9}(?=[.)])")
"""What begins a list, a title, a quotation or a definition when it opens a line."""


def inline(text: str) -> str:
    """Return one line of words, without the blanks at its ends: those mean something there."""
    plain = _ANYWHERE.sub(r"\\\g<0>", _BLANKS.sub(" ", lawful(text)).strip())
    found = _AT_START.match(plain)
    if found is None:
        return plain
    return f"{plain[: found.end()]}\\{plain[found.end() :]}" if found[0].isdecimal() else f"\\{plain}"


def lines(text: str) -> list[str]:
    """Return the lines of a text, escaped; an empty one is left out, it would end the paragraph."""
    return [line for each in lawful(text).split("\n") if (line := inline(each))]
