"""Writing on the wall itself: it is handed over with Enter, and stays until it is stored."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from tests.ui.wall.conftest import LOOKS, a_card, a_cluster, a_view
from ui.presenters.card_boards import KindItem
from ui.wall.state import Spot

KINDS = [KindItem(look, look, look.capitalize()) for look in LOOKS]


@pytest.fixture
def card():
    return a_card("One call a month", dots=2)


@pytest.fixture
def cluster(card):
    return a_cluster("Follow-up", card)


@pytest.fixture
def writing(wall, cluster):
    wall.show_board(a_view([a_card("Loose")], [cluster]))
    return wall.writing


def write(field, words):
    """Type as a keyboard with dead keys or an input method does."""
    for sign in words:
        QApplication.sendEvent(
            field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
        )


def test_a_new_card_is_handed_over_with_enter_and_the_next_can_be_typed_at_once(qtbot, writing):
    written = QSignalSpy(writing.card_written)
    writing.new_card(KINDS, None)
    for words in ("+Más señal", "¿Quién paga?", "Nothing else"):
        write(writing.card.words, words)
        qtbot.keyClick(writing.card.words, Qt.Key.Key_Return)

    assert [written.at(n) for n in range(3)] == [
        ["Más señal", "works"],
        ["¿Quién paga?", "question"],
        ["Nothing else", "note"],
    ]
    assert writing.card.words.hasFocus()


def test_a_refused_card_comes_back_before_what_was_typed_since(qtbot, writing):
    writing.new_card(KINDS, None)
    write(writing.card.words, "first")
    qtbot.keyClick(writing.card.words, Qt.Key.Key_Return)
    write(writing.card.words, "second")

    writing.refuse("The disk is full.")

    assert writing.card.words.toPlainText() == "first\nsecond"


def test_a_card_refused_after_the_editor_was_closed_is_not_lost(qtbot, writing):
    writing.new_card(KINDS, None)
    write(writing.card.words, "first")
    qtbot.keyClick(writing.card.words, Qt.Key.Key_Return)
    qtbot.keyClick(writing.card.words, Qt.Key.Key_Escape)

    writing.refuse("The disk is full.")

    assert writing.card.isVisible()
    assert writing.card.words.toPlainText() == "first"


@pytest.mark.parametrize(
    ("sign", "kind", "left"),
    [
        ("+", "works", ""),
        ("-", "difficulty", ""),
        ("?", "question", ""),
        ("!", "suggestion", ""),
        ("¿", "question", "¿"),
        ("¡", "suggestion", "¡"),
    ],
)
def test_a_sign_typed_first_sets_the_type(writing, sign, kind, left):
    writing.new_card(KINDS, None)

    write(writing.card.words, sign)

    assert writing.card.kind.key == kind
    assert writing.card.words.toPlainText() == left


def test_ctrl_and_a_number_set_the_type(qtbot, writing):
    writing.new_card(KINDS, None)

    qtbot.keyClick(writing.card.words, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)

    assert writing.card.kind.key == "suggestion"


def test_an_input_method_can_write(writing):
    writing.new_card(KINDS, None)
    event = QInputMethodEvent()
    event.setCommitString("日本語")

    QApplication.sendEvent(writing.card.words, event)

    assert writing.card.words.toPlainText() == "日本語"


def test_what_is_refused_stays_with_the_reason_beside_it(qtbot, writing):
    writing.new_card(KINDS, None)
    write(writing.card.words, "half")
    qtbot.keyClick(writing.card.words, Qt.Key.Key_Return)

    writing.refuse("The disk is full.")

    assert writing.card.words.toPlainText() == "half"
    assert writing.error.isVisible()
    assert writing.error.sentence == "The disk is full."


def test_escape_leaves_a_card_as_it_was(qtbot, wall, writing, card):
    reworded = QSignalSpy(writing.card_reworded)
    writing.reword(card.id, KINDS)
    write(writing.card.words, "changed")

    qtbot.keyClick(writing.card.words, Qt.Key.Key_Escape)

    assert reworded.count() == 0
    assert writing.what == "nothing"
    assert wall.hasFocus()


def test_leaving_a_card_stores_what_was_typed(qtbot, wall, writing, card):
    reworded = QSignalSpy(writing.card_reworded)
    writing.reword(card.id, KINDS)
    writing.card.words.clear()
    write(writing.card.words, "Two calls")

    wall.setFocus()

    assert reworded.at(0) == [card.id, "Two calls"]


def test_a_name_is_changed_in_place(qtbot, writing, cluster):
    named = QSignalSpy(writing.cluster_named)
    writing.name(cluster.id)
    writing.line.clear()
    write(writing.line, "Seguimiento")

    qtbot.keyClick(writing.line, Qt.Key.Key_Return)

    assert named.at(0) == [cluster.id, "Seguimiento"]


def test_dots_are_numbers_and_the_first_digit_replaces_the_old_count(qtbot, writing, card):
    counted = QSignalSpy(writing.dots_counted)
    writing.count(Spot("card", card.id), "1")
    write(writing.line, "2x")

    qtbot.keyClick(writing.line, Qt.Key.Key_Return)

    assert counted.at(0) == [card.id, 12]


def test_the_editor_follows_the_wall(wall, writing, card):
    wall.zoom_to(1.5)
    writing.reword(card.id, KINDS)
    before = writing.card.geometry()

    wall.zoom_to(2.0)

    assert writing.card.geometry() != before
    assert writing.card.geometry().width() > before.width()


def test_a_card_too_small_to_read_is_brought_to_its_size_before_it_is_changed(wall, writing, card):
    wall.zoom_to(0.2)

    writing.reword(card.id, KINDS)

    assert wall.zoom == 1.0


def test_words_being_typed_stay_when_the_board_changes(wall, writing, card, cluster):
    writing.reword(card.id, KINDS)
    writing.card.words.setPlainText("half a word")

    wall.show_board(replace(wall.surface.view, loose=()))

    assert writing.card.words.toPlainText() == "half a word"
    assert writing.card.isVisible()
