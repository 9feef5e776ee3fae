"""What the check before a session says of each thing, and when it is offered."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from facilitator.domain.agenda import SessionStatus
from facilitator.machine import Grip, Power, Sleep
from facilitator.services.backups import Copy, Place, Whereabouts
from ui.presenters.preflight import due, lines, look, summary
from ui.presenters.preflight_facts import Clock, Displays, Facts
from ui.presenters.preflight_lines import age, size

NOW = dt.datetime(2026, 2, 6, 14, 0, tzinfo=dt.UTC)
HERE = dt.timedelta(hours=-6)
PROJECTOR = ("EPSON EB-X41", 1024, 768)
COPY = Copy(Path("/media/stick/copy.sqlite"), NOW)
GOOD = Facts(
    displays=Displays((("Laptop", 1366, 768), PROJECTOR), PROJECTOR, mirrored=False, stage_open=True),
    clock=Clock(NOW, "06/02/2026 08:00", "America/Managua", HERE, HERE, NOW - dt.timedelta(days=1)),
    grip=Grip.HELD,
    power=Power(on_mains=True, percent=90),
    sleep=Sleep(10),
    free=50_000_000_000,
    backup=Whereabouts(Place.ELSEWHERE, "/media/stick", COPY),
    backup_age=dt.timedelta(minutes=3),
    problems=(),
)


def line(key, **facts):
    return next(each for each in lines(replace(GOOD, **facts)) if each.key == key)


def test_a_laptop_that_is_ready_has_eight_good_lines():
    found = lines(GOOD)

    assert [each.state for each in found] == ["ok"] * 8
    assert summary(found) == ("ok", "Everything is ready.")


def test_what_is_still_being_looked_at_is_neither_good_nor_bad():
    found = lines(replace(GOOD, power=None, sleep=None, free=None, backup=None, problems=None))

    assert [each.key for each in found if each.state == "checking"] == [
        "power",
        "disk",
        "sleep",
        "backup",
        "database",
    ]
    assert summary(found)[0] == "checking"


CASES = [
    ("displays", {"displays": replace(GOOD.displays, mirrored=True)}, "mend"),
    ("displays", {"displays": Displays((("Laptop", 1366, 768),))}, "look"),
    ("displays", {"displays": replace(GOOD.displays, stage_open=False)}, "look"),
    ("power", {"power": Power(on_mains=False, percent=60)}, "look"),
    ("power", {"power": Power(on_mains=False, percent=12)}, "mend"),
    ("power", {"power": Power()}, "unknown"),
    ("disk", {"free": 400_000_000}, "look"),
    ("disk", {"free": 40_000_000}, "mend"),
    ("clock", {"clock": replace(GOOD.clock, last_entry=NOW + dt.timedelta(days=2))}, "mend"),
    ("clock", {"clock": replace(GOOD.clock, here=dt.timedelta(hours=1))}, "look"),
    ("clock", {"clock": replace(GOOD.clock, sooner=True, day="Saturday 7 February")}, "look"),
    ("fonts", {"missing_fonts": ("Atkinson",)}, "mend"),
    ("sleep", {"grip": Grip.SLEEP_ONLY}, "look"),
    ("sleep", {"grip": Grip.REFUSED, "sleep": Sleep(10)}, "mend"),
    ("sleep", {"grip": Grip.REFUSED, "sleep": Sleep(0)}, "look"),
    ("sleep", {"grip": Grip.REFUSED, "sleep": Sleep()}, "look"),
    ("backup", {"backup": Whereabouts(Place.NOT_CHOSEN)}, "look"),
    ("backup", {"backup": Whereabouts(Place.MISSING, "/media/stick")}, "mend"),
    ("backup", {"backup": Whereabouts(Place.ELSEWHERE, "/media/stick")}, "look"),
    ("backup", {"backup": Whereabouts(Place.SAME_DISK, "/media/copies", COPY)}, "look"),
    ("backup", {"backup_age": dt.timedelta(days=3)}, "look"),
    ("database", {"problems": ("row 7 missing from index",)}, "mend"),
]


@pytest.mark.parametrize(("key", "facts", "state"), CASES)
def test_each_line_that_is_not_good_says_how_to_mend_it(key, facts, state):
    found = line(key, **facts)

    assert found.state == state
    assert found.repairs or found.advice


def test_a_line_offers_the_systems_settings_only_where_they_can_be_opened():
    mirrored = replace(GOOD.displays, mirrored=True)

    without = line("displays", displays=mirrored)
    with_settings = line("displays", displays=mirrored, mendable=frozenset({"displays"}))

    assert not without.repairs
    assert [each.key for each in with_settings.repairs] == ["displays"]


def test_states_differ_by_word_and_icon_not_by_colour_alone():
    seen = [look(state) for state in ("ok", "look", "mend", "unknown", "checking")]

    assert len({each.word for each in seen}) == len({each.icon for each in seen}) == 5


def test_sizes_and_ages_are_said_as_people_say_them():
    assert [size(each) for each in (640_000_000, 4_260_000_000, 83_000_000_000)] == [
        "640 MB",
        "4.3 GB",
        "83 GB",
    ]
    spans = [dt.timedelta(seconds=-30), dt.timedelta(minutes=1), dt.timedelta(hours=5), dt.timedelta(days=3)]
    assert [age(each) for each in spans] == ["just now", "1 minute ago", "5 hours ago", "3 days ago"]


MANAGUA = ZoneInfo("America/Managua")


@pytest.mark.parametrize(
    ("clock", "expected"),
    [("11:57", False), ("11:58", True), ("12:20", True)],
)
def test_the_check_is_offered_two_minutes_before_the_first_session_of_the_day(afternoon, clock, expected):
    now = dt.datetime.combine(afternoon.round.date, dt.time.fromisoformat(clock), MANAGUA)

    assert (due(afternoon.sessions, now, MANAGUA) is not None) is expected


def test_the_check_is_not_offered_once_a_session_began_or_on_another_day(afternoon):
    noon = dt.datetime.combine(afternoon.round.date, dt.time(12), MANAGUA)
    begun = [replace(afternoon.round, status=SessionStatus.RUNNING), *afternoon.sessions[1:]]

    assert due(begun, noon, MANAGUA) is None
    assert due(afternoon.sessions, noon + dt.timedelta(days=1), MANAGUA) is None
