"""A card that arrives is painted into the picture that is there: nobody can tell the difference."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from facilitator.domain.stage import StageCard, StageCluster, StageText
from tests.ui.stage import samples
from ui.stage.preview import StagePreview
from ui.stage.widget import StageWidget


def with_cards(count: int):
    cards = tuple(
        StageCard(look, look, f"Card number {number} from the {look} pile")
        for number in range(count)
        for look in (("works", "difficulty", "question", "suggestion", "note")[number % 5],)
    )
    return replace(samples.cards(), clusters=(StageCluster(StageText(""), cards),))


def shown(widget: StageWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("count", [1, 5, 9, 10, 11, 40])
def test_a_wall_that_grew_looks_like_one_painted_anew(qtbot, stage, count):
    stage.set_reduced_motion(True)
    for number in range(count):
        stage.show_view(with_cards(number))
        shown(stage)
    stage.show_view(with_cards(count))
    grown = shown(stage)

    fresh = StageWidget()
    qtbot.addWidget(fresh)
    fresh.resize(stage.size())
    fresh.set_reduced_motion(True)
    fresh.show_view(with_cards(count))
    while fresh.page < stage.page:
        fresh.next_page()

    assert grown == shown(fresh)


def test_only_the_new_card_is_painted(stage):
    stage.set_reduced_motion(True)
    stage.show_view(with_cards(3))
    shown(stage)
    before = stage._still

    stage.show_view(with_cards(4))

    assert stage._still is before


def test_a_card_that_goes_leaves_no_trace(qtbot, stage):
    stage.set_reduced_motion(True)
    stage.show_view(with_cards(7))
    shown(stage)
    stage.show_view(with_cards(4))
    shrunk = shown(stage)

    fresh = StageWidget()
    qtbot.addWidget(fresh)
    fresh.resize(stage.size())
    fresh.show_view(with_cards(4))

    assert shrunk == shown(fresh)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5])
def test_the_preview_grows_with_the_wall(qtbot, stage, painter, ratio):
    def preview_of(widget):
        preview = StagePreview(widget, painter)
        qtbot.addWidget(preview)
        preview.resize(324, 185)
        return preview

    def look(preview):
        picture = QImage(preview.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        picture.setDevicePixelRatio(ratio)
        picture.fill(0)
        preview.render(picture)
        return picture

    stage.set_reduced_motion(True)
    grown = preview_of(stage)
    for number in range(12):
        stage.show_view(with_cards(number))
        look(grown)

    one, other = look(grown), look(preview_of(stage))
    places = [(x, y) for x in range(one.width()) for y in range(one.height())]
    different = [place for place in places if one.pixel(*place) != other.pixel(*place)]
    assert len(different) < len(places) / 2000  # small letters may round to the next shade
