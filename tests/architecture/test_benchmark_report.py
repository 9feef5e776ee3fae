"""The table of figures tells a held bar from a missed one."""

from functools import partial

import pytest

from tests.benchmarks.report import Figure, compared, in_turns, limited, percentile, table


def test_a_figure_is_the_median_of_the_ratios_pair_by_pair():
    figure = compared("commit", [2.0, 40.0, 6.0], [1.0, 20.0, 2.0], bar=2.5)

    assert figure.ratio == 2.0
    assert figure.ok


def test_a_ratio_over_its_bar_is_missed():
    figure = compared("commit", [3.0], [1.0], bar=2.5)

    assert not figure.ok
    assert table([figure]).splitlines()[-1].split() == [
        "commit",
        "3.00",
        "ms",
        "1.00",
        "ms",
        "3.00x",
        "2.50x",
        "NO",
    ]


def test_the_longest_hold_is_judged_and_not_the_usual_one():
    figure = limited("event loop held", [1.0] * 999 + [20.0], percent=100, bar=16)

    assert figure.median == 1.0
    assert not figure.ok


def test_a_figure_without_a_bar_is_only_told():
    assert Figure(name="import", median=2.0, unit="s").ok


def test_both_sides_are_measured_in_turns_and_the_warm_up_is_thrown_away():
    asked = []

    def measure(side: str) -> float:
        asked.append(side)
        return float(len(asked))

    ours, theirs = in_turns(partial(measure, "ours"), partial(measure, "theirs"), rounds=2)

    assert asked == ["theirs", "ours", "ours", "theirs", "theirs", "ours"]
    assert (ours, theirs) == ([3.0, 6.0], [4.0, 5.0])


@pytest.mark.parametrize(("percent", "value"), [(50, 50), (99, 99), (100, 100)])
def test_a_percentile_is_the_nearest_rank(percent, value):
    assert percentile(range(1, 101), percent) == value
