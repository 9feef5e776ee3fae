"""Signs of a matrix stand where they belong, and near ones beside each other in the order of their places."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.plotting import along, apart, numbered

SIDE, HIGH = 400.0, 26.0


def overlap(one, other):
    near_x = abs(one.x - other.x) < (one.wide + other.wide) / 2 - 0.5
    near_y = abs(one.y - other.y) < (one.high + other.high) / 2 - 0.5
    return near_x and near_y


def signs(*places):
    homes = [(along(x, SIDE), SIDE - along(y, SIDE)) for x, y in places]
    return apart(homes, [HIGH] * len(homes), HIGH, SIDE)


def test_a_sign_with_nothing_near_stands_on_its_place():
    far, other = signs((1.0, 5.0), (5.0, 1.0))

    assert (far.x, far.y) == (far.home_x, far.home_y)
    assert not far.moved
    assert not other.moved


@pytest.mark.parametrize("step", [0.1, 0.02])
def test_signs_on_a_line_keep_their_order(step):
    row = signs(*((3.0 + n * step, 3.0) for n in range(6)))

    assert all(one.x < other.x for one, other in pairwise(row))
    assert not any(overlap(one, other) for one, other in pairwise(row))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(10, 50), st.integers(10, 50)), max_size=14, unique=True))
def test_a_page_of_signs_has_none_on_another_and_none_outside_the_square(places):
    made = signs(*((x / 10, y / 10) for x, y in places))

    assert not [(a, b) for n, a in enumerate(made) for b in made[n + 1 :] if overlap(a, b)]
    assert all(HIGH / 2 <= each.x <= SIDE - HIGH / 2 for each in made)
    assert all(HIGH / 2 <= each.y <= SIDE - HIGH / 2 for each in made)


def test_what_shares_a_place_says_all_its_numbers():
    assert [numbered([4]), numbered([4, 5]), numbered([4, 5, 6])] == ["4", "4–5", "4–6"]


def test_the_ends_of_the_scale_leave_room_for_a_sign():
    assert HIGH / 2 < along(1, SIDE) < along(5, SIDE) < SIDE - HIGH / 2
