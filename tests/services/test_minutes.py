"""The minutes say what the records say: who was there, the plan beside the facts, words as they were said."""

import datetime as dt
from dataclasses import replace

import pytest

from facilitator.domain.agenda import SessionStatus, SessionType
from facilitator.domain.documents import Disclosure, DocumentKind
from facilitator.domain.errors import NotFound
from facilitator.domain.ids import WorkshopId, new_id
from facilitator.domain.minutes import Said, Tone
from facilitator.domain.notes import NoteKind
from facilitator.domain.people import AttendanceCode, HalfDay, Sex
from facilitator.domain.records import Records
from facilitator.domain.values import LooseDate
from facilitator.services.minutes import gather
from tests import builders as make
from tests.services.gathering import TODAY, accounts, cards, minutes_of


@pytest.fixture
def workshop():
    return make.a_workshop()


@pytest.fixture
def session(workshop):
    return make.a_session(workshop)


@pytest.fixture
def board(session):
    return make.a_board(session)


@pytest.mark.parametrize("kind", DocumentKind)
def test_a_workshop_of_which_only_the_title_is_known_has_minutes(kind):
    workshop = make.a_workshop(start=None, end=None, city=None, country=None, number=None)

    minutes = minutes_of([workshop], kind=kind)

    assert minutes.cover.title == "Mantener el impulso"
    assert (minutes.cover.start, minutes.cover.end) == (TODAY, TODAY)
    assert (minutes.proceedings, minutes.agreements, minutes.participants, minutes.work_plan) == (
        (),
        (),
        None,
        None,
    )


def test_a_workshop_nobody_knows_is_not_found():
    with pytest.raises(NotFound):
        gather(
            Records(),
            WorkshopId(new_id()),
            language="es",
            disclosure=Disclosure.INTERNAL,
            kind=DocumentKind.MEMORIA,
            today=TODAY,
        )


def test_titles_are_in_the_language_of_the_document_and_words_of_people_as_they_were_said(
    workshop, session, board
):
    note = make.a_note(session, "Se habló de precios")
    card = make.a_card(board, make.text("Más apoyo", en="More support"))

    minutes = minutes_of([workshop, session, board, note, card], language="en")

    (account,) = accounts(minutes)
    assert minutes.cover.title == "Maintaining momentum"
    assert (account.line.title, account.boards[0].question) == (
        "Review of progress",
        Said("What would you improve?", "en"),
    )
    assert account.notes[0].text == Said("Se habló de precios", "es")
    assert cards(minutes)[0].text == Said("Más apoyo", "es", "More support")


def test_breaks_have_no_number_and_no_account_unless_something_was_said(workshop, session):
    coffee = make.a_session(workshop, type=SessionType.BREAK, planned_start=dt.time(10))
    later = make.a_session(workshop, planned_start=dt.time(11))
    talk = make.a_session(workshop, type=SessionType.LUNCH, planned_start=dt.time(12))
    records = [workshop, session, coffee, later, talk, make.a_note(talk)]

    minutes = minutes_of(records)

    assert [line.number for line in minutes.agenda[0].lines] == [1, None, 2, None]
    assert [account.line.planned_start.hour for account in accounts(minutes)] == [9, 11, 12]
    assert minutes.agenda[0].lines[1].anchor is None


def test_held_times_are_told_by_the_clocks_of_the_workshops_place(workshop):
    session = make.a_session(workshop, actual_start=make.at(15, 42), actual_end=make.at(16, 30))

    managua = minutes_of([workshop, session])
    panama = minutes_of([replace(workshop, country="PA"), session])

    assert (accounts(managua)[0].line.actual_start, accounts(managua)[0].line.actual_end) == (
        dt.time(9, 42), dt.time(10, 30),
    )  # fmt: skip
    assert accounts(panama)[0].line.actual_start == dt.time(10, 42)


def test_a_session_without_a_planned_time_follows_the_one_before(workshop):
    records = [make.a_session(workshop, planned_start=None, planned_minutes=45, position=n) for n in range(3)]

    minutes = minutes_of([workshop, *records])

    assert [line.planned_start for line in minutes.agenda[0].lines] == [
        dt.time(8), dt.time(8, 45), dt.time(9, 30),
    ]  # fmt: skip


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_the_ends_of_the_calendar_are_days_like_others(workshop, day):
    session = make.a_session(
        workshop, date=day, planned_start=dt.time(23), planned_minutes=120, actual_start=make.at(0, day=day)
    )

    minutes = minutes_of([workshop, session])

    assert [line.planned_minutes for line in minutes.agenda[0].lines] == [120]


def test_while_a_session_runs_its_end_is_open_and_what_is_to_come_is_only_planned(workshop):
    running = make.a_session(workshop, status=SessionStatus.RUNNING, actual_start=make.at(15))
    coming = make.a_session(workshop, status=SessionStatus.PLANNED, planned_start=dt.time(11))

    minutes = minutes_of([workshop, running, coming])

    states = [line.status.tone for line in minutes.agenda[0].lines if line.status]
    assert states == [Tone.IN_PROGRESS, Tone.PLANNED]
    assert [account.line.actual_end for account in accounts(minutes)] == [None]


def test_private_notes_stay_out_and_the_others_are_sorted_by_what_they_are(workshop, session):
    notes = [
        make.a_note(session, "primero", position=0),
        make.a_note(session, "no de acuerdo", kind=NoteKind.CONTROVERSY, position=1),
        make.a_note(session, "segundo", position=2),
        make.a_note(session, "secreto", private=True, position=3),
    ]

    minutes = minutes_of([workshop, session, *notes])

    assert [note.text.text for note in accounts(minutes)[0].notes] == ["primero", "segundo", "no de acuerdo"]


def test_a_note_of_no_session_stands_with_its_day(workshop, session):
    second_day = make.a_session(workshop, date=make.DAY + dt.timedelta(days=1))
    note = replace(
        make.a_note(session, "En el pasillo"), session=None, created_at=make.at(20, day=second_day.date)
    )

    minutes = minutes_of([workshop, session, second_day, note])

    assert [[each.text.text for each in day.notes] for day in minutes.proceedings] == [[], ["En el pasillo"]]


def test_attendance_is_counted_by_half_day_organisation_sex_and_country(workshop, session):
    home = make.an_organisation()
    women = [make.a_person(f"Ana {n}", organisation=home.id) for n in range(2)]
    man = make.a_person("Óscar", sex=Sex.M, country="HN")
    marks = [make.an_attendance(workshop, person) for person in (*women, man)]
    marks += [
        make.an_attendance(workshop, women[0], half_day=HalfDay.PM, code=AttendanceCode.LATE),
        make.an_attendance(workshop, man, half_day=HalfDay.PM, code=AttendanceCode.EXCUSED),
    ]

    minutes = minutes_of([workshop, session, home, *women, man, *marks], language="en")

    assert minutes.participants is not None
    totals, sheet = minutes.participants.totals, minutes.annexes.attendance
    assert [(each.label, each.count) for each in totals.by_sex] == [("Women", 2), ("Men", 1)]
    assert {(each.label, each.count) for each in totals.by_country} == {("Nicaragua", 2), ("Honduras", 1)}
    assert {(each.label, each.count) for each in totals.by_organisation} == {
        ("Red Surco Ejemplo", 2), ("Not recorded", 1),
    }  # fmt: skip
    assert sheet is not None
    assert (sheet.present, [row.marks for row in sheet.rows]) == ((3, 1), [("P", "E"), ("P", "L"), ("P", "")])
    assert accounts(minutes)[0].present == 3


def test_a_workshop_planned_for_a_month_is_dated_with_the_month():
    month = LooseDate(2014, 9)

    cover = minutes_of([make.a_workshop(start=None, end=None, planned_month=month)]).cover

    assert (cover.start, cover.end) == (month, month)
