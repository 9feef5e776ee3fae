"""What happens to the projector is said on the operator's window, and only as long as it is so."""

import pytest

from ui.operator.stage_banners import StageBanners
from ui.stage.director import StageDirector

HERE = "No projector found. The stage is a window on this screen. F5 closes it."


@pytest.fixture
def director(desk, theme):
    director = StageDirector(desk, theme)
    yield director
    director.close()


@pytest.fixture
def banners(window, director):
    banners = StageBanners(window)
    banners.follow(window, director)
    return banners


def words(window):
    return [banner.notice.words for banner in window.banners.banners]


def test_a_lost_projector_is_said_until_it_is_back(window, director, banners):
    director.display_lost.emit()
    told = words(window)
    director.display_returned.emit()

    assert told == [
        "The projector is gone. If the displays are mirrored now, the room sees this window. "
        "The timer goes on, and the stage comes back with the projector."
    ]
    assert words(window) == []


def test_the_stage_of_a_lost_projector_is_shown_here_when_the_operator_asks(window, director, banners):
    director.display_lost.emit()

    window.banners.banners[0].buttons[0].click()

    assert director.is_open
    assert words(window) == [HERE]


def test_mirrored_displays_are_said_until_they_are_extended(window, director, banners):
    director.mirroring.emit(True)
    told = words(window)
    director.mirroring.emit(False)

    assert len(told) == 1
    assert told[0].startswith("The displays show the same picture")
    assert words(window) == []


def test_a_banner_of_the_projector_never_takes_the_keyboard(window, director, banners):
    field = window.current_page.field
    field.setFocus()

    director.display_lost.emit()

    assert field.hasFocus()


def test_without_a_projector_it_is_said_once_where_the_stage_is(window, director, banners):
    director.toggle_stage()
    told = words(window)
    window.banners.banners[0].buttons[-1].click()
    director.show("cards")
    again = words(window)
    director.toggle_stage()
    director.toggle_stage()

    assert (told, again, words(window)) == ([HERE], [], [HERE])
