"""The table of actions: no key means two things, all are explained, and all can be typed anywhere."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from resources import resource
from ui.actions import ACTIONS, BY_ID, When, install_actions, key_hint, key_text
from ui.actions.qt import installed
from ui.actions.sheet import KeySheet, sheet_groups
from ui.actions.spec import clashes, together
from ui.widgets.keycap import KeyCap


def test_no_key_can_mean_two_things_at_one_moment():
    assert clashes(ACTIONS) == []


def test_a_key_given_twice_would_be_found():
    twin = dataclasses.replace(BY_ID["edit.redo"], id="edit.other", keys=("Ctrl+Z",))

    assert clashes([*ACTIONS, twin]) == [("edit.undo", "edit.other", "Ctrl+Z")]


def test_keys_of_the_stage_and_of_the_operator_never_meet():
    assert not together(When.STAGE, When.ALWAYS)
    assert not together(When.RUN, When.WALL)
    assert together(When.ALWAYS, When.RUN)
    assert together(When.PAGE, When.WALL)


def test_ids_are_unique():
    assert len(BY_ID) == len(ACTIONS)


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.id)
def test_every_action_is_explained_and_its_keys_and_icon_exist(spec):
    assert spec.label
    assert spec.help
    assert not spec.help.endswith((".", "!"))
    assert spec.keys
    assert all(not QKeySequence(key).isEmpty() for key in spec.keys)
    if spec.icon:
        assert resource("icons", f"{spec.icon}.svg").is_file()


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.id)
def test_no_key_is_out_of_reach_on_a_spanish_keyboard(spec):
    for key in spec.keys:
        parts = set(key.split("+"))
        assert not {"Ctrl", "Alt"} <= parts, key
        assert not parts & set("[]{}`´\\"), key


def test_the_key_that_opens_a_list_of_choices_is_left_to_the_list():
    assert [spec.id for spec in ACTIONS if {"F4", "Alt+Down", "Alt+Up"} & set(spec.keys)] == [
        "item.move_up",
        "item.move_down",
    ]


def test_function_keys_of_a_running_workshop_have_a_twin():
    for spec in ACTIONS:
        if spec.keys[0] in {"F5", "F7", "F8", "F9"}:
            assert any(key.startswith("Ctrl+") for key in spec.keys[1:]), spec.id


def test_a_key_does_its_action(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    done = []
    install_actions(window, {"stage.freeze": lambda: done.append("frozen")})
    with qtbot.waitActive(window):
        window.show()

    QTest.keyClick(window, Qt.Key.Key_F7)
    QTest.keyClick(
        window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )

    assert done == ["frozen", "frozen"]


def test_a_letter_of_the_wall_is_a_letter_while_one_types(qtbot):
    wall = QWidget()
    column = QVBoxLayout(wall)
    field, card = QLineEdit(), QWidget()
    card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column.addWidget(field)
    column.addWidget(card)
    qtbot.addWidget(wall)
    done = []
    install_actions(wall, {"wall.merge": lambda: done.append("merged")})
    with qtbot.waitActive(wall):
        wall.show()

    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_G)
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_G)

    assert field.text() == "g"
    assert done == ["merged"]


def test_an_action_that_is_not_declared_cannot_be_made(qtbot):
    window = QWidget()
    qtbot.addWidget(window)

    with pytest.raises(KeyError):
        install_actions(window, {"cards.explode": lambda: None})
    with pytest.raises(ValueError):
        install_actions(window, {"capture.save": lambda: None})


def test_the_sheet_lists_what_can_be_done_and_nothing_else(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = install_actions(window, {"edit.undo": lambda: None, "capture.works": lambda: None})
    made["edit.undo"].setEnabled(False)

    listed = [spec.id for group in sheet_groups(installed(window)) for spec in group.specs]

    assert "edit.undo" not in listed
    assert {"capture.works", "capture.save", "capture.prefix"} <= set(listed)
    assert not [name for name in listed if name.startswith("wall.")]


def test_the_sheet_tells_at_the_wall_how_to_go_along_it_and_select_several(qtbot):
    wall = QWidget()
    qtbot.addWidget(wall)
    install_actions(wall, {"wall.merge": lambda: None})

    listed = [spec.id for group in sheet_groups(installed(wall)) for spec in group.specs]

    assert {"wall.go", "wall.pick", "wall.reach", "wall.all", "wall.open", "wall.count"} <= set(listed)
    assert "wall.hide" not in listed


def test_the_whole_table_stands_on_the_sheet_once_everything_can_be_done():
    listed = [spec.id for group in sheet_groups(BY_ID) for spec in group.specs]

    assert sorted(listed) == sorted(BY_ID)


def test_keys_are_read_as_on_a_keyboard():
    assert key_text("Ctrl+Shift+P") == "Ctrl Shift P"
    assert key_text("Return") == "Enter"
    assert key_text("+") == "+"
    assert key_hint("edit.undo") == "Ctrl Z"


@pytest.fixture
def whole_sheet(qtbot, theme):
    """The sheet with every key of the program, over a small window."""
    window = QWidget()
    window.resize(1100, 600)
    qtbot.addWidget(window)
    sheet = KeySheet(theme, window)
    window.show()
    sheet.open_sheet(BY_ID)
    return sheet


def test_the_sheet_begins_at_its_top_whenever_it_is_opened(whole_sheet):
    bar = whole_sheet.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())
    scrolled = bar.value()
    whole_sheet.close_sheet()

    whole_sheet.open_sheet(BY_ID)

    assert scrolled > 0
    assert bar.value() == 0


def test_two_keys_that_are_read_alike_have_one_cap(whole_sheet):
    caps = [cap.accessibleName() for cap in whole_sheet.findChildren(KeyCap)]

    assert caps.count("Alt Enter") == 1
