"""The stage goes back to the display that it filled last, also when the program starts anew."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.stage.test_screens import LAPTOP, PROJECTOR, TELEVISION
from ui.stage import last_display as notes
from ui.stage.last_display import keep_display, last_display
from ui.stage.screens import ScreenFacts, pick_stage_screen

OPERATOR = ("operator", 0, 0, 1366, 768)
BEAMER = ("projector", 1366, 0, 1280, 800)
WALL = ("television", 2646, 0, 1920, 1080)

PROGRAM = """
import sys
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from facilitator.bootstrap import open_workspace
from facilitator.settings import load
from ui.app import Program, make_application

def until(true):
    for _ in range(3000):
        if true():
            return
        QTest.qWait(10)
    raise SystemExit("it did not happen")

application = make_application()
program = Program(application, lambda: open_workspace(sys.argv[1]), settings=load(), place=sys.argv[1])
program.start(in_place=sys.argv[2] == "really")
sys.excepthook = sys.__excepthook__
until(lambda: "workings" in program.__dict__ and program.window.current_page is not None)
for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
    event = QKeyEvent(kind, Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    application.sendEvent(program.window, event)
until(lambda: program.stage.is_open)
print(program.stage.outlet.window.screen_in_use.name)
program.close()
"""


@pytest.fixture
def own_notes(tmp_path, monkeypatch):
    monkeypatch.setattr(notes, "settings_folder", lambda: tmp_path)


@pytest.fixture
def start(tmp_path):
    """Start the program on these displays, press F5, and return on which the stage is."""

    def started(*screens, how="really"):
        names = ("name", "x", "y", "width", "height")
        described = [
            dict(zip(names, screen, strict=True), logicalDpi=96, logicalBaseDpi=96, dpr=1)
            for screen in screens
        ]
        (tmp_path / "screens.json").write_text(json.dumps({"screens": described}), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(tmp_path / "own.sqlite"), how],
            cwd=Path(__file__).parents[3],
            env=os.environ
            | {
                "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}",
                "XDG_CONFIG_HOME": str(tmp_path / "config"),
            },
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    return started


def test_after_a_restart_the_stage_is_on_the_display_of_last_time(start):
    before = start(OPERATOR, WALL)

    after = start(OPERATOR, BEAMER, WALL)

    assert (before, after) == ("television", "television")


def test_a_rehearsal_changes_nothing_about_where_the_stage_will_be(start):
    start(OPERATOR, BEAMER)

    start(OPERATOR, WALL, how="rehearsing")

    assert start(OPERATOR, WALL, BEAMER) == "projector"


def test_the_projector_of_last_time_is_known_at_another_socket_by_maker_model_and_serial(own_notes):
    keep_display(PROJECTOR)
    moved = ScreenFacts(
        "DP-7", PROJECTOR.manufacturer, PROJECTOR.model, PROJECTOR.serial, (4000, 0, 1920, 1080)
    )

    assert pick_stage_screen([LAPTOP, TELEVISION, moved], LAPTOP, last_display()) == moved


def test_a_display_that_tells_no_serial_is_known_by_its_name(own_notes):
    keep_display(ScreenFacts("HDMI-2", geometry=(1366, 0, 1280, 800)))
    there = ScreenFacts("HDMI-2", geometry=(3000, 0, 1024, 768))

    assert pick_stage_screen([LAPTOP, TELEVISION, there], LAPTOP, last_display()) == there


@pytest.mark.parametrize("written", ["", "{", "[]", '{"name": 7}', "\x00", '{"name": "HDMI-2"}'])
def test_a_broken_note_is_as_if_there_never_was_a_display(own_notes, tmp_path, written):
    (tmp_path / "stage").write_text(written, encoding="utf-8")

    assert last_display() is None
