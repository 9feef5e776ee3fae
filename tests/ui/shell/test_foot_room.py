"""The undo bar takes no row away: what it lies on leaves room below its last one, as long as it is there."""

import pytest
from PySide6.QtCore import QPoint, QStringListModel
from PySide6.QtWidgets import QLabel, QListView, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from ui.operator.shell import OperatorWindow, Page
from ui.widgets.tables import Table, style_table

ROWS = [f"Row {number}" for number in range(60)]


class LongPage(Page):
    """A page that one scrolling part fills."""

    key = "home"

    def __init__(self, theme, area):
        super().__init__(theme)
        self.area = area
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)


def a_list(theme):
    del theme
    view = QListView()
    view.setModel(QStringListModel(ROWS, view))
    return view


def a_table(theme):
    table = Table()
    style_table(table, theme)
    table.setModel(QStringListModel(ROWS, table))
    return table


def a_form(theme):
    del theme
    inner = QWidget()
    column = QVBoxLayout(inner)
    for words in ROWS:
        column.addWidget(QLabel(words))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inner)
    return area


def last_row(area):
    """Return where the last row ends, on the page."""
    if isinstance(area, QScrollArea):
        inner = area.widget()
        last = inner.layout().itemAt(len(ROWS) - 1).widget()
        return last.mapTo(area.parentWidget(), QPoint(0, last.height())).y()
    index = area.model().index(len(ROWS) - 1, 0)
    return area.viewport().mapTo(area.parentWidget(), area.visualRect(index).bottomLeft()).y()


@pytest.fixture(params=[a_list, a_table, a_form])
def window(qtbot, worn, theme, request):
    """A window on a page that is scrolled to its end."""
    area = request.param(theme)
    window = OperatorWindow(theme, {"home": lambda: LongPage(theme, area)})
    qtbot.addWidget(window)
    window.show_page("home")
    with qtbot.waitActive(window):
        window.show()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    return window


def test_the_last_row_stands_above_the_undo_bar(window):
    area = window.current_page.area
    before = area.verticalScrollBar().maximum()

    window.announce_undo("A card was deleted")

    assert last_row(area) <= window.undo_bar.geometry().top()
    assert area.verticalScrollBar().maximum() > before


def test_when_the_bar_is_gone_everything_is_as_high_as_before(window):
    area = window.current_page.area
    before = area.verticalScrollBar().maximum(), area.viewport().height()
    window.announce_undo("A card was deleted")

    window.undo_bar.button.click()

    assert (area.verticalScrollBar().maximum(), area.viewport().height()) == before


def test_a_reader_at_the_top_stays_at_the_top(window):
    area = window.current_page.area
    area.verticalScrollBar().setValue(0)

    window.announce_undo("A card was deleted")

    assert area.verticalScrollBar().value() == 0


def test_a_page_whose_fields_do_not_scroll_ends_above_the_bar(qtbot, worn, theme):
    field = QPlainTextEdit("Costs")
    window = OperatorWindow(theme, {"home": lambda: LongPage(theme, field)})
    qtbot.addWidget(window)
    window.show_page("home")
    with qtbot.waitActive(window):
        window.show()
    high = field.height()

    window.announce_undo("A canvas was added")
    qtbot.waitUntil(lambda: field.geometry().bottom() < window.undo_bar.geometry().top())
    window.undo_bar.button.click()

    qtbot.waitUntil(lambda: field.height() == high)
