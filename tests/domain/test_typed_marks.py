"""Marks are read as people type them from paper: a sum, a mean, or how many gave each mark; never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import CardId, new_id
from facilitator.domain.typed_marks import typed_marks

CARD = CardId(new_id())


@pytest.mark.parametrize(
    ("words", "points", "raters"),
    [
        ("42", 42, 10),
        ("4.2", 42, 10),
        ("4,2", 42, 10),
        ("4", 40, 10),
        ("4.25", 17, 4),
        ("3,33", 10, 3),
        ("0 1 3 4 2", 37, 10),
        (" 0  1 3 4 1 ", 32, 9),
        ("5", 5, 5),
    ],
)
def test_a_sum_a_mean_and_five_counts_are_read(words, points, raters):
    rated = max(raters, 10) if " " in words.strip() else raters

    mark = typed_marks(CARD, words, rated)

    assert (mark.points, mark.raters) == (points, raters)


@pytest.mark.parametrize("words", ["", " ", "0", "0 0 0 0 0"])
def test_nothing_and_nought_take_it_back(words):
    assert typed_marks(CARD, words, 10) is None


@pytest.mark.parametrize(
    ("words", "rated", "key"),
    [
        ("9", 10, "points-out-of-range"),
        ("51", 10, "points-out-of-range"),
        ("5.1", 10, "mean-impossible"),
        ("3.4", 4, "mean-impossible"),
        ("0.5", 10, "mean-impossible"),
        ("1 2 3", 10, "marks-unknown"),
        ("1 2 3 4 5 6", 10, "marks-unknown"),
        ("1 2 3 4 x", 10, "marks-unknown"),
        ("4.", 10, "marks-unknown"),
        ("1.2.3", 10, "marks-unknown"),
        ("٤٢", 10, "marks-unknown"),
        ("3 3 3 3 3", 10, "more-marks-than-rated"),
        ("42", 0, "nobody-rated"),
    ],
)
def test_what_cannot_be_is_refused(words, rated, key):
    with pytest.raises(InvalidInput, match=key):
        typed_marks(CARD, words, rated)


@given(st.integers(6, 400), st.data())
def test_the_mean_that_is_shown_of_a_sum_can_be_typed_again(rated, data):
    sum_ = data.draw(st.integers(rated, 5 * rated))
    mean = typed_marks(CARD, str(sum_), rated).mean

    assert typed_marks(CARD, str(mean), rated).mean == mean
