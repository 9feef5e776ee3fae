"""In a wide window the cards stand in two columns, and reading further down stays where it is."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt

from facilitator.services.wall import NewCard
from tests.ui.operator.run.conftest import press


@pytest.fixture
def wide(qtbot, run, theme):
    """The page in a window of 1920 by 1080."""
    theme.set_metrics(theme.tokens.layout.metrics(1920, 1080))
    room = QSize(1920 - theme.metrics.rail, 1080 - theme.metrics.header)
    qtbot.waitUntil(lambda: run.resize(room) or run.size() == room)
    return run


@pytest.fixture
def forty(qtbot, wide, do, afternoon):
    """Forty cards."""
    new = [NewCard(text=afternoon.card(f"card {number}").text) for number in range(40)]
    do(lambda w: w.wall.add_cards(afternoon.round.id, new))
    qtbot.waitUntil(lambda: wide.stream.view.columns() == 2)
    qtbot.waitUntil(lambda: wide.stream.view.verticalScrollBar().maximum() > 300)
    return wide


def place(run, row):
    return run.stream.view.visualRect(run.stream.model.index(row, 0))


def test_the_newest_stand_side_by_side_on_top(forty):
    first, second, third = (place(forty, row) for row in range(3))

    assert first.top() == second.top() < third.top()
    assert first.left() == third.left() < second.left()
    assert second.right() <= forty.stream.view.viewport().width()


def test_arrows_go_across_and_down(forty):
    view = forty.stream.view
    view.setFocus()
    view.setCurrentIndex(forty.stream.model.index(0, 0))

    press(view, Qt.Key.Key_Right)
    across = view.currentIndex().row()
    press(view, Qt.Key.Key_Down)

    assert (across, view.currentIndex().row()) == (1, 3)


def test_what_is_read_further_down_stays_in_its_row(qtbot, forty, do, afternoon):
    view = forty.stream.view
    view.verticalScrollBar().setValue(3 * view.gridSize().height())
    top = view.indexAt(QPoint(50, 20)).data()

    for number in range(4):
        do(
            lambda w, number=number: w.wall.add_cards(
                afternoon.round.id, [NewCard(text=afternoon.card(f"new {number}").text)]
            )
        )
    qtbot.waitUntil(lambda: forty.stream._pill.text() == "4 new")

    assert view.indexAt(QPoint(50, 20)).data() == top
