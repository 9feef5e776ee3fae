"""The operator window's shell as a facilitator meets it."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from facilitator import i18n
from ui.operator.shell import OperatorWindow
from ui.operator.shell.header import CLOCK_WIDTH
from ui.operator.shell.stage_chip import VIEWS

NINE = ["home", "agenda", "run", "cards", "reflection", "cases", "work_plan", "minutes", "people"]
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def test_the_rail_shows_nine_pages_and_keys_and_settings_at_its_foot(window):
    keys = [item.destination.key for item in window.rail.items]

    assert keys == [*NINE, "keys", "settings"]
    assert all(item.accessibleName() for item in window.rail.items)


def test_a_page_is_built_at_its_first_visit_and_kept(qtbot, window, built):
    assert built == ["home"]

    with qtbot.waitSignal(window.page_requested) as told:
        qtbot.mouseClick(window.rail.item("people"), Qt.MouseButton.LeftButton)
    window.show_page("home")
    window.show_page("people")

    assert told.args == ["people"]
    assert built == ["home", "people"]
    assert window.current_page.visits == 2


def test_the_rail_marks_the_page_that_is_shown(window):
    window.show_page("cards")

    assert [item.destination.key for item in window.rail.items if item.isChecked()] == ["cards"]


def test_a_page_without_a_maker_has_no_item(qtbot, theme, plain_page):
    small = OperatorWindow(theme, {"home": lambda: plain_page(theme, "home")})
    qtbot.addWidget(small)

    assert [item.destination.key for item in small.rail.items] == ["home", "keys"]
    with pytest.raises(KeyError):
        small.show_page("cards")


def test_the_header_says_where_one_is_and_follows_the_page(window):
    page = window.current_page
    assert (window.header.title, window.header.context) == ("Page home", "About home")

    page.words = "Learning cycles"
    page.header_changed.emit()

    assert window.header.title == "Learning cycles"


def test_a_page_that_is_not_shown_leaves_the_header_alone(window):
    hidden = window.page("people")

    hidden.words = "Changed meanwhile"
    hidden.header_changed.emit()

    assert window.header.title == "Page home"


def test_a_pages_action_is_a_button_in_the_header(qtbot, window):
    button = window.header.buttons[0]

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert window.current_page.done == ["print"]
    window.show_page("people")
    assert len(window.header.buttons) == 1
    assert window.header.buttons[0] is not button


def test_arrows_move_inside_the_rail_and_enter_goes_there(window, built):
    window.rail.item("home").setFocus()
    QTest.keyClick(window.rail.item("home"), Qt.Key.Key_Down)
    QTest.keyClick(window.rail.item("agenda"), Qt.Key.Key_Down)
    assert window.rail.item("run").hasFocus()
    assert built == ["home"]

    QTest.keyClick(window.rail.item("run"), Qt.Key.Key_Return)

    assert window.current_page.key == "run"


def test_home_and_end_reach_the_ends_of_the_rail(window):
    window.rail.item("home").setFocus()

    QTest.keyClick(window.rail.item("home"), Qt.Key.Key_End)
    assert window.rail.item("settings").hasFocus()
    QTest.keyClick(window.rail.item("settings"), Qt.Key.Key_Home)
    assert window.rail.item("home").hasFocus()


def test_the_rail_is_one_stop_for_tab(window):
    stops = [item for item in window.rail.items if item.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert [item.destination.key for item in stops] == ["home"]


def test_f6_goes_through_the_parts_of_the_window_and_back(window):
    page = window.current_page
    page.field.setFocus()

    QTest.keyClick(page.field, Qt.Key.Key_F6)
    assert window.rail.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert window.header.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert page.field.hasFocus()
    QTest.keyClick(page.field, Qt.Key.Key_F6, SHIFT)
    assert window.header.isAncestorOf(QApplication.focusWidget())


def test_a_key_turns_to_the_next_page_and_the_one_before_round_and_round(window):
    control = Qt.KeyboardModifier.ControlModifier
    window.current_page.field.setFocus()

    def turned(key):
        QTest.keyClick(QApplication.focusWidget() or window, key, control)
        return window.current_page.key

    assert [turned(Qt.Key.Key_PageDown) for _page in range(2)] == list(NINE[1:3])
    assert [turned(Qt.Key.Key_PageUp) for _page in range(3)] == [NINE[1], NINE[0], "settings"]


def test_f6_comes_back_to_the_control_one_left(window):
    page = window.current_page
    page.button.setFocus()

    for _part in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)

    assert page.button.hasFocus()


def test_f6_comes_back_to_the_rail_at_the_page_that_is_shown(window):
    window.current_page.field.setFocus()
    QTest.keyClick(window.current_page.field, Qt.Key.Key_F6)
    QTest.keyClick(window.rail.item("home"), Qt.Key.Key_F6)
    window.show_page("agenda")
    window.current_page.field.setFocus()

    QTest.keyClick(window.current_page.field, Qt.Key.Key_F6)

    assert window.rail.item("agenda").hasFocus()


def test_run_carries_a_dot_while_a_session_runs(window):
    window.set_running(True)
    assert window.rail.item("run").dot
    assert window.rail.item("run").accessibleDescription() == "A session is running"

    window.set_running(False)
    assert not window.rail.item("run").dot
    assert window.rail.item("run").accessibleDescription() == ""


@pytest.mark.parametrize(
    ("state", "sentence"),
    [("live", "On stage: Cards"), ("frozen", "Frozen: Cards"), ("off", "Stage is off")],
)
def test_the_chip_says_what_the_room_sees(window, state, sentence):
    window.set_stage_state("Cards", state)

    assert window.header.chip.accessibleName() == sentence


def test_alt_and_a_number_choose_what_the_room_sees(qtbot, window):
    chosen = []
    window.stage_view_chosen.connect(chosen.append)

    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6):
        QTest.keyClick(window, key, ALT)
    QTest.keyClick(window, Qt.Key.Key_Period, CTRL)

    assert tuple(chosen) == VIEWS


def test_the_chips_list_offers_the_same_views(qtbot, window):
    menu = window.header.chip.menu()
    menu.aboutToShow.emit()
    chosen = []
    window.stage_view_chosen.connect(chosen.append)

    for action in menu.actions():
        action.trigger()

    assert tuple(chosen) == VIEWS


def test_the_clock_has_its_room_before_it_knows_the_time(window):
    clock = window.header._clock
    before = clock.width()

    window.set_clock("00:00")

    assert clock.sizeHint().width() <= CLOCK_WIDTH
    assert clock.width() == before


def test_the_clock_shows_what_it_is_told(window):
    window.set_clock("16:03")

    assert window.header.clock_text == "16:03"


@pytest.mark.parametrize(
    ("size", "compact"),
    [((1366, 768), True), ((1440, 900), False), ((1920, 1080), False), ((1280, 720), True)],
)
def test_the_layout_follows_the_size_of_the_window(window, size, compact):
    window.resize(*size)

    assert window.theme.metrics.compact is compact
    assert window.current_page.compact is compact
    assert window.rail.width() == (72 if compact else 84)
    assert window.header.height() == (54 if compact else 60)


def test_the_smallest_window_holds_everything(qtbot, window):
    window.resize(1180, 680)
    window.set_stage_state("Pregunta de la sesión", "live")
    window.set_saved("retrying")

    qtbot.waitUntil(lambda: window.rail.height() == 680)
    items = window.rail.items
    assert all(
        items[n].geometry().bottom() < items[n + 1].geometry().top() + 1 for n in range(len(items) - 1)
    )
    assert items[-1].geometry().bottom() <= window.rail.height()
    assert window.header.width() <= 1180 - 72
    assert window.minimumSizeHint().width() <= 1180


def test_the_sheet_of_keys_opens_by_rail_and_by_key_and_gives_the_focus_back(qtbot, window):
    page = window.current_page
    page.button.setFocus()
    QTest.keyClick(page.button, Qt.Key.Key_F1)
    assert window.key_sheet.isVisible()
    assert window.key_sheet.isAncestorOf(QApplication.focusWidget())

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert window.key_sheet.isAncestorOf(QApplication.focusWidget())

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not window.key_sheet.isVisible()
    assert page.button.hasFocus()

    qtbot.mouseClick(window.rail.item("keys"), Qt.MouseButton.LeftButton)
    assert window.key_sheet.isVisible()


def test_a_question_mark_opens_the_sheet_but_is_only_a_letter_while_one_types(window):
    page = window.current_page
    page.field.setFocus()
    QTest.keyClick(page.field, Qt.Key.Key_Question)
    assert page.field.text() == "?"
    assert window.key_sheet is None

    page.button.setFocus()
    QTest.keyClick(page.button, Qt.Key.Key_Question)
    assert window.key_sheet.isVisible()


def test_the_window_speaks_another_language_at_once(window, monkeypatch):
    page = window.current_page
    before = page.translations
    monkeypatch.setattr(i18n._Screen, "catalogue", i18n.translations("es"))

    window.retranslate()

    assert window.rail.item("cards").accessibleName() == "Tarjetas"
    assert window.rail.item("work_plan").accessibleName() == "Plan"
    assert window.header.chip.accessibleName() == "Sin proyectar"
    assert window.undo_bar.button.text() == "Deshacer"
    assert page.translations == before + 1


def test_closing_the_window_is_told_first(qtbot, window):
    with qtbot.waitSignal(window.closing):
        window.close()


def test_no_part_of_the_shell_is_a_window_of_its_own(window):
    window.show_error("The disk is full.", "ENOSPC")
    window.announce_undo("Card deleted")
    window.show_page("people")

    visible = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]

    assert visible == [window]


def test_the_shell_is_cheap_to_import():
    script = (
        "import sys, ui.operator.shell, ui.theme\n"
        "heavy = {'sqlalchemy', 'alembic', 'reportlab', 'cattrs', 'babel', 'pypdfium2', 'click', 'PySide6.QtNetwork'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )

    answer = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )

    assert answer.stdout.strip() == "[]"


def would_be_kept(field, key, modifiers, sign):
    """Return whether a field keeps a key from the window's shortcuts."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, sign)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_signs_typed_with_altgr_are_typed_and_open_no_sheet(qtbot, window):
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    altgr = Qt.KeyboardModifier.GroupSwitchModifier

    assert would_be_kept(field, Qt.Key.Key_questiondown, altgr | SHIFT, "¿")
    assert would_be_kept(field, Qt.Key.Key_At, altgr, "@")
    assert not would_be_kept(field, Qt.Key.Key_K, CTRL, "\x0b")
    assert not would_be_kept(field, Qt.Key.Key_AltGr, altgr, "")
    assert not would_be_kept(field, Qt.Key.Key_1, altgr | ALT, "1")


def test_where_nothing_is_typed_a_key_with_altgr_is_the_windows(qtbot, window):
    window.rail.item("home").setFocus()

    kept = would_be_kept(
        window.rail.item("home"), Qt.Key.Key_questiondown, Qt.KeyboardModifier.GroupSwitchModifier, "¿"
    )

    assert not kept
