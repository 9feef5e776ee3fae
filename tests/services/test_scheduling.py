"""The agenda as the facilitator plans it: times flow, locked sessions keep theirs, all can be undone."""

import datetime as dt

import pytest

from facilitator.domain.agenda import Priority, Session, SessionType
from facilitator.domain.cards import Board, Card
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import InvalidInput
from facilitator.domain.flow import day_of
from facilitator.domain.ids import BoardId, SessionId, WorkshopId, new_id
from facilitator.domain.values import Text
from facilitator.services.scheduling import NewSession
from facilitator.services.wall import NewCard

THURSDAY = dt.date(2014, 2, 6)
FRIDAY = dt.date(2014, 2, 7)


def text(words):
    return Text(words, "en")


@pytest.fixture
def workshop(workspace):
    """A workshop on a Thursday."""
    made = Workshop(id=WorkshopId(new_id()), title=text("Maintaining momentum"), start=THURSDAY, end=THURSDAY)
    workspace.books.add(made)
    return made.id


@pytest.fixture
def plan(workspace, workshop):
    """Plan sessions by (title, start, minutes), locked with a star before the title; return their keys."""

    def make(*sessions, date=THURSDAY, **fields):
        keys = {}
        for place, (title, start, minutes) in enumerate(sessions):
            name = title.lstrip("*")
            kind = SessionType.LUNCH if name == "Lunch" else SessionType.PLENARY
            made = Session(
                id=SessionId(new_id()),
                workshop=workshop,
                date=date,
                planned_start=dt.time.fromisoformat(start),
                planned_minutes=minutes,
                title=text(name),
                type=SessionType.BREAK if name == "Coffee" else kind,
                locked=title.startswith("*"),
                position=place,
                **fields,
            )
            workspace.books.add(made)
            keys[name] = made.id
        return keys

    return make


@pytest.fixture
def agenda(workspace, workshop):
    """Read a day as lines of start, minutes and title."""

    def read(date=THURSDAY):
        sessions = workspace.records(workshop).where(Session)
        return [
            f"{each.planned_start:%H:%M} {each.planned_minutes} {each.title}"
            for each in day_of(sessions, date)
        ]

    return read


def test_a_longer_session_pushes_those_behind_it_up_to_the_next_locked_one(workspace, plan, agenda):
    keys = plan(
        ("Opening", "08:30", 30), ("Review", "09:00", 60), ("*Visit", "11:00", 30), ("Close", "11:30", 10)
    )

    workspace.scheduling.set_length(keys["Opening"], 45)

    assert agenda() == ["08:30 45 Opening", "09:15 60 Review", "11:00 30 Visit", "11:30 10 Close"]


def test_lunch_keeps_its_time_even_when_nobody_locked_it(workspace, plan, agenda):
    keys = plan(("Input", "11:00", 60), ("Lunch", "12:30", 60), ("Work", "13:30", 30))

    workspace.scheduling.set_length(keys["Input"], 30)

    assert agenda() == ["11:00 30 Input", "12:30 60 Lunch", "13:30 30 Work"]


def test_a_pause_that_was_left_on_purpose_stays(workspace, plan, agenda):
    keys = plan(("Opening", "08:30", 30), ("Review", "09:15", 60))

    workspace.scheduling.set_length(keys["Opening"], 40)

    assert agenda() == ["08:30 40 Opening", "09:25 60 Review"]


def test_shortening_again_brings_back_what_was_pushed_over_lunch(workspace, plan, agenda):
    keys = plan(("Input", "11:00", 60), ("Questions", "12:00", 30), ("Lunch", "12:30", 60))
    before = agenda()

    workspace.scheduling.set_length(keys["Input"], 120)
    pushed = agenda()
    workspace.scheduling.set_length(keys["Input"], 60)

    assert pushed == ["11:00 120 Input", "13:00 30 Questions", "12:30 60 Lunch"]
    assert agenda() == before


def test_a_later_start_takes_those_behind_along(workspace, plan, agenda):
    keys = plan(("Opening", "08:30", 30), ("Review", "09:00", 60), ("*Close", "12:00", 10))

    workspace.scheduling.set_start(keys["Opening"], dt.time(8, 45))

    assert agenda() == ["08:45 30 Opening", "09:15 60 Review", "12:00 10 Close"]


def test_a_start_behind_lunch_moves_the_session_there(workspace, plan, agenda):
    keys = plan(
        ("Input", "11:00", 45), ("Questions", "11:45", 45), ("Lunch", "12:30", 60), ("Work", "13:30", 30)
    )

    workspace.scheduling.set_start(keys["Input"], dt.time(14, 0))

    assert agenda() == ["11:00 45 Questions", "12:30 60 Lunch", "13:30 30 Work", "14:00 45 Input"]


def test_a_new_session_starts_when_the_one_before_it_ends(workspace, plan, agenda):
    keys = plan(("Opening", "08:30", 30), ("Review", "09:00", 60))

    workspace.scheduling.add_after(keys["Opening"], NewSession(text("Icebreaker"), 15))

    assert agenda() == ["08:30 30 Opening", "09:00 15 Icebreaker", "09:15 60 Review"]


def test_a_free_pause_takes_a_new_session_in_before_anything_moves(workspace, plan, agenda):
    keys = plan(("Opening", "08:30", 30), ("Review", "09:30", 60))

    workspace.scheduling.add_after(keys["Opening"], NewSession(text("Icebreaker"), 20))

    assert agenda() == ["08:30 30 Opening", "09:00 20 Icebreaker", "09:30 60 Review"]


def test_the_first_session_of_a_new_day_starts_in_the_morning_and_the_workshop_grows(
    workspace, workshop, agenda
):
    workspace.scheduling.add_last(workshop, FRIDAY, NewSession(text("Read back")))

    assert agenda(FRIDAY) == ["08:30 30 Read back"]
    assert workspace.records(workshop).get(Workshop, workshop).end == FRIDAY


def test_moving_a_session_later_lets_the_other_take_its_time(workspace, plan, agenda):
    keys = plan(("Opening", "08:30", 30), ("Review", "09:00", 60), ("Input", "10:00", 20))

    workspace.scheduling.move(keys["Opening"], 1)

    assert agenda() == ["08:30 60 Review", "09:30 30 Opening", "10:00 20 Input"]


def test_moving_earlier_over_lunch_leaves_lunch_where_it_is(workspace, plan, agenda):
    keys = plan(
        ("Input", "11:00", 60), ("Lunch", "12:30", 60), ("Energiser", "13:30", 15), ("Work", "13:45", 60)
    )

    workspace.scheduling.move(keys["Energiser"], -1)

    assert agenda() == ["11:00 60 Input", "12:00 15 Energiser", "12:30 60 Lunch", "13:30 60 Work"]


def test_a_locked_session_is_not_moved_by_steps(workspace, plan, agenda):
    keys = plan(("Input", "11:00", 60), ("*Minister", "12:00", 30))

    with pytest.raises(InvalidInput, match="session-keeps-time"):
        workspace.scheduling.move(keys["Minister"], -1)

    assert agenda() == ["11:00 60 Input", "12:00 30 Minister"]


def test_at_the_end_of_the_day_there_is_nowhere_to_move(workspace, plan):
    keys = plan(("Input", "11:00", 60), ("Close", "12:00", 30))

    changes = workspace.scheduling.move(keys["Close"], 1)

    assert changes.changes == ()


def test_a_session_dragged_to_another_day_leaves_no_hole(workspace, plan, agenda):
    keys = plan(("Opening", "08:30", 30), ("Input", "09:00", 60), ("Review", "10:00", 30))
    plan(("Read back", "08:30", 15), ("Work", "08:45", 60), date=FRIDAY)

    workspace.scheduling.move_to(keys["Input"], FRIDAY, dt.time(8, 50))

    assert agenda() == ["08:30 30 Opening", "09:00 30 Review"]
    assert agenda(FRIDAY) == ["08:30 15 Read back", "08:45 60 Input", "09:45 60 Work"]


def test_a_session_dragged_past_the_middle_of_the_next_takes_its_turn_behind_it(workspace, plan, agenda):
    keys = plan(("Opening", "08:30", 30), ("Input", "09:00", 60), ("Review", "10:00", 30))

    workspace.scheduling.move_to(keys["Opening"], THURSDAY, dt.time(9, 35))

    assert agenda() == ["08:30 60 Input", "09:30 30 Opening", "10:00 30 Review"]


def test_a_session_dragged_a_little_later_takes_those_behind_along(workspace, plan, agenda):
    keys = plan(("Opening", "08:30", 30), ("Input", "09:00", 60), ("Review", "10:00", 30))

    workspace.scheduling.move_to(keys["Input"], THURSDAY, dt.time(9, 10))

    assert agenda() == ["08:30 30 Opening", "09:10 60 Input", "10:10 30 Review"]


def test_a_workshop_that_begins_on_another_day_takes_its_sessions_along(workspace, workshop, plan, agenda):
    plan(("Opening", "08:30", 30))

    workspace.scheduling.set_first_day(workshop, dt.date(2014, 9, 8))

    found = workspace.records(workshop).get(Workshop, workshop)
    assert (found.start, found.end) == (dt.date(2014, 9, 8), dt.date(2014, 9, 8))
    assert agenda(dt.date(2014, 9, 8)) == ["08:30 30 Opening"]


def test_a_locked_session_dragged_starts_exactly_there(workspace, plan, agenda):
    keys = plan(("Input", "09:00", 60), ("*Minister", "12:00", 30))

    workspace.scheduling.move_to(keys["Minister"], THURSDAY, dt.time(10, 25))

    assert agenda() == ["09:00 60 Input", "10:25 30 Minister"]


def test_a_deleted_session_lets_those_behind_move_up_and_one_undo_brings_all_back(workspace, plan, agenda):
    keys = plan(("Opening", "08:30", 30), ("Review", "09:00", 60), ("Input", "10:00", 20))
    before = agenda()

    workspace.scheduling.delete(keys["Opening"])
    shorter = agenda()
    workspace.operations.undo()

    assert shorter == ["08:30 60 Review", "09:30 20 Input"]
    assert agenda() == before


def test_a_duplicate_asks_the_same_question_without_what_people_said(workspace, workshop, plan, agenda):
    keys = plan(("Feedback", "09:00", 30), ("Close", "09:30", 10))
    board = Board(
        id=BoardId(new_id()), workshop=workshop, session=keys["Feedback"], question=text("What helped?")
    )
    workspace.books.add(board)
    workspace.wall.add_card(keys["Feedback"], NewCard(text=text("The break")))

    copy = SessionId(new_id())
    workspace.scheduling.duplicate(keys["Feedback"], copy)

    records = workspace.records(workshop)
    (asked,) = records.where(Board, session=copy)
    assert agenda() == ["09:00 30 Feedback", "09:30 30 Feedback", "10:00 10 Close"]
    assert str(asked.question) == "What helped?"
    assert records.where(Card, board=asked.id) == []


def test_an_overlap_with_a_locked_session_is_solved_by_what_may_give_way(workspace, workshop, plan, agenda):
    could = plan(("Energiser", "10:00", 30), priority=Priority.COULD)
    plan(("Input", "10:30", 60))
    plan(("*Minister", "11:20", 30))
    assert could

    workspace.scheduling.repair(workshop, THURSDAY)

    assert agenda() == ["10:00 20 Energiser", "10:20 60 Input", "11:20 30 Minister"]


def test_two_locked_sessions_at_once_have_no_lawful_repair(workspace, workshop, plan, agenda):
    plan(("*Minister", "11:00", 60), ("*Bus", "11:30", 30))

    with pytest.raises(InvalidInput, match="agenda-without-repair"):
        workspace.scheduling.repair(workshop, THURSDAY)

    assert agenda() == ["11:00 60 Minister", "11:30 30 Bus"]


def test_a_day_never_runs_past_midnight(workspace, plan, agenda):
    keys = plan(("Dinner", "20:00", 60), ("Dance", "21:00", 60))

    with pytest.raises(InvalidInput, match="session-past-midnight"):
        workspace.scheduling.set_length(keys["Dinner"], 300)

    assert agenda() == ["20:00 60 Dinner", "21:00 60 Dance"]


def test_each_change_of_the_agenda_is_one_operation(workspace, plan, agenda):
    keys = plan(("Opening", "08:30", 30), ("Review", "09:00", 60), ("Input", "10:00", 20))
    before = agenda()

    workspace.scheduling.set_length(keys["Opening"], 60)
    workspace.operations.undo()

    assert agenda() == before
