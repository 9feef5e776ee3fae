"""The fields of one work-plan item: what the panel shows, what leaving a field changes (domain.md 5.2)."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Final
from uuid import UUID

from facilitator.domain.cases import Case
from facilitator.domain.change_theory import Frequency, Indicator
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import CaseId, IndicatorId, OrganisationId, PersonId
from facilitator.domain.people import Person
from facilitator.domain.plans import FollowUpKind, FollowUpPlan, OriginKind, WorkItem, WorkStatus
from facilitator.domain.records import Records
from facilitator.domain.typed import typed_count, typed_date, typed_money, typed_span
from facilitator.domain.values import LooseDate, Money, Text
from facilitator.i18n import N_, _, translations
from facilitator.words import word
from ui.presenters.forms import FieldSpec, Items, chosen
from ui.presenters.wording import NewText, lines, reworded, reworded_lines, shown
from ui.presenters.work_plan import Plan, organisation_items

SPECS: Final = (
    FieldSpec("activity", N_("Activity"), "title", lines=(1, 4)),
    FieldSpec("output", N_("Output: what will exist"), "area"),
    FieldSpec("code", N_("Code"), row=1),
    FieldSpec("progress", N_("Progress, percent"), row=1),
    FieldSpec("responsible", N_("Responsible organisation"), "choice"),
    FieldSpec("responsible_person", N_("Responsible person"), "choice"),
    FieldSpec("support", N_("Support"), "checks"),
    FieldSpec("start", N_("Start"), row=2, hint=N_("Or a month, sep 2014")),
    FieldSpec("due", N_("Due"), row=2),
    FieldSpec("status", N_("Status"), "choice"),
    FieldSpec("status_reason", N_("Reason for the status"), "area"),
    FieldSpec("objective", N_("Objective or result it serves"), "area"),
    FieldSpec("budget", N_("Budget"), row=3),
    FieldSpec("currency", N_("Currency"), "choice", row=3),
)
"""Fields above the contributions."""

MORE: Final = (
    FieldSpec("resources", N_("Resources, one a line"), "area"),
    FieldSpec("means_of_verification", N_("Means of verification, one a line"), "area"),
    FieldSpec("indicator", N_("Indicator"), "choice"),
    FieldSpec("case", N_("Case"), "choice"),
    FieldSpec("follow_up_kind", N_("Follow-up planned"), "choice", row=4),
    FieldSpec("follow_up_frequency", N_("How often"), "choice", row=4),
    FieldSpec("follow_up_days", N_("Planned days or months"), hint=N_("With commas: 12/03/2014, sep 2014")),
    FieldSpec("notes", N_("Notes"), "area", lines=(2, 10)),
)
"""Fields below the contributions."""

CURRENCIES: Final = ("USD", "NIO", "HNL", "GTQ", "CRC", "PAB", "MXN", "EUR")
_TEXTS: Final = ("output", "objective", "status_reason", "notes")
_LISTS: Final = ("resources", "means_of_verification")


def values_of(plan: Plan, item: WorkItem) -> dict[str, str]:
    """Return what the fields show."""
    language, write = plan.language, plan.formats
    follow = item.follow_up
    values = {name: shown(getattr(item, name), language) for name in ("activity", *_TEXTS)}
    values |= {name: lines(getattr(item, name), language) for name in _LISTS}
    values |= {name: write.short_day(day) if day else "" for name, day in dates(item).items()}
    values |= {
        "code": item.code or "",
        "progress": str(item.progress_percent),
        "responsible": str(item.responsible or ""),
        "responsible_person": str(item.responsible_person or ""),
        "support": " ".join(str(each) for each in item.support),
        "status": item.status.value,
        "budget": write.plain_amount(item.budget.amount, item.budget.currency) if item.budget else "",
        "currency": item.budget.currency if item.budget else plan.currency,
        "indicator": str(item.indicator or ""),
        "case": str(item.case or ""),
        "follow_up_kind": follow.kind.value if follow else "",
        "follow_up_frequency": follow.frequency.value if follow and follow.frequency else "",
        "follow_up_days": ", ".join(write.short_day(day) for day in follow.planned) if follow else "",
    }
    return values


def dates(item: WorkItem) -> dict[str, LooseDate | None]:
    """Return start and due by name."""
    return {"start": item.start, "due": item.due}


def choices_of(plan: Plan) -> dict[str, Items]:
    """Return what can be chosen in each field."""
    records, t = plan.records, translations(plan.language)
    say = partial(one_line, language=plan.language)
    nobody, none = _("Nobody yet"), _("None")
    indicators = sorted(records.where(Indicator), key=lambda each: (each.code or "", each.id.int))
    cases = sorted(records.where(Case), key=lambda each: each.id.int)
    currencies = dict.fromkeys((plan.currency, *CURRENCIES))
    return {
        "responsible": organisation_items(records, nobody),
        "support": organisation_items(records, nobody)[1:],
        "responsible_person": people_items(records, nobody),
        "status": [(each.value, word(t, each)) for each in WorkStatus],
        "currency": [(each, each) for each in currencies],
        "indicator": [("", none), *((str(each.id), say(each.name)) for each in indicators)],
        "case": [("", none), *((str(each.id), say(each.chain)) for each in cases)],
        "follow_up_kind": [("", none), *((each.value, word(t, each)) for each in FollowUpKind)],
        "follow_up_frequency": [("", _("Not said")), *((each.value, word(t, each)) for each in Frequency)],
    }


def people_items(records: Records, nobody: str) -> Items:
    """Return the people by name, with words for none of them in front."""
    people = sorted(records.where(Person), key=lambda each: each.full_name.casefold())
    return [("", nobody), *((str(each.id), each.full_name) for each in people if each.full_name)]


def one_line(text: Text, language: str) -> str:
    """Return a text as one line of a list."""
    return " ".join(text.best(language).split())


# Changing


def changed_fields(plan: Plan, item: WorkItem, name: str, value: str, new_text: NewText) -> dict[str, object]:
    """Return the fields of the record that leaving a field or a cell changes.

    Raises InvalidInput for what cannot be read, KeyError for a field this does not know.
    """
    if name == "activity":
        return {"activity": reworded(item.activity, value, plan.language, new_text) or new_text("")}
    if name in _TEXTS:
        return {name: reworded(getattr(item, name), value, plan.language, new_text)}
    if name in _LISTS:
        return {name: reworded_lines(getattr(item, name), value, plan.language, new_text)}
    if name in {"start", "due", "dates"}:
        return _dates(plan, name, value)
    if name.startswith("follow_up_"):
        return {"follow_up": _follow_up(plan, item.follow_up, name, value)}
    return {_COLUMNS.get(name, name): _SINGLE[name](value)}


_COLUMNS: Final = {"progress": "progress_percent"}
_SINGLE: Final[dict[str, Callable[[str], object]]] = {
    "code": lambda value: value.strip() or None,
    "progress": lambda value: typed_count(value) or 0,
    "responsible": lambda value: OrganisationId(UUID(value)) if value else None,
    "responsible_person": lambda value: PersonId(UUID(value)) if value else None,
    "support": lambda value: tuple(OrganisationId(UUID(each)) for each in chosen(value)),
    "status": WorkStatus,
    "indicator": lambda value: IndicatorId(UUID(value)) if value else None,
    "case": lambda value: CaseId(UUID(value)) if value else None,
}


def near(plan: Plan) -> dt.date:
    """Return the day from which a date without a year is meant."""
    return plan.workshop.start or plan.today


def _dates(plan: Plan, name: str, value: str) -> dict[str, object]:
    if name == "dates":
        start, due = typed_span(value, near(plan))
        return {"start": start, "due": due}
    return {name: typed_date(value, near(plan))}


def _follow_up(plan: Plan, follow: FollowUpPlan | None, name: str, value: str) -> FollowUpPlan | None:
    if name == "follow_up_kind":
        if not value:
            return None
        kind = FollowUpKind(value)
        return FollowUpPlan(kind) if follow is None else replace(follow, kind=kind)
    follow = follow or FollowUpPlan(FollowUpKind.REMOTE_SUPPORT)
    if name == "follow_up_frequency":
        return replace(follow, frequency=Frequency(value) if value else None)
    days = [typed_date(each, near(plan)) for each in value.replace(";", ",").split(",")]
    return replace(follow, planned=tuple(sorted(day for day in days if day is not None)))


def budget_of(plan: Plan, item: WorkItem, name: str, value: str) -> Money | None:
    """Return an item's budget after its amount or its currency was changed. Raises InvalidInput."""
    if name == "currency":
        return Money(item.budget.amount if item.budget else Decimal(0), value)
    return typed_money(value, item.budget.currency if item.budget else plan.currency)


def refusal(plan: Plan, item: WorkItem, column: str, words: str, new_text: NewText) -> InvalidInput | None:
    """Return why words cannot go into a cell of the table, or None; nothing is changed."""
    try:
        if column.startswith("org:") or column == "total":
            money = typed_money(words, plan.currency)
            replace(item, budget=money)
        else:
            replace(item, **changed_fields(plan, item, column, words, new_text))  # type: ignore[arg-type]  # by name
    except InvalidInput as error:
        return error
    return None


# Where an item came from

_ORIGIN_PAGES: Final = {
    OriginKind.CARD: "cards",
    OriginKind.REFLECTION: "reflection",
    OriginKind.PROTOTYPE: "cases",
    OriginKind.AGREEMENT: "agreements",
    OriginKind.PARKING_LOT: "parking",
}


def origin_of(plan: Plan, item: WorkItem) -> tuple[str, str, UUID | None]:
    """Return "Card: Visits come too late", the page or tab where that stands, and the record's key."""
    kind, ref = (item.origin.kind, item.origin.ref) if item.origin else (None, None)
    if kind is None and item.agreement is not None:
        kind, ref = OriginKind.AGREEMENT, item.agreement
    if kind is None:
        return "", "", None
    name = word(translations(plan.language), kind)
    found = plan.records.find(ref)
    said = next(
        (getattr(found, each) for each in _SAYING if isinstance(getattr(found, each, None), Text)), None
    )
    page = _ORIGIN_PAGES.get(kind, "")
    if said is None:
        return name, page, ref
    words = one_line(said, plan.language)
    return _("{kind}: {words}").format(kind=name, words=words), page, ref


_SAYING: Final[Sequence[str]] = ("text", "correction", "activity", "action", "name")
