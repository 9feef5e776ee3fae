"""A workshop's times are told by the clocks of its place."""

import datetime as dt

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


def test_every_country_with_clocks_of_its_own_can_be_asked():
    assert {zone_of(make.a_workshop(country=country)).utcoffset(NOON) for country in ZONES} == {
        dt.timedelta(hours=-6), dt.timedelta(hours=-5),
    }  # fmt: skip
