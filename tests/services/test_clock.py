"""The clock that the room sees runs evenly, whatever happens to the laptop's own."""

import datetime as dt

from facilitator.services.clock import SteadyClock

START = dt.datetime(2014, 2, 6, 14, 0, tzinfo=dt.UTC)


class Laptop:
    """A laptop whose two clocks a test can move."""

    def __init__(self):
        self.wall = START
        self.steady = 100.0

    def pass_time(self, seconds, *, correction=0.0):
        self.steady += seconds
        self.wall += dt.timedelta(seconds=seconds + correction)

    def clock(self):
        return SteadyClock(lambda: self.wall, lambda: self.steady)


def test_eight_hours_with_small_corrections_stay_within_a_fifth_of_a_second():
    laptop = Laptop()
    clock = laptop.clock()

    for _ in range(8 * 60):
        laptop.pass_time(60, correction=0.002)
        shown = clock.now()

    assert abs(shown - (START + dt.timedelta(hours=8))) < dt.timedelta(milliseconds=200)


def test_after_a_suspended_hour_the_clock_shows_the_right_time_at_once():
    laptop = Laptop()
    clock = laptop.clock()

    laptop.wall += dt.timedelta(hours=1)

    assert clock.now() == START + dt.timedelta(hours=1)


def test_when_somebody_sets_the_clock_the_new_time_counts():
    laptop = Laptop()
    clock = laptop.clock()

    laptop.wall -= dt.timedelta(minutes=3)
    laptop.pass_time(1)

    assert clock.now() == START - dt.timedelta(minutes=3) + dt.timedelta(seconds=1)
