"""The clock that the room sees runs evenly, whatever happens to the laptop's own."""

import datetime as dt
import random

import pytest

from facilitator.domain.timer import TimerState, until_next_face
from facilitator.services.clock import SteadyClock, running_time
from tests.laptop import START, Laptop

FIFTH = dt.timedelta(milliseconds=200)


def test_after_eight_hours_of_ticks_and_corrections_nothing_is_a_fifth_of_a_second_off():
    laptop, chance = Laptop(), random.Random(3)
    clock = laptop.clock()
    state = TimerState(dt.timedelta(hours=9), started=START)

    worst, ticks = dt.timedelta(), 0
    while laptop.run < 100 + 8 * 3600:
        wait = until_next_face(state, clock.now())
        laptop.pass_time(
            wait.total_seconds() + 0.001 + chance.random() * 0.02, correction=chance.gauss(0, 0.002)
        )
        worst = max(worst, abs(state.elapsed(clock.now()) - (laptop.true - START)))
        ticks += 1

    assert worst < FIFTH
    assert ticks == pytest.approx(8 * 3600, rel=0.001)
    assert clock.set_by() == dt.timedelta()


def test_a_laptop_that_slept_for_an_hour_is_right_at_once_and_nobody_set_its_clock():
    laptop = Laptop()
    clock = laptop.clock()

    laptop.pass_time(3600)

    assert clock.now() == START + dt.timedelta(hours=1)
    assert clock.set_by() == dt.timedelta()


@pytest.mark.parametrize("by", [dt.timedelta(hours=1), dt.timedelta(minutes=-3), dt.timedelta(days=-400)])
def test_a_clock_that_is_set_moves_nothing_before_it_is_followed(by):
    laptop = Laptop()
    clock = laptop.clock()
    laptop.pass_time(60)

    laptop.wall += by
    before, said = clock.now(), clock.set_by()
    clock.follow(said)

    assert before == START + dt.timedelta(minutes=1)
    assert said == by
    assert clock.now() == laptop.wall
    assert clock.set_by() == dt.timedelta()


def test_a_clock_set_by_mistake_and_set_back_changes_nothing():
    laptop = Laptop()
    clock = laptop.clock()

    laptop.wall += dt.timedelta(hours=1)
    laptop.wall -= dt.timedelta(hours=1)

    assert clock.set_by() == dt.timedelta()
    assert clock.now() == START


def test_a_correction_by_the_network_is_not_seen_by_the_room():
    laptop = Laptop()
    clock = laptop.clock()

    laptop.pass_time(1, correction=1.5)

    assert clock.now() == START + dt.timedelta(seconds=1)


def test_this_computer_counts_its_own_running_time():
    first = running_time()

    assert 0 <= running_time() - first < 5
    assert abs(SteadyClock().now() - dt.datetime.now(dt.UTC)) < FIFTH
