"""A photograph on the page: scaled to its column, printed anew without anything that came with its file."""

import io
from typing import TYPE_CHECKING, Any, Final

from reportlab.lib.utils import ImageReader

from exports.pdf.blocks import Block
from exports.pdf.ink import HAIR, LINE, PLANE
from exports.pdf.tags import Element, alternative
from facilitator.domain.errors import InvalidInput
from facilitator.pictures import scaled, size_of

if TYPE_CHECKING:
    from exports.pdf.page import Page

_DOTS_A_POINT: Final = 200 / 72
"""200 dots an inch: sharp in print, and a hundred photos stay a file that can be sent."""
_TALLEST: Final = 1.25
"""Height of a plate at most, as a share of its width: a photo taken upright does not fill the page."""


class Plate(Block):
    """One picture as wide as its column; what cannot be read leaves an empty frame."""

    def __init__(self, content: bytes, shows: str) -> None:
        self._content = content
        self._shows = shows
        self.is_broken = False
        try:
            self._size = size_of(content)
        except InvalidInput:
            self._size = (4, 3)
            self.is_broken = True

    def wrap(self, width: float) -> float:
        """Return the height of the picture in a column `width` wide, in points."""
        wide, high = self._size
        self._width = width
        self.height = min(width * high / wide, width * _TALLEST)
        return self.height

    def draw(self, page: "Page", x: float, top: float) -> None:
        """Draw the picture whole, over the beginning of its caption."""
        wide, high = self._size
        width = min(self._width, self.height * wide / high)
        left, foot = x, top - self.height
        canvas = page.canvas
        figure = Element("Figure", alternative(self._shows))
        with page.tags.artifact() if self.is_broken else page.tags.marked(figure):
            self._print(canvas, left, foot, width)

    def _print(self, canvas: Any, left: float, foot: float, width: float) -> None:
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(HAIR)
        canvas.setFillColor(PLANE)
        canvas.rect(left, foot, width, self.height, stroke=1, fill=int(self.is_broken))
        if self.is_broken:
            return
        longest = round(max(width, self.height) * _DOTS_A_POINT)
        try:
            printed = scaled(self._content, longest).content
        except InvalidInput:  # its head told a size, the rest is damaged
            return
        canvas.drawImage(ImageReader(io.BytesIO(printed)), left, foot, width, self.height)
