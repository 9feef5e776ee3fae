"""The bundled font, as the program loads it, and a stage that is cleaned up."""

import pytest

from ui.stage.painter import StagePainter
from ui.stage.widget import StageWidget
from ui.stage.window import StageWindow
from ui.theme.fonts import load_fonts


@pytest.fixture(autouse=True)
def fonts(qapp):
    load_fonts()


@pytest.fixture
def painter():
    return StagePainter()


@pytest.fixture
def stage(qtbot, painter):
    widget = StageWidget(painter)
    qtbot.addWidget(widget)
    widget.resize(1280, 720)
    return widget


@pytest.fixture
def window(qtbot):
    window = StageWindow()
    qtbot.addWidget(window)
    return window
