"""A photo lives with the database: it is stored, undone, deleted, exported and imported with its workshop."""

import datetime as dt

import pytest

from facilitator.domain.errors import InvalidInput, NotFound
from facilitator.domain.notes import MOST_CONTENT, Photo, PhotoContent
from facilitator.domain.records import Records
from facilitator.pictures import prepared
from facilitator.services.photographing import NewPhoto, plain_name
from tests import builders as make
from tests.test_pictures import a_picture, notes


class Camera:
    """A workspace with a session and a card to take photos of."""

    def __init__(self, workspace):
        self.workspace = workspace
        self.workshop = make.a_workshop(country="NI")
        self.session = make.a_session(self.workshop)
        self.board = make.a_board(self.session)
        self.card = make.a_card(self.board, "Cada mes una llamada")
        for record in (self.workshop, self.session, self.board, self.card):
            workspace.books.add(record)

    def shoot(self, data=None, **fields):
        picture = prepared(data or a_picture(exif=notes()))
        new = NewPhoto(workshop=self.workshop.id, session=self.session.id, picture=picture, **fields)
        return self.workspace.photographing.add(new)

    @property
    def photos(self):
        return self.workspace.records(self.workshop.id).where(Photo)


@pytest.fixture
def camera(workspace):
    return Camera(workspace)


def test_a_photo_is_kept_with_its_picture(camera):
    camera.shoot(of=camera.card.id, file_name="/media/phone/IMG_0001.HEIC.png")

    (photo,) = camera.photos
    content = camera.workspace.photographing.content(photo.id)

    assert (photo.session, photo.of) == (camera.session.id, camera.card.id)
    assert (photo.file_name, photo.media_type) == ("IMG_0001.HEIC.jpg", "image/jpeg")
    assert content.startswith(b"\xff\xd8")


def test_the_cameras_clock_is_read_as_the_clock_of_the_place(camera):
    camera.shoot()

    assert camera.photos[0].taken_at == dt.datetime(2014, 2, 6, 15, 41, 12, tzinfo=dt.UTC)


def test_undo_takes_photo_and_picture_back_and_redo_brings_both(camera):
    camera.shoot()
    photo = camera.photos[0].id

    camera.workspace.operations.undo()
    gone = camera.photos
    with pytest.raises(NotFound):
        camera.workspace.photographing.content(photo)
    camera.workspace.operations.redo()

    assert gone == []
    assert camera.workspace.photographing.content(photo).startswith(b"\xff\xd8")


def test_a_deleted_photo_comes_back_with_its_picture(camera):
    camera.shoot()
    photo = camera.photos[0].id
    camera.workspace.books.delete(Photo, photo)
    deleted = camera.photos

    camera.workspace.operations.undo()

    assert deleted == []
    assert camera.workspace.photographing.content(photo).startswith(b"\xff\xd8")


def test_pictures_are_not_held_in_memory_with_the_records(camera):
    records = Records()

    records.apply(camera.shoot())

    assert len(records.where(Photo)) == 1
    assert records.where(PhotoContent) == []


def test_a_photo_travels_with_its_workshop(camera, open_here, tmp_path):
    camera.shoot(caption=make.text("El muro después de votar"))
    (photo,) = camera.photos
    file = tmp_path / "taller.json"
    file.write_bytes(camera.workspace.exchange.export(camera.workshop.id))
    other = open_here(tmp_path / "other.sqlite")

    other.exchange.import_files([file])

    (arrived,) = other.records(camera.workshop.id).where(Photo)
    assert arrived.caption.text == "El muro después de votar"
    content = other.photographing.content(arrived.id)
    assert content == camera.workspace.photographing.content(photo.id)


def test_a_picture_that_a_file_brought_and_that_is_none_is_refused_when_looked_at(camera):
    photo = make.a_photo(camera.workshop)
    camera.workspace.books.add(photo)
    camera.workspace.books.add(PhotoContent(id=make.ids.new_id(), photo=photo.id, content="no base64!"))

    with pytest.raises(InvalidInput, match="picture-broken"):
        camera.workspace.photographing.content(photo.id)
    assert camera.workspace.photographing.contents(camera.workshop.id) == {}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("D:\\Fotos de Ana\\foto.png", "foto.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("evil\u202egpj.exe", "evilgpj.jpg"),
        ("", ""),
        ("a" * 400 + ".png", "a" * 120 + ".jpg"),
    ],
)
def test_of_a_files_name_only_what_is_harmless_is_kept(given, kept):
    assert plain_name(given) == kept


def test_a_picture_of_a_file_that_would_burst_every_export_is_refused(camera):
    photo = make.a_photo(camera.workshop)

    with pytest.raises(InvalidInput, match="picture-too-heavy"):
        PhotoContent(id=make.ids.new_id(), photo=photo.id, content="A" * (MOST_CONTENT + 1))
