"""Chips continue on the next line where the width ends."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.flow import FlowLayout


@pytest.fixture
def chips(qtbot):
    holder = QWidget()
    flow = FlowLayout(holder, gap=8)
    for _number in range(4):
        chip = QPushButton()
        chip.setFixedSize(100, 30)
        flow.addWidget(chip)
    qtbot.addWidget(holder)
    return holder


@pytest.mark.parametrize(("width", "height"), [(424, 30), (423, 68), (208, 68), (100, 144), (50, 144)])
def test_less_width_makes_more_lines(chips, width, height):
    assert chips.layout().heightForWidth(width) == height


def test_chips_lie_in_reading_order_and_inside(chips):
    chips.resize(216, 200)
    chips.show()

    places = [chips.layout().itemAt(n).widget().pos().toTuple() for n in range(4)]

    assert places == [(0, 0), (108, 0), (0, 38), (108, 38)]


def test_a_hidden_chip_takes_no_room(chips):
    chips.layout().itemAt(0).widget().hide()

    assert chips.layout().heightForWidth(324) == 30
