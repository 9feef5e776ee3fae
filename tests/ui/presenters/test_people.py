"""What the People page says: who is here now, whose name is left out, and what a click makes of a mark."""

import datetime as dt

import pytest

from facilitator.domain.ids import PersonId, new_id
from facilitator.domain.people import Attendance, AttendanceCode, HalfDay, Person, Sex, WorkshopRole
from facilitator.domain.records import Records
from tests.afternoon import DAY, Afternoon
from ui.presenters import people, people_fields, people_rows


@pytest.fixture
def afternoon():
    return Afternoon()


def person(afternoon, name, **fields):
    shared = {"organisation": afternoon.network.id}
    return Person(id=PersonId(new_id()), full_name=name, **shared | fields)


def mark(afternoon, who, code=AttendanceCode.PRESENT, half=HalfDay.AM):
    return Attendance(
        id=new_id(), workshop=afternoon.workshop.id, person=who.id, date=DAY, half_day=half, code=code
    )


def room(afternoon, *records, hour=10):
    now = dt.datetime(2014, 2, 6, hour, tzinfo=dt.UTC)
    return people.room_of(Records([*afternoon.records(), *records]), afternoon.workshop, now, "en")


def test_the_morning_counts_in_the_morning_and_the_afternoon_after_noon(afternoon):
    wilmer = person(afternoon, "Wilmer", sex=Sex.M)
    marks = (mark(afternoon, wilmer), mark(afternoon, wilmer, AttendanceCode.ABSENT, HalfDay.PM))

    assert "1 of 2" in people.present_now(room(afternoon, wilmer, *marks, hour=10))
    assert "0 of 2" in people.present_now(room(afternoon, wilmer, *marks, hour=15))


def test_after_the_workshop_the_last_half_day_that_was_taken_counts(afternoon):
    found = room(afternoon, mark(afternoon, afternoon.marisol))
    later = people.room_of(found.records, afternoon.workshop, found.now + dt.timedelta(days=30), "en")

    assert later.current == people.HalfDayOf(DAY, HalfDay.AM)
    assert people.room_of(Records(), afternoon.workshop, later.now, "en").current is None


def test_who_only_runs_the_workshop_is_not_counted_as_present(afternoon):
    team = person(afternoon, "Facilitator", workshop_roles=(WorkshopRole.LEAD_FACILITATOR,))
    found = room(afternoon, team, mark(afternoon, team), mark(afternoon, afternoon.marisol))

    totals = people_rows.rows_of(found)[-1]

    assert totals.cell("full_name").shown == "Present, of 1 participants"
    assert totals.cell(people.HalfDayOf(DAY, HalfDay.AM).key).shown == "1"


@pytest.mark.parametrize(("present", "named"), [(1, False), (2, False), (3, True)])
def test_fewer_than_three_of_an_organisation_are_pointed_out(afternoon, present, named):
    others = [person(afternoon, f"Person {n}") for n in range(present)]

    hint = people.few_hint(room(afternoon, *others, *(mark(afternoon, each) for each in others)))

    assert (hint == "") is named


def test_people_without_an_organisation_have_a_group_of_their_own(afternoon):
    alone = person(afternoon, "Alone", organisation=None)

    rows = people_rows.rows_of(room(afternoon, alone))

    assert [row.title for row in rows if row.kind == "group"] == [
        "Red Surco Ejemplo",
        "Without an organisation",
    ]


def test_a_click_goes_round_and_leaves_rarer_codes_by_the_same_way():
    assert people.next_mark(None) is AttendanceCode.PRESENT
    assert people.next_mark(AttendanceCode.ABSENT) is None
    assert people.next_mark(AttendanceCode.EXCUSED) is None
    assert [people.next_answer(each) for each in (None, True, False)] == [True, False, None]


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Esteban Güitz", "EG"), ("Rosa Elvira Menjívar", "RE"), ("Óscar", "Ó"), ("", "–"), ("🙂 123", "–")],
)
def test_initials_are_letters_or_a_dash(name, letters):
    assert people.initials(name) == letters


def test_somebody_who_was_forgotten_may_only_be_counted_differently(afternoon):
    gone = person(afternoon, "", anonymised=True)

    row = next(each for each in people_rows.rows_of(room(afternoon, gone)) if each.key == gone.id)

    assert row.cell("full_name").edit is None
    assert not row.cell("photo").toggles
    assert people_fields.appears_as(room(afternoon, gone), gone) == "Participant"


def test_a_field_takes_words_without_extra_spaces_and_nothing_for_none():
    assert people_fields.person_fields("phone", "  8888   0000 ") == {"phone": "8888 0000"}
    assert people_fields.person_fields("email", " ") == {"email": None}
    assert people_fields.person_fields("first_time", "no") == {"first_time": False}
    assert people_fields.person_fields("first_time", "") == {"first_time": None}


def test_a_country_that_is_not_of_the_region_can_still_be_chosen(afternoon):
    someone = person(afternoon, "Somebody", country="JP")

    offered = dict(people_fields.countries(Records([someone]), "en"))

    assert (offered["JP"], offered["NI"]) == ("Japan", "Nicaragua")


def test_women_and_men_present_are_counted_in_words(afternoon):
    women = [person(afternoon, name, sex=Sex.F) for name in ("Ana", "Evelyn")]
    wilmer = person(afternoon, "Wilmer", sex=Sex.M)
    marks = [mark(afternoon, each) for each in (*women, wilmer)]

    said = people.present_now(room(afternoon, *women, wilmer, *marks))

    assert "2 women, 1 man" in said
