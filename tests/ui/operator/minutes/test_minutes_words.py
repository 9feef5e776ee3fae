"""What the Minutes page says, decided without a window."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator import i18n
from facilitator.domain.documents import Disclosure, DocumentKind, MinutesDocument, Paper
from facilitator.domain.ids import new_id
from facilitator.domain.records import Records
from facilitator.domain.values import Text
from facilitator.services.minutes.gaps import SENTENCES
from tests.afternoon import Afternoon
from ui.presenters import minutes as presenter
from ui.presenters import minutes_files as files
from ui.presenters.minutes_sections import gap_rows, section_of, section_rows
from ui.runtime.export_job import ToldGap

NOON = dt.datetime(2014, 2, 6, 18, 0, tzinfo=dt.UTC)


@dataclass
class Place:
    title: str
    level: int
    page: int
    top: float = 0.07


@pytest.fixture
def workshop():
    return Afternoon().workshop


def test_paper_follows_the_country(workshop):
    assert presenter.first_document(workshop).paper is Paper.LETTER
    assert presenter.first_document(replace(workshop, country="DE")).paper is Paper.A4


def test_the_document_speaks_the_workshops_language_where_the_program_does(workshop):
    i18n.use("en")

    assert presenter.first_document(replace(workshop, language="es")).language == "es"
    assert presenter.first_document(replace(workshop, language="quc")).language == "en"


def test_another_document_is_an_edition_that_there_is_not_yet(workshop):
    first = presenter.first_document(workshop)
    records = Records([first])

    made = []
    for _ in range(11):
        made.append(presenter.another_document(records, first))
        records = Records([first, *made])

    editions = {(each.kind, each.language, each.disclosure) for each in (first, *made)}
    assert len(editions) == 12
    assert made[0].kind is DocumentKind.AYUDA_MEMORIA


def test_the_file_is_named_in_the_documents_language(workshop):
    document = MinutesDocument(
        id=new_id(), workshop=workshop.id, language="es", version="1.0", disclosure=Disclosure.PUBLIC
    )
    titled = replace(workshop, title=Text("Taller 2: ¿y ahora qué?", "es"))

    name = files.file_name(titled, document)

    assert name.startswith("Taller 2, ¿y ahora qué, ")
    assert name.endswith(", 1.0.pdf")


@given(st.text(max_size=400))
def test_any_words_make_a_name_that_every_system_takes(words):
    name = files.safe_name(words)

    assert name.endswith(".pdf")
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert len(name.encode()) <= 240
    assert not name.removesuffix(".pdf").endswith((" ", "."))
    assert name.removesuffix(".pdf").strip()


@pytest.mark.parametrize("words", ["con", "NUL.pdf", "lpt1", "", " .. "])
def test_names_that_some_system_keeps_for_itself_are_avoided(words):
    i18n.use("en")

    assert files.safe_name(words).endswith("Minutes.pdf")


def test_a_folder_of_ones_own_is_said_shortly():
    home = PurePosixPath("/users/ana")

    assert files.folder_words(home / "Documents" / "Facilitator", home) == "Documents / Facilitator"
    assert files.folder_words(PurePosixPath("/media/usb"), home) == "media / usb"


def test_the_last_export_is_told_by_the_workshops_clock(workshop):
    i18n.use("en")

    assert files.last_export(NOON, 17, workshop, NOON) == "Last export today 12:00, 17 pages"
    yesterday = NOON - dt.timedelta(days=1)
    assert files.last_export(yesterday, 1, workshop, NOON) == "Last export 05/02/2014 12:00, 1 page"


def test_a_section_that_begins_a_page_leaves_the_page_before_it_to_the_other():
    rows = section_rows(
        [Place("Summary", 0, 0), Place("Agenda", 0, 2), Place("Day 1", 1, 2, 0.5), Place("Plan", 0, 4, 0.6)],
        6,
    )

    assert [(row.title, row.pages.replace("\u00a0", " ")) for row in rows] == [
        ("Summary", "1 – 2"),
        ("Agenda", "3 – 5"),
        ("Day 1", "3 – 5"),
        ("Plan", "5 – 6"),
    ]


def test_the_section_before_the_eyes_is_the_last_that_begins_above_them():
    rows = section_rows([Place("Summary", 0, 0), Place("Agenda", 0, 2, 0.5)], 4)

    assert [section_of(rows, *place) for place in ((0, 0.0), (1, 0.9), (2, 0.4), (2, 0.6), (3, 0.0))] == [
        -1,
        0,
        0,
        1,
        1,
    ]


def missing(key: str, what: str) -> ToldGap:
    """Something that a record with these words lacks."""
    return ToldGap(key, "", new_id(), what)


def test_gaps_are_said_once_for_all_and_lead_to_the_first_record_that_has_them():
    i18n.use("en")
    told = [
        missing("person-without-consent", "Ana"),
        missing("agreement-without-owner", "Visit"),
        missing("agreement-without-date", "Visit"),
        missing("agreement-without-owner", "Write"),
    ]

    rows = gap_rows(told)

    assert [(row.words, row.link) for row in rows] == [
        ("Ana was not asked about names, photos and quotes.", "Open it"),
        ("2 agreements without a responsible person", "Open the first"),
        ("The agreement “Visit” has no date.", "Open it"),
    ]
    assert [(row.page, row.record, row.field) for row in rows] == [
        ("people", told[0].record, "name_in_minutes"),
        ("work_plan", told[1].record, "responsible"),
        ("work_plan", told[2].record, "due"),
    ]


@pytest.mark.parametrize("key", sorted(SENTENCES))
@pytest.mark.parametrize("count", [1, 2])
def test_every_gap_has_its_words_and_a_page_that_mends_it(key, count):
    i18n.use("en")

    [row] = gap_rows([missing(key, "this")] * count)

    assert row.page in {"agenda", "evaluation", "people", "reflection", "work_plan"}
    assert row.words
    assert "{" not in row.words
