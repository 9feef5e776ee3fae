"""What the room sees, saved as a picture by one key from any page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from ui.operator.run.commands import ensure_commands
from ui.operator.shell.page import Page
from ui.operator.shell.window import OperatorWindow
from ui.stage.director import StageDirector


class Plain(Page):
    """A page with nothing on it."""

    key = "home"

    def title(self):
        """Return its name."""
        return "Plain"


@pytest.fixture
def stage(desk, theme):
    director = StageDirector(desk, theme)
    desk.opened.emit()
    yield director
    director.close()


@pytest.fixture
def window(qtbot, worn, theme, desk, stage):
    """The operator's window with the keys of the stage."""
    window = OperatorWindow(theme, {"home": lambda: Plain(theme)})
    qtbot.addWidget(window)
    ensure_commands(window, desk, stage)
    with qtbot.waitActive(window):
        window.show()
    window.show_page("home")
    yield window
    window.close()


def save_as(window, path):
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_E, modifiers)
    dialog = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    dialog.filesSelected.emit([str(path)])
    dialog.reject()


def test_the_picture_is_what_the_room_sees_also_while_it_is_held(qtbot, window, stage, tmp_path):
    stage.show("question")
    stage.freeze()
    stage.show("agenda")

    save_as(window, tmp_path / "held.svg")
    qtbot.waitUntil((tmp_path / "held.svg").exists, timeout=20_000)

    drawn = (tmp_path / "held.svg").read_text(encoding="utf-8")
    said = [word for line in stage.seen.words() for word in line.split()]
    assert [word for word in said if word not in drawn] == []
    assert stage.view != stage.seen.view


def test_a_blank_stage_is_a_blank_picture(qtbot, window, stage, tmp_path):
    stage.show("question")
    stage.blank()

    save_as(window, tmp_path / "blank.svg")
    qtbot.waitUntil((tmp_path / "blank.svg").exists, timeout=20_000)

    assert "<text" not in (tmp_path / "blank.svg").read_text(encoding="utf-8")


def test_a_picture_has_the_shape_of_the_stage(qtbot, window, stage, tmp_path):
    stage.show("agenda")
    stage.seen.resize(800, 600)

    save_as(window, tmp_path / "stage.png")
    qtbot.waitUntil((tmp_path / "stage.png").exists, timeout=20_000)

    image = QImage(str(tmp_path / "stage.png"))
    assert (image.width(), image.height()) == (1440, 1080)
