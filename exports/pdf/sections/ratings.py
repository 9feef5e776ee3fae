"""Ratings of a board: how they went, and every mean, highest first; equal means share a place."""

from collections.abc import Iterator

from exports.pdf import ink
from exports.pdf.blocks import Block
from exports.pdf.setter import Setter
from exports.phrases import rating
from facilitator.domain.minutes import BoardRating


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
