"""What mouse and keys do at the wall; the wall itself changes nothing, it says what is wanted."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy

from tests.ui.wall.conftest import a_card, a_cluster, a_view, cards
from ui.wall.camera import STEPS
from ui.wall.state import NEW, Spot, Target

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def loose():
    return cards(3)


@pytest.fixture
def clustered():
    return cards(5)


@pytest.fixture
def view(wall, loose, clustered):
    """Three loose cards and two clusters, of five cards and of one, in the order kept by hand."""
    view = a_view(loose, [a_cluster("Follow-up", *clustered), a_cluster("Indicators", a_card("Baseline"))])
    wall.show_board(view)
    return view


# Selecting


def test_a_click_selects_one_card(wall, view, mouse, clustered):
    mouse.click(mouse.at(clustered[1]))

    assert wall.selected == (clustered[1].id,)


def test_ctrl_click_adds_and_takes_away(wall, view, mouse, loose, clustered):
    mouse.click(mouse.at(loose[0]))
    mouse.click(mouse.at(clustered[2]), CTRL)
    both = wall.selected
    mouse.click(mouse.at(loose[0]), CTRL)

    assert both == (loose[0].id, clustered[2].id)
    assert wall.selected == (clustered[2].id,)


def test_shift_click_selects_all_between(wall, view, mouse, clustered):
    mouse.click(mouse.at(clustered[0]))
    mouse.click(mouse.at(clustered[3]), SHIFT)

    assert wall.selected == tuple(card.id for card in clustered[:4])


def test_a_rectangle_drawn_on_the_ground_selects_what_it_touches(wall, view, mouse, clustered):
    first, third = mouse.at(clustered[0]), mouse.at(clustered[2])
    start = QPointF(min(first.x(), third.x()) - 104, first.y() - 70)

    mouse.drag(start, third)

    assert set(wall.selected) >= {clustered[0].id, clustered[2].id}
    assert clustered[3].id not in wall.selected


def test_a_click_beside_the_cards_selects_none(wall, view, mouse, clustered):
    mouse.click(mouse.at(clustered[0]))

    mouse.click(QPointF(1180, 740))

    assert wall.selected == ()


def test_a_click_on_one_of_several_selected_cards_selects_it_alone(wall, view, mouse, clustered):
    wall.select(card.id for card in clustered[:3])

    mouse.click(mouse.at(clustered[1]))

    assert wall.selected == (clustered[1].id,)


# Dragging


def test_a_dragged_card_is_dropped_on_the_cluster_under_the_pointer(wall, view, mouse, loose):
    dropped = QSignalSpy(wall.dropped)
    region = wall.surface.board.layout.region_of(view.clusters[1].id)
    name = wall.surface.board.to_window(region).topLeft() + QPointF(60, 20)

    mouse.drag(mouse.at(loose[1]), name)

    assert dropped.at(0) == [(loose[1].id,), Target("cluster", view.clusters[1].id, None)]


def test_all_selected_cards_are_dragged_in_reading_order(wall, view, mouse, loose, clustered):
    wall.select([clustered[4].id, loose[0].id])
    dropped = QSignalSpy(wall.dropped)
    region = wall.surface.board.layout.regions[-1]

    mouse.drag(mouse.at(clustered[4]), wall.surface.board.to_window(region).center())

    assert dropped.at(0) == [(loose[0].id, clustered[4].id), Target("new", None, None)]


def test_dropped_on_the_left_half_of_a_card_means_before_it(wall, view, mouse, loose, clustered):
    dropped = QSignalSpy(wall.dropped)

    mouse.drag(mouse.at(loose[0]), mouse.at(clustered[1]) - QPointF(40, 0))

    assert dropped.at(0)[1] == Target("cluster", view.clusters[0].id, clustered[1].id)


def test_in_the_order_of_dots_a_card_dropped_in_its_own_cluster_stays(wall, mouse, clustered):
    wall.show_board(a_view((), [a_cluster("Follow-up", *clustered)], by_hand=False))
    dropped = QSignalSpy(wall.dropped)

    mouse.drag(mouse.at(clustered[0]), mouse.at(clustered[3]))

    assert dropped.count() == 0


def test_escape_lets_go_of_what_is_dragged(qtbot, wall, view, mouse, loose, clustered):
    dropped = QSignalSpy(wall.dropped)
    mouse.press(mouse.at(loose[0]))
    mouse.move(mouse.at(loose[0]) + QPointF(30, 30))
    mouse.move(mouse.at(clustered[0]))

    qtbot.keyClick(wall, Qt.Key.Key_Escape)
    mouse.release(mouse.at(clustered[0]))

    assert dropped.count() == 0


def test_a_small_jerk_of_the_hand_is_no_drag(wall, view, mouse, loose):
    dropped = QSignalSpy(wall.dropped)
    at = mouse.at(loose[0])
    mouse.press(at)
    mouse.move(at + QPointF(2, 1))
    mouse.release(at + QPointF(2, 1))

    assert dropped.count() == 0
    assert wall.selected == (loose[0].id,)


# Keys


def test_arrow_keys_reach_every_card_and_every_name(qtbot, wall, view):
    reached = set()
    for key in [Qt.Key.Key_Down] * 5 + [Qt.Key.Key_Right] * 5 + [Qt.Key.Key_Down] * 6:
        qtbot.keyClick(wall, key)
        reached.add(wall.surface.state.current)
    qtbot.keyClick(wall, Qt.Key.Key_Home)
    qtbot.keyClick(wall, Qt.Key.Key_Right)
    reached.add(wall.surface.state.current)

    kinds = {spot.kind for spot in reached}
    assert {"card", "new"} <= kinds


def test_up_from_the_first_card_leads_to_the_name_of_its_cluster(qtbot, wall, view, clustered):
    wall.select([clustered[0].id])

    qtbot.keyClick(wall, Qt.Key.Key_Up)

    assert wall.surface.state.current == Spot("cluster", view.clusters[0].id)
    assert wall.selected == ()


def test_left_from_the_board_leads_into_the_tray_and_right_back(qtbot, wall, view, loose, clustered):
    wall.select([clustered[0].id])
    qtbot.keyClick(wall, Qt.Key.Key_Left)
    in_tray = wall.selected

    qtbot.keyClick(wall, Qt.Key.Key_Right)

    assert in_tray[0] in {card.id for card in loose}
    assert wall.selected[0] in {card.id for card in clustered}


def test_shift_and_arrow_widen_the_selection_and_ctrl_a_takes_all(qtbot, wall, view, clustered):
    wall.select([clustered[0].id])
    qtbot.keyClick(wall, Qt.Key.Key_Down, SHIFT)
    widened = wall.selected

    qtbot.keyClick(wall, Qt.Key.Key_A, CTRL)

    assert len(widened) > 1
    assert len(wall.selected) == view.count()


def test_ctrl_and_arrow_go_on_without_selecting_and_space_adds(qtbot, wall, view, clustered):
    giving_minutes = QShortcut(QKeySequence("Ctrl+Down"), wall.window())
    pressed = []
    giving_minutes.activated.connect(lambda: pressed.append(True))
    wall.select([clustered[0].id])
    qtbot.keyClick(wall, Qt.Key.Key_Down, CTRL)
    selected_on_the_way = wall.selected

    qtbot.keyClick(wall, Qt.Key.Key_Space, CTRL)

    assert selected_on_the_way == (clustered[0].id,)
    assert len(wall.selected) == 2
    assert not pressed


def test_ctrl_a_takes_only_what_is_looked_for(qtbot, wall, view, loose):
    wall.set_passing(frozenset({loose[1].id}))

    qtbot.keyClick(wall, Qt.Key.Key_A, CTRL)

    assert wall.selected == (loose[1].id,)


def test_enter_opens_what_the_keyboard_is_on(qtbot, wall, view, clustered):
    opened = QSignalSpy(wall.opened)
    wall.select([clustered[0].id])
    qtbot.keyClick(wall, Qt.Key.Key_Return)
    qtbot.keyClick(wall, Qt.Key.Key_Up)
    qtbot.keyClick(wall, Qt.Key.Key_Return)

    assert [opened.at(n)[0] for n in range(2)] == [
        Spot("card", clustered[0].id),
        Spot("cluster", view.clusters[0].id),
    ]


def test_a_digit_wants_to_count_dots(qtbot, wall, view, clustered):
    counting = QSignalSpy(wall.counting)
    wall.select([clustered[0].id])

    qtbot.keyClick(wall, Qt.Key.Key_7)

    assert counting.at(0) == [Spot("card", clustered[0].id), "7"]


def test_a_click_on_the_dashed_place_wants_a_new_cluster(wall, view, mouse):
    opened = QSignalSpy(wall.opened)

    mouse.click(wall.surface.window_rect(NEW).center())

    assert opened.at(0) == [NEW]


# Seeing


def test_a_filter_moves_nothing(wall, view, loose):
    before = [region.boxes for region in wall.surface.board.layout.regions]

    wall.set_passing(frozenset({loose[0].id}))

    assert [region.boxes for region in wall.surface.board.layout.regions] == before
    assert wall.surface.state.dims(loose[1].id)
    assert not wall.surface.state.dims(loose[0].id)


def test_selection_and_place_survive_a_change_elsewhere(wall, clustered):
    view = a_view(cards(3), [a_cluster("Follow-up", *clustered), a_cluster("Many", *cards(40))])
    wall.show_board(view)
    wall.select([clustered[4].id])
    wall.zoom_to(1.5)
    wall.verticalScrollBar().setValue(120)

    wall.show_board(replace(view, loose=(*view.loose, a_card("From somebody else"))))

    assert wall.selected == (clustered[4].id,)
    assert (wall.zoom, wall.verticalScrollBar().value()) == (1.5, 120)


def test_a_selected_card_that_is_gone_is_not_selected_any_more(wall, view, loose):
    wall.select([loose[0].id, loose[1].id])
    told = QSignalSpy(wall.selection_changed)

    wall.show_board(replace(view, loose=loose[1:]))

    assert wall.selected == (loose[1].id,)
    assert told.count() == 1


def test_the_wheel_with_ctrl_zooms_around_the_pointer(wall, mouse):
    wall.show_board(a_view((), [a_cluster(str(n), *cards(30)) for n in range(6)]))
    wall.verticalScrollBar().setValue(400)
    point = QPointF(700, 300)
    under = wall.surface.board.to_wall(point)

    mouse.wheel(point, 120, CTRL)

    assert wall.zoom == 1.1
    assert wall.surface.board.to_wall(point) == pytest.approx(under, abs=1)


def test_the_wheel_scrolls_the_part_under_the_pointer(wall, mouse):
    wall.show_board(a_view(cards(30), [a_cluster(str(n), *cards(30)) for n in range(6)]))

    mouse.wheel(QPointF(100, 300), -120)
    tray = wall.surface.tray.scroll_y
    mouse.wheel(QPointF(700, 300), -120)

    assert tray > 0
    assert wall.surface.tray.scroll_y == tray
    assert wall.verticalScrollBar().value() == wall.surface.board.scroll_y > 0


def test_zoom_steps_lead_from_the_smallest_to_the_largest_and_back(wall, view):
    for _ in range(40):
        wall.zoom_by(-1)
    smallest = wall.zoom
    for _ in range(40):
        wall.zoom_by(1)

    assert (smallest, wall.zoom) == (STEPS[0], STEPS[-1])


def test_fit_shows_the_whole_wall(wall):
    wall.show_board(a_view((), [a_cluster(str(n), *cards(30)) for n in range(12)]))

    wall.fit()

    pane = wall.surface.board
    assert (pane.most_x, pane.most_y) == (0, 0)
    assert wall.zoom < 1


def test_only_what_can_be_seen_is_painted(qtbot, wall):
    wall.show_board(a_view((), [a_cluster(str(n), *cards(100)) for n in range(10)]))
    wall.viewport().update()

    qtbot.waitUntil(lambda: wall.settled and bool(wall.painter._for_squares._kept))

    assert len(wall.painter._for_squares._kept) < 250


def test_every_zoom_paints_something_else(qtbot, wall, view):
    seen = set()
    for zoom in (1.0, 0.4, 0.05):
        wall.zoom_to(zoom)
        qtbot.waitUntil(lambda: wall.settled)
        picture = wall.grab().toImage()  # its bits are there as long as it is
        seen.add(bytes(picture.constBits()))

    assert len(seen) == 3


def test_a_card_too_small_to_be_read_still_has_the_badge_of_its_kind(qtbot, wall, view):
    card = view.clusters[0].cards[0]
    solid = wall._theme.card(card.look).solid.rgb()

    def shows_the_badge(zoom):
        wall.zoom_to(zoom)
        qtbot.waitUntil(lambda: wall.settled)
        box = wall.surface.board.to_window(wall.surface.board.layout.box(card.id)).toRect()
        picture = wall.grab().toImage()
        middle = box.center()
        around = [(middle.x() + dx, middle.y() + dy) for dx in range(-5, 6) for dy in range(-5, 6)]
        return solid in {picture.pixelColor(*each).rgb() for each in around}

    assert shows_the_badge(0.4)
    assert not shows_the_badge(0.15)


def test_the_theme_changes_live(qtbot, wall, theme, view):
    light = wall.grab().toImage().pixelColor(1190, 700)

    theme.set_scheme("dark")

    assert wall.grab().toImage().pixelColor(1190, 700).lightness() < light.lightness()


@pytest.mark.parametrize(
    "text", ["<b>bold</b> & co", "مرحبا " * 30, "👩🏽‍🌾" * 200, "x" * 10_000, "\u202etxt\u0000"]
)
def test_whatever_people_write_can_be_painted(qtbot, wall, text):
    wall.show_board(
        a_view([a_card(text, who=text[:50], code="XX")], [a_cluster(text, a_card(text, dots=3, hidden=True))])
    )
    wall.viewport().update()

    qtbot.waitUntil(lambda: wall.settled)

    assert not wall.grab().isNull()
