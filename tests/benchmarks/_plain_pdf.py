"""Plain ReportLab drawing what the minutes say: the yardstick of their PDF.

It is the fastest way that ReportLab's own page layer has: one pass, `LongTable`, plain strings wherever a
line holds them, the same embedded faces and sizes. It draws no contents, page totals, links, bookmarks or
running heads, and writes no structure.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.pagesizes import LETTER, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, Frame, LongTable, NextPageTemplate, PageBreak, PageTemplate
from reportlab.platypus import Paragraph as Flowing

from exports.outline.pieces import (
    Document,
    Facts,
    Figures,
    Heading,
    Listing,
    Paragraph,
    Piece,
    Question,
    Section,
    Signing,
    Table,
    Words,
)
from exports.pdf.fonts import face

_UPRIGHT: Final = (57.0, 45.0)
"""Left and right margin, as ours."""
_ACROSS: Final = (42.0, 42.0)
_PADDING: Final = 6.0
"""Of a cell, left and right together, as ours between columns."""
_RULES: Final = [
    ("LINEBELOW", (0, 0), (-1, -1), 0.55, "#DBD7CE"),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
]


def write_plain(document: Document, target: Path) -> int:
    """Draw what a document says and return how many pages it takes."""
    rl_config.useA85 = 0
    drawn = BaseDocTemplate(str(target), pagesize=LETTER, invariant=1)
    drawn.addPageTemplates(
        [_template("upright", LETTER, _UPRIGHT), _template("across", landscape(LETTER), _ACROSS)]
    )
    drawn.build([*_Story(document).flowables()])
    return int(drawn.page)


def _template(name: str, size: tuple[float, float], sides: tuple[float, float]) -> PageTemplate:
    width, height = size
    frame = Frame(
        sides[0],
        58,
        width - sum(sides),
        height - 120,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return PageTemplate(name, [frame], pagesize=size)


class _Story:
    """What a document says as ReportLab's flowables."""

    def __init__(self, document: Document) -> None:
        self._document = document
        regular, bold = face("regular").name, face("bold").name
        self._heads = [
            ParagraphStyle(
                f"head-{level}", fontName=bold, fontSize=size, leading=size * 1.25, spaceBefore=before
            )
            for level, size, before in ((1, 22, 34), (2, 14, 22), (3, 12, 16), (4, 9.5, 14))
        ]
        self._body = ParagraphStyle("body", fontName=regular, fontSize=9.5, leading=14, spaceBefore=2)
        self._cell = ParagraphStyle("cell", fontName=regular, fontSize=8.6, leading=11.6)
        self._rules = [
            *_RULES,
            ("FONT", (0, 0), (-1, -1), regular, 8.6, 11.6),
            ("FONT", (0, 0), (-1, 0), bold, 8.6, 11.6),
        ]

    def flowables(self) -> Iterator[object]:
        """Give the title page, then section by section."""
        yield self._flow(self._document.title, self._heads[0])
        yield from self._pieces(self._document.front, LETTER[0] - sum(_UPRIGHT))
        for section in self._document.sections:
            yield from self._section(section)

    def _section(self, section: Section) -> Iterator[object]:
        width = LETTER[1] - sum(_ACROSS) if section.wide else LETTER[0] - sum(_UPRIGHT)
        if section.wide:
            yield from (NextPageTemplate("across"), PageBreak())
        yield self._flow(f"{section.number} {section.title}", self._heads[0])
        yield from self._pieces(section.pieces, width)
        if section.wide:
            yield from (NextPageTemplate("upright"), PageBreak())

    def _pieces(self, pieces: Sequence[Piece], width: float) -> Iterator[object]:
        for piece in pieces:
            match piece:
                case Paragraph():
                    yield self._flow(piece.text, self._body)
                case Heading():
                    yield self._flow(f"{piece.number} {piece.title}", self._heads[piece.level - 1])
                case Listing():
                    rows = [("-", item) for item in map(_text, piece.items)]
                    yield self._table(rows, (12.0, width - 12.0))
                case Facts():
                    yield self._table(
                        [(label, _text(words)) for label, words in piece.pairs], (112.0, width - 112.0)
                    )
                case Figures():
                    yield self._table(piece.pairs, (112.0, width - 112.0))
                case Question():
                    yield self._flow(f"{_text(piece.words)}\n{piece.counts}", self._heads[2])
                case Signing():
                    yield self._flow(f"{piece.role}\n{piece.name}\n{piece.about}\n{piece.date}", self._body)
                case Table():
                    yield self._of(piece, width)

    def _of(self, table: Table, width: float) -> object:
        shares = sum(column.share for column in table.columns)
        widths = [width * column.share / shares for column in table.columns]
        rows: list[Sequence[str]] = [[column.title for column in table.columns]]
        for row in table.rows:
            cells = [_text(words) for words in row.cells]
            rows.append([*cells, *[""] * (len(widths) - len(cells))])
        return self._table(rows, widths, head=1)

    def _table(self, rows: Sequence[Sequence[str]], widths: Sequence[float], head: int = 0) -> object:
        cells = [[self._fitted(text, room) for text, room in zip(row, widths, strict=True)] for row in rows]
        return LongTable(cells, colWidths=widths, repeatRows=head, style=self._rules)

    def _fitted(self, text: str, room: float) -> object:
        """Return the words as they are where a line holds them."""
        name = self._cell.fontName
        if "\n" not in text and stringWidth(text, name, self._cell.fontSize) <= room - _PADDING:
            return text
        return self._flow(text, self._cell)

    def _flow(self, text: str, style: ParagraphStyle) -> Any:
        return Flowing(escape(text).replace("\n", "<br/>"), style)


def _text(words: Words) -> str:
    return "\n".join(paragraph.text for paragraph in words)
