"""The stream keeps pictures of what it shows, not of all that came: a long day holds no more than a short one."""

import pytest

from facilitator.services.wall import NewCard


@pytest.fixture
def pictures(run):
    """Return the keys of the pictures that are kept."""
    return lambda: list(run.stream.view.itemDelegate()._pictures)


def test_a_hundred_cards_leave_pictures_of_two_screens_full(qtbot, run, do, desk, afternoon, pictures):
    for number in range(100):
        words = desk.text(f"Card {number}")
        do(lambda w, words=words: w.wall.add_card(afternoon.round.id, NewCard(text=words)))
        run.stream.view.viewport().grab()

    view = run.stream.view
    shown = view.viewport().height() // view.itemDelegate().row_height() + 1
    assert shown <= len(pictures()) <= max(12, 2 * shown)


def test_what_is_shown_is_painted_from_the_pictures_that_are_there(run, do, desk, afternoon, pictures):
    for number in range(30):
        words = desk.text(f"Card {number}")
        do(lambda w, words=words: w.wall.add_card(afternoon.round.id, NewCard(text=words)))
    run.stream.view.viewport().grab()
    before = set(pictures())

    run.stream.view.viewport().grab()

    assert set(pictures()) == before
