"""What drawings of scores and measurements say in words, the same in every format."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from exports.phrases import DASH, Speaks
from facilitator.domain.minutes import IndicatorReading, PrincipleScores
from facilitator.domain.values import LooseDate

FEWEST: Final = 2
"""Measurements, or assessments, from which something can be seen to have changed."""


def measured_words(speaks: Speaks, reading: IndicatorReading) -> str:
    """Return every measurement with its day, oldest first; nothing where there are too few to compare."""
    if len(reading.measured) < FEWEST:
        return ""
    values = ", ".join(
        speaks.t.gettext("{value} ({day})").format(
            value=speaks.formats.number(value), day=speaks.formats.noted_day(LooseDate.of(day))
        )
        for day, value in reading.measured
    )
    words = speaks.t.ngettext(
        "Measured {n} time: {values}", "Measured {n} times: {values}", len(reading.measured)
    )
    return words.format(n=len(reading.measured), values=values)


def scored_words(speaks: Speaks, scores: PrincipleScores) -> str:
    """Return who gave which scores, in the order of the principles."""
    lines = "; ".join(
        speaks.t.gettext("{who}: {scores}").format(
            who=who,
            scores=", ".join(_figure(speaks, values[place]) for _name, values in scores.rows),
        )
        for place, who in enumerate(scores.perspectives)
    )
    words = speaks.t.gettext("Radar of {n} principles, from {lowest} to {highest}. {lines}")
    lowest, highest = scores.scale
    return words.format(n=len(scores.rows), lowest=lowest, highest=highest, lines=lines)


def over_time(speaks: Speaks, assessments: Sequence[PrincipleScores]) -> PrincipleScores | None:
    """Return how several assessments on one scale compare: their means by day; None where they do not."""
    if len(assessments) < FEWEST or len({each.scale for each in assessments}) > 1:
        return None
    ordered = sorted(assessments, key=_day)
    names = dict.fromkeys(name for each in ordered for name, _values in each.rows)
    means = [{name: _mean(values) for name, values in each.rows} for each in ordered]
    return replace(
        ordered[-1],
        perspectives=tuple(
            speaks.formats.day(each.assessed_on) if each.assessed_on else speaks.t.gettext("No date yet")
            for each in ordered
        ),
        rows=tuple((name, tuple(each.get(name) for each in means)) for name in names),
        reasons=(),
    )


def shares(scores: PrincipleScores, place: int) -> tuple[float | None, ...]:
    """Return how far out on its axis each score of one line lies, from 0 to 1."""
    _lowest, highest = scores.scale
    return tuple(
        None if values[place] is None or not highest else float(values[place] or 0) / highest
        for _name, values in scores.rows
    )


def _day(scores: PrincipleScores) -> dt.date:
    return scores.assessed_on.first_day() if scores.assessed_on else dt.date.min


def _mean(values: tuple[Decimal | None, ...]) -> Decimal | None:
    known = [each for each in values if each is not None]
    return (sum(known, Decimal(0)) / len(known)).quantize(Decimal("0.1")) if known else None


def _figure(speaks: Speaks, value: Decimal | None) -> str:
    return DASH if value is None else speaks.formats.number(value)
