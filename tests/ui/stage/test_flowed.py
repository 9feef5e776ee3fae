"""While cards come, only what changed is laid and flows anew; the wall is the one that would be laid at once."""

import random
from dataclasses import replace

import pytest

from facilitator.domain.stage import StageCard, StageCluster, StageText
from tests.ui.stage import samples
from ui.stage.flowed import Flowed, blocks_of
from ui.stage.items import Words
from ui.stage.painter import composed
from ui.stage.strips import Flow

WORDS = ("One call a month", "Sin señal de teléfono en la mitad de las comunidades " * 3, "Price", "x" * 90)


def a_card(number):
    return StageCard("note", "note", f"{number}: {WORDS[number % len(WORDS)]}")


def a_cluster(name, cards, **fields):
    return StageCluster(StageText(name), tuple(a_card(n) for n in range(cards)), **fields)


def changed(view, chance, number):
    """What people do at a wall: add, take away, move, reword, name, put one inside another."""
    clusters = list(view.clusters)
    place = chance.randrange(len(clusters))
    one = clusters[place]
    match chance.randrange(7):
        case 0 | 1:
            clusters[place] = replace(one, cards=(*one.cards, a_card(number)))
        case 2:
            clusters[place] = replace(one, cards=one.cards[1:])
        case 3:
            clusters[place] = replace(one, title=StageText(f"{WORDS[number % 3]} {number}"))
        case 4:
            clusters[place] = replace(one, inner=place > 0 and not one.inner)
        case 5:
            clusters.insert(place, a_cluster(f"New {number}", number % 9))
        case _:
            clusters.append(clusters.pop(place))
            clusters[0] = replace(clusters[0], inner=False)
    return replace(view, clusters=tuple(clusters))


def drawn(view, width):
    """Every line on every page, where it stands."""
    pages = composed(view, width).pages
    return [[(item.text, item.rect) for item in page if isinstance(item, Words)] for page in pages]


@pytest.mark.parametrize("seed", range(6))
def test_a_wall_that_changed_many_times_is_the_one_that_is_laid_at_once(qapp, seed):
    chance = random.Random(seed)
    wall = samples.cards("both")
    wall = replace(wall, clusters=(*wall.clusters[:2], a_cluster("Long", 30), a_cluster("", 4)))

    for number in range(12):
        wall = changed(wall, chance, number)
        step_by_step = drawn(wall, 1920)
        Flowed.kept.clear()
        assert step_by_step == drawn(wall, 1920)


def test_a_card_that_comes_is_laid_with_its_own_cluster_and_no_other(qapp):
    clusters = [a_cluster("Water", 3), a_cluster("School", 5), a_cluster("Market", 2)]
    laid = []

    def show(clusters):
        memory, flow = Flowed.next("a wall"), Flow(900.0, 12.0)
        for block in blocks_of(clusters):
            memory.add(flow, block, lambda one: laid.append(one.title.text) or [], lambda *_all: None)

    show(clusters)
    show([clusters[0], replace(clusters[1], cards=(*clusters[1].cards, a_card(9))), clusters[2]])

    assert laid == ["Water", "School", "Market", "School"]


def test_a_cluster_flows_together_with_those_inside_it():
    inside = a_cluster("Drip", 1, inner=True)
    clusters = [a_cluster("Water", 1), inside, inside, a_cluster("School", 1)]

    assert [[each.title.text for each in block] for block in blocks_of(clusters)] == [
        ["Water", "Drip", "Drip"],
        ["School"],
    ]
    assert list(blocks_of([])) == []
