"""An operator window with plain pages, on screen."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout

from ui.operator.pages import factories
from ui.operator.shell import OperatorWindow, Page
from ui.operator.wiring import Wiring
from ui.stage.director import StageDirector
from ui.widgets.buttons import page_action

KEYS = ("home", "agenda", "run", "cards", "reflection", "cases", "work_plan", "minutes", "people", "settings")


class PlainPage(Page):
    """A page with a field, a text and a button."""

    def __init__(self, theme, key):
        super().__init__(theme)
        self.key = key
        self.words = f"Page {key}"
        self.visits = 0
        self.translations = 0
        self.compact = None
        self.field, self.text, self.button = QLineEdit(), QPlainTextEdit(), QPushButton("Do")
        column = QVBoxLayout(self)
        for part in (self.field, self.text, self.button):
            column.addWidget(part)
        self.area = None
        self.done = []
        self.action = page_action("Print", lambda: self.done.append("print"), icon="printer")

    def title(self):
        return self.words

    def context(self):
        return f"About {self.key}"

    def header_actions(self):
        return [self.action]

    def retranslate(self):
        self.translations += 1

    def activated(self):
        self.visits += 1

    def set_compact(self, *, compact):
        self.compact = compact

    def undo_area(self):
        return self.area or super().undo_area()


@pytest.fixture
def plain_page():
    return PlainPage


@pytest.fixture
def built():
    return []


@pytest.fixture
def window(qtbot, worn, theme, built):
    def maker(key):
        def make():
            built.append(key)
            return PlainPage(theme, key)

        return make

    window = OperatorWindow(theme, {key: maker(key) for key in KEYS})
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show_page("home")
    with qtbot.waitActive(window):
        window.show()
    return window


@pytest.fixture
def wired(qtbot, worn, theme, desk):
    """An operator window with the program's own pages, wired to a desk."""
    stage = StageDirector(desk, theme)
    window = OperatorWindow(theme, factories(theme, desk, stage))
    qtbot.addWidget(window)
    window.wiring = Wiring(window, desk, stage)
    window.show_page("home")
    with qtbot.waitActive(window):
        window.show()
    yield window
    window.close()
    stage.close()
