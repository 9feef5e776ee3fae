"""The two-page kind for formats without pages: decisions apart from discussion, as much as two pages hold.

Nobody knows the pages here, so the height is estimated from the lengths of the texts, with a margin; it
gives way in the same order as on paper, and says how much more the memoria holds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from exports.arrangement import placed
from exports.details import DETAILS, Detail, cut, excerpt
from exports.outline import closing, opening, plan
from exports.outline.pen import Pen
from exports.outline.pieces import Facts, Heading, Listing, Paragraph, Piece, Table, Words
from facilitator.domain.minutes import Minutes, Said

_ROOM: Final = 1000.0
"""Points on two pages of Letter below the title, a tenth of them kept free."""
_LINE: Final = 12.8
_ACROSS: Final = 100
"""Letters in a line over the whole width."""


def short(minutes: Minutes) -> Iterator[Piece]:
    """Write the document with as much detail as two pages hold."""
    pieces: list[Piece] = []
    for detail in DETAILS:
        pieces = [*_document(minutes, detail)]
        if sum(map(_height, pieces)) <= _ROOM:
            break
    yield from pieces


def _document(minutes: Minutes, detail: Detail) -> Iterator[Piece]:
    pen = Pen(_shortened(minutes, detail))
    cover = minutes.cover
    yield from pen.note(cover.lead and cover.lead.rstrip("."))
    written = {key: tuple(build(pen, minutes, detail)) for key, build in _BUILDS.items()}
    for each in placed(minutes, lambda key: bool(written.get(key))):
        if each.title:
            yield Heading(each.title, 2, each.anchor)
        yield from _free(pen, detail, each.before)
        yield from written.get(each.key, ())
        yield from _free(pen, detail, each.after)


def _free(pen: Pen, detail: Detail, said: Said | None) -> Words:
    return () if said is None else pen.said(cut(said, detail.characters))


def _bare(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Give what a section says, without the heading that it has elsewhere."""
    return (each for each in pieces if not isinstance(each, Heading))


def _identity(pen: Pen, _minutes: Minutes, _detail: Detail) -> Iterator[Piece]:
    yield from opening.identity(pen)


def _purpose(pen: Pen, minutes: Minutes, detail: Detail) -> Iterator[Piece]:
    yield from _bare(opening.purpose(pen))
    left = len(minutes.summary.paragraphs or minutes.objectives) - detail.paragraphs
    more = pen.t.ngettext("{n} more paragraph in the memoria", "{n} more paragraphs in the memoria", left)
    yield from _more(pen, more, left)


def _agreements(pen: Pen, minutes: Minutes, detail: Detail) -> Iterator[Piece]:
    yield from _bare(plan.agreed_in_short(pen))
    left = len(minutes.agreements) - detail.agreements
    more = pen.t.ngettext("{n} more agreement in the memoria", "{n} more agreements in the memoria", left)
    yield from _more(pen, more, left)


def _pending(pen: Pen, minutes: Minutes, detail: Detail) -> Iterator[Piece]:
    alone = replace(pen.minutes, next_steps=())
    yield from _bare(closing.pending(Pen(alone)))
    left = len(minutes.parking_lot) - detail.pending
    more = pen.t.ngettext("{n} more matter in the memoria", "{n} more matters in the memoria", left)
    yield from _more(pen, more, left)


def _next(pen: Pen, minutes: Minutes, detail: Detail) -> Iterator[Piece]:
    alone = replace(pen.minutes, parking_lot=())
    yield from _bare(closing.pending(Pen(alone)))
    left = len(minutes.next_steps) - detail.steps
    more = pen.t.ngettext("{n} more date in the memoria", "{n} more dates in the memoria", left)
    yield from _more(pen, more, left)


_BUILDS: Final = {
    "identification": _identity,
    "purpose": _purpose,
    "agreements": _agreements,
    "pending": _pending,
    "next_meeting": _next,
}


def _more(pen: Pen, words: str, left: int) -> Words:
    return pen.note(words.format(n=left)) if left > 0 else ()


def _shortened(minutes: Minutes, detail: Detail) -> Minutes:
    limit = detail.characters
    paragraphs = tuple(cut(each, limit) for each in minutes.summary.paragraphs[: detail.paragraphs])
    return replace(
        minutes,
        summary=replace(minutes.summary, paragraphs=paragraphs),
        objectives=tuple(excerpt(each, limit) for each in minutes.objectives[: detail.paragraphs]),
        agreements=tuple(
            replace(each, text=cut(each.text, limit)) for each in minutes.agreements[: detail.agreements]
        ),
        parking_lot=tuple(
            replace(each, text=cut(each.text, limit)) for each in minutes.parking_lot[: detail.pending]
        ),
        next_steps=tuple(
            replace(each, text=excerpt(each.text, limit)) for each in minutes.next_steps[: detail.steps]
        ),
    )


def _height(piece: Piece) -> float:
    """Return about how high a piece is on a page, in points."""
    match piece:
        case Paragraph():
            return _LINE * _lines((piece,), _ACROSS) + 5
        case Heading():
            return 36.0
        case Listing():
            return sum(_LINE * _lines(item, _ACROSS - 6) + 3 for item in piece.items)
        case Facts():
            return sum(_LINE * _lines(words, 75) + 4 for _, words in piece.pairs)
        case Table():
            total = sum(column.share for column in piece.columns)
            wide = [max(6, int(1.15 * _ACROSS * column.share / total)) for column in piece.columns]
            rows = (
                [_lines(words, room) for words, room in zip(row.cells, wide, strict=True)]
                for row in piece.rows
            )
            return 22 + sum(_LINE * max(row, default=1) + 4 for row in rows)
        case _:
            return 40.0


def _lines(words: Words, room: int) -> int:
    """Return how many lines words take in a room of so many letters."""
    return sum(-(-len(line) // room) or 1 for each in words for line in each.text.split("\n"))
