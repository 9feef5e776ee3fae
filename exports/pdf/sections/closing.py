"""After the promises: budget revision, evaluation, pending matters, next steps, signatures, distribution."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from exports.details import excerpt
from exports.pdf import ink
from exports.pdf.blocks import Block, Space, Stack, Whole
from exports.pdf.charts import Spread, Steps
from exports.pdf.setter import Setter, carried
from exports.pdf.table import BARE, TOTAL, Grid, Look, Part, Row
from exports.phrases import scale, step_day
from facilitator.domain.minutes import (
    BudgetLine,
    BudgetRevisionTable,
    DocumentKind,
    EvaluationResults,
    Minutes,
    NextStep,
    ParkingLine,
    RatingResult,
    Recipient,
    Signature,
)
from facilitator.domain.values import Money

_BUDGET: Final = Grid((-1.0, 84.0, 84.0, 84.0))
_RATING: Final = Grid((-1.0, 26.0, 44.0, 48.0, 120.0), gap=12.0)
_PARKING: Final = Grid((-1.4, 104.0, 84.0, 84.0), gap=10.0)
_HALVES: Final = Grid((-1.0, -1.0), gap=40.0)
_DISTRIBUTION: Final = Grid((-1.0, -1.0))
_TO_SIGN: Final = Look(above=0.0, below=0.0, rule=ink.HAIR, colour=ink.INK, part=Part.LAYOUT)
_SIGN_ROOM: Final = 36.0
"""Room over a line to sign on, in points."""


def budget_revisions(setter: Setter) -> Iterator[Block]:
    """Set each revision: previous, revised and the variation per source, with totals."""
    for n, revision in enumerate(setter.minutes.budget_revisions):
        yield from _revision(setter, revision, first=not n)


def _revision(setter: Setter, revision: BudgetRevisionTable, *, first: bool) -> Iterator[Block]:
    t = setter.t
    heading = setter.heading(t.gettext("Revision {number}").format(number=revision.number), 3)
    heading.before = 2.0 if first else 20.0
    yield heading
    day = setter.formats.day(revision.day) if revision.day is not None else None
    standing = revision.approved or day
    if standing:
        yield setter.text(standing, ink.CAPTION)
    if revision.reason is not None:
        yield setter.said(revision.reason, before=4.0)
    titles = (t.gettext("Source"), t.gettext("Previous"), t.gettext("Revised"), t.gettext("Variation"))
    head = setter.head(_BUDGET, titles, right=1)
    yield head
    rows = (_budget_row(setter, line, revision.currency) for line in revision.lines)
    yield from carried(rows, head, on=True)
    previous = sum((line.previous for line in revision.lines), Decimal(0))
    revised = sum((line.revised for line in revision.lines), Decimal(0))
    total = BudgetLine(source=t.gettext("Total"), previous=previous, revised=revised)
    yield _budget_row(setter, total, revision.currency, total=True)


def _budget_row(setter: Setter, line: BudgetLine, currency: str, *, total: bool = False) -> Row:
    figure, cell = (ink.FIGURE_STRONG, ink.CELL_STRONG) if total else (ink.FIGURE, ink.CELL)
    what = f"{line.source}, {line.activity}" if line.activity else line.source
    variation = line.revised - line.previous
    sign = "+" if variation > 0 else ""
    amounts = [
        setter.text(setter.formats.amount(Money(line.previous, currency)), figure),
        setter.text(setter.formats.amount(Money(line.revised, currency)), figure),
        setter.text(f"{currency}\u00a0{sign}{setter.formats.plain_amount(variation, currency)}", figure),
    ]
    return Row(_BUDGET, (setter.text(what, cell), *amounts), TOTAL if total else Look())


def evaluation(setter: Setter) -> Iterator[Block]:
    """Set how many answered, figures per question with their spread, and the open answers."""
    results, t = setter.minutes.evaluation, setter.t
    if results is None:
        return
    forms = t.ngettext("{n} anonymous form", "{n} anonymous forms", results.forms).format(n=results.forms)
    line = setter.text(f"{forms}. {scale(setter, results)}".strip(), ink.CAPTION)
    line.keep = bool(results.ratings)
    yield line
    if results.ratings:
        titles = (
            t.gettext("Question"),
            t.gettext("n"),
            t.gettext("Mean"),
            t.gettext("Median"),
            t.gettext("Answers per step"),
        )
        head = setter.head(_RATING, titles, right=1)
        head.cells = (*head.cells[:-1], _steps_head(setter, results, titles[-1]))
        yield head
        steps = [step.partition(" ")[0] for step in results.steps]
        yield from carried((_rating(setter, each, steps) for each in results.ratings), head)
    last = len(results.answers) - 2
    for start in range(0, len(results.answers), 2):
        columns = [
            Stack([setter.minor(question, before=0.0), *setter.bullets(answers)])
            for question, answers in results.answers[start : start + 2]
        ]
        row = Row(_HALVES, [*columns, *([None] * (2 - len(columns)))], BARE)
        row.before = 14.0
        row.near = start < last  # a single question is not left over on a page of its own
        yield row


def _steps_head(setter: Setter, results: EvaluationResults, title: str) -> Stack:
    marks = tuple(step.partition(" ")[0] for step in results.steps)
    return Stack([setter.text(title, ink.LABEL), *([Steps(marks)] if marks else [])])


def _rating(setter: Setter, each: RatingResult, steps: list[str]) -> Row:
    counts = ", ".join(f"{step}: {n}" for step, n in zip(steps, each.distribution, strict=False))
    says = setter.t.gettext("Answers per step: {counts}").format(counts=counts)
    mean = setter.formats.number(each.mean, 2) if each.mean is not None else "–"
    median = setter.formats.number(each.median) if each.median is not None else "–"
    return Row(
        _RATING,
        (
            setter.text(each.question, ink.CELL),
            setter.text(str(each.n), ink.FIGURE),
            setter.text(mean, ink.FIGURE_STRONG),
            setter.text(median, ink.FIGURE),
            Spread(each.distribution, says),
        ),
    )


def pending(setter: Setter) -> Iterator[Block]:
    """Set the parking lot with what became of each item, then the next steps with their dates."""
    minutes, t = setter.minutes, setter.t
    if minutes.parking_lot:
        if minutes.kind is not DocumentKind.ACTA:  # its section says the same
            heading = setter.heading(t.gettext("Pending matters"), 3)
            heading.before = 2.0
            yield heading
        titles = (t.gettext("Matter"), t.gettext("Outcome"), t.gettext("Raised in"), t.gettext("Went to"))
        head = setter.head(_PARKING, titles)
        yield head
        rows = carried((_parking(setter, each) for each in minutes.parking_lot), head)
        yield from rows if minutes.next_steps else _before_signing(minutes, rows)
    if minutes.next_steps:
        heading = setter.heading(t.gettext("Next steps"), 3)
        heading.before = 20.0 if minutes.parking_lot else 2.0
        yield heading
        steps = minutes.next_steps
        dates = setter.widest(
            (step_day(setter, each) for each in steps), ink.CELL_STRONG, least=60.0, most=116.0
        )
        placed = any(each.source for each in steps)
        words = (t.gettext("When"), t.gettext("What"), t.gettext("Responsible"), t.gettext("Where"))
        who = setter.widest(
            (words[2], *(each.responsible or "" for each in steps)), ink.CELL, least=40.0, most=110.0
        )
        grid = Grid((dates, -1.0, who, *((84.0,) if placed else ())), gap=10.0)
        head = setter.head(grid, words if placed else words[:-1])
        yield head
        yield from _before_signing(minutes, carried((_step(setter, grid, each) for each in steps), head))


def _before_signing(minutes: Minutes, rows: Iterable[Block]) -> Iterator[Block]:
    """Keep the last row with the lines to sign on, which no page has without a word of what is signed."""
    *others, last = rows
    last.keep = minutes.kind is DocumentKind.ACTA
    yield from (*others, last)


def _parking(setter: Setter, each: ParkingLine) -> Row:
    words: list[Block] = [setter.said(each.text, ink.CELL_STRONG)]
    if each.raised_by:
        words.append(setter.text(each.raised_by, ink.CAPTION))
    return Row(
        _PARKING,
        (
            Stack(words),
            setter.text(each.outcome or setter.t.gettext("Undecided"), ink.CELL),
            setter.sources([each.source]) if each.source else None,
            setter.sources([each.target]) if each.target else None,
        ),
    )


def _step(setter: Setter, grid: Grid, each: NextStep) -> Row:
    cells: list[Block | None] = [
        setter.text(step_day(setter, each), ink.CELL_STRONG),
        setter.text(each.text, ink.CELL),
        setter.text(each.responsible, ink.CELL) if each.responsible else None,
    ]
    if len(grid.columns) > len(cells):
        cells.append(setter.sources([each.source]) if each.source else None)
    return Row(grid, cells)


def signatures(setter: Setter) -> Iterator[Block]:
    """Set lines to sign on, two beside each other, and who receives which edition."""
    minutes, t = setter.minutes, setter.t
    yield from _corrected(setter)
    yield from signing(setter, minutes.signatures)
    if minutes.distribution:
        heading = setter.heading(t.gettext("Distribution"), 3)
        heading.before = 26.0 if minutes.signatures else 2.0
        yield heading
        head = setter.head(_DISTRIBUTION, (t.gettext("To"), t.gettext("Edition")))
        yield head
        yield from carried((_recipient(setter, each) for each in minutes.distribution), head)


def _corrected(setter: Setter) -> Iterator[Block]:
    """Set what is otherwise than in the final before, each leading to its place."""
    minutes, t = setter.minutes, setter.t
    if not minutes.changes:
        return
    yield setter.minor(t.gettext("Changed since final {number}").format(number=minutes.corrects), before=2.0)
    for each in minutes.changes:
        words: list[Block] = [setter.linked(each.what.label, each.what.anchor)]
        if each.was:
            was = t.gettext("Before: {words}").format(words=excerpt(each.was, 400))
            words.append(setter.text(was, ink.CAPTION))
        yield from setter.fact(each.how, Stack(words))
    yield Space(16.0)


def signing(setter: Setter, signatures: Sequence[Signature]) -> Iterator[Block]:
    """Set lines to sign on, two beside each other."""
    rows = [_signing(setter, signatures[start : start + 2]) for start in range(0, len(signatures), 2)]
    if rows:
        yield Whole(Stack(rows))


def _recipient(setter: Setter, each: Recipient) -> Row:
    return Row(_DISTRIBUTION, (setter.text(each.name, ink.CELL), setter.text(each.edition, ink.CELL_QUIET)))


def _signing(setter: Setter, signatures: Sequence[Signature]) -> Block:
    cells: list[Block | None] = [_signature(setter, each) for each in signatures]
    row = Whole(Row(_HALVES, cells if len(cells) > 1 else [*cells, None], BARE))
    row.before = 16.0
    return row


def _signature(setter: Setter, each: Signature) -> Stack:
    role = setter.text(each.role, ink.LABEL)
    role.keep = True
    room = Space(_SIGN_ROOM, keep=True)
    line = Row(Grid((-1.0,)), (None,), _TO_SIGN)
    line.keep = True
    blocks: list[Block] = [role, room, line]
    if each.name:
        blocks.append(setter.text(each.name, ink.CELL_STRONG, before=3.0))
    rest = ", ".join(part for part in (each.position, each.organisation) if part)
    if rest:
        blocks.append(setter.text(rest, ink.CAPTION))
    blocks.append(setter.text(setter.t.gettext("Date:"), ink.CAPTION, before=4.0))
    return Stack(blocks)
