"""A second display that is really there: the stage fills it, sharp at any scaling, and never jumps off it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

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

SHARP = """
from PySide6.QtGui import QImage, QPainter
from PySide6.QtCore import QRectF
from ui.stage.painter import StagePainter
from ui.stage.sheet import logical_width
stage.widget.set_reduced_motion(True)
stage.show_view(samples.cards("both"))
grabbed = stage.widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
size = grabbed.size()
direct = QImage(size, QImage.Format.Format_RGB32)
with QPainter(direct) as painter:
    place = QRectF(0, 0, size.width(), size.height())
    StagePainter().paint(painter, place, samples.cards("both"), stage.widget.picture_width)
grabbed.setDevicePixelRatio(1)
with QPainter(grabbed) as painter:
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, direct)
plain = grabbed.convertToFormat(QImage.Format.Format_RGB888)
steps = max(bytes(plain.constBits()))
print(json.dumps({
    "logical": stage.widget.size().toTuple(),
    "pixels": size.toTuple(),
    "ratio": stage.devicePixelRatioF(),
    "steps": steps,
}))
stage.close()
"""

STORM = """
chance = random.Random(7)
views = list(samples.every("both").values())
operator_screen = connected[0]
everything = list(connected)
connected[:] = connected[:2]
seen_on_operator = seen_nowhere = 0
for turn in range(200):
    what = chance.choice(("unplug", "plug", "resolution", "scaling", "show", "freeze", "blank", "close", "open"))
    away = [each for each in everything if each not in connected]
    here = connected[1:]
    if what == "unplug" and here:
        gone = chance.choice(here)
        connected.remove(gone)
        application.screenRemoved.emit(gone)
    elif what == "plug" and away:
        plug(chance.choice(away))
    elif what == "resolution" and here and away:
        gone = chance.choice(here)  # another display takes its place: another size, another scaling
        connected.remove(gone)
        application.screenRemoved.emit(gone)
        plug(chance.choice(away))
    elif what == "scaling" and here:
        moved = chance.choice(here)
        moved.geometryChanged.emit(moved.geometry())
        moved.logicalDotsPerInchChanged.emit(moved.logicalDotsPerInch() * 1.25)
    elif what == "show":
        stage.show_view(chance.choice(views))
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
        if stage.isVisible() and stage.isFullScreen() and stage.screen() is operator_screen:
            seen_on_operator += 1
        used = stage.screen_in_use
        if stage.isVisible() and used is not None and used.name not in [each.name() for each in connected]:
            seen_nowhere += 1
application.processEvents()
tops = [type(widget).__name__ for widget in application.topLevelWidgets()]
signal = "2geometryChanged(QRect)"
print(json.dumps({
    "stages": tops.count("StageWindow"),
    "others": len(tops) - tops.count("StageWindow"),
    "on_operator": seen_on_operator,
    "nowhere": seen_nowhere,
    "listeners": sorted({screen.receivers(signal) for screen in connected}),
    "parts": len(stage.findChildren(QWidget)),
}))
stage.close()
"""


def on_screens(folder, screens, script, scaling=1.0):
    names = ("name", "x", "y", "width", "height")
    described = [
        dict(zip(names, screen, strict=True), logicalDpi=96, logicalBaseDpi=96, dpr=1) for screen in screens
    ]
    (folder / "screens.json").write_text(json.dumps({"screens": described}), encoding="utf-8")
    environment = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={folder / 'screens.json'}",
        "QT_SCREEN_SCALE_FACTORS": f"operator=1;projector={scaling};television=1.5",
    }
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


def test_two_hundred_plugs_resolutions_and_scalings_leave_one_stage_and_no_error(tmp_path):
    screens = [
        OPERATOR,
        ("projector", 1366, 0, 1280, 800),
        ("projector", 1366, 0, 1024, 768),
        ("projector", 1366, 0, 1920, 1080),
        ("television", 3286, 0, 1920, 1080),
    ]

    seen = on_screens(tmp_path, screens, STORM, scaling=1.25)

    assert (seen["stages"], seen["others"]) == (1, 1)
    assert (seen["on_operator"], seen["nowhere"]) == (0, 0)
    assert seen["listeners"] == [1]
    assert seen["parts"] == 1


@pytest.mark.parametrize("scaling", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("projector", [(1440, 1080), (1920, 1200), (1920, 1080), (3840, 2160)])
def test_the_stage_is_sharp_at_every_scaling_of_windows(tmp_path, projector, scaling):
    seen = on_screens(tmp_path, [OPERATOR, ("projector", 1366, 0, *projector)], SHARP, scaling)

    assert seen["ratio"] == scaling
    assert seen["pixels"] == list(projector)
    assert seen["logical"] == [round(side / scaling) for side in projector]
    assert seen["steps"] < 32
