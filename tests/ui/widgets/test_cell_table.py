"""Tables of cells: what fits, what is edited in place, what is refused, what toggles."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.models.cell_table import CellTableModel
from ui.presenters.cells import Cell, Column, Row, Sign, fitting, widths
from ui.widgets.cell_table import CellTable

COLUMNS = (
    Column(key="name", head="Name", width=120, stretch=True, editor="line"),
    Column(key="who", head="Who", width=80, editor="choice", drop=2),
    Column(key="here", head="AM", over="Thu 6", width=50, align="centre"),
    Column(key="sum", head="USD", width=70, align="right", editor="line", drop=1),
)


def row(key, name, **cells):
    found = {"name": Cell(shown=name, edit=name), "sum": Cell(shown="300", edit="300")}
    found["here"] = Cell(sign=Sign("check", "ok"), toggles=True, spoken="Present")
    return Row(key=key, cells=found | cells)


def rows(*names):
    group = Row(key="g", kind="group", title="Partners", note="2 people", selectable=False)
    totals = Row(key="t", kind="totals", cells={"sum": Cell(shown="600")}, selectable=False)
    return [group, *(row(name, name) for name in names), totals]


@pytest.fixture
def table(qtbot, worn, theme):
    table = CellTable(theme)
    qtbot.addWidget(table)
    table.resize(600, 400)
    with qtbot.waitExposed(table):
        table.show()
    table.set_choices({"who": [("", "Nobody"), ("a", "Ana"), ("b", "Beto")]})
    table.show_table(COLUMNS, rows("Ana", "Beto"))
    table.setFocus()
    return table


def editor_of(table):
    return table.viewport().findChild(QLineEdit)


def test_the_model_keeps_qts_rules_while_rows_and_columns_change(qtmodeltester):
    model = CellTableModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show_columns(COLUMNS)
    model.show_rows(rows("Ana", "Beto", "Carla"))
    model.show_rows(rows("Carla", "Ana"))
    model.show_rows(rows("Dora", "Ana", "Carla"))
    model.show_columns(COLUMNS[:2])
    model.show_rows([])

    assert model.rowCount() == 0
    assert tester.model() is model
    qtmodeltester.check(model, force_py=True)


def test_columns_give_way_in_their_order_and_what_is_left_is_shared():
    def keys(room):
        return [each.key for each in fitting(COLUMNS, room)]

    assert keys(320) == ["name", "who", "here", "sum"]
    assert keys(300) == ["name", "here", "sum"]
    assert keys(200) == ["name", "here"]
    assert keys(10) == ["name", "here"]
    assert widths(COLUMNS, 400)["name"] == 200


def test_a_column_left_out_by_hand_makes_room_for_another():
    shown = fitting(COLUMNS, 260, hidden=frozenset({"sum"}))

    assert [each.key for each in shown] == ["name", "who", "here"]


def test_a_group_and_the_totals_cannot_be_chosen(table, qtbot):
    assert table.chosen_key() == "Ana"

    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert table.chosen_key() == "Ana"
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Down)

    assert table.chosen_key() == "Beto"


def test_enter_edits_a_cell_and_enter_again_tells_what_was_typed(table, qtbot):
    qtbot.keyClick(table, Qt.Key.Key_Return)
    line = editor_of(table)
    qtbot.keyClicks(line, "Berta")

    with qtbot.waitSignal(table.cells.edited) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)

    assert told.args == ["Ana", "name", "Berta"]


def test_a_cell_that_was_not_changed_tells_nothing(table, qtbot):
    qtbot.keyClick(table, Qt.Key.Key_Return)

    with qtbot.assertNotEmitted(table.cells.edited):
        qtbot.keyClick(editor_of(table), Qt.Key.Key_Return)


def test_refused_words_stay_in_their_cell_until_they_are_mended(table, qtbot):
    table.cells.check = lambda key, column, words: "No number." if not words.isdecimal() else ""
    said = []
    table.trouble.connect(said.append)
    table.choose("Ana", "sum")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    line = editor_of(table)
    qtbot.keyClicks(line, "lots")

    with qtbot.assertNotEmitted(table.cells.edited):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (line.text(), line.property("wrong"), said[-1]) == ("lots", True, "No number.")

    line.selectAll()
    qtbot.keyClicks(line, "450")
    with qtbot.waitSignal(table.cells.edited) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)

    assert told.args == ["Ana", "sum", "450"]
    assert said[-1] == ""


def test_escape_gives_refused_words_up(table, qtbot):
    table.cells.check = lambda key, column, words: "No."
    qtbot.keyClick(table, Qt.Key.Key_Return)
    line = editor_of(table)
    qtbot.keyClicks(line, "lots")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    with qtbot.assertNotEmitted(table.cells.edited):
        qtbot.keyClick(line, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: not table.is_editing())


def test_asked_again_to_edit_a_cell_it_stores_what_is_typed_and_opens_it_anew(table, qtbot):
    table.edit_cell("Ana", "name")
    line = editor_of(table)
    line.selectAll()
    qtbot.keyClicks(line, "Berta")

    with qtbot.waitSignal(table.cells.edited) as told:
        table.edit_cell("Ana", "name")

    assert told.args == ["Ana", "name", "Berta"]
    assert table.is_editing()


def test_refused_words_that_were_left_get_the_keyboard_before_another_cell_is_edited(table, qtbot):
    table.cells.check = lambda key, column, words: "No."
    beside = QLineEdit(table)
    beside.show()
    table.edit_cell("Ana", "name")
    line = editor_of(table)
    qtbot.keyClicks(line, "lots")
    beside.setFocus()

    with qtbot.assertNotEmitted(table.cells.edited):
        table.edit_cell("Beto", "name")

    assert QApplication.focusWidget() is line
    assert line.text() == "lots"


def test_words_being_typed_survive_a_change_from_elsewhere(table, qtbot):
    qtbot.keyClick(table, Qt.Key.Key_Return)
    line = editor_of(table)
    qtbot.keyClicks(line, "Half a na")

    changed = [row("Ana", "Ana Maria"), row("Beto", "Beto")]
    table.show_table(COLUMNS, [rows()[0], *changed, rows()[-1]])

    assert line.text() == "Half a na"
    assert table.is_editing()


def test_space_toggles_a_sign_and_letters_are_told(table, qtbot):
    table.choose("Ana", "here")

    with qtbot.waitSignal(table.toggled) as toggled:
        qtbot.keyClick(table, Qt.Key.Key_Space)
    with qtbot.waitSignal(table.typed) as typed:
        qtbot.keyClick(table, Qt.Key.Key_E)

    assert toggled.args == ["Ana", "here"]
    assert typed.args == ["Ana", "here", "E"]


def test_a_click_toggles_the_cell_under_the_pointer(table, qtbot):
    index = table.cells.index(table.cells.place_of("Beto"), table.cells.column_of("here"))
    middle = table.visualRect(index).center()

    with qtbot.waitSignal(table.toggled) as toggled:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    assert toggled.args == ["Beto", "here"]
    assert table.chosen_key() == "Beto"


def test_a_deleted_row_leaves_the_next_one_chosen(table):
    table.choose("Ana")

    table.show_table(COLUMNS, rows("Beto"))

    assert table.chosen_key() == "Beto"


def test_a_screen_reader_hears_the_column_with_the_cell(table):
    role = Qt.ItemDataRole.AccessibleTextRole
    here = table.cells.index(1, table.cells.column_of("here"))

    assert here.data(role) == "AM: Present"
    assert table.cells.index(0, 0).data(role) == "Partners. 2 people"
    assert table.cells.data(QModelIndex(), role) is None
