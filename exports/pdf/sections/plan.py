"""What is promised: agreements and the work-plan matrix."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain, groupby
from typing import TYPE_CHECKING, Final

from exports.pdf import ink
from exports.pdf.blocks import Block, Stack
from exports.pdf.charts import Bar, MonthHead, Months
from exports.pdf.ink import Style
from exports.pdf.setter import Setter, carried, excerpt
from exports.pdf.table import HEAD, TOTAL, Grid, Look, Row
from exports.phrases import agreed_day, amount
from facilitator.domain.minutes import (
    AgreementLine,
    Source,
    Tone,
    WorkPlan,
    WorkPlanRow,
)
from facilitator.domain.values import LooseDate, Money

if TYPE_CHECKING:
    import datetime as dt

_AGREEMENTS: Final = (22.0, -1.0)
_LINKS: Final = 96.0
_MAX_COLUMNS: Final = 6
"""More organisations than this have no column each: their shares are listed under the activity."""
_MAX_MONTHS: Final = 24
_NO_BREAK: Final = "\u00a0"
_GROUP: Final = Look(above=9.0, below=4.0, rule=ink.HAIR, colour=ink.INK)
_COMMITMENT: Final = Look(above=3.0, below=3.0)
_ACTIVITY: Final = Style("semibold", 8.6, 11.6)


def agreements(setter: Setter) -> Iterator[Block]:
    """Set the numbered agreements with who, when, where from and where to."""
    t = setter.t
    titles = (
        t.gettext("No."),
        t.gettext("Agreement"),
        t.gettext("Responsible"),
        t.gettext("Date"),
        t.gettext("From and into"),
    )
    lines = setter.minutes.agreements
    linked = any(each.sources or each.actions for each in lines)
    who = setter.widest(
        (titles[2], *(each.responsible or t.gettext("Nobody yet") for each in lines)),
        ink.CELL,
        least=60.0,
        most=116.0,
    )
    dates = setter.widest((agreed_day(setter, each) for each in lines), ink.CELL, least=60.0, most=112.0)
    grid = Grid((*_AGREEMENTS, who, dates, *((_LINKS,) if linked else ())), gap=10.0)
    head = setter.head(grid, titles if linked else titles[:-1])
    yield head
    yield from carried((_agreement(setter, grid, each) for each in lines), head)


def agreed_who(setter: Setter, each: AgreementLine, limit: int = 100_000) -> Block:
    """Set who is responsible, and which row of the work plan says so where the agreement does not."""
    t = setter.t
    who = excerpt(each.responsible, limit) if each.responsible else t.gettext("Nobody yet")
    words = setter.text(who, ink.CELL)
    if each.taken_from is None:
        return words
    see = t.gettext("see {place}").format(place=each.taken_from.label)
    return Stack([words, setter.linked(see, each.taken_from.anchor, ink.CAPTION)])


def _agreement(setter: Setter, grid: Grid, each: AgreementLine) -> Row:
    cells: list[Block | None] = [
        setter.text(str(each.number), ink.CODE),
        setter.said(each.text, ink.CELL_STRONG),
        agreed_who(setter, each),
        setter.text(agreed_day(setter, each), ink.CELL),
    ]
    if len(grid.columns) > len(cells):
        cells.append(setter.sources((*each.sources, *each.actions)))
    return Row(grid, cells, anchor=each.anchor)


def _indicators(row: WorkPlanRow) -> list[Source]:
    return [each for each in row.sources if each.anchor is not None and each.anchor.startswith("indicator-")]


class Matrix:
    """The work plan's columns, decided once: money as wide as its figures, bars if dates are known."""

    def __init__(self, setter: Setter, plan: WorkPlan) -> None:
        self.setter = setter
        self.plan = plan
        self.months = _months(plan.rows)
        self.columns = plan.contributors if len(plan.contributors) <= _MAX_COLUMNS else ()
        self.currencies = {row.budget.currency for row in plan.rows if row.budget is not None}
        self.shows_unfunded = any(row.unfunded is not None for row in plan.rows)
        self.shows_budget = any(row.budget is not None for row in plan.rows)
        money = [self._money_width(n) for n in range(len(self.columns))]
        if self.shows_budget:
            money.append(self._total_width((row.budget for row in plan.rows), plan.totals))
        if self.shows_unfunded:
            money.append(self._total_width((row.unfunded for row in plan.rows), plan.unfunded))
        bars = (72.0,) if self.months is not None else ()
        days = [part for row in plan.rows for part in _when(setter, row).split(" ")]
        when = setter.widest(days, ink.CELL, least=40.0, most=84.0)
        self.grid = Grid((-1.0, 60.0, when, 50.0, *money, *bars), gap=7.5)

    def _total_width(self, amounts: Iterable[Money | None], totals: Iterable[Money]) -> float:
        figures = [amount(self.setter, each) for each in (*amounts, *totals)]
        return self.setter.widest(figures, ink.FIGURE_STRONG, least=46.0, most=86.0)

    def _money_width(self, n: int) -> float:
        figures = [self._figure(row, n) for row in self.plan.rows]
        figures += [self.setter.formats.number(amounts[n]) for _, amounts in self.plan.contributed]
        figures.append(self.columns[n].code[:8])
        return self.setter.widest(figures, ink.FIGURE_STRONG, least=24.0, most=64.0)

    def head(self) -> Row:
        """Set the head, with the months' letters over the bars."""
        setter, t = self.setter, self.setter.t
        words = (t.gettext("Action"), t.gettext("Owner"), t.gettext("When"), t.gettext("State"))
        cells: list[Block | None] = [setter.text(each, ink.LABEL) for each in words]
        cells += [setter.text(each.code, ink.LABEL_RIGHT) for each in self.columns]
        if self.shows_budget:
            cells.append(setter.text(t.gettext("Budget"), ink.LABEL_RIGHT))
        if self.shows_unfunded:
            cells.append(setter.text(t.gettext("Unfunded"), ink.LABEL_RIGHT))
        if self.months is not None:
            letters = tuple(setter.formats.month_letter(month) for month in range(1, 13))
            cells.append(MonthHead(self.months, letters))
        row = Row(self.grid, cells, HEAD)
        row.keep = True
        return row

    def row(self, row: WorkPlanRow) -> Row:
        """Set one commitment."""
        setter = self.setter
        status: list[Block] = [setter.text(row.status.word, ink.CELL)] if row.status else []
        if row.progress is not None:
            status.append(setter.text(setter.formats.percent(Decimal(row.progress) / 100), ink.CAPTION))
        named = _indicators(row)  # long names, which have more room under the activity
        status += [
            setter.linked(each.label, each.anchor, ink.CAPTION) for each in row.sources if each not in named
        ]
        status += setter.led_to(row.anchor, but=row.sources)
        cells: list[Block | None] = [
            self._activity(row),
            self._owner(row),
            setter.text(_when(setter, row), ink.CELL),
            Stack(status) if status else None,
        ]
        cells += [setter.text(self._figure(row, n), ink.FIGURE) for n in range(len(self.columns))]
        if self.shows_budget:
            cells.append(setter.text(amount(setter, row.budget), ink.FIGURE_STRONG))
        if self.shows_unfunded:
            cells.append(setter.text(amount(setter, row.unfunded), ink.FIGURE))
        if self.months is not None:
            cells.append(self._bar(row))
        return Row(self.grid, cells, _COMMITMENT, anchor=row.anchor)

    def totals(self) -> Iterator[Row]:
        """Set one line of totals per currency."""
        setter = self.setter
        by_currency = dict(self.plan.contributed)
        unfunded = {each.currency: each for each in self.plan.unfunded}
        for total in self.plan.totals:
            cells: list[Block | None] = [setter.text(setter.t.gettext("Total"), ink.CELL_STRONG)]
            cells += [None, None, None]
            shares = by_currency.get(total.currency, ())
            for n in range(len(self.columns)):
                figure = setter.formats.number(shares[n]) if n < len(shares) and shares[n] else "–"
                cells.append(setter.text(figure, ink.FIGURE_STRONG))
            if self.shows_budget:
                cells.append(setter.text(amount(setter, total), ink.FIGURE_STRONG))
            if self.shows_unfunded:
                cells.append(setter.text(amount(setter, unfunded.get(total.currency)), ink.FIGURE_STRONG))
            cells += [None] if self.months is not None else []
            yield Row(self.grid, cells, TOTAL)

    def _activity(self, row: WorkPlanRow) -> Stack:
        setter, t = self.setter, self.setter.t
        blocks: list[Block] = [setter.said(row.activity, _ACTIVITY, lead=row.code)]
        if row.output is not None and row.output.translation:
            blocks.append(setter.said(row.output, ink.CAPTION))
        output = row.output.text if row.output is not None and not row.output.translation else None
        notes = [
            ("{what}", output),
            (t.gettext("Verified by {what}"), ", ".join(row.verification)),
            (t.gettext("Follow-up: {what}"), row.follow_up),
            (t.gettext("Resources: {what}"), row.resources),
            (t.gettext("Co-financing: {what}"), self._shares(row)),
        ]
        said = ". ".join(form.format(what=what).rstrip(". ") for form, what in notes if what)
        if said:
            blocks.append(setter.text(said, ink.CAPTION))
        blocks += [setter.linked(each.label, each.anchor, ink.CAPTION) for each in _indicators(row)]
        return Stack(blocks)

    def _owner(self, row: WorkPlanRow) -> Stack:
        setter, t = self.setter, self.setter.t
        blocks: list[Block] = [setter.text(row.responsible or t.gettext("Nobody yet"), ink.CELL_STRONG)]
        if row.support:
            names = setter.formats.listing(row.support)
            blocks.append(setter.text(t.gettext("with {names}").format(names=names), ink.CAPTION))
        return Stack(blocks)

    def _bar(self, row: WorkPlanRow) -> Bar | None:
        start, end = row.start or row.due, row.due or row.start
        if self.months is None or start is None or end is None:
            return None
        tone = row.status.tone if row.status else Tone.PLANNED
        return Bar(
            self.months,
            start.first_day(),
            max(start.first_day(), end.last_day()),
            tone,
            _when(self.setter, row),
        )

    def _figure(self, row: WorkPlanRow, n: int) -> str:
        amount = row.contributions[n] if n < len(row.contributions) else None
        if not amount:
            return "–"
        if len(self.currencies) > 1 and row.budget is not None:
            return self.setter.formats.amount(Money(amount, row.budget.currency))
        return self.setter.formats.number(amount)

    def _shares(self, row: WorkPlanRow) -> str:
        if self.columns or row.budget is None:
            return ""
        currency = row.budget.currency
        return ", ".join(
            f"{who.code} {amount(self.setter, Money(share, currency))}"
            for who, share in zip(self.plan.contributors, row.contributions, strict=False)
            if share
        )


def work_plan(setter: Setter) -> Iterator[Block]:
    """Set the matrix on landscape pages: carried commitments first, totals, and what the codes mean."""
    plan, t = setter.minutes.work_plan, setter.t
    if plan is None:
        return
    matrix = Matrix(setter, plan)
    head = matrix.head()
    yield head
    groups = [
        (carried_over, list(rows)) for carried_over, rows in groupby(plan.rows, lambda row: row.carried)
    ]
    for n, (carried_over, rows) in enumerate(groups, start=1):
        if len(groups) > 1 or carried_over:
            words = t.gettext("Carried over") if carried_over else t.gettext("Agreed in this workshop")
            title = Row(Grid((-1.0,)), (setter.text(words, ink.MINOR),), _GROUP)
            title.keep = True
            yield title
        cells = (matrix.row(row) for row in rows)
        yield from carried(
            chain(cells, matrix.totals()) if n == len(groups) else cells, head, on=n == len(groups)
        )
    yield from _legend(setter, plan, matrix)


def _legend(setter: Setter, plan: WorkPlan, matrix: Matrix) -> Iterator[Block]:
    """Set what the codes, the figures and the bars mean, and the day of which the states are."""
    t = setter.t
    codes = "    ".join(f"{each.code}\u2002{each.name}" for each in plan.contributors)
    if codes:
        named = setter.text(codes, ink.CAPTION, before=6.0)
        named.near = True
        yield named
    seen = setter.formats.day(setter.minutes.cover.as_of.date())
    words = [t.gettext("States as of {day}.").format(day=seen)]
    if len(matrix.currencies) == 1 and matrix.columns:
        (currency,) = matrix.currencies
        words.append(t.gettext("Contributions of organisations in {currency}.").format(currency=currency))
    if matrix.months is not None:
        bars = t.gettext("Filled bars are in progress or done, open bars are planned, dashed bars are late.")
        words.append(bars)
    yield setter.text(" ".join(words), ink.CAPTION, before=3.0)


def _when(setter: Setter, row: WorkPlanRow) -> str:
    """Return start and due day; a line ends between them, never inside one."""
    span = setter.formats.brief_span(row.start, row.due) or "–"
    start, dash, due = span.replace(f"–{_NO_BREAK}", "– ").rpartition("– ")
    return f"{start.replace(' ', _NO_BREAK)}{dash}{due.replace(' ', _NO_BREAK)}"


def _months(rows: Iterable[WorkPlanRow]) -> Months | None:
    days: list[dt.date] = []
    for row in rows:
        for day in (row.start, row.due):
            if isinstance(day, LooseDate):
                days += [day.first_day(), day.last_day()]
    if not days:
        return None
    first, last = min(days).replace(day=1), max(days)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months > _MAX_MONTHS:
        return None
    return Months(first, LooseDate(last.year, last.month).last_day())
