"""What was promised to stay private is in no byte of any file, unpacked, whatever the format."""

import zlib
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.data.calendar import write_calendar
from exports.data.separated import write_separated
from exports.data.tables import tables
from exports.data.workbook import write_workbook
from exports.registry import FORMATS, writer
from facilitator.domain.cards import BoardMode, CardStatus
from facilitator.domain.cycles import Workshop
from facilitator.domain.documents import Disclosure, DocumentKind
from facilitator.domain.people import ConsentKind, Person
from facilitator.domain.ratings import Mark, Rating
from facilitator.domain.records import Records
from facilitator.services.privacy import Privacy
from tests import builders as make
from tests.exports.opened import every_byte
from tests.services.gathering import minutes_of
from tests.services.test_minutes_secrets import SECRET, marked
from tests.strategies import workshops


def every_format(minutes, folder):
    """Write everything that can be written and give all bytes of all of it."""
    for name in FORMATS:
        writer(name)(minutes, folder / f"m.{name}", paper="a4")
    write_workbook(minutes, folder / "d.xlsx")
    write_calendar(minutes, folder / "d.ics")
    for table in tables(minutes):
        write_separated(table, folder / f"{table.key}.csv")
    return {
        file.name: b"\n".join(_inflated(content) for content in every_byte(file)) for file in folder.iterdir()
    }


def _inflated(content):
    """The bytes of a file, and of every compressed stream in it (PDF)."""
    found = [content]
    for piece in content.split(b"stream\n")[1:]:
        try:
            found.append(zlib.decompressobj().decompress(piece))
        except zlib.error:
            continue
    return b"\n".join(found)


def says(content, words):
    """Whether the bytes say the words, in the letters of text files and of PDF strings."""
    return words.encode() in content or words.encode("utf-16-be") in content


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    records=workshops(),
    language=st.sampled_from(["es", "en"]),
    disclosure=st.sampled_from(Disclosure),
    kind=st.sampled_from(DocumentKind),
)
def test_no_file_of_any_workshop_says_what_is_private(tmp_path_factory, records, language, disclosure, kind):
    records = list(marked(records))
    workshop = next(each for each in records if isinstance(each, Workshop))
    privacy = Privacy(Records(records), workshop.id, disclosure)
    minutes = minutes_of(records, language, disclosure, kind)

    files = every_format(minutes, tmp_path_factory.mktemp("files"))

    for name, content in files.items():
        assert not says(content, SECRET), name
        for person in (each for each in records if isinstance(each, Person)):
            named = privacy.may_be_named(person)
            contacted = privacy.may_be_contacted(person)
            assert named or not says(content, person.full_name), name
            assert contacted or not says(content, str(person.phone)), name
            assert contacted or not says(content, str(person.email)), name


@pytest.mark.parametrize("gone", [{"status": CardStatus.WITHDRAWN}, {"hidden_on_stage": True}])
def test_a_withdrawn_or_hidden_card_that_was_rated_is_in_no_table_and_on_no_matrix(tmp_path, gone):
    workshop = make.a_workshop()
    session = make.a_session(workshop)
    board = make.a_board(session)
    cards = [make.a_card(board, "A la vista"), make.a_card(board, SECRET, **gone)]
    marks = tuple(Mark(card.id, 43, 10) for card in cards)
    rated = tuple(
        Rating(make.text(criterion), 12, rated=10, marks=marks) for criterion in ("Efecto", "Esfuerzo")
    )

    files = every_format(minutes_of([workshop, session, replace(board, ratings=rated), *cards]), tmp_path)

    assert {name for name, content in files.items() if says(content, SECRET)} == set()
    assert says(files["ratings.csv"], "A la vista")


@pytest.mark.parametrize("disclosure", Disclosure)
def test_who_refused_to_be_named_and_an_anonymous_author_are_in_no_file(tmp_path, disclosure):
    workshop = make.a_workshop()
    home = make.an_organisation()
    person = make.a_person(SECRET, organisation=home.id, phone=f"{SECRET} 1", email=f"{SECRET}@example.org")
    session = make.a_session(workshop, responsible=person.id)
    board = make.a_board(session, mode=BoardMode.ANONYMOUS)
    records = [
        workshop,
        home,
        person,
        make.a_consent(person, ConsentKind.NAME_IN_MINUTES, given=False),
        session,
        board,
        make.an_attendance(workshop, person),
        make.a_card(board, "Más tiempo", author=person.id),
        make.a_note(session, f"{SECRET} note", private=True),
        make.an_agreement(workshop, responsible=home.id, responsible_person=person.id),
        make.a_parking_item(workshop, raised_by=person.id),
        make.a_work_item(workshop, responsible=home.id, responsible_person=person.id),
        make.a_reflection(workshop, recorded_by=person.id, attributed_person=person.id),
    ]

    files = every_format(minutes_of(records, disclosure=disclosure), tmp_path)

    assert {name for name, content in files.items() if says(content, SECRET)} == set()
    assert says(files["m.docx"], "Más tiempo")
    assert says(files["d.xlsx"], "Más tiempo")
