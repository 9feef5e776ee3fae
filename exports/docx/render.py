"""Turns the pieces of a document into WordprocessingML."""

import re
from collections.abc import Iterable
from typing import Final

from exports.docx.drawing import drawing, fitted
from exports.docx.marks import attribute, begins_from_right, paragraph, run, spoken
from exports.outline.lawful import one_line
from exports.outline.pieces import (
    Column,
    Facts,
    Figures,
    Heading,
    Lines,
    Listing,
    Paragraph,
    Picture,
    Piece,
    Question,
    Role,
    Row,
    Run,
    Signing,
    Table,
    Words,
)
from exports.outline.printable import printable

_STYLES: Final = {Role.BODY: "", Role.LEAD: "Subtitle", Role.NOTE: "Note", Role.TRANSLATION: "Translation"}
_IN_CELLS: Final = {Role.BODY: "Cell", Role.NOTE: "CellNote", Role.TRANSLATION: "CellTranslation"}
_SIDES: Final = {"left": "", "right": '<w:jc w:val="right"/>', "centre": '<w:jc w:val="center"/>'}
_LONGEST_NAME: Final = 40
"""Letters of a bookmark's name that Word keeps."""
_KEPT_WHOLE: Final = 900
"""Letters up to which a row of a table goes to the next page rather than being broken."""


class Renderer:
    """Writes the pieces of one document; each anchor becomes a bookmark once, links lead to known ones only.

    `width` is the room between the margins, in twentieths of a point.
    """

    def __init__(self, known: frozenset[str], width: int) -> None:
        self.width = width
        self._known = known
        self._names: dict[str, str] = {}
        self._marked: set[str] = set()
        self._numbered = 1
        self.pictures: list[bytes] = []
        """JPEG files that the text refers to; the first one is `PICTURE_ID` with a 1 behind."""

    def pieces(self, pieces: Iterable[Piece]) -> str:
        """Return pieces one after another; room stands behind a table, else two of them were one."""
        written: list[str] = []
        before: Piece | None = None
        for piece in pieces:
            if isinstance(before, Table | Figures) and not isinstance(piece, Heading | Question):
                written.append(paragraph("", "Gap"))
            if isinstance(piece, Paragraph) and piece.role is Role.NOTE and isinstance(before, Heading):
                written.append(self._paragraph(piece, "Note", "<w:keepNext/>"))
            else:
                written.append(self._piece(piece))
            before = piece
        if isinstance(before, Table | Figures):
            written.append(paragraph("", "Gap"))
        return "".join(written)

    def heading(
        self, level: int, number: str, title: str, anchor: str | None, language: str | None = None
    ) -> str:
        """Return a title of a level from 1 that bookmarks and the contents know."""
        shown = f"{number}\u2002{one_line(title)}" if number else one_line(title)
        return paragraph(self._marks(anchor) + run(shown, spoken(language)), f"Heading{level}", _bidi(title))

    def linked(self, words: str, anchor: str, marks: str = "") -> str:
        """Return words that lead to a place; plain ones where the document has no such place."""
        if anchor not in self._known:
            return run(words, marks)
        looks = f'<w:rStyle w:val="Hyperlink"/>{marks}'
        return f'<w:hyperlink w:anchor="{self._name(anchor)}" w:history="1">{run(words, looks)}</w:hyperlink>'

    def _piece(self, piece: Piece) -> str:
        match piece:
            case Paragraph():
                written = self._paragraph(piece, _STYLES[piece.role])
            case Heading():
                written = self.heading(piece.level, piece.number, piece.title, piece.anchor, piece.language)
            case Listing():
                written = self._listing(piece)
            case Facts():
                written = "".join(self._fact(label, words) for label, words in piece.pairs)
            case Table():
                written = self._table(piece)
            case Figures():
                written = self._figures(piece)
            case Question():
                written = self._question(piece)
            case Signing() | Lines():
                written = _by_hand(piece)
            case Picture():
                written = self._picture(piece)
        return written

    def _paragraph(self, piece: Paragraph, style: str, marks: str = "", before: str = "") -> str:
        content = "".join(self._run(each) for each in piece.runs)
        return paragraph(before + content, style, marks + _bidi(piece.text))

    def _run(self, piece: Run) -> str:
        side = "<w:rtl/>" if begins_from_right(piece.text) else ""
        marks = f"{'<w:b/><w:bCs/>' if piece.strong else ''}{side}{spoken(piece.language)}"
        return self.linked(piece.text, piece.leads_to, marks) if piece.leads_to else run(piece.text, marks)

    def _listing(self, piece: Listing) -> str:
        style, number = "ListBullet", ""
        if piece.numbered:
            self._numbered += 1
            style = "ListNumber"
            number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self._numbered}"/></w:numPr>'
        written = []
        for item in piece.items:
            first, *others = item
            written.append(self._paragraph(first, style, number))
            written += [self._paragraph(each, _more(each, "ListContinue")) for each in others]
        return "".join(written)

    @property
    def numbered_lists(self) -> int:
        """How many numbered lists were written; each counts from 1."""
        return self._numbered - 1

    def _fact(self, label: str, words: Words) -> str:
        first, *others = words
        lead = run(f"{label}\t", '<w:rStyle w:val="Label"/>')
        return self._paragraph(first, "Fact", before=lead) + "".join(
            self._paragraph(each, _more(each, "FactMore")) for each in others
        )

    def _question(self, piece: Question) -> str:
        first, *others = piece.words
        counts = paragraph(run(piece.counts), "QuestionNote") if piece.counts else ""
        asked = self._paragraph(first, "Question", before=self._marks(piece.anchor))
        return asked + "".join(self._paragraph(each, "QuestionNote") for each in others) + counts

    def _picture(self, piece: Picture) -> str:
        found = printable(piece.content)
        if found is None:
            shown = paragraph(run(piece.broken), "Note")
        else:
            self.pictures.append(found.content)
            size = fitted(found.width, found.height, self.width)
            drawn = drawing(len(self.pictures), piece.alternative, size)
            shown = paragraph(drawn, "Plate", "<w:keepNext/>" if piece.words else "")
        return shown + "".join(self._paragraph(each, _STYLES[each.role]) for each in piece.words)

    def _table(self, piece: Table) -> str:
        widths = _widths(piece.columns, self.width)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        heads = "".join(
            _cell(width, paragraph(run(column.title), "CellHead", _SIDES[column.align]), bottom=True)
            for width, column in zip(widths, piece.columns, strict=True)
        )
        first = int(piece.key == 0)
        look = (
            f'<w:tblLook w:val="{"04A0" if first else "0420"}" w:firstRow="1" w:lastRow="0" '
            f'w:firstColumn="{first}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        )
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Minutes"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/>{look}<w:tblCaption w:val={attribute(piece.name)}/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"
            f"{''.join(self._row(row, piece.columns, widths) for row in piece.rows)}</w:tbl>"
        )

    def _row(self, row: Row, columns: tuple[Column, ...], widths: list[int]) -> str:
        mark = self._marks(row.anchor)
        if row.kind == "group":
            title = "".join(self._paragraph(each, "CellGroup") for each in row.cells[0])
            span = f'<w:gridSpan w:val="{len(columns)}"/>'
            cell = f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>{span}</w:tcPr>{title}</w:tc>'
            return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"
        cells = []
        for width, column, words in zip(widths, columns, row.cells, strict=True):
            cells.append(_cell(width, self._cell_words(words, column, mark), top=row.kind == "total"))
            mark = ""
        length = sum(len(each.text) for words in row.cells for each in words)
        whole = "<w:trPr><w:cantSplit/></w:trPr>" if length <= _KEPT_WHOLE else ""
        return f"<w:tr>{whole}{''.join(cells)}</w:tr>"

    def _cell_words(self, words: Words, column: Column, mark: str) -> str:
        side = _SIDES[column.align]
        if not words:
            return paragraph(mark, "Cell", side)
        written = []
        for each in words:
            written.append(self._cell_paragraph(each, side, mark))
            mark = ""
        return "".join(written)

    def _cell_paragraph(self, piece: Paragraph, side: str, mark: str) -> str:
        content = "".join(self._run(each) for each in piece.runs)
        return paragraph(mark + content, _IN_CELLS.get(piece.role, "Cell"), _bidi(piece.text) + side)

    def _figures(self, piece: Figures) -> str:
        columns = tuple(Column(label) for _, label in piece.pairs)
        widths = _widths(columns, self.width)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        labels = "".join(
            _cell(width, paragraph(run(label), "FigureLabel"))
            for width, (_, label) in zip(widths, piece.pairs, strict=True)
        )
        counts = "".join(
            _cell(width, paragraph(run(count), "Figure"))
            for width, (count, _) in zip(widths, piece.pairs, strict=True)
        )
        name = attribute(", ".join(f"{count} {label}" for count, label in piece.pairs))
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Figures"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" '
            f'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f"<w:tblCaption w:val={name}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{labels}</w:tr>"
            f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{counts}</w:tr></w:tbl>"
        )

    def _marks(self, anchor: str | None) -> str:
        """Return the bookmark of a place, once."""
        if not anchor or anchor in self._marked:
            return ""
        self._marked.add(anchor)
        key = len(self._marked)
        return f'<w:bookmarkStart w:id="{key}" w:name="{self._name(anchor)}"/><w:bookmarkEnd w:id="{key}"/>'

    def _name(self, anchor: str) -> str:
        """Return the name of a bookmark: a letter, then letters, digits and underscores, no name twice."""
        if anchor not in self._names:
            plain = re.sub(r"[^0-9A-Za-z]", "_", f"p_{anchor}")[: _LONGEST_NAME - 6]
            taken = set(self._names.values())
            self._names[anchor] = plain if plain not in taken else f"{plain}_{len(taken)}"
        return self._names[anchor]


def _bidi(words: str) -> str:
    return "<w:bidi/>" if begins_from_right(words) else ""


def _more(piece: Paragraph, style: str) -> str:
    """Return the style of a paragraph that belongs to the one above: further in, as what it is."""
    return f"{style}{_STYLES[piece.role]}" if piece.role in {Role.NOTE, Role.TRANSLATION} else style


def _widths(columns: tuple[Column, ...], room: int) -> list[int]:
    """Share the room out by the columns' shares; none is narrower than a short word."""
    total = sum(column.share for column in columns)
    wanted = [max(480, round(room * column.share / total)) for column in columns]
    over = sum(wanted) - room
    widest = wanted.index(max(wanted))
    wanted[widest] -= over
    return wanted


def _cell(width: int, content: str, *, top: bool = False, bottom: bool = False) -> str:
    edge = '<w:{side} w:val="single" w:sz="8" w:space="0" w:color="16211F"/>'
    lines = f"{edge.format(side='top') if top else ''}{edge.format(side='bottom') if bottom else ''}"
    borders = f"<w:tcBorders>{lines}</w:tcBorders>" if lines else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{borders}</w:tcPr>{content}</w:tc>'


def _by_hand(piece: Signing | Lines) -> str:
    if isinstance(piece, Signing):
        return _signing(piece)
    return paragraph("", "WriteLine") * piece.count


def _signing(piece: Signing) -> str:
    lines = (piece.name, piece.about, piece.date)
    role = paragraph(run(piece.role, '<w:rStyle w:val="Label"/>'), "SignRole")
    return (
        role + paragraph("", "SignLine") + "".join(paragraph(run(each), "SignName") for each in lines if each)
    )
