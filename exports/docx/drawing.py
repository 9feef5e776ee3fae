"""A photograph in the text of a DOCX: where its file lies, how large it is, what it shows."""

from typing import Final

from exports.docx.marks import attribute

PICTURE_ID: Final = "rIdPicture"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU: Final = 635
"""English metric units in a twentieth of a point."""
_WIDEST: Final = 6800
_TALLEST: Final = 6800
"""Twentieths of a point: two thirds of the width of a page, so that a caption finds room below."""


def fitted(width: int, height: int, room: int) -> tuple[int, int]:
    """Return the size of a picture in the text, in twentieths of a point, for one of so many px."""
    scale = min(_WIDEST / width, _TALLEST / height, room / width)
    return max(1, round(width * scale)), max(1, round(height * scale))


def drawing(number: int, alternative: str, size: tuple[int, int]) -> str:
    """Return the run that shows the picture of this number, with what is said to those who do not see it."""
    wide, high = (each * _EMU for each in size)
    said = attribute(alternative)
    named = f'id="{number}" name="Picture {number}" descr={said}'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
        'distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:docPr {named}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
        f"<pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{PICTURE_ID}{number}"/><a:stretch><a:fillRect/></a:stretch>'
        "</pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
