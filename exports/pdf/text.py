"""Text set in lines: breaks at spaces, anywhere when a word is wider than the line, and over pages.

ReportLab's Paragraph reads markup, so people's `<b>` and `&` would have to be escaped, and it cannot break
a word of 5,000 characters nor change face for one character. This does, and is faster.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from reportlab.lib.colors import Color

from exports.pdf.blocks import Block, Parts
from exports.pdf.fonts import Face, face
from exports.pdf.glyphs import Glyphs, Printability, glyphs, plain
from exports.pdf.ink import Style
from exports.pdf.tags import Element, language
from facilitator.domain.frozen import dataclass

if TYPE_CHECKING:
    from exports.pdf.page import Page

_FRAME_SIZE = 0.62
"""Size of the code point inside its frame, as a share of the text's size."""
_FRAME_PAD = 0.16
"""Space around it, as a share of the text's size."""
_KEEP_LINES = 2
"""Lines of a paragraph that never stand alone at the foot or the head of a page."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look inside a text; None takes the text's own face or colour, the document's language."""

    text: str
    face: str | None = None
    colour: Color | None = None
    language: str | None = None


class Piece(NamedTuple):
    """Glyphs with their width in points and their colour."""

    glyphs: Glyphs
    width: float
    colour: Color


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
    parted: bool = True
    """Whether a space follows, unseen, that parts it from the next line for those who hear or copy it."""


class Text(Block):
    """A text in one size. Line ends in it are kept."""

    def __init__(self, runs: Sequence[Run], style: Style, print_as: Printability) -> None:
        self.style = style
        self._base = face(style.face)
        self._space = self._base.width(" ") * style.size / 1000
        self._paragraphs = self._words(runs, print_as)
        self.lines: list[Line] = []

    def wrap(self, width: float) -> float:
        """Break into lines for a column `width` points wide."""
        self._width = width
        self.lines = [
            line
            for words, spoken in zip(self._paragraphs, self._languages, strict=True)
            for line in self._broken(words, width, spoken)
        ]
        self.lines[-1] = self.lines[-1]._replace(parted=False)
        self.height = len(self.lines) * self.style.leading
        return self.height

    def natural_width(self) -> float:
        """Return the width at which no line has to break."""
        return max((_width(words, self._space) for words in self._paragraphs), default=0.0)

    def least(self) -> float:
        """Return the height of the first two lines, or of all when there are no more than three."""
        count = len(self.lines)
        return (count if count < 2 * _KEEP_LINES else _KEEP_LINES) * self.style.leading

    def split(self, height: float) -> Parts:
        """Leave at least two lines on either side."""
        count = len(self.lines)
        fit = int((height + 0.01) // self.style.leading)
        if fit >= count:
            return self, None
        fit = min(fit, count - _KEEP_LINES)
        return self._parts(fit) if fit >= _KEEP_LINES else (None, self)

    def cut(self, height: float) -> Parts:
        """Take as many lines as fit, one at least."""
        fit = max(1, int((height + 0.01) // self.style.leading))
        return self._parts(fit) if fit < len(self.lines) else (self, None)

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw the lines as one element, those of another language as elements in it."""
        element = self._element(page)
        if not any(self._languages):
            with page.tags.marked(element):
                self._draw_lines(page, self.lines, x, top)
            return
        groups = [(spoken, [*lines]) for spoken, lines in groupby(self.lines, lambda line: line.language)]
        with page.tags.inside(element):
            for spoken, lines in groups:
                span = Element("Span", language(spoken)) if spoken else element
                with page.tags.marked(span):
                    self._draw_lines(page, lines, x, top)
                top -= len(lines) * self.style.leading

    def _element(self, page: "Page") -> Element:
        if self.tag is None:
            self.tag = Element("P")
        if self.tag.parent is None and self.style.level is not None and self.tag.role == "P":
            self.tag.role = page.tags.heading(self.style.level)
        return self.tag

    def _draw_lines(self, page: "Page", lines: Sequence[Line], x: float, top: float) -> None:
        """Draw lines; what no face has is framed after them."""
        style, canvas = self.style, page.canvas
        pen = canvas.beginText()
        framed: list[tuple[float, float, Piece]] = []
        baseline = top - style.leading / 2 - style.size * 0.34
        now: tuple[object, object] = (None, None)
        for line in lines:
            at = x + self._indent(line.width)
            pen.setTextOrigin(at, baseline)
            for piece in line.pieces:
                drawn = piece.glyphs
                if drawn.face is None:
                    framed.append((at, baseline, piece))
                    pen.setTextOrigin(at + piece.width, baseline)
                else:
                    if now != (drawn.face.name, piece.colour):
                        now = (drawn.face.name, piece.colour)
                        pen.setFont(drawn.face.name, style.size)
                        pen.setFillColor(piece.colour)
                    _written(pen, drawn)
                at += piece.width
            if line.parted and now[0] is not None:
                pen.textOut(" ")
            baseline -= style.leading
        canvas.drawText(pen)
        for place in framed:
            self._frame(page, *place)

    def _indent(self, width: float) -> float:
        if self.style.align == "right":
            return self._width - width
        return (self._width - width) / 2 if self.style.align == "centre" else 0.0

    def _frame(self, page: "Page", x: float, baseline: float, piece: Piece) -> None:
        canvas, size = page.canvas, self.style.size
        pad = size * _FRAME_PAD
        canvas.setStrokeColor(piece.colour)
        canvas.setLineWidth(0.4)
        canvas.rect(x + pad / 2, baseline - size * 0.14, piece.width - pad, size * 0.86)
        pen = canvas.beginText(x + pad, baseline + size * 0.08)
        pen.setFont(face("regular").name, size * _FRAME_SIZE)
        pen.setFillColor(piece.colour)
        _written(pen, piece.glyphs)
        canvas.drawText(pen)

    def _parts(self, count: int) -> Parts:
        first, rest = (Text((), self.style, Printability()) for _ in range(2))
        self.tag = self.tag or Element("P")
        for part, lines in ((first, self.lines[:count]), (rest, self.lines[count:])):
            part.lines, part._width = lines, self._width
            part.tag, part._languages = self.tag, self._languages
            part.height = len(lines) * self.style.leading
        rest.carry, first.before = self.carry, self.before
        return first, rest

    def _words(self, runs: Iterable[Run], print_as: Printability) -> list[list[Word]]:
        style = self.style
        paragraphs: list[list[list[Piece]]] = [[[]]]
        self._languages: list[str | None] = [None]
        for run in runs:
            wanted = self._base if run.face is None else face(run.face)
            colour = run.colour or style.colour
            for n, paragraph in enumerate(plain(run.text).split("\n")):
                if n:
                    paragraphs.append([[]])
                    self._languages.append(None)
                if paragraph and run.language is not None:
                    self._languages[-1] = run.language
                for part in glyphs(paragraph, wanted, print_as):
                    self._append(paragraphs[-1], part, colour)
        return [[Word(tuple(ps), sum(p.width for p in ps)) for ps in words] for words in paragraphs]

    def _append(self, words: list[list[Piece]], part: Glyphs, colour: Color) -> None:
        size = self.style.size
        if part.face is None:
            width = face("regular").width(part.text) * size * _FRAME_SIZE / 1000 + 2 * size * _FRAME_PAD
            words[-1].append(Piece(part, width, colour))
            return
        if part.actual is not None:
            words[-1].append(Piece(part, part.face.width(part.text) * size / 1000, colour))
            return
        measure = part.face.width
        for n, text in enumerate(part.text.split(" ")):
            if n:
                words.append([])
            if text:
                words[-1].append(Piece(Glyphs(part.face, text), measure(text) * size / 1000, colour))

    def _broken(self, words: list[Word], width: float, spoken: str | None) -> Iterable[Line]:
        space, taken, used = self._space, list[Word](), 0.0
        for whole in words:
            inside = False
            for word in (whole,) if whole.width <= width else _broken_word(whole, width, self.style.size):
                if taken and used + space + word.width > width + 0.001:
                    yield self._line(taken, used)._replace(language=spoken, parted=not inside)
                    taken, used = [], 0.0
                    if not word.pieces:
                        continue
                used += word.width + (space if taken else 0.0)
                taken.append(word)
                inside = True
        yield self._line(taken, used)._replace(language=spoken)

    def _line(self, words: list[Word], width: float) -> Line:
        pieces: list[Piece] = []
        for n, word in enumerate(words):
            gap = " " if n else ""
            for piece in word.pieces or (Piece(Glyphs(self._base, ""), 0.0, self.style.colour),):
                pieces += _joined(pieces, piece, gap, self._space)
                gap = ""
        return Line(tuple(pieces), width)


def _joined(pieces: list[Piece], piece: Piece, gap: str, space: float) -> list[Piece]:
    """Append `piece` after `gap`, growing the last piece where face and colour are the same."""
    extra = space if gap else 0.0
    last = pieces[-1] if pieces else None
    if last is None:
        return [piece]
    same = last.glyphs.face is piece.glyphs.face and last.colour is piece.colour
    if same and last.glyphs.face is not None and last.glyphs.actual is None and piece.glyphs.actual is None:
        pieces[-1] = Piece(
            Glyphs(last.glyphs.face, last.glyphs.text + gap + piece.glyphs.text),
            last.width + extra + piece.width,
            last.colour,
        )
        return []
    if not gap:
        return [piece]
    if last.glyphs.face is not None and last.glyphs.actual is None:
        pieces[-1] = Piece(Glyphs(last.glyphs.face, last.glyphs.text + gap), last.width + extra, last.colour)
        return [piece]
    return [Piece(Glyphs(face("regular"), gap), extra, last.colour), piece]


def _broken_word(word: Word, width: float, size: float) -> list[Word]:
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
    if drawn.face is None or drawn.actual is not None:
        yield piece
        return
    text = drawn.text
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not unicodedata.combining(text[end]):
            letter = text[start:end]
            yield Piece(Glyphs(drawn.face, letter), _advance(drawn.face, letter) * size / 1000, piece.colour)
            start = end


def _advance(drawn_by: Face, letter: str) -> float:
    return drawn_by.advance(letter) if len(letter) == 1 else drawn_by.width(letter)


def _rejoined(pieces: list[Piece], width: float) -> Word:
    joined: list[Piece] = []
    for piece in pieces:
        joined += _joined(joined, piece, "", 0.0)
    return Word(tuple(joined), width)


def _width(words: list[Word], space: float) -> float:
    return sum(word.width for word in words) + space * max(0, len(words) - 1)


def _written(pen: Any, drawn: Glyphs) -> None:
    """Write glyphs; where they stand for other characters, tell the reader's clipboard which."""
    if drawn.actual is None:
        pen.textOut(drawn.text)
        return
    hexadecimal = drawn.actual.encode("utf-16-be", "surrogatepass").hex().upper()
    pen._code.append(f"/Span <</ActualText <FEFF{hexadecimal}>>> BDC")  # ReportLab cannot mark content
    pen.textOut(drawn.text)
    pen._code.append("EMC")
