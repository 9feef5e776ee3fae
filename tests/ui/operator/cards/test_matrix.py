"""A board rated by two criteria is a matrix: in the place of the wall and on stage, by mouse and by keys."""

import os

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from facilitator.domain.cards import VoteMethod
from facilitator.domain.ratings import Mark, Rating
from facilitator.i18n import use
from tests.afternoon import said

Key = Qt.Key
SUMS = ((46, 18), (46, 18), (30, 31), (12, 48))


@pytest.fixture
def rated(after, desk, afternoon):
    """The first four cards with marks of ten people by two criteria; the second rating open where asked for."""

    def rate(*, closed=True, sums=SUMS):
        for axis, criterion in enumerate(("Effect", "Effort")):
            marks = tuple(
                Mark(card.id, both[axis], 10) for card, both in zip(afternoon.cards, sums, strict=False)
            )
            rating = Rating(
                said(criterion), 12, VoteMethod.PAPER_COUNT, closed=closed or axis == 0, rated=10, marks=marks
            )
            after(desk.perform, lambda w, it=rating: w.wall.ratings.add(afternoon.board.id, it))

    return rate


@pytest.fixture
def matrix(page, rated):
    """The matrix, in the place of the wall."""
    rated()
    page.board_bar.matrix.click()
    return page.place.matrix


def test_a_board_with_one_rating_or_none_has_no_matrix(page):
    assert page.board_bar.matrix.isHidden()
    assert not page.place.is_on


def test_the_matrix_stands_in_the_place_of_the_wall_and_says_every_number(page, matrix):
    spoken = [row.spoken for row in matrix.list.rows.rows]

    assert page.board_bar.matrix.isChecked()
    assert not page.wall.isVisible()
    assert [(spot.label, len(spot.rows)) for spot in matrix.plot.spots] == [("1–2", 2), ("3", 1), ("4", 1)]
    assert spoken[0] == "1. One call a month. Effect: 4.6. Effort: 1.8"
    assert matrix.list.hasFocus()


def test_the_list_tells_a_screen_reader_what_each_number_stands_for(matrix):
    interface = QAccessible.queryAccessibleInterface(matrix.list)

    names = [interface.child(n).text(QAccessible.Text.Name) for n in range(interface.childCount())]

    assert "3. Three indicators. Effect: 3.0. Effort: 3.1" in names


def test_a_click_on_a_spot_that_two_share_gives_one_after_the_other(qtbot, matrix):
    spot, corner = matrix.plot.spots[0], matrix.plot.square.topLeft()
    at = QPoint(round(corner.x() + spot.sign.x), round(corner.y() + spot.sign.y))

    chosen = []
    for _ in range(2):
        qtbot.mouseClick(matrix.plot, Qt.MouseButton.LeftButton, pos=at)
        chosen.append(matrix.list.rows.rows[matrix.list.currentIndex().row()].number)

    assert sorted(chosen) == [1, 2]


def test_enter_leads_to_the_card_on_the_wall(qtbot, page, matrix, afternoon):
    qtbot.keyClick(matrix.list, Key.Key_Down)
    qtbot.keyClick(matrix.list, Key.Key_Down)

    qtbot.keyClick(matrix.list, Key.Key_Return)

    assert page.wall.isVisible()
    assert page.wall.selected == (afternoon.cards[2].id,)


def test_escape_leads_back_to_the_wall(qtbot, page, matrix):
    qtbot.keyClick(matrix.list, Key.Key_Escape)

    assert page.wall.hasFocus()
    assert not page.board_bar.matrix.isChecked()


def test_the_room_sees_the_matrix_with_the_same_numbers(page, matrix, stage):
    page.show_on_stage()

    assert stage.key == "matrix"
    assert [(each.number, each.text.text, each.up, each.across) for each in stage.view.marked] == [
        (str(row.number), row.title, *row.means) for row in matrix.list.rows.rows
    ]
    assert page.header_actions()[1].text() == "Show this matrix"


def test_while_a_rating_is_open_neither_page_nor_room_sees_a_mark(page, rated, stage):
    rated(closed=False)
    page.board_bar.matrix.click()

    page.show_on_stage()

    assert page.place.matrix.empty.isVisible()
    assert page.place.matrix.empty.button.hasFocus()
    assert "Still open: Effort" in page.place.matrix.empty.accessibleDescription()
    assert stage.view.marked == ()
    assert not [text for text in stage.view.texts() if "4.6" in text]


def test_a_hidden_card_has_no_number_here_and_none_on_stage(page, matrix, after, desk, afternoon, stage):
    after(desk.perform, lambda w: w.wall.hide([afternoon.cards[0].id], hidden=True))
    page.show_on_stage()

    titles = [row.title for row in matrix.list.rows.rows]
    assert titles == ["Visits every quarter", "Three indicators", "Who calls?"]
    assert [each.text.text for each in stage.view.marked] == titles
    assert matrix.hint.text().startswith("1 more is left out")


def test_signs_that_are_near_stand_beside_each_other(page, rated, afternoon):
    rated(sums=((46, 18), (45, 18), (45, 19), (46, 19)))
    page.board_bar.matrix.click()

    signs = [spot.sign for spot in page.place.matrix.plot.spots]
    for place, one in enumerate(signs):
        for other in signs[place + 1 :]:
            apart_x = abs(one.x - other.x) >= (one.wide + other.wide) / 2
            apart_y = abs(one.y - other.y) >= (one.high + other.high) / 2
            assert apart_x or apart_y


@pytest.mark.skipif("SHOTS" not in os.environ, reason="pictures are made when they are asked for")
@pytest.mark.parametrize("size", [(1366, 700), (1920, 1000)])
@pytest.mark.parametrize("language", ["en", "es"])
def test_pictures(qtbot, page, matrix, theme, size, language):
    use(language)
    page.resize(*size)
    page.retranslate()
    for scheme in ("light", "dark"):
        theme.set_scheme(scheme)
        qtbot.wait(1)  # the rows lay themselves out again
        page.grab().save(f"{os.environ['SHOTS']}/page-{language}-{scheme}-{size[0]}.png")
    theme.set_scheme("light")

    assert matrix.isVisible()
