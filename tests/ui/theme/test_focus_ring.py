"""The focus ring: always there by keyboard, never cut off, never left behind by a click."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.theme.focus import OWN_RING, focus_by_keyboard


@pytest.fixture
def form(qtbot, worn):
    window = QWidget()
    inner = QWidget()
    tight = QVBoxLayout(inner)
    tight.setContentsMargins(0, 0, 0, 0)
    window.field, window.first, window.second = QLineEdit(), QPushButton("First"), QPushButton("Second")
    for part in (window.field, window.first, window.second):
        tight.addWidget(part)
    roomy = QVBoxLayout(window)
    roomy.setContentsMargins(20, 20, 20, 20)
    roomy.addWidget(inner)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return window


def test_a_field_one_types_in_has_a_ring_however_it_was_reached(qtbot, form, worn):
    qtbot.mouseClick(form.field, Qt.MouseButton.LeftButton)

    assert worn.focus.target is form.field


def test_tab_shows_the_ring_on_a_button_and_a_click_does_not(qtbot, form, worn):
    form.field.setFocus()

    QTest.keyClick(form.field, Qt.Key.Key_Tab)
    assert worn.focus.target is form.first

    qtbot.mouseClick(form.second, Qt.MouseButton.LeftButton)
    assert form.second.hasFocus()
    assert worn.focus.target is None


def test_the_ring_lies_three_pixels_around_its_control_and_is_not_cut_off(form, worn):
    focus_by_keyboard(form.first)

    ring = worn.focus.ring
    wanted = QRect(form.first.mapTo(form, form.first.rect().topLeft()), form.first.size())
    assert ring.parentWidget() is form
    assert ring.geometry() == wanted.adjusted(-3, -3, 3, 3)


def test_the_ring_follows_when_the_window_changes_its_size(qtbot, form, worn):
    focus_by_keyboard(form.first)
    before = worn.focus.ring.geometry()

    form.resize(form.width() + 200, form.height())

    qtbot.waitUntil(lambda: worn.focus.ring.width() == before.width() + 200)


def test_the_ring_never_takes_a_click_from_what_it_surrounds(qtbot, form, worn):
    focus_by_keyboard(form.first)

    with qtbot.waitSignal(form.first.clicked):
        qtbot.mouseClick(form.first, Qt.MouseButton.LeftButton)


def test_the_ring_scrolls_with_its_control(qtbot, worn):
    area = QScrollArea()
    content = QWidget()
    content.setFixedSize(300, 1200)
    button = QPushButton("Far down", content)
    button.move(20, 300)
    area.setWidget(content)
    area.resize(340, 400)
    qtbot.addWidget(area)
    with qtbot.waitActive(area):
        area.show()

    focus_by_keyboard(button)

    assert worn.focus.ring.parentWidget() is content


def test_the_ring_goes_when_its_control_is_hidden_or_gone(qtbot, form, worn):
    focus_by_keyboard(form.first)
    ring = worn.focus.ring

    form.first.hide()
    assert worn.focus.target is not form.first

    focus_by_keyboard(form.second)
    form.second.deleteLater()
    qtbot.waitUntil(lambda: worn.focus.target is not form.second or not ring.isVisible())


def test_a_control_that_paints_its_own_focus_gets_no_second_ring(form, worn):
    form.first.setProperty(OWN_RING, True)

    focus_by_keyboard(form.first)

    assert form.first.hasFocus()
    assert worn.focus.target is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_that_has_the_ring_once_and_no_other(form, worn, key):
    pressed = []
    form.first.clicked.connect(lambda: pressed.append("first"))
    form.second.clicked.connect(lambda: pressed.append("second"))
    focus_by_keyboard(form.first)
    focus_by_keyboard(form.second)

    QTest.keyClick(form.second, key)

    assert pressed == ["second"]


def test_enter_presses_nothing_while_one_types_and_ticks_no_box(qtbot, form, worn):
    box = QCheckBox("Comes back", form)
    box.show()
    pressed = []
    form.first.clicked.connect(lambda: pressed.append("first"))

    for part in (form.first, form.field, box):
        part.setFocus()
    QTest.keyClick(form.field, Qt.Key.Key_Return)
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert not pressed
    assert not box.isChecked()
