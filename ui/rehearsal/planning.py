"""The scenes of the work plan: what was said becomes activities, and every one of their fields is filled."""

from decimal import Decimal
from functools import partial
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.domain.agenda import Session, SessionType
from facilitator.domain.notes import Agreement, ParkingItem
from facilitator.domain.plans import Contribution, WorkItem
from facilitator.i18n import N_, _
from ui.operator.pages.work_plan import WorkPlanPage
from ui.presenters.work_item_fields import values_of
from ui.rehearsal.collecting import write_down
from ui.rehearsal.company import Company
from ui.rehearsal.player import Play, Stopped, Until
from ui.rehearsal.reflecting import day_typed
from ui.widgets.cell_table import CellTable
from ui.widgets.choice import Choice
from ui.widgets.editors import InPlaceEdit
from ui.widgets.field_form import FieldForm
from ui.widgets.multi_choice import MultiChoice

_ABOVE: Final = ("activity", "output", "progress", "responsible", "responsible_person", "support",
                 "start", "due", "status", "status_reason", "objective", "budget")  # fmt: skip
_BELOW: Final = ("resources", "means_of_verification", "indicator", "case", "follow_up_kind",
                 "follow_up_frequency", "follow_up_days", "notes")  # fmt: skip
"""Fields of an activity, in the order in which they are filled."""


def plan(company: Company, session: Session) -> Play:
    """Make the plan in the first session that plans; look at its money in the second."""
    if session.type is not SessionType.PLANNING:
        return
    if "work items" in company.facts:
        yield from _show_tab(company, "budget")
        yield from company.both("work plan presupuesto")
        yield from _show_tab(company, "plan")
        return
    yield from _agree(company)
    yield from _take_over(company)
    for scored in company.score.of(WorkItem):
        yield from _write_activity(company, scored)
    page = company.page(WorkPlanPage)
    company.camera.console("work plan detalles")
    yield from company.hands.click(page.toolbar.details)
    yield from company.both("work plan completo")


def _agree(company: Company) -> Play:
    """Write down the agreements that nobody wrote down yet."""
    yield from company.open_page("run")
    for scored in company.score.of(Agreement):
        words = company.score.said(scored.text)
        if all(company.score.said(each.text) != words for each in company.records.where(Agreement)):
            yield from write_down(company, "Ctrl+7", scored)


def _take_over(company: Company) -> Play:
    """Make activities of agreements, of what is parked, and of nothing but the group's words."""
    yield from company.open_page("work_plan")
    yield from _show_tab(company, "agreements")
    company.camera.console("work plan acuerdos")
    for agreement in company.score.of(Agreement):
        for scored in company.score.records.where(WorkItem, agreement=agreement.id):
            yield from _to_plan(company, "agreements", agreement, scored)
    yield from _show_tab(company, "parking")
    company.camera.console("work plan parqueo antes")
    for parked in company.score.of(ParkingItem):
        scored_item = company.score.records.get(WorkItem, parked.linked)
        if scored_item is not None:
            yield from _to_plan(company, "parking", parked, scored_item)
        elif parked.outcome is not None:
            yield from _decide(company, parked)
    yield from company.settle()
    company.camera.console("work plan parqueo")
    yield from _show_tab(company, "plan")
    for scored in company.score.of(WorkItem):
        if scored.id not in company.made:
            yield from _add(company, scored)


def _show_tab(company: Company, key: str) -> Play:
    page = company.page(WorkPlanPage)
    if company.window.current_page is not page:
        yield from company.open_page("work_plan")
    yield from company.hands.click(page.toolbar.tabs.button(key))
    yield Until(lambda: page.tab is page.tabs[key], _("The table was shown"))


def _same(
    company: Company, kind: type[Agreement] | type[ParkingItem], scored: Agreement | ParkingItem
) -> Any:
    words = company.score.said(scored.text)
    for each in company.records.where(kind):
        if company.score.said(each.text) == words:
            return each
    raise Stopped(_("“{words}” is not there").format(words=words))


def _go_to_row(company: Company, table: CellTable, key: object) -> Play:
    """Go to a row with the arrow keys."""
    table.setFocus(Qt.FocusReason.ShortcutFocusReason)
    place = table.cells.place_of(key)
    if place < 0:
        raise Stopped(_("The row is not in the table"))
    for _step in range(len(table.cells.rows)):
        now = table.currentIndex().row()
        if now == place:
            return
        yield from company.hands.press("Down" if now < place else "Up")
    yield Until(lambda: table.chosen_key() == key, _("The row was chosen"))


def _to_plan(company: Company, tab: str, scored: Agreement | ParkingItem, item: WorkItem) -> Play:
    """Make an activity of a row."""
    table = company.page(WorkPlanPage).tabs[tab].table
    record = _same(company, type(scored), scored)
    before = _items(company)
    yield from _go_to_row(company, table, record.id)
    yield from company.hands.press("Ctrl+Shift+W")
    yield Until(lambda: len(_items(company)) > len(before), _("The activity was made"))
    [company.made[item.id]] = _items(company) - before


def _decide(company: Company, scored: ParkingItem) -> Play:
    """Say what became of a matter that is no activity."""
    table = company.page(WorkPlanPage).parking.table
    record = _same(company, ParkingItem, scored)
    yield from _go_to_row(company, table, record.id)
    while table.chosen_column() != "outcome":
        before = table.chosen_column()
        places = [each.key for each in table.cells.columns]
        ahead = places.index("outcome") > places.index(before)
        yield from company.hands.press("Right" if ahead else "Left")
        if table.chosen_column() == before:
            raise Stopped(_("The arrow keys do not lead to the outcome"))
    yield from company.hands.press("Return")
    yield Until(lambda: isinstance(QApplication.focusWidget(), Choice), _("The list of outcomes"))
    field = QApplication.focusWidget()
    assert isinstance(field, Choice) and scored.outcome is not None  # noqa: S101, PT018 - awaited above
    yield from company.hands.choose(field, scored.outcome.value)
    yield Until(
        lambda: company.stored(ParkingItem, record.id).outcome is scored.outcome,
        _("The outcome was stored"),
    )


def _items(company: Company) -> set[UUID]:
    return {each.id for each in company.records.where(WorkItem)}


def _add(company: Company, scored: WorkItem) -> Play:
    """Add an activity that grew from no record."""
    before = _items(company)
    table = company.page(WorkPlanPage).plan_tab.table
    table.setFocus(Qt.FocusReason.ShortcutFocusReason)
    yield from company.hands.press("Ins")
    yield Until(lambda: len(_items(company)) > len(before), _("The activity was added"))
    [key] = _items(company) - before
    company.made[scored.id] = key
    yield Until(table.is_editing, _("The name of the activity is being edited"))
    yield from company.hands.press("Ctrl+A")
    yield from company.hands.type(company.score.said(scored.activity))
    yield from company.hands.press("Return")
    yield Until(lambda: _says(company, key, scored), _("The activity was stored"))


def _says(company: Company, key: UUID, scored: WorkItem) -> bool:
    found = company.records.get(WorkItem, key)
    return found is not None and company.score.said(found.activity) == company.score.said(scored.activity)


# One activity in full


def _write_activity(company: Company, scored: WorkItem) -> Play:
    """Fill every field that the score fills, and who gives what."""
    page, key = company.page(WorkPlanPage), company.made[scored.id]
    tab = page.plan_tab
    yield from _go_to_row(company, tab.table, key)
    if not tab.panel.isVisible():
        yield from company.hands.click(page.toolbar.details)
    yield Until(tab.panel.isVisible, _("The panel of the activity opened"))
    yield from _form(company, tab.panel.form, scored, _ABOVE)
    yield from _give(company, scored)
    yield from _form(company, tab.panel.more, scored, _BELOW)
    yield from company.settle()
    company.count(N_("work items"))


def _form(company: Company, form: FieldForm, scored: WorkItem, names: tuple[str, ...]) -> Play:
    """Fill those fields of a form that say something else than the score."""
    wanted = _wanted(company, scored)
    for name in names:
        field, value = form.fields[name], wanted[name]
        if _holds(company, scored, name, value):
            continue
        if isinstance(field, Choice):
            yield from company.hands.choose(field, value)
        elif isinstance(field, MultiChoice):
            yield from company.hands.check(field, value.split())
        else:
            yield from company.hands.fill(field, value)
        yield Until(
            partial(_holds, company, scored, name, value),
            _("The field “{field}” was stored").format(field=field.accessibleName()),
        )
        company.count(N_("work plan fields"))


def _holds(company: Company, scored: WorkItem, name: str, value: str) -> bool:
    item, now = company.stored(WorkItem, company.made[scored.id]), company.page(WorkPlanPage).plan_tab.plan
    return now is not None and _means(name, values_of(now, item)[name]) == _means(name, value)


def _means(name: str, value: str) -> object:
    """Return what a field's words mean, so that "4,800" and "4800" are one."""
    if name == "budget" and value:
        return Decimal("".join(each for each in value if each.isdigit() or each == "-"))
    if name == "support":
        return frozenset(value.split())
    return value


def _wanted(company: Company, scored: WorkItem) -> dict[str, str]:
    """Return what the score says of an activity, as it is typed."""
    said, follow = company.score.said, scored.follow_up
    values = {
        name: said(getattr(scored, name))
        for name in ("activity", "output", "status_reason", "objective", "notes")
    }
    values |= {
        name: "\n".join(said(each) for each in getattr(scored, name))
        for name in ("resources", "means_of_verification")
    }
    values |= {name: day_typed(day) if (day := getattr(scored, name)) else "" for name in ("start", "due")}
    values |= {
        name: str(getattr(scored, name) or "")
        for name in ("responsible", "responsible_person", "indicator", "case")
    }
    return values | {
        "progress": str(scored.progress_percent),
        "support": " ".join(str(each) for each in scored.support),
        "status": scored.status.value,
        "budget": "" if scored.budget is None else f"{scored.budget.amount:f}",
        "follow_up_kind": follow.kind.value if follow else "",
        "follow_up_frequency": follow.frequency.value if follow and follow.frequency else "",
        "follow_up_days": ", ".join(day_typed(day) for day in follow.planned) if follow else "",
    }


def _give(company: Company, scored: WorkItem) -> Play:
    """Say which organisation gives how much."""
    key, given = company.made[scored.id], company.page(WorkPlanPage).plan_tab.panel.contributions
    for part in company.score.contributions(scored):
        before = _given(company, key)
        yield from company.hands.choose(given.add, str(part.organisation))
        yield Until(
            partial(_is_more, company, key, len(before)),
            _("The contribution was added"),
        )
        [made] = _given(company, key) - before
        yield Until(partial(given.lines.__contains__, made), _("The line of the contribution"))
        yield from _amount(company, given.lines[made].amount, made, part)
        company.count(N_("contributions"))


def _given(company: Company, key: UUID) -> set[UUID]:
    return {each.id for each in company.records.where(Contribution, work_item=key)}


def _is_more(company: Company, key: UUID, count: int) -> bool:
    return len(_given(company, key)) > count


def _amount(company: Company, field: InPlaceEdit, key: UUID, part: Contribution) -> Play:
    yield from company.hands.fill(field, f"{part.amount.amount:f}")
    yield Until(
        lambda: company.stored(Contribution, key).amount == part.amount,
        _("The amount was stored"),
    )
