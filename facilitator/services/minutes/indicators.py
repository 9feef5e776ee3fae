"""Indicators with their latest measurement, and their reference sheets (domain.md 4)."""

from facilitator.domain.cases import Case
from facilitator.domain.change_theory import Indicator, Measurement
from facilitator.domain.ids import CaseId
from facilitator.domain.minutes import IndicatorReading, IndicatorSheet
from facilitator.domain.values import LooseDate
from facilitator.services.minutes.background import text_of
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Scope
from facilitator.words import word
from facilitator.words.usual import usual


def indicators_of(scope: Scope, places: Places, case: Case) -> tuple[IndicatorReading, ...]:
    """Gather the indicators of a case: its own, and the common ones that were measured there."""
    return tuple(
        _reading(scope, places, each, _measurements(scope, each, case.id))
        for each in places.indicators
        if each.case == case.id or (each.case is None and _measurements(scope, each, case.id))
    )


def indicator_sheets(scope: Scope, places: Places) -> tuple[IndicatorSheet, ...]:
    """Gather the reference sheet of every indicator of the cycle."""
    return tuple(
        IndicatorSheet(
            reading=_reading(scope, places, each, _measurements(scope, each, each.case)),
            anchor=places.anchor(each.id),
            fields=_fields(scope, each),
        )
        for each in places.indicators
    )


def _measurements(scope: Scope, indicator: Indicator, case: CaseId | None) -> list[Measurement]:
    """Return the measurements, oldest first, of one case where one is asked for."""
    found = [
        each
        for each in scope.records.where(Measurement, indicator=indicator.id)
        if case is None or each.case == case
    ]
    return sorted(found, key=lambda each: (each.date, each.id.int))


def _reading(
    scope: Scope, places: Places, indicator: Indicator, measurements: list[Measurement]
) -> IndicatorReading:
    latest = measurements[-1] if measurements else None
    baseline, target = indicator.baseline, indicator.target
    value = latest.value if latest else None
    return IndicatorReading(
        code=indicator.code or str(places.indicators.index(indicator) + 1),
        name=scope.put(indicator.name),
        unit="%" if indicator.in_percent else usual(scope.t, indicator.unit or ""),
        baseline=baseline.value if baseline else None,
        baseline_date=baseline.date if baseline else None,
        target=target.value if target else None,
        target_date=target.date if target else None,
        latest=value,
        latest_date=LooseDate.of(latest.date) if latest else None,
        progress=None if value is None else indicator.progress(value),
        missing=latest.no_data_reason if latest and value is None else None,
        measured=tuple((each.date, each.value) for each in measurements if each.value is not None),
    )


def _fields(scope: Scope, indicator: Indicator) -> tuple[tuple[str, str], ...]:
    t, formula = scope.t, indicator.formula
    listing = scope.formats.listing
    linked = [scope.put(text) for key in indicator.linked_to if (text := text_of(scope, key))]
    case = scope.records.get(Case, indicator.case)
    pairs = (
        (t.gettext("Case"), scope.put(case.chain) if case else None),
        (t.gettext("Definition"), scope.put(indicator.definition)),
        (t.gettext("Numerator"), scope.put(formula.numerator) if formula else None),
        (t.gettext("Denominator"), scope.put(formula.denominator) if formula else None),
        (t.gettext("Direction"), word(t, indicator.better) if indicator.better else None),
        (t.gettext("Disaggregation"), listing([usual(t, each) for each in indicator.disaggregation])),
        (t.gettext("Source of the baseline"), indicator.baseline.source if indicator.baseline else None),
        (t.gettext("Baseline"), t.gettext("Pending") if indicator.baseline_pending else None),
        (t.gettext("Milestones"), _milestones(scope, indicator)),
        (t.gettext("Means of verification"), "; ".join(scope.all_put(indicator.means_of_verification))),
        (t.gettext("Method"), scope.put(indicator.method)),
        (t.gettext("Frequency"), word(t, indicator.frequency) if indicator.frequency else None),
        (t.gettext("Responsible"), scope.organisation_in_full(indicator.responsible)),
        (t.gettext("Linked to"), "; ".join(linked)),
        (t.gettext("Decision it serves"), scope.put(indicator.serves_decision)),
        (t.gettext("Limits"), scope.put(indicator.limits)),
    )
    return tuple((label, value) for label, value in pairs if value)


def _milestones(scope: Scope, indicator: Indicator) -> str:
    t, formats = scope.t, scope.formats
    found = []
    for each in indicator.milestones:
        value = "" if each.value is None else formats.number(each.value)
        day = formats.day(each.date) if each.date else ""
        if value and day:
            found.append(t.gettext("{value} by {day}").format(value=value, day=day))
        elif value or day:
            found.append(value or day)
    return "; ".join(found)
