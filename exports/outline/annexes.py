"""Annexes: attendance list, indicator sheets, theory of change, glossary."""

from collections.abc import Iterator

from exports.outline.cases import readings
from exports.outline.pen import Pen, facts
from exports.outline.pieces import Column, Heading, Listing, Piece, Role, Row, Table
from exports.phrases import DASH, joined
from facilitator.domain.minutes import AssumptionLine, AttendanceRow, AttendanceSheet


def attendance(pen: Pen) -> Iterator[Piece]:
    """Write one row a person with a mark per half day, how many were present, and what the marks mean."""
    sheet, t = pen.minutes.annexes.attendance, pen.t
    if sheet is None:
        return
    columns = (
        Column(t.gettext("No."), 0.3, "right"),
        Column(t.gettext("Name"), 2.0),
        Column(t.gettext("Organisation"), 1.6),
        *(Column(f"{pen.formats.brief(day)}, {half}", 0.7, "centre") for day, half in sheet.half_days),
    )
    rows = [_attending(pen, n, row, len(sheet.half_days)) for n, row in enumerate(sheet.rows, 1)]
    if sheet.present:
        rows.append(_present(pen, sheet))
    yield Table(t.gettext("Attendance list"), columns, tuple(rows), key=1)
    yield from facts(*((mark, pen.words(meaning)) for mark, meaning in sheet.legend))


def _attending(pen: Pen, number: int, row: AttendanceRow, half_days: int) -> Row:
    marks = (*row.marks, *([""] * half_days))[:half_days]
    return Row(
        (pen.words(str(number)), pen.words(row.name), pen.words(row.organisation), *map(pen.words, marks))
    )


def _present(pen: Pen, sheet: AttendanceSheet) -> Row:
    count = len(sheet.half_days)
    counts = (*map(pen.formats.number, sheet.present), *([DASH] * count))[:count]
    title = pen.words(pen.t.gettext("Present"), strong=True)
    return Row(((), title, (), *(pen.words(each, strong=True) for each in counts)), kind="total")


def indicator_sheets(pen: Pen) -> Iterator[Piece]:
    """Write the reference sheet of each indicator."""
    for sheet in pen.minutes.annexes.indicator_sheets:
        title = f"{sheet.reading.code} {sheet.reading.name}".strip()
        yield Heading(title, 2, sheet.anchor)
        yield readings(pen, title, [sheet.reading])
        yield from facts(*((label, pen.words(value)) for label, value in sheet.fields))


def theory_of_change(pen: Pen) -> Iterator[Piece]:
    """Write the theory of change in force: narrative, levels, assumptions with what they were before."""
    theory, t = pen.minutes.annexes.theory_of_change, pen.t
    if theory is None:
        return
    day = pen.formats.day(theory.day) if theory.day is not None else None
    yield from pen.note(joined(t.gettext("Version {number}").format(number=theory.version), day))
    yield from facts((t.gettext("Impact"), pen.said(theory.impact)))
    yield from pen.said(theory.narrative)
    for level, elements in theory.levels:
        yield Heading(level, 2)
        yield Listing(pen.items(elements))
    if theory.assumptions:
        title = t.gettext("Assumptions")
        yield Heading(title, 2)
        columns = (
            Column(t.gettext("Assumption"), 3.0),
            Column(t.gettext("State")),
            Column(t.gettext("Revised by"), 1.1),
        )
        yield Table(title, columns, tuple(_assumption(pen, each) for each in theory.assumptions))


def _assumption(pen: Pen, each: AssumptionLine) -> Row:
    before = pen.said(each.previous, Role.NOTE, lead=pen.t.gettext("Before:"))
    words = (*pen.said(each.text, strong=True), *before)
    return Row((words, pen.words(each.status), pen.sources([each.revised_by])))


def glossary(pen: Pen) -> Iterator[Piece]:
    """Write terms and acronyms."""
    pairs = pen.minutes.annexes.glossary
    yield from facts(*((label, pen.words(value)) for label, value in pairs))
