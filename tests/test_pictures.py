"""A picture is kept small, upright and without a word about where and with what it was taken."""

import datetime as dt
import io
import struct
import zlib

import pytest
from PIL import Image

from facilitator.domain.errors import InvalidInput
from facilitator.pictures import LONGEST, MOST_KEPT, prepared, scaled

RED, BLUE = (220, 30, 30), (30, 30, 220)


def a_picture(size=(400, 300), *, form="JPEG", mode="RGB", left=RED, right=BLUE, **saved) -> bytes:
    """Return a picture that is red on the left and blue on the right."""
    image = Image.new("RGB", size, right)
    image.paste(left, (0, 0, size[0] // 2, size[1]))
    stream = io.BytesIO()
    image.convert(mode).save(stream, form, **saved)
    return stream.getvalue()


def notes(orientation=1) -> Image.Exif:
    """Return a camera's notes: place, maker, the moment and how it was held."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Cámara Ejemplo"
    exif.get_ifd(0x8769)[0x9003] = "2014:02:06 09:41:12"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (12.0, 8.0, 10.0)
    return exif


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def noise(size) -> bytes:
    """Return a picture that hardly lets itself be compressed."""
    image = Image.effect_noise(size, 90).convert("RGB")
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=97)
    return stream.getvalue()


def test_a_large_photo_is_scaled_and_stays_light():
    kept = prepared(noise((4000, 3000)))

    assert kept.width <= LONGEST
    assert kept.width * 3 == kept.height * 4
    assert len(kept.content) <= MOST_KEPT
    assert opened(kept.content).size == (kept.width, kept.height)


def test_a_small_photo_keeps_its_size():
    kept = prepared(a_picture((320, 200)))

    assert (kept.width, kept.height) == (320, 200)


def test_place_maker_and_every_other_note_of_the_camera_are_gone():
    kept = prepared(a_picture(exif=notes(), comment=b"secret words"))
    image = opened(kept.content)

    assert not image.getexif()
    assert b"Ejemplo" not in kept.content
    assert b"secret" not in kept.content
    assert b"Exif" not in kept.content


def test_the_moment_is_remembered_as_the_camera_told_it():
    assert prepared(a_picture(exif=notes())).taken_at == dt.datetime(2014, 2, 6, 9, 41, 12)  # noqa: DTZ001 - the camera told no zone
    assert prepared(a_picture()).taken_at is None


@pytest.mark.parametrize(
    ("orientation", "red_at"),
    [
        (1, "left"),
        (2, "right"),
        (3, "right"),
        (4, "left"),
        (5, "top"),
        (6, "top"),
        (7, "bottom"),
        (8, "bottom"),
    ],
)
def test_a_photo_stands_upright_however_the_camera_was_held(orientation, red_at):
    kept = prepared(a_picture((400, 300), exif=notes(orientation)))
    image = opened(kept.content)
    width, height = image.size
    places = {
        "left": (10, height // 2),
        "right": (width - 10, height // 2),
        "top": (width // 2, 10),
        "bottom": (width // 2, height - 10),
    }

    red, _green, blue = image.getpixel(places[red_at])

    assert red > blue
    assert (width > height) == (orientation < 5)


@pytest.mark.parametrize(
    ("form", "mode"),
    [
        ("PNG", "RGB"),
        ("PNG", "P"),
        ("PNG", "LA"),
        ("PNG", "1"),
        ("PNG", "I;16"),
        ("GIF", "P"),
        ("BMP", "RGB"),
        ("TIFF", "CMYK"),
        ("TIFF", "RGB"),
        ("WEBP", "RGBA"),
        ("JPEG", "CMYK"),
        ("JPEG", "L"),
    ],
)
def test_usual_formats_are_taken_in(form, mode):
    kept = prepared(a_picture(form=form, mode=mode))

    assert opened(kept.content).format == "JPEG"
    assert (kept.width, kept.height) == (400, 300)


def test_what_is_transparent_becomes_white_paper():
    image = Image.new("RGBA", (50, 50), (0, 0, 0, 0))
    stream = io.BytesIO()
    image.save(stream, "PNG")

    kept = prepared(stream.getvalue())

    assert opened(kept.content).getpixel((25, 25)) == (255, 255, 255)


def a_bomb(width: int, height: int) -> bytes:
    """Return a PNG of a few hundred bytes that says it is enormous."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\x00" * 10_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "picture-unknown"),
        (b"not a picture at all", "picture-unknown"),
        (b"%PDF-1.7 named photo.jpg", "picture-unknown"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "picture-unknown"),
        (a_picture()[:900], "picture-broken"),
        (a_picture(form="PNG")[:200], "picture-broken"),
        (a_bomb(50_000, 50_000), "picture-too-large"),
        (a_bomb(4_000, 4_000), "picture-broken"),
        (b"\xff\xd8\xff" + b"\x00" * 4_000, "picture-unknown"),
    ],
)
def test_what_is_no_good_picture_is_refused_with_one_sentence(data, key):
    with pytest.raises(InvalidInput, match=key):
        prepared(data)


def test_a_file_too_heavy_is_not_even_looked_at():
    with pytest.raises(InvalidInput, match="picture-too-heavy"):
        prepared(b"\xff" * (60 * 1024 * 1024 + 1))


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
def test_nonsense_in_a_cameras_notes_does_not_keep_the_photo_out():
    data = a_picture(exif=b"Exif\x00\x00MM\x00*\xff\xff\xff\xff" + b"\x99" * 60)

    kept = prepared(data)

    assert (kept.width, kept.height) == (400, 300)
    assert kept.taken_at is None


def test_a_kept_picture_is_scaled_for_print_without_its_notes():
    small = scaled(a_picture((1600, 900), exif=notes()), 800)

    assert (small.width, small.height) == (800, 450)
    assert b"Ejemplo" not in small.content
