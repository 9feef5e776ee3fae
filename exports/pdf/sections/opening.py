"""Before the days: background, objectives, participants, agenda planned and held."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from exports.pdf import ink
from exports.pdf.blocks import Block, Stack
from exports.pdf.setter import Setter, carried
from exports.pdf.table import BARE, Grid, Row
from facilitator.domain.minutes import (
    AgendaLine,
    EarlierWorkshop,
    ParticipantRow,
    StartingMaterial,
    Tally,
)

if TYPE_CHECKING:
    from exports.pdf.page import Page

_MATERIAL: Final = Grid((-1.0, 84.0, -0.7, 92.0))
_PEOPLE: Final = Grid((-1.1, -1.0, -1.1))
_COUNTED: Final = Grid((-1.0, 26.0), gap=6.0)
_AGENDA: Final = Grid((18.0, -1.0, 66.0, 66.0, 62.0, 30.0), gap=10.0)


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
        yield from setter.bullets(about.aims)
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
    yield from setter.bullets(earlier.outputs)


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
        yield from _numbered(setter, minutes.objectives)
    if minutes.expected_outputs:
        yield setter.minor(t.gettext("Expected outputs"))
        yield from _numbered(setter, minutes.expected_outputs)


def _numbered(setter: Setter, items: Iterable[str]) -> Iterator[Block]:
    grid = Grid((16.0, -1.0), gap=4.0)
    for n, item in enumerate(items, start=1):
        yield Row(grid, (setter.text(f"{n}.", ink.CODE), setter.text(item)), BARE)


def participants(setter: Setter) -> Iterator[Block]:
    """Set the table of participants and the totals that donors ask for."""
    people, t = setter.minutes.participants, setter.t
    if people is None:
        return
    titles = (t.gettext("Name"), t.gettext("Organisation"), t.gettext("Position and role"))
    head = setter.head(_PEOPLE, titles)
    yield head
    yield from carried((_person(setter, row) for row in people.rows), head)
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
        block.before = 16.0
        yield block


def _person(setter: Setter, row: ParticipantRow) -> Row:
    about = ", ".join(part for part in (row.position, row.role) if part)
    name: list[Block] = [setter.text(row.name, ink.CELL_STRONG)]
    if row.contact:
        name.append(setter.text(row.contact, ink.CAPTION))
    where = f"{row.organisation}, {row.country}" if row.country else row.organisation
    return Row(
        _PEOPLE,
        (Stack(name), setter.text(where, ink.CELL), setter.text(about, ink.CELL_QUIET) if about else None),
    )


def _totals(setter: Setter, title: str, tallies: tuple[Tally, ...]) -> Stack:
    blocks: list[Block] = [setter.minor(title, before=0.0)]
    blocks += [
        Row(
            _COUNTED,
            (setter.text(each.label, ink.CELL), setter.text(str(each.count), ink.FIGURE)),
        )
        for each in tallies
    ]
    return Stack(blocks)


def agenda(setter: Setter) -> Iterator[Block]:
    """Set the agenda of each day, the plan beside what happened."""
    t = setter.t
    titles = (
        "",
        t.gettext("Session"),
        t.gettext("Planned"),
        t.gettext("Held"),
        t.gettext("State"),
        t.gettext("Page"),
    )
    for n, day in enumerate(setter.minutes.agenda):
        title = setter.heading(setter.formats.weekday(day.day), 3)
        title.before = 18.0 if n else 4.0
        yield title
        head = setter.head(_AGENDA, titles, right=5)
        yield head
        yield from carried((_agenda_line(setter, line) for line in day.lines), head)


def _agenda_line(setter: Setter, line: AgendaLine) -> Row:
    what: list[Block] = [setter.linked(line.title, line.anchor, ink.CELL_STRONG)]
    if line.responsible:
        what.append(setter.text(line.responsible, ink.CAPTION))
    return Row(
        _AGENDA,
        (
            setter.text("" if line.number is None else str(line.number), ink.CODE),
            Stack(what),
            setter.text(planned(setter, line), ink.CLOCK),
            setter.text(held(setter, line), ink.CLOCK),
            setter.text(line.status.word, ink.CELL) if line.status else None,
            PageOf(line.anchor) if line.anchor else None,
        ),
    )


def planned(setter: Setter, line: AgendaLine) -> str:
    """Return "15:30 – 16:15", over midnight too."""
    start = line.planned_start
    end = start.hour * 60 + start.minute + line.planned_minutes
    return f"{setter.formats.time(start)} – {end // 60 % 24:02}:{end % 60:02}"


def held(setter: Setter, line: AgendaLine) -> str:
    """Return the times held as far as they are known, a dash where not."""
    if line.actual_start is None and line.actual_end is None:
        return "–"
    start, end = (
        setter.formats.time(each) if each is not None else "…"
        for each in (line.actual_start, line.actual_end)
    )
    return f"{start} – {end}"


class PageOf(Block):
    """The page of a place, right-aligned, written when it is known."""

    def __init__(self, anchor: str, leading: float = 11.6) -> None:
        self.anchor = anchor
        self.height = leading

    def wrap(self, width: float) -> float:
        """Return the height of its line."""
        self._width = width
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Leave the place; the number follows."""
        style, anchor = ink.FIGURE, self.anchor
        y = top - self.height / 2 - style.size * 0.34
        page.write_right(x + self._width, y, style, lambda book: str(book.pages.get(anchor, "")))
        page.link(anchor, x, top - self.height, self._width, self.height)
