"""Drawings as files: PNG for slides and messages, SVG that stays sharp, with its words as text.

A drawing is a size, what it says in words for those who do not see it, and how it is painted; it knows
neither widget nor window, so that the command line draws the same.
"""

import math
import re
from base64 import b64encode
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final
from xml.sax.saxutils import quoteattr, unescape

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from exports.files import whole_file
from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass
from resources import resource

FORMATS: Final = ("png", "svg")

MOST_PIXELS: Final = 32_000_000
"""Of a PNG: what an office computer still opens; a larger drawing is made smaller as a whole."""
_LONGEST: Final = 16_000
"""Px of a side; many programs open no picture that is longer."""
_FAMILY: Final = "Atkinson Hyperlegible Next"
_FACES: Final = {
    "400": "400Regular",
    "500": "500Medium",
    "600": "600SemiBold",
    "700": "700Bold",
    "800": "800ExtraBold",
}
_ITALIC: Final = "400Regular_Italic"
"""The one italic that there is, for every weight."""
_WEIGHT: Final = re.compile(r'font-weight="(\d+)"')
_FAMILIES: Final = re.compile(r'font-family="([^"]*)"')
_MILLIMETRES: Final = re.compile(r'(?<= )width="[\d.]+mm" height="[\d.]+mm"')
"""Without a size of its own a drawing is as large as there is room."""
_TEXT: Final = re.compile(
    r'<text (?P<facts>[^>]*font-size="(?P<size>[\d.]+)" font-weight="(?P<weight>\d+)"[^>]*)>'
    r"(?P<words>[^<]*)</text>"
)
_FIGURES: Final = re.compile(r"[\d\s.,:%/+−–-]*\d[\d\s.,:%/+−–-]*")
"""Words of which every drawing sets the figures as wide as each other, which Qt does not write down."""
_AS_WIDE: Final = "style=\"font-feature-settings:'tnum'\""
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What no XML may hold."""


def _as_usual(_font: QFont) -> None:
    """Leave letters as far from each other as their face has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Something to draw, `width` by `height` px. `title` and `says` are for those who do not see it.

    `language` is the one of its words; `scale` how large a PNG is made where there is room; `letters` sets
    in a font how close its letters stand.
    """

    width: float
    height: float
    title: str
    says: str
    language: str
    paint: Callable[[QPainter], None]
    scale: float = 1.0
    letters: Callable[[QFont], None] = _as_usual


def write_drawing(drawing: Drawing, target: Path, form: str | None = None) -> None:
    """Write a drawing, whole or not at all, in the format told, else the one of the file's ending.

    Raises InvalidInput ("format-unknown") for an unknown one, CannotWrite when the target refuses.
    """
    content = encoded(drawing, form or target.suffix[1:].casefold())
    with whole_file(target) as stream:
        stream.write(content)


def encoded(drawing: Drawing, form: str) -> bytes:
    """Return a drawing as the bytes of a file. Raises InvalidInput for an unknown format."""
    if form not in FORMATS:
        raise InvalidInput("format-unknown", format=form, known=", ".join(FORMATS))
    return _svg(drawing) if form == "svg" else encoded_image(image_of(drawing))


def image_of(drawing: Drawing) -> QImage:
    """Return a drawing in pixels, smaller where it would have too many."""
    scale = min(drawing.scale, _LONGEST / max(drawing.width, drawing.height))
    scale = min(scale, math.sqrt(MOST_PIXELS / (drawing.width * drawing.height)))
    size = QSize(max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale)))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setText("Title", drawing.title)
    image.setText("Description", drawing.says)
    with QPainter(image) as painter:
        painter.scale(size.width() / drawing.width, size.height() / drawing.height)
        drawing.paint(painter)
    return image


def encoded_image(image: QImage) -> bytes:
    """Return pixels as the bytes of a PNG; it may take a while, and any thread may do it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # Qt takes the format's name as text
    return bytes(buffer.data().data())


def _svg(drawing: Drawing) -> bytes:
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    size = QSize(math.ceil(drawing.width), math.ceil(drawing.height))
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, drawing.width, drawing.height))
    generator.setTitle(_plain(drawing.title))
    generator.setDescription(_plain(drawing.says))
    with QPainter(generator) as painter:
        drawing.paint(painter)
    return _completed(bytes(buffer.data().data()).decode("utf-8", "replace"), drawing).encode()


def _plain(words: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", words)


def _completed(svg: str, drawing: Drawing) -> str:
    """Add what Qt leaves out: that it is a picture with a name, its language, and the faces of its words."""
    svg = _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", svg)
    weights = sorted(set(_WEIGHT.findall(svg)) & _FACES.keys())
    faces = "".join(_face(_FACES[weight], f"font-weight: {weight};") for weight in weights)
    if 'font-style="italic"' in svg:
        faces += _face(_ITALIC, "font-style: italic;")
    spoken = quoteattr(drawing.language)
    named = f'<svg role="img" aria-labelledby="title desc" xml:lang={spoken} lang={spoken} '
    svg = svg.replace("<svg ", named, 1)
    svg = svg.replace("<title>", '<title id="title">', 1).replace("<desc>", '<desc id="desc">', 1)
    svg = _TEXT.sub(partial(_of_its_length, drawing.letters), svg)
    svg = _FAMILIES.sub(r'font-family="\1,sans-serif"', svg)
    svg = _MILLIMETRES.sub("", svg, count=1)
    return svg.replace("<defs>", f"<defs><style>{faces}</style>", 1)


def _of_its_length(letters: Callable[[QFont], None], text: re.Match[str]) -> str:
    """Say how long a line is, so that it keeps its room where a program shows it in another face."""
    words = unescape(text["words"], {"&quot;": '"', "&#39;": "'"})
    font = QFont(_FAMILY)
    font.setPixelSize(max(1, round(float(text["size"]))))
    font.setWeight(QFont.Weight(int(text["weight"])))
    font.setItalic('font-style="italic"' in text["facts"])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    letters(font)
    told = ""
    if _FIGURES.fullmatch(words):
        font.setFeature(QFont.Tag("tnum"), 1)
        told = f"{_AS_WIDE} "
    if length := QFontMetricsF(font).horizontalAdvance(words):
        told += f'textLength="{length:.1f}" lengthAdjust="spacingAndGlyphs"'
    return f"<text {text['facts']} {told}>{text['words']}</text>"


def _face(name: str, facts: str) -> str:
    data = resource("fonts", f"AtkinsonHyperlegibleNext_{name}.ttf").read_bytes()
    source = f"url(data:font/ttf;base64,{b64encode(data).decode()}) format('truetype')"
    return f"@font-face {{ font-family: '{_FAMILY}'; {facts} src: {source}; }}"


def need_painter() -> QCoreApplication:
    """Return the program that paints, made without any screen where there is none yet: for commands."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - for commands only; the windows have theirs

    return QCoreApplication.instance() or QApplication(["facilitator", "-platform", "offscreen"])
