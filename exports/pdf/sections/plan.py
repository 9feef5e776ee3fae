"""What is promised: agreements and the work-plan matrix."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Final

from exports.pdf import ink
from exports.pdf.blocks import Block, Stack
from exports.pdf.charts import Bar, MonthHead, Months
from exports.pdf.ink import Style
from exports.pdf.setter import Setter, carried
from exports.pdf.table import HEAD, TOTAL, Grid, Look, Row
from facilitator.domain.minutes import (
    AgreementLine,
    Tone,
    WorkPlan,
    WorkPlanRow,
)
from facilitator.domain.values import LooseDate, Money

if TYPE_CHECKING:
    import datetime as dt

_AGREEMENTS: Final = Grid((22.0, -1.6, -0.9, 78.0, 96.0), gap=10.0)
_MAX_COLUMNS: Final = 6
"""More organisations than this have no column each: their shares are listed under the activity."""
_MAX_MONTHS: Final = 24
_GROUP: Final = Look(above=9.0, below=4.0, rule=ink.HAIR, colour=ink.INK)
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
    head = setter.head(_AGREEMENTS, titles)
    yield head
    yield from carried((_agreement(setter, each) for each in setter.minutes.agreements), head)


def _agreement(setter: Setter, each: AgreementLine) -> Row:
    t = setter.t
    when = setter.formats.day(each.when) if each.when is not None else t.gettext("No date yet")
    return Row(
        _AGREEMENTS,
        (
            setter.text(str(each.number), ink.CODE),
            setter.said(each.text, ink.CELL_STRONG),
            setter.text(each.responsible or t.gettext("Nobody yet"), ink.CELL),
            setter.text(when, ink.CELL),
            setter.sources((*each.sources, *each.actions)),
        ),
        anchor=each.anchor,
    )


class Matrix:
    """The work plan's columns, decided once: money as wide as its figures, bars if dates are known."""

    def __init__(self, setter: Setter, plan: WorkPlan) -> None:
        self.setter = setter
        self.plan = plan
        self.months = _months(plan.rows)
        self.columns = plan.contributors if len(plan.contributors) <= _MAX_COLUMNS else ()
        self.currencies = {row.budget.currency for row in plan.rows if row.budget is not None}
        self.shows_unfunded = any(row.unfunded is not None for row in plan.rows)
        money = [self._money_width(n) for n in range(len(self.columns))]
        unfunded = (50.0,) if self.shows_unfunded else ()
        bars = (84.0,) if self.months is not None else ()
        self.grid = Grid((-1.0, 60.0, 58.0, 50.0, *money, 54.0, *unfunded, *bars), gap=7.5)

    def _money_width(self, n: int) -> float:
        figures = [self._figure(row, n) for row in self.plan.rows]
        figures += [self.setter.formats.number(amounts[n]) for _, amounts in self.plan.contributed]
        widest = max(
            self.setter.text(figure, ink.FIGURE_STRONG).natural_width()
            for figure in (*figures, self.columns[n].code[:8])
        )
        return min(58.0, max(24.0, widest + 1.0))

    def head(self) -> Row:
        """Set the head, with the months' letters over the bars."""
        setter, t = self.setter, self.setter.t
        words = (t.gettext("Action"), t.gettext("Owner"), t.gettext("When"), t.gettext("State"))
        cells: list[Block | None] = [setter.text(each, ink.LABEL) for each in words]
        cells += [setter.text(each.code, ink.LABEL_RIGHT) for each in self.columns]
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
        cells: list[Block | None] = [
            self._activity(row),
            self._owner(row),
            setter.text(_when(setter, row), ink.CELL),
            Stack(status) if status else None,
        ]
        cells += [setter.text(self._figure(row, n), ink.FIGURE) for n in range(len(self.columns))]
        cells.append(setter.text(_amount(setter, row.budget), ink.FIGURE_STRONG))
        if self.shows_unfunded:
            cells.append(setter.text(_amount(setter, row.unfunded), ink.FIGURE))
        if self.months is not None:
            cells.append(self._bar(row))
        return Row(self.grid, cells, anchor=row.anchor)

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
            cells.append(setter.text(_amount(setter, total), ink.FIGURE_STRONG))
            if self.shows_unfunded:
                cells.append(setter.text(_amount(setter, unfunded.get(total.currency)), ink.FIGURE_STRONG))
            cells += [None] if self.months is not None else []
            yield Row(self.grid, cells, TOTAL)

    def _activity(self, row: WorkPlanRow) -> Stack:
        setter, t = self.setter, self.setter.t
        blocks: list[Block] = [setter.said(row.activity, _ACTIVITY, lead=row.code)]
        if row.output is not None:
            blocks.append(setter.said(row.output, ink.CAPTION))
        notes = [
            (t.gettext("Verified by {what}"), ", ".join(row.verification)),
            (t.gettext("Follow-up: {what}"), row.follow_up),
            (t.gettext("Resources: {what}"), row.resources),
            (t.gettext("Co-financing: {what}"), self._shares(row)),
        ]
        blocks += [setter.text(form.format(what=what), ink.CAPTION) for form, what in notes if what]
        blocks += [setter.linked(each.label, each.anchor, ink.CAPTION) for each in row.sources]
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
        return Bar(self.months, start.first_day(), max(start.first_day(), end.last_day()), tone)

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
            f"{who.code} {_amount(self.setter, Money(amount, currency))}"
            for who, amount in zip(self.plan.contributors, row.contributions, strict=False)
            if amount
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
    for carried_over, rows in groups:
        if len(groups) > 1 or carried_over:
            words = t.gettext("Carried over") if carried_over else t.gettext("Agreed in this workshop")
            title = Row(Grid((-1.0,)), (setter.text(words, ink.MINOR),), _GROUP)
            title.keep = True
            yield title
        yield from carried((matrix.row(row) for row in rows), head)
    yield from carried(matrix.totals(), head)
    codes = "    ".join(f"{each.code}\u2002{each.name}" for each in plan.contributors)
    if codes:
        yield setter.text(codes, ink.CAPTION, before=10.0)
    if len(matrix.currencies) == 1 and matrix.columns:
        (currency,) = matrix.currencies
        words = t.gettext("Contributions of organisations in {currency}.").format(currency=currency)
        yield setter.text(words, ink.CAPTION, before=3.0)
    if matrix.months is not None:
        legend = t.gettext(
            "Filled bars are in progress or done, open bars are planned, dashed bars are late."
        )
        yield setter.text(legend, ink.CAPTION, before=3.0)


def _amount(setter: Setter, money: Money | None) -> str:
    return "–" if money is None else setter.formats.amount(money)


def _when(setter: Setter, row: WorkPlanRow) -> str:
    return setter.formats.brief_span(row.start, row.due) or "–"


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
