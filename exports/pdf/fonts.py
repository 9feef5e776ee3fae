"""The faces of the printed page: ours, with figures of equal width, and what the system lends for the rest.

Atkinson Hyperlegible Next covers the languages of the region. A character it lacks is looked for in a few
widespread fonts of the system; what none has is drawn as its code point and named in a warning.
"""

import io
import os
import re
import shutil
import struct
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import Any, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from exports.pdf.opentype import single_substitutions
from facilitator.domain.frozen import dataclass
from resources import resource

_FILES: Final = {
    "regular": "400Regular",
    "italic": "400Regular_Italic",
    "medium": "500Medium",
    "semibold": "600SemiBold",
    "bold": "700Bold",
    "tabular": "400Regular",
    "tabular-bold": "700Bold",
}
FACES: Final = tuple(_FILES)
"""Names of the faces; the tabular ones have figures of equal width, for columns and times."""

_SYSTEM_FILES: Final = (
    "NotoSansArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "segoeui.ttf",
    "GeezaPro.ttc",
    "ArialHB.ttc",
    "DejaVuSans.ttf",
    "NotoSans-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
    "NotoSansSymbols-Regular.ttf",
    "NotoEmoji-Regular.ttf",
    "Arial Unicode.ttf",
    "seguisym.ttf",
    "seguiemj.ttf",
    "arial.ttf",
    "Nirmala.ttf",
    "Nirmala.ttc",
    "LeelawUI.ttf",
    "ebrima.ttf",
    "msyh.ttc",
    "malgun.ttf",
    "YuGothM.ttc",
)
"""Widespread fonts that cover much, looked for by name; fontconfig is asked for the rest, where it is."""
_FINDER: Final = "fc-match"
_FOUND: Final = 8
"""Fonts tried of those that fontconfig names, best first: it names all, those without the character too."""
_BLOCK: Final = 0x80
_PRIVATE: Final = range(0xE000, 0xF900)
_NOWHERE: Final = ("Cc", "Cf", "Co", "Cn", "Cs")
"""Categories of characters that no font is asked for."""
_CODE: Final = re.compile(r"(<[0-9A-F]{2}>) <([0-9A-F]{4,6})>$", re.MULTILINE)
"""A line of ReportLab's map from codes back to characters."""
_NOTHING: Final = "\u200b"
"""Stands in the map for the second glyph of one letter."""
_asked: dict[int, tuple["Face", ...]] = {}
_MOST_WIDTHS: Final = 20_000
_DIGITS: Final = range(ord("0"), ord("9") + 1)


class _Widths(dict[str, float]):
    """Widths of the words met; all are forgotten before they take more room than a document."""

    def __init__(self, font: TTFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, text: str) -> float:
        if len(self) > _MOST_WIDTHS:
            self.clear()
        width = self[text] = float(self._font.stringWidth(text, 1000))
        return width


@dataclass(frozen=True, slots=True)
class Face:
    """One font file as ReportLab draws it; widths are in thousandths of the size."""

    name: str
    font: TTFont
    letters: frozenset[str] = field(repr=False)
    """Characters that it can draw."""
    _widths: _Widths = field(repr=False, compare=False)
    _codes: dict[tuple[int, str], str] = field(default_factory=dict, repr=False, compare=False)

    def width(self, text: str) -> float:
        """Return how wide `text` is at size 1000; words repeat, so each is measured once."""
        return self._widths[text]

    def widths(self, words: list[str]) -> list[float]:
        """Return how wide each word is at size 1000."""
        return list(map(self._widths.__getitem__, words))

    def advance(self, character: str) -> float:
        """Return the width of one character at size 1000."""
        face = self.font.face
        return float(face.charWidths.get(ord(character), face.defaultWidth))

    def code_of(self, glyph: int, means: str) -> str:
        """Return the character by which ReportLab draws a glyph that stands for the characters `means`."""
        sheet = self.font.face
        if len(means) == 1 and sheet.charToGlyph.get(ord(means)) == glyph:
            return means
        code = self._codes.get((glyph, means))
        if code is None:
            number = next(each for each in _PRIVATE if each not in sheet.charToGlyph)
            code = self._codes[glyph, means] = chr(number)
            sheet.charToGlyph[number] = glyph
            sheet.charWidths[number] = sheet.hmetrics[glyph][0] * 1000 / sheet.unitsPerEm
            self.font.meanings[number] = means
        return code


class LentFont(TTFont):  # type: ignore[misc]  # ReportLab has no types
    """A font of the system's. The file says of each of its codes which characters it stands for."""

    def __init__(self, name: str, file: str, index: int = 0) -> None:
        super().__init__(name, file, subfontIndex=index, asciiReadable=False)
        self.index = index
        self.meanings: dict[int, str] = {}
        """Characters for which a code of the private area stands; none for the second part of a letter."""

    def addObjects(self, doc: Any) -> None:
        """Put the right characters where ReportLab writes the code itself, in four digits."""
        known = set(doc.idToObject)
        super().addObjects(doc)
        for name, written in doc.idToObject.items():
            if name not in known and name.startswith("toUnicodeCMap:"):
                written.content = _CODE.sub(self._characters, written.content)

    def _characters(self, found: re.Match[str]) -> str:
        code = int(found[2], 16)
        meaning = self.meanings.get(code, chr(code)) or _NOTHING
        return f"{found[1]} <{meaning.encode('utf-16-be', 'surrogatepass').hex().upper()}>"


@cache
def face(name: str) -> Face:
    """Return one of `FACES`, read from the program's own fonts the first time."""
    data = resource("fonts", f"AtkinsonHyperlegibleNext_{_FILES[name]}.ttf").read_bytes()
    font = TTFont(f"Facilitator-{name}", io.BytesIO(data), asciiReadable=False)
    if name.startswith("tabular"):
        _set_tabular(font, data)
    return _registered(font)


def _set_tabular(font: TTFont, data: bytes) -> None:
    """Let the figures be the ones of equal width; the face gets a name of its own (OFL, and the PDF)."""
    sheet, pairs = font.face, single_substitutions(data, "tnum")
    for code in _DIGITS:
        glyph = pairs[sheet.charToGlyph[code]]
        sheet.charToGlyph[code] = glyph
        sheet.charWidths[code] = sheet.hmetrics[glyph][0] * 1000 / sheet.unitsPerEm
    style = sheet.name.rpartition(b"-")[2] if isinstance(sheet.name, bytes) else b"Regular"
    sheet.name = type(sheet.name)(b"FacilitatorTabular-" + style)


def _registered(font: TTFont) -> Face:
    pdfmetrics.registerFont(font)
    drawn = frozenset(chr(code) for code in font.face.charToGlyph if _is_drawn(code))
    return Face(font.fontName, font, drawn, _Widths(font))


def _is_drawn(code: int) -> bool:
    """Leave out what a font may hold but no reader should see: invisible signs, private and control codes."""
    return code >= ord(" ") and unicodedata.category(chr(code)) not in _NOWHERE


@cache
def fallback_for(code: int) -> Face | None:
    """Return a face of the system's that has this character, None when none has."""
    if unicodedata.category(chr(code)) in _NOWHERE:
        return None
    known = next((each for each in _system_faces() if chr(code) in each.letters), None)
    if known is None:
        known = next((each for each in _named_for(code) if chr(code) in each.letters), None)
    return known


@cache
def _system_faces() -> tuple[Face, ...]:
    places = _found(_folders())
    files = [places[name.lower()] for name in _SYSTEM_FILES if name.lower() in places]
    return tuple(face for face in (_lent(str(file)) for file in files) if face is not None)


def _named_for(code: int) -> tuple[Face, ...]:
    """Return the fonts that fontconfig names for a character; each block of characters is asked for once."""
    block = code // _BLOCK
    if block not in _asked:
        _asked[block] = tuple(_named_by_fontconfig(code))
    return _asked[block]


def _named_by_fontconfig(code: int) -> Iterator[Face]:
    finder = shutil.which(_FINDER)
    if finder is None:
        return
    asked = [finder, "--sort", "--format=%{file}\t%{index}\n", f"sans-serif:charset={code:x}:outline=true"]
    try:
        answer = subprocess.run(asked, capture_output=True, check=True, timeout=10)  # noqa: S603 - found above
    except (OSError, subprocess.SubprocessError):
        return
    for line in answer.stdout.decode(errors="replace").splitlines()[:_FOUND]:
        file, _, index = line.rpartition("\t")
        face = _lent(file, int(index) if index.isdecimal() else 0)
        if face is not None:
            yield face


@cache
def _lent(file: str, index: int = 0) -> Face | None:
    """Read a font of the system's; None where it has no TrueType outlines or may not be embedded."""
    try:
        font = LentFont(f"System-{Path(file).name}-{index}", file, index & 0xFFFF)
    except (TTFError, OSError, LookupError, ValueError, struct.error, AssertionError):
        return None  # a file that only looks like a font: the next one may do
    return _registered(font)


def _found(folders: list[Path]) -> dict[str, Path]:
    wanted = {name.lower() for name in _SYSTEM_FILES}
    places: dict[str, Path] = {}
    for folder in folders:
        for where, below, names in os.walk(folder):
            below.sort()
            for name in sorted(names):
                if name.lower() in wanted:
                    places.setdefault(name.lower(), Path(where, name))
    return places


def _folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "win32":
        return [Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")]
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts"]
