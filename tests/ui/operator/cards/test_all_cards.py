"""The cards of all boards on one wall: filtered by session, to be looked through, never to be sorted."""

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.cards import Board, Card
from facilitator.domain.ids import BoardId, new_id
from facilitator.services.wall import NewCard
from tests.afternoon import said
from tests.ui.wall.conftest import Mouse

Key = Qt.Key


@pytest.fixture
def other(page, desk, after, afternoon):
    """A second board, in another session, with one card."""
    key = BoardId(new_id())
    after(desk.perform, lambda workspace: workspace.wall.boards.add(afternoon.loops.id, key))
    card = NewCard(text=said("Training is not enough"), board=key)
    after(desk.perform, lambda workspace: workspace.wall.add_card(afternoon.loops.id, card))
    return desk.records.get(Board, key)


@pytest.fixture
def whole(page, other):
    page.board_bar.chooser.chosen.emit("all")
    return page


def shown(page):
    return [(each.title, len(each.cards)) for each in page.wall.surface.view.clusters]


def test_cards_stand_by_session_in_the_order_of_the_agenda(whole):
    assert shown(whole) == [("Improving the cycle", 5), ("Double loop", 1)]
    assert whole.board is None
    assert not whole.phases.isVisible()


def test_a_session_is_chosen_beside_kinds_and_organisations(whole, other):
    whole.toolbar.session.set_key(str(other.session))
    whole.toolbar.session.chosen.emit(str(other.session))

    passing = whole.wall.surface.state.passing

    [found] = [card for card in whole.wall.surface.view.cards() if card.id in passing]
    assert found.text == "Training is not enough"


def test_nothing_is_moved_renamed_or_deleted_there(qtbot, whole, desk, afternoon):
    before = desk.records.where(Card)
    card = afternoon.cards[3]
    whole.wall.select([card.id])

    for key in (Key.Key_G, Key.Key_M, Key.Key_W, Key.Key_H, Key.Key_T, Key.Key_Delete, Key.Key_S, Key.Key_L):
        qtbot.keyClick(whole.wall, key)
    mouse = Mouse(whole.wall)
    mouse.drag(mouse.at(card), mouse.at(afternoon.cards[0]))
    qtbot.waitUntil(lambda: desk.all_stored)

    assert desk.records.where(Card) == before
    assert not whole.area.actions_bar.isVisible()
    assert not whole.area.picker.isVisible()


def test_enter_shows_a_card_on_its_own_board(qtbot, whole, other, desk):
    [card] = desk.records.where(Card, board=other.id)
    whole.wall.select([card.id])

    qtbot.keyClick(whole.wall, Key.Key_Return)

    assert whole.board == other
    assert whole.wall.selected == (card.id,)
