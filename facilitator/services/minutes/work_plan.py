"""The work plan with its money: contributions by organisation and what is not funded (domain.md 5)."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from facilitator.domain.change_theory import Indicator
from facilitator.domain.ids import OrganisationId, WorkItemId
from facilitator.domain.minutes import Contributor, Status, Tone, WorkPlan, WorkPlanRow
from facilitator.domain.people import Organisation, OrganisationRole
from facilitator.domain.plans import Contribution, FollowUpPlan, WorkItem, WorkStatus
from facilitator.domain.values import Money
from facilitator.services.minutes.commitments import is_carried
from facilitator.services.minutes.places import Places
from facilitator.services.minutes.scope import Scope
from facilitator.words import word

_TONES = {
    WorkStatus.NOT_STARTED: Tone.PLANNED,
    WorkStatus.IN_PROGRESS: Tone.IN_PROGRESS,
    WorkStatus.DONE: Tone.DONE,
    WorkStatus.DELAYED: Tone.LATE,
    WorkStatus.RESCHEDULED: Tone.PLANNED,
    WorkStatus.CANCELLED: Tone.DROPPED,
}


class _Money:
    """What each organisation puts into each activity, in the currency of the activity's budget."""

    def __init__(self, scope: Scope, items: list[WorkItem]) -> None:
        self.currency: dict[WorkItemId, str | None] = {}
        self.given: dict[WorkItemId, dict[OrganisationId, Decimal]] = {}
        self.foreign: dict[WorkItemId, list[Contribution]] = {}
        for item in items:
            found = scope.records.where(Contribution, work_item=item.id)
            currency = item.budget.currency if item.budget else (found[0].amount.currency if found else None)
            sums: defaultdict[OrganisationId, Decimal] = defaultdict(Decimal)
            for each in found:
                if each.amount.currency == currency:
                    sums[each.organisation] += each.amount.amount
            self.currency[item.id], self.given[item.id] = currency, dict(sums)
            self.foreign[item.id] = [each for each in found if each.amount.currency != currency]

    def organisations(self) -> set[OrganisationId]:
        """Return everybody who gives something."""
        return {organisation for sums in self.given.values() for organisation in sums}

    def unfunded(self, item: WorkItem) -> Money | None:
        """Return what of the budget nobody has committed; None when it is covered or not known."""
        if item.budget is None:
            return None
        rest = item.budget.amount - sum(self.given[item.id].values(), Decimal(0))
        return Money(rest, item.budget.currency) if rest > 0 else None


def work_plan(scope: Scope, places: Places) -> WorkPlan | None:
    """Gather the matrix; None without activities."""
    items = places.work_items
    if not items:
        return None
    money = _Money(scope, items)
    givers = sorted(
        (org for key in money.organisations() if (org := scope.records.get(Organisation, key)) is not None),
        key=_giver_order,
    )
    rows = tuple(_row(scope, places, item, money, givers) for item in items)
    counted = [item for item in items if item.status is not WorkStatus.CANCELLED]
    return WorkPlan(
        contributors=tuple(Contributor(each.known_as, each.name) for each in givers),
        rows=rows,
        totals=_sums(item.budget for item in counted),
        contributed=_contributed(counted, money, givers),
        unfunded=_sums(money.unfunded(item) for item in counted),
    )


def _giver_order(organisation: Organisation) -> tuple[int, str]:
    """Partners first, then whoever facilitates, then the funder, as in the design's table."""
    ranks = {OrganisationRole.FACILITATING: 1, OrganisationRole.FUNDER: 2}
    return (ranks.get(organisation.role, 0) if organisation.role else 0, organisation.name.casefold())


def _row(
    scope: Scope, places: Places, item: WorkItem, money: _Money, givers: list[Organisation]
) -> WorkPlanRow:
    status = item.status_on(scope.edition.today)
    given = money.given[item.id]
    support = (scope.organisation(key) for key in item.support)
    return WorkPlanRow(
        code=item.code or str(places.work_items.index(item) + 1),
        activity=scope.written(item.activity),
        anchor=places.anchor(item.id),
        output=scope.written(item.output),
        responsible=scope.who(item.responsible, item.responsible_person),
        support=tuple(name for name in support if name),
        start=item.start,
        due=item.due,
        status=Status(word(scope.t, status), _TONES[status]),
        progress=item.progress_percent,
        budget=item.budget,
        contributions=tuple(given.get(each.id) for each in givers),
        unfunded=money.unfunded(item),
        verification=_verification(scope, item),
        follow_up=_follow_up(scope, item, item.follow_up) if item.follow_up else None,
        resources=_resources(scope, item, money),
        sources=tuple(
            source
            for key in dict.fromkeys(
                (item.origin.ref if item.origin else None, item.agreement, item.indicator)
            )
            if (source := places.source(key)) is not None
        ),
        carried=is_carried(scope, item),
    )


def _verification(scope: Scope, item: WorkItem) -> tuple[str, ...]:
    indicator = scope.records.get(Indicator, item.indicator)
    named = (scope.put(indicator.name),) if indicator else ()
    return (*named, *scope.all_put(item.means_of_verification))


def _follow_up(scope: Scope, item: WorkItem, plan: FollowUpPlan) -> str:
    """Say how an activity is followed up; days of the year that stands beside it need none of their own."""
    t, kind = scope.t, word(scope.t, plan.kind)
    named = {each.year for each in (item.start, item.due) if each is not None}
    write = scope.formats
    days = write.listing(
        [write.brief(day) if {day.year} == named else write.noted_day(day) for day in sorted(plan.planned)]
    )
    if days and plan.frequency:
        words = t.gettext("{kind}, {frequency}: {days}")
        return words.format(kind=kind, frequency=word(t, plan.frequency).lower(), days=days)
    if days:
        return t.gettext("{kind}: {days}").format(kind=kind, days=days)
    if plan.frequency:
        words = t.gettext("{kind}, {frequency}")
        return words.format(kind=kind, frequency=word(t, plan.frequency).lower())
    return kind


def _resources(scope: Scope, item: WorkItem, money: _Money) -> str | None:
    """Say what is needed, and money in other currencies, which has no place in the columns."""
    parts = list(scope.all_put(item.resources))
    for each in money.foreign[item.id]:
        name = scope.organisation(each.organisation) or ""
        parts.append(
            scope.t.gettext("{amount} from {organisation}").format(
                amount=scope.formats.amount(each.amount), organisation=name
            )
        )
    return "; ".join(parts) or None


def _sums(amounts: Iterable[Money | None]) -> tuple[Money, ...]:
    totals: defaultdict[str, Decimal] = defaultdict(Decimal)
    for each in amounts:
        if each is not None:
            totals[each.currency] += each.amount
    return tuple(Money(amount, currency) for currency, amount in sorted(totals.items()))


def _contributed(
    items: list[WorkItem], money: _Money, givers: list[Organisation]
) -> tuple[tuple[str, tuple[Decimal, ...]], ...]:
    totals: dict[str, list[Decimal]] = {}
    for item in items:
        currency = money.currency[item.id]
        if currency is None:
            continue
        sums = totals.setdefault(currency, [Decimal(0)] * len(givers))
        for n, giver in enumerate(givers):
            sums[n] += money.given[item.id].get(giver.id, Decimal(0))
    return tuple((currency, tuple(sums)) for currency, sums in sorted(totals.items()))
