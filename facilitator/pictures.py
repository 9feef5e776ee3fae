"""Pictures from cameras, files and the clipboard, made small and harmless before anybody keeps them.

Whatever comes in is decoded, turned upright, brought to sRGB, scaled and written anew as JPEG: so no place,
no camera, no hidden thumbnail and no broken byte of the original is left. Pillow does the decoding; it is
imported when the first picture comes.
"""

import datetime as dt
import io
from typing import TYPE_CHECKING, Any, Final

from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass

if TYPE_CHECKING:
    from PIL.Image import Image

MEDIA_TYPE: Final = "image/jpeg"
MOST_BYTES: Final = 60 * 1024 * 1024
"""Of a file that is looked at; a photo of the largest telephones has 40 MB."""
MOST_PIXELS: Final = {"JPEG": 250_000_000, "MPO": 250_000_000}
"""JPEG is decoded at a fraction of its size, so that a large one costs little."""
_MOST_PIXELS: Final = 64_000_000
"""Of any other format, which must be decoded whole: 200 MB of memory."""

LONGEST: Final = 1920
"""px of the longer side of what is kept: handwriting on a wall of cards can still be read."""
MOST_KEPT: Final = 500_000
"""Bytes of what is kept."""
_QUALITIES: Final = (86, 78, 68, 56)
_FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "MPO")
_TAKEN: Final = 0x9003
_TAKEN_OFFSET: Final = 0x9011
_EXIF: Final = 0x8769


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is kept: JPEG bytes, size in px, and when the camera says it was taken.

    `taken_at` has a zone only where the camera told one.
    """

    content: bytes
    width: int
    height: int
    taken_at: dt.datetime | None = None


def prepared(data: bytes) -> Picture:
    """Return a picture as it may be kept. Raises InvalidInput for what is none or is too large."""
    image = _opened(data)
    try:
        taken_at = _taken_at(image)
        image = _upright(image, LONGEST)
        content = _written(image)
    except InvalidInput:
        raise
    except Exception as error:  # decoders fail in many ways on what only looks like a picture
        raise InvalidInput("picture-broken") from error
    return Picture(content, image.width, image.height, taken_at)


def scaled(data: bytes, longest: int) -> Picture:
    """Return a kept picture no longer than `longest` px on its longer side, written anew as JPEG.

    What came from elsewhere is not trusted to have been prepared. Raises InvalidInput.
    """
    image = _opened(data)
    try:
        image = _upright(image, longest)
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=82)
    except Exception as error:  # decoders fail in many ways on what only looks like a picture
        raise InvalidInput("picture-broken") from error
    return Picture(stream.getvalue(), image.width, image.height)


def size_of(data: bytes) -> tuple[int, int]:
    """Return width and height in px of a picture that stands upright, without decoding it.

    Raises InvalidInput.
    """
    image = _opened(data)
    width, height = image.size
    return (height, width) if _orientation(image) >= 5 else (width, height)


def _opened(data: bytes) -> "Image":
    """Look at a picture's head, before anything large is decoded. Raises InvalidInput."""
    from PIL import Image  # noqa: PLC0415 - not before there is a picture

    if len(data) > MOST_BYTES:
        raise InvalidInput("picture-too-heavy", limit=MOST_BYTES // (1024 * 1024))
    # Our own bound follows below; Pillow's would be a warning on some sizes and an error on others.
    Image.MAX_IMAGE_PIXELS = None
    try:
        image = Image.open(io.BytesIO(data), formats=_FORMATS)
    except Exception as error:  # decoders fail in many ways on what only looks like a picture
        raise InvalidInput("picture-unknown") from error
    most = MOST_PIXELS.get(image.format or "", _MOST_PIXELS)
    if image.width * image.height > most:
        raise InvalidInput("picture-too-large", width=image.width, height=image.height)
    if image.width < 1 or image.height < 1:
        raise InvalidInput("picture-broken")
    return image


def _upright(image: "Image", longest: int) -> "Image":
    """Decode, scale and turn a picture as the camera meant it, on white where it is transparent."""
    from PIL import Image  # noqa: PLC0415 - not before there is a picture

    image.draft("RGB", (longest, longest))
    profile = image.info.get("icc_profile")
    orientation = _orientation(image)
    if image.mode not in {"RGB", "L"}:
        image = image.convert("RGBA")
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=3.0)
    if image.mode == "RGBA":
        ground = Image.new("RGB", image.size, "white")
        ground.paste(image, mask=image.getchannel("A"))
        image = ground
    image = _in_srgb(image.convert("RGB"), profile)
    method = _TURNS.get(orientation)
    image = image.transpose(Image.Transpose(method)) if method is not None else image
    image.info = {}  # what came with the file: notes, profile, comments
    return image


_TURNS: Final = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}
"""Pillow's way to turn a picture for each orientation that a camera may write down (EXIF 274)."""


def _orientation(image: "Image") -> int:
    try:
        return int(image.getexif().get(0x0112, 1))
    except Exception:  # noqa: BLE001 - a camera's notes may be nonsense; the picture is not
        return 1


def _in_srgb(image: "Image", profile: Any) -> "Image":
    """Bring a telephone's wide colours to the ones that screens and printers expect."""
    if not isinstance(profile, bytes):
        return image
    from PIL import ImageCms  # noqa: PLC0415 - few pictures bring a profile

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, target, outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image


def _written(image: "Image") -> bytes:
    """Write a picture as JPEG, coarser or smaller until it is light enough."""
    while True:
        for quality in _QUALITIES:
            stream = io.BytesIO()
            image.save(stream, "JPEG", quality=quality, optimize=True)
            if len(stream.getvalue()) <= MOST_KEPT:
                return stream.getvalue()
        image.thumbnail((image.width * 3 // 4, image.height * 3 // 4))


def _taken_at(image: "Image") -> dt.datetime | None:
    """Return when the camera says the picture was taken, if it says so in a way that can be read."""
    try:
        notes = image.getexif().get_ifd(_EXIF)
        words = (str(notes.get(_TAKEN, "")), str(notes.get(_TAKEN_OFFSET, "")))
    except Exception:  # noqa: BLE001 - a camera's notes may be nonsense; the picture is not
        return None
    for form, text in (("%Y:%m:%d %H:%M:%S%z", "".join(words)), ("%Y:%m:%d %H:%M:%S", words[0])):
        try:
            return dt.datetime.strptime(text, form)  # noqa: DTZ007 - the camera's own clock may tell no zone
        except ValueError:
            continue
    return None
