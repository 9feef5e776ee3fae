"""What a screen reader is told of the painted cards."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible

from tests.ui.wall.conftest import a_card, a_cluster, a_view
from ui.presenters.cards import spoken_cluster

Name = QAccessible.Text.Name


@pytest.fixture
def view(wall):
    view = a_view(
        [a_card("Can two buyers share one prototype?", "question", who="Esteban", code="LV")],
        [
            a_cluster(
                "Follow-up", a_card("One call a month", dots=4), a_card("Visits", hidden=True, merged=("x",))
            )
        ],
    )
    wall.show_board(view)
    return view


@pytest.fixture
def told(wall, view):
    """What Qt tells of the wall."""
    return QAccessible.queryAccessibleInterface(wall)


def test_the_wall_is_a_list_of_its_cards(told):
    assert told.role() == QAccessible.Role.List
    assert told.text(Name) == "Cards on the wall"
    assert told.childCount() == 3
    assert {told.child(n).role() for n in range(3)} == {QAccessible.Role.ListItem}


def test_each_card_says_kind_words_cluster_dots_and_state(told):
    assert [told.child(n).text(Name) for n in range(3)] == [
        "Question: Can two buyers share one prototype?. Not clustered. Esteban LV",
        "Suggestion: One call a month. Follow-up. 4 dots",
        "Suggestion: Visits. Follow-up. speaks for 1 more card. hidden on stage",
    ]


def test_a_card_is_where_it_is_painted(wall, view, told):
    card = told.child(1)
    middle = card.rect().center()

    found = told.childAt(middle.x(), middle.y())

    assert found.text(Name) == card.text(Name)


def test_the_card_with_the_keyboard_is_the_one_in_focus(wall, view, told):
    wall.select([view.clusters[0].cards[0].id])

    assert told.focusChild().text(Name).startswith("Suggestion: One call")
    assert told.child(1).state().selected


def test_a_card_that_is_gone_is_no_longer_told(wall, view, told):
    gone = told.child(0)

    wall.show_board(replace(view, loose=()))

    assert told.childCount() == 2
    assert not gone.isValid()


def test_a_cluster_says_where_it_stands_how_many_cards_it_has_and_its_dots():
    inner = a_cluster("By phone", a_card("One call a month"), depth=1, inside="Follow-up", dots=4)

    assert spoken_cluster(inner) == "Cluster: Follow-up › By phone. 1 card. 4 dots"


def test_a_card_of_a_cluster_inside_another_says_both(wall):
    card = a_card("One call a month")
    wall.show_board(
        a_view((), [a_cluster("Follow-up"), a_cluster("By phone", card, depth=1, inside="Follow-up")])
    )

    told = QAccessible.queryAccessibleInterface(wall).child(0)

    assert told.text(Name) == "Suggestion: One call a month. Follow-up › By phone"
