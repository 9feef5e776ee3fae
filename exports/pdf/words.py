"""Words and lines of a text, as pieces that one face draws in one colour."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from reportlab.lib.colors import Color
from reportlab.lib.rl_accel import fp_str

from exports.pdf.fonts import Face, face
from exports.pdf.glyphs import Glyphs
from exports.pdf.tags import text_string


class Piece(NamedTuple):
    """Glyphs with their width in points and their colour."""

    glyphs: Glyphs
    width: float
    colour: Color
    level: int = 0
    """Odd where it is read from right to left (`exports.pdf.directions`)."""


class Word(NamedTuple):
    """Pieces that stay together."""

    pieces: tuple[Piece, ...]
    width: float


class Line(NamedTuple):
    """One line as it is drawn."""

    pieces: tuple[Piece, ...]
    width: float
    language: str | None = None
    """Where it is not the document's."""
    backwards: bool = False
    """Whether its paragraph is read from right to left."""
    parted: bool = True
    """Whether a space follows, unseen, that parts it from the next line for those who hear or copy it."""


def joined(pieces: list[Piece], piece: Piece, gap: str, space: float) -> list[Piece]:
    """Append `piece` after `gap`, growing the last piece where face and colour are the same."""
    extra = space if gap else 0.0
    last = pieces[-1] if pieces else None
    if last is None:
        return [piece]
    same = last.glyphs.face is piece.glyphs.face and last.colour is piece.colour and last.level == piece.level
    if same and last.glyphs.face is not None and last.glyphs.actual is None and piece.glyphs.actual is None:
        pieces[-1] = Piece(
            Glyphs(last.glyphs.face, last.glyphs.text + gap + piece.glyphs.text),
            last.width + extra + piece.width,
            last.colour,
            last.level,
        )
        return []
    if not gap:
        return [piece]
    if last.glyphs.face is not None and last.glyphs.actual is None:
        pieces[-1] = Piece(Glyphs(last.glyphs.face, last.glyphs.text + gap), last.width + extra, last.colour)
        return [piece]
    return [Piece(Glyphs(face("regular"), gap), extra, last.colour), piece]


def broken_word(word: Word, width: float, size: float) -> list[Word]:
    """Break a word wider than the line between any two letters, marks staying with their letter."""
    parts: list[Word] = []
    pieces: list[Piece] = []
    used = 0.0
    for piece in word.pieces:
        for letter in _letters(piece, size):
            if pieces and used + letter.width > width:
                parts.append(_rejoined(pieces, used))
                pieces, used = [], 0.0
            pieces.append(letter)
            used += letter.width
    if pieces:
        parts.append(_rejoined(pieces, used))
    return parts


def _letters(piece: Piece, size: float) -> Iterable[Piece]:
    drawn = piece.glyphs
    if drawn.placed is not None:
        from exports.pdf.shaping import letters  # noqa: PLC0415 - hardly any text needs it

        for shaped in letters(drawn):
            yield piece._replace(glyphs=shaped, width=shaped.advance * size / 1000)
        return
    if drawn.face is None or drawn.actual is not None:
        yield piece
        return
    text = drawn.text
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not unicodedata.combining(text[end]):
            letter = text[start:end]
            width = _advance(drawn.face, letter) * size / 1000
            yield Piece(Glyphs(drawn.face, letter), width, piece.colour, piece.level)
            start = end


def _advance(drawn_by: Face, letter: str) -> float:
    return drawn_by.advance(letter) if len(letter) == 1 else drawn_by.width(letter)


def _rejoined(pieces: list[Piece], width: float) -> Word:
    again: list[Piece] = []
    for piece in pieces:
        again += joined(again, piece, "", 0.0)
    return Word(tuple(again), width)


def width_of(words: list[Word], space: float) -> float:
    """Return how wide words are on one line."""
    return sum(word.width for word in words) + space * max(0, len(words) - 1)


@lru_cache(maxsize=256)
def fill(colour: Color) -> str:
    """Return what fills text with a colour: ReportLab would reckon it again for every text."""
    return f"{fp_str(colour.red, colour.green, colour.blue)} rg"


def written(pen: Any, drawn: Glyphs, after: str = "") -> None:
    """Write glyphs and `after`; where they stand for other characters, tell the reader's clipboard which."""
    if drawn.actual is None:
        pen.textOut(drawn.text + after)
        return
    pen._code.append(_actual(drawn.actual + after))  # ReportLab cannot mark content
    pen.textOut(drawn.text + after)
    pen._code.append("EMC")


def written_shaped(pen: Any, drawn: Glyphs, place: tuple[float, float], size: float) -> None:
    """Write shaped glyphs, each at its place.

    What is read from the right is left to the reader's own order: named, it would be turned twice.
    """
    x, y = place
    if not drawn.backwards:
        pen._code.append(_actual(drawn.actual or ""))
    for each in drawn.placed or ():
        pen.setTextOrigin(x + each.right * size / 1000, y + each.up * size / 1000)
        if drawn.backwards and each.is_mark:
            pen._code.append(_actual(""))
            pen.textOut(each.text)
            pen._code.append("EMC")
        else:
            pen.textOut(each.text)
    if not drawn.backwards:
        pen._code.append("EMC")
    pen.setTextOrigin(x + drawn.advance * size / 1000, y)


def _actual(text: str) -> str:
    """Return what tells the reader's clipboard which characters the glyphs stand for."""
    return f"/Span <</ActualText {text_string(text)}>> BDC"
