"""Undo bar and banners: they tell, they wait, and they never take the focus from typing."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from ui.operator.shell.banner import MOST, Notice

CTRL = Qt.KeyboardModifier.ControlModifier


def test_undo_is_offered_in_a_bar_and_by_key(qtbot, window):
    window.announce_undo("Card deleted")
    bar = window.undo_bar
    assert bar.isVisible()
    assert bar.sentence == "Card deleted"

    with qtbot.waitSignal(window.undo_requested):
        qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()

    with qtbot.waitSignal(window.undo_requested):
        QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    with qtbot.waitSignal(window.redo_requested):
        QTest.keyClick(window, Qt.Key.Key_Y, CTRL)


def test_the_undo_bar_goes_after_its_time_and_a_new_offer_takes_its_place(qtbot, window):
    window.announce_undo("Card deleted")
    window.announce_undo("Session moved")
    assert window.undo_bar.sentence == "Session moved"
    assert window.undo_bar.LASTS == 8000

    window.undo_bar.dismiss()

    assert not window.undo_bar.isVisible()


def test_the_undo_bar_stays_off_what_a_page_keeps_free(window):
    page = window.current_page
    page.area = QRect(0, 0, page.width(), 400)

    window.announce_undo("Card deleted")

    assert window.undo_bar.geometry().bottom() <= 400


def test_the_undo_bar_never_takes_the_focus_from_typing(window):
    field = window.current_page.field
    field.setFocus()

    window.announce_undo("Card deleted")
    window.show_error("The disk is full. Nothing is lost. Free some space.", "ENOSPC")

    assert field.hasFocus()


def test_an_error_pushes_the_page_down_and_stays_until_closed(qtbot, window):
    page = window.current_page
    before = page.mapTo(window, page.rect().topLeft()).y()

    window.show_error("Cards are not being saved. The last 3 are kept. Free some space.", "OSError 28")

    qtbot.waitUntil(lambda: page.mapTo(window, page.rect().topLeft()).y() > before)
    banner = window.banners.banners[0]
    copy, close = banner.buttons
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().endswith("OSError 28")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert window.banners.banners == ()
    qtbot.waitUntil(lambda: page.mapTo(window, page.rect().topLeft()).y() == before)


def test_an_error_without_details_offers_none(window):
    window.show_error("The projector was unplugged. The stage is now a window.")

    copy = window.banners.banners[0].buttons[0]
    assert not copy.isVisible()


def test_the_same_cause_is_told_once_and_goes_when_it_is_solved(window):
    window.show_error("Not saved for 5 s.", cause="disk")
    window.show_error("Not saved for 10 s.", cause="disk")
    assert [banner.notice.sentence for banner in window.banners.banners] == ["Not saved for 10 s."]

    window.banners.close_cause("disk")

    assert window.banners.banners == ()


def test_many_errors_leave_room_to_work(window):
    for number in range(10):
        window.show_error(f"Error {number}", cause=str(number))

    assert len(window.banners.banners) == MOST
    assert window.banners.banners[0].notice.sentence == "Error 9"


def test_a_notice_shows_markup_as_text_and_does_what_its_button_says(qtbot, window):
    done = []
    notice = Notice(
        "<i>x</i> & y", "usb", "warn", lead="<b>!", actions=(("Try again", lambda: done.append(1)),)
    )

    window.banners.show_notice(notice)

    banner = window.banners.banners[0]
    qtbot.mouseClick(banner.buttons[0], Qt.MouseButton.LeftButton)
    assert done == [1]
    assert banner.accessibleName() == "<b>! <i>x</i> & y"
