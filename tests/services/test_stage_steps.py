"""A step says what the room sees and reads; whose turn it is is told without anybody's name or total."""

import datetime as dt
from dataclasses import replace

import pytest

from facilitator.domain.ids import new_id
from facilitator.domain.people import Person
from facilitator.domain.records import Records
from facilitator.domain.stage import StageText
from facilitator.domain.steps import Step, StepCaptures, StepShows
from facilitator.domain.turns import SpeakingTurn, Spell, TimeShared
from facilitator.services.stage import following
from facilitator.services.stage_steps import view_of_step
from tests.afternoon import said
from tests.services.test_stage import NOON, shown, started

WRITE = Step(said("Write in silence", "Escriban en silencio"), said("Wait"), 5, shows=StepShows.QUESTION)


@pytest.fixture
def led(afternoon):
    """Let the round of cards run in the first of these steps."""

    def lead(*steps, **fields):
        afternoon.round = replace(afternoon.round, steps=steps, **fields)
        return started(afternoon, afternoon.round)

    return lead


def test_the_instruction_of_the_step_stands_below_the_question(afternoon, led):
    led(WRITE, instructions=said("For the whole session"))

    view = shown(afternoon, "question")

    assert view.question.text == afternoon.board.question.best("en")
    assert view.instruction.text == "Write in silence"


def test_a_session_that_does_not_run_yet_shows_its_own_instructions(afternoon):
    afternoon.round = replace(afternoon.round, steps=(WRITE,), instructions=said("For the whole session"))

    view = shown(afternoon, "question", session=afternoon.round.id)

    assert view.instruction == StageText("For the whole session")


def test_an_instruction_can_be_what_the_room_is_asked(afternoon, led):
    led(replace(WRITE, shows=StepShows.INSTRUCTION))

    view = shown(afternoon, "question")

    assert (view.question.text, view.instruction, view.kinds) == ("Write in silence", None, ())


def test_the_kinds_of_card_stand_beside_an_instruction_that_asks_for_cards(afternoon, led):
    led(replace(WRITE, shows=StepShows.INSTRUCTION, captures=StepCaptures.CARDS))

    assert len(shown(afternoon, "question").kinds) >= 5


@pytest.mark.parametrize("shows", StepShows)
def test_every_choice_of_a_step_leads_to_a_view(afternoon, led, shows):
    session = led(replace(WRITE, shows=shows))

    view = following(Records([session]), session)

    assert view == view_of_step(session)
    assert shown(afternoon, view) is not None


def test_a_step_that_is_silent_about_the_stage_leaves_it_to_the_session(afternoon, led):
    session = led(replace(WRITE, shows=None))

    assert view_of_step(session) is None


@pytest.fixture
def turn(afternoon):
    """Add a turn to the round of cards."""

    def add(seconds=None, **fields):
        spoken = () if seconds is None else (Spell(NOON + dt.timedelta(seconds=seconds)),)
        made = SpeakingTurn(
            **{
                "id": new_id(),
                "workshop": afternoon.workshop.id,
                "session": afternoon.round.id,
                "shares": TimeShared.SESSION,
                "spoken": spoken,
                "position": len(afternoon.others),
                **fields,
            }
        )
        afternoon.others.append(made)
        return made

    return add


def test_the_room_reads_whose_turn_it_is_what_is_left_and_who_is_next(afternoon, turn):
    started(afternoon, afternoon.round)
    turn(0, name="Table 1")
    turn(name="Table 2")

    face = shown(afternoon, "agenda", minutes=10).frame.turn

    # 45 minutes for two: 22:30 each, of which ten are gone.
    assert (face.name.text, face.text, face.phase, face.next_name.text) == (
        "Table 1",
        "12:30",
        "running",
        "Table 2",
    )


def test_a_person_has_no_name_on_stage_only_an_organisation(afternoon, turn):
    started(afternoon, afternoon.round)
    person = next(each for each in afternoon.records() if isinstance(each, Person))
    turn(0, person=person.id, organisation=person.organisation)

    view = shown(afternoon, "agenda", minutes=1)

    assert person.full_name not in " ".join(view.texts())
    assert view.frame.turn.name.text


def test_whoever_simply_speaks_is_not_on_stage(afternoon, turn):
    started(afternoon, afternoon.round)
    turn(0, name="Table 1", shares=None)

    assert shown(afternoon, "agenda", minutes=1).frame.turn is None


def test_a_turn_over_its_part_says_so(afternoon, turn):
    started(afternoon, afternoon.round)
    turn(0, name="Table 1")
    turn(name="Table 2")

    face = shown(afternoon, "agenda", minutes=23).frame.turn

    assert (face.text, face.phase) == ("+0:30", "over")
