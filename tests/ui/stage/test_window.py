"""The stage's window: what is frozen or blank stays so, and a presenter remote works."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from facilitator.domain.stage import BlankView, StageTimer
from tests.ui.stage import samples


def press(window, key):
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(window.widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def test_with_one_display_the_stage_is_a_window_that_can_be_closed(qtbot, window):
    window.show_view(samples.question())

    window.open()
    qtbot.waitExposed(window)
    with qtbot.waitSignal(window.closed):
        window.close()

    assert window.screen_in_use is None
    assert not window.isVisible()
    assert window.windowTitle() == "Facilitator stage"
    assert not window.windowFlags() & Qt.WindowType.FramelessWindowHint


def test_a_closed_stage_opens_again_with_what_it_should_show(qtbot, window):
    window.open()
    window.close()
    window.show_view(samples.cards())

    window.open()

    assert window.isVisible()
    assert window.widget.view == samples.cards()


def test_a_frozen_stage_keeps_its_picture_and_then_shows_the_latest(window):
    window.show_view(samples.question())

    window.freeze(on=True)
    window.show_view(samples.cards())
    window.show_view(samples.question(timer=StageTimer("00:01", "cue", 0.99, "16:27")))
    kept = window.widget.view
    window.freeze(on=False)

    assert kept == samples.question()
    assert window.widget.view.frame.timer.text == "00:01"


def test_blank_shows_nothing_and_comes_back_to_the_latest(window):
    window.show_view(samples.question())

    window.blank(on=True)
    window.show_view(samples.cards())
    dark = window.widget.view
    window.blank(on=False)

    assert isinstance(dark, BlankView)
    assert window.widget.view == samples.cards()


def test_a_frozen_stage_that_was_blanked_comes_back_frozen(window):
    window.show_view(samples.question())
    window.freeze(on=True)
    window.show_view(samples.cards())

    window.blank(on=True)
    window.blank(on=False)

    assert window.widget.view == samples.question()
    assert window.is_frozen
    assert not window.is_blank


def test_one_theme_can_be_set_for_every_view(window):
    window.show_view(samples.question())

    window.set_theme("bright_room")
    bright = window.widget.view
    window.set_theme(None)

    assert bright == samples.question().themed("bright_room")
    assert window.widget.view == samples.question()


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_PageDown, "next_pressed"),
        (Qt.Key.Key_Right, "next_pressed"),
        (Qt.Key.Key_PageUp, "previous_pressed"),
        (Qt.Key.Key_Left, "previous_pressed"),
        (Qt.Key.Key_B, "blank_pressed"),
        (Qt.Key.Key_Period, "blank_pressed"),
        (Qt.Key.Key_Escape, "escape_pressed"),
    ],
)
def test_the_keys_of_a_presenter_remote_are_heard(qtbot, window, key, signal):
    with qtbot.waitSignal(getattr(window, signal)):
        press(window, key)


def test_a_remote_turns_pages_and_blanks_the_stage(qtbot, window):
    window.resize(1280, 720)
    window.layout().activate()
    window.show_view(samples.cards("both"))

    press(window, Qt.Key.Key_PageDown)
    second = window.widget.page
    press(window, Qt.Key.Key_PageUp)
    with qtbot.waitSignal(window.blanked, check_params_cb=lambda on: on):
        press(window, Qt.Key.Key_B)
    dark = window.is_blank
    press(window, Qt.Key.Key_Period)

    assert (second, window.widget.page, dark, window.is_blank) == (1, 0, True, False)


def test_keys_of_the_program_are_no_keys_of_a_remote(window):
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(window, QKeyEvent(kind, Qt.Key.Key_B, held))  # the break's

    assert not window.is_blank


def test_letters_and_clicks_do_nothing_to_what_the_room_sees(qtbot, window):
    window.show_view(samples.question())

    for key in (Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_F5, Qt.Key.Key_Delete):
        press(window, key)
    qtbot.mouseClick(window.widget, Qt.MouseButton.LeftButton)

    assert window.widget.view == samples.question()


def test_opening_the_stage_does_not_take_the_keyboard_from_the_note_taker(window):
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
