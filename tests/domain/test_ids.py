"""Keys sort in the order in which records were made, even when the laptop's clock is set back."""

import time
from threading import Thread
from uuid import RFC_4122, UUID

import pytest

from facilitator.domain.ids import new_id, unordered_id


@pytest.fixture
def set_clock(monkeypatch):
    """Set the laptop's clock, in milliseconds since 1970."""
    return lambda millisecond: monkeypatch.setattr(time, "time_ns", lambda: millisecond * 1_000_000)


def millisecond_of(key: UUID) -> int:
    return key.int >> 80


def test_a_key_is_a_uuid_of_version_7_that_begins_with_the_millisecond():
    before = time.time_ns() // 1_000_000

    key = new_id()

    assert key.version == 7
    assert key.variant == RFC_4122
    assert 0 <= millisecond_of(key) - before < 60_000


def test_keys_made_within_one_millisecond_keep_their_order(set_clock):
    set_clock(4_000_000_000_000)

    keys = [new_id() for _ in range(5_000)]

    assert keys == sorted(keys)
    assert len(set(keys)) == 5_000


def test_keys_keep_their_order_when_the_clock_is_set_back(set_clock):
    set_clock(4_100_000_000_000)
    before = [new_id() for _ in range(10)]
    set_clock(1_000_000_000_000)

    after = [new_id() for _ in range(10)]

    assert before + after == sorted(before + after)
    assert {millisecond_of(key) for key in after} == {4_100_000_000_000}


def test_keys_made_by_several_threads_are_all_different():
    keys: list[UUID] = []
    threads = [Thread(target=lambda: keys.extend(new_id() for _ in range(2_000))) for _ in range(4)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(keys)) == 8_000


def test_the_key_of_something_anonymous_does_not_tell_when_it_was_made():
    key = unordered_id()

    assert key.version == 4
