"""Groups share what is left of a session: unused minutes flow on, and every turn is remembered."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.agenda import Session, TimerTransition, TransitionKind
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import new_id
from facilitator.domain.steps import Step
from facilitator.domain.turn_clock import Talk
from facilitator.domain.turns import SpeakingTurn, Spell, TimeShared
from facilitator.domain.values import Text
from facilitator.services.talking import Speaker
from tests.builders import a_person, a_session, a_workshop, an_organisation

GROUPS = [Speaker(name=f"Group {number}") for number in (1, 2, 3)]
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def session(workspace):
    workshop = a_workshop()
    steps = (Step(Text("Report back", "en"), minutes=12), Step(Text("Close", "en"), minutes=5))
    made = a_session(workshop, planned_minutes=30, steps=steps)
    workspace.books.add(workshop)
    workspace.books.add(made)
    workspace.running.start_session(made.id)
    return made.id


@pytest.fixture
def talk(workspace, session, clock):
    """Return who speaks now, as it is stored."""

    def read(work=workspace):
        with work.database.work.reading() as reading:
            return Talk(
                reading.get(Session, session),
                reading.where(TimerTransition, session=session),
                reading.where(SpeakingTurn, session=session),
                clock.now(),
            )

    return read


def minutes(span):
    return round(span / MINUTE, 2)


def test_three_groups_get_a_third_each_of_what_is_left(workspace, session, talk):
    workspace.talking.share(session, GROUPS, TimeShared.SESSION)

    workspace.talking.start_next(session)

    face = talk().face()
    assert (face.turn.name, minutes(face.left), [each.name for each in talk().coming]) == (
        "Group 1",
        10,
        ["Group 2", "Group 3"],
    )


def test_minutes_that_a_group_does_not_use_flow_on_to_the_others(workspace, session, talk, clock):
    workspace.talking.share(session, GROUPS, TimeShared.SESSION)
    workspace.talking.start_next(session)
    clock.tick(4 * 60)

    workspace.talking.start_next(session)

    assert (talk().face().turn.name, minutes(talk().face().left)) == ("Group 2", 13)


def test_a_group_that_runs_over_takes_the_time_from_those_who_wait(workspace, session, talk, clock):
    workspace.talking.share(session, GROUPS, TimeShared.SESSION)
    workspace.talking.start_next(session)
    clock.tick(16 * 60)

    over, coming = talk().face().left, talk().next_share()
    workspace.talking.start_next(session)

    assert (minutes(over), minutes(coming), minutes(talk().face().left)) == (-6, 7, 7)


def test_undoing_the_next_turn_lets_the_one_before_speak_on_as_if_nothing_had_been(
    workspace, session, talk, clock
):
    workspace.talking.share(session, GROUPS, TimeShared.SESSION)
    workspace.talking.start_next(session)
    clock.tick(60)
    workspace.talking.start_next(session)
    clock.tick(60)

    workspace.operations.undo()

    assert (talk().face().turn.name, minutes(talk().face().left)) == ("Group 1", 8)


def test_a_pause_of_the_session_stops_the_turn_and_costs_nobody_anything(workspace, session, talk, clock):
    workspace.talking.share(session, GROUPS, TimeShared.SESSION)
    workspace.talking.start_next(session)
    clock.tick(60)
    workspace.running.pause(session)
    clock.tick(3600)

    held = talk().face()
    workspace.running.resume(session)
    clock.tick(60)

    assert (held.held, minutes(held.left)) == (True, 9)
    assert (talk().face().held, minutes(talk().face().left)) == (False, 8)


def test_a_turn_that_is_held_is_not_spoken_on_and_goes_on_later(workspace, session, talk, clock):
    workspace.talking.share(session, GROUPS, TimeShared.SESSION)
    workspace.talking.hold_or_go_on(session)
    clock.tick(60)
    workspace.talking.hold_or_go_on(session)
    clock.tick(180)

    held = talk().face()
    workspace.talking.hold_or_go_on(session)
    clock.tick(60)

    assert (held.held, minutes(held.used), minutes(held.left)) == (True, 1, 8)
    assert (talk().face().held, minutes(talk().face().used), minutes(talk().face().left)) == (False, 2, 7)


def test_more_minutes_for_the_session_are_shared_by_all(workspace, session, talk):
    workspace.talking.share(session, GROUPS, TimeShared.SESSION)
    workspace.talking.start_next(session)

    workspace.running.extend(session, 6)

    assert minutes(talk().face().left) == 12


def test_groups_may_share_the_time_of_a_step_alone(workspace, session, talk):
    workspace.talking.share(session, GROUPS, TimeShared.STEP)

    workspace.talking.start_next(session)

    assert minutes(talk().face().left) == 4


def test_after_the_last_group_nobody_is_on_turn(workspace, session, talk, clock):
    workspace.talking.share(session, GROUPS[:1], TimeShared.SESSION)
    workspace.talking.start_next(session)
    clock.tick(120)

    workspace.talking.start_next(session)

    assert talk().face() is None
    assert [(each.name, minutes(talk().spoken(each))) for each in talk().turns] == [("Group 1", 2)]
    with pytest.raises(InvalidInput) as refused:
        workspace.talking.start_next(session)
    assert refused.value.key == "nobody-waits"


def test_a_group_may_come_earlier_out_of_the_row_or_be_moved_in_it(workspace, session, talk):
    workspace.talking.share(session, GROUPS, TimeShared.SESSION)
    second, third = talk().coming[1:]

    workspace.talking.move(third, -1)
    moved = [each.name for each in talk().coming]
    workspace.talking.take(second)

    assert moved == ["Group 1", "Group 3", "Group 2"]
    assert (talk().face().turn.name, minutes(talk().face().left)) == ("Group 2", 10)


def test_ending_the_row_keeps_what_was_spoken_and_forgets_who_waited(workspace, session, talk, clock):
    workspace.talking.share(session, GROUPS, TimeShared.SESSION)
    workspace.talking.start_next(session)
    clock.tick(60)

    workspace.talking.end_sharing(session)

    assert [(each.name, each.done, minutes(talk().spoken(each))) for each in talk().turns] == [
        ("Group 1", True, 1)
    ]
    assert talk().face() is None


def test_whoever_simply_speaks_is_noted_and_stops_when_somebody_else_does(workspace, session, talk, clock):
    coop, buyer = an_organisation("Coop"), an_organisation("Buyer")
    workspace.books.add(coop, buyer)
    for organisation, seconds in ((coop, 60), (buyer, 120), (coop, 30)):
        workspace.talking.speak(session, Speaker(organisation.id))
        clock.tick(seconds)

    workspace.talking.stop(session)
    clock.tick(600)

    assert [
        (each.organisation, len(each.spoken), talk().spoken(each).total_seconds()) for each in talk().turns
    ] == [(coop.id, 2, 90), (buyer.id, 1, 120)]


def test_the_end_of_the_session_ends_what_is_spoken(workspace, session, talk, clock):
    workspace.talking.speak(session, GROUPS[0])
    clock.tick(60)
    workspace.running.finish_session(session)

    clock.tick(3600)

    assert minutes(talk().spoken(talk().turns[0])) == 1


def test_whose_turn_it_is_is_known_after_a_restart(workspace, session, talk, database_file, open_here, clock):
    workspace.talking.share(session, GROUPS, TimeShared.SESSION)
    workspace.talking.start_next(session)
    workspace.close()
    clock.tick(180)

    found = talk(open_here(database_file))

    assert (found.face().turn.name, minutes(found.face().left)) == ("Group 1", 7)


def test_a_clock_that_is_set_back_ends_a_turn_at_its_beginning(workspace, session, talk, clock):
    workspace.talking.speak(session, GROUPS[0])
    clock.tick(-3600)

    workspace.talking.stop(session)

    [spell] = talk().turns[0].spoken
    assert spell.start == spell.end


def test_nobody_is_given_the_word_before_the_session_runs(workspace, session):
    workspace.running.finish_session(session)

    with pytest.raises(InvalidInput) as refused:
        workspace.talking.speak(session, GROUPS[0])

    assert refused.value.key == "session-not-running"


def test_a_person_who_is_forgotten_leaves_the_minutes_to_the_organisation_alone(
    workspace, session, talk, clock
):
    coop = an_organisation("Coop")
    speaker = a_person(organisation=coop.id)
    workspace.books.add(coop)
    workspace.books.add(speaker)
    workspace.talking.speak(session, Speaker(coop.id, speaker.id))
    clock.tick(60)
    workspace.talking.stop(session)

    workspace.people.anonymise(speaker.id)

    [turn] = talk().turns
    assert (turn.person, turn.organisation, minutes(talk().spoken(turn))) == (None, coop.id, 1)


@given(
    used=st.lists(st.integers(0, 900), max_size=6),
    waiting=st.integers(0, 6),
    extended=st.integers(-1200, 3600),
)
def test_whatever_was_used_the_parts_of_those_to_come_add_up_to_what_is_left(used, waiting, extended):
    workshop = a_workshop()
    session = a_session(workshop, planned_minutes=60)
    start = dt.datetime(2014, 2, 6, 15, 0, tzinfo=dt.UTC)
    happened = [
        TimerTransition(
            id=new_id(), workshop=workshop.id, session=session.id, kind=kind, at=start, seconds=seconds
        )
        for kind, seconds in ((TransitionKind.STARTED, 0), (TransitionKind.EXTENDED, extended))
    ]
    now, turns = start, []
    for place, seconds in enumerate([*used, *[None] * waiting]):
        spoken = ()
        if seconds is not None:
            spoken = (Spell(now, now + dt.timedelta(seconds=seconds)),)
            now += dt.timedelta(seconds=seconds)
        turns.append(
            SpeakingTurn(
                id=new_id(),
                workshop=workshop.id,
                session=session.id,
                shares=TimeShared.SESSION,
                position=place,
                spoken=spoken,
                done=seconds is not None,
            )
        )

    talk = Talk(session, happened, turns, now)

    left = max(dt.timedelta(), talk.clock.remaining(now)) if waiting else dt.timedelta()
    assert abs(talk.share() * waiting - left) < dt.timedelta(milliseconds=1)
    assert sum((talk.spoken(each) for each in turns), dt.timedelta()) == dt.timedelta(seconds=sum(used))
