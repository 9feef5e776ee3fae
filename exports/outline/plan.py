"""What is promised: agreements and the work-plan matrix."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from typing import Final

from exports.outline.pen import Pen
from exports.outline.pieces import Column, Heading, Piece, Row, Table, Words
from exports.phrases import DASH, agreed_day, amount
from facilitator.domain.minutes import AgreementLine, WorkPlan, WorkPlanRow
from facilitator.domain.values import Money

_MAX_COLUMNS: Final = 6
"""More organisations than this have no column each: their shares are listed under the activity."""


def agreements(pen: Pen) -> Iterator[Piece]:
    """Write the numbered agreements with who, when, where from and where to."""
    t = pen.t
    lines = pen.minutes.agreements
    linked = any(each.sources or each.actions for each in lines)
    columns = (
        Column(t.gettext("No."), 0.3),
        Column(t.gettext("Agreement"), 2.4),
        Column(t.gettext("Responsible"), 1.1),
        Column(t.gettext("Date"), 1.3),
        *((Column(t.gettext("From and into"), 1.0),) if linked else ()),
    )
    rows = tuple(_agreement(pen, each, linked=linked) for each in lines)
    yield Table(t.gettext("Agreements and decisions"), columns, rows)


def _agreement(pen: Pen, each: AgreementLine, *, linked: bool) -> Row:
    cells = (
        pen.words(str(each.number), strong=True),
        pen.said(each.text, strong=True),
        _responsible(pen, each),
        pen.words(agreed_day(pen, each)),
        *((pen.sources((*each.sources, *each.actions)),) if linked else ()),
    )
    return Row(cells, each.anchor)


def _responsible(pen: Pen, each: AgreementLine) -> Words:
    """Write who is responsible, and which row of the work plan says so where the agreement does not."""
    words = pen.words(each.responsible or pen.t.gettext("Nobody yet"))
    if each.taken_from is None:
        return words
    see = pen.t.gettext("see {place}").format(place=each.taken_from.label)
    return (*words, *pen.linked(see, each.taken_from.anchor))


def agreed_in_short(pen: Pen) -> Iterator[Piece]:
    """Write the agreements of the two-page kind; that there are none is said too."""
    t = pen.t
    yield Heading(t.gettext("Agreements"), 2, "agreements")
    if pen.minutes.agreements:
        yield from agreements(pen)
    else:
        yield pen.text(t.gettext("No agreement was written down."))


def work_plan(pen: Pen) -> Iterator[Piece]:
    """Write the matrix: carried commitments first, totals, and what the codes mean."""
    plan, t = pen.minutes.work_plan, pen.t
    if plan is None:
        return
    matrix = Matrix(pen, plan)
    rows: list[Row] = []
    groups = [(carried, list(found)) for carried, found in groupby(plan.rows, lambda row: row.carried)]
    for carried, found in groups:
        if len(groups) > 1 or carried:
            words = t.gettext("Carried over") if carried else t.gettext("Agreed in this workshop")
            rows.append(Row((pen.words(words, strong=True),), kind="group"))
        rows += [matrix.row(each) for each in found]
    rows += matrix.totals()
    yield Table(t.gettext("Work plan"), matrix.columns(), tuple(rows), key=1)
    yield from _legend(pen, plan, matrix)


class Matrix:
    """The work plan's columns, decided once."""

    def __init__(self, pen: Pen, plan: WorkPlan) -> None:
        self.pen = pen
        self.plan = plan
        self.contributors = plan.contributors if len(plan.contributors) <= _MAX_COLUMNS else ()
        self.currencies = {row.budget.currency for row in plan.rows if row.budget is not None}
        self.shows_budget = any(row.budget is not None for row in plan.rows)
        self.shows_unfunded = any(row.unfunded is not None for row in plan.rows)

    def columns(self) -> tuple[Column, ...]:
        """Return the heads."""
        t = self.pen.t
        return (
            Column(t.gettext("No."), 0.6),
            Column(t.gettext("Action"), 2.8),
            Column(t.gettext("Owner"), 1.1),
            Column(t.gettext("When"), 0.9),
            Column(t.gettext("State"), 0.9),
            *(Column(each.code, 0.6, "right") for each in self.contributors),
            *((Column(t.gettext("Budget"), 1.1, "right"),) if self.shows_budget else ()),
            *((Column(t.gettext("Unfunded"), 1.0, "right"),) if self.shows_unfunded else ()),
        )

    def row(self, row: WorkPlanRow) -> Row:
        """Write one commitment."""
        pen = self.pen
        state = pen.words(row.status.word if row.status else None)
        if row.progress is not None:
            state += pen.note(pen.formats.percent(Decimal(row.progress) / 100))
        cells = (
            pen.words(row.code),
            self._action(row),
            self._owner(row),
            pen.words(pen.formats.brief_span(row.start, row.due) or DASH),
            (*state, *pen.sources(row.sources)),
            *(pen.words(self._share(row, n)) for n in range(len(self.contributors))),
            *((pen.words(amount(pen, row.budget), strong=True),) if self.shows_budget else ()),
            *((pen.words(amount(pen, row.unfunded)),) if self.shows_unfunded else ()),
        )
        return Row(cells, row.anchor)

    def totals(self) -> Iterator[Row]:
        """Write one line of totals per currency."""
        pen = self.pen
        shares = dict(self.plan.contributed)
        unfunded = {each.currency: each for each in self.plan.unfunded}
        for total in self.plan.totals:
            given = shares.get(total.currency, ())
            figures = [
                pen.formats.number(given[n]) if n < len(given) and given[n] else DASH
                for n in range(len(self.contributors))
            ]
            figures += [amount(pen, total)] if self.shows_budget else []
            figures += [amount(pen, unfunded.get(total.currency))] if self.shows_unfunded else []
            label = pen.words(pen.t.gettext("Total"), strong=True)
            cells = ((), label, (), (), (), *(pen.words(each, strong=True) for each in figures))
            yield Row(cells, kind="total")

    def _action(self, row: WorkPlanRow) -> Words:
        pen, t = self.pen, self.pen.t
        words = (*pen.said(row.activity, strong=True), *pen.said(row.output))
        for form, what in (
            (t.gettext("Verified by {what}"), ", ".join(row.verification)),
            (t.gettext("Follow-up: {what}"), row.follow_up),
            (t.gettext("Resources: {what}"), row.resources),
            (t.gettext("Co-financing: {what}"), self._shares(row)),
        ):
            words += pen.note(form.format(what=what)) if what else ()
        return words

    def _owner(self, row: WorkPlanRow) -> Words:
        pen, t = self.pen, self.pen.t
        words = pen.words(row.responsible or t.gettext("Nobody yet"))
        if not row.support:
            return words
        return (*words, *pen.note(t.gettext("with {names}").format(names=pen.formats.listing(row.support))))

    def _share(self, row: WorkPlanRow, n: int) -> str:
        given = row.contributions[n] if n < len(row.contributions) else None
        if not given:
            return DASH
        if len(self.currencies) > 1 and row.budget is not None:
            return self.pen.formats.amount(Money(given, row.budget.currency))
        return self.pen.formats.number(given)

    def _shares(self, row: WorkPlanRow) -> str:
        if self.contributors or row.budget is None:
            return ""
        return ", ".join(
            f"{who.code} {amount(self.pen, Money(given, row.budget.currency))}"
            for who, given in zip(self.plan.contributors, row.contributions, strict=False)
            if given
        )


def _legend(pen: Pen, plan: WorkPlan, matrix: Matrix) -> Iterator[Piece]:
    """Write what codes and figures mean, and the day of which the states are."""
    t = pen.t
    yield from pen.note("; ".join(f"{each.code}: {each.name}" for each in plan.contributors))
    seen = pen.formats.day(pen.minutes.cover.as_of.date())
    words = [t.gettext("States as of {day}.").format(day=seen)]
    if len(matrix.currencies) == 1 and matrix.contributors:
        (currency,) = matrix.currencies
        words.append(t.gettext("Contributions of organisations in {currency}.").format(currency=currency))
    yield from pen.note(" ".join(words))
