"""Follow-up records: field visits, remote sessions and peer reviews that took place (domain.md 5.3)."""

import datetime as dt
from collections.abc import Callable
from typing import Final
from uuid import UUID

from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import OrganisationId, PersonId
from facilitator.domain.plans import FollowUp, FollowUpKind
from facilitator.domain.typed import typed_count, typed_date
from facilitator.i18n import N_, _, translations
from facilitator.words import word
from ui.presenters.forms import FieldSpec, Items, chosen
from ui.presenters.wording import NewText, reworded, shown
from ui.presenters.work_item_fields import near, people_items
from ui.presenters.work_plan import Plan, organisation_items

SPECS: Final = (
    FieldSpec("kind", N_("Kind"), "choice"),
    FieldSpec("date", N_("Date"), row=1),
    FieldSpec("end", N_("Until"), row=1),
    FieldSpec("place", N_("Place or channel")),
    FieldSpec("minutes", N_("Length, min"), row=2),
    FieldSpec("women_met", N_("Women met"), row=2),
    FieldSpec("men_met", N_("Men met"), row=2),
    FieldSpec("people", N_("Who took part"), "checks"),
    FieldSpec("reviewer", N_("Reviewing organisation"), "choice"),
    FieldSpec("purpose", N_("Purpose"), "area"),
    FieldSpec("advanced", N_("What advanced"), "area"),
    FieldSpec("stuck", N_("What is stuck"), "area"),
    FieldSpec("suggestion", N_("One suggestion"), "area"),
    FieldSpec("agreements", N_("Agreements"), "area"),
    FieldSpec("next_date", N_("Next date")),
)
_TEXTS: Final = ("purpose", "advanced", "stuck", "suggestion", "agreements")
_COUNTS: Final = ("minutes", "women_met", "men_met")


def summary(plan: Plan, record: FollowUp) -> str:
    """Return "Field visit, 12 March 2014, Jinotega"."""
    kind = word(translations(plan.language), record.kind)
    parts = (kind, plan.formats.span(record.date, record.end), record.place or "")
    return ", ".join(part for part in parts if part)


def in_order(plan: Plan, item: UUID) -> list[FollowUp]:
    """Return what took place for an item, newest first."""
    found = plan.records.where(FollowUp, work_item=item)
    return sorted(found, key=lambda each: (each.date, each.id.int), reverse=True)


def values_of(plan: Plan, record: FollowUp) -> dict[str, str]:
    """Return what the fields show."""
    write = plan.formats
    values = {name: shown(getattr(record, name), plan.language) for name in _TEXTS}
    for name in _COUNTS:
        count = getattr(record, name)
        values[name] = "" if count is None else str(count)
    values |= {
        "kind": record.kind.value,
        "date": write.short_day(record.date),
        "end": write.short_day(record.end) if record.end else "",
        "place": record.place or "",
        "people": " ".join(str(each) for each in record.people),
        "reviewer": str(record.reviewer or ""),
        "next_date": write.short_day(record.next_date) if record.next_date else "",
    }
    return values


def choices_of(plan: Plan) -> dict[str, Items]:
    """Return what can be chosen in each field."""
    t = translations(plan.language)
    return {
        "kind": [(each.value, word(t, each)) for each in FollowUpKind],
        "people": people_items(plan.records, "")[1:],
        "reviewer": organisation_items(plan.records, _("None")),
    }


def changed_fields(
    plan: Plan, record: FollowUp, name: str, value: str, new_text: NewText
) -> dict[str, object]:
    """Return the fields of the record that leaving a field changes. Raises InvalidInput."""
    if name in _TEXTS:
        return {name: reworded(getattr(record, name), value, plan.language, new_text)}
    if name in {"date", "end"}:
        return {name: _day(value, near(plan), optional=name == "end")}
    return {name: _SINGLE[name](value) if name != "next_date" else typed_date(value, near(plan))}


def _count(value: str) -> int | None:
    count = typed_count(value)
    if count is not None and count < 0:
        raise InvalidInput("number-too-small", value=count, low=0)
    return count


def _day(value: str, around: dt.date, *, optional: bool) -> dt.date | None:
    """Return a day; a month alone does not say when something took place."""
    found = typed_date(value, around)
    if found is None and optional:
        return None
    if found is None or found.day is None:
        raise InvalidInput("date-unknown", text=value)
    return found.first_day()


_SINGLE: Final[dict[str, Callable[[str], object]]] = {
    "kind": FollowUpKind,
    "place": lambda value: value.strip() or None,
    "people": lambda value: tuple(PersonId(UUID(each)) for each in chosen(value)),
    "reviewer": lambda value: OrganisationId(UUID(value)) if value else None,
    **dict.fromkeys(_COUNTS, _count),
}
