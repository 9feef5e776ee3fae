"""Names of files that every system takes: what a document is of, its kind, language, level and version."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_UNSAFE: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_COLON: Final = re.compile(r"\s*:\s+")
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST_TITLE: Final = 80
_LONGEST_NAME_BYTES: Final = 230
"""Most file systems take 255; the part that is being written has a longer name for a while."""


def safe_name(words: str, *, otherwise: str, ending: str = "pdf") -> str:
    """Return words as a name with an ending; `otherwise` stands where there is nothing to call it by."""
    plain = " ".join(_UNSAFE.sub(" ", unicodedata.normalize("NFC", words)).split()).strip(" .")
    if plain.casefold().endswith(f".{ending}"):
        plain = plain[: -len(ending) - 1].rstrip(" .")
    if not plain or _RESERVED.fullmatch(plain):
        plain = f"{plain} {otherwise}".strip()
    while len(plain.encode()) > _LONGEST_NAME_BYTES:
        plain = plain[:-1].rstrip(" .")
    return f"{plain}.{ending}"


def edition_name(title: str, facts: Iterable[str], *, otherwise: str, ending: str = "pdf") -> str:
    """Return the name of one edition: a long title cut, then the facts that tell it from others."""
    short = " ".join(_UNSAFE.sub(" ", _COLON.sub(", ", title)).split())
    short = short[:_LONGEST_TITLE].rstrip(" .") or otherwise
    parts = [short, *(each.strip() for each in facts if each.strip())]
    return safe_name(", ".join(parts), otherwise=otherwise, ending=ending)
