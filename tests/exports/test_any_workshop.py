"""Every workshop that there may be has a document in every format, and each is sound."""

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from markdown_it import MarkdownIt

from exports.data.calendar import write_calendar
from exports.registry import FORMATS, writer
from facilitator.domain.documents import Disclosure, DocumentKind
from tests.exports.minutes_sizes import huge, one_card, tiny
from tests.exports.opened import Page
from tests.services.gathering import minutes_of
from tests.strategies import workshops


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    records=workshops(),
    language=st.sampled_from(["es", "en"]),
    disclosure=st.sampled_from(Disclosure),
    kind=st.sampled_from(DocumentKind),
    paper=st.sampled_from(["letter", "a4"]),
)
def test_the_documents_of_any_workshop_are_sound(tmp_path, records, language, disclosure, kind, paper):
    minutes = minutes_of(records, language, disclosure, kind)
    for name in ("docx", "html", "md"):
        writer(name)(minutes, tmp_path / f"m.{name}", paper=paper)
    write_calendar(minutes, tmp_path / "m.ics")

    body = docx.Document(str(tmp_path / "m.docx")).element.body
    page = Page((tmp_path / "m.html").read_text(encoding="utf-8"))
    rendered = Page(
        MarkdownIt("gfm-like", {"linkify": False}).render((tmp_path / "m.md").read_text(encoding="utf-8"))
    )
    calendar = Calendar.from_ical((tmp_path / "m.ics").read_bytes())

    names = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    places = [each["id"] for _, each in page.tags if "id" in each]
    assert len(names) == len(set(names))
    assert {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} <= set(names)
    assert page.problems == []
    assert len(places) == len(set(places))
    assert {each["href"].removeprefix("#") for each in page.all("a")} <= set(places)
    assert len(rendered.all("h1")) == 1
    assert len(calendar.walk("VEVENT")) == sum(step.when is not None for step in minutes.next_steps)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "minutes", [tiny(), one_card("x"), huge(600, 60)], ids=["nothing", "one card", "many"]
)
def test_no_document_is_empty(tmp_path, name, minutes):
    writer(name)(minutes, tmp_path / f"m.{name}", paper="letter")

    assert (tmp_path / f"m.{name}").stat().st_size > 40
