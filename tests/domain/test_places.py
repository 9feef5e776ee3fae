"""A workshop's times are told by the clocks of its place."""

import datetime as dt
import time

import pytest

from facilitator.domain.places import LAPTOP_ZONE, ZONES, zone_of
from tests import builders as make

NOON = dt.datetime(2014, 2, 6, 12, tzinfo=dt.UTC)


def local_noon(**fields):
    return NOON.astimezone(zone_of(make.a_workshop(**fields))).hour


@pytest.mark.parametrize(
    ("country", "hour"), [("NI", 6), ("hn", 6), ("GT", 6), ("SV", 6), ("CR", 6), ("PA", 7), ("MX", 6)]
)
def test_a_country_has_the_clocks_of_its_capital(country, hour):
    assert local_noon(country=country) == hour


def test_a_named_zone_counts_before_the_country():
    assert local_noon(country="NI", time_zone="Europe/Madrid") == 13


@pytest.mark.parametrize("name", ["Mars/Olympus", "../../etc/passwd", "America", ""])
def test_a_zone_that_does_not_exist_gives_way_to_the_country(name):
    assert local_noon(country="PA", time_zone=name) == 7


def test_a_place_nobody_knows_has_the_laptops_clocks():
    zone = zone_of(make.a_workshop(country=None))

    local = NOON.astimezone(zone)

    assert zone is LAPTOP_ZONE
    assert local.utcoffset() == NOON.astimezone().utcoffset()
    assert local == NOON
    assert local.tzname() == NOON.astimezone().tzname()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system cannot be moved to another zone")
def test_the_laptops_clocks_are_followed_through_summer_time_and_the_hour_shown_twice(monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    instants = [
        dt.datetime(2014, 1, 1, 12, tzinfo=dt.UTC),
        dt.datetime(2014, 7, 1, 12, tzinfo=dt.UTC),
        dt.datetime(2014, 11, 2, 5, 30, tzinfo=dt.UTC),
        dt.datetime(2014, 11, 2, 6, 30, tzinfo=dt.UTC),
    ]

    local = [instant.astimezone(LAPTOP_ZONE) for instant in instants]

    monkeypatch.undo()
    time.tzset()
    assert [f"{each:%H:%M}" for each in local] == ["07:00", "08:00", "01:30", "01:30"]
    assert [each.fold for each in local] == [0, 0, 0, 1]


def test_every_country_with_clocks_of_its_own_can_be_asked():
    assert {zone_of(make.a_workshop(country=country)).utcoffset(NOON) for country in ZONES} == {
        dt.timedelta(hours=-6), dt.timedelta(hours=-5),
    }  # fmt: skip
