"""Indicator sheets: common ones and a case's own, their readings, what a sheet lacks (domain.md 4)."""

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from facilitator.domain.change_theory import (
    Direction,
    Frequency,
    Indicator,
    Measurement,
    Reading,
)
from facilitator.domain.ids import CaseId, IndicatorId, PersonId, new_id
from facilitator.domain.plans import WorkItem
from facilitator.domain.record import Record
from facilitator.i18n import N_, _, translations
from facilitator.words import word
from ui.presenters.cases import Casebook, indicators_of, theories_of
from ui.presenters.cases_fields import NO, YES, Field, edited, is_yes, organisation
from ui.presenters.cases_prototype import hypotheses_of, iterations_of
from ui.presenters.cases_tables import (
    NEW,
    Add,
    Change,
    Choices,
    ListTable,
    RecordTable,
    Remove,
    Revise,
    invitation,
)
from ui.presenters.cases_verdicts import entries_of, reading, standing_of, verdict
from ui.presenters.cells import Cell, Column, PillWords, Row
from ui.presenters.forms import Items
from ui.presenters.work_item_fields import people_items
from ui.presenters.work_plan import organisation_items

if TYPE_CHECKING:
    from facilitator.domain.values import Text

NEW_COMMON: Final = "new-common"
"""Key of the row in which typing adds a common indicator, while `NEW` adds one of the case."""

SHEET: Final = (
    Field(name="name", head=N_("Name, without a direction"), kind="needed", title=True, rows=(1, 4)),
    Field(name="code", head=N_("Code"), kind="plain", row=1),
    Field(name="unit", head=N_("Unit"), kind="plain", row=1),
    Field(name="case", head=N_("Whose it is"), kind="choice", of=lambda key: CaseId(UUID(key))),
    Field(name="definition", head=N_("Definition"), hint=N_("What counts and what does not"), rows=(2, 8)),
    Field(name="formula.numerator", head=N_("Formula: numerator")),
    Field(name="formula.denominator", head=N_("Formula: denominator")),
    Field(name="direction", head=N_("Which way is better"), kind="choice", of=Direction),
    Field(name="baseline.value", head=N_("Baseline"), kind="figure", row=2),
    Field(name="baseline.date", head=N_("Date"), kind="date", row=2),
    Field(name="baseline.source", head=N_("Source of the baseline"), kind="plain"),
    Field(name="baseline_pending", head=N_("Baseline still pending"), kind="choice", of=is_yes, must=True),
    Field(name="target.value", head=N_("Target"), kind="figure", row=3),
    Field(name="target.date", head=N_("Date"), kind="date", row=3),
    Field(name="disaggregation", head=N_("Disaggregation, with commas"), kind="names"),
    Field(name="means_of_verification", head=N_("Means of verification, one a line"), kind="lines"),
    Field(name="method", head=N_("Method")),
    Field(name="frequency", head=N_("How often"), kind="choice", of=Frequency, row=4),
    Field(name="responsible", head=N_("Responsible"), kind="choice", of=organisation, row=4),
    Field(name="linked_to", head=N_("Linked to"), kind="checks", of=UUID),
    Field(name="serves_decision", head=N_("Decision it serves")),
    Field(name="limits", head=N_("Limits")),
)
"""Every field of an indicator sheet."""


def choices_of(book: Casebook, indicator: Indicator) -> dict[str, Items]:
    """Return what can be chosen in the fields of a sheet."""
    t = translations(book.language)
    unsaid = ("", _("Not said"))
    owners = [("", _("Common to all partners"))]
    if book.case is not None:
        owners.append((str(book.case.id), _("Only this case: {case}").format(case=book.say(book.case.chain))))
    if indicator.case is not None and str(indicator.case) not in dict(owners):
        owners.append((str(indicator.case), _("Another case")))
    return {
        "case": owners,
        "direction": [unsaid, *((each.value, word(t, each)) for each in Direction)],
        "baseline_pending": [(NO, _("No")), (YES, _("Yes"))],
        "frequency": [unsaid, *((each.value, word(t, each)) for each in Frequency)],
        "responsible": organisation_items(book.records, _("Nobody yet")),
        "linked_to": _targets(book),
    }


def _targets(book: Casebook) -> Items:
    """Return what an indicator can be linked to: elements, hypotheses, activities."""
    found: list[tuple[UUID, str, Text]] = []
    for theory in theories_of(book)[-1:]:
        found += [(each.id, _("Theory of change: {words}"), each.text) for each in theory.elements]
    for iteration in iterations_of(book, book.case)[-1:] if book.case is not None else ():
        found += [(each.id, _("Hypothesis: {words}"), each.if_) for each in hypotheses_of(book, iteration)]
    activities = sorted(book.records.where(WorkItem), key=lambda each: (each.position, each.id.int))
    found += [(each.id, _("Work plan: {words}"), each.activity) for each in activities]
    return [(str(key), said.format(words=book.say(text))[:90]) for key, said, text in found]


def warnings_of(indicator: Indicator) -> list[str]:
    """Return what a sheet lacks, each as one sentence."""
    found = []
    if not indicator.definition:
        found.append(_("The definition is missing: say what counts and what does not."))
    if indicator.baseline is None or indicator.baseline.value is None:
        found.append(
            _("The baseline is pending.") if indicator.baseline_pending else _("The baseline is missing.")
        )
    formula = indicator.formula
    if indicator.in_percent and (formula is None or not formula.numerator or not formula.denominator):
        found.append(_("A percentage needs both parts of its formula."))
    return found


class IndicatorTable:
    """The case's own indicators and the common ones, with where they stand in the open case."""

    title = N_("Indicators")
    invite = N_("Add an indicator")

    def columns(self, book: Casebook) -> list[Column]:
        """Return the columns."""
        del book
        return [
            Column(key="name", head=_("Indicator"), width=170, stretch=True, editor="line"),
            Column(key="code", head=_("Code"), width=76, editor="line", drop=4),
            Column(key="baseline", head=_("Baseline"), width=84, align="right", drop=2),
            Column(key="target", head=_("Target"), width=76, align="right", drop=1),
            Column(key="latest", head=_("Latest"), width=76, align="right", drop=1),
            Column(key="state", head=_("State"), width=190),
        ]

    def choices(self, book: Casebook, owner: Record | None) -> Choices:
        """Offer nothing: names and codes are typed."""
        del book, owner
        return {}

    def rows(self, book: Casebook, owner: Record | None) -> list[Row]:
        """Return the case's own indicators, then the common ones, each group with a row to add to it."""
        del owner
        case = book.case
        rows = []
        if case is not None:
            rows.append(Row(key="own", kind="group", title=_("Of this case"), selectable=False))
            rows += [self._row(book, each) for each in indicators_of(book, case.id)]
            rows.append(invitation("name", _("Add an indicator of this case")))
        rows.append(Row(key="common", kind="group", title=_("Common to all partners"), selectable=False))
        rows += [self._row(book, each) for each in indicators_of(book, None)]
        last = invitation("name", _("Add a common indicator"))
        rows.append(Row(key=NEW_COMMON if case is not None else NEW, kind="new", cells=last.cells))
        return rows

    def _row(self, book: Casebook, each: Indicator) -> Row:
        standing = standing_of(book, each, book.case.id if book.case else None)
        start = each.baseline.value if each.baseline else None
        goal = each.target.value if each.target else None
        lacking = warnings_of(each)
        pill = state_of(each) or verdict(standing, book.today)
        cells = {
            "name": Cell(
                shown=book.say(each.name),
                under=book.unit(each),
                strong=True,
                edit=book.say(each.name),
            ),
            "code": Cell(shown=each.code or "–", edit=each.code or ""),
            "baseline": Cell(shown=reading(each, start, book)),
            "target": Cell(shown=reading(each, goal, book)),
            "latest": Cell(shown=reading(each, standing.latest, book), strong=True),
            "state": Cell(pill=pill, spoken=" ".join((pill.text, *lacking))),
        }
        return Row(key=each.id, cells=cells)

    def changed(self, book: Casebook, owner: Record, key: object, typed: tuple[str, str]) -> Change | None:
        """Return what typing a name or a code changes; in a last row it adds an indicator."""
        del owner
        name, words = typed
        if key in {NEW, NEW_COMMON}:
            if not words.strip():
                return None
            case = book.case.id if book.case is not None and key == NEW else None
            return Add(
                Indicator(
                    id=IndicatorId(new_id()),
                    cycle=book.workshop.cycle,
                    case=case,
                    name=book.new_text(words),
                )
            )
        record = book.records.get(Indicator, key) if isinstance(key, UUID) else None
        if record is None:
            return None
        field = next(each for each in SHEET if each.name == name)
        edited(field, record, words, book)  # refused here, where it was typed
        return Revise(Indicator, record.id, lambda stored: edited(field, stored, words, book))

    def removed(self, book: Casebook, owner: Record, key: object) -> Change | None:
        """Return what deleting a row changes."""
        del owner
        found = book.records.get(Indicator, key) if isinstance(key, UUID) else None
        return None if found is None else Remove(Indicator, found.id)

    def moved(self, book: Casebook, owner: Record, key: object, steps: int) -> Change | None:
        """Move nothing: indicators stand by their code."""
        del book, owner, key, steps
        return None


def state_of(indicator: Indicator) -> PillWords | None:
    """Return what a sheet lacks first of all as a pill, None when it is complete."""
    if not indicator.definition:
        return PillWords(_("No definition"), "warn", "triangle-alert")
    if indicator.baseline is None or indicator.baseline.value is None:
        words = _("Baseline pending") if indicator.baseline_pending else _("No baseline")
        return PillWords(words, "warn", "triangle-alert")
    return None


def _readings(book: Casebook, indicator: Indicator) -> list[Measurement]:
    return entries_of(book, indicator, book.case.id if book.case else None)[::-1]


def _new_reading(book: Casebook, indicator: Indicator) -> Measurement:
    case = indicator.case or (book.case.id if book.case else None)
    return Measurement(id=new_id(), indicator=indicator.id, case=case, date=book.today)


def _who(book: Casebook, _indicator: Indicator) -> Choices:
    return {"entered_by": people_items(book.records, _("Not said"))}


def _shown(book: Casebook, record: Any, cells: dict[str, Cell]) -> dict[str, Cell]:
    indicator = book.records.get(Indicator, record.indicator)
    if indicator is None or record.value is None:
        return cells
    plain = cells["value"]
    value = Cell(shown=reading(indicator, record.value, book), edit=plain.edit, strong=True)
    return {**cells, "value": value}


def _person(key: str) -> PersonId:
    return PersonId(UUID(key))


READINGS: Final = RecordTable(
    kind=Measurement,
    title=N_("Measurements"),
    invite=N_("Type a date to add a measurement"),
    fields=(
        Field(name="date", head=N_("Date"), kind="day", must=True, width=150),
        Field(name="value", head=N_("Value"), kind="figure", width=84),
        Field(name="no_data_reason", head=N_("Or why there is none"), kind="plain", width=150, stretch=True),
        Field(name="disaggregated", head=N_("Parts, women: 3; men: 4"), kind="parts", width=170, drop=1),
        Field(name="verification_file", head=N_("Verification"), kind="plain", width=130, drop=2),
        Field(
            name="entered_by",
            head=N_("Entered by"),
            kind="choice",
            of=_person,
            width=140,
            drop=3,
        ),
    ),
    found=_readings,
    blank=_new_reading,
    offered=_who,
    decorate=_shown,
)
"""Readings of an indicator in the open case, newest first."""

MILESTONES: Final = ListTable(
    kind=Indicator,
    list_name="milestones",
    title=N_("Milestones"),
    invite=N_("Type a date to add one"),
    fields=(
        Field(name="date", head=N_("Date"), kind="date", width=130, stretch=True),
        Field(name="value", head=N_("Value"), kind="figure", width=90),
    ),
    blank=lambda _book: Reading(),
)
