"""Visits that took place and photographs stand in the minutes, as far as everybody's consent goes."""

import datetime as dt

import pytest

from facilitator.domain.documents import Disclosure, DocumentKind
from facilitator.domain.ids import CycleId, new_id
from facilitator.domain.people import ConsentKind
from facilitator.domain.plans import FollowUp, FollowUpKind
from facilitator.domain.records import Records
from facilitator.domain.values import LooseDate
from facilitator.services.minutes import gather
from tests import builders as make
from tests.services.gathering import TODAY

PICTURE = b"a picture"


class Between:
    """A workshop with a promise, two people, and whatever a test adds."""

    def __init__(self):
        self.workshop = make.a_workshop(country="NI")
        self.session = make.a_session(self.workshop)
        self.board = make.a_board(self.session)
        self.card = make.a_card(self.board, "Una llamada al mes")
        self.home = make.an_organisation("Red Ladera Viva", short="LV")
        self.ana, self.luis = (
            make.a_person(name, organisation=self.home.id) for name in ("Ana Ejemplo", "Luis Ejemplo")
        )
        self.item = make.a_work_item(self.workshop, "Visitar a la cooperativa")
        self.records = [
            *(self.workshop, self.session, self.board, self.card, self.home, self.ana, self.luis, self.item),
        ]
        self.pictures = {}

    def visit(self, day=dt.date(2014, 2, 12), **fields):
        fields = {"work_item": self.item.id, "kind": FollowUpKind.FIELD_VISIT, "date": day} | fields
        self.records.append(FollowUp(id=new_id(), **fields))

    def photo(self, *people, **fields):
        people_on_it = tuple(each.id for each in people)
        photo = make.a_photo(self.workshop, people=people_on_it, **{"session": self.session.id, **fields})
        self.records.append(photo)
        self.pictures[photo.id] = PICTURE
        return photo

    def agrees(self, person, given=True):
        self.records.append(make.a_consent(person, ConsentKind.PHOTO, given=given))

    def minutes(self, disclosure=Disclosure.INTERNAL, kind=DocumentKind.MEMORIA):
        return gather(
            Records(self.records),
            self.workshop.id,
            language="es",
            disclosure=disclosure,
            kind=kind,
            today=TODAY,
            pictures=self.pictures,
        )


@pytest.fixture
def between():
    return Between()


def test_a_visit_tells_where_when_who_and_what_was_seen(between):
    between.visit(
        place="Jinotega",
        minutes=150,
        women_met=4,
        men_met=1,
        people=(between.ana.id,),
        reviewer=between.home.id,
        advanced=make.text("Ya pesan en la finca"),
        next_date=LooseDate(2014, 3),
    )

    (visit,) = between.minutes().visits

    assert (visit.place, visit.length, visit.people) == ("Jinotega", "150 min", "Ana Ejemplo")
    assert visit.start.isoformat() == "2014-02-12"
    assert visit.subject.text == "Visitar a la cooperativa"
    assert visit.reviewer == "Red Ladera Viva"
    assert [said.text for _label, said in visit.accounts] == ["Ya pesan en la finca"]
    assert visit.next_date.isoformat() == "2014-03"
    assert "4" in visit.met
    assert "1" in visit.met


def test_visits_stand_in_the_order_they_were_held_and_none_that_is_still_to_come(between):
    for day in (dt.date(2014, 2, 18), dt.date(2014, 2, 10), TODAY + dt.timedelta(days=1)):
        between.visit(day)

    assert [visit.start.day for visit in between.minutes().visits] == [10, 18]


def test_the_public_learns_how_many_took_part_and_no_names(between):
    between.visit(people=(between.ana.id, between.luis.id))

    (visit,) = between.minutes(Disclosure.PUBLIC).visits

    assert "Ejemplo" not in visit.people
    assert "2" in visit.people


def test_a_visit_of_somebody_elses_plan_is_left_out(between):
    elsewhere = make.a_workshop(cycle=CycleId(new_id()))
    other = make.a_work_item(elsewhere, cycle=elsewhere.cycle)
    between.records.append(other)
    between.visit(work_item=other.id)

    assert between.minutes().visits == ()


def test_two_pages_tell_of_neither(between):
    between.visit()
    between.photo()

    short = between.minutes(kind=DocumentKind.AYUDA_MEMORIA)

    assert short.visits == ()
    assert short.annexes.photographs is None


def test_photographs_stand_by_session_with_caption_time_and_the_card_they_show(between):
    between.photo(
        caption=make.text("El muro"),
        of=between.card.id,
        taken_at=dt.datetime(2014, 2, 6, 15, 41, tzinfo=dt.UTC),
    )

    (group,) = between.minutes().annexes.photographs.groups

    (photograph,) = group.photographs
    assert group.anchor == "session-1"
    assert photograph.content == PICTURE
    assert photograph.caption.text == "El muro"
    assert "09:41" in photograph.taken
    assert photograph.shows.anchor == "card-1.1"


@pytest.mark.parametrize("disclosure", list(Disclosure))
def test_a_photo_is_left_out_unless_everybody_on_it_agreed(between, disclosure):
    between.agrees(between.ana)
    between.photo(between.ana)
    between.photo(between.ana, between.luis)

    annex = between.minutes(disclosure).annexes.photographs

    assert sum(len(group.photographs) for group in annex.groups) == 1
    assert annex.withheld == 1


def test_withdrawn_consent_takes_the_photo_out_again(between):
    between.agrees(between.ana)
    between.photo(between.ana)
    between.records.append(
        make.a_consent(between.ana, ConsentKind.PHOTO, given=False, on=dt.date(2014, 2, 19))
    )

    annex = between.minutes().annexes.photographs

    assert annex.groups == ()
    assert annex.withheld == 1


def test_without_photographs_there_is_no_annex(between):
    assert between.minutes().annexes.photographs is None


def test_a_photo_whose_picture_is_lost_is_passed_over(between):
    photo = between.photo()
    del between.pictures[photo.id]

    assert between.minutes().annexes.photographs is None
