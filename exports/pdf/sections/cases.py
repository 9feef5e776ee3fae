"""Results by case: facts, chain map, canvas, principle scores, the prototype's turns, indicators."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from exports.measures import measured_words, over_time, scored_words, shares
from exports.pdf import ink
from exports.pdf.blocks import Block, Stack
from exports.pdf.figures import Line, Radar, Sparkline
from exports.pdf.setter import Setter, carried, near
from exports.pdf.table import Grid, Look, Part, Row
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

_READING: Final = Grid((-1.0, 70.0, 70.0, 78.0, 48.0), gap=10.0)
_HYPOTHESIS: Final = Grid((22.0, -1.0, 84.0, 78.0), gap=10.0)
_SIDE_BY_SIDE: Final = Look(part=Part.LAYOUT)
_FEWEST_AXES: Final = 3
_WIDE_COLUMNS: Final = 4
_CANVAS: Final = Grid((-1.0, -1.0, -1.0), gap=20.0)


def cases(setter: Setter) -> Iterator[Block]:
    """Set every case."""
    for n, case in enumerate(setter.minutes.cases):
        setter.at(case.title)
        heading = setter.heading(case.title, 2, case.anchor, mark=case.title)
        heading.before = 26.0 if n else 2.0
        yield heading
        facts = [fact for label, value in case.facts for fact in setter.fact(label, value)]
        facts += setter.see_also(case.anchor)
        if facts:
            facts[0].before = 4.0
        yield from near(facts)
        yield from _chain(setter, case)
        for canvas in case.canvases:
            yield from _canvas(setter, canvas)
        for scores in case.principles:
            yield from _principles(setter, scores)
        yield from _compared(setter, case)
        for iteration in case.iterations:
            yield from _iteration(setter, iteration)
        if case.indicators:
            yield setter.heading(setter.t.gettext("Indicators"), 3)
            yield from readings(setter, case.indicators)


def _chain(setter: Setter, case: CaseResults) -> Iterator[Block]:
    if not case.chain_map:
        return
    yield setter.subheading(setter.t.gettext("Value chain map"), case.chain_map_anchor)
    for label, entries in case.chain_map:
        yield from setter.fact(label, Stack([*_list(setter, entries)]))


def _canvas(setter: Setter, canvas: CanvasAccount) -> Iterator[Block]:
    yield setter.subheading(canvas.title, canvas.anchor)
    cells = [
        Stack([setter.minor(name, before=0.0), *_list(setter, entries)]) for name, entries in canvas.blocks
    ]
    for start in range(0, len(cells), 3):
        row: list[Block | None] = [*cells[start : start + 3]]
        row += [None] * (3 - len(row))
        yield Row(_CANVAS, row, _SIDE_BY_SIDE)


def _list(setter: Setter, entries: Iterable[Said]) -> Iterator[Block]:
    yield from (setter.said(entry, ink.CELL) for entry in entries)


def _principles(setter: Setter, scores: PrincipleScores) -> Iterator[Block]:
    t = setter.t
    lowest, highest = scores.scale
    yield setter.subheading(t.gettext("Principles of new business models"), scores.anchor)
    when = (
        setter.formats.day(scores.assessed_on) if scores.assessed_on is not None else t.gettext("No date yet")
    )
    scale = t.gettext("Scores from {lowest} to {highest}, {when}").format(
        lowest=lowest, highest=highest, when=when
    )
    line = setter.text(scale, ink.CAPTION)
    line.keep = True
    yield line
    yield from _radar(setter, scores)
    yield from _scores(setter, scores)


def _compared(setter: Setter, case: CaseResults) -> Iterator[Block]:
    """Set how the assessments of a case compare, where there are several on one scale."""
    scores = over_time(setter, case.principles)
    if scores is None:
        return
    yield setter.heading(setter.t.gettext("Principles over time"), 3)
    line = setter.text(setter.t.gettext("Means of everybody who gave scores"), ink.CAPTION)
    line.keep = True
    yield line
    yield from _radar(setter, scores)
    yield from _scores(setter, scores)


def _radar(setter: Setter, scores: PrincipleScores) -> Iterator[Block]:
    """Draw the scores where there are enough axes to make a shape; the rows below have their numbers."""
    if len(scores.rows) < _FEWEST_AXES or scores.scale[1] <= 0:
        return
    lines = [Line(name, shares(scores, place)) for place, name in enumerate(scores.perspectives)]
    radar = Radar(len(scores.rows), scores.scale[1], lines, scored_words(setter, scores))
    radar.before = 4.0
    radar.keep = True
    yield radar


def _scores(setter: Setter, scores: PrincipleScores) -> Iterator[Block]:
    wide = 62.0 if len(scores.perspectives) <= _WIDE_COLUMNS else 280.0 / len(scores.perspectives)
    grid = Grid((14.0, -1.0, *(wide for _ in scores.perspectives)))
    head = setter.head(grid, ("", setter.t.gettext("Principle"), *scores.perspectives), right=2)
    yield head
    reasons = (*scores.reasons, *(() for _ in scores.rows))
    rows = enumerate(zip(scores.rows, reasons, strict=False), start=1)
    yield from carried((_score(setter, grid, number, row, why) for number, (row, why) in rows), head)


def _score(
    setter: Setter,
    grid: Grid,
    number: int,
    row: tuple[str, tuple[Decimal | None, ...]],
    reasons: tuple[tuple[str, Said], ...],
) -> Row:
    name, values = row
    figures = [setter.text(_figure(setter, value), ink.FIGURE) for value in values]
    words: list[Block] = [setter.text(name, ink.CELL)]
    words += [setter.said(why, ink.CAPTION, lead=f"{who}:") for who, why in reasons]
    return Row(grid, (setter.text(str(number), ink.CODE), Stack(words), *figures))


def _iteration(setter: Setter, iteration: IterationAccount) -> Iterator[Block]:
    t = setter.t
    title = t.gettext("Prototype, iteration {number}").format(number=iteration.number)
    yield setter.subheading(title, iteration.anchor)
    standing = [iteration.stage]
    if iteration.started is not None:
        standing.append(t.gettext("since {day}").format(day=setter.formats.day(iteration.started)))
    if iteration.review_planned is not None:
        day = setter.formats.day(iteration.review_planned)
        standing.append(t.gettext("review planned {day}").format(day=day))
    line = setter.text(", ".join(standing), ink.CAPTION)
    line.keep = True
    yield line
    for question, answer in iteration.answers:
        label = setter.text(question, ink.MINOR, before=6.0)
        label.keep = True
        yield label
        yield setter.said(answer)
    if iteration.hypotheses:
        titles = ("", t.gettext("Hypothesis"), t.gettext("Result"), t.gettext("Decision"))
        head = setter.head(_HYPOTHESIS, titles)
        head.before = 10.0
        yield head
        yield from carried((_hypothesis(setter, each) for each in iteration.hypotheses), head)


def _hypothesis(setter: Setter, line: HypothesisLine) -> Row:
    t = setter.t
    words: list[Block] = [
        setter.said(line.change, ink.CELL, lead=t.gettext("If")),
        setter.said(line.result, ink.CELL, lead=t.gettext("then")),
    ]
    measured = [line.indicator] if line.indicator else []
    if line.due is not None:
        measured.append(t.gettext("by {day}").format(day=setter.formats.day(line.due)))
    if measured:
        words.append(setter.text(", ".join(measured), ink.CAPTION))
    return Row(
        _HYPOTHESIS,
        (
            setter.text(line.number, ink.CODE),
            Stack(words),
            setter.text(line.outcome or "–", ink.CELL),
            setter.text(line.decision or "–", ink.CELL),
        ),
    )


def readings(
    setter: Setter, indicators: Iterable[IndicatorReading], *, named: bool = True, on: bool = False
) -> Iterator[Block]:
    """Set indicators with baseline, latest measurement, target, and how far between the two.

    Where the name stands above already, `named` is false and the unit takes its place. With `on` the last
    one stays with what follows.
    """
    t = setter.t
    titles = (
        t.gettext("Indicator") if named else t.gettext("Unit"),
        t.gettext("Baseline"),
        t.gettext("Target"),
        t.gettext("Latest"),
        t.gettext("Progress"),
    )
    head = setter.head(_READING, titles, right=1)
    yield head
    yield from carried((_reading(setter, each, named=named) for each in indicators), head, on=on)


def _reading(setter: Setter, each: IndicatorReading, *, named: bool) -> Row:
    name: list[Block] = []
    if named:
        name.append(setter.text(f"{each.code} {each.name}".strip(), ink.CELL_STRONG))
    name.append(setter.text(each.unit or "–", ink.CAPTION if named else ink.CELL))
    if each.missing:
        name.append(setter.text(each.missing, ink.CAPTION))
    if told := measured_words(setter, each):
        points = [(float(day.toordinal()), float(value)) for day, value in each.measured]
        name.append(Sparkline(points, None if each.target is None else float(each.target), told))
    progress = setter.formats.percent(each.progress) if each.progress is not None else "–"
    return Row(
        _READING,
        (
            Stack(name),
            _dated(setter, each.baseline, each.baseline_date),
            _dated(setter, each.target, each.target_date),
            _dated(setter, each.latest, each.latest_date),
            setter.text(progress, ink.FIGURE_STRONG),
        ),
    )


def _dated(setter: Setter, value: Decimal | None, day: LooseDate | None) -> Stack:
    blocks: list[Block] = [setter.text(_figure(setter, value), ink.FIGURE)]
    if day is not None:
        blocks.append(setter.text(setter.formats.noted_day(day), ink.CAPTION_RIGHT))
    return Stack(blocks)


def _figure(setter: Setter, value: Decimal | None) -> str:
    return "–" if value is None else setter.formats.number(value)
