"""A session is led through its steps, one undoable operation each; the place survives edits and restarts."""

import pytest

from facilitator.domain.agenda import Session, TimerTransition
from facilitator.domain.errors import InvalidInput
from facilitator.domain.guiding import minutes_of, step_clock, step_now, step_number
from facilitator.domain.steps import Step, StepCaptures, StepShows
from facilitator.domain.timer import face
from facilitator.domain.values import Text
from tests.builders import a_session, a_workshop


def step(words, minutes=5, **more):
    return Step(Text(words, "en"), minutes=minutes, **more)


WRITE, READ, SORT = step("Write"), step("Read out", 10), step("Sort", 15)


@pytest.fixture
def session(workspace):
    workshop = a_workshop()
    made = a_session(workshop, planned_minutes=45, steps=(WRITE, READ, SORT))
    workspace.books.add(workshop)
    workspace.books.add(made)
    return made.id


@pytest.fixture
def now(workspace, session):
    """Return the session as it is stored."""

    def read():
        with workspace.database.work.reading() as reading:
            return reading.get(Session, session)

    return read


@pytest.fixture
def left(workspace, now, clock):
    """Return what the step that is on has left, as it is shown."""

    def read():
        found = now()
        transitions = workspace.records(found.workshop).where(TimerTransition, session=found.id)
        return face(step_clock(found, transitions), clock.now())

    return read


def test_a_session_that_begins_is_in_its_first_step(workspace, session, now, left, clock):
    workspace.running.start_session(session)
    clock.tick(60)

    shown = left()

    assert (step_number(now()), step_now(now()), shown) == (1, WRITE, "4:00")


def test_going_on_starts_the_time_of_the_next_step_anew(workspace, session, now, left, clock):
    workspace.running.start_session(session)
    clock.tick(200)

    workspace.guiding.next_step(session)
    clock.tick(30)

    assert (step_now(now()), left()) == (READ, "9:30")


def test_undoing_a_step_puts_its_clock_back_as_if_nobody_had_gone_on(workspace, session, now, left, clock):
    workspace.running.start_session(session)
    clock.tick(60)
    workspace.guiding.next_step(session)
    clock.tick(60)

    workspace.operations.undo()

    assert (step_now(now()), left()) == (WRITE, "3:00")


def test_a_paused_session_holds_its_step_too(workspace, session, left, clock):
    workspace.running.start_session(session)
    clock.tick(60)
    workspace.running.pause(session)
    clock.tick(600)
    workspace.guiding.next_step(session)
    clock.tick(600)

    held = left()
    workspace.running.resume(session)
    clock.tick(60)

    assert (held, left()) == ("10:00", "9:00")


def test_more_minutes_for_the_session_do_not_lengthen_its_step(workspace, session, left, clock):
    workspace.running.start_session(session)
    clock.tick(60)

    workspace.running.extend(session, 5)

    assert left() == "4:00"


def test_the_last_step_has_none_behind_it_and_the_first_none_before(workspace, session, now):
    workspace.running.start_session(session)

    with pytest.raises(InvalidInput) as before:
        workspace.guiding.previous_step(session)
    workspace.guiding.go_to(session, 3)
    with pytest.raises(InvalidInput) as behind:
        workspace.guiding.next_step(session)

    assert (before.value.key, behind.value.key, step_now(now())) == ("no-such-step", "no-next-step", SORT)


def test_a_session_that_does_not_run_is_not_led(workspace, session):
    with pytest.raises(InvalidInput) as refused:
        workspace.guiding.next_step(session)

    assert refused.value.key == "session-not-running"


def test_the_place_is_there_again_after_a_restart(workspace, session, database_file, open_here, clock):
    workspace.running.start_session(session)
    workspace.guiding.next_step(session)
    clock.tick(120)
    workspace.close()

    again = open_here(database_file)
    with again.database.work.reading() as reading:
        found = reading.get(Session, session)
        transitions = reading.where(TimerTransition, session=session)

    assert (step_now(found), face(step_clock(found, transitions), clock.now())) == (READ, "8:00")


def test_the_step_that_is_on_stays_on_while_steps_are_added_before_and_moved(workspace, session, now):
    workspace.running.start_session(session)
    workspace.guiding.next_step(session)

    workspace.guiding.add_steps(session, 0, [step("Greet"), step("Explain")])
    added = step_now(now())
    workspace.guiding.move_step(session, 3, 0)
    moved = step_now(now())
    workspace.guiding.delete_steps(session, [1, 2])

    assert (added, moved, step_now(now())) == (READ, READ, READ)
    assert [str(each.instruction) for each in now().steps] == ["Read out", "Write", "Sort"]


def test_a_step_that_is_deleted_while_it_is_on_gives_way_to_the_one_behind(workspace, session, now):
    workspace.running.start_session(session)
    workspace.guiding.next_step(session)

    workspace.guiding.delete_steps(session, [1])
    behind = step_now(now())
    workspace.guiding.delete_steps(session, [0, 1])

    assert (behind, step_now(now()), now().current_step) == (SORT, None, None)


def test_every_change_of_steps_is_taken_back_by_one_undo(workspace, session, now):
    workspace.guiding.edit_step(session, 1, minutes=12, captures=StepCaptures.CARDS, shows=StepShows.CARDS)
    workspace.guiding.move_step(session, 2, 0)
    workspace.guiding.delete_steps(session, [0, 1])

    counts = [len(now().steps)]
    for _step in range(3):
        workspace.operations.undo()
        counts.append(len(now().steps))

    assert (counts, now().steps) == ([1, 3, 3, 3], (WRITE, READ, SORT))


def test_a_step_without_an_instruction_is_refused(workspace, session, now):
    with pytest.raises(InvalidInput) as refused:
        workspace.guiding.edit_step(session, 0, instruction=Text("  ", "en"))

    assert (refused.value.key, now().steps[0]) == ("step-empty", WRITE)


def test_a_session_planned_again_has_its_steps_and_begins_with_the_first(workspace, session, now):
    workspace.running.start_session(session)
    workspace.guiding.next_step(session)

    workspace.scheduling.duplicate(session)
    with workspace.database.work.reading() as reading:
        [copy] = [each for each in reading.where(Session, workshop=now().workshop) if each.id != session]

    assert (copy.steps, copy.current_step, copy.step_started) == ((WRITE, READ, SORT), None, None)
    assert minutes_of(copy.steps) == 30
