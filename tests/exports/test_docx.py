"""Minutes as DOCX, read back with a library that did not write them."""

import re
from dataclasses import replace
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.docx import write_minutes
from exports.docx.styles import FACES
from exports.outline.lawful import lawful
from facilitator.domain.documents import DocumentKind
from facilitator.domain.errors import CannotWrite, InvalidInput
from facilitator.domain.minutes import Said
from resources import resource
from tests.exports.minutes_samples import sample
from tests.exports.minutes_sizes import huge, one_card
from tests.exports.sample_days import CARDS


def written(minutes, folder, paper="letter"):
    target = folder / "minutes.docx"
    write_minutes(minutes, target, paper=paper)
    return docx.Document(str(target))


def words(document):
    return "\n".join(
        "".join(
            node.text or "" if node.tag == qn("w:t") else "\n"
            for node in paragraph.iter(qn("w:t"), qn("w:br"))
        )
        for paragraph in document.element.body.iter(qn("w:p"))
    )


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_card_agreement_reflection_and_commitment_is_in_it(tmp_path, language):
    minutes = sample(language)

    said = words(written(minutes, tmp_path))

    assert all(card[1][:60] in said for card in CARDS)
    assert all(line.text.text in said for line in minutes.agreements)
    assert all(row.code in said for row in minutes.work_plan.rows)
    assert all(each.revised_assumption.text in said for each in minutes.reflections)


def test_sections_and_sessions_are_headings_that_an_editor_lists(tmp_path):
    minutes = sample("en")

    document = written(minutes, tmp_path)

    titles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs}
    assert titles["Maintaining momentum"] == "Title"
    assert titles["1\u2002Background"] == "Heading 1"
    assert titles["11\u2002Improving the Prototype Cycle"] == "Heading 3"
    assert titles["Contents"] == "TOC Heading"


def test_the_file_says_what_it_is_in_which_language_from_when_and_by_whom(tmp_path):
    facts = written(sample("es"), tmp_path).core_properties

    assert facts.title == "Mantener el impulso. Memoria del taller"
    assert facts.author == "Paula Demo"
    assert "Managua, Nicaragua, 6 y 7 de febrero de 2014" in facts.subject
    assert "Ciclo 2013-2014" in facts.keywords
    assert (facts.language, facts.version) == ("es", "0.2")
    assert facts.created.isoformat().startswith("2014-02-12T15:30:00")


@pytest.mark.parametrize(("paper", "size"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_pages_have_the_size_asked_for_and_matrices_lie_across(tmp_path, paper, size):
    document = written(sample("en"), tmp_path, paper)

    pages = [
        (round(each.page_width.pt), round(each.page_height.pt), each.orientation)
        for each in document.sections
    ]

    upright = (*size, WD_ORIENT.PORTRAIT)
    across = (size[1], size[0], WD_ORIENT.LANDSCAPE)
    assert pages == [upright, across, upright, across, upright]


def test_every_page_but_the_first_has_a_head_and_all_say_which_they_are_of_how_many(tmp_path):
    document = written(sample("es"), tmp_path)

    first, second = document.sections[0], document.sections[1]

    assert first.different_first_page_header_footer
    assert not first.first_page_header.is_linked_to_previous or not first.first_page_header.paragraphs[0].text
    for section in (first, second):
        assert section.header.paragraphs[0].text == "Mantener el impulso. 6 y 7 de febrero de 2014\tBorrador"
        foot = section.footer._element
        codes = [field.get(qn("w:instr")).strip() for field in foot.iter(qn("w:fldSimple"))]
        assert codes == ["PAGE", "NUMPAGES"]
        assert "Página 1 de 1" in "".join(node.text for node in foot.iter(qn("w:t")))


def test_every_reference_leads_to_a_bookmark_and_no_name_is_given_twice(tmp_path):
    body = written(sample("en"), tmp_path).element.body

    names = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    links = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]

    assert len(names) == len({name.casefold() for name in names})
    assert len({mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names)
    assert links
    assert set(links) <= set(names)


def test_every_table_has_a_name_and_a_head_that_is_repeated_on_each_page(tmp_path):
    tables = [*written(sample("en"), tmp_path).element.body.iter(qn("w:tbl"))]

    assert tables
    for table in tables:
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}").get(qn("w:val"))
        heads = [
            row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.iter(qn("w:tr"))
        ]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert table.getnext().tag == qn("w:p")


def test_a_row_goes_to_the_next_page_whole_unless_it_is_as_long_as_a_page(tmp_path):
    minutes = sample("es")
    first = replace(minutes.agreements[0], text=Said("Palabra " * 500, "es"))

    document = written(replace(minutes, agreements=(first, *minutes.agreements[1:])), tmp_path)

    rows = [row._tr for table in document.tables for row in table.rows]
    broken = [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None]
    assert len(rows) > 40
    assert [len("".join(row.itertext())) > 900 for row in broken] == [True]


def test_words_in_another_language_are_marked_as_such_and_their_translation_as_one(tmp_path):
    document = written(one_card("Más frutas", "en", translation="More fruit"), tmp_path)

    runs = {
        run.text: run
        for paragraph in document.element.body.iter(qn("w:p"))
        for run in paragraph.iter(qn("w:r"))
    }

    default = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert default.get(qn("w:val")) == "en-GB"
    assert runs["Más frutas"].rPr.find(qn("w:lang")).get(qn("w:val")) == "es-NI"
    said = next(
        p
        for p in document.element.body.iter(qn("w:p"))
        if "[translation] More fruit" in "".join(p.itertext())
    )
    assert said.style == "CellTranslation"


def test_the_font_is_inside_and_whole_again_once_its_key_is_taken_off(tmp_path):
    written(sample("en"), tmp_path)

    with ZipFile(tmp_path / "minutes.docx") as archive:
        stored = archive.read("word/fonts/font1.odttf")
        table = archive.read("word/fontTable.xml").decode()

    key = bytes.fromhex(FACES[0].key.replace("-", ""))[::-1]
    clear = bytes(letter ^ key[n % 16] for n, letter in enumerate(stored[:32])) + stored[32:]
    assert clear == resource("fonts", FACES[0].file).read_bytes()
    assert f"{{{FACES[0].key}}}" in table


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=200
    )
)
def test_whatever_people_write_comes_back_as_they_wrote_it(tmp_path, text):
    said = words(written(one_card(text), tmp_path))

    assert lawful(text).replace("\t", "") in said.replace("\t", "")


def test_the_two_page_kind_is_a_document_too(tmp_path):
    minutes = sample("es", DocumentKind.AYUDA_MEMORIA)

    said = words(written(minutes, tmp_path))

    assert all(line.text.text in said for line in minutes.agreements)
    assert "Contenido" not in said


def test_thousands_of_cards_are_written_and_each_section_is_told(tmp_path):
    told = []

    write_minutes(huge(), tmp_path / "huge.docx", progress=lambda done, total: told.append((done, total)))

    assert (tmp_path / "huge.docx").stat().st_size > 100_000
    assert [done for done, _ in told] == list(range(1, told[-1][1] + 1))


def test_equal_values_give_equal_bytes(tmp_path):
    for name in ("a.docx", "b.docx"):
        write_minutes(sample("es"), tmp_path / name)

    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_what_cannot_be_written_leaves_nothing(tmp_path):
    with pytest.raises(CannotWrite, match="folder-missing"):
        write_minutes(sample(), tmp_path / "no" / "m.docx")
    with pytest.raises(InvalidInput, match="paper-unknown"):
        write_minutes(sample(), tmp_path / "m.docx", paper="a0")

    assert [*tmp_path.iterdir()] == []


def test_a_reference_to_what_is_not_in_the_document_is_only_its_label(tmp_path):
    minutes = sample("en")
    lines = tuple(replace(line, sources=(*line.sources,)) for line in minutes.agreements)
    minutes = replace(minutes, proceedings=(), agreements=lines)

    body = written(minutes, tmp_path).element.body

    names = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    assert {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} <= names
