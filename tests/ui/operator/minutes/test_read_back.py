"""Reading the agreements back from the Minutes page, with the stage open."""

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.ids import AgreementId, new_id
from facilitator.domain.notes import Agreement
from facilitator.domain.stage import AgreementsView, QuestionView
from tests.afternoon import said


@pytest.fixture
def reading(afternoon, open_desk, show_minutes):
    """A hand on a workshop with a dozen agreements, the first page of which the room reads."""
    afternoon.others += [
        Agreement(
            id=AgreementId(new_id()),
            workshop=afternoon.workshop.id,
            number=number,
            text=said(f"Agreement number {number}, said in a sentence that takes more than one line of it"),
        )
        for number in range(1, 13)
    ]
    hand = show_minutes(open_desk(afternoon.records()))
    hand.stage.show("question", session=afternoon.round.id)
    hand.page.header_actions()[0].trigger()
    return hand


def test_what_was_agreed_is_read_back_on_the_stage(reading):
    view = reading.stage.view

    assert reading.stage.is_open
    assert isinstance(view, AgreementsView)
    assert [each.number for each in view.agreements] == [str(number) for number in range(1, 13)]
    assert reading.page.read_back.isVisible()


def test_page_down_and_up_turn_the_page_of_the_room(reading):
    first = reading.stage.page

    reading.key(Qt.Key.Key_PageDown)
    second = reading.stage.page
    reading.key(Qt.Key.Key_PageUp)

    assert first[1] > 2
    assert (first[0], second[0], reading.stage.page[0]) == (1, 2, 1)


def test_when_it_is_done_the_room_sees_what_it_saw_before(reading):
    reading.page.read_back.end.click()

    assert isinstance(reading.stage.view, QuestionView)
    assert reading.stage.view.question.text == "What would you improve?"
    assert not reading.stage.is_open
    assert not reading.page.read_back.isVisible()


def test_another_view_on_the_stage_ends_it(reading):
    reading.stage.show("agenda")

    assert not reading.page.read_back.isVisible()
    assert reading.stage.is_open
