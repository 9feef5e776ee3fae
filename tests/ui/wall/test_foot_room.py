"""Something lies on the foot of the wall for a moment: nothing moves, and the last card can be scrolled above it."""

from tests.ui.wall.conftest import a_cluster, a_view, cards

BAR = 70


def test_nothing_moves_when_something_lies_on_the_foot_of_the_wall(wall):
    wall.show_board(a_view(cards(30), [a_cluster(str(n), *cards(30)) for n in range(6)]))
    before = (wall.viewport().size(), wall.surface.board.scroll_y, wall.surface.board.height)

    wall.set_foot_room(BAR)

    assert (wall.viewport().size(), wall.surface.board.scroll_y, wall.surface.board.height) == before


def test_the_last_card_can_be_scrolled_above_what_lies_there_and_comes_back(wall):
    wall.show_board(a_view(cards(30), [a_cluster(str(n), *cards(30)) for n in range(6)]))
    bar, end = wall.verticalScrollBar(), wall.verticalScrollBar().maximum()

    wall.set_foot_room(BAR)
    bar.setValue(bar.maximum())
    above = wall.surface.board.scroll_y
    wall.set_foot_room(0)

    assert above == end + BAR
    assert wall.surface.board.scroll_y == bar.value() == bar.maximum() == end
