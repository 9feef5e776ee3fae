"""Before the days: background, objectives, participants, agenda planned and held."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

from exports.pdf import ink
from exports.pdf.blocks import Block, Stack, Whole
from exports.pdf.ink import Style
from exports.pdf.setter import Setter, carried, near
from exports.pdf.table import BARE, LISTED, Grid, Look, Part, Row
from exports.pdf.tags import Element
from exports.phrases import capital, held, planned, says_the_same
from facilitator.domain.minutes import (
    AgendaLine,
    EarlierWorkshop,
    ParticipantRow,
    StartingMaterial,
    Tally,
    Tone,
)

if TYPE_CHECKING:
    from exports.pdf.page import Page

_MATERIAL: Final = Grid((-1.0, 84.0, -0.7, 92.0))
_PEOPLE: Final = (-0.85, -1.2, -1.0)
"""Letters by which a position and a role are known to be the same word."""
_NUMBER: Final = Style("tabular-bold", 9.5, 14)
_TALLY: Final = Look(part=Part.ITEM)
_COUNTED: Final = Grid((-1.0, 26.0), gap=6.0)
_AGENDA: Final = Grid((18.0, -1.55, -1.0, 64.0, 68.0, 30.0), gap=9.0)
_AGENDA_UNLED: Final = Grid((18.0, -1.0, 64.0, 68.0, 30.0), gap=9.0)
"""Columns of the agenda where no session says who leads it."""


def background(setter: Setter) -> Iterator[Block]:
    """Set alliance, cycle, what earlier workshops produced, and what this one starts from."""
    about, t = setter.minutes.background, setter.t
    if about is None:
        return
    for n, sentence in enumerate((*about.alliance, *about.cycle)):
        yield setter.text(sentence, before=6.0 if n else 0.0)
    if about.learning_question:
        yield setter.minor(t.gettext("Learning question"))
        yield setter.text(about.learning_question)
    if about.aims:
        yield setter.minor(t.gettext("Aims of the cycle"))
        yield from near(setter.bullets(about.aims))
    if about.earlier:
        yield setter.heading(t.gettext("Earlier workshops and what they produced"), 3)
        for earlier in about.earlier:
            yield from _earlier(setter, earlier)
    if about.starting_material:
        yield setter.heading(t.gettext("What this workshop starts from"), 3)
        titles = (
            t.gettext("Earlier output"),
            t.gettext("State"),
            t.gettext("What changed"),
            t.gettext("Where"),
        )
        head = setter.head(_MATERIAL, titles)
        yield head
        yield from carried((_material(setter, each) for each in about.starting_material), head)


def _earlier(setter: Setter, earlier: EarlierWorkshop) -> Iterator[Block]:
    when = setter.formats.span(earlier.start, earlier.end) if earlier.start else None
    yield setter.minor(earlier.title, before=6.0)
    standing = ", ".join(part for part in (earlier.place, when) if part)
    if standing:
        line = setter.text(standing, ink.CAPTION)
        line.keep = bool(earlier.outputs)
        yield line
    yield from near(setter.bullets(earlier.outputs))


def _material(setter: Setter, material: StartingMaterial) -> Row:
    return Row(
        _MATERIAL,
        (
            setter.text(material.text, ink.CELL),
            setter.text(material.state.word, ink.CELL) if material.state else None,
            setter.text(material.since, ink.CELL) if material.since else None,
            setter.sources([material.source]) if material.source else None,
        ),
    )


def objectives(setter: Setter) -> Iterator[Block]:
    """Set objectives, numbered, and expected outputs."""
    minutes, t = setter.minutes, setter.t
    if minutes.objectives:
        yield setter.minor(t.gettext("Objectives"), before=0.0)
        yield from near(_numbered(setter, minutes.objectives))
    if minutes.expected_outputs:
        yield setter.minor(t.gettext("Expected outputs"))
        yield from near(_numbered(setter, minutes.expected_outputs))


def _numbered(setter: Setter, items: Iterable[str]) -> Iterator[Block]:
    grid = Grid((16.0, -1.0), gap=4.0)
    for n, item in enumerate(items, start=1):
        yield Row(grid, (setter.text(f"{n}.", _NUMBER), setter.text(item)), LISTED)


def participants(setter: Setter) -> Iterator[Block]:
    """Set the table of participants and the totals that donors ask for."""
    people, t = setter.minutes.participants, setter.t
    if people is None:
        return
    described = any(row.position or row.role for row in people.rows)
    titles = (t.gettext("Name"), t.gettext("Organisation"), t.gettext("Position and role"))
    grid = Grid(_PEOPLE if described else _PEOPLE[:-1])
    head = setter.head(grid, titles if described else titles[:-1])
    yield head
    alike = ((row, len(list(same))) for row, same in groupby(people.rows))
    yield from carried((_person(setter, grid, row, count) for row, count in alike), head)
    for block in all_totals(setter):
        block.before = 16.0
        yield block


def all_totals(setter: Setter) -> Iterator[Block]:
    """Set how many came, by organisation, sex and country."""
    people, t = setter.minutes.participants, setter.t
    if people is None:
        return
    totals = people.totals
    columns = [
        _totals(setter, title, tallies)
        for title, tallies in (
            (t.gettext("By organisation"), totals.by_organisation),
            (t.gettext("By sex"), totals.by_sex),
            (t.gettext("By country"), totals.by_country),
        )
        if tallies
    ]
    if columns:
        grid = Grid(tuple(-1.0 for _ in columns), gap=24.0)
        block = Row(grid, columns, BARE)
        yield Whole(block)


def _person(setter: Setter, grid: Grid, row: ParticipantRow, count: int) -> Row:
    """Set one person, or several of whom the same may be said."""
    who = f"{row.name} × {count}" if count > 1 else row.name
    name: list[Block] = [setter.text(who, ink.CELL_STRONG)]
    if row.contact:
        name.append(setter.text(row.contact, ink.CAPTION))
    where = f"{row.organisation}, {row.country}" if row.country else row.organisation
    first, second = (row.role, row.position) if row.facilitation_team else (row.position, row.role)
    about: list[Block] = [setter.text(first, ink.CELL_QUIET)] if first else []
    if second and not says_the_same(first, second):
        about.append(setter.text(second, ink.CAPTION if about else ink.CELL_QUIET))
    cells = (Stack(name), setter.text(where, ink.CELL), Stack(about) if about else None)
    return Row(grid, cells[: len(grid.columns)])


def _totals(setter: Setter, title: str, tallies: tuple[Tally, ...]) -> Stack:
    blocks: list[Block] = [setter.minor(title, before=0.0)]
    blocks += [
        Row(
            _COUNTED,
            (setter.text(each.label, ink.CELL), setter.text(str(each.count), ink.FIGURE)),
            _TALLY,
        )
        for each in tallies
    ]
    return Stack(blocks)


def agenda(setter: Setter) -> Iterator[Block]:
    """Set the agenda of each day, the plan beside what happened."""
    t = setter.t
    led = any(line.responsible for day in setter.minutes.agenda for line in day.lines)
    titles = (
        "",
        t.gettext("Session"),
        *((t.gettext("Responsible"),) if led else ()),
        t.gettext("Planned"),
        t.gettext("Held"),
        t.gettext("Page"),
    )
    grid = _AGENDA if led else _AGENDA_UNLED
    for n, day in enumerate(setter.minutes.agenda):
        title = setter.heading(capital(setter.formats.weekday(day.day)), 3)
        title.before = 18.0 if n else 4.0
        yield title
        head = setter.head(grid, titles, right=len(titles) - 1)
        yield head
        yield from carried((_agenda_line(setter, grid, line) for line in day.lines), head)


def _agenda_line(setter: Setter, grid: Grid, line: AgendaLine) -> Row:
    style = ink.CELL if line.number is None else ink.CELL_STRONG
    responsible = setter.text(line.responsible, ink.CELL_QUIET) if line.responsible else None
    return Row(
        grid,
        (
            setter.text("" if line.number is None else str(line.number), ink.CODE),
            setter.linked(line.title, line.anchor, style),
            *((responsible,) if grid is _AGENDA else ()),
            setter.text(planned(setter, line), ink.CLOCK),
            _held(setter, line),
            PageOf(line.anchor, line.title) if line.anchor else None,
        ),
    )


def _held(setter: Setter, line: AgendaLine) -> Block:
    """Set the times held; the state too where it says more than they do."""
    times, state = held(setter, line), line.status
    known = line.actual_start is not None or line.actual_end is not None
    if state is None or (known and state.tone is Tone.DONE):
        return setter.text(times, ink.CLOCK)
    if not known:
        return setter.text(state.word, ink.CELL_QUIET)
    return Stack([setter.text(times, ink.CLOCK), setter.text(state.word, ink.CAPTION)])


class PageOf(Block):
    """The page of a place, right-aligned, written when it is known."""

    def __init__(self, anchor: str, title: str, leading: float = 11.6) -> None:
        self.anchor = anchor
        self.title = title
        self.height = leading

    def wrap(self, width: float) -> float:
        """Return the height of its line."""
        self._width = width
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Leave the place; the number follows."""
        style, anchor = ink.FIGURE, self.anchor
        y = top - self.height / 2 - style.size * 0.34
        if page.leads(anchor):
            link, rect = Element("Link"), (x, top - self.height, x + self._width, top)
            page.write_right((x + self._width, y), style, lambda book: str(book.pages.get(anchor, "")), link)
            page.tags.link(link, rect, anchor, self.title)
