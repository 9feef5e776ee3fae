"""What the days say: sums, times that collide, the room that closes, and where minutes lie."""

import datetime as dt
from dataclasses import replace

import pytest

from facilitator.domain.agenda import SessionType
from facilitator.domain.records import Records
from facilitator.domain.values import Text, Translation
from tests.afternoon import Afternoon
from ui.presenters.agenda import columns, duration
from ui.presenters.clashes import clash
from ui.presenters.timescale import LEAST, TimeScale
from ui.presenters.wording import parse_clock, reworded, reworded_lines


def new_text(words):
    return Text(words, "es")


def day(afternoon, **changes):
    records = [replace(each, **changes.get(str(each.id), {})) for each in afternoon.sessions]
    return Records([afternoon.workshop, afternoon.marisol, *records])


def test_a_session_that_goes_on_after_the_room_has_closed_is_told():
    small = Afternoon()
    records = day(
        small,
        **{
            str(small.plans.id): {"planned_minutes": 90},
            str(small.close.id): {"locked": True},
        },
    )

    (column,) = columns(records, small.workshop.id, "en")
    found = clash(records, small.workshop.id, "en")
    assert found is not None

    late = next(block for block in column.blocks if block.id == small.plans.id)
    assert column.closes == 15 * 60 + 15
    assert late.over_from == 15 * 60 + 15
    assert late.clash == 30
    assert found.lead == "Thursday 6 has 2 conflicts."
    assert "The day ends 15 min after the room closes." in found.sentence
    assert found.fix == "Shorten “Next phase” by 30 min"


def test_two_locked_sessions_at_once_have_no_button():
    small = Afternoon()
    records = day(
        small,
        **{
            str(small.plans.id): {"locked": True},
            str(small.loops.id): {"locked": True, "planned_minutes": 75},
        },
    )

    found = clash(records, small.workshop.id, "en")

    assert found is not None
    assert found.fix == ""


def test_a_day_without_conflict_says_nothing():
    small = Afternoon()

    assert clash(day(small), small.workshop.id, "en") is None


@pytest.mark.parametrize(("minutes", "words"), [(45, "45 min"), (60, "1 h"), (390, "6 h 30"), (0, "0 min")])
def test_lengths_are_written_as_people_say_them(minutes, words):
    assert duration(minutes) == words


def test_breaks_are_told_apart_from_sessions():
    small = Afternoon()

    (column,) = columns(day(small), small.workshop.id, "en")

    breaks = [block for block in column.blocks if block.is_break]
    assert [block.title for block in breaks] == ["Coffee"]
    assert small.coffee.type is SessionType.BREAK
    assert "It keeps its time" in breaks[0].spoken


def test_the_scale_is_true_to_time_and_stretches_only_where_a_block_would_be_too_low():
    scale = TimeScale(480, 1.0, [(480, 60), (540, 10), (550, 60)])

    assert scale.span(480, 60) == (0, 60)
    assert scale.span(540, 10) == (60, 60 + LEAST)
    assert scale.span(550, 60) == (60 + LEAST, 120 + LEAST)


def test_a_block_of_no_length_still_has_its_own_place():
    scale = TimeScale(480, 1.0, [(480, 0), (480, 60)])

    assert scale.span(480, 0) == (0, LEAST)
    assert scale.span(480, 60) == (LEAST, LEAST + 60)


@pytest.mark.parametrize("minute", [480, 540, 545, 550, 700])
def test_what_is_under_the_pointer_is_the_minute_that_was_drawn_there(minute):
    scale = TimeScale(480, 1.3, [(540, 10)])

    assert scale.minute(scale.y(minute), 5) == minute


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("8:30", (8, 30)),
        ("0830", (8, 30)),
        ("830", (8, 30)),
        ("14.05", (14, 5)),
        ("9", (9, 0)),
        ("8 h", (8, 0)),
    ],
)
def test_a_time_is_read_as_people_type_it(typed, read):
    assert parse_clock(typed) == read


@pytest.mark.parametrize("typed", ["", "soon", "25:00", "12:60", "1:2:3", "-4"])
def test_what_is_no_time_is_not_guessed(typed):
    assert parse_clock(typed) is None


def test_new_words_go_to_the_language_that_was_shown_and_the_other_stays():
    said = Text("Refrigerio", "es", (Translation("en", "Coffee"),))

    changed = reworded(said, "Tea", "en", new_text)

    assert changed == Text("Refrigerio", "es", (Translation("en", "Tea"),))


def test_lines_that_stay_keep_their_translations():
    paper = Text("Papelógrafo", "es", (Translation("en", "Flip chart"),))
    dots = Text("Puntos", "es", (Translation("en", "Dots"),))

    changed = reworded_lines((paper, dots), "Flip chart\nTape\n\nDots", "en", new_text)

    assert changed == (paper, Text("Tape", "es"), dots)


def test_a_day_of_the_example_adds_up(workspace):
    workshop = workspace.exchange.import_example()

    thursday, friday = columns(workspace.records(workshop), workshop, "es")

    assert (thursday.date, friday.date) == (dt.date(2014, 2, 6), dt.date(2014, 2, 7))
    assert [len(thursday.blocks), len(friday.blocks)] == [13, 11]
    assert all(not block.collides for block in (*thursday.blocks, *friday.blocks))
