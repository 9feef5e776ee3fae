"""The bar that offers to undo is there as long as the thing that it names can be undone by it."""

import pytest

from facilitator.services.wall import NewCard
from tests.afternoon import said


@pytest.fixture
def window(wired):
    """A window wired to a desk, on the People page."""
    wired.show_page("people")
    return wired


def add_work(desk, afternoon, words):
    desk.perform(lambda work: work.planning.add_item(afternoon.workshop.id, said(words)))


def test_what_was_undone_by_key_is_not_offered_again(qtbot, window, desk, afternoon):
    add_work(desk, afternoon, "Visit the cooperative")
    qtbot.waitUntil(window.undo_bar.isVisible)

    desk.undo()

    qtbot.waitUntil(lambda: not window.undo_bar.isVisible())


def test_what_was_done_before_something_else_is_not_offered_by_its_name(qtbot, window, desk, afternoon):
    add_work(desk, afternoon, "Visit the cooperative")
    qtbot.waitUntil(window.undo_bar.isVisible)
    card = NewCard(text=said("Who pays?"))

    desk.perform(lambda work: work.wall.add_card(afternoon.round.id, card))

    qtbot.waitUntil(lambda: not window.undo_bar.isVisible())
