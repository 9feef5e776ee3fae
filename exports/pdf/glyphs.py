"""Which face draws which character, so that text is printed exactly as it was written.

Nothing here is markup: there is none. A text is a row of characters; each is drawn by the wanted face, by a
face of the system's, or as a framed code point, and never silently as an empty box.
"""

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
_INVISIBLE: Final = frozenset(
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
_RIGHT_TO_LEFT: Final = ("R", "AL")
_BMP_END: Final = 0xFFFF


class Glyphs(NamedTuple):
    """A stretch of text that one face draws. Face None: `text` is a code point to be framed.

    `actual` is what the reader copies where that differs from what is drawn.
    """

    face: Face | None
    text: str
    actual: str | None = None


@dataclass(slots=True)
class Printability:
    """Remembers what could not be drawn as written, and where."""

    where: str = ""
    """Section or session whose text is set at the moment."""
    _met: Counter[tuple[WarningKind, str, str]] = field(default_factory=Counter)

    def note(self, kind: WarningKind, character: str) -> None:
        """Count one occurrence at the present place."""
        key = (kind, character, self.where)
        if kind is WarningKind.RIGHT_TO_LEFT:
            key = next((k for k in self._met if k[0] is kind and k[2] == self.where), key)
        self._met[key] += 1

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
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Return `text` for a place that has no lines: outline, contents, running head, file title."""
    return " ".join(plain(text).split()) or text.strip()


def glyphs(text: str, wanted: Face, print_as: Printability) -> list[Glyphs]:
    """Divide one line of `text` among the faces that can draw it."""
    if text.isascii() and text.isprintable():
        return [Glyphs(wanted, text)]
    codes = set(map(ord, text))
    if codes <= wanted.covered:
        return [Glyphs(wanted, text)]
    return _merged(
        _one(character, wanted, print_as) for character in text if ord(character) not in _INVISIBLE
    )


def _one(character: str, wanted: Face, print_as: Printability) -> Glyphs:
    code = ord(character)
    if code in wanted.covered:
        return Glyphs(wanted, character)
    if character.isspace():
        return Glyphs(wanted, " ")
    alike = _LOOK_ALIKE.get(character)
    if alike is not None and ord(alike) in wanted.covered:
        return Glyphs(wanted, alike, character)
    lent = fallback_for(code)
    if lent is None:
        print_as.note(WarningKind.NO_GLYPH, character)
        return Glyphs(None, code_point(character), character)
    if unicodedata.bidirectional(character) in _RIGHT_TO_LEFT:
        print_as.note(WarningKind.RIGHT_TO_LEFT, character)
    # ReportLab's map back to characters holds four hexadecimal digits only.
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
