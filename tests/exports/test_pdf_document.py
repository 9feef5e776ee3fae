"""The minutes as PDF, read back with a library that did not write them."""

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from exports.pdf import write_minutes
from exports.registry import FORMATS, writer
from facilitator.domain.errors import InvalidInput
from facilitator.domain.minutes import Annexes, Minutes
from tests.exports.minutes_samples import sample
from tests.exports.minutes_sizes import huge, tiny
from tests.exports.sample_days import CARDS


def written(minutes: Minutes, folder: Path, paper: str = "letter") -> PdfReader:
    target = folder / "minutes.pdf"
    write_minutes(minutes, target, paper=paper)
    return PdfReader(target)


def words(reader: PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


def outline_titles(reader: PdfReader) -> list[str]:
    def flat(entries):
        for entry in entries:
            if isinstance(entry, list):
                yield from flat(entry)
            else:
                yield entry.title

    return list(flat(reader.outline))


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_memoria_holds_every_card_agreement_reflection_and_commitment(tmp_path, language):
    minutes = sample(language)

    text = words(written(minutes, tmp_path))

    assert all(card[1].split(" <b>")[0][:60] in text for card in CARDS)
    assert all(line.text.text in text for line in minutes.agreements)
    assert all(row.code in text for row in minutes.work_plan.rows)
    assert all(
        each.action.text in text and each.revised_assumption.text in text for each in minutes.reflections
    )


def test_what_people_wrote_is_printed_as_written_markup_and_all(tmp_path):
    minutes = sample("es")

    text = words(written(minutes, tmp_path))

    assert "<b>for the cooperative</b> & the buyer" in text


@pytest.mark.parametrize(("paper", "size"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_the_pages_have_the_size_that_was_asked_for_and_matrices_lie_across(tmp_path, paper, size):
    reader = written(sample("en"), tmp_path, paper)

    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages}

    assert sizes == {size, (size[1], size[0])}


def test_the_file_says_what_it_is_in_which_language_from_when_and_by_whom(tmp_path):
    reader = written(sample("es"), tmp_path)

    info = reader.metadata

    assert info.title.startswith("Mantener el impulso")
    assert info.author == "Paula Demo"
    assert "Managua, Nicaragua, 6 y 7 de febrero de 2014" in info.subject
    assert info.creation_date.isoformat() == "2014-02-12T09:30:00-06:00"
    assert reader.trailer["/Root"]["/Lang"] == "es"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.page_labels[:3] == ["1", "2", "3"]


def test_every_section_and_every_session_has_a_bookmark(tmp_path):
    minutes = sample("en")

    titles = outline_titles(written(minutes, tmp_path))

    assert "5 Proceedings" in titles
    assert "A Attendance list" in titles
    for day in minutes.proceedings:
        assert all(any(session.line.title in title for title in titles) for session in day.sessions)
    assert [title for title in titles if "Reflection" in title] == ["Reflection 1", "Reflection 2"]


def test_every_face_is_embedded_and_only_with_the_letters_it_needs(tmp_path):
    reader = written(sample("en"), tmp_path)

    fonts = {str(font["/BaseFont"]): font for page in reader.pages for font in _fonts(page)}

    assert {re.sub(r"^/[A-Z]{6}\+", "", name) for name in fonts} >= {
        "AtkinsonHyperlegibleNext-Regular",
        "AtkinsonHyperlegibleNext-Bold",
        "AtkinsonHyperlegibleNext-Italic",
        "FacilitatorTabular-Regular",
    }
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts.values())
    assert all(re.match(r"/[A-Z]{6}\+", name) for name in fonts)


def _fonts(page):
    fonts = page["/Resources"]["/Font"]
    return [fonts[name].get_object() for name in fonts]


def test_every_page_says_which_it_is_of_how_many(tmp_path):
    reader = written(sample("en"), tmp_path)
    total = len(reader.pages)

    lasts = [page.extract_text() for page in reader.pages]

    assert all(f"Page {n} of {total}" in text for n, text in enumerate(lasts, start=1))


def test_the_contents_name_the_page_where_each_section_is_found(tmp_path):
    reader = written(sample("en"), tmp_path)
    pages = [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]
    starts = {
        entry.title: reader.get_destination_page_number(entry) + 1
        for entry in reader.outline
        if not isinstance(entry, list)
    }

    contents = reader.pages[1].extract_text()

    assert "Contents" in contents
    for title, page in starts.items():
        if re.match(r"(\d+|[A-E]) ", title):
            assert title.split(" ", 1)[1] in pages[page - 1]
            assert re.search(rf"\b{page}\b", contents)


def test_every_link_leads_to_a_page_of_the_document(tmp_path):
    reader = written(sample("en"), tmp_path)
    pages = {page.indirect_reference.idnum for page in reader.pages}
    named = reader.named_destinations

    links = [a.get_object() for page in reader.pages for a in page.get("/Annots", ())]

    assert len(links) > 30
    for link in links:
        target = link["/Dest"] if "/Dest" in link else link["/A"]["/D"]
        target = target.get_object() if hasattr(target, "get_object") else target
        page = named[target].page if isinstance(target, str) else target[0]
        assert page.idnum in pages


def test_sections_without_content_are_left_out_and_the_numbers_close_up(tmp_path):
    minutes = replace(sample("en"), background=None, agenda=(), cases=(), annexes=Annexes())

    titles = [title for title in outline_titles(written(minutes, tmp_path)) if re.match(r"\d+ [A-Z]", title)]

    assert titles[0] == "1 Objectives and expected outputs"
    assert not any("Background" in title or "Results by case" in title for title in titles)


def test_both_editions_of_a_workshop_have_the_same_numbering(tmp_path):
    numbers = []
    for language in ("es", "en"):
        titles = outline_titles(written(sample(language), tmp_path))
        numbers.append([found.group() for title in titles if (found := re.match(r"(\d+|[A-E])(?= )", title))])

    assert numbers[0] == numbers[1]


def test_an_original_keeps_its_language_with_the_translation_marked_beside_it(tmp_path):
    text = words(written(sample("en"), tmp_path))

    assert (
        "Una llamada al mes entre los cuatro casos [translation] One call a month between the four cases"
        in text
    )


def test_equal_values_give_equal_bytes(tmp_path):
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"

    write_minutes(sample("es"), first, paper="letter")
    write_minutes(sample("es"), second, paper="letter")

    assert first.read_bytes() == second.read_bytes()


def test_a_workshop_of_which_only_the_title_is_known_still_gives_a_document(tmp_path):
    reader = written(tiny("en"), tmp_path)

    assert len(reader.pages) == 1
    assert "Kick-off" in words(reader)


def test_progress_counts_pages_up_to_the_last(tmp_path):
    told = []

    report = write_minutes(
        sample("en"), tmp_path / "m.pdf", paper="a4", progress=lambda *each: told.append(each)
    )

    assert [done for done, _ in told] == [*range(1, report.pages + 1), report.pages]
    assert all(done <= expected for done, expected in told)
    assert told[-1] == (report.pages, report.pages)


def test_three_thousand_cards_and_three_hundred_people_are_all_there(tmp_path):
    write_minutes(huge(3000, 300), tmp_path / "m.pdf", paper="letter")

    with pypdfium2.PdfDocument(tmp_path / "m.pdf") as document:
        pages = [page.get_textpage().get_text_range() for page in document]

    text = re.sub(r"\s+", " ", " ".join(pages))
    assert len(set(re.findall(r", \d+-\d-\d", text))) == 3000
    assert all(f"Persona Ejemplo {n}" in text for n in range(300))


@pytest.mark.parametrize("paper", ["legal", "", "A4"])
def test_an_unknown_paper_is_refused_before_anything_is_written(tmp_path, paper):
    with pytest.raises(InvalidInput, match="paper-unknown"):
        write_minutes(tiny(), tmp_path / "m.pdf", paper=paper)

    assert list(tmp_path.iterdir()) == []


def test_the_registry_gives_the_writer_of_every_format_it_names(tmp_path):
    for name in FORMATS:
        report = writer(name)(tiny(), tmp_path / f"m.{name}", paper="letter")

        assert report.pages == (1 if name == "pdf" else 0)
    with pytest.raises(InvalidInput, match="format-unknown"):
        writer("papyrus")


def test_a_foot_too_long_for_a_line_stands_on_two_and_nothing_of_it_is_cut(tmp_path):
    minutes = sample()
    mark = "Draft 0.2, for comments until 19 February 2014"
    footer = "Regional Learning Alliance of Central America. Sample data, names are invented"
    cover = replace(minutes.cover, mark=mark, footer=footer)

    pages = [page.extract_text() for page in written(replace(minutes, cover=cover), tmp_path).pages]

    assert all(mark in page and "names are invented" in page for page in pages)
