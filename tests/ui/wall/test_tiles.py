"""What is kept of the wall is what a new wall would paint, whatever happened to it, and only what changed is laid."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from tests.ui.wall.conftest import a_card, a_cluster, a_view, cards
from ui.wall.blocks import Blocks
from ui.wall.layout import Words, lay_board
from ui.wall.tiles import SIDE
from ui.wall.wall import CardWall
from ui.wall.wrap import Wrapper


@pytest.fixture
def words(worn, theme):
    written = Wrapper(theme.font("card"))
    return Words(written.lines, Wrapper(theme.font("heading")).lines, written.counts)


@pytest.fixture
def another(qtbot, worn, theme):
    """A wall that shows a board for the first time, as large and as far as the other one."""

    def made(wall):
        new = CardWall(theme)
        qtbot.addWidget(new)
        new.retranslate()
        new.resize(wall.size())
        with qtbot.waitExposed(new):
            new.show()
        new.show_board(wall.surface.view)
        new.set_passing(wall.surface.state.passing)
        new.zoom_to(wall.zoom)
        qtbot.waitUntil(lambda: new.viewport().size() == wall.viewport().size())
        new.surface.board.scroll_to(wall.surface.board.scroll_x, wall.surface.board.scroll_y)
        new.follow_scroll()
        return new

    return made


def picture(qtbot, wall):
    """Return what is seen once nothing is put off any more."""
    wall.clearFocus()
    wall.viewport().repaint()
    qtbot.waitUntil(lambda: wall.settled)
    return wall.viewport().grab().toImage()


@pytest.mark.parametrize("zoom", [1.0, 0.6, 0.4, 0.1, 0.07])
def test_after_a_card_came_moved_and_went_the_wall_looks_as_if_it_were_new(qtbot, wall, another, zoom):
    first, second = a_cluster("Water", *cards(30)), a_cluster("Seed", *cards(9))
    view = a_view(loose=cards(4), clusters=[first, second])
    wall.show_board(view)
    wall.zoom_to(zoom)
    picture(qtbot, wall)

    came = a_card("The pump has come")
    steps = (
        replace(first, cards=(*first.cards, came)),
        replace(first, cards=first.cards[1:]),
        replace(first, title="Water and soil"),
    )
    for changed in steps:
        wall.show_board(replace(view, clusters=(changed, second)))

        assert picture(qtbot, wall) == picture(qtbot, another(wall))


def test_after_panning_and_filtering_the_wall_looks_as_if_it_were_new(qtbot, wall, another):
    view = a_view(clusters=[a_cluster(str(n), *cards(25)) for n in range(30)])
    wall.show_board(view)
    picture(qtbot, wall)

    for x, y in ((SIDE // 2, 30), (700, 1100), (90, 400)):
        wall.surface.board.scroll_to(x, y)
        wall.follow_scroll()
        wall.set_passing(frozenset(card.id for card in view.clusters[x % 30].cards))

        assert picture(qtbot, wall) == picture(qtbot, another(wall))


def test_while_squares_are_missing_the_wall_is_never_blank(qtbot, wall):
    view = a_view(clusters=[a_cluster(str(n), *cards(25)) for n in range(60)])
    wall.show_board(view)
    wall.fit()
    far = picture(qtbot, wall)

    wall.show_board(replace(view, clusters=view.clusters[:-1]))
    at_once = wall.viewport().grab().toImage()

    spots = [QPointF(x, y).toPoint() for x in range(20, 1180, 40) for y in range(20, 740, 40)]
    seen = {at_once.pixelColor(spot).name() for spot in spots}
    assert len(seen & {far.pixelColor(spot).name() for spot in spots}) >= 5


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changes=st.lists(
        st.tuples(st.integers(0, 3), st.sampled_from(["add", "drop", "reword", "turn"])), max_size=12
    )
)
def test_a_board_that_is_laid_again_and_again_lies_as_one_that_is_laid_once(words, changes):
    known = Blocks()
    clusters = [a_cluster(f"Cluster {n}", *cards(7 * n)) for n in range(4)]

    for number, change in changes:
        inside = list(clusters[number].cards)
        if change == "add":
            inside.append(a_card("One more that says something long enough for two lines"))
        elif change == "drop":
            inside = inside[1:]
        elif change == "reword" and inside:
            inside[0] = replace(inside[0], text="said " * 30)
        elif change == "turn":
            inside.reverse()
        clusters[number] = replace(clusters[number], cards=tuple(inside))
        view = a_view(clusters=clusters)
        known.begin()
        again = lay_board(view, 1100, words, loose=False, known=known)
        once = lay_board(view, 1100, words, loose=False)

        assert [region.boxes for region in again.regions] == [region.boxes for region in once.regions]
        assert (again.width, again.height) == (once.width, once.height)


def test_one_more_card_lays_the_cluster_it_comes_to_and_no_other(words):
    known = Blocks()
    clusters = [a_cluster(str(n), *cards(5)) for n in range(3)]
    known.begin()
    before = lay_board(a_view(clusters=clusters), 1100, words, loose=False, known=known)

    clusters[1] = replace(clusters[1], cards=(*clusters[1].cards, a_card()))
    known.begin()
    after = lay_board(a_view(clusters=clusters), 1100, words, loose=False, known=known)

    kept = [one.block is other.block for one, other in zip(before.regions, after.regions, strict=True)]
    assert kept[:3] == [True, False, True]
