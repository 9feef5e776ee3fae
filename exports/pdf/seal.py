"""Puts the hash of a final into the footers of its pages (`facilitator/domain/seals.py`).

It is drawn once, into a form that is not compressed and that every page shows, in a face whose codes are the
letters themselves: so the hash can be put in when the file is complete, and found without a PDF library.
"""

import io
from functools import cache
from os import SEEK_END
from typing import Any, BinaryIO, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from exports.pdf import ink
from facilitator.domain.seals import LABEL, PLACE, Seal
from resources import resource

_FORM: Final = "seal"
_SIZE: Final = 6.0


class Sealing:
    """A file that is sealed once it is written."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._seal = Seal()
        self.digest: str | None = None

    def write(self, data: bytes) -> int:
        """Write the next part."""
        self._seal.take(data)
        return self._stream.write(data)

    def finish(self) -> None:
        """Put the hash in."""
        self.digest = self._seal.digest()
        for place in self._seal.places:
            self._stream.seek(place)
            self._stream.write(self.digest.encode())
        self._stream.seek(0, SEEK_END)


@cache
def _face() -> str:
    data = resource("fonts", "AtkinsonHyperlegibleNext_400Regular.ttf").read_bytes()
    font = TTFont("Facilitator-seal", io.BytesIO(data), asciiReadable=True)
    font.face.name = type(font.face.name)(b"FacilitatorSeal-Regular")  # else it counts as the regular face
    pdfmetrics.registerFont(font)
    return str(font.fontName)


def define_seal(canvas: Any) -> None:
    """Make the form that pages show."""
    canvas.setPageCompression(0)
    canvas.beginForm(_FORM, 0, 0, 400, 12)
    canvas.setFont(_face(), _SIZE)
    canvas.setFillColor(ink.INK_2)
    canvas.drawString(0, 3, f"{LABEL} {PLACE}")
    canvas.endForm()
    canvas.setPageCompression(1)


def draw_seal(canvas: Any, x: float, baseline: float) -> None:
    """Show the hash at a place of the page."""
    canvas.saveState()
    canvas.translate(x, baseline - 3)
    canvas.doForm(_FORM)
    canvas.restoreState()
