"""Words and lines of a text, as pieces that one face draws in one colour."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from reportlab.lib.colors import Color
from reportlab.lib.rl_accel import fp_str

from exports.pdf.fonts import Face, face
from exports.pdf.glyphs import Glyphs

_SLACK: Final = 0.001
"""Points by which a line may be wider than its column: what is left of reckoning with parts."""


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


class Plain(NamedTuple):
    """A paragraph that one face draws in one colour, as most are: lines are cut from it without pieces."""

    text: str
    face: Face
    colour: Color

    def words(self, size: float) -> list[Word]:
        """Return the words, each of one piece."""
        return [
            Word((Piece(Glyphs(self.face, text), width, self.colour),), width) if text else Word((), 0.0)
            for text in self.text.split(" ")
            for width in (self.face.width(text) * size / 1000,)
        ]

    def lines(self, width: float, size: float, space: float) -> list[Line] | None:
        """Break at spaces for a column, `space` and it in points; None where a word is wider than that."""
        scale = size / 1000
        words = self.text.split(" ")
        widths = self.face.widths(words)
        used = sum(widths) * scale + space * (len(words) - 1)
        if used <= width + _SLACK:
            return [self._line(self.text, used)]
        if max(widths) * scale > width:
            return None
        lines: list[Line] = []
        taken: list[str] = []
        used = 0.0
        for word, each in zip(words, widths, strict=True):
            room = each * scale
            if taken:
                if used + space + room <= width + _SLACK:
                    used += space + room
                    taken.append(word)
                    continue
                lines.append(self._line(" ".join(taken), used))
                taken, used = [], 0.0
                if not word:
                    continue
            used = room
            taken.append(word)
        lines.append(self._line(" ".join(taken), used))
        return lines

    def _line(self, text: str, width: float) -> Line:
        return Line((Piece(Glyphs(self.face, text), width, self.colour),), width)


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


def last_as_pieces(paragraphs: list[list[list[Piece]] | Plain], size: float) -> list[list[Piece]]:
    """Return the words of the last paragraph as pieces, so that another look can go on there."""
    last = paragraphs[-1]
    if isinstance(last, Plain):
        last = paragraphs[-1] = [[*word.pieces] for word in last.words(size)]
    return last


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
    """Return what fills text with a colour."""
    return f"{fp_str(colour.red, colour.green, colour.blue)} rg"
