"""Agreements, the parking lot and the budget."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from facilitator.domain.notes import Agreement, ParkingItem, ParkingOutcome
from facilitator.domain.plans import (
    BudgetRevision,
    WorkItem,
)
from tests.ui.work_plan.driving import cell, editor_of, type_into


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


def pick(qtbot, page, key, column, wanted):
    """Open a cell by keyboard and choose what it offers under a key."""
    page.tab.table.choose(key, column)
    page.tab.table.setFocus()
    qtbot.keyClick(page.tab.table, Qt.Key.Key_Return)
    choice = editor_of(page, QComboBox)
    choice.setCurrentIndex(choice.findData(str(wanted)))
    choice.activated.emit(choice.currentIndex())


def test_something_parked_is_linked_to_the_activity_that_took_it_over(page, qtbot, desk, plan):
    page.resize(1800, 780)
    page.show_tab("parking")
    [parked] = desk.records.where(ParkingItem)

    pick(qtbot, page, parked.id, "linked", plan[1].id)

    qtbot.waitUntil(lambda: desk.records.get(ParkingItem, parked.id).linked == plan[1].id)
    assert desk.records.get(ParkingItem, parked.id).outcome is ParkingOutcome.TO_WORK_PLAN
    assert cell(page, parked.id, "linked").shown == "2.2 Write the guide"


def test_what_was_decided_stays_decided_when_something_parked_is_linked_to_a_session(
    page, qtbot, desk, afternoon
):
    page.resize(1800, 780)
    page.show_tab("parking")
    [parked] = desk.records.where(ParkingItem)
    pick(qtbot, page, parked.id, "outcome", "to_person")
    qtbot.waitUntil(lambda: desk.records.get(ParkingItem, parked.id).outcome is not None)

    pick(qtbot, page, parked.id, "linked", afternoon.close.id)

    qtbot.waitUntil(lambda: desk.records.get(ParkingItem, parked.id).linked == afternoon.close.id)
    assert desk.records.get(ParkingItem, parked.id).outcome is ParkingOutcome.TO_PERSON
    assert cell(page, parked.id, "linked").shown == "Close of the day"


def test_an_agreement_says_in_which_session_it_was_made(page, qtbot, desk, afternoon):
    page.resize(1800, 780)
    page.show_tab("agreements")
    [agreement] = desk.records.where(Agreement)

    pick(qtbot, page, agreement.id, "source", afternoon.plans.id)

    qtbot.waitUntil(lambda: desk.records.get(Agreement, agreement.id).session == afternoon.plans.id)
    assert cell(page, agreement.id, "source").shown == "Next phase"
