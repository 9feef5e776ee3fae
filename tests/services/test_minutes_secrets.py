"""What was promised to stay private is in no string of any minutes, whatever the workshop looks like."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.domain.agenda import Session
from facilitator.domain.cards import BoardMode, Card, CardStatus
from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import Disclosure, DocumentKind
from facilitator.domain.notes import Note
from facilitator.domain.people import ConsentKind, Person
from facilitator.domain.ratings import Mark, Rating
from facilitator.domain.records import Records
from facilitator.domain.reflections import Evidence, SecondLoop
from facilitator.services.privacy import Privacy
from tests import builders as make
from tests.services.gathering import accounts, minutes_of, strings
from tests.strategies import workshops

SECRET = "zz-secret-zz"


def marked(records):
    """Put a mark into everything that may never be printed, and name each person unmistakably."""
    for n, record in enumerate(records):
        match record:
            case Note(private=True):
                yield replace(record, text=make.text(f"{SECRET} note"))
            case Session():
                yield replace(record, facilitator_notes=make.text(f"{SECRET} facilitator"))
            case Card() if record.hidden_on_stage or record.status is CardStatus.WITHDRAWN:
                yield replace(
                    record, text=make.text(f"{SECRET} card"), clarification=make.text(f"{SECRET} more")
                )
            case Person():
                yield replace(record, full_name=f"zz-name-{n}-zz", phone=f"zz-tel-{n}", email=f"zz-mail-{n}")
            case _:
                yield record


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    records=workshops(),
    language=st.sampled_from(["es", "en"]),
    disclosure=st.sampled_from(Disclosure),
    kind=st.sampled_from(DocumentKind),
)
def test_no_minutes_of_any_workshop_say_what_is_private(records, language, disclosure, kind):
    records = list(marked(records))
    workshop = next(each for each in records if isinstance(each, Workshop))
    privacy = Privacy(Records(records), workshop.id, disclosure)

    said = "\n".join(strings(minutes_of(records, language, disclosure, kind)))

    assert SECRET not in said
    for person in (each for each in records if isinstance(each, Person)):
        assert privacy.may_be_named(person) or person.full_name not in said
        assert privacy.may_be_contacted(person) or str(person.phone) not in said
        assert privacy.may_be_contacted(person) or str(person.email) not in said
    assert disclosure is not Disclosure.PUBLIC or "zz-name" not in said


@pytest.fixture
def room():
    """Every place in which a person may be named, for one person who refused."""
    workshop = make.a_workshop()
    home = make.an_organisation()
    person = make.a_person(SECRET, organisation=home.id, phone=f"{SECRET} 1", position="Directora")
    session = make.a_session(workshop, responsible=person.id)
    board = make.a_board(session)
    records = [
        workshop,
        home,
        person,
        session,
        board,
        make.an_attendance(workshop, person),
        make.a_card(board, author=person.id),
        make.an_agreement(workshop, responsible=home.id, responsible_person=person.id),
        make.a_parking_item(workshop, raised_by=person.id),
        make.a_work_item(workshop, responsible=home.id, responsible_person=person.id),
        make.a_reflection(workshop, recorded_by=person.id, attributed_person=person.id),
    ]
    return person, records


@pytest.mark.parametrize("disclosure", Disclosure)
def test_who_refuses_is_named_nowhere(room, disclosure):
    person, records = room
    refusal = make.a_consent(person, ConsentKind.NAME_IN_MINUTES, given=False)

    minutes = minutes_of([*records, refusal], disclosure=disclosure)

    assert [said for said in strings(minutes) if SECRET in said] == []
    assert minutes.participants is not None
    assert [row.position for row in minutes.participants.rows] == [None]


def test_who_agrees_is_named_where_she_is_responsible_but_not_quoted_without_leave(room):
    _, records = room

    minutes = minutes_of(records)

    assert minutes.agreements[0].responsible == f"RSE, {SECRET}"
    assert accounts(minutes)[0].line.responsible == SECRET
    assert minutes.parking_lot[0].raised_by is None
    assert accounts(minutes)[0].boards[0].clusters[0].cards[0].author == "Participante"


def test_an_author_stored_on_an_anonymous_board_is_not_printed(room):
    person, records = room
    leave = make.a_consent(person, ConsentKind.QUOTE_WITH_NAME)
    session = next(each for each in records if isinstance(each, Session))
    board = make.a_board(session, mode=BoardMode.ANONYMOUS, position=1)

    minutes = minutes_of([*records, leave, board, make.a_card(board, author=person.id)])

    named, anonymous = accounts(minutes)[0].boards
    assert named.clusters[0].cards[0].author == f"{SECRET}, RSE"
    assert anonymous.clusters[0].cards[0].author is None


def test_evidence_does_not_bring_back_what_was_hidden_or_noted_in_private(room):
    _, records = room
    session = next(each for each in records if isinstance(each, Session))
    board = make.a_board(session, position=1)
    shown = make.a_card(board, "A la vista")
    hidden = make.a_card(board, f"{SECRET} card", hidden_on_stage=True)
    private = make.a_note(session, f"{SECRET} note", private=True)
    evidence = tuple(Evidence(ref=each.id) for each in (shown, hidden, private))
    reflection = make.a_reflection(
        next(each for each in records if isinstance(each, Workshop)),
        evidence=(shown.id, hidden.id),
        second_loop=SecondLoop(evidence_for=evidence, evidence_against=evidence),
    )

    minutes = minutes_of([*records, board, shown, hidden, private, reflection])

    account = minutes.reflections[-1]
    assert [
        [(line.text.text, line.source and line.source.label) for line in lines]
        for lines in (account.evidence, account.evidence_for, account.evidence_against)
    ] == [[("A la vista", "Tarjeta 2.1")]] * 3


@pytest.mark.parametrize("gone", [{"status": CardStatus.WITHDRAWN}, {"hidden_on_stage": True}])
def test_no_rating_and_no_matrix_brings_back_what_was_withdrawn_or_hidden(room, gone):
    _, records = room
    board = make.a_board(next(each for each in records if isinstance(each, Session)), position=1)
    cards = [make.a_card(board, "A la vista"), make.a_card(board, f"{SECRET} card", **gone)]
    marks = tuple(Mark(card.id, 43, 10) for card in cards)
    rated = tuple(Rating(make.text(name), 12, rated=10, marks=marks) for name in ("Efecto", "Esfuerzo"))

    minutes = minutes_of([*records, replace(board, ratings=rated), *cards])

    told = accounts(minutes)[0].boards[-1]
    assert [[line.title.text for line in rating.lines] for rating in told.ratings] == [["A la vista"]] * 2
    assert [point.title.text for point in told.matrix.points] == ["A la vista"]
    assert [said for said in strings(minutes) if SECRET in said and "card" in said] == []


def test_the_public_is_told_counts_only_where_a_name_would_follow(room):
    _, records = room

    minutes = minutes_of(records, "en", Disclosure.PUBLIC)

    assert minutes.participants is not None
    assert [row.organisation for row in minutes.participants.rows] == [""]
    totals = minutes.participants.totals
    assert [each.label for each in (*totals.by_organisation, *totals.by_country)] == [
        "Other organisations", "Other countries",
    ]  # fmt: skip
    assert minutes.annexes.attendance is None
