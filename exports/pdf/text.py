"""Text set in lines: breaks at spaces, anywhere when a word is wider than the line, and over pages.

ReportLab's Paragraph reads markup, so people's `<b>` and `&` would have to be escaped, and it cannot break
a word of 5,000 characters nor change face for one character. This does, and is faster.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from reportlab.lib.colors import Color

from exports.pdf.blocks import Block, Parts
from exports.pdf.fonts import Face, face
from exports.pdf.glyphs import Glyphs, Printability, glyphs, is_complex, is_plain, plain
from exports.pdf.ink import Style
from exports.pdf.lettering import origin
from exports.pdf.tags import Element, language
from exports.pdf.words import Line, Piece, Plain, Word, broken_word, fill, joined, last_as_pieces, width_of
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
        self.lines = []
        for paragraph, spoken, base in zip(self._paragraphs, self._languages, self._bases, strict=True):
            lines = self._lines(paragraph, width, base)
            if spoken is not None or base:
                lines = [line._replace(language=spoken, backwards=bool(base)) for line in lines]
            self.lines += lines
        self.lines[-1] = self.lines[-1]._replace(parted=False)
        self.height = len(self.lines) * self.style.leading
        return self.height

    def natural_width(self) -> float:
        """Return the width at which no line has to break."""
        size, space = self.style.size, self._space
        return max(
            width_of(each.words(size) if isinstance(each, Plain) else each, space)
            for each in self._paragraphs
        )

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
        size, leading, letters = self.style.size, self.style.leading, page.letters
        code = ["BT"]
        framed: list[tuple[float, float, Piece]] = []
        baseline = top - leading / 2 - size * 0.34
        now: tuple[object, object] = (None, None)
        for line in lines:
            at = x + self._indent(line)
            code.append(origin(at, baseline))
            last = line.pieces[-1] if line.parted and line.pieces else None
            for piece in line.pieces:
                drawn = piece.glyphs
                drawn_by = drawn.face
                if drawn_by is None:
                    framed.append((at, baseline, piece))
                    code.append(origin(at + piece.width, baseline))
                    at += piece.width
                    continue
                if now != (drawn_by.name, piece.colour):
                    now = (drawn_by.name, piece.colour)
                    code += (letters.font(drawn_by, size), fill(piece.colour))
                if drawn.placed is not None:
                    code.append(letters.shaped(drawn_by, drawn, (at, baseline), size))
                else:
                    code.append(letters.marked(drawn_by, drawn, size, " " if piece is last else ""))
                at += piece.width
            baseline -= leading
        code.append("ET")
        page.canvas._code.append(" ".join(code))  # ReportLab's text object asks for every stretch anew
        for place in framed:
            self._frame(page, *place)

    def _indent(self, line: Line) -> float:
        """Return how far a line is from the left; what is read from the right begins at the right."""
        if self.style.align == "centre":
            return (self._width - line.width) / 2
        return self._width - line.width if self.style.align == "right" or line.backwards else 0.0

    def _frame(self, page: "Page", x: float, baseline: float, piece: Piece) -> None:
        canvas, size = page.canvas, self.style.size
        pad = size * _FRAME_PAD
        canvas.setStrokeColor(piece.colour)
        canvas.setLineWidth(0.4)
        canvas.rect(x + pad / 2, baseline - size * 0.14, piece.width - pad, size * 0.86)
        letters, regular, small = page.letters, face("regular"), size * _FRAME_SIZE
        code = (
            "BT",
            origin(x + pad, baseline + size * 0.08),
            letters.font(regular, small),
            fill(piece.colour),
        )
        canvas._code.append(" ".join((*code, letters.marked(regular, piece.glyphs, small, ""), "ET")))

    def _parts(self, count: int) -> Parts:
        first, rest = (Text((), self.style, Printability()) for _ in range(2))
        self.tag = self.tag or Element("P")
        for part, lines in ((first, self.lines[:count]), (rest, self.lines[count:])):
            part.lines, part._width = lines, self._width
            part.tag, part._languages = self.tag, self._languages
            part.height = len(lines) * self.style.leading
        rest.carry, first.before = self.carry, self.before
        return first, rest

    def _words(self, runs: Iterable[Run], print_as: Printability) -> list[list[Word] | Plain]:
        style = self.style
        paragraphs: list[list[list[Piece]] | Plain] = [[[]]]
        self._languages: list[str | None] = [None]
        self._bases, self._has_levels = [0], False
        for run in runs:
            wanted = self._base if run.face is None else face(run.face)
            colour = run.colour or style.colour
            for n, paragraph in enumerate(plain(run.text).split("\n")):
                if n:
                    paragraphs.append([[]])
                    self._languages.append(None)
                    self._bases.append(0)
                if not paragraph:
                    continue
                if run.language is not None:
                    self._languages[-1] = run.language
                is_first = paragraphs[-1] == [[]]
                if is_first and is_plain(paragraph, wanted):
                    paragraphs[-1] = Plain(paragraph, wanted, colour)
                    continue
                self._go_on(last_as_pieces(paragraphs, style.size), (paragraph, wanted, colour), print_as)
        return [
            each
            if isinstance(each, Plain)
            else [Word(tuple(pieces), sum(piece.width for piece in pieces)) for pieces in each]
            for each in paragraphs
        ]

    def _go_on(self, words: list[list[Piece]], run: tuple[str, Face, Color], print_as: Printability) -> None:
        text, wanted, colour = run
        if is_complex(text):
            self._append_complex(words, run, print_as)
            return
        for part in glyphs(text, wanted, print_as):
            self._append(words, part, colour)

    def _append(self, words: list[list[Piece]], part: Glyphs, colour: Color) -> None:
        size = self.style.size
        if part.face is None or part.actual is not None:
            words[-1].append(Piece(part, self._drawn_width(part), colour))
            return
        measure = part.face.width
        for n, text in enumerate(part.text.split(" ")):
            if n:
                words.append([])
            if text:
                words[-1].append(Piece(Glyphs(part.face, text), measure(text) * size / 1000, colour))

    def _append_complex(
        self, words: list[list[Piece]], run: tuple[str, Face, Color], print_as: Printability
    ) -> None:
        from exports.pdf import directions, shaping  # noqa: PLC0415 - hardly any text needs them

        text, wanted, colour = run
        if words == [[]]:
            self._bases[-1] = directions.base_level(text)
        self._has_levels = True
        for n, word in enumerate(shaping.set_in_order(text, wanted, print_as, self._bases[-1])):
            if n:
                words.append([])
            for drawn, level in word:
                width = self._drawn_width(drawn)
                words[-1].append(Piece(drawn, width, colour, level))

    def _drawn_width(self, drawn: Glyphs) -> float:
        size = self.style.size
        if drawn.placed is not None:
            return drawn.advance * size / 1000
        if drawn.face is None:
            return face("regular").width(drawn.text) * size * _FRAME_SIZE / 1000 + 2 * size * _FRAME_PAD
        return drawn.face.width(drawn.text) * size / 1000

    def _ordered(self, words: list[Word], base: int) -> list[Piece]:
        """Return the pieces of a line from the left, the spaces between words among them."""
        from exports.pdf import directions  # noqa: PLC0415 - hardly any text needs it

        pieces: list[Piece] = []
        for n, word in enumerate(words):
            levels = [piece.level or 2 * base for piece in word.pieces]
            if n:
                around = (pieces[-1].level if pieces else base, levels[0] if levels else base)
                space = Glyphs(self._base, " ")
                pieces.append(Piece(space, self._space, self.style.colour, max(base, min(around))))
            pieces += [piece._replace(level=level) for piece, level in zip(word.pieces, levels, strict=True)]
        return directions.visual(pieces, lambda piece: piece.level)

    def _lines(self, paragraph: list[Word] | Plain, width: float, base: int) -> list[Line]:
        if not isinstance(paragraph, Plain):
            return [*self._broken(paragraph, width, base)]
        size = self.style.size
        lines = paragraph.lines(width, size, self._space)
        return [*self._broken(paragraph.words(size), width, base)] if lines is None else lines

    def _broken(self, words: list[Word], width: float, base: int) -> Iterable[Line]:
        space, taken, used = self._space, list[Word](), 0.0
        for whole in words:
            inside = False
            for word in (whole,) if whole.width <= width else broken_word(whole, width, self.style.size):
                if taken and used + space + word.width > width + 0.001:
                    yield self._line(taken, used, base)._replace(parted=not inside)
                    taken, used = [], 0.0
                    if not word.pieces:
                        continue
                used += word.width + (space if taken else 0.0)
                taken.append(word)
                inside = True
        yield self._line(taken, used, base)

    def _line(self, words: list[Word], width: float, base: int) -> Line:
        if self._has_levels:
            return Line(tuple(self._ordered(words, base)), width)
        pieces: list[Piece] = []
        for n, word in enumerate(words):
            gap = " " if n else ""
            for piece in word.pieces or (Piece(Glyphs(self._base, ""), 0.0, self.style.colour),):
                pieces += joined(pieces, piece, gap, self._space)
                gap = ""
        return Line(tuple(pieces), width)
