"""Fitting words: fonts, lines and columns in stage px (1080 a picture height).

Text is never elided and never smaller than `FLOOR`. A text is broken into lines once, between
words where it can and anywhere where it must, and in its own direction; what does not fit goes
on in the next column or on the next page, line by line. So whatever people write can be read.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from facilitator.domain.frozen import dataclass
from facilitator.domain.stage import StageText

FAMILIES: Final = ("Atkinson Hyperlegible Next", "Noto Sans", "Segoe UI", "DejaVu Sans")
FLOOR: Final = 32
"""The smallest text of the stage in px: 3 % of the picture's height."""
_TIGHT_FROM: Final = 72
_TIGHT: Final = 98.0
"""Large bold words stand a little closer, in per cent of their usual advance: they hold together far away."""
_LINE_SEPARATOR: Final = "\u2028"
_ORPHAN: Final = 0.4
"""A last line shorter than this part of the longest is filled up from the lines above it."""
_EVEN_LINES: Final = 4
"""So many lines at the most are made even; longer texts are read, not looked at."""
_REMEMBERED: Final = 600
"""Texts whose lines are remembered; cards are remembered whole (`ui/stage/cards.py`)."""

Mark: TypeAlias = Literal["none", "dot", "plus", "minus", "who", "when"]
Align: TypeAlias = Literal["start", "centre", "end"]


@dataclass(frozen=True, slots=True)
class Style:
    """A role of the type scale: size and line distance in px, weight, and variants."""

    px: int
    line: int
    weight: int = 500
    tabular: bool = False
    italic: bool = False

    def font(self) -> QFont:
        """Return the Qt font of this style."""
        return _font(self)


@lru_cache(maxsize=128)
def _font(style: Style) -> QFont:
    font = QFont(list(FAMILIES))
    font.setPixelSize(style.px)
    font.setWeight(QFont.Weight(style.weight))
    font.setItalic(style.italic)
    # Unhinted glyphs keep their widths at any scale: the preview breaks lines where the stage does.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    tighten(font)
    if style.tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def tighten(font: QFont) -> None:
    """Let letters stand as close as those of the stage do in this size and weight."""
    if font.pixelSize() >= _TIGHT_FROM and font.weight() >= QFont.Weight.Bold:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _TIGHT)


@lru_cache(maxsize=128)
def metrics(style: Style) -> QFontMetricsF:
    """Return the font metrics of a style, in stage px."""
    return QFontMetricsF(style.font())


def width_of(text: str, style: Style) -> float:
    """Return the width of one unbroken line, in stage px."""
    return metrics(style).horizontalAdvance(text)


@dataclass(frozen=True, slots=True)
class Line:
    """One laid-out line. It keeps the layout it belongs to alive."""

    layout: QTextLayout
    line: QTextLine
    text: str
    style: Style
    colour: QColor
    height: float
    rise: float
    """From the top of the line's box to the top of Qt's line."""
    indent: float = 0.0
    gap: float = 0.0
    """Space above, dropped where the line begins a column."""
    mark: Mark = "none"
    """A sign in the indent, at the beginning of a point."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Words broken into lines, or a part of them. Immutable."""

    lines: tuple[Line, ...] = ()

    @property
    def height(self) -> float:
        """Height from the top of the first line's box to the foot of the last, in px."""
        return sum(line.height + line.gap for line in self.lines) - (self.lines[0].gap if self.lines else 0)

    def __bool__(self) -> bool:
        """Tell whether there is anything to read."""
        return bool(self.lines)

    def __add__(self, other: "Lines") -> "Lines":
        """Return the lines of both, one below the other."""
        return Lines(self.lines + other.lines)

    def below(self, gap: float) -> "Lines":
        """Return the same lines with a space above the first."""
        if not self.lines:
            return self
        return Lines((replace(self.lines[0], gap=gap), *self.lines[1:]))

    def split(self, height: float) -> tuple["Lines", "Lines"]:
        """Return what fits into `height`, and the rest."""
        used = 0.0
        for count, line in enumerate(self.lines):
            used += line.height + (line.gap if count else 0)
            if used > height + 0.01:
                return Lines(self.lines[:count]), Lines(self.lines[count:])
        return self, Lines()

    def pages(self, height: float) -> list["Lines"]:
        """Return the lines cut into pieces of at most `height`, each with at least one line."""
        pieces: list[Lines] = []
        rest = self
        while rest:
            piece, after = rest.split(height)
            piece, after = piece._whole_points(after, height)
            if not piece:
                piece, after = Lines(rest.lines[:1]), Lines(rest.lines[1:])
            pieces.append(piece)
            rest = after
        return pieces or [Lines()]

    def _whole_points(self, rest: "Lines", height: float) -> tuple["Lines", "Lines"]:
        """Move a point that was cut in two to the rest, unless that leaves less than half the room in use."""
        if not rest or rest.lines[0].gap:
            return self, rest
        for count in range(len(self.lines) - 1, 0, -1):
            if self.lines[count].gap:
                kept = Lines(self.lines[:count])
                if kept.height >= height / 2:
                    return kept, Lines(self.lines[count:] + rest.lines)
                break
        return self, rest

    def placed(self) -> Iterator[tuple[Line, float]]:
        """Yield each line with the top of its box, from 0."""
        top = 0.0
        for count, line in enumerate(self.lines):
            top += line.gap if count else 0
            yield line, top
            top += line.height


def lay(text: str, style: Style, width: float, colour: QColor, *, align: Align = "start") -> Lines:
    """Break `text` into lines of at most `width` px. Nothing of it is left out."""
    return _lay(text, (style, width), colour, align=align)


def lay_strong(text: str, strong: str, style: Style, width: float, colour: QColor) -> Lines:
    """Break `text` into lines, with the part `strong` in bold."""
    return _lay(text, (style, width), colour, strong=strong)


def lay_pair(pair: StageText, style: Style, width: float, colours: tuple[QColor, QColor]) -> Lines:
    """Lay a text and its translation one below the other, each in its own direction and colour."""
    lines = Lines()
    for text, colour in zip((pair.text, pair.second), colours, strict=True):
        if text:
            lines += lay(text, style, width, colour).below(style.px * 0.2)
    return lines


def point(lines: Lines, mark: Mark, indent: float, gap: float) -> Lines:
    """Return the lines as one point of a list: a mark, everything moved in, and space above."""
    moved = tuple(
        replace(line, indent=line.indent + indent, mark=mark if not count else "none")
        for count, line in enumerate(lines.lines)
    )
    return Lines(moved).below(gap)


def _lay(
    text: str, measure: tuple[Style, float], colour: QColor, *, align: Align = "start", strong: str = ""
) -> Lines:
    return _laid(text, measure, colour.rgba(), align, strong)


@lru_cache(maxsize=_REMEMBERED)
def _laid(text: str, measure: tuple[Style, float], rgba: int, align: Align, strong: str) -> Lines:
    """Lay words out once: what stays on the stage while cards arrive is not broken anew."""
    colour = QColor.fromRgba(rgba)
    style, width = measure
    clean = _clean(text)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setAlignment(_ALIGN["end" if align == "start" and _right_to_left(clean) else align])
    layout = QTextLayout(clean, style.font())
    layout.setCacheEnabled(True)
    layout.setTextOption(option)
    if strong and (start := clean.find(_clean(strong))) >= 0:
        layout.setFormats([_bold(_units(clean[:start]), _units(_clean(strong)))])
    if align == "start" and option.alignment() == _ALIGN["start"]:
        width = _even_width(layout, clean, style, max(width, style.px))
    return Lines(tuple(_broken(layout, clean, style, width, colour)))


def _even_width(layout: QTextLayout, clean: str, style: Style, width: float) -> float:
    """Return the width that leaves no word alone on the last of a few lines, and needs no line more."""
    widths = _line_widths(layout, width)
    count, longest = len(widths), max(widths, default=0.0)
    if not 1 < count <= _EVEN_LINES or widths[-1] >= longest * _ORPHAN or _LINE_SEPARATOR in clean:
        return width
    least = max(sum(widths) / count, *(width_of(word, style) for word in clean.split()))
    if least >= width:
        return width
    most = width
    while most - least > style.px / 4:
        middle = (least + most) / 2
        if len(_line_widths(layout, middle)) > count:
            least = middle
        else:
            most = middle
    return most


def _line_widths(layout: QTextLayout, width: float) -> list[float]:
    """Break a layout to a width and return how wide each line is, in px."""
    layout.beginLayout()
    widths = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        widths.append(line.naturalTextWidth())
    layout.endLayout()
    return widths


def _broken(layout: QTextLayout, clean: str, style: Style, width: float, colour: QColor) -> Iterator[Line]:
    base = metrics(style)
    units = clean.encode("utf-16-le")
    layout.beginLayout()
    pieces: list[Line] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, style.px))
        line.setPosition(QPointF(0, 0))
        start = line.textStart() * 2
        piece = units[start : start + line.textLength() * 2].decode("utf-16-le", "replace")
        # A script from a fallback font may stand taller than ours: it gets the room it needs.
        above = max(0.0, line.ascent() - base.ascent())
        below = max(0.0, line.descent() - base.descent())
        rise = (style.line - base.ascent() - base.descent()) / 2
        height = style.line + above + below
        pieces.append(Line(layout, line, piece.replace(_LINE_SEPARATOR, "\n"), style, colour, height, rise))
    layout.endLayout()
    yield from pieces


def _bold(start: int, length: int) -> QTextLayout.FormatRange:
    bold = QTextCharFormat()
    bold.setFontWeight(700)
    strong = QTextLayout.FormatRange()
    strong.start, strong.length, strong.format = start, length, bold
    return strong


def _units(text: str) -> int:
    """Qt counts UTF-16 units, Python counts characters."""
    return len(text.encode("utf-16-le")) // 2


def _right_to_left(text: str) -> bool:
    """Tell the direction of a paragraph by its first strong character; Qt aligns left whatever it is."""
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"


def _clean(text: str) -> str:
    """Qt breaks a layout at U+2028, not at a line feed; a broken surrogate becomes a sign for it."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\r\n", "\n").replace("\r", "\n").replace("\n", _LINE_SEPARATOR)


_ALIGN: Final[dict[Align, Qt.AlignmentFlag]] = {
    "start": Qt.AlignmentFlag.AlignLeft,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "end": Qt.AlignmentFlag.AlignRight,
}


def largest(text: str, styles: Sequence[Style], width: float, lines: int) -> Style:
    """Return the first of `styles`, largest first, that sets `text` in at most `lines` lines, else the last.

    A size at which a single word would have to be broken is passed over.
    """
    for style in styles:
        longest = max((width_of(word, style) for word in text.split()), default=0.0)
        if longest <= width and len(lay(text, style, width, QColor()).lines) <= lines:
            return style
    return styles[-1]
