"""Photos and visits go the whole way: from the records through a file into the minutes that are printed."""

import datetime as dt

import pytest
from pypdf import PdfReader

from facilitator.domain.agenda import Session
from facilitator.domain.ids import new_id
from facilitator.domain.notes import Photo
from facilitator.domain.people import ConsentKind, Person
from facilitator.domain.plans import FollowUp, FollowUpKind, WorkItem
from facilitator.domain.values import Text
from facilitator.pictures import prepared
from facilitator.services.photographing import NewPhoto
from tests import builders as make
from tests.test_pictures import a_picture, notes


@pytest.fixture
def pictured(example_workspace, example):
    """Give the example two photos, one of them of somebody who did not agree, and a visit."""
    records = example_workspace.records(example)
    session, person = records.where(Session)[0], records.where(Person)[0]
    picture = prepared(a_picture((1600, 1200), exif=notes()))
    for caption in ("El muro", "El retrato de grupo"):
        new = NewPhoto(
            workshop=example,
            picture=picture,
            session=session.id,
            caption=Text(caption, "es"),
            file_name="a.png",
        )
        example_workspace.photographing.add(new)
    group = example_workspace.records(example).where(Photo)[1]
    example_workspace.books.edit(Photo, group.id, people=(person.id,))
    example_workspace.books.add(
        make.a_consent(person, ConsentKind.PHOTO, given=False, on=dt.date(2014, 2, 7))
    )
    item = records.where(WorkItem, workshop=example)[0]
    visit = FollowUp(
        id=new_id(),
        work_item=item.id,
        kind=FollowUpKind.FIELD_VISIT,
        date=dt.date(2014, 2, 5),
        advanced=Text("Ya pesan en la finca", "es"),
    )
    example_workspace.books.add(visit)
    return example_workspace


def text_and_images(path):
    reader = PdfReader(path)
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    return text, [image for page in reader.pages for image in page.images]


def test_the_memoria_shows_what_everybody_agreed_to(pictured, held, run, tmp_path):
    target = tmp_path / "memoria.pdf"

    status, _said, _complained = run(*held, "minutes", "ws-2", "-o", target, "--language", "es")

    text, images = text_and_images(target)
    assert status == 0
    assert len(images) == 1
    assert "El muro" in text
    assert "El retrato de grupo" not in text
    assert "Ya pesan en la finca" in text
    assert b"Ejemplo" not in images[0].data


def test_photos_come_through_a_file_into_the_minutes_of_another_laptop(pictured, held, run, tmp_path):
    file, other, target = tmp_path / "taller.json", tmp_path / "other.sqlite", tmp_path / "memoria.pdf"

    run(*held, "export", "ws-2", "-o", file)
    imported, _said, complained = run("--database", other, "import", file)
    run("--database", other, "minutes", "ws-2", "-o", target, "--language", "es")

    text, images = text_and_images(target)
    assert imported == 0, complained
    assert len(images) == 1
    assert "El muro" in text
