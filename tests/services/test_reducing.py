"""What leaves at a level of disclosure brings nothing along that the level leaves out."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.domain.agenda import Session
from facilitator.domain.cards import Board, BoardMode, Card, CardStatus, Vote
from facilitator.domain.cases import Case
from facilitator.domain.change_theory import Measurement
from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import Disclosure, DocumentTemplate, MinutesDocument, SectionWords
from facilitator.domain.notes import Note, Photo, PhotoContent
from facilitator.domain.people import Attendance, Consent, ConsentKind, Organisation, Person
from facilitator.domain.ratings import Mark, Rating
from facilitator.domain.records import Records
from facilitator.domain.reflections import Reflection
from facilitator.interchange.checks import check
from facilitator.interchange.reader import read
from facilitator.interchange.writer import write
from facilitator.services.minutes.places import standing
from facilitator.services.privacy import Privacy
from facilitator.services.reducing import reduced
from tests import builders as make
from tests.fixtures.workspaces import EXAMPLE, NOON
from tests.services.gathering import accounts, cards, minutes_of
from tests.strategies import workshops

SECRET = "zz-secret-zz"
OUTSIDE = (Disclosure.PARTNERS, Disclosure.PUBLIC)


def marked(records, *, outside=True):
    """Put a mark into everything that no document says, and name each person unmistakably.

    With `outside` also into what only internal ones may say.
    """
    privacy = Privacy(Records(records), next(each.id for each in records if isinstance(each, Workshop)))
    standing_cards = standing([each for each in records if isinstance(each, Card)])
    for n, record in enumerate(records):
        match record:
            case Note(private=True):
                yield replace(record, text=make.text(f"{SECRET} note"))
            case Session():
                steps = tuple(replace(step, tip=make.text(f"{SECRET} tip")) for step in record.steps)
                yield replace(record, facilitator_notes=make.text(f"{SECRET} facilitator"), steps=steps)
            case Card() if record.id not in standing_cards:
                words = make.text(f"{SECRET} card")
                yield replace(record, text=words, clarification=words)
            case Person():
                yield marked_person(replace(record, full_name=f"zz-name-{n}-zz"), privacy, outside=outside)
            case Photo():
                yield replace(record, file_name=f"{SECRET}.jpg")
            case _:
                yield marked_document(marked_outside(record) if outside else record)


def marked_outside(record):
    """Put the mark into what only internal documents may say."""
    match record:
        case Consent():
            return replace(record, how=f"{SECRET} how")
        case Organisation():
            return replace(record, contact=f"{SECRET} contact")
        case Measurement():
            return replace(record, verification_file=f"{SECRET}/file.pdf")
        case _:
            return record


def marked_person(person, privacy, *, outside):
    """Put the mark into what nobody may know of a person; inside, only into contacts without leave."""
    if outside or not privacy.may_be_contacted(person):
        person = replace(person, phone=f"{SECRET} tel", email=f"{SECRET}@x")
    return replace(person, municipality=f"{SECRET} home") if outside else person


def marked_document(record):
    """Put the mark into what a document says of a section that it leaves out, and into templates."""
    if isinstance(record, DocumentTemplate):
        return replace(record, name=f"{SECRET} template")
    if isinstance(record, MinutesDocument):
        words = SectionWords(key="agenda", before=make.text(f"{SECRET} words"))
        return replace(record, left_out=("agenda",), section_words=(words,))
    return record


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(records=workshops(stamped=True), disclosure=st.sampled_from(Disclosure))
def test_no_file_of_any_workshop_takes_along_what_its_level_leaves_out(records, disclosure):
    records = list(marked(records, outside=disclosure in OUTSIDE))
    workshop = next(each for each in records if isinstance(each, Workshop))
    privacy = Privacy(Records(records), workshop.id, disclosure)

    left = reduced(records, workshop.id, disclosure)

    data = write(left, workshop.language, NOON, "Facilitator")
    assert SECRET not in data.decode()
    for person in (each for each in records if isinstance(each, Person)):
        assert privacy.may_be_named(person) or person.full_name not in data.decode()
        if not privacy.may_be_named(person):
            telling = [each for each in left if str(person.id) in repr(each)]
            assert {type(each) for each in telling} <= {Person, Attendance}
    said = {each.author for each in left if isinstance(each, Card)}
    said |= {each.attributed_person for each in left if isinstance(each, Reflection)}
    assert all(privacy.may_be_quoted(Records(records).get(Person, key)) for key in said - {None})
    assert {each.voter or each.organisation for each in left if isinstance(each, Vote)} <= {None}
    assert {each.created_by or each.changed_by for each in left} <= {None}


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(records=workshops(stamped=True), disclosure=st.sampled_from(Disclosure))
def test_what_is_left_of_any_workshop_can_be_taken_in_again(records, disclosure):
    workshop = next(each for each in records if isinstance(each, Workshop))
    left = reduced(records, workshop.id, disclosure)

    content = read(write(left, workshop.language, NOON, "Facilitator"))

    assert content.problems == []
    assert check(content)[0] == []
    assert {each.id: each for each in content.records} == {each.id: each for each in left}


@pytest.mark.parametrize("disclosure", OUTSIDE)
def test_the_minutes_of_what_is_left_say_the_same_as_those_of_the_whole(disclosure):
    records = read(EXAMPLE.read_bytes()).records
    workshop = max(
        (each for each in records if isinstance(each, Workshop)),
        key=lambda each: sum(getattr(record, "workshop", None) == each.id for record in records),
    )
    records.sort(key=lambda each: each.id != workshop.id)
    left = reduced(records, workshop.id, disclosure)

    whole, again = (minutes_of(each, disclosure=disclosure) for each in (records, left))

    assert again.agreements == whole.agreements
    assert again.work_plan == whole.work_plan
    assert again.evaluation == whole.evaluation
    assert [each.text for each in cards(again)] == [each.text for each in cards(whole)]
    assert [each.line.title for each in accounts(again)] == [each.line.title for each in accounts(whole)]
    assert again.summary == whole.summary


def test_inside_a_contact_leaves_with_leave_and_a_private_note_never():
    workshop = make.a_workshop()
    session = make.a_session(workshop)
    asked, other = (
        replace(make.a_person(name), phone="2222 3333", age_band="30-44") for name in ("Ana", "Bea")
    )
    leave = make.a_consent(asked, ConsentKind.CONTACT_IN_MINUTES)
    note = make.a_note(session, private=True)

    left = reduced([workshop, session, note, asked, other, leave], workshop.id, Disclosure.INTERNAL)

    assert left == [workshop, session, asked, replace(other, phone=None), leave]


def test_what_a_level_may_know_is_reduced_to_itself():
    records = read(EXAMPLE.read_bytes()).records
    workshop = next(each for each in records if isinstance(each, Workshop) and each.file_id == "ws-2")

    for disclosure in Disclosure:
        left = reduced(records, workshop.id, disclosure)

        assert reduced(left, workshop.id, disclosure) == left


def test_ballots_leave_as_counted_on_paper_and_a_secret_vote_not_at_all():
    workshop = make.a_workshop()
    session = make.a_session(workshop)
    person, other = make.a_person("Ana"), make.a_person("Bea")
    from facilitator.domain.cards import VoteMethod, Voting  # noqa: PLC0415 - beside its use

    rule = Voting(3, 12, method=VoteMethod.ONE_BY_ONE)
    board, secret = (make.a_board(session, voting=each) for each in (rule, replace(rule, closed=False)))
    card, hidden = make.a_card(board), make.a_card(secret)
    records = [workshop, session, person, other, board, secret, card, hidden]
    votes = [make.a_vote(card, dots, voter=who.id) for dots, who in ((2, person), (1, other))]

    left = reduced([*records, *votes, make.a_vote(hidden, voter=person.id)], workshop.id, Disclosure.PARTNERS)

    found = next(each for each in left if isinstance(each, Vote))
    assert [each.dots for each in left if isinstance(each, Vote)] == [3]
    assert found.voter is None
    told = next(each for each in left if isinstance(each, Board) and each.id == board.id).voting
    assert (told.method, told.voted) == (VoteMethod.PAPER_COUNT, 2)


def test_a_photo_leaves_with_leave_of_all_who_are_on_it_and_takes_its_content():
    workshop = make.a_workshop()
    person = make.a_person()
    refused, shown = make.a_photo(workshop, people=(person.id,)), make.a_photo(workshop)
    contents = [PhotoContent(id=make.key(), photo=each.id, content="AAAA") for each in (refused, shown)]

    left = reduced([workshop, person, refused, shown, *contents], workshop.id, Disclosure.PARTNERS)

    assert [each.id for each in left if isinstance(each, Photo)] == [shown.id]
    assert [each.photo for each in left if isinstance(each, PhotoContent)] == [shown.id]


def test_an_anonymous_card_leaves_without_its_time():
    workshop = make.a_workshop()
    session = make.a_session(workshop)
    board = make.a_board(session, mode=BoardMode.ANONYMOUS)
    card = make.a_card(board, created_at=NOON, status=CardStatus.ACTIVE)

    left = reduced([workshop, session, board, card], workshop.id, Disclosure.PARTNERS)

    assert next(each for each in left if isinstance(each, Card)).created_at is None


def test_firms_leave_to_the_public_with_their_consent_only():
    workshop = make.a_workshop()
    case = make.a_case()
    case = replace(case, seller=None) if case.seller is None else case

    left = reduced([workshop, case], workshop.id, Disclosure.PUBLIC)

    assert next(each for each in left if isinstance(each, Case)).buyer is None


def test_a_quote_with_leave_keeps_its_author():
    workshop = make.a_workshop()
    session = make.a_session(workshop)
    board = make.a_board(session)
    person = make.a_person()
    leave = make.a_consent(person, ConsentKind.QUOTE_WITH_NAME)
    card = make.a_card(board, author=person.id)

    left = reduced([workshop, session, board, person, leave, card], workshop.id, Disclosure.PARTNERS)

    assert next(each for each in left if isinstance(each, Card)).author == person.id


@pytest.mark.parametrize("gone", [{"status": CardStatus.WITHDRAWN}, {"hidden_on_stage": True}])
def test_marks_of_an_open_rating_and_of_cards_that_stay_behind_do_not_leave(gone):
    workshop = make.a_workshop()
    session = make.a_session(workshop)
    board = make.a_board(session)
    shown, hidden = make.a_card(board, "A la vista"), make.a_card(board, SECRET, **gone)
    marks = (Mark(shown.id, 40, 10), Mark(hidden.id, 30, 10))
    closed = Rating(make.text("Efecto"), 12, rated=10, marks=marks)
    rated = replace(board, ratings=(closed, replace(closed, closed=False)))

    left = reduced(Records([workshop, session, rated, shown, hidden]), workshop.id, Disclosure.PARTNERS)

    [told] = [each for each in left if isinstance(each, Board)]
    assert [rating.marks for rating in told.ratings] == [(Mark(shown.id, 40, 10),), ()]
