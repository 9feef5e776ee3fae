"""Whose turn it is stands beside the clock on every view, clear of all other words, at every shape."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from facilitator.domain.stage import StageText, StageTurn
from tests.ui.stage import samples
from ui.stage.items import Words
from ui.stage.sheet import HEIGHT, SAFE, logical_width

SIZES = [(1024, 768), (1280, 800), (1920, 1080)]
WITH_CLOCK = ["agenda", "question", "cards", "reflection", "work-plan", "agreements"]
NAMES = ["Grupo 2", "Asociación de Productores Orgánicos de la Frontera Norte", "p" * 4000]


def with_turn(view, name="Grupo 2", **turn):
    shown = {"text": "13:51", "next_name": StageText("Grupo 3"), **turn}
    return replace(view, frame=replace(view.frame, turn=StageTurn(StageText(name), **shown)))


def picture(painter, view):
    image = QImage(960, 540, QImage.Format.Format_RGB32)
    with QPainter(image) as brush:
        painter.paint(brush, QRectF(0, 0, 960, 540), view, logical_width(960, 540))
    return image


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "both"])
@pytest.mark.parametrize("name", NAMES, ids=["short", "long", "endless"])
@pytest.mark.parametrize("view", WITH_CLOCK)
def test_the_turn_lies_on_no_other_words_and_keeps_clear_of_the_edge(painter, view, name, language, size):
    shown = with_turn(samples.every(language)[view], name)

    scene = painter.scene(shown, logical_width(*size))

    safe = QRectF(SAFE - 14, 36, scene.width - 2 * SAFE + 28, HEIGHT - 36 - SAFE)
    parts = [QRectF(live.rect) for live in scene.live]
    assert all(safe.contains(part.adjusted(12, 8, -12, -8)) for part in parts), parts
    for page in scene.pages:
        for item in page:
            if isinstance(item, Words) and item.text.strip():
                assert not [part for part in parts if overlaps(part, item.rect)], item.text


def overlaps(part, rect):
    shared = part.intersected(rect)
    return shared.height() > 1 and shared.width() > 1


@pytest.mark.parametrize("view", WITH_CLOCK)
def test_the_turn_is_seen_on_every_view_that_has_the_clock(painter, view):
    without = samples.every("en")[view]

    assert picture(painter, with_turn(without)) != picture(painter, without)


@pytest.mark.parametrize("view", ["question", "cards"])
def test_a_turn_that_is_held_or_over_looks_different_without_colour(painter, view):
    shown = samples.every("en")[view]

    faces = [
        picture(painter, with_turn(shown, text=text, phase=phase)).convertToFormat(
            QImage.Format.Format_Grayscale8
        )
        for text, phase in (("3:51", "running"), ("3:51", "paused"), ("+0:12", "over"))
    ]

    assert faces[0] != faces[1]
    assert faces[0] != faces[2]


def test_a_tick_of_the_turn_lays_nothing_out_again(painter):
    view = with_turn(samples.every("en")["cards"])
    before = painter.scene(view, 1920)

    after = painter.scene(with_turn(view, text="13:50"), 1920)

    assert after is before


def test_the_legend_gives_way_to_the_turn_rather_than_turning_the_page(painter):
    view = samples.every("both")["question"]

    scene = painter.scene(with_turn(view), 1920)

    assert len(scene.pages) == len(painter.scene(view, 1920).pages)
