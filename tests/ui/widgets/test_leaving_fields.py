"""Keys that a field has no use for go to the page and the window."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ui.theme.theme import Theme
from ui.widgets.editors import GrowingTextEdit, InPlaceEdit
from ui.widgets.side_panel import SidePanel


@pytest.fixture(params=["line", "lines"])
def field(request, shown):
    made = InPlaceEdit() if request.param == "line" else GrowingTextEdit(Theme("light"))
    made.set_value("A title")
    shown(made)
    made.setFocus()
    return made


def takes_undo(field):
    control = Qt.KeyboardModifier.ControlModifier
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, control)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_undo_is_the_windows_until_something_is_typed(field, qtbot):
    before = takes_undo(field)

    qtbot.keyClicks(field, "s")

    assert not before
    assert takes_undo(field)


def test_escape_in_a_field_leaves_the_panel_and_typed_words_are_given_back_first(shown, qtbot):
    panel = SidePanel(Theme("light"))
    line = InPlaceEdit()
    line.set_value("A title")
    panel.body.addWidget(line)
    shown(panel)
    escaped = []
    panel.escaped.connect(lambda: escaped.append(line.text()))

    qtbot.keyClicks(line, "s")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    first = list(escaped)
    qtbot.keyClick(line, Qt.Key.Key_Escape)

    assert first == []
    assert escaped == ["A title"]
