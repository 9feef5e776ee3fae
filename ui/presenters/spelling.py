"""Which words of a text a dictionary is asked about, and which are known without it. No Qt."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from facilitator.domain.cases import Case
from facilitator.domain.cycles import Alliance, Cycle, Workshop
from facilitator.domain.frozen import dataclass
from facilitator.domain.people import Organisation, Person
from facilitator.domain.records import Records
from facilitator.i18n import LANGUAGES
from resources import resource

LONGEST_TEXT: Final = 20_000
"""Signs that are looked at: whoever pastes a book into a card is not helped by marks."""

_LONGEST_WORD: Final = 60
_FOREIGN: Final = 0.6
"""Share of unknown words from which on a text is in another language than the dictionary."""
_ENOUGH: Final = 4
"""Different words that this can be told from."""

_TOKEN: Final = re.compile(r"\S+")
_LETTER: Final = r"(?:[^\W\d_][\u0300-\u036f]*)"
_WORD: Final = re.compile(rf"{_LETTER}+(?:['’]{_LETTER}+)*")
_NO_WORDS: Final = re.compile(r"[@\d_/\\]|\w\.\w|://|^www\.|^#")
"""What makes no word of the signs between two spaces: addresses, figures, names of files."""

_LAST_LATIN: Final = "\u036f"
"""The last of the Latin letters and of the accents that are laid over them."""

_OPENING: Final = " \t\"'«“‘(¿¡+-–−•*—[>"
_ENDING: Final = ".!?…:;\n\u2029"


@dataclass(frozen=True, slots=True)
class Spelt:
    """A word of a text, and where it stands: in the units that Qt counts texts by."""

    word: str
    start: int
    end: int


def spelt(text: str, language: str) -> Iterator[Spelt]:
    """Yield the words that can be wrong: no figures, addresses, abbreviations, nor names inside a sentence.

    Words in other letters than those of the language are not judged, where the program knows which those are.
    """
    text = text[:LONGEST_TEXT]
    last = _LAST_LATIN if language[:2] in LANGUAGES else "\U0010ffff"
    shouted = text.isupper()
    place = units = 0
    for token in _TOKEN.finditer(text):
        if _NO_WORDS.search(token.group()):
            continue
        for found in _WORD.finditer(text, token.start(), token.end()):
            word = found.group()
            if max(asked(word)) > last or not _can_be_wrong(word, shouted):
                continue
            if word[0].isupper() and not shouted and _is_name(text, found):
                continue
            units += _units(text[place : found.start()])
            place = found.start()
            yield Spelt(asked(word), units, units + _units(word))


def _can_be_wrong(word: str, shouted: bool) -> bool:
    if not 1 < len(word) <= _LONGEST_WORD:
        return False
    return shouted or word.islower() or word.istitle() or word[1:].islower()


def _is_name(text: str, found: re.Match[str]) -> bool:
    """Return whether a capital letter stands inside a sentence, where names have it."""
    before = text[: found.start()].rstrip(_OPENING)
    return bool(before) and before[-1] not in _ENDING


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def asked(word: str) -> str:
    """Return a word as dictionaries write it: letters and accents in one piece, a straight apostrophe."""
    return unicodedata.normalize("NFC", word).replace("’", "'")


def folded(word: str) -> str:
    """Return a word without its capitals."""
    return asked(word).casefold()


def names(records: Records) -> frozenset[str]:
    """Return every word of a name in the workshop, folded: of people, organisations, places and the cycle."""
    said: list[object] = [each.full_name for each in records.where(Person)]
    for organisation in records.where(Organisation):
        said += (organisation.name, organisation.short)
    for workshop in records.where(Workshop):
        said += (workshop.city, workshop.venue, workshop.actual and workshop.actual.city)
    for case in records.where(Case):
        said += (party.name for party in (case.seller, case.buyer) if party is not None)
    said += [each.name for each in records.where(Alliance)]
    said += [each.topic for each in records.where(Cycle)]
    return frozenset(folded(word) for each in said if each for word in _WORD.findall(str(each)))


@lru_cache
def known(language: str) -> frozenset[str]:
    """Return the trade's words of a language and the region's places, folded: dictionaries lack many."""
    files = ("places.txt", f"known.{language[:2]}.txt") if language[:2] in LANGUAGES else ("places.txt",)
    written = [resource("words", name).read_text(encoding="utf-8").split() for name in files]
    return frozenset(folded(word) for words in written for word in words)


def is_foreign(unknown: int, words: int) -> bool:
    """Return whether so many words are unknown that the text is in another language than the dictionary."""
    return words >= _ENOUGH and unknown > _FOREIGN * words


def around(marks: Sequence[Spelt], place: int) -> Spelt | None:
    """Return the marked word that a place is in, else the last one before it, else the first behind it."""
    inside = next((each for each in marks if each.start <= place <= each.end), None)
    before = [each for each in marks if each.end < place]
    return inside or (before[-1] if before else None) or (marks[0] if marks else None)
