"""Which face draws which character, so that text is printed exactly as it was written.

Nothing here is markup: there is none. A text is a row of characters; each is drawn by the wanted face, by a
face of the system's, or as a framed code point, and never silently as an empty box.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import field
from typing import Final, NamedTuple

from exports.pdf.fonts import Face, fallback_for
from exports.report import CharacterWarning, WarningKind
from facilitator.domain.frozen import dataclass

_LOOK_ALIKE: Final = {
    "\u02bc": "\u2019",  # the apostrophe of Mayan languages
    "\u2011": "-",  # the hyphen that does not break
    "\u2010": "-",
    "\u2212": "\u2013",  # minus, should a face lack it
}
_LINE_ENDS: Final = str.maketrans(
    dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n") | {"\t": "    "}
)
_ODD_SPACE: Final = re.compile("[\t\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
INVISIBLE: Final = frozenset(
    code
    for first, last in (
        (0x00AD, 0x00AD),
        (0x034F, 0x034F),
        (0x061C, 0x061C),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x206F),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0),
        (0xFFF0, 0xFFF8),
        (0x1BCA0, 0x1BCA3),
        (0x1D173, 0x1D17A),
        (0xE0000, 0xE0FFF),
    )
    for code in range(first, last + 1)
)
"""Unicode's default ignorables: characters that are meant to show nothing."""
_SHAPED: Final = re.compile(
    "[\u0590-\u109f\u1780-\u18af\u1a20-\u1b7f\u1b80-\u1c4f\ua800-\ua8df\ua980-\uaa7f\uabc0-\uabff"
    "\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U00011000-\U00011fff\U0001e800-\U0001efff]"
)
"""Letters that join, stack or change place, or are read from right to left."""
_BMP_END: Final = 0xFFFF


class Placed(NamedTuple):
    """Glyphs of a shaped stretch that follow each other: `text` has a code for each.

    `right` and `up` are the place of the first in the stretch, in thousandths of the size.
    """

    text: str
    right: float
    up: float
    is_mark: bool
    """Whether the letter it stands on says it too."""


class Glyphs(NamedTuple):
    """A stretch of text that one face draws. Face None: `text` is a code point to be framed.

    `actual` is what the reader copies where that differs from what is drawn. `placed` are glyphs that were
    shaped, from the left, `backwards` those that are read from the right, `advance` their width in
    thousandths of the size.
    """

    face: Face | None
    text: str
    actual: str | None = None
    placed: tuple[Placed, ...] | None = None
    backwards: bool = False
    advance: float = 0.0


@dataclass(slots=True)
class Printability:
    """Remembers what could not be drawn as written, and where."""

    where: str = ""
    """Section or session whose text is set at the moment."""
    _met: Counter[tuple[WarningKind, str, str]] = field(default_factory=Counter)

    def note(self, kind: WarningKind, character: str) -> None:
        """Count one occurrence at the present place."""
        self._met[kind, character, self.where] += 1

    def warnings(self) -> tuple[CharacterWarning, ...]:
        """Return each character once per place, in the order met."""
        return tuple(
            CharacterWarning(kind, character, code_point(character), where, count)
            for (kind, character, where), count in self._met.items()
        )


def code_point(character: str) -> str:
    """Return "U+00E9" for "é"."""
    return f"U+{ord(character):04X}"


def plain(text: str) -> str:
    """Return `text` with every kind of line end as a newline, tabs as spaces and marks composed."""
    if text.isascii() and text.isprintable():
        return text
    if _ODD_SPACE.search(text) is not None:
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Return `text` for a place that has no lines: outline, contents, running head, file title."""
    return " ".join(plain(text).split()) or text.strip()


def is_complex(text: str) -> bool:
    """Whether a text has letters that must be shaped, or that are read from right to left."""
    return not text.isascii() and _SHAPED.search(text) is not None


def is_plain(text: str, wanted: Face) -> bool:
    """Whether `wanted` draws a line of text as it is, letter by letter from the left."""
    if text.isascii() and text.isprintable():
        return True
    return wanted.letters.issuperset(text) and _SHAPED.search(text) is None


def unprintable(character: str, print_as: Printability) -> Glyphs:
    """Return the code point that stands for a character that no font has, and remember it."""
    print_as.note(WarningKind.NO_GLYPH, character)
    return Glyphs(None, code_point(character), character)


def glyphs(text: str, wanted: Face, print_as: Printability) -> list[Glyphs]:
    """Divide one line of `text` among the faces that can draw it."""
    if text.isascii() and text.isprintable():
        return [Glyphs(wanted, text)]
    if wanted.letters.issuperset(text):
        return [Glyphs(wanted, text)]
    return _merged(_one(character, wanted, print_as) for character in text if ord(character) not in INVISIBLE)


def _one(character: str, wanted: Face, print_as: Printability) -> Glyphs:
    code = ord(character)
    if character in wanted.letters:
        return Glyphs(wanted, character)
    if character.isspace():
        return Glyphs(wanted, " ")
    alike = _LOOK_ALIKE.get(character)
    if alike is not None and alike in wanted.letters:
        return Glyphs(wanted, alike, character)
    lent = fallback_for(code)
    if lent is None:
        return unprintable(character, print_as)
    # Many readers know a character beyond the basic plane only when it is said so.
    return Glyphs(lent, character, character if code > _BMP_END else None)


def _merged(parts: Iterable[Glyphs]) -> list[Glyphs]:
    merged: list[Glyphs] = []
    for part in parts:
        last = merged[-1] if merged else None
        if last is not None and last.face is part.face and last.actual is None and part.actual is None:
            merged[-1] = Glyphs(last.face, last.text + part.text)
        else:
            merged.append(part)
    return merged
