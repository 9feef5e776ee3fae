"""The rows of the work plan: what each cell shows and edits, and the totals of the money."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from facilitator.domain.change_theory import Indicator, Measurement
from facilitator.domain.cycles import Workshop
from facilitator.domain.ids import OrganisationId
from facilitator.domain.people import OrganisationRole, Person
from facilitator.domain.plans import Contribution, OriginKind, WorkItem, WorkStatus, unfunded
from facilitator.domain.values import LooseDate, Money
from facilitator.i18n import _, ngettext, translations
from facilitator.words import word
from ui.presenters.cells import Bar, BarLook, Cell, PillTone, PillWords, Row, Scale
from ui.presenters.months import bar_of, span_words
from ui.presenters.work_plan import Choice, Plan, code_of, name_of

PILLS: Final[dict[WorkStatus, tuple[PillTone, str]]] = {
    WorkStatus.NOT_STARTED: ("neutral", "circle-dashed"),
    WorkStatus.IN_PROGRESS: ("progress", "timer"),
    WorkStatus.DONE: ("ok", "circle-check"),
    WorkStatus.DELAYED: ("over", "alarm-clock"),
    WorkStatus.RESCHEDULED: ("warn", "calendar-days"),
    WorkStatus.CANCELLED: ("neutral", "x"),
}
_BARS: Final[dict[WorkStatus, BarLook]] = {
    WorkStatus.IN_PROGRESS: "progress",
    WorkStatus.DONE: "done",
    WorkStatus.DELAYED: "late",
    WorkStatus.CANCELLED: "dropped",
}
NOTHING: Final = "–"


def rows_of(plan: Plan, choice: Choice, scale: Scale | None) -> list[Row]:
    """Return group rows, one row an item, and the totals; a group without items is not shown."""
    groups = (
        (plan.carried, _carried_row(plan)),
        (plan.agreed, _group("agreed", "plus", _("Agreed in this workshop"), _grown(plan))),
        (plan.later, _group("later", "arrow-right", _("Agreed in later workshops"))),
    )
    rows: list[Row] = []
    items: list[WorkItem] = []
    for group, head in groups:
        shown = [each for each in group if _fits(plan, each, choice)]
        items += shown
        if shown:
            rows += [head, *(item_row(plan, each, scale) for each in shown)]
    return [*rows, totals_row(plan, items)] if rows else []


def _group(key: str, icon: str, title: str, note: str = "") -> Row:
    return Row(key=key, kind="group", icon=icon, title=title, note=note, selectable=False)


def _fits(plan: Plan, item: WorkItem, choice: Choice) -> bool:
    owner = not choice.owner or str(item.responsible or "") == choice.owner
    return owner and (not choice.status or item.status_on(plan.today).value == choice.status)


def _carried_row(plan: Plan) -> Row:
    months = {each.start for each in _earlier(plan) if each.start is not None}
    title = _("Carried over from earlier workshops")
    if len(months) == 1:
        day = months.pop()
        month = plan.formats.day(LooseDate(day.year, day.month))
        title = _("Carried over from {month}").format(month=month)
    still = sum(each.status.is_open for each in plan.carried)
    note = ngettext("{open} of {n} is still open", "{open} of {n} are still open", len(plan.carried)).format(
        open=still, n=len(plan.carried)
    )
    return _group("carried", "corner-down-right", title, note)


def _earlier(plan: Plan) -> list[Workshop]:
    found = {each.workshop: plan.records.get(Workshop, each.workshop) for each in plan.carried}
    return [each for each in found.values() if each is not None and each.id != plan.workshop.id]


def _grown(plan: Plan) -> str:
    """Say how many items grew from cards and reflections."""
    kinds = Counter(each.origin.kind for each in plan.agreed if each.origin is not None)
    parts = []
    if cards := kinds[OriginKind.CARD]:
        parts.append(ngettext("{n} from a card", "{n} from cards", cards).format(n=cards))
    if loops := kinds[OriginKind.REFLECTION]:
        parts.append(ngettext("{n} from a reflection", "{n} from reflections", loops).format(n=loops))
    if agreed := kinds[OriginKind.AGREEMENT]:
        parts.append(ngettext("{n} from an agreement", "{n} from agreements", agreed).format(n=agreed))
    return ", ".join(parts)


def item_row(plan: Plan, item: WorkItem, scale: Scale | None) -> Row:
    """Return the row of an item."""
    status = item.status_on(plan.today)
    cells = {
        "code": Cell(shown=item.code or str(plan.numbers[item.id]), edit=item.code or "", tone="ink_2"),
        "activity": Cell(
            shown=item.activity.best(plan.language),
            under=" ".join(item.output.best(plan.language).split()) if item.output else "",
            edit=item.activity.best(plan.language),
            strong=True,
        ),
        "responsible": _responsible(plan, item),
        "support": Cell(
            chips=tuple(code_of(plan.records, key) for key in item.support),
            spoken=", ".join(name_of(plan.records, key) for key in item.support),
        ),
        "dates": _dates(plan, item, status),
        "status": _status(plan, status, item),
        "progress": Cell(
            shown=plan.formats.percent(Decimal(item.progress_percent) / 100),
            share=item.progress_percent / 100,
            edit=str(item.progress_percent),
        ),
        "indicator": _indicator(plan, item),
    }
    cells |= _money(plan, item)
    if scale is not None:
        cells["gantt"] = _bar(item, status, scale)
    return Row(key=item.id, cells=cells)


def _responsible(plan: Plan, item: WorkItem) -> Cell:
    person = plan.records.get(Person, item.responsible_person)
    name = name_of(plan.records, item.responsible)
    spoken = ", ".join(part for part in (name, person.full_name if person else "") if part)
    if item.responsible is None:
        return Cell(shown=_("Nobody yet"), tone="ink_2", edit="", spoken=spoken or _("Nobody yet"))
    return Cell(chips=(code_of(plan.records, item.responsible),), edit=str(item.responsible), spoken=spoken)


def _dates(plan: Plan, item: WorkItem, status: WorkStatus) -> Cell:
    write = plan.formats
    sides = [write.short_day(each) if each else "" for each in (item.start, item.due)]
    edit = " – ".join(sides) if item.start else sides[1]
    return Cell(
        shown=span_words(item.start, item.due, plan.workshop.start or plan.today, plan.language),
        edit=edit,
        tone="over" if status is WorkStatus.DELAYED else "ink",
        strong=status is WorkStatus.DELAYED,
    )


def _status(plan: Plan, status: WorkStatus, item: WorkItem) -> Cell:
    tone, icon = PILLS[status]
    words = word(translations(plan.language), status)
    return Cell(pill=PillWords(words, tone, icon), edit=item.status.value, spoken=words)


def _indicator(plan: Plan, item: WorkItem) -> Cell:
    found = plan.records.get(Indicator, item.indicator)
    if found is None:
        return Cell(edit="")
    readings = [
        each for each in plan.records.where(Measurement, indicator=found.id) if each.value is not None
    ]
    latest = max(readings, key=lambda each: each.date, default=None)
    under = ""
    if found.target is not None and found.target.value is not None:
        value = latest.value if latest is not None and latest.value is not None else Decimal(0)
        under = _("{value} of {target}").format(
            value=plan.formats.number(value), target=plan.formats.number(found.target.value)
        )
    return Cell(shown=found.name.best(plan.language), under=under, edit=str(found.id))


def _bar(item: WorkItem, status: WorkStatus, scale: Scale) -> Cell:
    found = bar_of(item.start, item.due, scale)
    if found is None:
        return Cell()
    return Cell(bar=Bar(found[0], found[1], _BARS.get(status, "planned")))


# Money


def given_by(plan: Plan, item: WorkItem, organisation: OrganisationId) -> list[Contribution]:
    """Return what an organisation puts into an item, cash and kind."""
    found = plan.records.where(Contribution, work_item=item.id)
    return [each for each in found if each.organisation == organisation]


def _money(plan: Plan, item: WorkItem) -> dict[str, Cell]:
    cells = {f"org:{each.id}": _given(plan, given_by(plan, item, each.id)) for each in plan.givers}
    cells["total"] = Cell(
        shown=_amount(plan, item.budget), edit=_typed(plan, item.budget), strong=item.budget is not None
    )
    rest = rest_of(plan, item)
    cells["unfunded"] = Cell(
        shown=_amount(plan, rest) if rest is not None and rest.amount else NOTHING,
        tone="over" if rest is not None and rest.amount else "ink_2",
        spoken=rest_words(plan, rest),
    )
    return cells


def rest_of(plan: Plan, item: WorkItem) -> Money | None:
    """Return what of an item's budget nobody has committed, less than nothing where too much was."""
    return unfunded(item, tuple(plan.records.where(Contribution, work_item=item.id)))


def rest_words(plan: Plan, rest: Money | None) -> str:
    """Say what of a budget is unfunded, or that it is covered."""
    if rest is None:
        return _("No budget yet")
    if rest.amount < 0:
        over = Money(-rest.amount, rest.currency)
        return _("{amount} more than the budget").format(amount=plan.formats.amount(over))
    if not rest.amount:
        return _("Covered by contributions")
    return _("{amount} unfunded").format(amount=plan.formats.amount(rest))


def _given(plan: Plan, given: Sequence[Contribution]) -> Cell:
    sums: dict[str, Decimal] = {}
    for each in given:
        sums[each.amount.currency] = sums.get(each.amount.currency, Decimal(0)) + each.amount.amount
    shown = ", ".join(_amount(plan, Money(amount, currency)) for currency, amount in sums.items())
    edit = None
    if len(given) < 2:
        edit = _typed(plan, given[0].amount) if given else ""
    return Cell(shown=shown or NOTHING, tone="ink" if shown else "ink_2", edit=edit)


def _amount(plan: Plan, money: Money | None) -> str:
    if money is None or not money.amount:
        return NOTHING
    if money.currency != plan.currency:
        return plan.formats.amount(money)
    return plan.formats.plain_amount(money.amount, money.currency)


def _typed(plan: Plan, money: Money | None) -> str:
    if money is None:
        return ""
    if money.currency != plan.currency:
        return plan.formats.amount(money)
    return plan.formats.plain_amount(money.amount, money.currency)


def totals_row(plan: Plan, items: Sequence[WorkItem]) -> Row:
    """Return the sums of the money in the plan's currency; cancelled items are not counted."""
    counted = [each for each in items if each.status is not WorkStatus.CANCELLED]
    cells = {
        "activity": Cell(shown=_("Budget and contributions"), under=_elsewhere(plan, counted), strong=True)
    }
    partners = Decimal(0)
    for giver in plan.givers:
        given = sum(
            (
                each.amount.amount
                for item in counted
                for each in given_by(plan, item, giver.id)
                if each.amount.currency == plan.currency
            ),
            Decimal(0),
        )
        if giver.role is not OrganisationRole.FUNDER:
            partners += given
        cells[f"org:{giver.id}"] = Cell(shown=_amount(plan, Money(given, plan.currency)), strong=True)
    total = _sum(plan, [each.budget for each in counted])
    rest = _sum(plan, [rest_of(plan, each) for each in counted])
    cells["total"] = Cell(shown=_amount(plan, total), strong=True)
    cells["unfunded"] = Cell(
        shown=_amount(plan, rest),
        strong=True,
        tone="over" if rest.amount else "ink",
        spoken=rest_words(plan, rest),
    )
    if total.amount:
        share = plan.formats.percent(partners / total.amount)
        words = _("Partners co-finance {share} of the total").format(share=share)
        cells["gantt"] = Cell(shown=words)
    return Row(key="totals", kind="totals", cells=cells, selectable=False)


def _sum(plan: Plan, amounts: Sequence[Money | None]) -> Money:
    mine = (each.amount for each in amounts if each is not None and each.currency == plan.currency)
    return Money(sum(mine, Decimal(0)), plan.currency)


def _elsewhere(plan: Plan, items: Sequence[WorkItem]) -> str:
    """Name budgets in other currencies, which no column can add up."""
    others: dict[str, Decimal] = {}
    for item in items:
        if item.budget is not None and item.budget.currency != plan.currency:
            currency = item.budget.currency
            others[currency] = others.get(currency, Decimal(0)) + item.budget.amount
    amounts = [plan.formats.amount(Money(amount, currency)) for currency, amount in sorted(others.items())]
    return _("Besides {amounts}").format(amounts=plan.formats.listing(amounts)) if amounts else ""
