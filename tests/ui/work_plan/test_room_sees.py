"""The room reads the work plan as it grows: cell by cell, after Enter, never letter by letter."""

from PySide6.QtCore import Qt

from tests.ui.work_plan.driving import editor_of


def test_while_a_cell_is_typed_the_room_sees_nothing_of_it_and_after_enter_all_of_it(
    qtbot, page, plan, stage
):
    page.show_on_stage()
    seen = []
    stage.view_changed.connect(lambda view: seen.append(view.rows[0].activity.text))
    page.tab.table.setFocus()
    page.tab.table.choose(plan[0].id, "activity")
    qtbot.keyClick(page.tab.table, Qt.Key.Key_Return)
    line = editor_of(page)

    line.selectAll()
    qtbot.keyClicks(line, "Visit two sites")
    with qtbot.waitCallback() as answered:
        page._desk.ask(lambda workspace: None, answered)
    typing = list(seen)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seen) and seen[-1] == "Visit two sites")

    assert set(typing) <= {"Visit the sites"}
    assert set(seen) <= {"Visit the sites", "Visit two sites"}
