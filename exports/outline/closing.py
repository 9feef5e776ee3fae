"""After the promises: budget revision, evaluation, pending matters, next steps, signatures, distribution."""

from collections.abc import Iterator
from decimal import Decimal

from exports.details import excerpt
from exports.outline.pen import Pen, facts
from exports.outline.pieces import Column, Heading, Listing, Piece, Row, Signing, Table
from exports.phrases import DASH, joined, scale, step_day
from facilitator.domain.minutes import (
    BudgetLine,
    BudgetRevisionTable,
    DocumentKind,
    NextStep,
    ParkingLine,
    RatingResult,
    Signature,
)
from facilitator.domain.values import Money


def budget_revisions(pen: Pen) -> Iterator[Piece]:
    """Write each revision: previous, revised and the variation per source, with totals."""
    t = pen.t
    for revision in pen.minutes.budget_revisions:
        title = t.gettext("Revision {number}").format(number=revision.number)
        yield Heading(title, 2)
        day = pen.formats.day(revision.day) if revision.day is not None else None
        yield from pen.note(revision.approved or day)
        yield from pen.said(revision.reason)
        columns = (
            Column(t.gettext("Source"), 2.4),
            Column(t.gettext("Previous"), 1.0, "right"),
            Column(t.gettext("Revised"), 1.0, "right"),
            Column(t.gettext("Variation"), 1.0, "right"),
        )
        yield Table(title, columns, tuple(_budget_rows(pen, revision)))


def _budget_rows(pen: Pen, revision: BudgetRevisionTable) -> Iterator[Row]:
    for line in revision.lines:
        yield _budget_row(pen, line, revision.currency)
    previous = sum((line.previous for line in revision.lines), Decimal(0))
    revised = sum((line.revised for line in revision.lines), Decimal(0))
    total = BudgetLine(source=pen.t.gettext("Total"), previous=previous, revised=revised)
    yield _budget_row(pen, total, revision.currency, total=True)


def _budget_row(pen: Pen, line: BudgetLine, currency: str, *, total: bool = False) -> Row:
    variation = line.revised - line.previous
    sign = "+" if variation > 0 else ""
    figures = (
        pen.formats.amount(Money(line.previous, currency)),
        pen.formats.amount(Money(line.revised, currency)),
        f"{currency}\u00a0{sign}{pen.formats.plain_amount(variation, currency)}",
    )
    cells = (joined(line.source, line.activity), *figures)
    return Row(tuple(pen.words(each, strong=total) for each in cells), kind="total" if total else "row")


def evaluation(pen: Pen) -> Iterator[Piece]:
    """Write how many answered, figures per question with the answers per step, and the open answers."""
    results, t = pen.minutes.evaluation, pen.t
    if results is None:
        return
    forms = t.ngettext("{n} anonymous form", "{n} anonymous forms", results.forms).format(n=results.forms)
    yield from pen.note(f"{forms}. {scale(pen, results)}".strip())
    if results.ratings:
        marks = tuple(step.partition(" ")[0] for step in results.steps)
        columns = (
            Column(t.gettext("Question"), 3.0),
            Column(t.gettext("n"), 0.4, "right"),
            Column(t.gettext("Mean"), 0.6, "right"),
            Column(t.gettext("Median"), 0.7, "right"),
            *(Column(mark, 0.4, "right") for mark in marks),
        )
        rows = tuple(_rating(pen, each, len(marks)) for each in results.ratings)
        yield Table(t.gettext("Answers per step"), columns, rows)
    for question, answers in results.answers:
        yield Heading(question, 2)
        yield Listing(pen.items(answers))


def _rating(pen: Pen, each: RatingResult, steps: int) -> Row:
    mean = pen.formats.number(each.mean, 2) if each.mean is not None else DASH
    median = pen.formats.number(each.median) if each.median is not None else DASH
    counts = (
        *map(pen.formats.number, each.distribution[:steps]),
        *([DASH] * (steps - len(each.distribution))),
    )
    figures = (pen.words(str(each.n)), pen.words(mean, strong=True), pen.words(median))
    return Row((pen.words(each.question), *figures, *(pen.words(count) for count in counts)))


def pending(pen: Pen) -> Iterator[Piece]:
    """Write the parking lot with what became of each item, then the next steps with their dates."""
    minutes, t = pen.minutes, pen.t
    if minutes.parking_lot:
        title = t.gettext("Pending matters")
        if minutes.kind is not DocumentKind.ACTA:  # its section says the same
            yield Heading(title, 2, "pending-matters")
        columns = (
            Column(t.gettext("Matter"), 2.4),
            Column(t.gettext("Outcome"), 1.2),
            Column(t.gettext("Raised in")),
            Column(t.gettext("Went to")),
        )
        yield Table(title, columns, tuple(_parking(pen, each) for each in minutes.parking_lot))
    if minutes.next_steps:
        title = t.gettext("Next steps")
        yield Heading(title, 2, "next-steps")
        placed = any(each.source for each in minutes.next_steps)
        steps = (
            Column(t.gettext("When"), 1.6),
            Column(t.gettext("What"), 2.8),
            Column(t.gettext("Responsible"), 1.0),
            *((Column(t.gettext("Where"), 0.8),) if placed else ()),
        )
        rows = tuple(_step(pen, each, placed=placed) for each in minutes.next_steps)
        yield Table(title, steps, rows, key=1)


def _parking(pen: Pen, each: ParkingLine) -> Row:
    words = (*pen.said(each.text, strong=True), *pen.note(each.raised_by))
    outcome = pen.words(each.outcome or pen.t.gettext("Undecided"))
    return Row((words, outcome, pen.sources([each.source]), pen.sources([each.target])))


def _step(pen: Pen, each: NextStep, *, placed: bool) -> Row:
    cells = (
        pen.words(step_day(pen, each), strong=True),
        pen.words(each.text),
        pen.words(each.responsible),
        *((pen.sources([each.source]),) if placed else ()),
    )
    return Row(cells)


def signatures(pen: Pen) -> Iterator[Piece]:
    """Write the lines to sign on, and who receives which edition."""
    minutes, t = pen.minutes, pen.t
    if minutes.changes:
        yield Heading(t.gettext("Changed since final {number}").format(number=minutes.corrects), 2)
        for each in minutes.changes:
            was = t.gettext("Before: {words}").format(words=excerpt(each.was, 400)) if each.was else None
            yield from facts((each.how, (*pen.linked(each.what.label, each.what.anchor), *pen.note(was))))
    yield from (signing(pen, each) for each in minutes.signatures)
    if minutes.distribution:
        title = t.gettext("Distribution")
        yield Heading(title, 2)
        columns = (Column(t.gettext("To")), Column(t.gettext("Edition")))
        rows = tuple(Row((pen.words(each.name), pen.words(each.edition))) for each in minutes.distribution)
        yield Table(title, columns, rows)


def signing(pen: Pen, each: Signature) -> Signing:
    """Write a line to sign on."""
    return Signing(
        each.role, each.name or "", joined(each.position, each.organisation), pen.t.gettext("Date:")
    )
