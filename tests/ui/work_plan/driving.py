"""Drives the Work plan page as a person does: chooses cells, types into them, reads them."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from facilitator.domain.plans import (
    WorkItem,
)
from facilitator.domain.values import Money


def usd(amount):
    return Money(Decimal(amount), "USD")


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
