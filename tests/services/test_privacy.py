"""Who may be named, quoted, shown and contacted follows each person's newest answer and the level."""

import datetime as dt

import pytest

from facilitator.domain.cards import BoardMode
from facilitator.domain.documents import Disclosure
from facilitator.domain.people import AttendanceCode, ConsentKind
from facilitator.domain.records import Records
from facilitator.i18n import translations
from facilitator.services.privacy import Privacy, answers
from tests import builders as make

EN = translations("en")
QUOTE, NAME = ConsentKind.QUOTE_WITH_NAME, ConsentKind.NAME_IN_MINUTES
CONTACT, PHOTO = ConsentKind.CONTACT_IN_MINUTES, ConsentKind.PHOTO


class Room:
    """A workshop with three people of LV, and whatever a test puts beside them."""

    def __init__(self):
        self.workshop = make.a_workshop()
        self.organisation = make.an_organisation("Red Ladera Viva", short="LV")
        self.people = [
            make.a_person(name, organisation=self.organisation.id, phone="8888-0000", email="x@example.org")
            for name in ("Julián Ixcot", "Carmen Tzul", "Esteban Güitz")
        ]
        self.records = [self.workshop, self.organisation, *self.people]
        self.records += [make.an_attendance(self.workshop, person) for person in self.people]
        self.session = make.a_session(self.workshop)
        self.board = make.a_board(self.session)

    def privacy(self, disclosure=Disclosure.INTERNAL, *more):
        return Privacy(Records([*self.records, *more]), self.workshop.id, disclosure)

    def agrees(self, person, *kinds):
        self.records += [make.a_consent(person, kind) for kind in kinds]


@pytest.fixture
def room():
    return Room()


def test_who_was_never_asked_may_be_named_and_nothing_else(room):
    person = room.people[0]

    privacy = room.privacy()

    assert privacy.may_be_named(person)
    assert not privacy.may_be_quoted(person)
    assert not privacy.may_be_contacted(person)
    assert not privacy.may_be_shown(make.a_photo(room.workshop, people=(person.id,)))


def test_the_newest_answer_counts_whatever_the_order_of_the_records(room):
    person = room.people[0]
    withdrawn = make.a_consent(person, QUOTE, given=False, on=dt.date(2014, 2, 20))
    given = make.a_consent(person, QUOTE, given=True, on=dt.date(2014, 2, 6))

    privacy = room.privacy(Disclosure.INTERNAL, withdrawn, given)

    assert not privacy.may_be_quoted(person)


def test_an_answer_without_a_date_counts_from_when_it_was_stored(room):
    person = room.people[0]
    given = make.a_consent(person, QUOTE, given=True, on=dt.date(2014, 2, 6))
    later = make.a_consent(person, QUOTE, given=False, created_at=make.at(9, day=dt.date(2014, 3, 1)))

    privacy = room.privacy(Disclosure.INTERNAL, later, given)

    assert not privacy.may_be_quoted(person)


def test_kinds_that_nobody_asked_about_have_no_answer(room):
    person = room.people[0]
    room.agrees(person, PHOTO)

    found = answers(Records(room.records), person.id)

    assert found == {PHOTO: True}


@pytest.mark.parametrize(
    ("disclosure", "named", "contact"),
    [
        (Disclosure.INTERNAL, "Julián Ixcot", "8888-0000, x@example.org"),
        (Disclosure.PARTNERS, "Julián Ixcot", None),
        (Disclosure.PUBLIC, None, None),
    ],
)
def test_contacts_stay_in_the_house_and_the_public_gets_no_names(room, disclosure, named, contact):
    person = room.people[0]
    room.agrees(person, NAME, CONTACT, QUOTE)

    privacy = room.privacy(disclosure)

    assert (privacy.name(person.id), privacy.contact(person)) == (named, contact)


def test_a_refused_name_is_replaced_by_participant_and_organisation(room):
    person = room.people[2]
    refusal = make.a_consent(person, NAME, given=False)

    privacy = room.privacy(Disclosure.INTERNAL, refusal)

    assert privacy.name(person.id) is None
    assert privacy.label(EN, person) == "Participant, LV"


def test_a_refused_name_is_not_given_away_by_leave_to_be_quoted(room):
    person = room.people[2]
    room.agrees(person, QUOTE, CONTACT)
    refusal = make.a_consent(person, NAME, given=False)

    privacy = room.privacy(Disclosure.INTERNAL, refusal)

    assert not privacy.may_be_quoted(person)
    assert privacy.contact(person) is None


def test_an_organisation_with_two_people_in_the_room_is_not_named(room):
    stayed_away = make.an_attendance(
        room.workshop, make.a_person("Ana", organisation=room.organisation.id), code=AttendanceCode.ABSENT
    )
    room.records = [record for record in room.records if getattr(record, "person", None) != room.people[0].id]

    privacy = room.privacy(Disclosure.PUBLIC, stayed_away)

    assert privacy.organisation(room.organisation.id) is None
    assert privacy.label(EN, room.people[1]) == "Participant"


def test_before_attendance_is_taken_the_people_known_count(room):
    room.records = [room.workshop, room.organisation, *room.people]

    privacy = room.privacy()

    assert privacy.organisation(room.organisation.id) == room.organisation


@pytest.mark.parametrize(
    ("disclosure", "quoted", "silent"),
    [
        (Disclosure.INTERNAL, "Julián Ixcot, LV", "LV"),
        (Disclosure.PARTNERS, "Julián Ixcot, LV", "LV"),
        (Disclosure.PUBLIC, "Participant, LV", "Participant, LV"),
    ],
)
def test_a_card_carries_its_author_only_with_consent_to_be_quoted(room, disclosure, quoted, silent):
    willing, unasked = room.people[:2]
    room.agrees(willing, QUOTE)
    cards = [make.a_card(room.board, author=person.id) for person in (willing, unasked)]

    privacy = room.privacy(disclosure)

    assert [privacy.author(EN, card, room.board) for card in cards] == [quoted, silent]


def test_an_anonymous_board_has_no_authors_even_if_one_was_stored(room):
    room.agrees(room.people[0], QUOTE)
    board = make.a_board(room.session, mode=BoardMode.ANONYMOUS)
    card = make.a_card(board, author=room.people[0].id, organisation=room.organisation.id)

    author = room.privacy().author(EN, card, board)

    assert author is None


def test_a_card_of_an_organisation_carries_it_unless_it_would_point_to_a_person(room):
    small = make.an_organisation("Pequeña", short="PQ")
    cards = [make.a_card(room.board, organisation=each.id) for each in (room.organisation, small)]

    privacy = room.privacy(Disclosure.INTERNAL, small)

    assert [privacy.author(EN, card, room.board) for card in cards] == ["LV", None]


def test_a_photo_is_shown_when_everybody_on_it_agreed(room):
    first, second = room.people[:2]
    room.agrees(first, PHOTO)
    alone, both, wall = (
        make.a_photo(room.workshop, people=people) for people in ((first.id,), (first.id, second.id), ())
    )

    privacy = room.privacy(Disclosure.PARTNERS)

    assert [privacy.may_be_shown(photo) for photo in (alone, both, wall)] == [True, False, True]


def test_who_asked_to_be_forgotten_is_never_named(room):
    gone = make.a_person("Nombre Borrado", organisation=room.organisation.id, anonymised=True)
    room.agrees(gone, NAME, QUOTE, CONTACT)

    privacy = room.privacy(Disclosure.INTERNAL, gone)

    assert privacy.name(gone.id) is None
    assert privacy.label(EN, gone) == "Participant, LV"
