"""A card that arrives is painted into the picture that is there: nobody can tell the difference."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from facilitator.domain.stage import StageCard, StageCluster, StageText
from tests.ui.stage import samples
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


def test_a_card_that_goes_makes_the_page_new(stage):
    stage.set_reduced_motion(True)
    stage.show_view(with_cards(4))
    shown(stage)

    stage.show_view(with_cards(3))

    assert stage._still is None
