"""Preview first, from the capture bar: the keys of the switcher prepare, Alt+Enter shows."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.operator.run.conftest import press, type_in

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def field(run):
    run.capture.frame.text.setFocus()
    return run.capture.frame.text


def test_the_row_below_the_picture_is_there_while_something_is_prepared(run, director):
    panel = run.side
    director.preview_first()
    before = panel.next.isVisible()

    director.press("cards")
    there, button = panel.next.isVisible(), panel.next.put.accessibleName()
    panel.next.drop.click()

    assert (before, there, panel.next.isVisible()) == (False, True, False)
    assert button == "Put on stage: Cards"


def test_alt_enter_shows_the_room_what_is_prepared_while_a_card_is_being_typed(run, director, field):
    type_in(field, "Más segui")
    press(field, Qt.Key.Key_0, ALT)
    director.press("cards")

    press(field, Qt.Key.Key_Return, ALT)

    assert director.key == "cards"
    assert director.next.view is None
    assert field.toPlainText() == "Más segui"
    assert field.hasFocus()


def test_the_buttons_of_the_switcher_prepare_while_preview_first_is_on(run, director):
    panel = run.side
    panel.first.click()

    panel.buttons["cards"].click()

    assert director.next.key == "cards"
    assert panel.first.isChecked()
