"""A session's clock is computed from what happened to it, so nothing can make it wrong."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.agenda import Session, TimerTransition, TransitionKind
from facilitator.domain.ids import SessionId, WorkshopId, new_id
from facilitator.domain.timer import TimerPhase, TimerState, face, until_next_face
from facilitator.domain.values import Text

START = dt.datetime(2014, 2, 6, 21, 42, tzinfo=dt.UTC)
WORKSHOP = WorkshopId(new_id())


def session(minutes=45):
    return Session(
        id=SessionId(new_id()),
        workshop=WORKSHOP,
        date=dt.date(2014, 2, 6),
        planned_minutes=minutes,
        title=Text("Posibles mejoras", "es"),
    )


def clock(*happened, minutes=45):
    """Return the clock after (kind, minutes after the start[, seconds]) in turn."""
    one = session(minutes)
    transitions = [
        TimerTransition(
            id=new_id(),
            workshop=WORKSHOP,
            session=one.id,
            kind=TransitionKind(kind),
            at=START + dt.timedelta(minutes=at),
            seconds=seconds,
        )
        for kind, at, seconds in ((*each, 0)[:3] for each in happened)
    ]
    return TimerState.of(one, transitions)


def at(minutes=0.0, **more):
    return START + dt.timedelta(minutes=minutes, **more)


def test_before_the_start_the_whole_time_is_left():
    state = clock()

    assert (face(state, START), state.phase(START)) == ("45:00", TimerPhase.IDLE)


def test_remaining_time_runs_down_then_up_as_over_time():
    state = clock(("started", 0))

    faces = [face(state, at(minutes)) for minutes in (0, 21, 44, 45, 46, 105)]

    assert faces == ["45:00", "24:00", "1:00", "0:00", "+1:00", "+1:00:00"]


def test_five_minutes_before_the_end_the_cue_is_given():
    state = clock(("started", 0))

    phases = [state.phase(at(minutes)) for minutes in (39.9, 40, 45, 45.1)]

    assert phases == [TimerPhase.RUNNING, TimerPhase.CUE, TimerPhase.CUE, TimerPhase.OVER]


def test_a_pause_holds_the_digits_and_pushes_the_end_on():
    state = clock(("started", 0), ("paused", 10))

    assert face(state, at(25)) == "35:00"
    assert state.ends(at(25)) == at(60)
    assert until_next_face(state, at(25)) is None


def test_after_a_pause_the_time_left_goes_on_from_where_it_was():
    state = clock(("started", 0), ("paused", 10), ("resumed", 25))

    assert face(state, at(26)) == "34:00"


def test_more_and_less_time_move_the_end():
    state = clock(("started", 0), ("extended", 5, 300), ("extended", 6, -60))

    assert state.ends(at(7)) == at(49)


def test_a_session_cannot_be_cut_to_less_than_nothing():
    state = clock(("started", 0), ("extended", 1, -7200))

    assert (face(state, at(2)), state.fraction(at(2))) == ("+2:00", 1.0)


def test_a_finished_session_stands_still():
    state = clock(("started", 0), ("finished", 40))

    assert face(state, at(500)) == "5:00"
    assert state.phase(at(500)) is TimerPhase.FINISHED


def test_a_session_finished_by_mistake_goes_on_without_the_time_between():
    state = clock(("started", 0), ("finished", 40), ("started", 43))

    assert face(state, at(44)) == "4:00"


def test_midnight_and_the_night_the_clocks_change_are_no_special_case():
    berlin_changes = dt.datetime(2014, 3, 30, 0, 59, 30, tzinfo=dt.UTC)
    state = TimerState(dt.timedelta(minutes=2), started=berlin_changes)

    assert face(state, berlin_changes + dt.timedelta(seconds=60)) == "1:00"


@pytest.mark.parametrize("kind", ["paused", "resumed", "finished"])
def test_what_cannot_follow_changes_nothing(kind):
    assert clock((kind, 3)) == clock()


@given(st.integers(0, 3 * 3600 * 1_000_000))
def test_digits_stay_exactly_as_long_as_said(microseconds):
    state = clock(("started", 0))
    now = at(0, microseconds=microseconds)
    wait = until_next_face(state, now)

    assert wait is not None
    assert face(state, now) == face(state, now + wait - dt.timedelta(microseconds=1))
    assert face(state, now) != face(state, now + wait)


@given(st.lists(st.sampled_from(["started", "paused", "resumed", "extended", "finished"]), max_size=12))
def test_the_clock_is_the_same_after_a_restart_whatever_happened(kinds):
    happened = [(kind, minute, 60) for minute, kind in enumerate(kinds)]

    state = clock(*happened)

    assert state == clock(*reversed(happened))
    assert dt.timedelta() <= state.elapsed(at(60)) <= dt.timedelta(minutes=60)
