"""Displays that an X server really plugs and unplugs, with a window manager that hands out the keyboard."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.stage.monitors import available

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("openbox") and available()),
    reason="needs Xvfb, openbox and the libraries of X",
)

HEAD = """
import json, random
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
application = QApplication([])
from tests.ui.stage import samples
from tests.ui.stage.monitors import Monitors
from ui.stage.window import StageWindow
from ui.theme.fonts import load_fonts
load_fonts()
monitors = Monitors()

def until(true):
    for _ in range(200):
        if true():
            return True
        QTest.qWait(20)
    return False

def names():
    return sorted(screen.name() for screen in application.screens())

def plug(name, *place):
    monitors.put(name, *place)
    until(lambda: name in names())

def unplug(name):
    monitors.take(name)
    until(lambda: name not in names())

plug("operator", 0, 0, 1366, 768)
plug("projector", 1366, 0, 1280, 800)
until(lambda: names() == ["operator", "projector"])
operator = QLineEdit()
operator.setGeometry(50, 50, 600, 400)
operator.show()
operator.activateWindow()
until(operator.isActiveWindow)
operator.setFocus()
stage = StageWindow(operator)
told = []
stage.lost.connect(lambda: told.append("lost"))
stage.returned.connect(lambda: told.append("returned"))
stage.mirroring.connect(lambda on: told.append("mirrored" if on else "apart"))
stage.show_view(samples.cards())
stage.open()
until(lambda: stage.windowHandle().isExposed())

def filling(width, height):
    return until(lambda: stage.isVisible() and stage.size().toTuple() == (width, height))
"""

KEYBOARD = """
opened = filling(1280, 800)
QTest.qWait(300)
typing = operator.isActiveWindow() and operator.hasFocus()
unplug("projector")
gone = until(lambda: not stage.isVisible())
plug("projector", 1366, 0, 1024, 768)
back = filling(1024, 768)
QTest.qWait(300)
still = operator.isActiveWindow() and operator.hasFocus()
print(json.dumps([opened, typing, gone, back, still, told]))
stage.close()
"""

REMOTE = """
import subprocess
filling(1280, 800)
QTest.qWait(600)
pressed = []
stage.next_pressed.connect(lambda: pressed.append("next"))
stage.previous_pressed.connect(lambda: pressed.append("previous"))
stage.blank_pressed.connect(lambda: pressed.append("blank"))
subprocess.run(["xdotool", "mousemove", "1900", "400", "click", "1"], check=True)
until(stage.isActiveWindow)
subprocess.run(["xdotool", "key", "Next", "Prior", "b", "period"], check=True)
until(lambda: len(pressed) == 4)
print(json.dumps(pressed))
stage.close()
"""

MIRROR = """
filling(1280, 800)
unplug("projector")
plug("projector", 0, 0, 1024, 768)
mirrored = until(lambda: "mirrored" in told)
hidden = not stage.isVisible()
unplug("projector")
plug("projector", 1366, 0, 1280, 800)
back = filling(1280, 800)
print(json.dumps([mirrored, hidden, back, told.count("mirrored"), told.count("apart")]))
stage.close()
"""

STORM = """
chance = random.Random(11)
there = {"projector": (1366, 0, 1280, 800)}
sizes = ((1024, 768), (1280, 800), (1366, 768), (1920, 1080))
for turn in range(200):
    name = chance.choice(("projector", "projector", "television"))
    what = chance.choice(("plug", "unplug", "resolution", "show"))
    if what in ("unplug", "resolution") and name in there:
        monitors.take(name)
        del there[name]
    if what in ("plug", "resolution") and name not in there:
        left = 1366 if name == "projector" else 1366 + 1920
        there[name] = (left, 0, *chance.choice(sizes))
        monitors.put(name, *there[name])
    if what == "show":
        stage.show_view(chance.choice(list(samples.every("both").values())))
    if chance.random() < 0.5:
        QTest.qWait(chance.choice((0, 1, 15)))
if "projector" not in there:
    there["projector"] = (1366, 0, 1280, 800)
    monitors.put("projector", *there["projector"])
settled = until(lambda: names() == sorted(["operator", *there]))
place = there["projector"]
back = until(lambda: stage.isVisible() and stage.isFullScreen() and stage.geometry().getRect() == place)
stages = sum(isinstance(each, StageWindow) for each in application.topLevelWidgets())
print(json.dumps([settled, back, stages, len(application.topLevelWidgets())]))
stage.close()
"""


@pytest.fixture
def on_x(tmp_path):
    """Run a script on an X server of its own."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-noreset", "-nolisten", "tcp", "-screen", "0", "5206x1080x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    environment = os.environ | {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)

    def run(script):
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", HEAD + script],
            cwd=Path(__file__).parents[3],
            env=environment,
            capture_output=True,
            text=True,
            timeout=240,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return json.loads(done.stdout)

    yield run
    for process in (manager, server):
        process.terminate()
        process.wait(timeout=20)


def test_the_note_taker_keeps_the_keyboard_when_the_stage_opens_goes_and_comes_back(on_x):
    seen = on_x(KEYBOARD)

    assert seen == [True, True, True, True, True, ["lost", "returned"]]


@pytest.mark.skipif(not shutil.which("xdotool"), reason="needs xdotool")
def test_after_a_click_on_the_stage_a_presenter_remote_turns_and_blanks_it(on_x):
    assert on_x(REMOTE) == ["next", "previous", "blank", "blank"]


def test_a_projector_that_shows_the_operators_screen_is_told_and_takes_the_stage_back_when_it_is_extended(
    on_x,
):
    seen = on_x(MIRROR)

    assert seen == [True, True, True, 1, 1]


def test_two_hundred_real_plugs_unplugs_and_resolutions_leave_the_stage_on_its_projector(on_x):
    seen = on_x(STORM)

    assert seen == [True, True, 1, 2]
