"""Photographs and visits in the formats without pages: shown, described, and without what came with their file."""

from base64 import b64decode
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from exports import docx as docx_writer
from exports import html as html_writer
from exports import markdown as markdown_writer
from facilitator.domain.minutes import PhotoAnnex, Photograph, PhotoGroup, Said, VisitAccount
from facilitator.domain.values import LooseDate
from tests.exports.minutes_samples import sample
from tests.exports.opened import Page, every_byte
from tests.test_pictures import a_picture, notes


@pytest.fixture
def minutes():
    """The sample with a photograph that has a caption and notes of its camera, one without, and one broken."""
    content = a_picture((2400, 1200), exif=notes())
    photographs = (
        Photograph(
            content=content, caption=Said('El muro "grande"', "es"), taken="6 de febrero de 2014, 09:41"
        ),
        Photograph(content=content, taken="7 de febrero de 2014, 10:00"),
        Photograph(content=b"no picture", caption=Said("Rota", "es")),
    )
    visit = VisitAccount(
        kind="Visita",
        start=LooseDate(2014, 3, 12),
        place="Jinotega",
        people="Lucía Demo",
        accounts=(("Lo que vimos", Said("La cosecha empezó", "es")),),
    )
    base = sample("es")
    annex = PhotoAnnex((PhotoGroup("Sesión 1, Apertura", None, photographs),), withheld=2)
    return replace(base, visits=(visit,), annexes=replace(base.annexes, photographs=annex))


def test_html_shows_each_with_an_alternative_text_and_needs_no_other_file(minutes, tmp_path):
    html_writer.write_minutes(minutes, tmp_path / "m.html")

    page = Page((tmp_path / "m.html").read_text(encoding="utf-8"))

    pictures = page.all("img")
    shown = [Image.open(BytesIO(b64decode(each["src"].partition("base64,")[2]))) for each in pictures]
    assert page.problems == []
    assert [each["alt"].partition(": ")[2] for each in pictures] == [
        'El muro "grande"',
        "Sesión 1, Apertura, 7 de febrero de 2014, 10:00",
    ]
    assert [(image.size, image.getexif()) for image in shown] == [((1400, 700), {})] * 2
    assert "Rota" in "".join(page.words)
    assert "Jinotega" in "".join(page.words)
    assert "La cosecha empezó" in "".join(page.words)


def test_docx_shows_each_with_an_alternative_text(minutes, tmp_path):
    docx_writer.write_minutes(minutes, tmp_path / "m.docx")

    document = docx.Document(str(tmp_path / "m.docx"))

    said = [each.get("descr").partition(": ")[2] for each in document.element.body.iter(qn("wp:docPr"))]
    with ZipFile(tmp_path / "m.docx") as archive:
        stored = [Image.open(BytesIO(archive.read(f"word/media/image{n}.jpeg"))).size for n in (1, 2)]
    assert said == ['El muro "grande"', "Sesión 1, Apertura, 7 de febrero de 2014, 10:00"]
    assert stored == [(1400, 700)] * 2
    assert len(document.inline_shapes) == 2
    assert [round(shape.width / shape.height, 2) for shape in document.inline_shapes] == [2.0, 2.0]
    assert "Jinotega" in [paragraph.text for paragraph in document.paragraphs]


def test_markdown_says_what_each_shows(minutes, tmp_path):
    markdown_writer.write_minutes(minutes, tmp_path / "m.md")

    text = (tmp_path / "m.md").read_text(encoding="utf-8")

    assert text.count("El muro") == 2
    assert "7 de febrero de 2014, 10:00" in text


@pytest.mark.parametrize("writer", [docx_writer, html_writer, markdown_writer])
def test_what_the_camera_noted_is_in_no_file(minutes, tmp_path, writer):
    writer.write_minutes(minutes, tmp_path / "file")

    content = b"".join(every_byte(tmp_path / "file"))

    camera = b"mara Ejemplo"
    assert camera in a_picture(exif=notes())
    assert camera not in content
    assert b"Exif\x00" not in content
