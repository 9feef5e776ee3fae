"""Photographs stand two to a row with their captions; visits held stand with what was seen. Read back by pypdf."""

from dataclasses import replace

import pytest
from pypdf import PdfReader

from exports.pdf import write_minutes
from facilitator.domain.minutes import PhotoAnnex, Photograph, PhotoGroup, Said, Source, VisitAccount
from facilitator.domain.values import LooseDate
from tests.exports.minutes_samples import sample
from tests.test_pictures import a_picture, notes


def a_photograph(caption="", **fields):
    content = fields.pop("content", None) or a_picture((1600, 1200), exif=notes())
    return Photograph(content=content, caption=Said(caption, "es") if caption else None, **fields)


@pytest.fixture
def printed(tmp_path):
    """Write the sample's minutes with these photographs and visits, and read them back."""

    def write(photographs=(), visits=(), withheld=0):
        minutes = sample("es")
        groups = (PhotoGroup("Sesión 1, Apertura", None, tuple(photographs)),) if photographs else ()
        annex = PhotoAnnex(groups, withheld) if groups or withheld else None
        minutes = replace(minutes, visits=tuple(visits), annexes=replace(minutes.annexes, photographs=annex))
        target = tmp_path / "memoria.pdf"
        write_minutes(minutes, target)
        return PdfReader(target)

    return write


def text_of(reader):
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def images_of(reader):
    return [image for page in reader.pages for image in page.images]


def places_of(page):
    """Return left edge, foot, width and height of each picture on a page, in points."""
    found = []

    def visit(operator, _operands, matrix, _text_matrix):
        if operator == b"Do":
            found.append((matrix[4], matrix[5], matrix[0], matrix[3]))

    page.extract_text(visitor_operand_before=visit)
    return [place for place in found if place[3] > 100]


def test_photographs_stand_two_to_a_row_with_caption_and_time(printed):
    reader = printed(
        [
            a_photograph("El muro", taken="6 de febrero de 2014, 09:41"),
            a_photograph("El grupo"),
            a_photograph(),
        ]
    )

    page = next(page for page in reader.pages if "El muro" in page.extract_text())
    first, second, third = places_of(page)

    assert "El grupo" in page.extract_text()
    assert "6 de febrero de 2014, 09:41" in page.extract_text()
    assert first[1] == pytest.approx(second[1])
    assert first[0] + first[2] < second[0]
    assert third[1] < first[1] - first[3]
    assert first[2] / first[3] == pytest.approx(4 / 3, rel=0.01)


def test_what_the_camera_wrote_into_the_file_is_not_in_the_document(printed, tmp_path):
    reader = printed([a_photograph("El muro")])

    (image,) = images_of(reader)

    assert b"Ejemplo" not in image.data
    assert b"Exif" not in (tmp_path / "memoria.pdf").read_bytes()
    assert max(image.image.size) <= 800


def test_a_photo_taken_upright_does_not_fill_the_page(printed):
    reader = printed([a_photograph("Alta", content=a_picture((900, 3200)))])

    page = next(page for page in reader.pages if "Alta" in page.extract_text())
    (place,) = places_of(page)

    assert place[3] <= 320
    assert place[2] / place[3] == pytest.approx(900 / 3200, rel=0.02)


@pytest.mark.parametrize("content", [b"no picture", a_picture()[:700]])
def test_a_picture_that_cannot_be_read_leaves_a_frame_and_its_caption(printed, content):
    reader = printed([a_photograph("Perdida", content=content)])

    assert "Perdida" in text_of(reader)
    assert images_of(reader) == []


def test_a_hundred_photographs_are_a_file_that_can_be_sent(printed, tmp_path):
    printed([a_photograph(f"Foto {n}") for n in range(100)])

    assert (tmp_path / "memoria.pdf").stat().st_size < 12_000_000


def test_how_many_are_left_out_is_said(printed):
    text = text_of(printed([a_photograph("El muro")], withheld=2))

    assert "2 photographs are left out" in text or "2 fotograf" in text


def test_a_visit_stands_with_everything_that_was_noted(printed):
    visit = VisitAccount(
        kind="Visita de campo",
        start=LooseDate(2014, 2, 12),
        place="Jinotega <b>",
        length="150 min",
        people="Ana Ejemplo y 1 persona más",
        about=Source("Acción 2.1", None),
        subject=Said("Visitar a la cooperativa", "es"),
        accounts=(("Lo que avanzó", Said("Ya pesan en la finca", "es")),),
        next_date=LooseDate(2014, 3),
    )

    text = text_of(printed(visits=[visit]))

    for words in (
        "Visita de campo, 12 de febrero de 2014",
        "Jinotega <b>. 150 min",
        "Ana Ejemplo y 1 persona más",
        "Visitar a la cooperativa",
        "Ya pesan en la finca",
        "marzo de 2014",
    ):
        assert words in text


def test_without_visits_and_photographs_the_document_has_no_such_sections(printed):
    titles = {entry.title for entry in flat(printed().outline)}

    assert not [title for title in titles if "Photograph" in title or "Visits" in title]


def flat(outline):
    for entry in outline:
        if isinstance(entry, list):
            yield from flat(entry)
        else:
            yield entry
