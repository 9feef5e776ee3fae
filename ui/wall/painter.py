"""Paints what can be seen of the wall: cards while they can be read, then headings, then counts."""

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPaintDevice, QPainter, QPen, QPixmap

from facilitator.i18n import _, language
from ui.theme.theme import Theme, mixed
from ui.wall.camera import CARDS_FROM, COUNTS_BELOW, Pane
from ui.wall.card_paint import CardPainter
from ui.wall.layout import TRAY_HEAD, TRAY_PAD, Box, Layout, Region, Words
from ui.wall.papers import DIMMED, PaperPainter
from ui.wall.pictures import FRAME_BUDGET, MOST_BESIDE, Pictures
from ui.wall.region_paint import RegionPainter, paint_ring, title_font
from ui.wall.state import Drag, WallState
from ui.wall.tiles import Place, Source, Stamp, Tiles
from ui.wall.wrap import Wrapper

MOST_HELD: Final = 3
"""Cards that are painted under the pointer, however many are carried."""
_LIFT: Final = 16
"""Room in px around carried cards for their shadow and their number."""
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
        written = self._cards.words
        self.words = Words(written.lines, Wrapper(title_font(theme, 17)).lines, written.counts)
        self.pictures = Pictures(self._cards, FRAME_BUDGET, MOST_BESIDE)
        """Those of the loose cards beside the board."""
        self._for_squares = Pictures(self._cards)
        self.board = theme.colour("board")
        self.tiles = Tiles(self.board)
        self._held: tuple[object, QPixmap] | None = None
        self._regions = RegionPainter(theme, self._cards, self.words.name)
        self._papers = PaperPainter(theme, self._regions.ground, self.board)

    def paint_board(self, painter: QPainter, pane: Pane, state: WallState, clips: Sequence[QRectF]) -> bool:
        """Paint clusters and cards within `clips`: squares kept before, and over them what goes on.

        Returns whether no square had to be made for it.
        """
        region = painter.clipRegion()
        ready = self.tiles.draw(painter, pane, clips, self._squares(painter.device(), pane, state))
        painter.setClipRegion(region)
        clip = reduce(QRectF.united, clips)
        for lively in self._lively(pane.layout, state):
            self._regions.paint_lively(painter, pane, lively, state, clip)
        if pane.zoom < CARDS_FROM:
            self._mark_selected(painter, pane, state, clip)
        else:
            self._paint_lively_cards(painter, pane, state, clip)
        self._paint_insertion(painter, pane, state)
        return ready

    def prepare_board(self, device: QPaintDevice, pane: Pane, state: WallState, towards: Place) -> bool:
        """Make squares that will be wanted when the board is moved on; return whether all are there."""
        return self.tiles.prepare(pane, self._squares(device, pane, state), towards)

    def _squares(self, device: QPaintDevice, pane: Pane, state: WallState) -> Source:
        stamp = Stamp(pane.layout, pane.zoom, device.devicePixelRatio(), state.passing, language())
        still = WallState(passing=state.passing)
        return Source(stamp, lambda painter, part, whole: self._still(painter, part, still, whole))

    def paint_tray(self, painter: QPainter, pane: Pane, state: WallState, clip: QRectF) -> None:
        """Paint the loose cards at the wall's left, and what to do with them."""
        theme = self._theme
        ground = theme.colour("canvas")
        painter.fillRect(clip, ground)
        target = state.drag.target if state.drag is not None else None
        if target is not None and target.kind == "loose":
            painter.fillRect(pane.head(TRAY_HEAD), mixed(theme.colour("focus"), ground, 0.16))
        region = pane.layout.regions[0]
        top = -float(pane.scroll_y)
        heading = QRectF(TRAY_PAD, top + 14, pane.width - 2 * TRAY_PAD, 24)
        painter.setPen(theme.colour("ink"))
        painter.setFont(title_font(theme, 17))
        painter.drawText(heading, _Left, _("Not clustered"))
        painter.setPen(theme.colour("ink_2"))
        painter.setFont(theme.font("body", tabular=True))
        painter.drawText(
            heading, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(len(region.cards))
        )
        painter.setPen(theme.colour("ink_3"))
        painter.setFont(theme.font("meta"))
        hint = (
            _("Drag to a cluster, or press M and type its name")
            if region.cards
            else _("Every card is in a cluster")
        )
        room = QRectF(TRAY_PAD, top + 42, pane.width - 2 * TRAY_PAD, 40)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, hint)
        boxes = pane.layout.within(pane.area(clip))
        self._paint_cards(painter, pane, boxes, state, self.pictures)
        for box in boxes:
            self._paint_marks(painter, pane.to_window(box), box.card.id, state)
        self._paint_insertion(painter, pane, state)
        painter.fillRect(QRectF(pane.width - 1, clip.top(), 1, clip.height()), theme.colour("line"))
        self._scroll_sign(painter, pane)

    def paint_drag(self, painter: QPainter, boxes: list[Box], drag: Drag, zoom: float) -> None:
        """Paint the dragged cards under the pointer: the first ones, lifted, with how many they are."""
        if not boxes:
            return
        ratio = painter.device().devicePixelRatio()
        stamp = (tuple(box.card for box in boxes), len(drag.cards), zoom, ratio)
        if self._held is None or self._held[0] != stamp:
            self._held = (stamp, self._hold(boxes, len(drag.cards), zoom, ratio))
        painter.drawPixmap(drag.at - drag.grip - QPointF(_LIFT, _LIFT), self._held[1])

    def paint_held(self, painter: QPainter, region: Region, rect: QRectF) -> None:
        """Paint the dragged cluster under the pointer."""
        self._regions.held(painter, rect, region)

    def _hold(self, boxes: list[Box], count: int, zoom: float, ratio: float) -> QPixmap:
        """Paint the dragged cards once, to be carried as one picture."""
        sizes = [
            QRectF(0, 0, box.w * zoom, box.h * zoom).translated(7 * n, 7 * n) for n, box in enumerate(boxes)
        ]
        whole = reduce(QRectF.united, sizes).size() + QSizeF(2 * _LIFT, 2 * _LIFT)
        picture = QPixmap((whole * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(_LIFT, _LIFT)
            for box, size in reversed(list(zip(boxes, sizes, strict=False))):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(0, 0, 0, 16))
                for spread in (2, 5, 9):
                    grown = size.translated(0, 6).adjusted(-spread, -spread, spread, spread)
                    painter.drawRoundedRect(grown, 8, 8)
                self._for_squares.draw(painter, box, size.topLeft(), zoom)
            if count > 1:
                self._bubble(painter, QPointF(0, 0), str(count))
        return picture

    def paint_lasso(self, painter: QPainter, lasso: QRectF) -> None:
        """Paint the rectangle that selects."""
        colour = self._theme.colour("focus")
        fill = QColor(colour)
        fill.setAlphaF(0.12)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(fill)
        painter.drawRect(lasso)

    # Cards

    def _paint_cards(
        self, painter: QPainter, pane: Pane, boxes: list[Box], state: WallState, of: Pictures
    ) -> None:
        zoom = pane.zoom
        dragged = state.drag.held if state.drag is not None else frozenset()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for box in boxes:
            key = box.card.id
            x = box.x * zoom - pane.scroll_x + pane.left
            y = box.y * zoom - pane.scroll_y
            faint = key in dragged or state.dims(key)
            if faint:
                painter.setOpacity(DIMMED)
            of.draw(painter, box, QPointF(x, y), zoom)
            if faint:
                painter.setOpacity(1.0)

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

    def _still(self, painter: QPainter, pane: Pane, state: WallState, clip: QRectF) -> None:
        """Paint a part of the board as it is while nobody does anything."""
        painter.fillRect(clip, self.board)
        area = pane.area(clip)
        regions = sorted(pane.layout.areas.within(area), key=lambda region: region.number)
        for region in regions:
            self._regions.paint(painter, pane, region, clip)
        if pane.zoom >= CARDS_FROM:
            self._paint_cards(painter, pane, pane.layout.within(area), state, self._for_squares)
            return
        if pane.zoom >= COUNTS_BELOW:
            self._papers.paint(painter, pane, pane.layout.within(area), state)
        for region in regions:
            self._regions.heading(painter, pane, region)

    @staticmethod
    def _lively(layout: Layout, state: WallState) -> Iterator[Region]:
        """Yield the regions where something goes on: cards are held over one, the keyboard is at one."""
        target = state.drag.target if state.drag is not None else None
        if target is not None and (region := layout.find(*target[:2])) is not None:
            yield region
        spot = state.current
        if spot is not None and spot.kind != "card" and (region := layout.find(*spot)) is not None:
            yield region

    def _paint_lively_cards(self, painter: QPainter, pane: Pane, state: WallState, clip: QRectF) -> None:
        """Paint the cards that are carried faintly where they were, and mark those that are chosen."""
        held = state.drag.held if state.drag is not None else frozenset()
        lively = {state.hover, state.current.key if state.current is not None else None}
        if not held and not state.selected and lively == {None}:
            return
        near = pane.layout.within(pane.area(clip.adjusted(-8, -8, 8, 8)))
        for box in (each for each in near if each.card.id in held):
            shown = pane.to_window(box).adjusted(-2, -2, 2, 2)
            painter.fillRect(shown, self._regions.ground_of(pane.layout.regions[box.region]))
            self._paint_cards(painter, pane, [box], state, self._for_squares)
        for box in near:
            if box.card.id in state.selected or box.card.id in lively:
                self._paint_marks(painter, pane.to_window(box), box.card.id, state)

    def _mark_selected(self, painter: QPainter, pane: Pane, state: WallState, clip: QRectF) -> None:
        """Frame the selected cards, however many they are."""
        boxes = filter(None, map(pane.layout.box, state.selected))
        rects = [rect for box in boxes if (rect := pane.to_window(box)).intersects(clip)]
        if rects:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRects(rects)

    def _paint_insertion(self, painter: QPainter, pane: Pane, state: WallState) -> None:
        """Show before which card the dragged ones would go."""
        target = state.drag.target if state.drag is not None else None
        box = pane.layout.box(target.before) if target is not None else None
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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(pane.width - 8, y + 2, 5, size - 4), 2.5, 2.5)
