"""Draws what the stage shows for a file: the same value, painted by the same painter (`painter.py`)."""

import re
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from facilitator.domain.stage import StageView
from ui.runtime.drawings import Drawing
from ui.stage.fit import tighten
from ui.stage.following import VIEW_WORDS
from ui.stage.items import Words
from ui.stage.painter import StagePainter
from ui.stage.sheet import HEIGHT
from ui.stage.words import Words as Said
from ui.theme.fonts import load_fonts

WIDTH: Final = HEIGHT * 16 / 9
"""Of a projector, in stage px; a PNG has just as many pixels."""


def stage_pages(view: StageView, width: float = WIDTH) -> int:
    """Return on how many pages a view stands at this width."""
    load_fonts()
    return len(StagePainter().scene(view, width).pages)


def stage_drawing(view: StageView, page: int = 0, width: float = WIDTH) -> Drawing:
    """Return the drawing of one page of a view, from 0, `width` stage px wide."""
    load_fonts()
    painter = StagePainter()
    scene = painter.scene(view, width)
    page = min(page, len(scene.pages) - 1)
    lines = [item.text for item in scene.pages[page] if isinstance(item, Words)]

    def paint(on: QPainter) -> None:
        painter.paint(on, QRectF(0, 0, scene.width, HEIGHT), view, width, page)

    name = Said(view.frame).say(VIEW_WORDS[_key(view)]).text
    return Drawing(
        width=scene.width,
        height=HEIGHT,
        title=name,
        says="\n".join(lines) or name,
        language=view.frame.language,
        paint=paint,
        letters=tighten,
    )


def _key(view: StageView) -> str:
    """Return the key of a view: "work_plan" of a WorkPlanView."""
    name = type(view).__name__.removesuffix("View")
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
