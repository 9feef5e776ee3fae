"""Paints cards that are too small to be read: a paper each, and its badge while there is room for one."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui.theme.badges import paint_badge
from ui.theme.theme import Theme, mixed
from ui.wall.camera import Pane
from ui.wall.layout import Box
from ui.wall.state import WallState

DIMMED: Final = 0.24
BADGES_FROM: Final = 0.25
"""From this zoom on a badge can be told from another, so that colour is not all that tells kinds apart."""
_EDGES_FROM: Final = 0.1
"""From this zoom on the papers of notes have edges, so that they stand out from the ground."""
_LEAST: Final = 12
_FULL: Final = 22


class PaperPainter:
    """Paints papers in the colours of a theme, on the ground of clusters and of the board."""

    def __init__(self, theme: Theme, ground: QColor, board: QColor) -> None:
        self._theme = theme
        self._ground = ground
        self._edge = mixed(theme.card("note").ink, board, 0.3)
        self._badge = lru_cache(maxsize=64)(self._made)

    def paint(self, painter: QPainter, pane: Pane, boxes: list[Box], state: WallState) -> None:
        """Paint cards as plain papers, all of one colour in one go."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        papers: dict[tuple[str, bool], list[QRectF]] = {}
        for box in boxes:
            papers.setdefault((box.card.look, state.dims(box.card.id)), []).append(pane.to_window(box))
        for (look, faint), rects in papers.items():
            paper = self._theme.card(look).paper
            if look == "note" and not faint and pane.zoom >= _EDGES_FROM:  # two fills cost less than a stroke
                painter.setBrush(self._edge)
                painter.drawRects(rects)
                inner = [rect.adjusted(1, 1, -1, -1) for rect in rects]
            else:
                inner = rects
            painter.setBrush(mixed(paper, self._ground, DIMMED) if faint else paper)
            painter.drawRects(inner)
            if pane.zoom >= BADGES_FROM and not faint:
                self._paint_badges(painter, look, rects, pane.zoom)

    def _paint_badges(self, painter: QPainter, look: str, rects: list[QRectF], zoom: float) -> None:
        side = max(_LEAST, round(_FULL * zoom * 1.3))
        badge = self._badge(look, side, painter.device().devicePixelRatio())
        for rect in rects:  # in the middle, where the name of a cluster above does not reach
            middle = rect.center()
            painter.drawPixmap(QPointF(round(middle.x() - side / 2), round(middle.y() - side / 2)), badge)

    def _made(self, look: str, side: int, ratio: float) -> QPixmap:
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        colours = self._theme.card(look)
        with QPainter(picture) as painter:
            paint_badge(painter, QRectF(0, 0, side, side), look, solid=colours.solid, glyph=colours.glyph)
        return picture
