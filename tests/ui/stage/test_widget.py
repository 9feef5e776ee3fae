"""The stage in use: pages, changes without a flash of the old, and a preview that shows the same."""

import time

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.domain.stage import StageTimer
from tests.ui.stage import samples
from ui.stage.painter import area
from ui.stage.preview import FRAME, StagePreview
from ui.stage.widget import StageWidget


class WatchedStage(StageWidget):
    """Remembers which parts were painted."""

    def __init__(self, painter):
        super().__init__(painter)
        self.regions = []

    def paintEvent(self, event):
        self.regions.append(event.region().boundingRect())
        super().paintEvent(event)


class WatchedPreview(StagePreview):
    """Counts its repaints."""

    paints = 0

    def paintEvent(self, event):
        self.paints += 1
        super().paintEvent(event)


def picture(widget):
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def difference(one, other):
    """The largest step in any channel of any pixel; Qt draws a glyph's outline a shade differently at times."""
    both = one.copy()
    with QPainter(both) as brush:
        brush.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        brush.drawImage(0, 0, other)
    plain = both.convertToFormat(QImage.Format.Format_RGB888)
    return max(bytes(plain.constBits()))


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.mark.parametrize("name", samples.VIEWS)
def test_the_preview_shows_the_rooms_picture_pixel_for_pixel(qtbot, stage, painter, name):
    view = samples.every("es")[name]
    preview = StagePreview(stage, painter)
    qtbot.addWidget(preview)
    preview.resize(1280 + 2 * FRAME, 720 + 2 * FRAME)
    stage.show_view(view)
    inside = picture(preview).copy(QRect(FRAME, FRAME, 1280, 720))

    middle = QRect(6, 6, 1268, 708)  # the frame's round corners lie over the picture's
    assert difference(inside.copy(middle), picture(stage).copy(middle)) < 16


def test_a_small_preview_has_the_stages_shape_and_page(qtbot, painter):
    stage = StageWidget(painter)
    qtbot.addWidget(stage)
    stage.resize(1024, 768)
    preview = StagePreview(stage, painter)
    qtbot.addWidget(preview)

    assert preview.heightForWidth(320 + 2 * FRAME) == 240 + 2 * FRAME
    assert preview.hasHeightForWidth()


def test_the_preview_repaints_at_most_four_times_a_second(qtbot, stage, painter):
    preview = shown(qtbot, WatchedPreview(stage, painter))
    qtbot.waitUntil(lambda: preview.paints > 0)
    before, begun = preview.paints, time.monotonic()

    for second in range(59, 29, -1):
        stage.show_view(samples.question(timer=StageTimer(f"23:{second}", "running", 0.4, "16:27")))
        QApplication.processEvents()
    qtbot.waitUntil(lambda: preview.paints > before + 1)

    most = (time.monotonic() - begun) / 0.25 + 1.2
    assert preview.paints - before <= most


def test_the_last_change_reaches_the_preview_even_when_many_came_at_once(qtbot, stage, painter):
    preview = shown(qtbot, WatchedPreview(stage, painter))
    qtbot.waitUntil(lambda: preview.paints > 0)

    stage.show_view(samples.question())
    stage.show_view(samples.blank())
    before = preview.paints

    qtbot.waitUntil(lambda: preview.paints > before)
    qtbot.waitUntil(lambda: not preview._rest.isActive())
    assert preview.grab().toImage().pixelColor(preview.rect().center()).name() == "#0a3a3e"


def test_a_tick_repaints_the_timer_and_nothing_else(qtbot, painter):
    stage = WatchedStage(painter)
    stage.resize(1280, 720)
    shown(qtbot, stage)
    stage.set_reduced_motion(reduced=True)
    stage.show_view(samples.cards())
    qtbot.waitUntil(lambda: stage.rect() in stage.regions)
    stage.regions.clear()

    stage.show_view(samples.cards(timer=StageTimer("23:40", "running", 0.48, "16:27")))
    qtbot.waitUntil(lambda: bool(stage.regions))

    live = area(
        painter.scene(stage.view, stage.picture_width).live[0], stage.size().toSizeF(), stage.picture_width
    )
    assert len(stage.regions) == 1
    assert live.toAlignedRect().adjusted(-3, -3, 3, 3).contains(stage.regions[0])


def test_another_view_fades_in_and_the_old_one_is_gone_at_the_end(qtbot, painter, stage):
    shown(qtbot, stage)
    stage.show_view(samples.question())
    qtbot.waitUntil(lambda: not stage.is_changing)
    old = picture(stage)

    stage.show_view(samples.cards())
    fading = stage.is_changing
    between = picture(stage)
    qtbot.waitUntil(lambda: not stage.is_changing)

    after = picture(stage)
    assert fading
    assert difference(old, between) < 64
    assert difference(between, after) > 128
    fresh = StageWidget(painter)
    qtbot.addWidget(fresh)
    fresh.resize(stage.size())
    fresh.show_view(samples.cards())
    assert difference(after, picture(fresh)) < 16


def test_with_reduced_motion_the_next_view_is_there_at_once(qtbot, stage):
    stage.set_reduced_motion(reduced=True)
    shown(qtbot, stage)
    stage.show_view(samples.question())
    stage.grab()

    stage.show_view(samples.cards())
    assert not stage.is_changing
    first = picture(stage)
    qtbot.waitUntil(lambda: not stage.is_changing)

    assert difference(first, picture(stage)) < 16


def test_blank_takes_the_words_away_at_once(qtbot, stage):
    shown(qtbot, stage)
    stage.show_view(samples.question())
    qtbot.waitUntil(lambda: not stage.is_changing)

    stage.show_view(samples.blank())

    colours = {picture(stage).pixelColor(x, y).name() for x in range(0, 1280, 40) for y in range(0, 720, 40)}
    assert colours == {"#0a3a3e"}


def test_after_a_blank_the_old_view_never_flashes(qtbot, stage):
    shown(qtbot, stage)
    stage.show_view(samples.question())
    qtbot.waitUntil(lambda: not stage.is_changing)
    stage.show_view(samples.blank())
    stage.grab()

    stage.show_view(samples.cards(theme="dark"))
    first = picture(stage)

    white = first.pixelColor(600, 600).name()  # the question's ground was white
    assert white != "#ffffff"


def test_a_new_card_is_simply_there_without_a_fade(qtbot, stage):
    shown(qtbot, stage)
    stage.show_view(samples.cards())
    qtbot.waitUntil(lambda: not stage.is_changing)

    stage.show_view(samples.cards(language="es"))
    first = picture(stage)
    qtbot.waitUntil(lambda: not stage.is_changing)

    assert difference(first, picture(stage)) < 16


def test_pages_turn_forward_round_and_back(qtbot, stage):
    turned = []
    stage.page_changed.connect(lambda page, pages: turned.append((page, pages)))
    stage.show_view(samples.cards("both"))

    stage.next_page()
    second = stage.words()
    stage.next_page()
    stage.previous_page()

    assert turned[-3:] == [(1, 2), (2, 2), (1, 2)]
    assert stage.page == 0
    assert "Página 2 de 2  /  Page 2 of 2" in second or "Page 2 of 2" in second
    assert stage.words() != second


def test_pages_turn_by_themselves_unless_the_stage_is_held(qtbot, stage):
    stage.show_view(samples.cards("both"))
    stage._turning.setInterval(30)
    stage._turning.start()

    with qtbot.waitSignal(stage.page_changed, timeout=2000):
        pass
    stage.hold_page(held=True)

    assert not stage._turning.isActive()


def test_a_card_more_keeps_the_page_the_room_is_reading(stage):
    stage.show_view(samples.cards("both"))
    stage.next_page()

    stage.show_view(samples.cards("both").at(None, ""))

    assert stage.page == 1


def test_resizing_keeps_a_page_that_exists(stage):
    stage.show_view(samples.cards("both"))
    stage.next_page()

    stage.resize(3840, 2160)
    stage.show_view(samples.cards("en"))

    assert stage.page < stage.pages
    assert stage.words()


def test_the_stage_has_a_name_for_screen_readers(stage, painter, qtbot):
    preview = StagePreview(stage, painter)
    qtbot.addWidget(preview)

    assert stage.accessibleName() == "Stage"
    assert preview.accessibleName() == "What the room sees"


def test_an_odd_shape_is_letterboxed_in_the_views_own_colour(qtbot, stage):
    stage.resize(1200, 300)
    stage.show_view(samples.pause())

    tall = picture(stage)

    assert tall.pixelColor(2, 2).name() == "#0a3a3e"
    assert tall.pixelColor(1198, 298).name() == "#0a3a3e"


def test_nothing_of_a_hidden_parent_or_size_zero_breaks_the_stage(qtbot, painter):
    parent = QWidget()
    qtbot.addWidget(parent)
    stage = StageWidget(painter, parent)
    stage.resize(0, 0)

    stage.show_view(samples.cards())
    stage.show_view(samples.question())

    assert stage.view == samples.question()
    assert QRectF(stage.rect()).isEmpty()
    assert stage.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_agreements_wait_for_the_person_who_reads_them_out(qtbot, stage):
    view = samples.agreements("both")

    stage.show_view(view)
    stage.show()
    stage.next_page()

    assert stage.pages == 2
    assert stage.page == 1
    assert not stage._turning.isActive()
