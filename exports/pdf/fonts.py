"""The faces of the printed page: ours, with figures of equal width, and what the system lends for the rest.

Atkinson Hyperlegible Next covers the languages of the region. A character it lacks is looked for in a few
widespread fonts of the system; what none has is drawn as its code point and named in a warning.
"""

import io
import os
import sys
import unicodedata
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import Final

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
    "DejaVuSans.ttf",
    "NotoSans-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
    "NotoSansSymbols-Regular.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoEmoji-Regular.ttf",
    "Arial Unicode.ttf",
    "seguisym.ttf",
    "seguiemj.ttf",
    "arial.ttf",
)
_DIGITS: Final = range(ord("0"), ord("9") + 1)


@dataclass(frozen=True, slots=True)
class Face:
    """One font file as ReportLab draws it; widths are in thousandths of the size."""

    name: str
    font: TTFont
    covered: frozenset[int] = field(repr=False)
    _widths: dict[str, float] = field(default_factory=dict, repr=False, compare=False)

    def width(self, text: str) -> float:
        """Return how wide `text` is at size 1000; words repeat, so each is measured once."""
        known = self._widths.get(text)
        if known is None:
            known = self._widths[text] = self.font.stringWidth(text, 1000)
        return known

    def advance(self, character: str) -> float:
        """Return the width of one character at size 1000."""
        face = self.font.face
        return float(face.charWidths.get(ord(character), face.defaultWidth))


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
    drawn = frozenset(code for code in font.face.charToGlyph if _is_drawn(code))
    return Face(font.fontName, font, drawn)


def _is_drawn(code: int) -> bool:
    """Leave out what a font may hold but no reader should see: invisible signs, private and control codes."""
    return code >= ord(" ") and unicodedata.category(chr(code)) not in ("Cc", "Cf", "Co", "Cn", "Cs")


@cache
def fallback_for(code: int) -> Face | None:
    """Return a face of the system's that has this character, None when none has."""
    return next((each for each in _system_faces() if code in each.covered), None)


@cache
def _system_faces() -> tuple[Face, ...]:
    places = _found(_folders())
    faces = []
    for number, name in enumerate(_SYSTEM_FILES):
        if (place := places.get(name.lower())) is None:
            continue
        try:
            font = TTFont(f"System-{number}", str(place), asciiReadable=False)
        except (TTFError, OSError):
            continue  # a file that only looks like a font: the next one may do
        faces.append(_registered(font))
    return tuple(faces)


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
