"""The work plan of a cycle as one workshop sees it: what was carried over, agreed here, agreed later."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import field
from typing import Final

from facilitator.domain.carrying import items_of
from facilitator.domain.cycles import Workshop
from facilitator.domain.frozen import dataclass
from facilitator.domain.ids import OrganisationId, WorkItemId
from facilitator.domain.people import Organisation, OrganisationRole
from facilitator.domain.plans import Contribution, OriginKind, WorkItem
from facilitator.domain.records import Records
from facilitator.formats import Formats, formats
from facilitator.i18n import _, ngettext
from ui.presenters.months import span_of
from ui.presenters.organisations import code

USUAL_CURRENCY: Final = "USD"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person filtered by: keys of an organisation and of a status, empty for all."""

    owner: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A workshop's view of its cycle's commitments, with everything that columns and rows are made of."""

    records: Records
    workshop: Workshop
    today: dt.date
    language: str
    carried: tuple[WorkItem, ...] = ()
    agreed: tuple[WorkItem, ...] = ()
    later: tuple[WorkItem, ...] = ()
    numbers: dict[WorkItemId, int] = field(default_factory=dict)
    givers: tuple[Organisation, ...] = ()
    currency: str = USUAL_CURRENCY

    @property
    def items(self) -> tuple[WorkItem, ...]:
        """All commitments in the order of the plan."""
        return (*self.carried, *self.agreed, *self.later)

    @property
    def formats(self) -> Formats:
        """How dates and amounts are written here."""
        return formats(self.language, self.workshop.country)

    def group_of(self, item: WorkItemId) -> tuple[WorkItem, ...]:
        """Return the items of the group that an item stands in: those it can change places with."""
        groups = (self.carried, self.agreed, self.later)
        return next((group for group in groups if any(each.id == item for each in group)), ())


def plan_of(records: Records, workshop: Workshop, today: dt.date, language: str) -> Plan:
    """Gather the plan of a workshop's cycle, or of the workshop alone where it has none."""
    found = {each.id: each for each in records.where(WorkItem, workshop=workshop.id)}
    if workshop.cycle is not None:
        found |= {each.id: each for each in items_of(records, workshop.cycle)}
    ordered = sorted(found.values(), key=lambda each: (each.position, natural(each.code), each.id.int))
    ages = {each.id: _age(records, each, workshop) for each in ordered}
    groups = [tuple(each for each in ordered if ages[each.id] == age) for age in (-1, 0, 1)]
    numbers = {each.id: n for n, each in enumerate((each for group in groups for each in group), start=1)}
    currencies = Counter(each.budget.currency for each in ordered if each.budget is not None)
    return Plan(
        records=records,
        workshop=workshop,
        today=today,
        language=language,
        carried=groups[0],
        agreed=groups[1],
        later=groups[2],
        numbers=numbers,
        givers=_givers(records, ordered),
        currency=currencies.most_common(1)[0][0] if currencies else USUAL_CURRENCY,
    )


def natural(code: str | None) -> tuple[tuple[int, str], ...]:
    """Return what sorts "2.10" behind "2.9"."""
    parts = re.findall(r"\d{1,9}|\D+", code or "")
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def _age(records: Records, item: WorkItem, workshop: Workshop) -> int:
    """Return -1 for what an earlier workshop agreed, 0 for this one's, 1 for a later one's."""
    if item.origin is not None and item.origin.kind is OriginKind.CARRIED_OVER:
        return -1
    other = records.get(Workshop, item.workshop)
    if other is None or other.id == workshop.id:
        return 0
    return -1 if workshop_order(other) < workshop_order(workshop) else 1


def workshop_order(workshop: Workshop) -> tuple[dt.date, int]:
    """Return what sorts workshops in time; one without a date stands by its number, at the end."""
    month = workshop.planned_month.first_day() if workshop.planned_month else None
    return (workshop.start or month or dt.date.max, workshop.number or 0)


def _givers(records: Records, items: Sequence[WorkItem]) -> tuple[Organisation, ...]:
    keys = {each.organisation for item in items for each in records.where(Contribution, work_item=item.id)}
    found = [org for key in keys if (org := records.get(Organisation, key)) is not None]
    return tuple(sorted(found, key=giver_order))


def giver_order(organisation: Organisation) -> tuple[int, str]:
    """Return what sorts partners first, then whoever facilitates, then the funder."""
    ranks = {OrganisationRole.FACILITATING: 1, OrganisationRole.FUNDER: 2}
    return (ranks.get(organisation.role, 0) if organisation.role else 0, organisation.known_as.casefold())


def organisation_items(records: Records, nobody: str) -> list[tuple[str, str]]:
    """Return the organisations as keys and names, with words for none of them in front."""
    found = sorted(records.where(Organisation), key=giver_order)
    return [("", nobody), *((str(each.id), each.known_as) for each in found)]


def code_of(records: Records, key: OrganisationId | None) -> str:
    """Return the chip of an organisation by its key, empty where there is none."""
    return code(records.get(Organisation, key))


def name_of(records: Records, key: OrganisationId | None) -> str:
    """Return the whole name of an organisation by its key, empty where there is none."""
    found = records.get(Organisation, key)
    return "" if found is None else found.name


def title(plan: Plan | None) -> str:
    """Return the page's title: from the first month to the last."""
    if plan is None or not plan.items:
        return _("Work plan")
    days = [each for item in plan.items for each in (item.start, item.due) if each is not None]
    if not days:
        return _("Work plan")
    return _("Work plan, {span}").format(span=span_of(min(days), max(days), plan.language))


def context(plan: Plan | None) -> str:
    """Return how many activities whom they bind."""
    if plan is None:
        return ""
    bound = {item.responsible for item in plan.items if item.responsible is not None}
    open_ones = sum(item.status.is_open for item in plan.items)
    count = ngettext("{n} activity", "{n} activities", len(plan.items)).format(n=len(plan.items))
    still = ngettext("{n} open", "{n} open", open_ones).format(n=open_ones)
    owners = ngettext("{n} organisation responsible", "{n} organisations responsible", len(bound))
    return ", ".join((count, still, owners.format(n=len(bound))))
