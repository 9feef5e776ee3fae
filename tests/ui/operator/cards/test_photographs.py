"""A photo comes onto a card of the wall by Ctrl+V, by a drop or from a file, and the card shows it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from facilitator.domain.notes import Photo
from tests.ui.operator.run.test_photos import _clipboard, a_file, an_image, drop
from ui.presenters.cards import spoken
from ui.wall.state import Spot

__all__ = ["_clipboard"]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stored(qtbot, desk, page):
    """Wait for one photo, and for what makes small pictures of it."""

    def photo():
        qtbot.waitUntil(lambda: len(desk.records.where(Photo)) == 1, timeout=5000)
        panel = page.photos.panel
        qtbot.waitUntil(lambda: not panel.intake._background.is_busy)
        qtbot.waitUntil(lambda: not panel.thumbnails._asked and not panel.thumbnails._background.is_busy)
        return desk.records.where(Photo)[0]

    return photo


def test_an_image_that_is_pasted_goes_on_the_card_that_is_selected(qtbot, page, stored, afternoon):
    page.wall.select([afternoon.cards[1].id])
    QApplication.clipboard().setImage(an_image())

    qtbot.keyClick(page.wall, Qt.Key.Key_V, CTRL)

    photo = stored()
    assert (photo.of, photo.session) == (afternoon.cards[1].id, afternoon.round.id)


def test_with_no_card_selected_it_is_a_photo_of_the_session(qtbot, page, stored, afternoon):
    page.wall.select(())
    QApplication.clipboard().setImage(an_image())

    qtbot.keyClick(page.wall, Qt.Key.Key_V, CTRL)

    photo = stored()
    assert (photo.of, photo.session) == (None, afternoon.round.id)


def test_a_file_that_is_dropped_on_a_card_goes_on_that_card(page, stored, afternoon, tmp_path):
    card = afternoon.cards[2].id
    middle = page.wall.surface.window_rect(Spot("card", card)).center().toPoint()
    at = page.mapFromGlobal(page.wall.viewport().mapToGlobal(middle))

    taken = drop(page, at, a_file(tmp_path))

    assert taken
    assert stored().of == card


def test_a_file_that_is_dropped_beside_the_wall_is_a_photo_of_the_session(page, stored, tmp_path):
    drop(page, QPoint(5, 5), a_file(tmp_path))

    assert stored().of is None


def test_a_picture_is_chosen_from_a_file_for_the_card(page, stored, afternoon, tmp_path):
    page.wall.select([afternoon.cards[0].id])
    page.photos.put_on_card()
    dialog = page.photos.panel.files.dialog

    dialog.filesSelected.emit([str(a_file(tmp_path))])
    dialog.reject()

    assert stored().of == afternoon.cards[0].id


def test_a_card_with_a_photo_is_marked_on_the_wall_and_said_to_have_one(qtbot, page, stored, afternoon):
    page.wall.select([afternoon.cards[0].id])
    before = page.wall.surface.box(afternoon.cards[0].id).card
    QApplication.clipboard().setImage(an_image())

    qtbot.keyClick(page.wall, Qt.Key.Key_V, CTRL)
    stored()

    card = page.wall.surface.box(afternoon.cards[0].id).card
    assert (before.photos, card.photos) == (0, 1)
    assert "1 photo" in spoken(card, "")
    assert "photo" not in spoken(before, "")


def test_the_photos_of_the_session_lie_over_the_wall_and_escape_leads_back(qtbot, page):
    page.photos.toggle()
    panel = page.photos.panel

    seen = panel.isVisible()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)

    assert seen
    assert not panel.isVisible()
    assert page.wall.hasFocus()
