"""People: attendance by half day, consents given and withdrawn, and being forgotten for good."""

import datetime as dt
from pathlib import Path

import pytest

from facilitator.domain.cards import Card
from facilitator.domain.errors import Conflict, NotFound
from facilitator.domain.ids import new_id
from facilitator.domain.people import (
    Attendance,
    AttendanceCode,
    Consent,
    ConsentKind,
    HalfDay,
    Organisation,
    Person,
)
from facilitator.services.people import Half
from facilitator.services.privacy import Privacy, answers
from tests.afternoon import DAY, Afternoon

MORNING = HalfDay.AM


@pytest.fixture
def afternoon():
    return Afternoon()


@pytest.fixture
def stored(workspace, afternoon):
    afternoon.others.append(afternoon.card("Visits come too late", author=afternoon.marisol.id))
    workspace.books.add(*afternoon.records())
    return workspace


def half(afternoon, half_day=MORNING):
    return Half(afternoon.workshop.id, DAY, half_day)


def marks(workspace, afternoon):
    found = workspace.records(afternoon.workshop.id).where(Attendance, person=afternoon.marisol.id)
    return [(each.half_day, each.code) for each in found]


def test_a_person_is_marked_once_for_each_half_day(stored, afternoon):
    marisol = afternoon.marisol.id
    stored.people.mark(half(afternoon), {marisol: AttendanceCode.PRESENT})

    stored.people.mark(half(afternoon), {marisol: AttendanceCode.LATE})
    stored.people.mark(half(afternoon, HalfDay.PM), {marisol: AttendanceCode.ABSENT})

    assert marks(stored, afternoon) == [
        (HalfDay.AM, AttendanceCode.LATE),
        (HalfDay.PM, AttendanceCode.ABSENT),
    ]


def test_a_mark_can_be_taken_away_and_undone(stored, afternoon):
    marisol = afternoon.marisol.id
    stored.people.mark(half(afternoon), {marisol: AttendanceCode.PRESENT})

    stored.people.mark(half(afternoon), {marisol: None})
    assert marks(stored, afternoon) == []
    stored.operations.undo()

    assert marks(stored, afternoon) == [(HalfDay.AM, AttendanceCode.PRESENT)]


def test_nobody_is_marked_who_is_not_there(stored, afternoon):
    with pytest.raises(NotFound):
        stored.people.mark(half(afternoon), {new_id(): AttendanceCode.PRESENT})


def test_a_consent_that_is_withdrawn_is_kept_with_its_date_and_how(stored, afternoon):
    marisol, photo = afternoon.marisol.id, ConsentKind.PHOTO
    stored.people.answer(marisol, photo, True, on=DAY, how="signed sheet")

    stored.people.answer(marisol, photo, False, on=DAY + dt.timedelta(days=1), how="by telephone")

    records = stored.records(afternoon.workshop.id)
    told = [(each.given, each.on, each.how) for each in records.where(Consent, person=marisol)]
    assert told == [
        (True, DAY, "signed sheet"),
        (False, DAY + dt.timedelta(days=1), "by telephone"),
    ]
    assert answers(records, marisol) == {photo: False}


def test_changing_ones_mind_on_the_same_day_leaves_one_answer(stored, afternoon):
    marisol, photo = afternoon.marisol.id, ConsentKind.PHOTO
    stored.people.answer(marisol, photo, True, on=DAY, how="signed sheet")

    stored.people.answer(marisol, photo, False, on=DAY)

    [left] = stored.records(afternoon.workshop.id).where(Consent, person=marisol)
    assert (left.given, left.how) == (False, "signed sheet")


def test_somebody_who_was_never_asked_has_no_answer(stored, afternoon):
    marisol, photo = afternoon.marisol.id, ConsentKind.PHOTO
    stored.people.answer(marisol, photo, True, on=DAY)

    stored.people.answer(marisol, photo, None, on=DAY)

    assert answers(stored.records(afternoon.workshop.id), marisol) == {}


def test_a_deleted_person_comes_back_with_attendance_and_consents(stored, afternoon):
    marisol = afternoon.marisol.id
    stored.people.mark(half(afternoon), {marisol: AttendanceCode.PRESENT})
    stored.people.answer(marisol, ConsentKind.PHOTO, True, on=DAY)

    stored.people.delete([marisol])
    gone = stored.records(afternoon.workshop.id)
    stored.operations.undo()

    back = stored.records(afternoon.workshop.id)
    assert (gone.get(Person, marisol), gone.where(Attendance), gone.where(Consent)) == (None, [], [])
    assert back.get(Person, marisol).full_name == "Marisol Ejemplo"
    assert len(back.where(Attendance)) == len(back.where(Consent)) == 1


def test_an_organisation_stays_while_people_belong_to_it(stored, afternoon):
    with pytest.raises(Conflict) as refused:
        stored.people.delete_organisation(afternoon.network.id)
    stored.people.delete([afternoon.marisol.id])
    stored.people.delete_organisation(afternoon.network.id)

    assert refused.value.key == "organisation-in-use"
    assert stored.records(None).where(Organisation) == []


def test_a_forgotten_person_still_counts_and_has_no_name(stored, afternoon):
    marisol = afternoon.marisol.id
    stored.books.edit(Person, marisol, email="marisol@example.org", phone="8888 0000", position="Coordinator")
    stored.people.mark(half(afternoon), {marisol: AttendanceCode.PRESENT})
    stored.people.answer(marisol, ConsentKind.QUOTE_WITH_NAME, True, on=DAY, how="told Wilmer")

    stored.people.anonymise(marisol)

    records = stored.records(afternoon.workshop.id)
    person = records.get(Person, marisol)
    assert (person.full_name, person.email, person.phone, person.position) == ("", None, None, None)
    assert person.anonymised
    assert person.organisation == afternoon.network.id
    assert len(records.where(Attendance, person=marisol)) == 1
    [card] = records.where(Card)
    assert (str(card.text), card.author) == ("Visits come too late", None)
    assert not Privacy(records, afternoon.workshop.id).may_be_named(person)


def test_a_forgotten_name_is_not_in_the_file_any_more(stored, afternoon, database_file):
    marisol = afternoon.marisol.id
    stored.books.edit(Person, marisol, email="marisol@example.org")
    stored.books.edit(Person, marisol, email="m.ejemplo@example.org")
    stored.people.answer(marisol, ConsentKind.PHOTO, True, on=DAY, how="told Wilmer")
    assert b"Marisol Ejemplo" in remains(database_file)

    stored.people.anonymise(marisol)

    left = remains(database_file)
    for words in (b"Marisol", b"marisol@", b"m.ejemplo@", b"told Wilmer"):
        assert words not in left


def remains(path: Path) -> bytes:
    """Return the bytes of the database and its write-ahead log."""
    return b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*"))


def test_being_forgotten_cannot_be_undone_and_what_came_before_brings_nothing_back(stored, afternoon):
    marisol = afternoon.marisol.id
    stored.books.edit(Person, marisol, full_name="Marisol Peralta")
    stored.books.edit(Card, afternoon.others[0].id, hidden_on_stage=True)
    stored.people.anonymise(marisol)

    stored.operations.undo()
    stored.operations.undo()

    records = stored.records(afternoon.workshop.id)
    [card] = records.where(Card)
    assert records.get(Person, marisol).full_name == ""
    assert (card.hidden_on_stage, card.author) == (False, None)


def test_somebody_in_the_bin_is_forgotten_too_where_they_spoke(stored, afternoon, open_here, database_file):
    marisol = afternoon.marisol.id
    stored.books.delete(Card, afternoon.others[0].id)

    stored.people.anonymise(marisol)
    stored.operations.undo()

    [card] = open_here(database_file).records(afternoon.workshop.id).where(Card)
    assert card.author is None


def test_another_program_learns_that_somebody_is_forgotten(stored, afternoon, open_here, database_file):
    other = open_here(database_file)

    stored.people.anonymise(afternoon.marisol.id)
    [told] = other.operations.poll()

    assert [change.after.full_name for change in told.of(Person)] == [""]
    assert [change.before.full_name for change in told.of(Person)] == [""]
