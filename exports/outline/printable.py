"""Photographs as documents carry them: scaled, and written anew without what came with their file."""

from typing import Final

from facilitator.domain.errors import InvalidInput
from facilitator.pictures import Picture, scaled

_LONGEST: Final = 1400
"""px: sharp at the width of a page, and a hundred photographs stay a file that can be sent."""


def printable(content: bytes) -> Picture | None:
    """Return a picture to put into a document; None for what cannot be read."""
    try:
        return scaled(content, _LONGEST)
    except InvalidInput:
        return None
