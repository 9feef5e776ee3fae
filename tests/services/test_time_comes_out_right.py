"""Whatever happens to the laptop, the session's clock and the day's are right: each on a real database."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from facilitator.bootstrap import open_workspace
from facilitator.domain.agenda import Session, TimerTransition
from facilitator.domain.cycles import Workshop
from facilitator.domain.drift import MINUTE, day_of
from facilitator.domain.ids import SessionId, WorkshopId, new_id
from facilitator.domain.timer import TimerState, clocks_of, face
from facilitator.domain.values import Text
from tests.laptop import Laptop

BERLIN = ZoneInfo("Europe/Berlin")
MANAGUA = dt.timezone(dt.timedelta(hours=-6))


class Room:
    """A workshop that is run with the program, from a laptop."""

    def __init__(self, file, laptop, zone=MANAGUA):
        self.file, self.laptop, self.zone = file, laptop, zone
        self.open()
        local = laptop.true.astimezone(zone)
        self.date = local.date()
        workshop = Workshop(id=WorkshopId(new_id()), title=Text("In the room", "en"))
        self.workshop = workshop.id
        self.sessions = [
            self.planned(local.time().replace(second=0, microsecond=0), 45, 0),
            self.planned((local + dt.timedelta(minutes=45)).time(), 30, 1),
        ]
        self.workspace.books.add(workshop, *self.sessions)

    def planned(self, start, minutes, place):
        return Session(
            id=SessionId(new_id()),
            workshop=self.workshop,
            date=self.date,
            planned_start=start.replace(second=0, microsecond=0),
            planned_minutes=minutes,
            title=Text(f"Session {place}", "en"),
            position=place,
        )

    def open(self):
        """Start the program, as after a power cut too."""
        self.clock = self.laptop.clock()
        self.workspace = open_workspace(self.file, self.clock)

    def start(self, place=0):
        self.workspace.running.start_session(self.sessions[place].id)

    def follow_a_set_clock(self):
        """Do what the window does at its next tick."""
        by = self.clock.set_by()
        self.workspace.timekeeping.clock_was_set(self.workshop, by)
        self.clock.follow(by)
        return by

    def state(self, place=0):
        records = self.workspace.records(self.workshop)
        session = records.get(Session, self.sessions[place].id)
        return TimerState.of(session, records.where(TimerTransition, session=session.id))

    def digits(self, place=0):
        return face(self.state(place), self.clock.now())

    def day(self):
        records = self.workspace.records(self.workshop)
        sessions = records.where(Session)
        clocks = clocks_of(sessions, records.where(TimerTransition))
        return day_of(sessions, self.date, clocks=clocks, zone=self.zone, now=self.clock.now())


@pytest.fixture
def room(database_file):
    """Return a room whose laptop shows a time; the program is closed after the test."""
    made = []

    def opened(start=None, zone=MANAGUA):
        laptop = Laptop() if start is None else Laptop(start)
        made.append(Room(database_file, laptop, zone))
        return made[-1]

    yield opened
    for each in made:
        each.workspace.close()


def test_a_laptop_that_slept_shows_the_time_that_went_by(room):
    here = room()
    here.start()
    here.laptop.pass_time(600)

    here.laptop.pass_time(20 * 60)

    assert here.digits() == "15:00"
    assert here.clock.set_by() == dt.timedelta()
    assert here.day().late == dt.timedelta()


def test_a_power_cut_takes_nothing_from_the_clock(room):
    here = room()
    here.start()
    here.laptop.pass_time(600)
    here.workspace.running.pause(here.sessions[0].id)
    here.laptop.pass_time(60)
    here.workspace.running.resume(here.sessions[0].id)

    here.workspace.close()
    here.laptop.run = 3.0  # it was switched off and on
    here.laptop.wall += dt.timedelta(minutes=4)
    here.open()

    assert here.digits() == "31:00"
    assert here.day().late == MINUTE


def test_a_session_that_runs_past_midnight_goes_on(room):
    here = room(dt.datetime(2014, 2, 7, 5, 50, tzinfo=dt.UTC))  # ten to twelve at night in Managua
    here.start()

    here.laptop.pass_time(30 * 60)
    during = here.digits(), here.day().under_way, here.day().late
    here.workspace.running.finish_session(here.sessions[0].id)
    between = here.day().under_way

    assert during == ("15:00", True, dt.timedelta())
    assert between


@pytest.mark.parametrize("hours", [1, -1, 24, -24])
def test_a_clock_set_forward_or_back_changes_no_digit_also_after_a_power_cut(room, hours):
    here = room()
    here.start()
    here.laptop.pass_time(600)

    here.laptop.wall += dt.timedelta(hours=hours)
    at_once = here.digits()
    followed = here.follow_a_set_clock()
    here.laptop.pass_time(60)
    then = here.digits()
    here.workspace.close()
    here.open()
    here.laptop.pass_time(60)

    assert (at_once, then, here.digits()) == ("35:00", "34:00", "33:00")
    assert followed == dt.timedelta(hours=hours)
    assert abs(here.clock.now() - here.laptop.wall) < dt.timedelta(seconds=1)


def test_a_clock_set_while_paused_holds_the_digits(room):
    here = room()
    here.start()
    here.laptop.pass_time(600)
    here.workspace.running.pause(here.sessions[0].id)

    here.laptop.wall -= dt.timedelta(minutes=30)
    here.follow_a_set_clock()
    here.laptop.pass_time(90)
    here.workspace.running.resume(here.sessions[0].id)
    here.laptop.pass_time(60)

    assert here.digits() == "34:00"


def test_in_the_night_the_clocks_go_forward_an_hour_is_not_lost(room):
    here = room(dt.datetime(2014, 3, 30, 0, 30, tzinfo=dt.UTC), BERLIN)  # 01:30, and at 02:00 it is 03:00
    here.start()

    here.laptop.pass_time(40 * 60)

    assert here.digits() == "5:00"
    slots = here.day().slots
    assert [f"{slot.start.astimezone(BERLIN):%H:%M}" for slot in slots] == ["01:30", "03:15"]
    assert slots[0].end == slots[1].start


def test_in_the_night_the_clocks_go_back_an_hour_is_not_counted_twice(room):
    here = room(dt.datetime(2014, 10, 25, 23, 30, tzinfo=dt.UTC), BERLIN)  # 01:30; at 03:00 it is 02:00 again
    here.start()
    here.laptop.pass_time(50 * 60)
    over = here.digits()

    here.workspace.running.next_session(here.workshop)
    here.laptop.pass_time(45 * 60)

    assert over == "+5:00"
    assert here.digits(1) == "+15:00"


def test_a_day_rehearsed_in_summer_is_compared_by_the_time_of_day(room):
    here = room(dt.datetime(2014, 2, 6, 8, 0, tzinfo=dt.UTC), BERLIN)  # nine in the morning, in winter
    here.laptop.wall = dt.datetime(2014, 7, 1, 7, 3, tzinfo=dt.UTC)  # three past nine, in summer
    here.clock.follow(here.clock.set_by())
    here.start()

    assert here.day().late == 3 * MINUTE


def test_undo_of_next_puts_the_clock_back_as_if_it_had_not_happened(room):
    here = room()
    here.start()
    here.laptop.pass_time(600)
    here.workspace.running.extend(here.sessions[0].id, 5)
    before = here.workspace.records(here.workshop).where(TimerTransition)

    here.workspace.running.next_session(here.workshop)
    here.laptop.pass_time(60)
    here.workspace.operations.undo()

    assert here.digits() == "39:00"
    assert here.workspace.records(here.workshop).where(TimerTransition) == before
    assert here.day().slots[1].session.actual_start is None
