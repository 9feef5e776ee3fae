"""Paints what can be seen of the wall: cards while they can be read, then headings, then counts."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from facilitator.i18n import _
from ui.theme.theme import Theme, mixed
from ui.wall.camera import CARDS_FROM, COUNTS_BELOW, Pane
from ui.wall.card_paint import CardPainter
from ui.wall.layout import TRAY_PAD, Box, Layout, Words
from ui.wall.pictures import Pictures
from ui.wall.region_paint import RegionPainter, paint_ring, title_font
from ui.wall.state import WallState
from ui.wall.wrap import Wrapper

if TYPE_CHECKING:
    from facilitator.domain.ids import CardId

DIMMED: Final = 0.24
_MUCH: Final = 0.25
"""Share of the wall from which on it is quicker to paint all papers than to find those that are seen."""
_EDGES_FROM: Final = 0.1
"""From this zoom on the papers of notes have edges, so that they stand out from the ground."""
_Left: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class WallPainter:
    """Paints panes of the wall. It remembers pictures and colours until the theme changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.follow_theme()

    def follow_theme(self) -> None:
        """Take the scheme's colours and forget what was painted in others."""
        theme = self._theme
        self._cards = CardPainter(theme)
        self.words = Words(self._cards.words.lines, Wrapper(title_font(theme, 17)).lines)
        self.pictures = Pictures(self._cards)
        self.board = theme.colour("board")
        self._edge = mixed(theme.card("note").ink, self.board, 0.3)
        self._all_papers: tuple[Layout | None, frozenset[CardId] | None, _Papers] = (None, None, {})
        self._regions = RegionPainter(theme, self._cards, self.words.name)

    def paint_board(self, painter: QPainter, pane: Pane, state: WallState, clip: QRectF) -> None:
        """Paint the clusters and their cards within `clip`."""
        painter.fillRect(clip, self.board)
        area = pane.area(clip)
        regions = sorted(pane.layout.areas.within(area), key=lambda region: region.number)
        for region in regions:
            self._regions.paint(painter, pane, region, state)
        if pane.zoom >= CARDS_FROM:
            self._paint_cards(painter, pane, pane.layout.cards.within(area), state)
        elif pane.zoom >= COUNTS_BELOW:
            self._paint_papers(painter, pane, clip, state)
        if pane.zoom < CARDS_FROM:
            for region in regions:
                self._regions.heading(painter, pane, region)
        self._paint_insertion(painter, pane, state)

    def paint_tray(self, painter: QPainter, pane: Pane, state: WallState, clip: QRectF) -> None:
        """Paint the loose cards at the wall's left, and what to do with them."""
        theme = self._theme
        ground = theme.colour("canvas")
        target = state.drag.target if state.drag is not None else None
        if target is not None and target.kind == "loose":
            ground = mixed(theme.colour("focus"), ground, 0.12)
        painter.fillRect(clip, ground)
        region = pane.layout.regions[0]
        top = -float(pane.scroll_y)
        heading = QRectF(TRAY_PAD, top + 14, pane.width - 2 * TRAY_PAD, 24)
        painter.setPen(theme.colour("ink"))
        painter.setFont(title_font(theme, 17))
        painter.drawText(heading, _Left, _("Not clustered"))
        painter.setPen(theme.colour("ink_2"))
        painter.setFont(theme.font("body", tabular=True))
        painter.drawText(
            heading, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(len(region.boxes))
        )
        painter.setPen(theme.colour("ink_3"))
        painter.setFont(theme.font("meta"))
        hint = (
            _("Drag to a cluster, or press M and type its name")
            if region.boxes
            else _("Every card is in a cluster")
        )
        room = QRectF(TRAY_PAD, top + 42, pane.width - 2 * TRAY_PAD, 40)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, hint)
        self._paint_cards(painter, pane, pane.layout.cards.within(pane.area(clip)), state)
        self._paint_insertion(painter, pane, state)
        painter.fillRect(QRectF(pane.width - 1, clip.top(), 1, clip.height()), theme.colour("line"))
        self._scroll_sign(painter, pane)

    def paint_drag(self, painter: QPainter, boxes: list[Box], state: WallState, zoom: float) -> None:
        """Paint the dragged cards under the pointer: the first on top, lifted, with how many they are."""
        drag = state.drag
        if drag is None or not boxes:
            return
        corner = drag.at - drag.grip
        for number, box in reversed(list(enumerate(boxes[:3]))):
            at = corner + QPointF(7, 7) * number
            shadow = QColor(0, 0, 0, 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shadow)
            for spread in (2, 5, 9):
                grown = QRectF(at.x(), at.y() + 6, box.w * zoom, box.h * zoom)
                painter.drawRoundedRect(grown.adjusted(-spread, -spread, spread, spread), 8, 8)
            self.pictures.draw(painter, box, at.x(), at.y(), zoom)
        if len(drag.cards) > 1:
            self._bubble(painter, corner, str(len(drag.cards)))

    def paint_lasso(self, painter: QPainter, lasso: QRectF) -> None:
        """Paint the rectangle that selects."""
        colour = self._theme.colour("focus")
        fill = QColor(colour)
        fill.setAlphaF(0.12)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(fill)
        painter.drawRect(lasso)

    # Cards

    def _paint_cards(self, painter: QPainter, pane: Pane, boxes: list[Box], state: WallState) -> None:
        zoom = pane.zoom
        dragged = frozenset(state.drag.cards) if state.drag is not None else frozenset()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for box in boxes:
            key = box.card.id
            x = box.x * zoom - pane.scroll_x + pane.left
            y = box.y * zoom - pane.scroll_y
            faint = key in dragged or state.dims(key)
            if faint:
                painter.setOpacity(DIMMED)
            self.pictures.draw(painter, box, x, y, zoom)
            if faint:
                painter.setOpacity(1.0)
            self._paint_marks(painter, QRectF(x, y, box.w * zoom, box.h * zoom), key, state)

    def _paint_marks(self, painter: QPainter, rect: QRectF, key: object, state: WallState) -> None:
        radius = self._theme.radius("card")
        chosen = key in state.selected
        current = state.current is not None and state.current.key == key and state.focused and state.by_key
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 3))
            painter.drawRoundedRect(rect.adjusted(-3.5, -3.5, 3.5, 3.5), radius + 3, radius + 3)
        elif key == state.hover:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.card("note").ink, 1.4))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if current and not chosen:
            paint_ring(painter, self._theme.colour("focus"), rect, radius, dotted=True)
        elif current and len(state.selected) > 1:
            pen = QPen(self._theme.colour("ink"), 1.5, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(2.5, 2.5, -2.5, -2.5), radius, radius)

    def _paint_papers(self, painter: QPainter, pane: Pane, clip: QRectF, state: WallState) -> None:
        """Paint cards that cannot be read as plain papers, all of one colour in one go."""
        zoom, layout = pane.zoom, pane.layout
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.translate(pane.left - pane.scroll_x, -pane.scroll_y)
        painter.scale(zoom, zoom)
        edge = QPen(self._edge, 1)
        edge.setCosmetic(True)
        for (look, faint), rects in self._papers(pane, clip, state).items():
            paper = self._cards.paper(look)
            edged = look == "note" and not faint and zoom >= _EDGES_FROM
            painter.setPen(edge if edged else Qt.PenStyle.NoPen)
            painter.setBrush(mixed(paper, self._regions.ground, DIMMED) if faint else paper)
            painter.drawRects(rects)
        painter.restore()
        for key in state.selected:
            box = layout.boxes.get(key)
            if box is not None:
                self._paint_marks(painter, pane.to_window(box), key, state)

    def _papers(self, pane: Pane, clip: QRectF, state: WallState) -> Mapping[tuple[str, bool], list[QRectF]]:
        """Return the papers to paint: all of them, made once, when a good part of the wall is seen."""
        layout = pane.layout
        seen = clip.width() * clip.height()
        if seen < _MUCH * layout.width * layout.height * pane.zoom**2:
            return _by_look(layout.cards.within(pane.area(clip)), state)
        if self._all_papers[0] is not layout or self._all_papers[1] != state.passing:
            self._all_papers = (layout, state.passing, _by_look(layout.boxes.values(), state))
        return self._all_papers[2]

    def _paint_insertion(self, painter: QPainter, pane: Pane, state: WallState) -> None:
        """Show before which card the dragged ones would go."""
        target = state.drag.target if state.drag is not None else None
        box = pane.layout.boxes.get(target.before) if target is not None and target.before else None
        if box is not None:
            rect = pane.to_window(box)
            bar = QRectF(rect.x() - 7, rect.y(), 4, rect.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("focus"))
            painter.drawRoundedRect(bar, 2, 2)

    # Small parts

    def _bubble(self, painter: QPainter, corner: QPointF, words: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens_colour("light", "ink"))
        bubble = QRectF(corner.x() - 12, corner.y() - 12, 28, 24)
        painter.drawRoundedRect(bubble, 12, 12)
        painter.setPen(self._theme.tokens_colour("light", "surface"))
        painter.setFont(self._theme.font("meta", weight=700, tabular=True))
        painter.drawText(bubble, Qt.AlignmentFlag.AlignCenter, words)

    def _scroll_sign(self, painter: QPainter, pane: Pane) -> None:
        """Show how far the tray is scrolled, when it can be."""
        if not pane.most_y:
            return
        whole = pane.height
        size = max(32.0, whole * whole / (whole + pane.most_y))
        y = (whole - size) * pane.scroll_y / pane.most_y
        colour = QColor(self._theme.colour("line_strong"))
        colour.setAlphaF(0.55)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(pane.width - 8, y + 2, 5, size - 4), 2.5, 2.5)


_Papers = dict[tuple[str, bool], list[QRectF]]


def _by_look(boxes: Iterable[Box], state: WallState) -> _Papers:
    papers: _Papers = {}
    for box in boxes:
        papers.setdefault((box.card.look, state.dims(box.card.id)), []).append(
            QRectF(box.x, box.y, box.w, box.h)
        )
    return papers
