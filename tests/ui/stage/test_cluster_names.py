"""The names of clusters on the wall: one size, rules at one height, never elided, never too small to read."""

from dataclasses import replace

import pytest

from facilitator.domain.stage import StageText
from tests.ui.stage import samples
from tests.ui.stage.test_painter import missing, words
from ui.stage.fit import FLOOR
from ui.stage.items import Box, Disc
from ui.stage.sheet import MARGIN, logical_width

NAMES = ("Seguimiento y apoyo a distancia", "Indicadores más concretos", "Pragmático y sencillo")
WIDTHS = [logical_width(1920, 1080), logical_width(1024, 768)]


def wall(*names, **changes):
    view = samples.cards("es")
    clusters = zip(names, view.clusters, strict=False)
    return replace(
        view,
        clusters=tuple(replace(cluster, title=StageText(name), **changes) for name, cluster in clusters),
    )


def rules(page):
    """Return the rules below the names that begin a page's columns."""
    found = [item.rect for item in page if isinstance(item, Box) and 2 <= item.rect.height() <= 4]
    first = min(rect.bottom() for rect in found)
    return [rect for rect in found if rect.bottom() < first + 200 and rect.left() >= MARGIN]


def names_on(scene):
    said = " ".join(NAMES).split()
    return [item for item in words(scene) if item.text.split() and item.text.split()[0] in said]


@pytest.mark.parametrize("width", WIDTHS)
def test_all_names_of_a_wall_have_one_size_that_is_read_from_the_back(painter, width):
    scene = painter.scene(wall(*NAMES), width)

    sizes = {item.line.style.px for item in names_on(scene) if item.line.style.weight == 700}

    assert len(sizes) == 1
    assert min(sizes) >= FLOOR


def test_names_that_all_have_room_are_as_large_as_they_go(painter):
    scene = painter.scene(wall("Apoyo", "Medir", "Sencillo"), WIDTHS[0])

    assert {item.line.style.px for item in words(scene) if item.text == "Medir"} == {46}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("dots", [None, 21])
def test_rules_and_first_cards_stand_at_one_height_beside_a_name_of_two_lines(painter, width, dots):
    scene = painter.scene(wall(*NAMES, dots=dots), width)

    for page in list(scene.pages)[:1]:
        found = rules(page)
        assert len(found) >= 2
        assert len({rect.bottom() for rect in found}) == 1


def test_a_name_of_one_line_stands_on_its_rule_beside_one_of_two(painter):
    scene = painter.scene(wall(*NAMES), WIDTHS[0])

    last = [item for item in words(scene) if item.text.strip() in {"distancia", *NAMES[1:]}]

    assert len(last) == 3
    assert len({item.y for item in last}) == 1


def test_dots_stand_beside_their_figure_at_the_foot_of_the_name(painter):
    scene = painter.scene(wall(*NAMES, dots=21), WIDTHS[0])

    figures = [item for item in words(scene) if item.text == "21"]
    page = next(iter(scene.pages))
    discs = [item for item in page if isinstance(item, Disc) and item.y < rules(page)[0].bottom()]

    assert len(figures) == len(discs) == 3
    for figure, disc in zip(figures, discs, strict=True):
        assert figure.rect.top() < disc.y < figure.rect.bottom()
        assert disc.x + disc.radius < figure.rect.left()


def test_a_name_as_long_as_a_sentence_is_told_whole_and_lowers_no_other(painter):
    long = "Seguimiento y apoyo a distancia para que valoremos los avances de los demás " * 8
    usual = painter.scene(wall("Apoyo", "Medir", NAMES[2]), WIDTHS[0])
    view = wall(long, "Medir", NAMES[2])

    scene = painter.scene(view, WIDTHS[0])

    assert missing(view, scene) == []
    assert not [item for item in words(scene) if "…" in item.text]
    first, after = (next(item.y for item in words(each) if item.text == NAMES[2]) for each in (usual, scene))
    assert after == pytest.approx(first, abs=8)  # smaller letters
