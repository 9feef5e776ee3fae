"""Choosing the projector, noticing mirrored displays, and a second display that is really there."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.stage.screens import ScreenFacts, mirrored, pick_stage_screen

LAPTOP = ScreenFacts("eDP-1", "BOE", "0x07A9", "", (0, 0, 1366, 768))
PROJECTOR = ScreenFacts("HDMI-1", "EPS", "EB-X41", "X1", (1366, 0, 1024, 768))
TELEVISION = ScreenFacts("DP-2", "SAM", "TV", "T9", (2390, 0, 1920, 1080))


def test_with_one_display_there_is_no_stage_screen():
    assert pick_stage_screen([LAPTOP], LAPTOP, None) is None


def test_the_second_display_is_the_stage():
    assert pick_stage_screen([LAPTOP, PROJECTOR], LAPTOP, None) == PROJECTOR


def test_when_the_operator_works_on_the_second_display_the_first_is_the_stage():
    assert pick_stage_screen([LAPTOP, PROJECTOR], PROJECTOR, None) == LAPTOP


def test_the_display_used_last_is_found_again_on_another_socket():
    moved = ScreenFacts("DP-3", "EPS", "EB-X41", "X1", (4310, 0, 1280, 800))

    assert pick_stage_screen([LAPTOP, TELEVISION, moved], LAPTOP, PROJECTOR) == moved


def test_a_display_without_a_serial_number_is_known_by_its_name():
    old = ScreenFacts("VGA-1", "", "", "", (1366, 0, 1024, 768))
    again = ScreenFacts("VGA-1", "", "", "", (1366, 0, 800, 600))

    assert pick_stage_screen([LAPTOP, TELEVISION, again], LAPTOP, old) == again


def test_two_of_one_make_are_told_apart_by_serial_number():
    twin = ScreenFacts("HDMI-2", "EPS", "EB-X41", "X2", (2390, 0, 1024, 768))

    assert pick_stage_screen([LAPTOP, twin, PROJECTOR], LAPTOP, PROJECTOR) == PROJECTOR


def test_a_remembered_display_that_is_not_here_does_not_stop_another():
    assert pick_stage_screen([LAPTOP, TELEVISION], LAPTOP, PROJECTOR) == TELEVISION


def test_a_mirrored_projector_is_no_stage_because_it_shows_the_operators_screen():
    mirror = ScreenFacts("HDMI-1", "EPS", "EB-X41", "X1", LAPTOP.geometry)

    assert mirrored([LAPTOP, mirror])
    assert not mirrored([LAPTOP, PROJECTOR])
    assert pick_stage_screen([LAPTOP, mirror], LAPTOP, PROJECTOR) is None


HEAD = """
import json, random
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
from ui.stage.window import StageWindow
from ui.theme.fonts import load_fonts
from tests.ui.stage import samples
load_fonts()
operator = QWidget()
operator.setGeometry(50, 50, 600, 400)
operator.show()
connected = list(application.screens())
stage = StageWindow(operator, screens=lambda: connected)
told = []
stage.lost.connect(lambda: told.append("lost"))
stage.returned.connect(lambda: told.append("returned"))
stage.mirroring.connect(lambda on: told.append("mirrored" if on else "apart"))
stage.show_view(samples.cards())
stage.open()
application.processEvents()

def unplug():
    gone = connected.pop()
    application.screenRemoved.emit(gone)
    return gone

def plug(screen):
    connected.append(screen)
    application.screenAdded.emit(screen)
"""

PLACED = """
print(json.dumps({
    "screen": stage.screen_in_use.name if stage.screen_in_use else None,
    "geometry": stage.geometry().getRect(),
    "full": stage.isFullScreen(),
    "operator": operator.screen().name(),
    "told": told,
    "words": stage.widget.words()[0],
}))
stage.close()
"""

UNPLUGGED = """
gone = unplug()
hidden = not stage.isVisible()
application.processEvents()
waiting = [stage.isVisible(), stage.is_lost, stage.screen_in_use is None]
stage.show_view(samples.question())
plug(gone)
application.processEvents()
back = [stage.isVisible(), stage.isFullScreen(), stage.screen_in_use.name]
print(json.dumps({"hidden": hidden, "waiting": waiting, "back": back, "told": told, "now": stage.widget.view == samples.question()}))
stage.close()
"""

STORM = """
chance = random.Random(7)
spare = []
for turn in range(200):
    what = chance.choice(("unplug", "plug", "show", "tick", "freeze", "blank", "close", "open"))
    if what == "unplug" and len(connected) > 1:
        spare.append(unplug())
    elif what == "plug" and spare:
        plug(spare.pop())
    elif what == "show":
        stage.show_view(chance.choice(list(samples.every("both").values())))
    elif what == "freeze":
        stage.freeze(chance.random() < 0.5)
    elif what == "blank":
        stage.blank(chance.random() < 0.5)
    elif what == "close":
        stage.close()
    elif what == "open":
        stage.open()
    if chance.random() < 0.6:
        application.processEvents()
application.processEvents()
tops = [type(widget).__name__ for widget in application.topLevelWidgets()]
print(json.dumps({"stages": tops.count("StageWindow"), "others": len(tops) - tops.count("StageWindow")}))
stage.close()
"""


def on_screens(folder, screens, script):
    names = ("name", "x", "y", "width", "height")
    described = [
        dict(zip(names, screen, strict=True), logicalDpi=96, logicalBaseDpi=96, dpr=1) for screen in screens
    ]
    (folder / "screens.json").write_text(json.dumps({"screens": described}), encoding="utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={folder / 'screens.json'}"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", HEAD + script],
        cwd=Path(__file__).parents[3],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


OPERATOR = ("operator", 0, 0, 1366, 768)


@pytest.mark.parametrize("projector", [(1024, 768), (1280, 800), (1920, 1080), (3840, 2160)])
def test_on_a_second_display_the_stage_fills_it_and_leaves_the_operators_alone(tmp_path, projector):
    seen = on_screens(tmp_path, [OPERATOR, ("projector", 1366, 0, *projector)], PLACED)

    assert seen["screen"] == "projector"
    assert seen["geometry"] == [1366, 0, *projector]
    assert seen["full"]
    assert seen["operator"] == "operator"
    assert seen["words"].startswith("What would you")


def test_mirrored_displays_are_told_and_the_stage_stays_a_window(tmp_path):
    seen = on_screens(tmp_path, [OPERATOR, ("projector", 0, 0, 1366, 768)], PLACED)

    assert seen["told"] == ["mirrored"]
    assert seen["screen"] is None
    assert not seen["full"]


def test_an_unplugged_projector_hides_the_stage_at_once_and_gets_it_back_as_it_is_now(tmp_path):
    seen = on_screens(tmp_path, [OPERATOR, ("projector", 1366, 0, 1280, 800)], UNPLUGGED)

    assert seen["hidden"]
    assert seen["waiting"] == [False, True, True]
    assert seen["back"] == [True, True, "projector"]
    assert seen["told"] == ["lost", "returned"]
    assert seen["now"]


def test_two_hundred_plugs_unplugs_and_presses_leave_one_stage_and_no_error(tmp_path):
    screens = [OPERATOR, ("projector", 1366, 0, 1280, 800), ("television", 2646, 0, 1920, 1080)]

    seen = on_screens(tmp_path, screens, STORM)

    assert seen == {"stages": 1, "others": 1}
