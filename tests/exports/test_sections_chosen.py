"""Sections of the two pages are chosen like all others, and any section may begin a page."""

from dataclasses import replace

import docx
import pytest
from pypdf import PdfReader

from exports.docx import write_minutes as write_docx
from exports.html import write_minutes as write_html
from exports.markdown import write_minutes as write_markdown
from exports.pdf import write_minutes
from facilitator.domain.minutes import DocumentKind, Said, SectionPlan
from tests.exports.minutes_samples import sample

CHOSEN = (
    SectionPlan("agreements", "What we agreed"),
    SectionPlan("note", "A word of thanks", before=Said("Thanks to the cooks.", "en")),
    SectionPlan("identification"),
    SectionPlan("next_meeting", after=Said("Bring a notebook.", "en")),
)


@pytest.fixture
def short():
    """The two pages with other sections than usual, in another order."""
    return replace(sample("en", DocumentKind.AYUDA_MEMORIA), plan=CHOSEN)


def words_of(writer, minutes, target):
    writer(minutes, target, paper="letter")
    if target.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(target).pages)
    if target.suffix == ".docx":
        body = docx.Document(str(target)).element.body
        return "\n".join(each.text for each in body.iter() if each.text)
    return target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("writer", "ending"),
    [(write_minutes, "pdf"), (write_docx, "docx"), (write_html, "html"), (write_markdown, "md")],
)
def test_the_two_pages_say_what_was_chosen_in_the_order_chosen(short, tmp_path, writer, ending):
    said = words_of(writer, short, tmp_path / f"m.{ending}")

    said = said[said.rindex("What we agreed") :] if ending == "docx" else said
    order = [said.index(each) for each in ("What we agreed", "A word of thanks", "Thanks to the cooks.")]
    order += [said.index(each) for each in ("Note-takers", "Next meeting and dates", "Bring a notebook.")]
    assert order == sorted(order)
    assert "Pending matters" not in said
    assert "Purpose and summary" not in said


def test_endless_words_of_a_section_do_not_make_a_third_page(short, tmp_path):
    endless = Said("Thanks to everybody who came. " * 3000, "en")
    plan = (*CHOSEN, SectionPlan("text", "More", before=endless, after=endless))

    report = write_minutes(replace(short, plan=plan), tmp_path / "m.pdf", paper="letter")

    assert report.pages <= 2


def test_a_section_that_must_begins_a_page(tmp_path):
    minutes = sample("en")
    keys = [each.key for each in minutes.plan] if minutes.plan else ["objectives", "participants", "agenda"]
    plain = replace(minutes, plan=tuple(map(SectionPlan, keys)))
    forced = replace(minutes, plan=tuple(SectionPlan(key, new_page=True) for key in keys))

    pages = {
        name: [page.extract_text() for page in PdfReader(_written(each, tmp_path / f"{name}.pdf")).pages]
        for name, each in (("plain", plain), ("forced", forced))
    }

    titles = ("Objectives and expected outputs", "Participants", "Agenda, planned and held")
    assert len(pages["forced"]) > len(pages["plain"])
    assert [sum(title in page for title in titles) for page in pages["forced"][-3:]] == [1, 1, 1]


def _written(minutes, target):
    write_minutes(minutes, target, paper="letter")
    return target
