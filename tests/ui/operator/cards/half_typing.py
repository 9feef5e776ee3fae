"""Half-typed words on the Cards page: how they get there, and what is offered of them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication


def write(field, words):
    for sign in words:
        QApplication.sendEvent(
            field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
        )


def write_anew(field, words):
    field.selectAll()
    write(field, words)


def offered(page):
    return page.half_typed.offer.accessibleName() if page.half_typed.offer.isVisible() else ""


def open_card(qtbot, page, card):
    page.wall.select([card.id])
    qtbot.keyClick(page.wall, Qt.Key.Key_Return)
    return page.wall.writing.card.words
