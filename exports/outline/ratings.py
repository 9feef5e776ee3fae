"""Ratings of a board: how they went, every mean, highest first; two of them as a matrix with its numbers."""

from collections.abc import Iterator
from itertools import groupby

from exports.outline.pen import Pen
from exports.outline.pieces import Column, Heading, Piece, Plot, Row, Table
from exports.phrases import matrix_says, matrix_title, rating
from facilitator.domain.minutes import BoardMatrix, BoardRating, BoardRecord
from facilitator.plotting import numbered


def ratings(pen: Pen, board: BoardRecord) -> Iterator[Piece]:
    """Write the ratings of a board, then its matrix."""
    for result in board.ratings:
        yield from _rating(pen, result)
    if board.matrix is not None:
        yield from _matrix(pen, board.matrix)


def _rating(pen: Pen, result: BoardRating) -> Iterator[Piece]:
    """Write the means of one rating; equal means share a place."""
    t = pen.t
    yield from pen.note(rating(pen, result))
    columns = (
        Column(t.gettext("Place"), 0.5),
        Column(t.gettext("What was rated"), 3.4),
        Column(t.gettext("Mean"), 0.6, "right"),
        Column(t.gettext("Marks"), 0.6, "right"),
    )
    rows = tuple(
        Row(
            (
                pen.words(pen.formats.number(line.place)),
                pen.said(line.title),
                pen.words(pen.formats.number(line.mean, 1)),
                pen.words(pen.formats.number(line.raters)),
            )
        )
        for line in result.lines
    )
    yield Table(t.gettext("Rating: {title}").format(title=result.criterion.text), columns, rows, key=1)


def _matrix(pen: Pen, found: BoardMatrix) -> Iterator[Piece]:
    """Write the numbers of a matrix as a table that can be drawn."""
    t, number = pen.t, pen.formats.number
    title = matrix_title(pen, found)
    yield Heading(title, 4)
    spots = groupby(found.points, key=lambda each: (each.across, each.up))
    plot = Plot(
        matrix_says(pen, found),
        found.up.text,
        found.across.text,
        tuple(
            (numbered([each.number for each in points]), float(across), float(up))
            for (across, up), points in spots
        ),
    )
    columns = (
        Column(t.gettext("No."), 0.4),
        Column(t.gettext("What was rated"), 3.4),
        Column(found.up.text, 0.8, "right"),
        Column(found.across.text, 0.8, "right"),
    )
    rows = tuple(
        Row(
            (
                pen.words(number(point.number), strong=True),
                pen.said(point.title),
                pen.words(number(point.up, 1)),
                pen.words(number(point.across, 1)),
            )
        )
        for point in found.points
    )
    yield Table(title, columns, rows, key=1, plot=plot)
