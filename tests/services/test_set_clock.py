"""A clock that somebody sets in the middle of the day: who speaks and who has a break notices nothing of it."""

import datetime as dt

import pytest

from facilitator.domain.agenda import Session, TimerTransition
from facilitator.domain.timer import TimerState
from facilitator.domain.turn_clock import Talk
from facilitator.domain.turns import SpeakingTurn, TimeShared
from facilitator.services.pausing import Pausing
from facilitator.services.talking import Speaker
from tests.afternoon import Afternoon

WAYS = [dt.timedelta(hours=3), dt.timedelta(minutes=-2), dt.timedelta(hours=-3)]
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def afternoon(workspace):
    """The small day, with its first session running."""
    made = Afternoon()
    workspace.books.add(*made.records())
    workspace.running.start_session(made.round.id)
    return made


@pytest.fixture
def talk(workspace, afternoon, clock):
    """Return who speaks now, as it is stored."""

    def read():
        records, session = workspace.records(afternoon.workshop.id), afternoon.round.id
        found = (records.where(kind, session=session) for kind in (TimerTransition, SpeakingTurn))
        return Talk(records.get(Session, session), *found, clock.now())

    return read


def spoken(talk):
    return {turn.name: talk.spoken(turn) for turn in talk.turns}


@pytest.mark.parametrize("by", WAYS)
def test_whoever_spoke_or_speaks_has_spoken_as_long_as_before(workspace, afternoon, talk, clock, by):
    session = afternoon.round.id
    workspace.talking.share(session, [Speaker(name="North"), Speaker(name="South")], TimeShared.SESSION)
    workspace.talking.start_next(session)
    clock.tick(5 * 60)
    workspace.talking.start_next(session)
    clock.tick(60)
    left = talk().face().left

    workspace.timekeeping.clock_was_set(afternoon.workshop.id, by)
    clock.instant += by

    assert spoken(talk()) == {"North": 5 * MINUTE, "South": MINUTE}
    assert talk().face().left == left
    clock.tick(60)
    workspace.talking.start_next(session)
    assert spoken(talk()) == {"North": 5 * MINUTE, "South": 2 * MINUTE}


@pytest.mark.parametrize("by", WAYS)
def test_a_break_lasts_as_long_as_was_told_and_holds_the_session(workspace, afternoon, clock, by):
    session, pausing = afternoon.round.id, Pausing(workspace.operations)
    clock.tick(5 * 60)
    pausing.take_break(session, 10)
    clock.tick(4 * 60)

    workspace.timekeeping.clock_was_set(afternoon.workshop.id, by)
    clock.instant += by

    assert state(workspace, afternoon).back_at - clock.now() == 6 * MINUTE
    clock.tick(7 * 60)
    pausing.end_break(session)
    assert state(workspace, afternoon).elapsed(clock.now()) == 6 * MINUTE


def test_what_was_spoken_on_another_day_stays_as_it_was(workspace, afternoon, talk, clock):
    workspace.talking.speak(afternoon.round.id, Speaker(name="North"))
    clock.tick(60)
    workspace.talking.stop(afternoon.round.id)
    [before] = talk().turns
    clock.tick(20 * 3600)

    workspace.timekeeping.clock_was_set(afternoon.workshop.id, dt.timedelta(hours=-2))

    assert [turn.spoken for turn in talk().turns] == [before.spoken]


def state(workspace, afternoon):
    records = workspace.records(afternoon.workshop.id)
    found = records.get(Session, afternoon.round.id)
    return TimerState.of(found, records.where(TimerTransition, session=found.id))
