"""A sheet over the window: Tab goes round inside, through every field that can be typed into."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSpinBox, QWidget

from ui.widgets.sheet import Sheet


@pytest.fixture
def sheet(qtbot, worn, theme):
    under = QWidget()
    qtbot.addWidget(under)
    under.resize(900, 600)
    sheet = Sheet(theme, under)
    sheet.fields = (QLineEdit(), QSpinBox(), QSpinBox(), QLineEdit())
    for field in sheet.fields:
        sheet.body.addWidget(field)
    with qtbot.waitActive(under):
        under.show()
    sheet.open_sheet(sheet.fields[0])
    return sheet


def test_tab_and_shift_tab_pass_through_numbers_and_come_round(qtbot, sheet):
    ways = {Qt.Key.Key_Tab: [], Qt.Key.Key_Backtab: []}

    for key, way in ways.items():
        for _step in range(5):
            qtbot.keyClick(QApplication.focusWidget(), key)
            way.append(QApplication.focusWidget())

    first, one, two, last = sheet.fields
    assert ways[Qt.Key.Key_Tab][:3] == [one, two, last]
    assert ways[Qt.Key.Key_Tab][4] is first
    assert ways[Qt.Key.Key_Backtab][1:] == [last, two, one, first]


def test_going_round_leaves_every_widget_with_its_parent(qtbot, sheet):
    def parents():
        parts = (sheet.parentWidget(), sheet, *sheet.fields)
        return [
            line for part in parts for line in shiboken6.dump(part).splitlines() if line.startswith("parent")
        ]

    before = parents()

    for _step in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert len(before) > 1
    assert parents() == before


def test_whoever_opens_a_sheet_by_key_sees_where_the_keyboard_is(qtbot, worn, theme, sheet):
    begin = QPushButton("Start the vote")
    sheet.body.addWidget(begin)
    sheet.close_sheet()

    sheet.open_sheet(begin)

    assert worn.focus.target is begin
