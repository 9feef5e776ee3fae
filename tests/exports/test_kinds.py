"""Every kind of document comes from the same minutes: one thing each, in both languages alike."""

import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from exports.arrangement import kind_title, placed
from exports.outline import outline
from exports.pdf import write_minutes
from exports.registry import FORMATS, writer
from facilitator.domain.documents import Disclosure, DocumentKind
from facilitator.domain.minutes import Said, SectionPlan, SignInSheet
from facilitator.domain.sections import USUAL
from tests.exports.minutes_samples import sample
from tests.exports.minutes_sizes import tiny
from tests.exports.sample_days import DAY_1, DAY_2

KINDS = [kind for kind in DocumentKind if kind not in {DocumentKind.MEMORIA, DocumentKind.AYUDA_MEMORIA}]


def of_kind(kind, language="en", **changed):
    people = (("Delmy Castellón", "Luna de Maíz"),)
    sheet = SignInSheet(days=(DAY_1, DAY_2), people=people, blanks=19)
    return replace(sample(language), kind=kind, sign_in=sheet, plan=None, **changed)


def pages(minutes, folder):
    write_minutes(minutes, folder / "m.pdf")
    return PdfReader(folder / "m.pdf").pages


def words(found):
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in found))


def order(minutes):
    return [(section.number, section.anchor, len(section.pieces)) for section in outline(minutes).sections]


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_says_at_its_head_what_it_is_and_of_which_workshop(tmp_path, kind):
    minutes = of_kind(kind)

    first = words(pages(minutes, tmp_path)[:1])

    assert kind_title(minutes) in first
    assert minutes.cover.title in first


@pytest.mark.parametrize("kind", KINDS)
def test_both_editions_of_a_document_have_the_same_structure_and_numbers(kind):
    assert order(of_kind(kind, "es")) == order(of_kind(kind, "en")) != []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", FORMATS)
def test_a_document_of_a_workshop_that_has_nothing_for_it_says_so(tmp_path, kind, name):
    minutes = tiny(kind=kind)

    writer(name)(minutes, tmp_path / f"m.{name}", paper="letter")

    said = outline(minutes)
    assert said.sections or "Nothing was recorded" in str(said.front) or "names nobody" in str(said.front)


def test_the_record_of_agreements_opens_and_closes_with_its_formulas_and_is_signed(tmp_path):
    minutes = of_kind(DocumentKind.ACTA, signatures=())

    text = words(pages(minutes, tmp_path))

    assert "those listed below met for" in text
    assert "With nothing further to discuss" in text
    assert (
        text.index("Chair")
        > text.index("With nothing further")
        > text.index(minutes.agreements[-1].text.text)
    )
    assert "Secretary" in text


@pytest.mark.parametrize("kind", [DocumentKind.WORK_PLAN, DocumentKind.SIGN_IN_SHEET, DocumentKind.FOLLOW_UP])
def test_matrices_lie_across_the_paper(tmp_path, kind):
    found = pages(of_kind(kind), tmp_path)

    assert all(page.mediabox.width > page.mediabox.height for page in found)


def test_the_sheet_to_sign_has_known_people_first_and_room_for_others(tmp_path):
    text = words(pages(of_kind(DocumentKind.SIGN_IN_SHEET), tmp_path))

    assert "Delmy Castellón" in text
    assert "Signature, 6 Feb" in text
    assert re.search(r"\b20\b", text)


def test_the_follow_up_sheet_has_every_commitment_and_columns_to_fill_in(tmp_path):
    minutes = of_kind(DocumentKind.FOLLOW_UP)

    text = words(pages(minutes, tmp_path))

    assert all(row.code in text for row in minutes.work_plan.rows)
    assert "Progress and evidence" in text
    assert "Filled in by" in text


def test_the_attendance_list_for_the_public_says_why_it_is_empty(tmp_path):
    minutes = replace(tiny(kind=DocumentKind.ATTENDANCE_LIST), disclosure=Disclosure.PUBLIC)

    assert "names nobody" in words(pages(minutes, tmp_path))


# Sections that somebody chose


def chosen(*plan, kind=DocumentKind.MEMORIA, language="en"):
    return replace(sample(language), kind=kind, plan=tuple(plan))


def test_sections_are_written_in_the_order_chosen_and_numbered_without_gaps(tmp_path):
    minutes = chosen(SectionPlan("agreements"), SectionPlan("objectives"), SectionPlan("glossary"))

    numbers = [(section.number, section.anchor) for section in outline(minutes).sections]
    text = words(pages(minutes, tmp_path))

    assert numbers == [("1", "agreements"), ("2", "objectives"), ("A", "glossary")]
    assert text.index("1 Agreements and decisions") < text.index("2 Objectives and expected outputs")


def test_a_section_left_out_is_nowhere_in_the_file(tmp_path):
    plan = tuple(
        SectionPlan(key) for key in USUAL[DocumentKind.MEMORIA] if key not in {"reflections", "cover"}
    )
    minutes = chosen(*plan)

    for name in FORMATS:
        writer(name)(minutes, tmp_path / f"m.{name}", paper="letter")

    secret = minutes.reflections[0].revised_assumption.text
    assert secret not in words(PdfReader(tmp_path / "m.pdf").pages)
    assert secret not in (tmp_path / "m.html").read_text(encoding="utf-8")
    assert secret not in (tmp_path / "m.md").read_text(encoding="utf-8")


def test_a_section_has_the_title_and_the_free_text_that_it_was_given(tmp_path):
    before, after = Said("Our donor asked for this.", "en"), Said("See the annexes.\n\nThank you.", "en")
    minutes = chosen(SectionPlan("agreements", "What we promise", before, after))

    text = words(pages(minutes, tmp_path))

    line = minutes.agreements[-1].text.text
    places = [text.index(each) for each in ("1 What we promise", before.text, line, "See the", "Thank you")]
    assert places == sorted(places)


def test_a_section_of_free_text_alone_stands_among_the_others(tmp_path):
    note = SectionPlan("text-1", "A word of thanks", Said("Thanks to the hosts.", "en"))
    minutes = chosen(SectionPlan("objectives"), note, SectionPlan("agreements"))

    text = words(pages(minutes, tmp_path))

    assert text.index("2 A word of thanks") < text.index("Thanks to the hosts.") < text.rindex("3 Agreements")


def test_free_text_without_a_title_is_printed_and_not_listed_in_the_contents(tmp_path):
    note = SectionPlan("text-1", None, Said("Thanks to the hosts.", "en"))
    minutes = chosen(SectionPlan("objectives"), note, SectionPlan("agreements"))

    text = words(pages(minutes, tmp_path))

    assert text.index("Contents") < text.index("Thanks to the hosts.")
    assert text.count("Objectives and expected outputs") > text.count("Thanks to the hosts.") == 1


def test_an_empty_section_is_left_out_unless_it_has_words_of_its_own():
    minutes = replace(
        tiny(), plan=(SectionPlan("cases"), SectionPlan("budget", None, Said("None yet.", "en")))
    )

    assert [(each.number, each.key) for each in placed(minutes, lambda _: False)] == [("1", "budget")]


def test_links_lead_only_to_sections_that_are_there(tmp_path):
    minutes = chosen(SectionPlan("agreements"), SectionPlan("pending"))
    write_minutes(minutes, tmp_path / "m.pdf")

    reader = PdfReader(tmp_path / "m.pdf")
    targets = {
        link.get_object()["/Dest"] if "/Dest" in link.get_object() else link.get_object()["/A"]["/D"]
        for page in reader.pages
        for link in page.get("/Annots", [])
    }

    assert targets <= set(reader.named_destinations)
