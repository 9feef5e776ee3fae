"""A break holds the session's clock for as long as was said, is changed, and ends at its own end."""

import datetime as dt

import pytest

from facilitator.domain.agenda import Session, SessionStatus, TimerTransition
from facilitator.domain.errors import InvalidInput
from facilitator.domain.timer import TimerPhase, TimerState, face, until_next_face
from facilitator.services.pausing import Pausing
from facilitator.services.stage import StageChoice, compose


@pytest.fixture
def held(workspace, clock, afternoon):
    """The card round after ten minutes of its forty-five; read its clock anew with `held()`."""
    workspace.books.add(*afternoon.records())
    workspace.running.start_session(afternoon.round.id)
    clock.tick(600)

    def read():
        records = workspace.records(afternoon.workshop.id)
        session = records.get(Session, afternoon.round.id)
        return TimerState.of(session, records.where(TimerTransition, session=session.id))

    return read


@pytest.fixture
def pausing(workspace):
    return Pausing(workspace.operations)


@pytest.fixture
def status(workspace, afternoon):
    return lambda: workspace.records(afternoon.workshop.id).get(Session, afternoon.round.id).status


def test_a_break_counts_down_while_the_session_keeps_its_minutes(held, pausing, clock, afternoon):
    pausing.take_break(afternoon.round.id, 15)
    clock.tick(300)

    state = held()
    assert (face(state.of_break, clock.now()), face(state, clock.now())) == ("10:00", "35:00")
    assert state.phase(clock.now()) is TimerPhase.PAUSED
    assert state.back_at == clock.now() + dt.timedelta(minutes=10)


def test_the_day_is_reckoned_with_the_whole_break_from_its_first_minute(held, pausing, clock, afternoon):
    before = held().ends(clock.now())

    pausing.take_break(afternoon.round.id, 15)

    assert held().ends(clock.now()) == before + dt.timedelta(minutes=15)


def test_minutes_given_to_a_break_are_the_breaks_not_the_sessions(held, pausing, clock, afternoon):
    pausing.take_break(afternoon.round.id, 15)
    clock.tick(300)

    pausing.change_break(afternoon.round.id, 5)
    pausing.change_break(afternoon.round.id, -1)

    state = held()
    assert face(state.of_break, clock.now()) == "14:00"
    assert face(state, clock.now()) == "35:00"


def test_a_break_with_nothing_left_ends_at_once(held, pausing, status, clock, afternoon):
    pausing.take_break(afternoon.round.id, 5)
    clock.tick(60)

    pausing.change_break(afternoon.round.id, -5)

    assert (held().back_at, status()) == (None, SessionStatus.RUNNING)


def test_a_break_that_nobody_saw_end_ended_at_its_own_end(held, pausing, status, clock, afternoon):
    pausing.take_break(afternoon.round.id, 15)
    clock.tick(60 * 60)  # the lid was closed for an hour

    pausing.end_break(afternoon.round.id)

    assert status() is SessionStatus.RUNNING
    assert face(held(), clock.now()) == "+10:00"


def test_a_break_that_still_lasts_is_not_ended(held, pausing, status, clock, afternoon):
    pausing.take_break(afternoon.round.id, 15)

    changes = pausing.end_break(afternoon.round.id)

    assert not changes.changes
    assert status() is SessionStatus.PAUSED


def test_going_on_early_ends_the_break(held, pausing, workspace, clock, afternoon):
    pausing.take_break(afternoon.round.id, 15)
    clock.tick(120)

    workspace.running.resume(afternoon.round.id)

    assert held().back_at is None
    assert face(held(), clock.now()) == "35:00"


def test_undoing_a_break_puts_the_clock_back_as_if_it_had_not_happened(
    held, pausing, workspace, clock, afternoon
):
    pausing.take_break(afternoon.round.id, 15)
    clock.tick(60)

    workspace.operations.undo()

    assert face(held(), clock.now()) == "34:00"


def test_a_pause_without_a_length_becomes_a_break_and_a_break_an_endless_pause(
    held, pausing, workspace, clock, afternoon
):
    workspace.running.pause(afternoon.round.id)
    clock.tick(60)
    pausing.take_break(afternoon.round.id, 10)
    back = held().back_at

    workspace.running.pause(afternoon.round.id)

    assert back == clock.now() + dt.timedelta(minutes=10)
    assert (held().back_at, held().phase(clock.now())) == (None, TimerPhase.PAUSED)


def test_without_a_session_there_is_nothing_to_hold(workspace, pausing, afternoon):
    workspace.books.add(*afternoon.records())

    with pytest.raises(InvalidInput) as refused:
        pausing.take_break(afternoon.round.id, 10)

    assert refused.value.key == "no-session-to-pause"


@pytest.mark.parametrize("minutes", [0, 241])
def test_a_break_has_between_one_minute_and_four_hours(held, pausing, afternoon, minutes):
    with pytest.raises(InvalidInput) as refused:
        pausing.take_break(afternoon.round.id, minutes)

    assert refused.value.key == "minutes-out-of-range"


def test_the_digits_of_a_break_move_once_a_second(held, pausing, clock, afternoon):
    pausing.take_break(afternoon.round.id, 15)

    assert until_next_face(held(), clock.now() + dt.timedelta(seconds=0.25)) == dt.timedelta(seconds=0.75)


def test_the_room_reads_when_everybody_is_back_and_what_goes_on_then(
    held, pausing, workspace, clock, afternoon
):
    pausing.take_break(afternoon.round.id, 25)
    clock.tick(600)

    records = workspace.records(afternoon.workshop.id)
    view = compose(records, StageChoice("break"), workshop=afternoon.workshop.id, now=clock.now())

    assert (view.name.text, view.back_at, view.next_title.text) == ("Break", "12:35", "Improving the cycle")
    assert (view.frame.timer.text, view.frame.timer.fraction) == ("15:00", 0.4)
