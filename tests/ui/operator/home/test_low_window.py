"""Home in a low window, with a banner above: words never lie on the thread or on each other."""

import pytest


@pytest.mark.parametrize("size", [(1108, 574), (1108, 626), (1294, 714)])
def test_the_thread_keeps_its_height_and_the_tables_give_way(example, qtbot, size):
    example.page.resize(*size)
    cycle = example.page.view.cycle
    needed = cycle.layout().totalHeightForWidth(cycle.width())

    qtbot.waitUntil(lambda: cycle.height() >= needed)

    assert all(column.y() >= cycle.band.geometry().bottom() for column in cycle.columns)
    assert example.page.view.commitments.table.viewport().height() > 40


def test_a_narrow_table_of_commitments_keeps_its_words_and_leaves_progress_to_the_plan(example):
    table = example.page.view.commitments.table

    example.page.resize(1108, 700)
    narrow = table.isColumnHidden(3), table.columnWidth(0)
    example.page.resize(1800, 900)

    assert narrow[0]
    assert narrow[1] > 160
    assert not table.isColumnHidden(3)
