"""The Work plan page: activities changed cell by cell, and what the page does around them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from facilitator.domain.plans import (
    Contribution,
    WorkItem,
    WorkStatus,
)
from facilitator.domain.values import LooseDate
from tests.ui.work_plan.driving import cell, editor_of, item, type_into, usd
from ui.operator.pages.work_plan import WorkPlanPage
from ui.stage.director import StageDirector


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


def test_filters_leave_only_what_fits(page, qtbot, plan):
    status = page.toolbar.status
    status.setCurrentIndex(status.findData("delayed"))
    status.activated.emit(status.currentIndex())

    assert [row.key for row in page.tab.table.cells.rows if row.kind == "row"] == [plan[1].id]

    status.setCurrentIndex(status.findData("cancelled"))
    status.activated.emit(status.currentIndex())
    assert page.tab.trouble.sentence == "No activity fits what is filtered by."


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
