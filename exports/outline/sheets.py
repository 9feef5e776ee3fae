"""Documents of one thing: their short head, the record of agreements, sheets to fill in by hand."""

from collections.abc import Iterator

from exports.outline.closing import signing
from exports.outline.opening import identity
from exports.outline.pen import Pen
from exports.outline.pieces import Column, Listing, Piece, Role, Row, Table
from exports.phrases import (
    DASH,
    acta_closing,
    acta_opening,
    capital,
    credit,
    joined,
    nothing_yet,
    signing_lines,
)
from facilitator.domain.minutes import DocumentKind, WorkPlanRow


def head(pen: Pen, *, is_empty: bool) -> Iterator[Piece]:
    """Write which workshop it is of, how far approved, and for the record of agreements who was there."""
    cover, t = pen.minutes.cover, pen.t
    when = pen.formats.span(cover.start, cover.end)
    if cover.lead:
        yield pen.text(cover.lead, Role.LEAD)
    version = t.gettext("Version {number}").format(number=cover.version) if cover.version else None
    if pen.minutes.kind is DocumentKind.ACTA:
        yield from identity(pen)
    else:
        yield from pen.note(capital(joined(cover.place, when)))
        yield from pen.note(joined(version, cover.status, by=" · "))
    if is_empty:
        yield pen.text(nothing_yet(pen, pen.minutes))


def opening(pen: Pen) -> Iterator[Piece]:
    """Write the formula that opens a record of agreements."""
    yield pen.text(acta_opening(pen, pen.minutes))


def order_of_day(pen: Pen) -> Iterator[Piece]:
    """Write the sessions by title, numbered."""
    lines = (line for day in pen.minutes.agenda for line in day.lines if line.number is not None)
    items = pen.items(line.title for line in lines)
    if items:
        yield Listing(items, numbered=True)


def closing(pen: Pen) -> Iterator[Piece]:
    """Write the formula that closes a record of agreements, and the lines to sign on."""
    yield pen.text(acta_closing(pen, pen.minutes))
    yield from (signing(pen, each) for each in signing_lines(pen, pen.minutes))
    yield from pen.note(credit(pen, pen.minutes.cover))


def sign_in(pen: Pen) -> Iterator[Piece]:
    """Write an attendance list to sign: known people first, then rows to write in."""
    sheet, t = pen.minutes.sign_in, pen.t
    if sheet is None:
        return
    columns = (
        Column(t.gettext("No."), 0.3, "right"),
        Column(t.gettext("Name"), 1.7),
        Column(t.gettext("Organisation"), 1.5),
        Column(t.gettext("Phone or e-mail"), 1.3),
        *(
            Column(t.gettext("Signature, {day}").format(day=pen.formats.brief(day)), 1.1)
            for day in sheet.days
        ),
    )
    people = (*sheet.people, *([("", "")] * sheet.blanks))
    rows = (
        Row((pen.words(str(n)), pen.words(name), pen.words(home), (), *(() for _ in sheet.days)))
        for n, (name, home) in enumerate(people, start=1)
    )
    yield Table(t.gettext("Sign-in sheet"), columns, tuple(rows), key=1)


def follow_up(pen: Pen) -> Iterator[Piece]:
    """Write every commitment with its state, and room for what is found at the visit or call."""
    plan, t = pen.minutes.work_plan, pen.t
    if plan is None:
        return
    day = pen.formats.day(pen.minutes.cover.as_of.date())
    yield from pen.note(
        t.gettext("States as of {day}. The empty columns are filled in by hand.").format(day=day)
    )
    columns = (
        Column(t.gettext("No."), 0.5),
        Column(t.gettext("Commitment"), 2.3),
        Column(t.gettext("Owner"), 0.9),
        Column(t.gettext("When"), 0.8),
        Column(t.gettext("State"), 0.8),
        Column(t.gettext("Progress and evidence"), 1.6),
        Column(t.gettext("Difficulty and help needed"), 1.6),
        Column(t.gettext("New date"), 0.7),
    )
    title = t.gettext("Follow-up sheet")
    yield Table(title, columns, tuple(_commitment(pen, each) for each in plan.rows), key=1)


def _commitment(pen: Pen, row: WorkPlanRow) -> Row:
    t = pen.t
    verified = t.gettext("Verified by {what}").format(what=", ".join(row.verification))
    cells = (
        pen.words(row.code),
        (*pen.said(row.activity, strong=True), *(pen.note(verified) if row.verification else ())),
        pen.words(row.responsible or t.gettext("Nobody yet")),
        pen.words(pen.formats.brief_span(row.start, row.due) or DASH),
        pen.words(row.status.word if row.status else None),
        (),
        (),
        (),
    )
    return Row(cells, row.anchor)
