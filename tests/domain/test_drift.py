"""How late the day is, reckoned from what happened and from what is still to come."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.agenda import SessionStatus, SessionType
from facilitator.domain.drift import day_of
from facilitator.domain.timer import TimerState
from tests.afternoon import DAY, Afternoon

MANAGUA = dt.timezone(dt.timedelta(hours=-6))
NOON = dt.datetime(2014, 2, 6, 18, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


def at(minutes: float) -> dt.datetime:
    return NOON + minutes * MINUTE


def running(afternoon: Afternoon, started: float):
    """Let the first session run since so many minutes after noon; return agenda and clocks."""
    live = replace(afternoon.round, status=SessionStatus.RUNNING, actual_start=at(started))
    clock = TimerState(live.planned_minutes * MINUTE, started=at(started))
    return [live, *afternoon.sessions[1:]], {live.id: clock}


def day(sessions, clocks=None, minutes=0.0):
    return day_of(sessions, DAY, clocks=clocks or {}, zone=MANAGUA, now=at(minutes))


def test_a_day_that_has_not_begun_follows_its_plan():
    found = day(Afternoon().sessions, minutes=-600)

    assert [slot.start for slot in found.slots] == [at(m) for m in (0, 45, 60, 120, 180)]
    assert (found.late, found.under_way) == (dt.timedelta(), False)


def test_a_late_start_pushes_what_follows():
    sessions, clocks = running(Afternoon(), 12)

    found = day(sessions, clocks, 20)

    assert [slot.start for slot in found.slots] == [at(m) for m in (12, 57, 72, 132, 192)]
    assert found.late == 12 * MINUTE
    assert found.ends == at(207)


def test_time_over_pushes_the_day_with_every_minute():
    sessions, clocks = running(Afternoon(), 0)

    assert day(sessions, clocks, 45).late == dt.timedelta()
    assert day(sessions, clocks, 52).late == 7 * MINUTE


def test_a_gap_in_the_plan_is_used_up_before_anything_is_late():
    afternoon = Afternoon()
    afternoon.loops = replace(afternoon.loops, planned_start=dt.time(13, 10))
    afternoon.plans = replace(afternoon.plans, planned_start=dt.time(14, 10))
    afternoon.close = replace(afternoon.close, planned_start=dt.time(15, 10))
    sessions, clocks = running(afternoon, 8)

    assert day(sessions, clocks, 10).late == dt.timedelta()


def test_a_locked_session_keeps_its_start_when_the_day_runs_early():
    sessions, clocks = running(Afternoon(), -20)

    found = day(sessions, clocks, 0)

    assert found.slots[1].session.type is SessionType.BREAK
    assert found.slots[1].start == at(45)
    assert found.late == dt.timedelta()


def test_what_is_skipped_takes_no_time():
    afternoon = Afternoon()
    sessions, clocks = running(afternoon, 0)
    sessions[3] = replace(sessions[3], status=SessionStatus.SKIPPED)

    found = day(sessions, clocks, 10)

    assert found.slot(afternoon.plans.id) is None
    assert found.slots[-1].start == at(180)


def test_a_rehearsal_years_later_is_compared_by_the_time_of_day():
    sessions, clocks = running(Afternoon(), 12 * 365 * 24 * 60 + 9)

    assert day(sessions, clocks, 12 * 365 * 24 * 60 + 10).late == 9 * MINUTE


def test_past_sessions_say_how_much_longer_they_took():
    afternoon = Afternoon()
    done = replace(afternoon.round, status=SessionStatus.DONE, actual_start=at(-5), actual_end=at(48))

    found = day([done, *afternoon.sessions[1:]], minutes=48)

    assert found.slots[0].overrun == 8 * MINUTE
    assert found.under_way


def test_a_session_held_again_years_later_is_not_measured_against_the_first_time():
    sessions, clocks = running(Afternoon(), 12 * 365 * 24 * 60 + 3)
    sessions[1:] = [
        replace(each, status=SessionStatus.DONE, actual_start=at(45 * n), actual_end=at(45 * n + 40))
        for n, each in enumerate(sessions[1:], start=1)
    ]

    assert abs(day(sessions, clocks, 12 * 365 * 24 * 60 + 10).late) <= 3 * MINUTE


@given(st.integers(-90, 300), st.integers(0, 400))
def test_sessions_never_overlap_and_locked_ones_never_start_early(started, later):
    sessions, clocks = running(Afternoon(), started)

    found = day(sessions, clocks, started + later)

    for before, after in zip(found.slots, found.slots[1:], strict=False):
        assert after.start >= before.end
        assert not after.session.locked or after.start >= after.planned_start
    assert all(slot.end >= slot.start for slot in found.slots)
