"""The parts of a document that flows, as plain values: what each is, not how it looks.

Texts are ready to read in the document's language. Words in another language carry it, so that screen
readers pronounce them and spelling is not marked as wrong. Anchors are those of `Minutes`.
"""

from enum import StrEnum
from typing import Literal

from facilitator.domain.frozen import dataclass


class Role(StrEnum):
    """What a paragraph is to its reader."""

    BODY = "body"
    LEAD = "lead"
    """The sentence under a title."""
    NOTE = "note"
    """A caption, a source, what belongs to the words above."""
    TRANSLATION = "translation"
    """What was said, in the document's language; below the words as they were said."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind. `leads_to` is the anchor of another place; `language` None means the document's."""

    text: str
    strong: bool = False
    leads_to: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; a line feed within a run is a line break."""

    runs: tuple[Run, ...]
    role: Role = Role.BODY

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


Words = tuple[Paragraph, ...]
"""What a cell, an item of a list or the value of a fact holds."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title within a section. `level` 2 is the first below the section's own, 4 the lowest."""

    title: str
    level: int
    anchor: str | None = None
    number: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """Items of equal standing; numbered where their order matters or something refers to it."""

    items: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels, each with what it says."""

    pairs: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head; `share` is its part of the width beside the other columns'."""

    title: str
    share: float = 1.0
    align: Literal["left", "right", "centre"] = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: as many cells as there are columns; `anchor` is where references to it lead.

    A `group` row has one cell over all columns and names the rows below it; a `total` row ends a table.
    """

    cells: tuple[Words, ...]
    anchor: str | None = None
    kind: Literal["row", "group", "total"] = "row"


@dataclass(frozen=True, slots=True)
class Plot:
    """A square from 1 to 5 both ways with signs on it: each spot is what its sign says, and its place.

    A place is how far across and how far up; `alternative` is for those who do not see it.
    """

    alternative: str
    up: str
    across: str
    spots: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head; `name` says what it is to those who do not see what stands around it.

    The cell in `key` is the head of its row. A `plot` says the same, for formats that draw.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    key: int = 0
    plot: Plot | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """A few counts, each with what was counted."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """The question of a board, the only thing in a box; `counts` says how many cards of each kind came."""

    words: Words
    counts: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Signing:
    """A place to sign: in what capacity, and who."""

    role: str
    name: str
    about: str
    date: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph with what stands below it. `alternative` says what it is to those who do not see it.

    `content` is as it was kept, to be scaled by whoever writes it; `broken` is said where it cannot be read.
    """

    content: bytes
    alternative: str
    words: Words
    broken: str


@dataclass(frozen=True, slots=True)
class Lines:
    """So many lines to write on by hand."""

    count: int


Piece = Paragraph | Heading | Listing | Facts | Table | Figures | Question | Signing | Picture | Lines


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its number ("3", "B" for an annex); `wide` ones need a page that lies across.

    With `new_page` it begins one where the format has pages.
    """

    number: str
    title: str
    anchor: str
    pieces: tuple[Piece, ...]
    wide: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document: what it is, its first page, its sections.

    `draft` is the word to print on a draft, None for a final. `running` is the short title for running heads.
    """

    title: str
    kind: str
    language: str
    author: str
    subject: str
    keywords: str
    running: str
    footer: str
    draft: str | None
    contents: str
    front: tuple[Piece, ...]
    sections: tuple[Section, ...]
