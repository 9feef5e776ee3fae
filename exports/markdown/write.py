"""Writes minutes as one Markdown file; of a photograph it holds what is said of it, not the picture."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from exports.files import whole_file
from exports.markdown.escape import inline, lines
from exports.outline import outline
from exports.outline.lawful import places
from exports.outline.pieces import (
    Column,
    Document,
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
from exports.report import Report
from facilitator.domain.errors import InvalidInput
from facilitator.domain.minutes import Minutes

PAPERS: Final = ("letter", "a4")

_RULES: Final = {"left": "---", "right": "--:", "centre": ":-:"}


def write_minutes(
    minutes: Minutes,
    target: Path,
    *,
    paper: str = "letter",
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Write the minutes to `target`; there is no paper in Markdown, any known one is taken.

    `progress` is told after each section how many are written, and how many there are. Equal values give
    equal bytes. Raises InvalidInput for an unknown paper, CannotWrite when the target refuses.
    """
    if paper not in PAPERS:
        raise InvalidInput("paper-unknown", paper=paper, known=", ".join(PAPERS))
    document = outline(minutes)
    total = len(document.sections) + 1
    with whole_file(target) as stream:
        for done, part in enumerate(_parts(document), start=1):
            stream.write(part.encode())
            if progress is not None:
                progress(done, total)
    return Report()


def _parts(document: Document) -> Iterator[str]:
    """Give the beginning of the file, then each section."""
    renderer = _Renderer(places(document))
    kind = " · ".join(part for part in (document.kind, document.draft) if part)
    yield f"# {inline(document.title)}\n\n**{inline(kind)}**\n\n{renderer.pieces(document.front)}"
    for section in document.sections:
        words = inline(f"{section.number} {section.title}".strip())
        title = f"## {renderer.place(section.anchor)}{words}\n\n" if words else ""
        yield f"{title}{renderer.pieces(section.pieces)}"
    if document.footer:
        yield f"---\n\n{inline(document.footer)}\n"


class _Renderer:
    """Writes the pieces of one document; each anchor becomes a place once."""

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known
        self._used: set[str] = set()

    def pieces(self, pieces: Iterable[Piece]) -> str:
        """Return pieces one after another, an empty line behind each."""
        return "".join(f"{written}\n\n" for piece in pieces if (written := self._piece(piece)))

    def place(self, anchor: str | None) -> str:
        """Return the mark of a place that references lead to; Markdown itself has none."""
        if not anchor or anchor in self._used:
            return ""
        self._used.add(anchor)
        return f'<a id="{_key(anchor)}"></a>'

    def _piece(self, piece: Piece) -> str:
        match piece:
            case Paragraph():
                written = self._block((piece,))
            case Heading():
                number = f"{piece.number} " if piece.number else ""
                written = (
                    f"{'#' * (piece.level + 1)} {self.place(piece.anchor)}{inline(number + piece.title)}"
                )
            case Listing():
                written = self._listing(piece)
            case Facts():
                written = "\n".join(self._fact(label, words) for label, words in piece.pairs)
            case Table():
                written = self._table(piece)
            case Figures():
                written = "\n".join(f"- **{inline(count)}** {inline(label)}" for count, label in piece.pairs)
            case Question():
                written = self._question(piece)
            case Signing() | Lines():
                written = _by_hand(piece)
            case Picture():
                written = f"- {inline(piece.alternative)}\n\n  {self._block(piece.words, '  ')}".rstrip()
        return written

    def _block(self, words: Words, indent: str = "") -> str:
        """Return paragraphs below each other; lines after the first stand as far in as their item does."""
        paragraphs = (f"\\\n{indent}".join(self._lines(each)) for each in words)
        return f"\n\n{indent}".join(each for each in paragraphs if each)

    def _listing(self, piece: Listing) -> str:
        marks = (f"{n}. " if piece.numbered else "- " for n in range(1, len(piece.items) + 1))
        return "\n".join(
            f"{mark}{self._block(item, ' ' * len(mark))}"
            for mark, item in zip(marks, piece.items, strict=True)
        )

    def _fact(self, label: str, words: Words) -> str:
        return f"- **{inline(label)}:** {self._block(words, '  ')}"

    def _question(self, piece: Question) -> str:
        counts = f"\n>\n> {inline(piece.counts)}" if piece.counts else ""
        said = self._block(piece.words).replace("\n", "\n> ")
        return f"> {self.place(piece.anchor)}{said}{counts}"

    def _table(self, piece: Table) -> str:
        heads = " | ".join(inline(column.title) for column in piece.columns)
        rules = " | ".join(_rule(column) for column in piece.columns)
        rows = "\n".join(self._row(row, len(piece.columns)) for row in piece.rows)
        return f"| {heads} |\n| {rules} |\n{rows}"

    def _row(self, row: Row, columns: int) -> str:
        cells = ["<br>".join(line for each in words for line in self._lines(each)) for words in row.cells]
        cells += [""] * (columns - len(cells))
        cells[0] = f"{self.place(row.anchor)}{cells[0]}"
        return f"| {' | '.join(cells)} |"

    def _lines(self, paragraph: Paragraph) -> list[str]:
        """Return a paragraph's lines; runs share a line where one ends and the next begins."""
        written = [""]
        for run in paragraph.runs:
            first, *others = self._run(run, opens=not written[-1])
            written[-1] += first
            written += others
        found = [line.strip() for line in written if line.strip()]
        return [f"*{line}*" for line in found] if paragraph.role is Role.TRANSLATION else found

    def _run(self, run: Run, *, opens: bool) -> list[str]:
        said = lines(run.text) or [""]
        if run.strong:
            said = [f"**{line}**" if line else "" for line in said]
        if run.leads_to in self._known:
            said = [f"[{line}](#{_key(run.leads_to or '')})" if line else "" for line in said]
        before = " " if run.text[:1].isspace() and not opens else ""
        after = " " if run.text[-1:].isspace() else ""
        return (
            [f"{before}{said[0]}", *said[1:-1], f"{said[-1]}{after}"]
            if len(said) > 1
            else [f"{before}{said[0]}{after}"]
        )


def _rule(column: Column) -> str:
    return _RULES[column.align]


def _key(anchor: str) -> str:
    """Return an anchor as it may stand in an address and in an attribute."""
    return "".join(sign if sign.isalnum() or sign in "-._" else "-" for sign in anchor)


def _by_hand(piece: Signing | Lines) -> str:
    if isinstance(piece, Signing):
        return _signing(piece)
    return "\\\n".join(["\\_" * 60] * piece.count)


def _signing(piece: Signing) -> str:
    parts = (
        f"**{inline(piece.role)}**",
        "\\_" * 30,
        inline(piece.name),
        inline(piece.about),
        inline(piece.date),
    )
    return "\\\n".join(part for part in parts if part)
