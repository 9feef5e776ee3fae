"""The photographs of the workshop, two to a row, by session."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from exports.pdf import ink
from exports.pdf.blocks import Block, Stack, Whole
from exports.pdf.plates import Plate
from exports.pdf.setter import Setter
from exports.pdf.table import BARE, Grid, Row
from facilitator.domain.minutes import Photograph

_PAIR: Final = Grid((-1.0, -1.0), gap=18.0)


def photographs(setter: Setter) -> Iterator[Block]:
    """Set the photographs of each session, and how many are left out because of consents."""
    annex, t = setter.minutes.annexes.photographs, setter.t
    if annex is None:
        return
    for n, group in enumerate(annex.groups):
        title = group.session or t.gettext("The workshop")
        setter.at(t.gettext("Photographs: {title}").format(title=title))
        yield setter.minor(title, before=18.0 if n else 2.0)
        rest = iter(group.photographs)
        for first, second in zip_longest(rest, rest):
            row = Row(_PAIR, (_plate(setter, first), _plate(setter, second) if second else None), BARE)
            row.before = 10.0
            yield Whole(row)
    if annex.withheld:
        form = t.ngettext(
            "{n} photograph is left out: not everybody on it agreed to be shown.",
            "{n} photographs are left out: not everybody on them agreed to be shown.",
            annex.withheld,
        )
        yield setter.text(form.format(n=annex.withheld), ink.CAPTION, before=12.0 if annex.groups else 0.0)


def _plate(setter: Setter, photograph: Photograph) -> Stack:
    said = photograph.caption
    plate = Plate(photograph.content, said.text if said is not None else setter.t.gettext("Photograph"))
    plate.keep = True
    blocks: list[Block] = [plate]
    if plate.is_broken:
        blocks.append(setter.text(setter.t.gettext("The picture cannot be read."), ink.CAPTION, before=4.0))
    if photograph.caption is not None:
        blocks.append(setter.said(photograph.caption, ink.CELL_STRONG, before=4.0))
    if photograph.taken:
        blocks.append(setter.text(photograph.taken, ink.CAPTION, before=2.0))
    shows = setter.sources([photograph.shows]) if photograph.shows is not None else None
    if shows is not None:
        blocks.append(shows)
    return Stack(blocks)
