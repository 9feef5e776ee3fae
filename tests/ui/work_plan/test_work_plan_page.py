"""The Work plan page: activities in place and in the panel, agreements, the parking lot, the budget."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLineEdit

from facilitator.domain.ids import AgreementId, OrganisationId, WorkItemId, new_id
from facilitator.domain.notes import Agreement, ParkingItem, ParkingOutcome
from facilitator.domain.people import Organisation
from facilitator.domain.plans import (
    BudgetRevision,
    Contribution,
    ContributionKind,
    FollowUp,
    Origin,
    OriginKind,
    WorkItem,
    WorkStatus,
)
from facilitator.domain.values import LooseDate, Money
from tests.afternoon import DAY, said
from ui.operator.pages.work_plan import WorkPlanPage
from ui.stage.director import StageDirector


def usd(amount):
    return Money(Decimal(amount), "USD")


@pytest.fixture
def plan(afternoon):
    """Three activities: the first from a card, the second late, the third without anything."""
    shared = {"workshop": afternoon.workshop.id, "cycle": afternoon.cycle.id}
    card = afternoon.card("Visits come too late")
    agreement = Agreement(
        id=AgreementId(new_id()), workshop=afternoon.workshop.id, number=1, text=said("Visit sites")
    )
    parked = ParkingItem(id=new_id(), workshop=afternoon.workshop.id, text=said("Who owns the data?"))
    items = [
        WorkItem(
            id=WorkItemId(new_id()), code="2.1", activity=said("Visit the sites"), position=0, budget=usd(1000),
            responsible=afternoon.network.id, start=LooseDate(2014, 3), due=LooseDate(2014, 4, 30),
            origin=Origin(OriginKind.CARD, card.id), **shared,
        ),
        WorkItem(
            id=WorkItemId(new_id()), code="2.2", activity=said("Write the guide"), position=1,
            due=LooseDate(2014, 1, 31), status=WorkStatus.IN_PROGRESS, **shared,
        ),
        WorkItem(id=WorkItemId(new_id()), code="2.3", activity=said("Hold the workshop"), position=2, **shared),
    ]  # fmt: skip
    given = Contribution(
        id=new_id(), work_item=items[0].id, organisation=afternoon.network.id, amount=usd(300)
    )
    afternoon.others += [card, agreement, parked, *items, given]
    return items


@pytest.fixture
def stage(theme, plan, desk):
    director = StageDirector(desk, theme)
    yield director
    director.close()


@pytest.fixture
def page(qtbot, worn, theme, plan, desk, stage):
    page = WorkPlanPage(theme, desk, stage)
    qtbot.addWidget(page)
    page.resize(1400, 780)
    page.retranslate()
    with qtbot.waitActive(page):
        page.show()
    page.activated()
    for tab in page.tabs.values():
        QAbstractItemModelTester(tab.table.cells, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    return page


def item(page, plan, place=0):
    return page._desk.records.get(WorkItem, plan[place].id)


def editor_of(page, kind=QLineEdit):
    return page.tab.table.viewport().findChild(kind)


def type_into(qtbot, page, key, column, words):
    page.tab.table.setFocus()
    page.tab.table.choose(key, column)
    qtbot.keyClick(page.tab.table, Qt.Key.Key_Return)
    line = editor_of(page)
    line.selectAll()
    if words:
        qtbot.keyClicks(line, words)
    else:
        qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    return line


def cell(page, key, column):
    rows = page.tab.table.cells
    return rows.rows[rows.place_of(key)].cell(column)


def test_the_plan_says_who_gives_what_and_what_is_unfunded(page, plan, afternoon):
    shown = cell(page, plan[0].id, f"org:{afternoon.network.id}").shown

    assert (shown, cell(page, plan[0].id, "total").shown) == ("300", "1,000")
    assert cell(page, plan[0].id, "unfunded").shown == "700"
    assert cell(page, "totals", "total").shown == "1,000"


def test_an_activity_past_its_date_is_late_today(page, plan):
    assert cell(page, plan[1].id, "status").pill.text == "Late"
    assert cell(page, plan[1].id, "dates").tone == "over"
    assert item(page, plan, 1).status is WorkStatus.IN_PROGRESS


def test_ins_adds_an_activity_with_the_next_code_and_lets_it_be_typed(page, qtbot):
    qtbot.keyClick(page.tab.table, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: editor_of(page) is not None)
    line = editor_of(page)
    qtbot.keyClicks(line, "Call once a month")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    def made():
        found = page._desk.records.where(WorkItem)
        return [each.code for each in found if str(each.activity) == "Call once a month"]

    qtbot.waitUntil(lambda: made() == ["2.4"])


def test_dates_are_typed_as_people_say_them(page, qtbot, plan):
    type_into(qtbot, page, plan[2].id, "dates", "10 mar - sep 2014")

    qtbot.waitUntil(lambda: item(page, plan, 2).due == LooseDate(2014, 9))
    assert item(page, plan, 2).start == LooseDate(2014, 3, 10)
    assert cell(page, plan[2].id, "dates").shown.replace("\u00a0", " ") == "10 Mar – Sep"


def test_nonsense_stays_in_its_cell_and_is_explained(page, qtbot, plan):
    line = type_into(qtbot, page, plan[0].id, "total", "plenty")

    assert line.text() == "plenty"
    assert page.tab.table.is_editing()
    assert "plenty" in page.tab.trouble.sentence
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert item(page, plan).budget == usd(1000)


def test_an_end_before_its_start_is_refused_in_the_cell(page, qtbot, plan):
    type_into(qtbot, page, plan[0].id, "dates", "30/04/2014 - 01/03/2014")

    assert "before the start" in page.tab.trouble.sentence
    assert item(page, plan).start == LooseDate(2014, 3)


def test_money_is_typed_in_a_cell_with_any_countrys_signs_and_taken_out_again(page, qtbot, plan, afternoon):
    column = f"org:{afternoon.network.id}"
    type_into(qtbot, page, plan[1].id, column, "1.250,50")

    def given():
        found = page._desk.records.where(Contribution, work_item=plan[1].id)
        return [each.amount for each in found]

    qtbot.waitUntil(lambda: given() == [usd("1250.50")])
    type_into(qtbot, page, plan[1].id, column, "")

    qtbot.waitUntil(lambda: given() == [])


def test_status_and_owner_are_chosen_in_place(page, qtbot, plan, afternoon):
    table = page.tab.table
    table.choose(plan[1].id, "status")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    choice = editor_of(page, QComboBox)
    choice.setCurrentIndex(choice.findData("done"))
    choice.activated.emit(choice.currentIndex())
    qtbot.waitUntil(lambda: item(page, plan, 1).status is WorkStatus.DONE)

    table.choose(plan[1].id, "responsible")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    choice = editor_of(page, QComboBox)
    choice.setCurrentIndex(choice.findData(str(afternoon.network.id)))
    choice.activated.emit(choice.currentIndex())

    qtbot.waitUntil(lambda: item(page, plan, 1).responsible == afternoon.network.id)


def test_alt_down_moves_an_activity_and_del_deletes_it_until_undone(page, qtbot, plan):
    table = page.tab.table

    def order():
        return [row.key for row in table.cells.rows if row.kind == "row"]

    table.choose(plan[0].id)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: order() == [plan[1].id, plan[0].id, plan[2].id])
    assert table.chosen_key() == plan[0].id

    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: plan[0].id not in order())
    page._desk.undo()

    qtbot.waitUntil(lambda: plan[0].id in order())
    assert len(page._desk.records.where(Contribution)) == 1


def test_the_panel_shows_every_field_and_saves_as_one_leaves(page, qtbot, plan):
    page.plan_tab.open_details()
    form, more = page.plan_tab.panel.form, page.plan_tab.panel.more
    for widget, words in (
        (form.fields["due"], "sep 2014"),
        (form.fields["progress"], "40 %"),
        (form.fields["status_reason"], "Rain"),
        (more.fields["means_of_verification"], "Photos"),
    ):
        widget.setFocus()
        widget.selectAll()
        qtbot.keyClicks(widget, words)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)

    def stored():
        found = item(page, plan)
        return (found.due, found.progress_percent, str(found.status_reason), len(found.means_of_verification))

    qtbot.waitUntil(lambda: stored() == (LooseDate(2014, 9), 40, "Rain", 1))
    assert form.fields["due"].text() == "Sep 2014"


def test_a_wrong_date_stays_in_its_field_with_the_reason_below(page, qtbot, plan):
    page.plan_tab.open_details()
    form = page.plan_tab.panel.form
    due = form.fields["due"]
    due.setFocus()
    due.selectAll()
    qtbot.keyClicks(due, "some day")
    qtbot.keyClick(due, Qt.Key.Key_Tab)

    qtbot.waitUntil(lambda: form.rows["due"].error.sentence != "")
    assert due.text() == "some day"
    assert item(page, plan).due == LooseDate(2014, 4, 30)

    due.setFocus()
    due.selectAll()
    qtbot.keyClicks(due, "05/2014")
    qtbot.keyClick(due, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: item(page, plan).due == LooseDate(2014, 5))
    qtbot.waitUntil(lambda: form.rows["due"].error.sentence == "")


def test_contributions_are_added_changed_to_kind_and_taken_out_in_the_panel(
    page, qtbot, plan, afternoon, desk
):
    donor = Organisation(id=OrganisationId(new_id()), name="Donor", short="DON")
    desk.perform(lambda work: work.books.add(donor))
    qtbot.waitUntil(lambda: desk.records.get(Organisation, donor.id) is not None)
    page.plan_tab.open_details()
    given = page.plan_tab.panel.contributions
    assert "USD 700" in given._rest.text().replace("\u00a0", " ")

    given.add.setCurrentIndex(given.add.findData(str(donor.id)))
    given.add.activated.emit(given.add.currentIndex())
    qtbot.waitUntil(lambda: len(given.lines) == 2)
    added = next(each for each in desk.records.where(Contribution) if each.organisation == donor.id)
    assert added.amount == usd(700)

    line = given.lines[added.id]
    line.kind.setCurrentIndex(line.kind.findData("in_kind"))
    line.kind.activated.emit(line.kind.currentIndex())
    line.amount.setFocus()
    line.amount.selectAll()
    qtbot.keyClicks(line.amount, "650")
    qtbot.keyClick(line.amount, Qt.Key.Key_Return)

    def stored():
        found = desk.records.get(Contribution, added.id)
        return found.amount == usd(650) and found.kind is ContributionKind.IN_KIND

    qtbot.waitUntil(stored)
    qtbot.mouseClick(line.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(given.lines) == 1)


def test_a_visit_is_written_down_in_the_panel(page, qtbot, plan, desk):
    page.plan_tab.open_details()
    follow_ups = page.plan_tab.panel.follow_ups

    qtbot.mouseClick(follow_ups.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(follow_ups.entries) == 1)
    [entry] = follow_ups.entries.values()
    place = entry.form.fields["place"]
    qtbot.waitUntil(place.isVisible)
    place.setFocus()
    qtbot.keyClicks(place, "Jinotega")
    qtbot.keyClick(place, Qt.Key.Key_Tab)

    def stored():
        return [(each.date, each.place) for each in desk.records.where(FollowUp)]

    qtbot.waitUntil(lambda: stored() == [(DAY, "Jinotega")])


def test_the_panel_leads_to_the_card_that_an_activity_comes_from(page, qtbot, plan):
    page.plan_tab.open_details()
    assert "Visits come too late" in page.plan_tab.panel._origin_words.text()

    with qtbot.waitSignal(page.page_wanted) as wanted:
        qtbot.mouseClick(page.plan_tab.panel.origin, Qt.MouseButton.LeftButton)

    assert wanted.args == ["cards"]


def test_filters_leave_only_what_fits(page, qtbot, plan):
    status = page.toolbar.status
    status.setCurrentIndex(status.findData("delayed"))
    status.activated.emit(status.currentIndex())

    assert [row.key for row in page.tab.table.cells.rows if row.kind == "row"] == [plan[1].id]

    status.setCurrentIndex(status.findData("cancelled"))
    status.activated.emit(status.currentIndex())
    assert page.tab.trouble.sentence == "No activity fits what is filtered by."


def test_an_agreement_is_written_and_taken_into_the_plan_once(page, qtbot, desk):
    page.show_tab("agreements")
    page.tab.table.setFocus()
    qtbot.keyClick(page.tab.table, Qt.Key.Key_Insert)
    qtbot.waitUntil(lambda: editor_of(page) is not None)
    line = editor_of(page)
    qtbot.keyClicks(line, "Call every month")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: any(str(each.text) == "Call every month" for each in desk.records.where(Agreement))
    )
    key = page.tab.table.chosen_key()

    page._to_plan.trigger()
    qtbot.waitUntil(lambda: len(desk.records.where(WorkItem, agreement=key)) == 1)
    page._to_plan.trigger()
    with qtbot.waitCallback() as asked:
        desk.ask(lambda workspace: None, asked)

    assert cell(page, key, "plan").pill is not None
    assert len(desk.records.where(WorkItem, agreement=key)) == 1


def test_something_parked_is_decided_in_place_and_the_tab_stops_counting_it(page, qtbot, desk):
    assert "1 undecided" in page.toolbar.tabs.button("parking").text()
    page.show_tab("parking")
    [parked] = desk.records.where(ParkingItem)
    page.tab.table.choose(parked.id, "outcome")
    page.tab.table.setFocus()

    qtbot.keyClick(page.tab.table, Qt.Key.Key_Return)
    choice = editor_of(page, QComboBox)
    choice.setCurrentIndex(choice.findData("dropped"))
    choice.activated.emit(choice.currentIndex())

    qtbot.waitUntil(lambda: desk.records.get(ParkingItem, parked.id).outcome is ParkingOutcome.DROPPED)
    assert "undecided" not in page.toolbar.tabs.button("parking").text()


def test_a_budget_revision_is_started_changed_and_approved(page, qtbot, desk, afternoon):
    page.show_tab("budget")
    qtbot.mouseClick(page.budget.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(desk.records.where(BudgetRevision)) == 1)
    type_into(qtbot, page, 0, "revised", "450")
    qtbot.waitUntil(lambda: desk.records.where(BudgetRevision)[0].lines[0].revised == 450)
    assert cell(page, 0, "variation").shown == "+150"

    approver = page.budget.approver
    approver.setCurrentIndex(approver.findData(str(afternoon.marisol.id)))
    approver.activated.emit(approver.currentIndex())
    qtbot.waitUntil(lambda: "Marisol Ejemplo" in page.budget.said.text())

    assert cell(page, 0, "revised").edit is None
    qtbot.mouseClick(page.budget.new, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(desk.records.where(BudgetRevision)) == 2)
    assert cell(page, 0, "previous").shown == "450"


def test_the_room_sees_the_plan_when_asked(page, stage):
    page.show_on_stage()

    assert stage.key == "work_plan"


def test_a_change_from_elsewhere_leaves_half_typed_words(page, qtbot, plan, open_here, desk_file, desk):
    page.tab.table.choose(plan[0].id, "activity")
    qtbot.keyClick(page.tab.table, Qt.Key.Key_Return)
    line = editor_of(page)
    qtbot.keyClicks(line, "Visit all")

    open_here(desk_file).books.edit(WorkItem, plan[0].id, progress_percent=60)
    desk.ask(lambda workspace: workspace.operations.poll(), lambda _found: None)

    qtbot.waitUntil(lambda: item(page, plan).progress_percent == 60)
    assert line.text() == "Visit all"
    qtbot.keyClick(line, Qt.Key.Key_Escape)


def test_the_indicator_gives_way_first_and_the_calendar_shrinks(page, qtbot, plan):
    def keys():
        return [each.key for each in page.tab.table.cells.columns]

    page.resize(1900, 780)
    qtbot.waitUntil(lambda: "indicator" in keys())
    page.resize(1100, 780)

    qtbot.waitUntil(lambda: "indicator" not in keys())
    table = page.tab.table
    assert table.columnWidth(keys().index("gantt")) >= 200
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)


def test_an_empty_plan_offers_the_first_activity(qtbot, worn, theme, open_desk, afternoon):
    desk = open_desk(afternoon.records())
    stage = StageDirector(desk, theme)
    page = WorkPlanPage(theme, desk, stage)
    qtbot.addWidget(page)
    page.retranslate()
    with qtbot.waitActive(page):
        page.show()

    qtbot.mouseClick(page.plan_tab.empty.button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: len(desk.records.where(WorkItem)) == 1)
    qtbot.waitUntil(lambda: editor_of(page) is not None)
    stage.close()
