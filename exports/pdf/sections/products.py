"""What groups produced: each product with where it stands, then the chain maps that were replaced."""

from collections.abc import Iterator
from typing import Final

from exports.pdf import ink
from exports.pdf.blocks import Block, Stack
from exports.pdf.setter import Setter, carried
from exports.pdf.table import Grid, Row
from exports.phrases import DASH
from facilitator.domain.minutes import ChainProcess, EarlierMap, ProductLine

_PROCESS: Final = Grid((-1.2, -1.6, 68.0, 68.0, 68.0, 58.0), gap=10.0)
_DATE: Final = 108.0
_WHERE: Final = 128.0


def group_products(setter: Setter) -> Iterator[Block]:
    """Set every product with its case or group, then in full what no section prints."""
    products, t = setter.minutes.annexes.group_products, setter.t
    if products is None:
        return
    dates = setter.widest((_day(setter, each) for each in products.lines), ink.CELL, least=40.0, most=_DATE)
    grid = Grid((-1.3, -1.0, dates, _WHERE), gap=10.0)
    titles = (t.gettext("Product"), t.gettext("Case or group"), t.gettext("Date"), t.gettext("Where"))
    head = setter.head(grid, titles)
    yield head
    yield from carried((_line(setter, grid, each) for each in products.lines), head)
    for each in products.earlier_maps:
        yield from _map(setter, each)


def _day(setter: Setter, each: ProductLine) -> str:
    return setter.formats.day(each.made) if each.made is not None else DASH


def _line(setter: Setter, grid: Grid, each: ProductLine) -> Row:
    what: list[Block] = [setter.text(each.what, ink.CELL_STRONG)]
    if each.detail is not None:
        what.append(setter.said(each.detail, ink.CELL_QUIET))
    anchor = each.case.anchor if each.case is not None else None
    whose: list[Block] = [setter.linked(each.group, anchor, ink.CELL)]
    if each.by:
        whose.append(setter.text(each.by, ink.CAPTION))
    where = setter.sources(each.where) or setter.text(DASH, ink.CELL)
    cells = (Stack(what), Stack(whose), setter.text(_day(setter, each), ink.CELL), where)
    return Row(grid, cells, anchor=each.anchor)


def _map(setter: Setter, found: EarlierMap) -> Iterator[Block]:
    t = setter.t
    setter.at(found.title)
    heading = setter.heading(found.title, 3, found.anchor)
    heading.before = 22.0
    yield heading
    case = setter.linked(found.case.label, found.case.anchor, ink.CAPTION)
    case.keep = True
    yield case
    if found.processes:
        titles = (
            t.gettext("Core process"),
            t.gettext("Actors"),
            t.gettext("Volume"),
            t.gettext("Price in"),
            t.gettext("Price out"),
            t.gettext("Losses"),
        )
        head = setter.head(_PROCESS, titles)
        yield head
        yield from carried((_process(setter, each) for each in found.processes), head)
    for label, entries in found.layers:
        yield from setter.fact(label, Stack([setter.said(entry, ink.CELL) for entry in entries]))


def _process(setter: Setter, each: ChainProcess) -> Row:
    figures = (each.actors, each.volume, each.price_in, each.price_out, each.losses)
    cells = [setter.text(figure or DASH, ink.CELL) for figure in figures]
    return Row(_PROCESS, (setter.text(each.name, ink.CELL_STRONG), *cells))
