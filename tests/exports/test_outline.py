"""What the formats without pages say: the same sections, under the same numbers, as the printed document."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.outline import outline
from exports.outline.lawful import lawful, places
from exports.outline.pieces import Heading, Paragraph, Table
from exports.pdf import write_minutes
from facilitator.domain.documents import Disclosure, DocumentKind
from tests.exports.minutes_samples import sample
from tests.exports.minutes_sizes import tiny
from tests.exports.test_pdf_ayuda import crowded
from tests.services.gathering import minutes_of
from tests.strategies import workshops


@pytest.mark.parametrize("language", ["es", "en"])
def test_sections_have_the_numbers_and_titles_of_the_printed_document(tmp_path, language):
    minutes = sample(language)
    write_minutes(minutes, tmp_path / "m.pdf")
    printed = [entry.title for entry in PdfReader(tmp_path / "m.pdf").outline if not isinstance(entry, list)]

    document = outline(minutes)

    told = [f"{section.number} {section.title}" for section in document.sections]
    assert told == [title for title in printed if title[:1].isdigit() or title[1:2] == " "]


def test_both_languages_have_the_same_structure():
    spanish, english = outline(sample("es")), outline(sample("en"))

    shapes = [
        [
            (
                section.number,
                section.anchor,
                [type(piece) for piece in section.pieces if isinstance(piece, Table)],
            )
        ]
        for document in (spanish, english)
        for section in document.sections
    ]

    half = len(shapes) // 2
    assert shapes[:half] == shapes[half:]


def test_a_workshop_of_which_nothing_is_known_has_a_title_and_no_empty_section():
    document = outline(tiny(title="Kick-off"))

    assert document.title == "Kick-off"
    assert document.sections == ()
    assert document.front


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    records=workshops(),
    language=st.sampled_from(["es", "en"]),
    disclosure=st.sampled_from(Disclosure),
    kind=st.sampled_from([DocumentKind.MEMORIA, DocumentKind.AYUDA_MEMORIA]),
)
def test_every_table_is_full_and_every_title_below_the_one_before(records, language, disclosure, kind):
    document = outline(minutes_of(records, language, disclosure, kind))

    for pieces in (document.front, *(section.pieces for section in document.sections)):
        level = 1
        for piece in pieces:
            if isinstance(piece, Heading):
                assert piece.level <= level + 1
                level = piece.level
            if isinstance(piece, Table):
                whole = [row for row in piece.rows if row.kind != "group"]
                assert whole, piece
                assert {len(row.cells) for row in whole} == {len(piece.columns)}
    assert len(places(document)) >= len(document.sections)


def test_what_xml_forbids_is_replaced_and_lines_end_alike():
    assert lawful("a\r\nb\u2028c\x00d\x1be\ufffff\tg") == "a\nb\nc�d�e�f\tg"


@pytest.mark.parametrize("agreements", [0, 3, 60, 400])
def test_the_two_page_kind_says_what_fits_and_how_much_more_there_is(agreements):
    minutes = crowded(agreements, pending=40, steps=40, length=120)

    document = outline(minutes)

    told = "\n".join(piece.text for piece in document.front if isinstance(piece, Paragraph))
    tables = {piece.name: len(piece.rows) for piece in document.front if isinstance(piece, Table)}
    for name, all_there_are, left in (
        ("Agreements and decisions", agreements, r"(\d+) more agreements? in the memoria"),
        ("Pending matters", 40, r"(\d+) more matters? in the memoria"),
        ("Next steps", 40, r"(\d+) more dates? in the memoria"),
    ):
        more = re.search(left, told)
        assert tables.get(name, 0) + (int(more[1]) if more else 0) == all_there_are
    assert sum(tables.values()) < 80


def test_a_short_two_page_kind_says_everything():
    minutes = sample("es", DocumentKind.AYUDA_MEMORIA)

    said = " ".join(map(str, outline(minutes).front))

    assert all(line.text.text in said for line in minutes.agreements)
    assert all(step.text in said for step in minutes.next_steps)
    assert "more" not in said
