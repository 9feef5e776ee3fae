"""Ratings of a board: how they went, every mean, highest first; two of them as a matrix with its numbers."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from exports.pdf import ink
from exports.pdf.blocks import Block, Stack
from exports.pdf.plot import WIDTH, Plot
from exports.pdf.setter import Setter, carried
from exports.pdf.table import BARE, Grid, Row
from exports.phrases import matrix_says, matrix_title, rating
from facilitator.domain.minutes import BoardMatrix, BoardRating

_BESIDE: Final = Grid((WIDTH, -1.0), gap=24.0)
_NUMBERS: Final = Grid((22.0, -1.0, 58.0, 58.0), gap=8.0)
_FEW: Final = 9
"""Points whose table stands beside the square; more of them stand below it."""
_UP: Final = replace(ink.LABEL, colour=ink.INK)
_ACROSS: Final = replace(ink.LABEL_RIGHT, colour=ink.INK)


def ratings(setter: Setter, results: tuple[BoardRating, ...]) -> Iterator[Block]:
    """Set each rating as a sentence and a line for each place."""
    t, formats = setter.t, setter.formats
    for result in results:
        yield setter.text(rating(setter, result), ink.CAPTION, before=6.0)
        for line in result.lines:
            words = t.ngettext(
                "{place}. {title}: {mean} ({n} mark)", "{place}. {title}: {mean} ({n} marks)", line.raters
            )
            said = words.format(
                place=formats.number(line.place),
                title=line.title.text,
                mean=formats.number(line.mean, 1),
                n=formats.number(line.raters),
            )
            yield setter.text(said, ink.CAPTION)


def matrix(setter: Setter, found: BoardMatrix | None) -> Iterator[Block]:
    """Set the square, and beside or below it what its numbers stand for."""
    if found is None:
        return
    title = setter.minor(matrix_title(setter, found), before=12.0)
    yield title
    plot = Plot(
        found,
        setter.text(found.up.text, _UP),
        setter.text(found.across.text, _ACROSS),
        matrix_says(setter, found),
    )
    head = setter.head(
        _NUMBERS,
        (setter.t.gettext("No."), setter.t.gettext("What was rated"), found.up.text, found.across.text),
        right=2,
    )
    rows = [_row(setter, found, n) for n in range(len(found.points))]
    if len(rows) <= _FEW:
        beside = Row(_BESIDE, (plot, Stack([head, *rows])), BARE)
        beside.before = 6.0
        yield beside
        return
    plot.before = 6.0
    yield plot
    yield head
    yield from carried(rows, head)


def _row(setter: Setter, found: BoardMatrix, n: int) -> Row:
    point, number = found.points[n], setter.formats.number
    cells = (
        setter.text(number(point.number), ink.FIGURE_STRONG),
        setter.said(point.title, ink.CELL),
        setter.text(number(point.up, 1), ink.FIGURE),
        setter.text(number(point.across, 1), ink.FIGURE),
    )
    return Row(_NUMBERS, cells)
