"""An operator window at a real desk, with what looks after the room."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from facilitator import settings as store
from ui.operator.room.door import RoomDoor
from ui.operator.shell import OperatorWindow, Page
from ui.stage.director import StageDirector


class RunPage(Page):
    """A page with a field to type into."""

    key = "run"

    def __init__(self, theme):
        super().__init__(theme)
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)

    def title(self):
        return "Run"

    def activated(self):
        self.field.setFocus()


@pytest.fixture(autouse=True)
def nobody_chose_anything(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "settings_folder", lambda: tmp_path / "config")


@pytest.fixture
def director(desk, theme):
    director = StageDirector(desk, theme)
    desk.opened.emit()
    yield director
    director.close()


@pytest.fixture
def window(qtbot, worn, theme, desk):
    window = OperatorWindow(theme, {"run": lambda: RunPage(theme)})
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show_page("run")
    with qtbot.waitActive(window):
        window.show()
    return window


@pytest.fixture
def care(qtbot, window, desk, director):
    care = RoomDoor(window, desk, director).let_in()
    yield care
    care.close()


@pytest.fixture
def do(qtbot, desk):
    """Have something changed and wait until it is stored."""

    def changed(change) -> None:
        with qtbot.waitCallback() as done:
            desk.perform(change, done=done)

    return changed
