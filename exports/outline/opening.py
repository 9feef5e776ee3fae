"""Before the days: first page, background, objectives, participants, agenda planned and held."""

from collections.abc import Iterator
from itertools import groupby

from exports.outline.pen import Pen, facts
from exports.outline.pieces import (
    Column,
    Figures,
    Heading,
    Listing,
    Piece,
    Role,
    Row,
    Table,
    Words,
)
from exports.phrases import capital, credit, filled, held, joined, planned, present, says_the_same
from facilitator.domain.minutes import (
    AgendaDay,
    AgendaLine,
    EarlierWorkshop,
    ParticipantRow,
    Said,
    StartingMaterial,
    Tally,
    Tone,
)


def front(pen: Pen) -> Iterator[Piece]:
    """Write what and when, how far approved, the figures, the summary, the credits."""
    cover, t = pen.minutes.cover, pen.t
    when = pen.formats.span(cover.start, cover.end)
    if cover.lead:
        yield pen.text(cover.lead, Role.LEAD)
    yield pen.text(capital(joined(cover.place, when)), Role.LEAD)
    version = t.gettext("Version {number}").format(number=cover.version) if cover.version else None
    if approved := joined(version, cover.status, by=" · "):
        yield pen.text(approved, Role.NOTE)
    summary = pen.minutes.summary
    if summary.figures:
        yield Figures(tuple((pen.formats.number(each.count), each.label) for each in summary.figures))
    if summary.paragraphs:
        yield Heading(t.gettext("Summary"), 2, "summary")
        yield from (paragraph for said in summary.paragraphs for paragraph in pen.said(said))
    team = (
        (t.gettext("Facilitators"), pen.words(pen.formats.listing(summary.facilitators))),
        (t.gettext("Note-takers"), pen.words(pen.formats.listing(summary.note_takers))),
    )
    yield from facts(*team)
    yield from pen.note(credit(pen, cover))


def background(pen: Pen) -> Iterator[Piece]:
    """Write alliance, cycle, what earlier workshops produced, and what this one starts from."""
    about, t = pen.minutes.background, pen.t
    if about is None:
        return
    yield from (pen.text(sentence) for sentence in (*about.alliance, *about.cycle))
    yield from facts((t.gettext("Learning question"), pen.words(about.learning_question)))
    if about.aims:
        yield Heading(t.gettext("Aims of the cycle"), 2)
        yield Listing(pen.items(about.aims))
    if about.earlier:
        yield Heading(t.gettext("Earlier workshops and what they produced"), 2)
        for earlier in about.earlier:
            yield from _earlier(pen, earlier)
    if about.starting_material:
        title = t.gettext("What this workshop starts from")
        yield Heading(title, 2)
        columns = (
            Column(t.gettext("Earlier output"), 1.6),
            Column(t.gettext("State"), 0.8),
            Column(t.gettext("What changed"), 1.2),
            Column(t.gettext("Where")),
        )
        yield Table(title, columns, tuple(_material(pen, each) for each in about.starting_material))


def _earlier(pen: Pen, earlier: EarlierWorkshop) -> Iterator[Piece]:
    when = pen.formats.span(earlier.start, earlier.end) if earlier.start else None
    yield Heading(earlier.title, 3)
    yield from pen.note(joined(earlier.place, when))
    if earlier.outputs:
        yield Listing(pen.items(earlier.outputs))


def _material(pen: Pen, material: StartingMaterial) -> Row:
    state = material.state.word if material.state else None
    cells = (pen.words(material.text), pen.words(state), pen.words(material.since))
    return Row((*cells, pen.sources([material.source])))


def objectives(pen: Pen) -> Iterator[Piece]:
    """Write objectives and expected outputs, numbered."""
    minutes, t = pen.minutes, pen.t
    for title, items in (
        (t.gettext("Objectives"), minutes.objectives),
        (t.gettext("Expected outputs"), minutes.expected_outputs),
    ):
        if items:
            yield Heading(title, 2)
            yield Listing(pen.items(items), numbered=True)


def participants(pen: Pen) -> Iterator[Piece]:
    """Write the table of participants and the totals that donors ask for."""
    people, t = pen.minutes.participants, pen.t
    if people is None:
        return
    described = any(row.position or row.role for row in people.rows)
    columns = [Column(t.gettext("Name")), Column(t.gettext("Organisation"), 1.3)]
    if described:
        columns.append(Column(t.gettext("Position and role")))
    alike = ((row, len(list(same))) for row, same in groupby(people.rows))
    rows = tuple(Row(_person(pen, row, count)[: len(columns)]) for row, count in alike)
    yield Table(t.gettext("Participants"), tuple(columns), rows)
    yield from all_totals(pen)


def all_totals(pen: Pen) -> Iterator[Piece]:
    """Write how many came, by organisation, sex and country."""
    people, t = pen.minutes.participants, pen.t
    if people is None:
        return
    for title, tallies in (
        (t.gettext("By organisation"), people.totals.by_organisation),
        (t.gettext("By sex"), people.totals.by_sex),
        (t.gettext("By country"), people.totals.by_country),
    ):
        if tallies:
            yield Heading(title, 2)
            yield totals(pen, title, tallies)


def totals(pen: Pen, title: str, tallies: tuple[Tally, ...]) -> Table:
    """Write a count by what was counted."""
    columns = (Column(title, 4.0), Column(pen.t.gettext("People"), 1.0, "right"))
    rows = (Row((pen.words(each.label), pen.words(pen.formats.number(each.count)))) for each in tallies)
    return Table(title, columns, tuple(rows))


def _person(pen: Pen, row: ParticipantRow, count: int) -> tuple[Words, ...]:
    """Write one person, or several of whom the same may be said."""
    who = f"{row.name} × {count}" if count > 1 else row.name
    first, second = (row.role, row.position) if row.facilitation_team else (row.position, row.role)
    about = pen.words(first)
    if second and not says_the_same(first, second):
        about = (*about, *(pen.note(second) if about else pen.words(second)))
    name = (*pen.words(who, strong=True), *pen.note(row.contact))
    return name, pen.words(joined(row.organisation, row.country)), about


def agenda(pen: Pen) -> Iterator[Piece]:
    """Write the agenda of each day, the plan beside what happened."""
    t = pen.t
    led = any(line.responsible for day in pen.minutes.agenda for line in day.lines)
    columns = (
        Column(t.gettext("No."), 0.3, "right"),
        Column(t.gettext("Session"), 2.0),
        *((Column(t.gettext("Responsible"), 1.2),) if led else ()),
        Column(t.gettext("Planned"), 0.9),
        Column(t.gettext("Held"), 0.9),
    )
    for day in pen.minutes.agenda:
        yield from _day(pen, day, columns, led=led)


def _day(pen: Pen, day: AgendaDay, columns: tuple[Column, ...], *, led: bool) -> Iterator[Piece]:
    title = capital(pen.formats.weekday(day.day))
    yield Heading(title, 2)
    rows = tuple(_agenda_line(pen, line, led=led) for line in day.lines)
    yield Table(pen.t.gettext("Agenda of {day}").format(day=title), columns, rows, key=1)


def _agenda_line(pen: Pen, line: AgendaLine, *, led: bool) -> Row:
    counted = line.number is not None
    return Row(
        (
            pen.words(str(line.number) if counted else None),
            pen.linked(line.title, line.anchor, strong=counted),
            *((pen.words(line.responsible),) if led else ()),
            pen.words(planned(pen, line)),
            _held(pen, line),
        )
    )


def _held(pen: Pen, line: AgendaLine) -> Words:
    """Write the times held; the state too where it says more than they do."""
    state = line.status
    known = line.actual_start is not None or line.actual_end is not None
    if state is None or (known and state.tone is Tone.DONE):
        return pen.words(held(pen, line))
    return (*pen.words(held(pen, line)), *pen.note(state.word)) if known else pen.words(state.word)


def identity(pen: Pen) -> tuple[Piece, ...]:
    """Write the head of a short kind: when, where, who facilitated and wrote, who came, how far approved."""
    minutes, t = pen.minutes, pen.t
    cover, summary = minutes.cover, minutes.summary
    version = t.gettext("Version {number}").format(number=cover.version) if cover.version else None
    pairs = (
        (t.gettext("Date"), pen.formats.span(cover.start, cover.end)),
        (t.gettext("Place"), cover.place),
        (t.gettext("Facilitators"), pen.formats.listing(summary.facilitators)),
        (t.gettext("Note-takers"), pen.formats.listing(summary.note_takers)),
        (t.gettext("Present"), present(pen, minutes)),
        (t.gettext("State"), joined(version, cover.status, by=" · ")),
    )
    return facts(*((label, pen.words(value)) for label, value in filled(pairs)))


def purpose(pen: Pen) -> Iterator[Piece]:
    """Write the summary, the objectives where nobody wrote one."""
    minutes = pen.minutes
    written = minutes.summary.paragraphs
    if not written and not minutes.objectives:
        return
    yield Heading(pen.t.gettext("Purpose and summary"), 2, "purpose")
    if written:
        yield from (paragraph for said in written for paragraph in pen.said(said))
    else:
        yield Listing(pen.items(Said(each, minutes.language) for each in minutes.objectives))
