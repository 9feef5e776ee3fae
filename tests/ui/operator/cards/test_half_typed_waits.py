"""What is half typed on the Cards page waits until somebody decides about it, in the workshop it belongs to."""

import pytest
from PySide6.QtCore import Qt

from facilitator.bootstrap import open_workspace
from tests.ui.operator.cards.half_typing import offered, open_card, write, write_anew
from ui.presenters.half_typed import read

Key = Qt.Key


@pytest.fixture
def put_on_desk(qtbot, desk):
    """Open a workshop as Home does; None for none."""

    def opened(workshop):
        with qtbot.waitSignal(desk.opened):
            desk.open_workshop(workshop)

    return opened


def test_what_is_typed_while_an_offer_waits_leaves_the_offered_words_on_disk(
    qtbot, page, afternoon, come_back, kept
):
    write_anew(open_card(qtbot, page, afternoon.cards[0]), "Two calls a mo")
    undecided = come_back()
    qtbot.keyClick(undecided.wall, Key.Key_Insert)
    write(undecided.wall.writing.card.words, "Another o")

    again = come_back(undecided)
    first = offered(again)
    again.half_typed.offer.decline()
    second = offered(again)
    left = kept(again)

    assert first == "You were typing: “Two calls a mo”"
    assert second == "You were typing: “Another o”"
    assert left == {"cards.wall": "Another o"}


def test_what_is_discarded_takes_nothing_away_of_what_is_typed_meanwhile(
    qtbot, page, afternoon, come_back, kept
):
    write_anew(open_card(qtbot, page, afternoon.cards[0]), "Two calls a mo")
    again = come_back()
    qtbot.keyClick(again.wall, Key.Key_Insert)
    write(again.wall.writing.card.words, "Another o")

    again.half_typed.offer.decline()

    assert again.wall.writing.card.words.toPlainText() == "Another o"
    assert kept(again) == {"cards.wall": "Another o"}


def test_words_on_the_wall_wait_in_their_workshop_while_another_is_open(qtbot, page, afternoon, put_on_desk):
    editor = open_card(qtbot, page, afternoon.cards[0])
    write_anew(editor, "Two calls")
    editor.insertPlainText("\x00")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(page.wall.writing.error.isVisible)  # a refused card stays open

    put_on_desk(None)
    elsewhere = (page.wall.writing.what, offered(page))
    put_on_desk(afternoon.workshop.id)

    assert elsewhere == ("nothing", "")
    assert offered(page).startswith("You were typing: “Two calls")


def test_the_last_letter_on_the_wall_is_kept_when_the_desk_is_closed(qtbot, page, afternoon, desk, desk_file):
    write_anew(open_card(qtbot, page, afternoon.cards[0]), "Two calls a mo")

    desk.close()

    with open_workspace(desk_file) as workspace:
        words = [each.text for each in workspace.drafts() if ".about" not in each.place]
        about = [read(each.text) for each in workspace.drafts() if ".about" in each.place]
    assert words == ["Two calls a mo"]
    assert [place.record for place in about] == [afternoon.cards[0].id]
