"""Before the minutes go out, the coordinator is told what is missing, and where to mend it."""

from dataclasses import replace

import pytest

from facilitator.domain.agenda import SessionStatus, SessionType
from facilitator.domain.cycles import WorkshopStatus
from facilitator.domain.errors import NotFound
from facilitator.domain.evaluation import EvaluationQuestion, Response
from facilitator.domain.ids import WorkshopId, new_id
from facilitator.domain.notes import ParkingOutcome
from facilitator.domain.people import ConsentKind
from facilitator.domain.plans import WorkStatus
from facilitator.domain.records import Records
from facilitator.domain.reflections import Effect, EffectOn, SecondLoop, Verdict
from facilitator.domain.values import LooseDate
from facilitator.i18n import translations
from facilitator.services.minutes import gaps
from tests import builders as make

QUESTION = EvaluationQuestion("q1", make.text("¿Sirvió?"))
TIMES = {"actual_start": make.at(9), "actual_end": make.at(10)}


@pytest.fixture
def workshop():
    return make.a_workshop()


def missing(workshop, *records):
    return [(gap.key, gap.record) for gap in gaps(Records([workshop, *records]), workshop.id)]


def test_a_new_workshop_lacks_nothing_yet(workshop):
    assert missing(workshop) == []


def test_a_workshop_nobody_knows_is_not_found():
    with pytest.raises(NotFound):
        gaps(Records(), WorkshopId(new_id()))


def test_an_agreement_needs_owner_date_and_source(workshop):
    session = make.a_session(workshop, status=SessionStatus.PLANNED)
    bare = make.an_agreement(workshop)
    whole = make.an_agreement(
        workshop, responsible_person=make.a_person().id, due=LooseDate(2014, 9), session=session.id
    )

    found = missing(workshop, session, bare, whole)

    assert found == [
        ("agreement-without-owner", bare.id),
        ("agreement-without-date", bare.id),
        ("agreement-without-source", bare.id),
    ]


def test_an_agreement_that_an_activity_carries_out_lacks_neither_owner_nor_date(workshop):
    home = make.an_organisation()
    agreement = make.an_agreement(workshop)
    activity = make.a_work_item(workshop, agreement=agreement.id, responsible=home.id, due=LooseDate(2014, 9))

    found = missing(workshop, home, agreement, activity)

    assert found == [("agreement-without-source", agreement.id)]


def test_a_cancelled_activity_answers_for_no_agreement(workshop):
    agreement = make.an_agreement(workshop, responsible=make.an_organisation().id)
    activity = make.a_work_item(
        workshop, agreement=agreement.id, due=LooseDate(2014, 9), status=WorkStatus.CANCELLED
    )

    found = missing(workshop, agreement, activity)

    assert ("agreement-without-date", agreement.id) in found


def test_a_session_that_is_done_needs_the_times_it_was_held(workshop):
    untimed = make.a_session(workshop, actual_start=make.at(15))
    timed = make.a_session(workshop, actual_start=make.at(15), actual_end=make.at(16))
    coming = make.a_session(workshop, status=SessionStatus.PLANNED)

    assert missing(workshop, untimed, timed, coming) == [("session-without-times", untimed.id)]


def test_once_the_workshop_is_closed_every_session_needs_times_unless_it_was_skipped(workshop):
    closed = replace(workshop, status=WorkshopStatus.CLOSED)
    planned = make.a_session(closed, status=SessionStatus.PLANNED)
    skipped = make.a_session(closed, status=SessionStatus.SKIPPED)

    assert missing(closed, planned, skipped) == [("session-without-times", planned.id)]


def test_the_parking_lot_must_be_decided(workshop):
    open_, decided = (
        make.a_parking_item(workshop),
        make.a_parking_item(workshop, outcome=ParkingOutcome.DROPPED),
    )

    assert missing(workshop, open_, decided) == [("parking-undecided", open_.id)]


def test_who_was_in_the_room_is_asked_what_may_be_published(workshop):
    asked, unasked, forgotten = make.a_person(), make.a_person(), make.a_person(anonymised=True)
    people = [make.an_attendance(workshop, person) for person in (asked, unasked, forgotten)]
    answer = make.a_consent(asked, ConsentKind.PHOTO, given=False)

    found = missing(workshop, asked, unasked, forgotten, *people, answer)

    assert found == [("person-without-consent", unasked.id)]


def test_an_open_activity_needs_owner_and_date(workshop):
    open_ = make.a_work_item(workshop)
    dropped = make.a_work_item(workshop, status=WorkStatus.CANCELLED)

    assert missing(workshop, open_, dropped) == [
        ("work-item-without-owner", open_.id),
        ("work-item-without-date", open_.id),
    ]


def test_a_verdict_against_the_assumption_asks_for_new_words_and_for_what_changes(workshop):
    fallen = make.a_reflection(workshop, second_loop=SecondLoop(verdict=Verdict.DOES_NOT_HOLD))
    revised = make.a_reflection(
        workshop,
        second_loop=SecondLoop(
            verdict=Verdict.HOLDS_WITH_CONDITIONS,
            revised_assumption=make.text("Con acompañamiento"),
            effects=(Effect(EffectOn.METHOD),),
        ),
    )
    unsure = make.a_reflection(workshop, second_loop=SecondLoop(verdict=Verdict.CANNOT_TELL_YET))

    assert missing(workshop, fallen, revised, unsure) == [
        ("reflection-without-revision", fallen.id),
        ("reflection-without-effects", fallen.id),
    ]


def test_a_gap_is_a_sentence_with_what_it_is_about(workshop):
    item = make.a_parking_item(workshop, "¿{Cuánto} cuesta?")

    (gap,) = gaps(Records([workshop, item]), workshop.id)

    expected = "Nothing was decided about “¿{Cuánto} cuesta?” in the parking lot."
    assert gap.sentence(translations("en"), "en") == expected


def test_an_evaluation_that_was_held_needs_its_forms(workshop):
    held = make.a_session(workshop, type=SessionType.EVALUATION, status=SessionStatus.DONE, **TIMES)
    planned = make.a_session(workshop, type=SessionType.EVALUATION, status=SessionStatus.PLANNED)
    empty = make.an_evaluation(workshop, session=held.id, questions=(QUESTION,))
    filled = replace(empty, responses=(Response(1, {"q1": 4}),))

    without = missing(workshop, held, planned, empty)
    with_forms = missing(workshop, held, planned, filled)

    assert without == [("evaluation-without-forms", held.id)]
    assert with_forms == []
