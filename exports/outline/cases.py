"""Results by case: facts, chain map, canvas, principle scores, the prototype's turns, indicators."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from exports.measures import measured_words, over_time
from exports.outline.pen import Pen, facts
from exports.outline.pieces import Column, Facts, Heading, Piece, Role, Row, Table, Words
from exports.phrases import DASH, joined
from facilitator.domain.minutes import (
    CanvasAccount,
    CaseResults,
    HypothesisLine,
    IndicatorReading,
    IterationAccount,
    PrincipleScores,
    Said,
)
from facilitator.domain.values import LooseDate


def cases(pen: Pen) -> Iterator[Piece]:
    """Write every case."""
    for case in pen.minutes.cases:
        yield Heading(case.title, 2, case.anchor)
        yield from facts(*((label, pen.words(value)) for label, value in case.facts))
        yield from _chain(pen, case)
        for canvas in case.canvases:
            yield from _canvas(pen, canvas)
        for scores in case.principles:
            if scores.rows:
                yield from _principles(pen, scores)
        yield from _compared(pen, case)
        for iteration in case.iterations:
            yield from _iteration(pen, iteration)
        if case.indicators:
            title = pen.t.gettext("Indicators")
            yield Heading(title, 3)
            yield readings(pen, title, case.indicators)


def _chain(pen: Pen, case: CaseResults) -> Iterator[Piece]:
    if case.chain_map:
        yield Heading(pen.t.gettext("Value chain map"), 3, case.chain_map_anchor)
        yield Facts(tuple((label, _all(pen, entries)) for label, entries in case.chain_map))


def _canvas(pen: Pen, canvas: CanvasAccount) -> Iterator[Piece]:
    yield Heading(canvas.title, 3, canvas.anchor)
    yield from facts(*((name, _all(pen, entries)) for name, entries in canvas.blocks))


def _all(pen: Pen, entries: Iterable[Said]) -> Words:
    return tuple(paragraph for entry in entries for paragraph in pen.said(entry))


def _principles(pen: Pen, scores: PrincipleScores) -> Iterator[Piece]:
    t = pen.t
    title = t.gettext("Principles of new business models")
    yield Heading(title, 3, scores.anchor)
    lowest, highest = scores.scale
    assessed = scores.assessed_on
    when = pen.formats.day(assessed) if assessed is not None else t.gettext("No date yet")
    words = t.gettext("Scores from {lowest} to {highest}, {when}")
    yield from pen.note(words.format(lowest=lowest, highest=highest, when=when))
    yield _scores(pen, title, scores)


def _compared(pen: Pen, case: CaseResults) -> Iterator[Piece]:
    """Write how the assessments of a case compare, where there are several on one scale."""
    scores = over_time(pen, case.principles)
    if scores is not None:
        title = pen.t.gettext("Principles over time")
        yield Heading(title, 3)
        yield from pen.note(pen.t.gettext("Means of everybody who gave scores"))
        yield _scores(pen, title, scores)


def _scores(pen: Pen, title: str, scores: PrincipleScores) -> Table:
    columns = (
        Column(pen.t.gettext("Principle"), 3.0),
        *(Column(name, 1.0, "right") for name in scores.perspectives),
    )
    reasons = (*scores.reasons, *(() for _ in scores.rows))
    rows = (
        Row((_principle(pen, name, why), *(pen.words(figure(pen, value)) for value in values)))
        for (name, values), why in zip(scores.rows, reasons, strict=False)
    )
    return Table(title, columns, tuple(rows))


def _principle(pen: Pen, name: str, reasons: tuple[tuple[str, Said], ...]) -> Words:
    words = pen.words(name)
    for who, why in reasons:
        words += pen.said(why, Role.NOTE, lead=f"{who}:")
    return words


def _iteration(pen: Pen, iteration: IterationAccount) -> Iterator[Piece]:
    t = pen.t
    title = t.gettext("Prototype, iteration {number}").format(number=iteration.number)
    yield Heading(title, 3, iteration.anchor)
    standing = [iteration.stage]
    if iteration.started is not None:
        standing.append(t.gettext("since {day}").format(day=pen.formats.day(iteration.started)))
    if iteration.review_planned is not None:
        day = pen.formats.day(iteration.review_planned)
        standing.append(t.gettext("review planned {day}").format(day=day))
    yield from pen.note(", ".join(standing))
    yield from facts(*((question, pen.said(answer)) for question, answer in iteration.answers))
    if iteration.hypotheses:
        columns = (
            Column(t.gettext("No."), 0.4),
            Column(t.gettext("Hypothesis"), 3.0),
            Column(t.gettext("Result")),
            Column(t.gettext("Decision")),
        )
        rows = tuple(_hypothesis(pen, each) for each in iteration.hypotheses)
        yield Table(t.gettext("Hypotheses: {title}").format(title=title), columns, rows)


def _hypothesis(pen: Pen, line: HypothesisLine) -> Row:
    t = pen.t
    due = t.gettext("by {day}").format(day=pen.formats.day(line.due)) if line.due is not None else None
    words = (
        *pen.said(line.change, lead=t.gettext("If")),
        *pen.said(line.result, lead=t.gettext("then")),
        *pen.note(joined(line.indicator, due)),
    )
    outcomes = (pen.words(line.outcome or DASH), pen.words(line.decision or DASH))
    return Row((pen.words(line.number), words, *outcomes))


def readings(pen: Pen, name: str, indicators: Iterable[IndicatorReading]) -> Table:
    """Write indicators with baseline, target, latest measurement, and how far between the two."""
    t = pen.t
    columns = (
        Column(t.gettext("Indicator"), 2.4),
        Column(t.gettext("Baseline"), 1.0, "right"),
        Column(t.gettext("Target"), 1.0, "right"),
        Column(t.gettext("Latest"), 1.0, "right"),
        Column(t.gettext("Progress"), 0.8, "right"),
    )
    return Table(name, columns, tuple(_reading(pen, each) for each in indicators))


def _reading(pen: Pen, each: IndicatorReading) -> Row:
    name = (
        *pen.words(f"{each.code} {each.name}".strip(), strong=True),
        *pen.note(each.unit),
        *pen.note(each.missing),
        *pen.note(measured_words(pen, each)),
    )
    progress = pen.formats.percent(each.progress) if each.progress is not None else DASH
    return Row(
        (
            name,
            _dated(pen, each.baseline, each.baseline_date),
            _dated(pen, each.target, each.target_date),
            _dated(pen, each.latest, each.latest_date),
            pen.words(progress, strong=True),
        )
    )


def _dated(pen: Pen, value: Decimal | None, day: LooseDate | None) -> Words:
    return (*pen.words(figure(pen, value)), *pen.note(pen.formats.noted_day(day) if day else None))


def figure(pen: Pen, value: Decimal | None) -> str:
    """Return a number, a dash where there is none."""
    return DASH if value is None else pen.formats.number(value)
