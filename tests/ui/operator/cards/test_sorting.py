"""Cards are merged, moved, typed, hidden and deleted by keys, and one undo takes each back."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QMenu

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Card, CardStatus, Cluster, Kind
from facilitator.domain.notes import Agreement, ParkingItem
from facilitator.domain.plans import WorkItem
from tests.ui.wall.conftest import Mouse
from ui.operator.spelling_menu import open_menu_by_key
from ui.wall.state import Spot

Key = Qt.Key


@pytest.fixture
def press(qtbot, page, after):
    """Press a key at the wall and wait for what it changes."""

    def key(which, modifiers=Qt.KeyboardModifier.NoModifier):
        after(qtbot.keyClick, page.wall, which, modifiers)

    return key


def select(page, *cards):
    page.wall.select([card.id for card in cards])


def test_g_merges_and_one_undo_separates(page, desk, press, stored, after, afternoon):
    a, b, *_ = afternoon.cards
    select(page, a, b)

    press(Key.Key_G)
    merged = stored()
    after(desk.undo)

    assert "Visits every quarter" not in merged
    assert set(stored()) == {card.text.text for card in afternoon.cards}


def test_merged_cards_can_be_separated(page, press, stored, after, afternoon):
    select(page, *afternoon.cards[:2])
    press(Key.Key_G)

    after(page._sorting.unmerge)

    assert len(stored()) == 5


def test_what_was_merged_is_separated_from_the_menu_that_a_key_opens(
    qtbot, page, press, stored, after, afternoon
):
    select(page, *afternoon.cards[:2])
    press(Key.Key_G)
    open_menu_by_key()
    menu = next(each for each in page.area.findChildren(QMenu) if each.isVisible())
    separate = next(each for each in menu.actions() if each.text() == "Separate what was merged")

    menu.setActiveAction(separate)
    after(qtbot.keyClick, menu, Key.Key_Return)

    assert len(stored()) == 5


def test_cards_are_made_loose_again_by_typing_where_they_go(qtbot, page, press, stored, after, afternoon):
    select(page, afternoon.cards[0])
    qtbot.keyClick(page.wall, Key.Key_M)
    qtbot.keyClicks(page.area.picker.search, "not cl")

    after(qtbot.keyClick, page.area.picker.search, Key.Key_Return)

    assert stored()["One call a month"].cluster is None


def test_loose_cards_merged_with_one_of_a_cluster_are_spoken_for_there(page, press, stored, afternoon):
    in_cluster, loose = afternoon.cards[2], afternoon.cards[3]
    select(page, loose, in_cluster)

    press(Key.Key_G)

    assert "Who calls?" not in stored()
    assert stored()["Three indicators"].cluster == afternoon.clusters[1].id


def test_m_and_a_part_of_the_name_move_cards(qtbot, page, stored, after, afternoon):
    select(page, *afternoon.cards[3:])
    qtbot.keyClick(page.wall, Key.Key_M)
    qtbot.keyClicks(page.area.picker.search, "indic")

    after(qtbot.keyClick, page.area.picker.search, Key.Key_Return)

    assert {stored()[words].cluster for words in ("Who calls?", "A photo of each slip")} == {
        afternoon.clusters[1].id
    }
    assert page.wall.hasFocus()


def test_a_name_nobody_has_makes_a_cluster(qtbot, page, desk, stored, after, afternoon):
    select(page, afternoon.cards[3])
    qtbot.keyClick(page.wall, Key.Key_M)
    qtbot.keyClicks(page.area.picker.search, "Evidence")

    after(qtbot.keyClick, page.area.picker.search, Key.Key_Return)

    [made] = [each for each in desk.records.where(Cluster) if each.title.text == "Evidence"]
    assert stored()["Who calls?"].cluster == made.id


def test_escape_leaves_the_list_of_clusters_and_nothing_moves(qtbot, page, stored, afternoon):
    select(page, afternoon.cards[3])
    qtbot.keyClick(page.wall, Key.Key_M)

    qtbot.keyClick(page.area.picker.search, Key.Key_Escape)

    assert not page.area.picker.isVisible()
    assert page.wall.hasFocus()
    assert stored()["Who calls?"].cluster is None


def test_a_drag_is_one_step(page, desk, stored, after, afternoon):
    mouse = Mouse(page.wall)
    select(page, *afternoon.cards[3:])
    region = page.wall.surface.board.layout.region_of(afternoon.clusters[0].id)
    name = page.wall.surface.board.to_window(region).topLeft() + QPointF(40, 20)

    after(mouse.drag, mouse.at(afternoon.cards[3]), name)
    moved = {stored()[words].cluster for words in ("Who calls?", "A photo of each slip")}
    after(desk.undo)

    assert moved == {afternoon.clusters[0].id}
    assert stored()["A photo of each slip"].cluster is None


def test_cards_dropped_on_the_dashed_place_make_a_cluster_whose_name_is_written_at_once(
    qtbot, page, desk, after, afternoon
):
    mouse = Mouse(page.wall)
    new = page.wall.surface.board.layout.regions[-1]
    after(mouse.drag, mouse.at(afternoon.cards[3]), page.wall.surface.board.to_window(new).center())
    qtbot.waitUntil(page.wall.writing.line.hasFocus)
    qtbot.keyClicks(page.wall.writing.line, "Calls")

    after(qtbot.keyClick, page.wall.writing.line, Key.Key_Return)

    assert "Calls" in {each.title.text for each in desk.records.where(Cluster)}


def test_alt_and_arrow_move_a_card_in_the_order_kept_by_hand(page, press, stored, afternoon):
    select(page, afternoon.cards[0])

    press(Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert stored()["One call a month"].position > stored()["Visits every quarter"].position
    assert page.wall.selected == (afternoon.cards[0].id,)


def test_alt_and_arrow_move_a_cluster_whose_name_has_the_keyboard(page, press, afternoon):
    page.wall.surface.state.current = Spot("cluster", afternoon.clusters[0].id)

    press(Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert [each.title for each in page.wall.surface.view.clusters] == ["Indicators", "Follow-up"]


def test_del_puts_cards_in_the_bin_and_the_next_one_is_selected(page, desk, press, stored, after, afternoon):
    select(page, afternoon.cards[0])

    press(Key.Key_Delete)
    left = set(stored())
    after(desk.undo)

    assert "One call a month" not in left
    assert page.wall.selected == (afternoon.cards[1].id,)
    assert len(stored()) == 5


def test_del_on_a_name_dissolves_the_cluster_and_keeps_its_cards(page, desk, press, stored, afternoon):
    page.wall.surface.state.current = Spot("cluster", afternoon.clusters[0].id)

    press(Key.Key_Delete)

    assert len(desk.records.where(Cluster)) == 1
    assert stored()["One call a month"].cluster is None


def test_h_hides_on_stage_and_again_shows(page, press, stored, afternoon):
    select(page, afternoon.cards[0])

    press(Key.Key_H)
    hidden = stored()["One call a month"].hidden_on_stage
    press(Key.Key_H)

    assert hidden
    assert not stored()["One call a month"].hidden_on_stage


def test_t_offers_the_types_and_one_is_taken(qtbot, page, stored, after, afternoon):
    select(page, *afternoon.cards[:2])

    after(page._authoring.retype, "difficulty")

    assert {stored()[words].kind for words in ("One call a month", "Visits every quarter")} == {
        Kind.DIFFICULTY
    }


def test_w_makes_rows_of_the_work_plan_that_know_their_cards(page, desk, press, afternoon):
    select(page, *afternoon.cards[:2])

    press(Key.Key_W)

    items = desk.records.where(WorkItem)
    assert {item.origin.ref for item in items} == {card.id for card in afternoon.cards[:2]}
    assert page.wall.surface.box(afternoon.cards[0].id).card.in_plan


def test_cards_become_agreements_and_parked_matters(page, desk, after, afternoon):
    select(page, *afternoon.cards[:2])

    after(page._outcomes.to_agreements)
    after(page._outcomes.to_parking_lot)

    assert [each.source for each in desk.records.where(Agreement)] == [c.id for c in afternoon.cards[:2]]
    assert len(desk.records.where(ParkingItem)) == 2


def test_the_bar_says_how_many_are_selected_and_suggests_what_their_words_say(page, afternoon):
    select(page, *afternoon.cards[3:])

    bar = page.area.actions_bar
    assert bar.isVisible()
    assert bar.accessibleName() == "2 selected"
    assert bar.buttons["wall.move"].suggested
    assert bar.buttons["wall.merge"].isEnabled()


def test_one_card_cannot_be_merged(page, afternoon):
    select(page, afternoon.cards[0])

    assert not page.area.actions_bar.buttons["wall.merge"].isEnabled()


def test_a_button_of_the_bar_does_what_its_key_does(page, stored, after, afternoon):
    select(page, afternoon.cards[0])

    after(page.area.actions_bar.buttons["wall.hide"].click)

    assert stored()["One call a month"].hidden_on_stage
    assert page.wall.hasFocus()


def test_any_sequence_of_gestures_undone_ends_where_it_began(page, desk, press, stored, after, afternoon):
    before = {(card.id, card.cluster, card.status, card.position) for card in desk.records.where(Card)}
    select(page, *afternoon.cards[:2])
    press(Key.Key_G)
    select(page, afternoon.cards[3])
    after(page._sorting.move_to, afternoon.clusters[1].id)
    press(Key.Key_Delete)
    page.wall.surface.state.current = Spot("cluster", afternoon.clusters[0].id)
    page.wall.select(())
    page.wall.surface.state.current = Spot("cluster", afternoon.clusters[0].id)
    press(Key.Key_Delete)

    for _ in range(4):
        after(desk.undo)

    assert {
        (card.id, card.cluster, card.status, card.position) for card in desk.records.where(Card)
    } == before
    assert all(card.status is CardStatus.ACTIVE for card in desk.records.where(Card))
    assert desk.records.where(Session)


# Clusters inside clusters


def inside(desk, cluster):
    return desk.records.get(Cluster, cluster.id).inside


def head(page, cluster):
    surface = page.wall.surface
    region = surface.board.layout.region_of(cluster.id)
    return surface.board.to_window(region).topLeft() + QPointF(30, 20)


def test_a_cluster_dragged_by_its_name_onto_another_stands_inside_it_and_one_undo_takes_it_out(
    page, desk, after, afternoon
):
    follow_up, indicators = afternoon.clusters

    after(Mouse(page.wall).drag, head(page, indicators), head(page, follow_up))
    put = inside(desk, indicators)
    after(desk.undo)

    assert put == follow_up.id
    assert inside(desk, indicators) is None


def test_a_cluster_dragged_out_of_another_stands_by_itself(page, desk, after, afternoon):
    follow_up, indicators = afternoon.clusters
    after(page._sorting.put_inside, indicators.id, follow_up.id)
    new = page.wall.surface.board.layout.regions[-1]

    after(
        Mouse(page.wall).drag,
        head(page, indicators),
        page.wall.surface.board.to_window(new).center(),
    )

    assert inside(desk, indicators) is None


def test_m_on_the_name_of_a_cluster_puts_it_into_another_and_out_again(qtbot, page, desk, after, afternoon):
    follow_up, indicators = afternoon.clusters
    page.wall.be_at(Spot("cluster", indicators.id))
    picker = page.area.picker

    qtbot.keyClick(page.wall, Key.Key_M)
    offered = [picker.items.item(row).text() for row in range(picker.items.count())]
    after(qtbot.keyClick, picker.search, Key.Key_Return)
    put = inside(desk, indicators)
    qtbot.keyClick(page.wall, Key.Key_M)
    qtbot.keyClick(picker.search, Key.Key_Down)
    after(qtbot.keyClick, picker.search, Key.Key_Return)

    assert offered == ["Follow-up", "Not inside another cluster"]
    assert put == follow_up.id
    assert inside(desk, indicators) is None


def test_a_cluster_is_not_dropped_on_what_stands_inside_it(page, desk, after, afternoon):
    follow_up, indicators = afternoon.clusters
    after(page._sorting.put_inside, indicators.id, follow_up.id)

    Mouse(page.wall).drag(head(page, follow_up), head(page, indicators))

    assert inside(desk, follow_up) is None
    assert inside(desk, indicators) == follow_up.id
