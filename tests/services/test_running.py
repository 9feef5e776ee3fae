"""Running the agenda: sessions follow one another within a day, and the night lies between two days."""

import datetime as dt

import pytest

from facilitator.domain.agenda import Session, SessionStatus
from facilitator.domain.cycles import Workshop
from facilitator.domain.errors import InvalidInput
from facilitator.domain.ids import SessionId, WorkshopId, new_id
from facilitator.domain.values import Text

THURSDAY = dt.date(2014, 2, 6)
FRIDAY = dt.date(2014, 2, 7)


def text(words):
    return Text(words, "en")


@pytest.fixture
def workshop(workspace):
    made = Workshop(id=WorkshopId(new_id()), title=text("Maintaining momentum"), start=THURSDAY, end=FRIDAY)
    workspace.books.add(made)
    return made.id


@pytest.fixture
def plan(workspace, workshop):
    """Plan one session after the other by their titles and return their keys."""

    def make(date, *titles):
        made = [
            Session(
                id=SessionId(new_id()),
                workshop=workshop,
                date=date,
                planned_start=dt.time(8),
                planned_minutes=30,
                title=text(title),
                position=place,
            )
            for place, title in enumerate(titles)
        ]
        workspace.books.add(*made)
        return [each.id for each in made]

    return make


@pytest.fixture
def status(workspace, workshop):
    return lambda key: workspace.records(workshop).get(Session, key).status


def test_next_ends_a_session_and_starts_the_one_that_follows(workspace, workshop, plan, status):
    opening, review = plan(THURSDAY, "Opening", "Review")

    workspace.running.next_session(workshop)
    workspace.running.next_session(workshop)

    assert status(opening) is SessionStatus.DONE
    assert status(review) is SessionStatus.RUNNING


def test_next_after_the_last_session_of_a_day_sends_people_home(workspace, workshop, plan, status):
    [closing] = plan(THURSDAY, "Close of day 1")
    [recap] = plan(FRIDAY, "Recap of day 1")
    workspace.running.next_session(workshop)

    workspace.running.next_session(workshop)

    assert status(closing) is SessionStatus.DONE
    assert status(recap) is SessionStatus.PLANNED


def test_next_in_the_morning_starts_the_day(workspace, workshop, plan, status):
    plan(THURSDAY, "Close of day 1")
    [recap] = plan(FRIDAY, "Recap of day 1")
    workspace.running.next_session(workshop)
    workspace.running.next_session(workshop)

    workspace.running.next_session(workshop)

    assert status(recap) is SessionStatus.RUNNING


def test_next_after_the_very_last_session_just_ends_it(workspace, workshop, plan, status):
    [closing] = plan(FRIDAY, "Reading of agreements")
    workspace.running.next_session(workshop)

    workspace.running.next_session(workshop)

    assert status(closing) is SessionStatus.DONE
    with pytest.raises(InvalidInput, match="no-next-session"):
        workspace.running.next_session(workshop)
