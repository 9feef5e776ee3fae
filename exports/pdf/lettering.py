"""Writes text into a page's stream: what ReportLab's text object does, without asking it for every stretch.

Which code of a document's font stands for which character is ReportLab's to say, and asked once for each
character; most texts are then written by one translation. Source: ISO 32000-1, 9.4 (text objects).
"""

from typing import Any, Final

from reportlab.lib.rl_accel import escapePDF, fp_str

from exports.pdf.fonts import Face
from exports.pdf.glyphs import Glyphs
from exports.pdf.tags import text_string

_ELSEWHERE: Final = "\0"
"""Stands for a character whose code is in another part of the font than the first 256; never written."""


class Lettering:
    """Writes glyphs of one document."""

    def __init__(self, canvas: Any) -> None:
        self._document = canvas._doc  # ReportLab keeps the codes of its fonts by document
        self._codes: dict[str, _Codes] = {}

    def font(self, face: Face, size: float) -> str:
        """Return what chooses a face."""
        name = face.font.getSubsetInternalName(0, self._document)
        return f"{name} {fp_str(size)} Tf"

    def shown(self, face: Face, text: str, size: float) -> str:
        """Return what shows a text in the face that is chosen."""
        codes = self._codes.get(face.name)
        if codes is None:
            codes = self._codes[face.name] = _Codes(face, self._document)
        written = text.translate(codes)
        return f"({written}) Tj" if _ELSEWHERE not in written else self._in_parts(face, text, size)

    def marked(self, face: Face, drawn: Glyphs, size: float, after: str) -> str:
        """Return what shows glyphs and `after`, telling the reader's clipboard what they stand for."""
        shown = self.shown(face, drawn.text + after, size)
        return shown if drawn.actual is None else f"{actual(drawn.actual + after)} {shown} EMC"

    def shaped(self, face: Face, drawn: Glyphs, place: tuple[float, float], size: float) -> str:
        """Return what shows shaped glyphs, each at its place.

        What is read from the right is left to the reader's own order: named, it would be turned twice.
        """
        x, y = place
        parts = [] if drawn.backwards else [actual(drawn.actual or "")]
        for each in drawn.placed or ():
            parts.append(origin(x + each.right * size / 1000, y + each.up * size / 1000))
            shown = self.shown(face, each.text, size)
            parts.append(f"{actual('')} {shown} EMC" if drawn.backwards and each.is_mark else shown)
        parts += [] if drawn.backwards else ["EMC"]
        return " ".join([*parts, origin(x + drawn.advance * size / 1000, y)])

    def _in_parts(self, face: Face, text: str, size: float) -> str:
        """Show a text that needs more than the first part of its font, and choose that again."""
        parts = []
        for subset, codes in face.font.splitString(text, self._document):
            name = face.font.getSubsetInternalName(subset, self._document)
            parts.append(f"{name} {fp_str(size)} Tf ({escapePDF(codes)}) Tj")
        return " ".join([*parts, self.font(face, size)])


class _Codes(dict[int, str]):
    """What is written for each character of a face."""

    def __init__(self, face: Face, document: Any) -> None:
        super().__init__()
        self._font, self._document = face.font, document

    def __missing__(self, character: int) -> str:
        ((subset, code),) = self._font.splitString(chr(character), self._document)
        written = self[character] = _ELSEWHERE if subset else str(escapePDF(code))
        return written


def origin(x: float, y: float) -> str:
    """Return what puts the next glyph at a place of the page."""
    return f"1 0 0 1 {fp_str(x, y)} Tm"


def actual(text: str) -> str:
    """Return what tells the reader's clipboard which characters the glyphs stand for."""
    return f"/Span <</ActualText {text_string(text)}>> BDC"
