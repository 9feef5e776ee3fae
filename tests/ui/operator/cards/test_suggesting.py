"""Clusters are suggested for loose cards, one at a time; a person makes each, passes it over or has enough."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from facilitator.domain.cards import Card, Cluster
from facilitator.domain.ids import BoardId, new_id
from facilitator.domain.values import Text
from facilitator.i18n import use
from tests.ui.operator.run.conftest import press

LOOSE = (
    "El riego por goteo funciona",
    "Comprar mangueras para regar",
    "Los riegos de noche ahorran",
    "La escuela abre tarde",
    "Falta una maestra en la escuela",
    "El mercado paga poco",
)


@pytest.fixture
def afternoon(afternoon):
    """The afternoon with six more cards that nobody has put anywhere."""
    loose = (
        replace(afternoon.card(text, position=9 + place), text=Text(text, "es"))
        for place, text in enumerate(LOOSE)
    )
    afternoon.elsewhere = replace(afternoon.board, id=BoardId(new_id()), session=afternoon.loops.id)
    afternoon.others += [afternoon.elsewhere, *loose]
    return afternoon


def words(page, keys):
    return {page.wall.surface.box(key).card.text for key in keys}


def proposed(qtbot, page):
    qtbot.waitUntil(lambda: page.suggesting.offer.is_open)
    return words(page, page.wall.selected)


def test_s_suggests_cards_that_speak_of_one_thing_and_shows_which(qtbot, page):
    press(page.wall, Qt.Key.Key_S)

    shown = proposed(qtbot, page)
    assert shown in ({LOOSE[0], LOOSE[2]}, {LOOSE[3], LOOSE[4]})
    assert len(page.wall.selected) == 2


def test_making_it_is_one_step_and_the_next_is_suggested(qtbot, page, desk):
    page._toggle_suggesting()
    first = proposed(qtbot, page)
    before = len(desk.records.where(Cluster))

    page.suggesting.offer.accept()
    qtbot.waitUntil(lambda: len(desk.records.where(Cluster)) == before + 1)

    made = max(desk.records.where(Cluster), key=lambda each: each.id)
    assert {card.text.text for card in desk.records.where(Card, cluster=made.id)} == first
    assert made.title.text in ("Riego", "Riegos", "Escuela")
    assert proposed(qtbot, page).isdisjoint(first)


def test_one_tab_leads_from_the_wall_to_making_it_and_the_keys_come_back(qtbot, page, desk):
    press(page.wall, Qt.Key.Key_S)
    first = proposed(qtbot, page)
    before = len(desk.records.where(Cluster))

    qtbot.keyClick(page.wall, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(desk.records.where(Cluster)) == before + 1)

    made = max(desk.records.where(Cluster), key=lambda each: each.id)
    assert {card.text.text for card in desk.records.where(Card, cluster=made.id)} == first
    assert page.wall.hasFocus()


def test_what_was_passed_over_does_not_come_again_and_nothing_moves(qtbot, page, desk):
    page._toggle_suggesting()
    seen = [frozenset(proposed(qtbot, page))]
    while page.suggesting.is_on and len(seen) < 20:
        page.suggesting.offer.decline()
        qtbot.waitUntil(lambda: page.suggesting.offer.is_open or not page.suggesting.is_on)
        seen += [frozenset(proposed(qtbot, page))] if page.suggesting.is_on else []

    assert len(seen) == len(set(seen))
    assert len(seen) >= 2
    assert {card.text.text for card in desk.records.where(Card, cluster=None)} >= set(LOOSE)


def test_pressing_it_again_leaves_off(qtbot, page):
    page._toggle_suggesting()
    proposed(qtbot, page)

    page.toolbar.suggest.click()

    assert not page.suggesting.is_on
    assert page.suggesting.offer.isHidden()


def test_that_nothing_more_belongs_together_is_said_where_it_is_seen_until_closed(qtbot, page):
    page._toggle_suggesting()
    while page.suggesting.is_on:
        proposed(qtbot, page)
        page.suggesting.offer.decline()
        qtbot.waitUntil(lambda: page.suggesting.offer.is_open)
    offer = page.suggesting.offer
    said = offer.accessibleName()
    shown = offer.isVisible()

    offer.accept()

    assert said == "No more loose cards belong together by their words"
    assert shown
    assert offer.isHidden()


def test_a_suggestion_is_taken_back_when_another_board_comes_on_the_wall(qtbot, page, afternoon):
    page._toggle_suggesting()
    proposed(qtbot, page)

    page.show_board(afternoon.elsewhere.id)

    assert not page.suggesting.is_on
    assert page.suggesting.offer.isHidden()


def test_the_button_says_what_it_does_where_there_is_room_and_in_any_case_to_who_asks(page):
    toolbar = page.toolbar
    toolbar.resize(1280, toolbar.height())
    wide = toolbar.suggest.text()
    toolbar.resize(640, toolbar.height())

    assert (wide, toolbar.suggest.text()) == ("Suggest clusters", "")
    assert page.toolbar.suggest.accessibleName() == "Suggest clusters"
    assert "one at a time" in page.toolbar.suggest.toolTip()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("width", [800, 1000, 1280, 1800])
def test_what_the_search_field_asks_for_is_never_cut(qtbot, page, language, width):
    use(language)
    page.retranslate()

    page.resize(width, 800)
    page.toolbar.layout().activate()

    search = page.toolbar.search
    glass = min(button.geometry().right() for button in search.findChildren(QToolButton))
    assert search.placeholderText()
    assert search.fontMetrics().horizontalAdvance(search.placeholderText()) < search.width() - glass - 8
