"""The result of a vote above a wall of several pages: read once, not in the way of the cards."""

from dataclasses import replace

import pytest

from facilitator.domain.stage import StageCard, StageCluster, StageText
from tests.ui.stage import samples
from ui.stage.items import Words


@pytest.fixture
def wall(painter):
    def wall(count):
        cards = tuple(StageCard("note", "note", f"Tarjeta {n} con unas palabras") for n in range(count))
        view = replace(samples.vote("both"), clusters=(StageCluster(StageText("Todas"), cards),))
        pages = painter.scene(view, 1440).pages
        return [" ".join(item.text for item in page if isinstance(item, Words)) for page in pages]

    return wall


def test_a_wall_of_many_pages_says_the_result_on_the_first_alone(wall):
    first, *others = wall(120)

    assert "12 of 12 people voted" in first
    assert not any("12 of 12 people voted" in page for page in others)
    assert all(f"Tarjeta {n} con" in " ".join(others) for n in range(120))


def test_a_wall_of_one_page_says_the_result_above_its_cards(wall):
    (only,) = wall(6)

    assert "12 of 12 people voted" in only
    assert "Tarjeta 5" in only
