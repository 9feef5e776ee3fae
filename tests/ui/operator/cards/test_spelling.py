"""A card written on the wall and the fields beside it have the same marks as the capture bar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from facilitator.my_words import MyWords
from tests.ui.operator.cards.test_writing_cards import write
from ui.operator.spelling import SpellingMarks


@pytest.fixture
def spelling(qtbot, page, theme, desk, tmp_path, dictionaries):
    dictionaries.write("en_GB", "call month one a visit", "SET UTF-8\nTRY abcdefghilmnostuv\n")
    made = SpellingMarks(page, theme, desk, MyWords(tmp_path / "words.txt"))
    qtbot.waitUntil(lambda: bool(made.speller.language))
    yield made
    made.close()


def test_a_suggestion_is_taken_in_a_card_that_is_written_on_the_wall(qtbot, page, spelling):
    editor = page.wall.writing.card.words
    qtbot.keyClick(page.wall, Qt.Key.Key_Insert)
    write(editor, "One cal a monht ")
    qtbot.waitUntil(lambda: [mark.word for mark in spelling.marks] == ["cal", "monht"], timeout=10_000)
    qtbot.waitUntil(lambda: spelling.speller.instead_of("monht") is not None, timeout=10_000)

    point = editor.cursorRect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(editor, QContextMenuEvent(reason, point, editor.mapToGlobal(point)))
    spelling.menu.shown.actions()[0].trigger()
    spelling.menu.shown.close()

    assert editor.toPlainText() == "One cal a month "
    assert page.wall.writing.card.isVisible()


def test_the_panel_of_a_card_has_marks_but_not_in_the_other_language(qtbot, page, spelling, afternoon):
    page.wall.select([afternoon.cards[0].id])
    page.panels.open("card")
    panel = page.panels.card
    panel.words.setFocus()
    panel.words.setPlainText("One cal a month")
    qtbot.waitUntil(lambda: [mark.word for mark in spelling.marks] == ["cal"], timeout=10_000)

    panel.translation.setFocus()
    panel.translation.setPlainText("Una llamada")
    qtbot.waitUntil(lambda: not spelling.calm.isActive())

    assert spelling.marks == ()
    panel.translation.set_value("")
    panel.translation.setPlainText("")
