"""The minutes can be heard as well as seen: their structure, read back with programs that did not write it."""

import re
import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.pdf import write_minutes
from facilitator.domain.documents import Disclosure, DocumentKind
from tests.exports.minutes_samples import sample
from tests.exports.minutes_sizes import huge, one_card, tiny
from tests.exports.structure_read import Node, parents, places, tree
from tests.services.gathering import minutes_of
from tests.strategies import workshops

LONG = "A sentence that goes on and on. " * 600


def written(minutes, folder):
    target = folder / "minutes.pdf"
    write_minutes(minutes, target, paper="letter")
    return PdfReader(target, strict=True)


def is_whole(reader):
    """Complain of a mark without an element, of two for one, of something painted outside, of a wrong order."""
    document = tree(reader)
    known, found = parents(reader), places(reader)
    marks = document.marks()
    elements = {mark: node for node in document.all() for mark in node.kids if not isinstance(mark, Node)}
    assert document.role == "Document"
    assert len(marks) == len(set(marks)) == len(elements)
    assert set(marks) == {(number, mark) for number, (_, drawn) in found.items() for mark in drawn.marks}
    for number, (place, drawn) in found.items():
        outside = [each for each in drawn.outside if not each.startswith(b"/FormXob.late-")]
        in_order = [mark for where, mark in marks if where == number]
        listed = known[place["/StructParents"]].get_object()
        assert (outside, drawn.nested) == ([], 0)
        assert in_order == sorted(in_order) == sorted(drawn.marks)
        assert [each.idnum for each in listed] == [
            elements[number, mark].number for mark in range(len(listed))
        ]
    for node in document.all():
        for annotation in node.annotations:
            assert known[annotation.get_object()["/StructParent"]].idnum == node.number
    links = {a.idnum for page in reader.pages for a in page.get("/Annots", ())}
    assert links == {a.idnum for node in document.all("Link") for a in node.annotations}
    return document


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("kind", [DocumentKind.MEMORIA, DocumentKind.AYUDA_MEMORIA])
def test_everything_on_every_page_belongs_to_one_element_or_is_an_ornament(tmp_path, language, kind):
    minutes = replace(sample(language), kind=kind)

    reader = written(minutes, tmp_path)

    is_whole(reader)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == language
    assert all(page["/Tabs"] == "/S" for page in reader.pages)


@pytest.mark.parametrize("text", [LONG, "W" * 20_000, "\n".join("abc" for _ in range(300)), ""])
def test_what_goes_on_over_pages_stays_one_element(tmp_path, text):
    reader = written(one_card(text, translation=text), tmp_path)

    document = is_whole(reader)

    cards = [item for item in document.all("LI") if item.all("Figure")]
    assert len(cards) == 1
    assert len({place for place, _ in cards[0].marks()}) == len(reader.pages) - (
        len(reader.pages) > 1 and not text
    )


def test_a_long_title_and_long_agreements_keep_one_element_each(tmp_path):
    base = sample("en")
    agreements = tuple(replace(each, text=replace(each.text, text=LONG)) for each in base.agreements)
    minutes = replace(base, agreements=agreements, cover=replace(base.cover, title="W" * 5000))

    document = is_whole(written(minutes, tmp_path))

    table = max(document.all("Table"), key=lambda each: len({place for place, _ in each.marks()}))
    assert len(table.all("TR")) == len(agreements) + 1


@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(records=workshops(), language=st.sampled_from(["es", "en"]))
def test_any_workshop_gives_a_whole_structure(tmp_path, records, language):
    minutes = minutes_of(records, language, Disclosure.INTERNAL, DocumentKind.MEMORIA)

    is_whole(written(minutes, tmp_path))


def test_a_workshop_with_only_a_title_and_a_very_large_one_are_whole(tmp_path):
    for minutes in (tiny("es"), huge(300, 60)):
        is_whole(written(minutes, tmp_path))


def test_headings_leave_out_no_level(tmp_path):
    document = is_whole(written(sample("en"), tmp_path))

    levels = [int(node.role[1]) for node in document.all("H1", "H2", "H3", "H4", "H5", "H6")]

    assert levels[0] == 1
    assert {1, 2, 3} <= set(levels)
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_first_row_of_a_table_is_its_head_and_every_row_has_as_many_cells(tmp_path):
    document = is_whole(written(sample("es"), tmp_path))

    for table in document.all("Table"):
        head, *rows = [[cell.role for cell in row.kids] for row in table.kids]
        assert set(head) == {"TH"}
        assert rows
        assert all(row in ([*["TD"] * len(head)], ["TH"]) for row in rows)
        assert all(cell.entry["/A"]["/Scope"] == "/Column" for cell in table.kids[0].kids)
        titles = [row.kids[0].entry["/A"] for row in table.kids if len(row.kids) == 1 < len(head)]
        assert all((title["/Scope"], title["/ColSpan"]) == ("/Row", len(head)) for title in titles)


def test_every_picture_is_said_in_words(tmp_path):
    document = is_whole(written(sample("es"), tmp_path))

    words = [figure.entry.get("/Alt") for figure in document.all("Figure")]

    assert words
    assert all(words)
    assert any("6" in each and "7" in each and "2014" in each for each in words)


def test_every_link_says_where_it_leads_and_is_where_its_words_are(tmp_path):
    document = is_whole(written(sample("en"), tmp_path))

    links = document.all("Link")

    assert len(links) > 30
    assert all(link.annotations and link.marks() for link in links)
    assert all(a.get_object()["/Contents"] for link in links for a in link.annotations)


def test_words_in_another_language_are_marked_and_their_translation_is_not(tmp_path):
    reader = written(one_card("Hola a todos", translation="Hello everybody"), tmp_path)

    document = is_whole(reader)

    spoken = [node for node in document.all() if node.entry.get("/Lang") == "es"]
    assert [node.role for node in spoken] == ["Span"]
    assert spoken[0].parent.role in ("LBody", "P")
    assert len(spoken[0].parent.marks()) == 2


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="needs poppler's tools")
def test_popplers_reader_of_structures_hears_the_minutes_in_order(tmp_path):
    minutes = sample("en")
    write_minutes(minutes, tmp_path / "m.pdf", paper="a4")

    read = subprocess.run(
        ["pdfinfo", "-struct-text", tmp_path / "m.pdf"], capture_output=True, check=True
    ).stdout.decode()

    heard = " ".join(re.findall(r'^ *"(.*)"$', read, re.MULTILINE))
    begins = [
        heard.find(line.text.text, heard.rfind("Agreements and decisions")) for line in minutes.agreements
    ]
    assert -1 not in begins
    assert begins == sorted(begins)
    assert "Page 1 of" not in heard
    assert read.splitlines()[0] == "Document"
