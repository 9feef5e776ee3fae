"""Tables of results: agreements, work plan, attendance, evaluation, indicators."""

from collections.abc import Iterator
from decimal import Decimal

from exports.data.values import Column, DataTable, Kind, Value, day_value, text_value
from exports.outline.pen import Pen
from facilitator.domain.minutes import IndicatorReading, Said, Source, WorkPlan, WorkPlanRow

_AND = "; "


def said_columns(pen: Pen, title: str) -> tuple[Column, Column, Column]:
    """Return the heads of people's words: as said, their language, the translation."""
    t = pen.t
    return (
        Column(title, Kind.LONG_TEXT),
        Column(t.gettext("Language")),
        Column(t.gettext("Translation"), Kind.LONG_TEXT),
    )


def said_values(said: Said | None) -> tuple[Value, Value, Value]:
    """Return people's words as cells."""
    if said is None:
        return (None, None, None)
    return (text_value(said.text), text_value(said.language), text_value(said.translation))


def _sources(sources: tuple[Source, ...]) -> Value:
    return text_value(_AND.join(each.label for each in sources))


def agreements(pen: Pen) -> DataTable:
    """Return the numbered agreements."""
    t = pen.t
    columns = (
        Column(t.gettext("No."), Kind.COUNT),
        *said_columns(pen, t.gettext("Agreement")),
        Column(t.gettext("Responsible")),
        Column(t.gettext("Date"), Kind.DATE),
        Column(t.gettext("From")),
        Column(t.gettext("Into")),
    )
    rows = (
        (
            each.number,
            *said_values(each.text),
            text_value(each.responsible),
            day_value(each.when),
            _sources(each.sources),
            _sources(each.actions),
        )
        for each in pen.minutes.agreements
    )
    return DataTable("agreements", t.gettext("Agreements"), columns, tuple(rows))


def work_plan(pen: Pen) -> DataTable:
    """Return the work plan with a column of money for each organisation that gives some."""
    t, plan = pen.t, pen.minutes.work_plan or WorkPlan(contributors=(), rows=())
    columns = (
        Column(t.gettext("No.")),
        *said_columns(pen, t.gettext("Action")),
        Column(t.gettext("Output"), Kind.LONG_TEXT),
        Column(t.gettext("Owner")),
        Column(t.gettext("With")),
        Column(t.gettext("Start"), Kind.DATE),
        Column(t.gettext("Due"), Kind.DATE),
        Column(t.gettext("State")),
        Column(t.gettext("Progress"), Kind.SHARE),
        Column(t.gettext("Currency")),
        Column(t.gettext("Budget"), Kind.NUMBER),
        *(Column(each.code, Kind.NUMBER) for each in plan.contributors),
        Column(t.gettext("Unfunded"), Kind.NUMBER),
        Column(t.gettext("Means of verification"), Kind.LONG_TEXT),
        Column(t.gettext("Follow-up")),
        Column(t.gettext("Resources")),
        Column(t.gettext("From")),
        Column(t.gettext("Carried over")),
    )
    rows = tuple(_commitment(pen, row, len(plan.contributors)) for row in plan.rows)
    return DataTable("work-plan", t.gettext("Work plan"), columns, rows)


def _commitment(pen: Pen, row: WorkPlanRow, contributors: int) -> tuple[Value, ...]:
    given = (*row.contributions, *([None] * contributors))[:contributors]
    return (
        text_value(row.code),
        *said_values(row.activity),
        text_value(row.output.text if row.output else None),
        text_value(row.responsible),
        text_value(_AND.join(row.support)),
        day_value(row.start),
        day_value(row.due),
        text_value(row.status.word if row.status else None),
        None if row.progress is None else Decimal(row.progress) / 100,
        text_value(row.budget.currency if row.budget else None),
        row.budget.amount if row.budget else None,
        *given,
        row.unfunded.amount if row.unfunded else None,
        text_value(_AND.join(row.verification)),
        text_value(row.follow_up),
        text_value(row.resources),
        _sources(row.sources),
        yes_or_no(pen, said=row.carried),
    )


def yes_or_no(pen: Pen, *, said: bool) -> str:
    """Return a truth as a word of the document."""
    return pen.t.gettext("Yes") if said else pen.t.gettext("No")


def attendance(pen: Pen) -> DataTable:
    """Return who was there, a column for each half day."""
    t, sheet = pen.t, pen.minutes.annexes.attendance
    half_days = sheet.half_days if sheet else ()
    columns = (
        Column(t.gettext("Name")),
        Column(t.gettext("Organisation")),
        *(Column(f"{day.isoformat()} {half}") for day, half in half_days),
    )
    rows = (
        (
            text_value(row.name),
            text_value(row.organisation),
            *(text_value(mark) for mark in (*row.marks, *([""] * len(half_days)))[: len(half_days)]),
        )
        for row in (sheet.rows if sheet else ())
    )
    return DataTable("attendance", t.gettext("Attendance list"), columns, tuple(rows))


def evaluation(pen: Pen) -> DataTable:
    """Return the figures of each question, and how often each step was chosen."""
    t, results = pen.t, pen.minutes.evaluation
    steps = results.steps if results else ()
    columns = (
        Column(t.gettext("Question"), Kind.LONG_TEXT),
        Column(t.gettext("n"), Kind.COUNT),
        Column(t.gettext("Mean"), Kind.NUMBER),
        Column(t.gettext("Median"), Kind.NUMBER),
        *(Column(step, Kind.COUNT) for step in steps),
    )
    rows = (
        (
            text_value(each.question),
            each.n,
            each.mean,
            each.median,
            *(*each.distribution, *([None] * len(steps)))[: len(steps)],
        )
        for each in (results.ratings if results else ())
    )
    return DataTable("evaluation", t.gettext("Evaluation"), columns, tuple(rows))


def open_answers(pen: Pen) -> DataTable:
    """Return the answers to open questions, in the order of the minutes, which is nobody's."""
    t, results = pen.t, pen.minutes.evaluation
    columns = (Column(t.gettext("Question"), Kind.LONG_TEXT), *said_columns(pen, t.gettext("Answer")))
    rows = (
        (text_value(question), *said_values(answer))
        for question, answers in (results.answers if results else ())
        for answer in answers
    )
    return DataTable("answers", t.gettext("Answers"), columns, tuple(rows))


def indicators(pen: Pen) -> DataTable:
    """Return the indicators of the cycle, then those of each case."""
    t = pen.t
    columns = (
        Column(t.gettext("Case")),
        Column(t.gettext("Code")),
        Column(t.gettext("Indicator"), Kind.LONG_TEXT),
        Column(t.gettext("Unit")),
        Column(t.gettext("Baseline"), Kind.NUMBER),
        Column(t.gettext("Date of the baseline"), Kind.DATE),
        Column(t.gettext("Target"), Kind.NUMBER),
        Column(t.gettext("Date of the target"), Kind.DATE),
        Column(t.gettext("Latest"), Kind.NUMBER),
        Column(t.gettext("Date of the latest"), Kind.DATE),
        Column(t.gettext("Progress"), Kind.SHARE),
        Column(t.gettext("No data because")),
    )
    rows = tuple(_reading(case, reading) for case, reading in _readings(pen))
    return DataTable("indicators", t.gettext("Indicators"), columns, rows)


def _readings(pen: Pen) -> Iterator[tuple[str, IndicatorReading]]:
    yield from (("", sheet.reading) for sheet in pen.minutes.annexes.indicator_sheets)
    yield from ((case.title, reading) for case in pen.minutes.cases for reading in case.indicators)


def _reading(case: str, each: IndicatorReading) -> tuple[Value, ...]:
    return (
        text_value(case),
        text_value(each.code),
        text_value(each.name),
        text_value(each.unit),
        each.baseline,
        day_value(each.baseline_date),
        each.target,
        day_value(each.target_date),
        each.latest,
        day_value(each.latest_date),
        each.progress,
        text_value(each.missing),
    )
