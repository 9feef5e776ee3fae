"""What the room sees while it changes: every frame is the old picture, the new one, or a blend of both."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from facilitator.domain.stage import StageText
from tests.ui.stage import samples
from ui.stage.painter import StagePainter
from ui.stage.sheet import logical_width
from ui.stage.widget import StageWidget
from ui.stage.window import StageWindow

SIZE = (640, 360)


class FilmedStage(StageWidget):
    """Keeps every frame that it paints."""

    def __init__(self, painter):
        super().__init__(painter)
        self.frames = []

    def paintEvent(self, event):
        super().paintEvent(event)
        if self.size().toTuple() == SIZE:
            picture = QImage(*SIZE, QImage.Format.Format_RGB888)
            with QPainter(picture) as painter:
                self.draw(painter)
            self.frames.append(picture)


class FilmedWindow(StageWindow):
    """The stage's window around a filmed stage."""

    def __init__(self):
        super().__init__()
        self.layout().removeWidget(self.widget)
        self.widget.deleteLater()
        self.widget = FilmedStage(self.painter)
        self.layout().addWidget(self.widget)


def painted(view, page=0):
    picture = QImage(*SIZE, QImage.Format.Format_RGB888)
    with QPainter(picture) as brush:
        StagePainter().paint(brush, QRect(0, 0, *SIZE).toRectF(), view, logical_width(*SIZE), page)
    return picture


def channels(picture):
    return bytes(picture.constBits())


def farthest_outside(frame, old, new):
    """How far any channel of any pixel of a frame lies outside what the two pictures span."""
    outside = 0
    for seen, one, other in zip(channels(frame), channels(old), channels(new), strict=True):
        low, high = (one, other) if one < other else (other, one)
        if seen < low or seen > high:
            outside = max(outside, low - seen, seen - high)
    return outside


@pytest.fixture
def film(qtbot, painter):
    stage = FilmedStage(painter)
    qtbot.addWidget(stage)
    stage.resize(*SIZE)
    stage.show_view(samples.question())
    stage.show()
    qtbot.waitExposed(stage)
    qtbot.waitUntil(lambda: not stage.is_changing and bool(stage.frames))
    stage.frames.clear()
    return stage


@pytest.mark.parametrize("name", ["cards", "agenda", "break", "reflection", "work-plan"])
def test_a_change_is_a_blend_of_old_and_new_and_of_nothing_else(qtbot, film, name):
    old, view = painted(samples.question()), samples.every("both")[name]

    film.show_view(view)
    qtbot.waitUntil(lambda: not film.is_changing and len(film.frames) > 1)
    QApplication.processEvents()

    new = painted(view)
    assert max(farthest_outside(frame, old, new) for frame in film.frames[::3]) <= 16
    assert farthest_outside(film.frames[-1], new, new) <= 16


def test_with_reduced_motion_the_first_frame_after_a_change_is_the_new_picture(qtbot, film):
    film.set_reduced_motion(reduced=True)

    film.show_view(samples.cards())
    qtbot.waitUntil(lambda: bool(film.frames))

    new = painted(samples.cards())
    assert all(farthest_outside(frame, new, new) <= 16 for frame in film.frames)


def test_blank_takes_everything_away_with_its_first_frame(qtbot, film):
    film.show_view(samples.blank())
    qtbot.waitUntil(lambda: bool(film.frames))

    empty = painted(samples.blank())
    assert all(channels(frame) == channels(empty) for frame in film.frames)


def test_the_wall_of_another_question_begins_on_its_first_page(qtbot, film):
    long = replace(samples.cards("both"), question=StageText("What else?"))
    film.show_view(samples.cards("both"))
    film.next_page()
    turned = film.page

    film.show_view(long)

    assert turned == 1
    assert film.page == 0


def test_a_stage_that_opens_again_shows_what_is_on_now_from_its_first_frame(qtbot):
    window = FilmedWindow()
    qtbot.addWidget(window)
    window.show_view(samples.question())
    window.resize(*SIZE)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: bool(window.widget.frames))
    window.close()
    window.widget.frames.clear()

    window.show_view(samples.cards())
    window.show()
    qtbot.waitUntil(lambda: bool(window.widget.frames))

    new = painted(samples.cards())
    assert all(farthest_outside(frame, new, new) <= 16 for frame in window.widget.frames)


def test_while_the_stage_is_frozen_no_frame_changes_whatever_the_operator_shows(qtbot):
    window = FilmedWindow()
    qtbot.addWidget(window)
    window.show_view(samples.question())
    window.resize(*SIZE)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: bool(window.widget.frames))
    window.freeze(on=True)
    window.widget.frames.clear()

    for view in samples.every("both").values():
        window.show_view(view)
        QApplication.processEvents()
    window.widget.update()
    qtbot.waitUntil(lambda: bool(window.widget.frames))

    held = painted(samples.question())
    assert all(farthest_outside(frame, held, held) <= 16 for frame in window.widget.frames)
