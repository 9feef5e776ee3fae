"""What is kept of the wall is what a new wall would paint, whatever happened to it, and only what changed is laid."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.wall.conftest import a_card, a_cluster, a_view, cards
from ui.wall.blocks import Blocks
from ui.wall.camera import STEPS
from ui.wall.layout import Words, lay_board
from ui.wall.state import NEW
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


# Moving what stays in sight


class Paints(QObject):
    """Sees which parts of a wall's window are painted."""

    def __init__(self, wall):
        super().__init__(wall)
        self.areas = []
        wall.viewport().installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            self.areas.append(sum(part.width() * part.height() for part in event.region()))
        return False


def on_screen(wall):
    """Return what the window shows, as against what it would paint."""
    window = wall.window()
    place = QRect(wall.viewport().mapTo(window, QPoint(0, 0)), wall.viewport().size())
    return window.screen().grabWindow(window.winId()).copy(place).toImage()


@pytest.fixture
def large(qtbot, wall):
    """A wall with loose cards beside a board that is much larger than the window."""
    wall.show_board(a_view(loose=cards(30), clusters=[a_cluster(str(n), *cards(25)) for n in range(40)]))
    picture(qtbot, wall)
    return wall


@pytest.fixture
def floating(qtbot, large):
    """A badge that floats over the wall, as the zoom of the Cards page does."""
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(large.size())
    large.setParent(around)
    large.move(0, 0)
    badge = QLabel("100 %", around)
    badge.setGeometry(900, 690, 160, 40)
    with qtbot.waitExposed(around):
        around.show()
    large.show()
    picture(qtbot, large)
    yield badge
    large.setParent(None)


def scrolled(qtbot, wall, x, y):
    wall.surface.board.scroll_to(wall.surface.board.scroll_x + x, wall.surface.board.scroll_y + y)
    wall.follow_scroll()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: wall.settled)


WAYS = [(13, 7), (0, 40), (-9, 0), (300, 250), (-40, -90), (5, -3), (2000, 0), (1, 1)]


def test_a_board_that_is_scrolled_shows_what_a_board_painted_there_shows(qtbot, large):
    large.select([large.surface.cards_in_order()[40]])
    shown = []

    for x, y in WAYS:
        scrolled(qtbot, large, x, y)
        shown.append((on_screen(large), large.viewport().grab().toImage()))

    assert all(seen == painted for seen, painted in shown)


def test_what_floats_over_the_wall_stays_where_it_is_while_the_board_is_scrolled(qtbot, large, floating):
    shown = []

    for x, y in WAYS:
        scrolled(qtbot, large, x, y)
        shown.append((on_screen(large), large.parentWidget().grab(large.geometry()).toImage()))

    assert all(seen == painted.copy(seen.rect()) for seen, painted in shown)


def test_a_small_step_paints_a_small_part_of_the_window(qtbot, large):
    scrolled(qtbot, large, 400, 300)
    paints = Paints(large)

    scrolled(qtbot, large, 13, 7)

    whole = large.viewport().width() * large.viewport().height()
    assert paints.areas
    assert sum(paints.areas) < whole / 20


def test_under_what_floats_over_the_wall_a_band_is_painted_and_no_more(qtbot, large, floating):
    scrolled(qtbot, large, 400, 300)
    paints = Paints(large)

    scrolled(qtbot, large, 13, 7)

    whole = large.viewport().width() * large.viewport().height()
    assert sum(paints.areas) < whole / 8


def test_while_a_card_is_carried_to_the_edge_all_is_painted_and_the_card_stays_in_the_hand(
    qtbot, large, mouse
):
    card = large.surface.view.clusters[0].cards[0]
    mouse.press(mouse.at(card))
    mouse.move(mouse.at(card) + QPointF(30, 30))
    QApplication.processEvents()

    scrolled(qtbot, large, 60, 40)

    assert on_screen(large) == large.viewport().grab().toImage()


def test_while_a_name_is_written_all_is_painted_and_the_field_goes_with_its_cluster(qtbot, large):
    large.writing.name(large.surface.view.clusters[0].id)
    before = large.writing.line.pos()

    scrolled(qtbot, large, 20, 30)

    assert large.writing.line.pos() == before - QPoint(20, 30)
    assert on_screen(large) == large.grab(large.viewport().geometry()).toImage()


def test_what_stood_in_for_a_part_that_was_not_ready_is_painted_over_wherever_it_went(
    qtbot, large, monkeypatch
):
    monkeypatch.setattr("ui.wall.tiles.FRAME_BUDGET", -1.0)
    for _step in range(6):
        large.surface.board.scroll_to(large.surface.board.scroll_x + 90, large.surface.board.scroll_y + 70)
        large.follow_scroll()
        large.viewport().repaint(QRect(0, 0, 1, 1))
    lacked = not large.settled
    monkeypatch.undo()
    large.viewport().update(QRect(300, 300, 4, 4))

    qtbot.waitUntil(lambda: large.settled)
    QApplication.processEvents()

    assert lacked
    assert on_screen(large) == large.viewport().grab().toImage()


@pytest.mark.parametrize(("zoom", "has_plus"), [(0.25, True), (STEPS[0], False)])
def test_the_plus_of_a_new_cluster_is_inside_its_dashes_or_not_there(qtbot, wall, theme, zoom, has_plus):
    wall.show_board(a_view((), [a_cluster("Follow-up", *cards(5))]))
    wall.zoom_to(zoom)
    qtbot.waitUntil(lambda: wall.settled)

    shown = wall.viewport().grab().toImage().pixelColor(wall.surface.window_rect(NEW).center().toPoint())

    assert (shown != theme.colour("board")) == has_plus
