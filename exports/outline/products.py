"""What groups produced: each product with where it stands, then the chain maps that were replaced."""

from collections.abc import Iterator

from exports.outline.pen import Pen, facts
from exports.outline.pieces import Column, Heading, Piece, Role, Row, Table
from exports.phrases import DASH
from facilitator.domain.minutes import ChainProcess, EarlierMap, ProductLine


def group_products(pen: Pen) -> Iterator[Piece]:
    """Write every product with its case or group, then in full what no section prints."""
    products, t = pen.minutes.annexes.group_products, pen.t
    if products is None or not products.lines:
        return
    columns = (
        Column(t.gettext("Product"), 2.2),
        Column(t.gettext("Case or group"), 1.5),
        Column(t.gettext("Date"), 1.3),
        Column(t.gettext("Where"), 1.1),
    )
    title = t.gettext("Group products")
    yield Table(title, columns, tuple(_line(pen, each) for each in products.lines))
    for each in products.earlier_maps:
        yield from _map(pen, each)


def _line(pen: Pen, each: ProductLine) -> Row:
    anchor = each.case.anchor if each.case is not None else None
    cells = (
        (*pen.words(each.what, strong=True), *pen.said(each.detail, Role.NOTE)),
        (*pen.linked(each.group, anchor), *pen.note(each.by)),
        pen.words(pen.formats.day(each.made) if each.made is not None else DASH),
        pen.sources(each.where) or pen.words(DASH),
    )
    return Row(cells, each.anchor)


def _map(pen: Pen, found: EarlierMap) -> Iterator[Piece]:
    t = pen.t
    yield Heading(found.title, 2, found.anchor)
    yield from pen.sources([found.case])
    if found.processes:
        columns = (
            Column(t.gettext("Core process"), 1.4),
            Column(t.gettext("Actors"), 1.8),
            Column(t.gettext("Volume")),
            Column(t.gettext("Price in")),
            Column(t.gettext("Price out")),
            Column(t.gettext("Losses")),
        )
        rows = tuple(_process(pen, each) for each in found.processes)
        yield Table(t.gettext("Core processes: {title}").format(title=found.title), columns, rows)
    yield from facts(
        *(
            (label, tuple(line for entry in entries for line in pen.said(entry)))
            for label, entries in found.layers
        )
    )


def _process(pen: Pen, each: ChainProcess) -> Row:
    figures = (each.actors, each.volume, each.price_in, each.price_out, each.losses)
    return Row((pen.words(each.name, strong=True), *(pen.words(figure or DASH) for figure in figures)))
