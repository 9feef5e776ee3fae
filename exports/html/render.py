"""Turns the pieces of a document into HTML elements; everything people wrote is escaped here."""

from base64 import b64encode
from collections.abc import Iterable
from typing import Final

from exports.html.escaping import attribute, text
from exports.html.plot import svg
from exports.outline.lawful import reads_from_right
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
    Section,
    Signing,
    Table,
    Words,
)
from exports.outline.printable import printable

_CLASSES: Final = {Role.LEAD: "lead", Role.NOTE: "note", Role.TRANSLATION: "translation"}


class Renderer:
    """Writes the pieces of one document; each anchor becomes an id once, links lead to known ones only."""

    def __init__(self, known: frozenset[str]) -> None:
        self.known = known
        self._used: set[str] = set()

    def section(self, section: Section) -> str:
        """Return a section under its title, with its number where it has one."""
        named = " ".join(("wide",) * section.wide + ("new-page",) * section.new_page)
        wide = f' class="{named}"' if named else ""
        if not section.title:
            return f"<section{wide}{self._id(section.anchor)}>\n{self.pieces(section.pieces)}</section>\n"
        key = attribute(section.anchor)
        number = f'<span class="number">{text(section.number)}</span> ' if section.number else ""
        head = f"<h2{self._id(section.anchor)}>{number}{text(section.title)}</h2>"
        return f'<section{wide} aria-labelledby="{key}">\n{head}\n{self.pieces(section.pieces)}</section>\n'

    def pieces(self, pieces: Iterable[Piece]) -> str:
        """Return pieces one after another."""
        return "".join(f"{self.piece(piece)}\n" for piece in pieces)

    def piece(self, piece: Piece) -> str:
        """Return one piece."""
        match piece:
            case Paragraph():
                written = self._paragraph(piece)
            case Heading():
                written = self._heading(piece)
            case Listing():
                written = self._listing(piece)
            case Facts():
                written = self._facts(piece)
            case Table():
                written = self._table(piece)
            case Figures():
                written = _figures(piece)
            case Question():
                written = self._question(piece)
            case Signing() | Lines():
                written = _by_hand(piece)
            case Picture():
                written = self._picture(piece)
        return written

    def _facts(self, piece: Facts) -> str:
        pairs = "".join(f"<dt>{text(key)}</dt><dd>{self.words(value)}</dd>\n" for key, value in piece.pairs)
        return f'<dl class="facts">\n{pairs}</dl>'

    def _question(self, piece: Question) -> str:
        counts = f'<p class="note">{text(piece.counts)}</p>' if piece.counts else ""
        return f'<div class="question"{self._id(piece.anchor)}>{self._all(piece.words)}{counts}</div>'

    def words(self, words: Words) -> str:
        """Return what a cell or an item holds; a single plain paragraph needs no element of its own."""
        if len(words) == 1 and words[0].role is Role.BODY and not reads_from_right(words[0].text):
            return self._runs(words[0])
        return self._all(words)

    def _all(self, words: Words) -> str:
        return "".join(self._paragraph(each) for each in words)

    def _paragraph(self, paragraph: Paragraph) -> str:
        kind = _CLASSES.get(paragraph.role)
        look = f' class="{kind}"' if kind else ""
        side = ' dir="auto"' if reads_from_right(paragraph.text) else ""
        return f"<p{look}{side}>{self._runs(paragraph)}</p>"

    def _runs(self, paragraph: Paragraph) -> str:
        return "".join(self._run(run) for run in paragraph.runs)

    def _run(self, run: Run) -> str:
        words = text(run.text)
        if run.language:
            words = f'<span lang="{attribute(run.language)}">{words}</span>'
        if run.strong:
            words = f"<strong>{words}</strong>"
        if run.leads_to in self.known:
            words = f'<a href="#{attribute(run.leads_to or "")}">{words}</a>'
        return words

    def _picture(self, piece: Picture) -> str:
        found = printable(piece.content)
        shown = f'<p class="note">{text(piece.broken)}</p>'
        if found is not None:
            data = b64encode(found.content).decode()
            shown = (
                f'<img alt="{attribute(piece.alternative)}" width="{found.width}" height="{found.height}" '
                f'src="data:image/jpeg;base64,{data}">'
            )
        return f"<figure>{shown}<figcaption>{self._all(piece.words)}</figcaption></figure>"

    def _heading(self, piece: Heading) -> str:
        level = piece.level + 1
        number = f'<span class="number">{text(piece.number)}</span> ' if piece.number else ""
        spoken = f' lang="{attribute(piece.language)}"' if piece.language else ""
        side = ' dir="auto"' if reads_from_right(piece.title) else ""
        return f"<h{level}{self._id(piece.anchor)}{spoken}{side}>{number}{text(piece.title)}</h{level}>"

    def _listing(self, piece: Listing) -> str:
        tag = "ol" if piece.numbered else "ul"
        items = "".join(f"<li>{self.words(item)}</li>\n" for item in piece.items)
        return f"<{tag}>\n{items}</{tag}>"

    def _table(self, piece: Table) -> str:
        name = attribute(piece.name)
        heads = "".join(
            f'<th scope="col"{_align(column)}>{text(column.title)}</th>' for column in piece.columns
        )
        total = sum(column.share for column in piece.columns)
        widths = "".join(f'<col style="width:{column.share / total * 100:.4g}%">' for column in piece.columns)
        rows = "".join(self._row(row, piece) for row in piece.rows)
        counts = len(piece.columns) == 2 and piece.columns[1].align == "right"
        narrow = ' class="narrow"' if counts else ""
        drawn = f"{svg(piece.plot)}\n" if piece.plot is not None else ""
        return (
            f'{drawn}<div class="scroll" role="region" aria-label="{name}" tabindex="0">\n<table{narrow}>'
            f"<caption>{text(piece.name)}</caption>\n<colgroup>{widths}</colgroup>\n"
            f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>"
        )

    def _row(self, row: Row, table: Table) -> str:
        place = self._id(row.anchor)
        if row.kind == "group":
            head = f'<th scope="rowgroup" colspan="{len(table.columns)}">{self.words(row.cells[0])}</th>'
            return f'<tr class="group"{place}>{head}</tr>\n'
        cells = "".join(
            self._cell(words, column, head=n == table.key and bool(words))
            for n, (words, column) in enumerate(zip(row.cells, table.columns, strict=True))
        )
        kind = ' class="total"' if row.kind == "total" else ""
        return f"<tr{kind}{place}>{cells}</tr>\n"

    def _cell(self, words: Words, column: Column, *, head: bool) -> str:
        tag, scope = ("th", ' scope="row"') if head else ("td", "")
        return f"<{tag}{scope}{_align(column)}>{self.words(words)}</{tag}>"

    def _id(self, anchor: str | None) -> str:
        if not anchor or anchor in self._used:
            return ""
        self._used.add(anchor)
        return f' id="{attribute(anchor)}"'


def _align(column: Column) -> str:
    return "" if column.align == "left" else f' class="{column.align}"'


def _figures(piece: Figures) -> str:
    pairs = "".join(
        f"<div><dt>{text(label)}</dt><dd>{text(count)}</dd></div>\n" for count, label in piece.pairs
    )
    return f'<dl class="figures">\n{pairs}</dl>'


def _by_hand(piece: Signing | Lines) -> str:
    if isinstance(piece, Signing):
        return _signing(piece)
    return f'<div class="writing" aria-hidden="true">{"<div></div>" * piece.count}</div>'


def _signing(piece: Signing) -> str:
    lines = "".join(
        f"<p{look}>{text(line)}</p>"
        for line, look in ((piece.name, ""), (piece.about, ' class="note"'), (piece.date, ' class="note"'))
        if line
    )
    return f'<div class="signing"><p class="role">{text(piece.role)}</p><div class="line"></div>{lines}</div>'
