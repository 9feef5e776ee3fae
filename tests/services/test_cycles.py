"""What one workshop of a cycle hands to the next."""

import datetime as dt
from dataclasses import replace

import pytest

from facilitator.domain.agenda import Session, SessionStatus
from facilitator.domain.cards import Board, Card, CardKind, Kind
from facilitator.domain.cycles import Alliance, Cycle, OutputState, PriorOutput, Workshop
from facilitator.domain.errors import NotFound
from facilitator.domain.ids import (
    AllianceId,
    BoardId,
    CardKindId,
    CycleId,
    SessionId,
    WorkItemId,
    WorkshopId,
    new_id,
)
from facilitator.domain.plans import WorkItem, WorkStatus
from facilitator.domain.steps import Step, StepCaptures
from facilitator.domain.values import Text
from facilitator.services.cycles import NewWorkshop
from facilitator.services.wall import NewCard

SEPTEMBER = dt.date(2014, 9, 8)


def text(words):
    return Text(words, "en")


@pytest.fixture
def alliance(workspace):
    made = Alliance(id=AllianceId(new_id()), name=text("Learning alliance"))
    workspace.books.add(made)
    return made.id


@pytest.fixture
def cycle(workspace, alliance):
    made = Cycle(id=CycleId(new_id()), label="2013-2014", alliance=alliance)
    workspace.books.add(made)
    return made.id


@pytest.fixture
def second(workspace, cycle):
    """The second workshop, two days long, with one session that was run and has a card."""
    made = Workshop(
        id=WorkshopId(new_id()),
        cycle=cycle,
        number=2,
        title=text("Maintaining momentum"),
        start=dt.date(2014, 2, 6),
        end=dt.date(2014, 2, 7),
        objectives=(text("Review the work"),),
    )
    session = Session(
        id=SessionId(new_id()),
        workshop=made.id,
        date=dt.date(2014, 2, 7),
        planned_start=dt.time(9),
        planned_minutes=45,
        title=text("Feedback"),
        status=SessionStatus.DONE,
        actual_start=dt.datetime(2014, 2, 7, 15, tzinfo=dt.UTC),
        conclusion=text("More breaks"),
    )
    board = Board(id=BoardId(new_id()), workshop=made.id, session=session.id, question=text("What helped?"))
    workspace.books.add(made)
    workspace.books.add(session)
    workspace.books.add(board)
    workspace.wall.add_card(session.id, NewCard(text=text("The break")))
    return made.id


def test_a_new_workshop_gets_the_next_number_of_its_cycle(workspace, cycle, second):
    third = WorkshopId(new_id())

    workspace.cycles.new_workshop(NewWorkshop(title=text("Writing workshop"), cycle=cycle, id=third))

    assert workspace.records(third).get(Workshop, third).number == 3


def test_a_duplicated_agenda_brings_sessions_and_questions_but_nobody_s_words(workspace, cycle, second):
    third = WorkshopId(new_id())

    workspace.cycles.new_workshop(
        NewWorkshop(title=text("Again"), cycle=cycle, start=SEPTEMBER, like=second, id=third)
    )

    records = workspace.records(third)
    (session,) = records.where(Session)
    (board,) = records.where(Board)
    assert (session.status, session.actual_start, session.conclusion) == (SessionStatus.PLANNED, None, None)
    assert str(board.question) == "What helped?"
    assert records.where(Card) == []
    assert workspace.records(second).where(Card)


def test_steps_of_a_duplicated_agenda_capture_the_new_workshop_s_own_kinds_of_card(workspace, cycle, second):
    risk = CardKind(id=CardKindId(new_id()), workshop=second, label=text("Risk"), like=Kind.DIFFICULTY)
    workspace.books.add(risk)
    (session,) = workspace.records(second).where(Session)
    step = Step(text("Name risks"), captures=StepCaptures.CARDS, kind=risk.like, own_kind=risk.id)
    workspace.guiding.add_steps(session.id, 0, [step])
    third = WorkshopId(new_id())

    workspace.cycles.new_workshop(
        NewWorkshop(title=text("Again"), cycle=cycle, start=SEPTEMBER, like=second, id=third)
    )

    records = workspace.records(third)
    (copied,) = records.where(CardKind)
    (session,) = records.where(Session)
    assert session.steps == (replace(step, own_kind=copied.id),)
    assert copied.id != risk.id


def test_a_duplicated_agenda_starts_on_the_new_first_day(workspace, cycle, second):
    third = WorkshopId(new_id())

    workspace.cycles.new_workshop(
        NewWorkshop(title=text("Again"), cycle=cycle, start=SEPTEMBER, like=second, id=third)
    )

    records = workspace.records(third)
    (session,) = records.where(Session)
    made = records.get(Workshop, third)
    assert session.date == SEPTEMBER + dt.timedelta(days=1)
    assert (made.start, made.end) == (SEPTEMBER, SEPTEMBER + dt.timedelta(days=1))


def test_a_new_workshop_starts_from_the_open_commitments_of_its_cycle(workspace, cycle, second):
    visits = WorkItem(
        id=WorkItemId(new_id()), cycle=cycle, activity=text("Field visits"), progress_percent=20
    )
    guide = WorkItem(
        id=WorkItemId(new_id()), cycle=cycle, activity=text("Field guide"), status=WorkStatus.DONE
    )
    elsewhere = WorkItem(id=WorkItemId(new_id()), activity=text("Of another cycle"))
    workspace.books.add(visits, guide, elsewhere)
    third = WorkshopId(new_id())

    workspace.cycles.new_workshop(NewWorkshop(title=text("Writing workshop"), cycle=cycle, id=third))

    material = workspace.records(third).where(PriorOutput)
    assert [(each.output, each.state) for each in material] == [(visits.id, OutputState.PARTLY)]


def test_starting_material_is_listed_once_and_can_be_left_out_again(workspace, cycle, second):
    guide = WorkItem(
        id=WorkItemId(new_id()), cycle=cycle, activity=text("Field guide"), status=WorkStatus.DONE
    )
    workspace.books.add(guide)

    workspace.cycles.take_up(second, [guide.id])
    workspace.cycles.take_up(second, [guide.id])
    listed = workspace.records(second).where(PriorOutput)
    workspace.cycles.leave_out(second, [guide.id])

    assert [each.state for each in listed] == [OutputState.DONE]
    assert workspace.records(second).where(PriorOutput) == []


def test_what_does_not_exist_cannot_be_starting_material(workspace, second):
    with pytest.raises(NotFound):
        workspace.cycles.take_up(second, [new_id()])


def test_a_deleted_cycle_keeps_its_workshops_and_comes_back_with_one_undo(workspace, cycle, second):
    workspace.cycles.delete_cycle(cycle)
    without = workspace.records(second)
    workspace.operations.undo()

    assert without.get(Cycle, cycle) is None
    assert without.get(Workshop, second).cycle is None
    assert workspace.records(second).get(Workshop, second).cycle == cycle


def test_a_deleted_alliance_keeps_its_cycles(workspace, alliance, cycle):
    workspace.cycles.delete_alliance(alliance)

    records = workspace.records(None)
    assert records.get(Alliance, alliance) is None
    assert records.get(Cycle, cycle).alliance is None
