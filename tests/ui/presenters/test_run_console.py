"""What the console says of time and of what is typed, without a window."""

import datetime as dt

import pytest

from facilitator.domain.cards import Kind
from facilitator.domain.ids import PersonId, new_id
from facilitator.domain.timer import TimerPhase, TimerState
from ui.presenters.capture import Choice, Target, Who, matches, pasted, sign_first, signed
from ui.presenters.run_clock import fuse

NOON = dt.datetime(2014, 2, 6, 18, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
ROOM = (
    Who("Inés Ejemplo", "RS", PersonId(new_id())),
    Who("Ingrid Muestra", "PL", PersonId(new_id())),
    Who("José Ángel Prueba", "PL", PersonId(new_id())),
    Who("Red Surco", "RS"),
)


def test_the_fuse_marks_the_cue_five_minutes_before_the_end():
    found = fuse(TimerState(45 * MINUTE, started=NOON), NOON + 10 * MINUTE)

    assert found.used == pytest.approx(10 / 45)
    assert found.cue == pytest.approx(40 / 45)
    assert len(found.ticks) == 8


def test_over_time_the_agreed_end_stays_in_sight():
    for minutes in (46, 60, 300):
        found = fuse(TimerState(45 * MINUTE, started=NOON), NOON + minutes * MINUTE)

        assert found.phase is TimerPhase.OVER
        assert found.end is not None
        assert 0 < found.end < found.used < 1


def test_a_session_of_no_length_has_a_fuse_that_is_burnt():
    assert fuse(TimerState(0 * MINUTE, started=NOON), NOON).used == 1.0


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ines", "Inés Ejemplo"),
        ("INGRID", "Ingrid Muestra"),
        ("angel", "José Ángel Prueba"),
        ("jose prueba", "José Ángel Prueba"),
        ("rs", "Red Surco"),
        ("ines rs", "Inés Ejemplo"),
        ("surco", "Red Surco"),
    ],
)
def test_people_and_organisations_are_found_by_what_people_type(typed, found):
    assert matches(typed, ROOM)[0].label == found


def test_nobody_is_found_for_a_name_that_is_not_there():
    assert matches("zz", ROOM) == []
    assert matches("  ", ROOM) == []


@pytest.mark.parametrize(
    ("before", "text", "found"),
    [
        ("", "+", (Kind.WORKS, True)),
        ("", "¿", (Kind.QUESTION, False)),
        ("", "a", None),
        ("a", "+", None),
        ("", "+a", None),
        ("", "", None),
    ],
)
def test_only_a_sign_typed_alone_and_first_means_a_kind(before, text, found):
    assert sign_first(before, text) == found


NOTE, WORKS, HARD, ASKS = (
    Choice(kind=kind) for kind in (Kind.NOTE, Kind.WORKS, Kind.DIFFICULTY, Kind.QUESTION)
)


@pytest.mark.parametrize(
    ("lines", "meant"),
    [
        (["+Prices", "-No signal", "plain"], [("Prices", WORKS), ("No signal", HARD), ("plain", NOTE)]),
        (["?Who pays", "¿Quién paga?"], [("Who pays", ASKS), ("¿Quién paga?", ASKS)]),
        (["- Prices", "- Roads"], [("Prices", NOTE), ("Roads", NOTE)]),
        (["+", "Roads"], [("Roads", NOTE)]),
    ],
)
def test_a_sign_before_a_pasted_line_sets_its_kind_and_the_dashes_of_a_list_do_not(lines, meant):
    assert signed(lines, NOTE, [NOTE, WORKS, HARD, ASKS]) == meant


def test_pasted_agreements_keep_the_signs_they_begin_with():
    agreement = Choice(target=Target.AGREEMENT)

    assert signed(["+10 % more"], agreement, [NOTE, WORKS]) == [("+10 % more", agreement)]


def test_pasted_text_is_taken_line_by_line_without_empty_ones():
    assert pasted(" One \r\n\r\n\tTwo\n") == ("One", "Two")
