"""Bringing a late day back on time, sessions that start by themselves, and a clock that was set."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings

from facilitator.bootstrap import open_workspace
from facilitator.domain.agenda import Priority, Session, SessionStatus, SessionType, TimerTransition
from facilitator.domain.cards import Board
from facilitator.domain.catch_up import proposals
from facilitator.domain.cycles import Workshop
from facilitator.domain.drift import day_of
from facilitator.domain.errors import Conflict, InvalidInput
from facilitator.domain.ids import WorkshopId
from facilitator.domain.late_day import Cut, Plan, Recovery, Situation
from facilitator.domain.timer import TimerState, clocks_of, face
from facilitator.domain.values import Text
from tests.afternoon import DAY, Afternoon
from tests.fixtures.workspaces import FrozenClock
from tests.late_days import DATE, ZONE, late_days

own_file = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
TOMORROW = DAY + dt.timedelta(days=1)


@pytest.fixture
def afternoon(workspace):
    """The small day, stored, with something on the next day too."""
    made = Afternoon()
    made.coffee = replace(made.coffee, locked=False)
    made.plans = replace(made.plans, priority=Priority.COULD)
    made.others = [replace(made.session("08:30", 15, "Recap", SessionType.REVIEW), date=TOMORROW)]
    workspace.books.add(*made.records())
    return made


@pytest.fixture
def look(workspace, afternoon, clock):
    """Return everything that proposals are reckoned from, as it is stored now."""
    return lambda: situation_of(workspace, afternoon.workshop.id, clock.now())


def situation_of(workspace, workshop, now, date=DAY):
    records = workspace.records(workshop)
    sessions = tuple(sorted(records.where(Session), key=lambda each: each.order))
    return Situation(sessions, clocks_of(sessions, records.where(TimerTransition)), ZONE, now, date)


def stored(workspace, workshop):
    """Return all that a workshop has, without the stamps of who stored it when."""
    return {
        record.id: replace(record, changed_at=None, changed_by=None) for record in workspace.records(workshop)
    }


def twelve_late(workspace, afternoon, clock):
    clock.tick(12 * 60)
    workspace.running.start_session(afternoon.round.id)
    clock.tick(5 * 60)


@pytest.mark.parametrize("way", list(Recovery))
def test_each_way_does_what_was_shown_and_one_undo_takes_it_back(workspace, afternoon, clock, look, way):
    twelve_late(workspace, afternoon, clock)
    before = stored(workspace, afternoon.workshop.id)
    [shown] = [each for each in proposals(look()) if each.plan.way is way]

    workspace.timekeeping.catch_up(shown.plan)
    applied = look().day()
    workspace.operations.undo()

    assert [(slot.session.id, slot.start, slot.end) for slot in applied.slots] == [
        (slot.session.id, slot.start, slot.end) for slot in shown.after.slots
    ]
    assert applied.late == shown.after.late
    assert stored(workspace, afternoon.workshop.id) == before


def test_the_plan_stays_as_it_was_agreed(workspace, afternoon, clock, look):
    twelve_late(workspace, afternoon, clock)
    planned = {each.id: (each.planned_start, each.planned_minutes) for each in look().sessions}

    workspace.timekeeping.catch_up(next(proposals(look())).plan)

    assert {each.id: (each.planned_start, each.planned_minutes) for each in look().sessions} == planned


def test_a_session_on_another_day_keeps_its_cards_and_leaves_its_place(workspace, afternoon, clock, look):
    twelve_late(workspace, afternoon, clock)
    plan = Plan(Recovery.MOVE, moved=afternoon.plans.id, to=TOMORROW)
    board = workspace.books.add(replace(afternoon.board, id=afternoon.cycle.id, session=afternoon.plans.id))

    workspace.timekeeping.catch_up(plan)

    sessions = look().sessions
    moved = [each for each in sessions if each.status is SessionStatus.MOVED]
    assert [(str(each.title), each.date) for each in moved] == [("Next phase", DAY)]
    [there] = [each for each in sessions if each.id == afternoon.plans.id]
    assert (there.date, there.planned_start) == (TOMORROW, dt.time(8, 45))
    assert workspace.records(afternoon.workshop.id).get(Board, board.changes[0].record.id).session == there.id
    assert workspace.records(afternoon.workshop.id).get(Workshop, afternoon.workshop.id).end == TOMORROW


def test_a_way_that_is_out_of_date_changes_nothing(workspace, afternoon, clock, look):
    twelve_late(workspace, afternoon, clock)
    shown = {each.plan.way: each.plan for each in proposals(look())}
    workspace.running.skip_session(afternoon.plans.id)
    before = stored(workspace, afternoon.workshop.id)

    for way in (Recovery.SHORTEN, Recovery.DROP, Recovery.MOVE):
        with pytest.raises(InvalidInput, match="agenda-went-on"):
            workspace.timekeeping.catch_up(shown[way])

    assert stored(workspace, afternoon.workshop.id) == before


def test_what_keeps_its_time_is_not_shortened_even_when_asked(workspace, afternoon, clock):
    workspace.books.edit(Session, afternoon.loops.id, locked=True)

    with pytest.raises(InvalidInput, match="session-keeps-time"):
        workspace.timekeeping.catch_up(Plan(Recovery.SHORTEN, (Cut(afternoon.loops.id, 1),)))


@own_file
@given(late_days())
def test_any_day_can_be_brought_back_and_taken_back(tmp_path_factory, migrated_file, day):
    found = list(proposals(day.situation))
    assume(found)
    path = tmp_path_factory.mktemp("late") / "facilitator.sqlite"
    path.write_bytes(migrated_file.read_bytes())
    workshop = day.sessions[0].workshop
    with open_workspace(path, FrozenClock(day.now)) as workspace:
        title = Text("Late", "en")
        workspace.books.add(Workshop(id=workshop, title=title), *day.sessions, *day.transitions)
        before = stored(workspace, workshop)
        for shown in found:
            workspace.timekeeping.catch_up(shown.plan)
            now = situation_of(workspace, workshop, day.now, DATE).day()
            assert [(each.start, each.end) for each in now.slots] == [
                (each.start, each.end) for each in shown.after.slots
            ]
            workspace.operations.undo()

            assert stored(workspace, workshop) == before


# Starting at the planned time


def status(workspace, session):
    return workspace.records(session.workshop).get(Session, session.id)


def clock_of(workspace, session):
    records = workspace.records(session.workshop)
    return TimerState.of(records.get(Session, session.id), records.where(TimerTransition, session=session.id))


def test_an_armed_session_starts_at_the_second_and_what_ran_ends_then(workspace, afternoon, clock):
    workspace.running.start_session(afternoon.round.id)
    workspace.timekeeping.arm(afternoon.coffee.id)
    planned = clock.now() + dt.timedelta(minutes=45)
    clock.tick(45 * 60 + 0.7)

    workspace.timekeeping.start_armed(afternoon.coffee.id, planned)

    assert status(workspace, afternoon.coffee).actual_start == planned
    assert status(workspace, afternoon.round).actual_end == planned
    assert clock_of(workspace, afternoon.coffee).started == planned
    assert not clock_of(workspace, afternoon.coffee).armed


def test_a_second_program_does_not_start_it_again(workspace, afternoon, clock, database_file, open_here):
    workspace.timekeeping.arm(afternoon.round.id)
    other = open_here(database_file)
    workspace.timekeeping.start_armed(afternoon.round.id, clock.now())

    with pytest.raises(InvalidInput):
        other.timekeeping.start_armed(afternoon.round.id, clock.now())

    kinds = [each.kind for each in workspace.records(afternoon.workshop.id).where(TimerTransition)]
    assert kinds.count("started") == 1


def test_undoing_a_start_by_itself_leaves_it_to_the_facilitator(workspace, afternoon, clock):
    workspace.timekeeping.arm(afternoon.round.id)
    workspace.timekeeping.start_armed(afternoon.round.id, clock.now())

    workspace.operations.undo()

    assert status(workspace, afternoon.round).status is SessionStatus.PLANNED
    assert not clock_of(workspace, afternoon.round).armed


def test_arming_can_be_taken_back_both_ways(workspace, afternoon):
    workspace.timekeeping.arm(afternoon.round.id)
    workspace.operations.undo()
    undone = clock_of(workspace, afternoon.round).armed
    workspace.timekeeping.arm(afternoon.round.id)

    workspace.timekeeping.disarm(afternoon.round.id)

    assert not undone
    assert not clock_of(workspace, afternoon.round).armed


# A clock that was set


@pytest.mark.parametrize("by", [dt.timedelta(hours=1), dt.timedelta(hours=-1), dt.timedelta(minutes=-7)])
def test_a_clock_set_forward_or_back_leaves_what_runs_as_it_was(workspace, afternoon, clock, look, by):
    workspace.running.start_session(afternoon.round.id)
    clock.tick(20 * 60)
    workspace.running.next_session(afternoon.workshop.id)
    clock.tick(60)
    workspace.running.pause(afternoon.coffee.id)
    clock.tick(60)
    workspace.running.resume(afternoon.coffee.id)
    clock.tick(61)
    shown = face(clock_of(workspace, afternoon.coffee), clock.now())

    workspace.timekeeping.clock_was_set(afternoon.workshop.id, by)
    clock.instant += by

    assert face(clock_of(workspace, afternoon.coffee), clock.now()) == shown == "12:59"
    slots = look().day().slots
    assert all(one.end <= other.start for one, other in pairwise(slots))


def test_two_programs_mend_a_set_clock_once(workspace, afternoon, clock, database_file, open_here):
    workspace.running.start_session(afternoon.round.id)
    clock.tick(600)
    other = open_here(database_file)
    hour = dt.timedelta(hours=1)

    workspace.timekeeping.clock_was_set(afternoon.workshop.id, hour)
    clock.tick(1)
    other.timekeeping.clock_was_set(afternoon.workshop.id, hour)
    clock.instant += hour

    assert clock_of(workspace, afternoon.round).elapsed(clock.now()) == dt.timedelta(seconds=601)


def test_undo_of_next_is_refused_rather_than_wrong_once_the_clock_was_set(workspace, afternoon, clock):
    workspace.running.start_session(afternoon.round.id)
    clock.tick(600)
    workspace.running.next_session(afternoon.workshop.id)
    workspace.timekeeping.clock_was_set(afternoon.workshop.id, dt.timedelta(hours=1))

    with pytest.raises(Conflict):
        workspace.operations.undo()


def test_the_day_says_what_was_agreed_in_the_records_alone(workspace, afternoon, clock, look):
    twelve_late(workspace, afternoon, clock)
    [later] = [each for each in proposals(look()) if each.plan.way is Recovery.END_LATER]
    workspace.timekeeping.catch_up(later.plan)

    found = look()
    day = day_of(found.sessions, DAY, clocks=found.clocks, zone=ZONE, now=clock.now())

    assert day.agreed_end - day.planned_end == dt.timedelta(minutes=12)
    assert WorkshopId(afternoon.workshop.id) == found.sessions[0].workshop
