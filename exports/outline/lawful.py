"""Text as files of every format can hold it, and the places of a document that references may lead to."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from exports.outline.pieces import Document, Heading, Piece, Question, Table

_BREAKS: Final = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNLAWFUL: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_STAND_IN: Final = "\ufffd"


def lawful(text: str) -> str:
    """Return a text whose lines end alike; a character that XML forbids stands as "�"."""
    return _UNLAWFUL.sub(_STAND_IN, _BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    """Return a text for a place of one line: a title, a property of the file."""
    return " ".join(lawful(text).split())


def reads_from_right(text: str) -> bool:
    """Whether a text has letters of a script that is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text)


def places(document: Document) -> frozenset[str]:
    """Return the anchors that the document has."""
    return frozenset(anchor for anchor in _anchors(document) if anchor)


def _anchors(document: Document) -> Iterator[str | None]:
    for piece in document.front:
        yield from _within(piece)
    for section in document.sections:
        yield section.anchor
        for piece in section.pieces:
            yield from _within(piece)


def _within(piece: Piece) -> Iterator[str | None]:
    if isinstance(piece, Heading | Question):
        yield piece.anchor
    elif isinstance(piece, Table):
        yield from (row.anchor for row in piece.rows)
