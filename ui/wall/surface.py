"""The wall as seen in a window: tray and board, what lies where, and the way from one spot to the next."""

import math
from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt

from facilitator.domain.ids import CardId, ClusterId
from ui.presenters.cards import WallView, family
from ui.wall.blocks import GAP, Blocks
from ui.wall.camera import CARDS_FROM, Pane
from ui.wall.index import Area, Boxed
from ui.wall.layout import (
    PAD,
    TRAY_HEAD,
    TRAY_PAD,
    Box,
    Layout,
    Region,
    Words,
    board_width,
    lay_board,
    lay_tray,
)
from ui.wall.state import NEW, Drag, Spot, Target, WallState

TRAY: Final = 236
TRAY_COMPACT: Final = 212
_WIDE_TRAY_FROM: Final = 24
"""Loose cards from which the tray takes a second column, where the window has the room."""

_NARROWEST: Final = 260
"""Width in px that the board is laid for at least: one column."""

_TOO_HIGH: Final = 1.1
"""How much higher than the window's shape a wide board may be before it is laid again."""

HELD: Final = (240.0, 44.0)
"""Width and height in px of a cluster that is carried."""

_Key = Qt.Key
DIRECTIONS: Final = {
    _Key.Key_Left: (-1, 0),
    _Key.Key_Right: (1, 0),
    _Key.Key_Up: (0, -1),
    _Key.Key_Down: (0, 1),
}


class Surface:
    """Lays a board for a window and answers what is where. It knows no widget."""

    def __init__(self) -> None:
        self.view = WallView()
        self.state = WallState()
        self.tray = Pane()
        self.board = Pane()
        self.compact = False
        self._blocks = Blocks()
        self._words: Words | None = None

    # Laying

    @property
    def has_tray(self) -> bool:
        """Whether loose cards lie at the left; before there are clusters they have the whole wall."""
        return bool(self.view.clusters) and not self.view.whole

    def lay(self, view: WallView, width: float, height: float, words: Words) -> None:
        """Lay a board for a window of `width` by `height` px; zoom and scrolling stay as near as they can."""
        self.view = view
        if words is not self._words:
            self._words = words
            self._blocks.clear()
        self._blocks.begin()
        tray = self._tray_width(width) if self.has_tray else 0
        self.tray.width, self.tray.height = tray, height
        self.board.left, self.board.width, self.board.height = tray, width - tray, height
        self.tray.layout = lay_tray(view, tray, words, self._blocks) if tray else Layout()
        wide = board_width(view, max(_NARROWEST, width - tray), height, words)
        self.board.layout = self._lay_board(wide, words)
        for pane in (self.tray, self.board):
            pane.scroll_to(pane.scroll_x, pane.scroll_y)
        self._forget_gone()

    def _lay_board(self, wide: float, words: Words) -> Layout:
        """Lay the board; one that was made wide to be seen at once gets the shape of the window."""
        loose = not self.view.clusters
        layout = lay_board(self.view, wide, words, loose=loose, known=self._blocks)
        board = self.board
        if wide > board.width > 0 and layout.height * board.width > _TOO_HIGH * layout.width * board.height:
            shape = layout.height * board.width / (layout.width * board.height)
            wide *= math.sqrt(shape)
            layout = lay_board(self.view, wide, words, loose=loose, known=self._blocks)
        return layout

    def _tray_width(self, width: float) -> float:
        one = TRAY_COMPACT if self.compact else TRAY
        if len(self.view.loose) >= _WIDE_TRAY_FROM and width >= 1500:
            return 2 * one - TRAY_PAD - (TRAY_PAD - GAP)
        return one

    def _forget_gone(self) -> None:
        state = self.state
        state.select(key for key in state.selected if self.box(key) is not None)
        if state.current is not None and self.area_of(state.current) is None:
            state.current = None
        if self.box(state.anchor) is None:
            state.anchor = None

    # What is where

    def panes(self) -> Iterator[Pane]:
        """Yield the tray, if there is one, and the board."""
        if self.has_tray:
            yield self.tray
        yield self.board

    def pane_at(self, point: QPointF) -> Pane:
        """Return the part of the window under a point."""
        return self.tray if self.has_tray and point.x() < self.tray.width else self.board

    def box_at(self, point: QPointF) -> Box | None:
        """Return the card under a point of the window."""
        pane = self.pane_at(point)
        return pane.layout.at(*pane.to_wall(point))

    def region_at(self, point: QPointF) -> Region | None:
        """Return the region under a point of the window; anywhere on the tray is its region."""
        pane = self.pane_at(point)
        if pane is self.tray:
            return pane.layout.regions[0]
        return pane.layout.areas.at(*pane.to_wall(point))

    def spot_at(self, point: QPointF) -> Spot | None:
        """Return the card, the cluster's name or the place for a new one under a point."""
        if (box := self.box_at(point)) is not None:
            return Spot("card", box.card.id)
        region = self.region_at(point)
        if region is None or region.kind == "loose":
            return None
        if region.kind == "new":
            return NEW
        _x, y = self.board.to_wall(point)
        on_name = y < region.y + region.head or self.board.zoom < CARDS_FROM
        return Spot("cluster", region.key) if on_name else None

    def head_at(self, point: QPointF) -> ClusterId | None:
        """Return the cluster whose name is under a point; that is what one takes it by."""
        region = self.region_at(point) if self.pane_at(point) is self.board else None
        if region is None or region.kind != "cluster":
            return None
        x, y = self.board.to_wall(point)
        on_name = region.x + PAD <= x < region.x + region.w - PAD and y < region.y + region.head
        return region.key if on_name else None

    def box(self, card: CardId | None) -> Box | None:
        """Return a card's place."""
        if card is None:
            return None
        return self.tray.layout.box(card) or self.board.layout.box(card)

    def pane_of(self, spot: Spot) -> Pane:
        """Return where a spot is."""
        in_tray = spot.kind == "card" and spot.key is not None and self.tray.layout.box(CardId(spot.key))
        return self.tray if in_tray else self.board

    def area_of(self, spot: Spot) -> Boxed | None:
        """Return the place of a spot on its pane, or None when it is gone."""
        if spot.kind == "card":
            return None if spot.key is None else self.box(CardId(spot.key))
        if spot.kind == "new":
            return self.board.layout.find("new", None)
        region = self.board.layout.region_of(ClusterId(spot.key)) if spot.key is not None else None
        return None if region is None else Area(region.x, region.y, region.w, region.head)

    def window_rect(self, spot: Spot) -> QRectF | None:
        """Return where a spot is in the window, seen or not."""
        area = self.area_of(spot)
        return None if area is None else self.pane_of(spot).to_window(area)

    def cluster_of(self, card: CardId) -> ClusterId | None:
        """Return the cluster that a card is in."""
        box = self.board.layout.box(card)
        return None if box is None else self.board.layout.regions[box.region].key

    # From one spot to the next

    def cards_in_order(self) -> list[CardId]:
        """Return every card in reading order."""
        return [card.id for card in self.view.cards()]

    def in_order(self, cards: Iterable[CardId]) -> list[CardId]:
        """Return some cards in reading order, those that are not here left out."""
        found = [
            (pane is self.board, box)
            for pane in self.panes()
            for card in cards
            if (box := pane.layout.box(card))
        ]
        found.sort(key=lambda each: (each[0], each[1].region, each[1].y, each[1].x))
        return [box.card.id for _on_board, box in found]

    def taken(self, cards: Iterable[CardId], grip: QPointF, at: QPointF) -> Drag:
        """Return cards as they are carried, the one that was taken first."""
        carried = tuple(cards)
        return Drag(carried, grip, at, homes=frozenset(self.cluster_of(card) for card in carried))

    def spots(self, pane: Pane) -> Iterator[tuple[Spot, Boxed]]:
        """Yield the spots of a pane with their places."""
        for region in pane.layout.regions:
            if region.kind == "new":
                yield NEW, region
            elif region.kind == "cluster":
                yield Spot("cluster", region.key), Area(region.x, region.y, region.w, region.head)
            for box in region.boxes:
                yield Spot("card", box.card.id), box

    def beside(self, spot: Spot | None, direction: tuple[int, int]) -> Spot | None:
        """Return the spot that lies next in a direction, in the other part of the window if need be."""
        here = self.area_of(spot) if spot is not None else None
        if spot is None or here is None:
            first = next(iter(self.cards_in_order()), None)
            return NEW if first is None else Spot("card", first)
        pane = self.pane_of(spot)
        found = _nearest(self.spots(pane), spot, here, direction)
        if found is None and direction[0] and self.has_tray:
            return self._across(
                spot, to=self.board if pane is self.tray else self.tray, leftwards=direction[0] < 0
            )
        return found

    def _across(self, spot: Spot, *, to: Pane, leftwards: bool) -> Spot | None:
        if leftwards == (to is self.board):
            return None
        rect = self.window_rect(spot)
        near = [
            (abs(to.to_window(area).center().y() - rect.center().y()), area.x, each)
            for each, area in self.spots(to)
            if rect is not None and each.kind == "card"
        ]
        return min(near, key=lambda item: item[:2])[2] if near else None

    def between(self, first: CardId | None, last: CardId) -> list[CardId]:
        """Return the cards from one to another in reading order, both included."""
        order = self.cards_in_order()
        if first not in order or last not in order:
            return [last]
        start, end = order.index(first), order.index(last)
        step = 1 if start <= end else -1
        return order[start : end + step if end + step >= 0 else None : step]

    # Dragging

    def drag_rect(self, drag: Drag) -> QRectF:
        """Return the part of the window that dragged cards take, shadow and number included."""
        if drag.cluster is not None:
            return QRectF(drag.at - drag.grip, QSizeF(*HELD)).adjusted(-4, -4, 4, 4)
        first = self.box(drag.cards[0])
        zoom = self.board.zoom if self.pane_at(drag.at) is self.board else 1.0
        size = (0.0, 0.0) if first is None else (first.w * zoom, first.h * zoom)
        return QRectF(drag.at - drag.grip, QSizeF(*size)).adjusted(-14, -14, 26, 32)

    def changed_target(self, before: Target | None, now: Target | None) -> Iterator[QRectF]:
        """Yield the parts of the window that show where dragged cards would go, as far as that changed."""
        if before is None or now is None or before[:2] != now[:2]:
            yield from self._target_rects(before)
            yield from self._target_rects(now)
        if before == now:
            return
        for target in (before, now):
            if target is not None and target.before is not None:
                rect = self.window_rect(Spot("card", target.before))
                if rect is not None:
                    yield rect.adjusted(-8, -1, -rect.width(), 1)

    def _target_rects(self, target: Target | None) -> Iterator[QRectF]:
        if target is None:
            return
        if target.kind == "loose" and self.has_tray:
            yield self.tray.head(TRAY_HEAD)
        if (region := self.board.layout.find(target.kind, target.cluster)) is not None:
            whole = self.board.to_window(region)
            yield QRectF(whole.topLeft(), QSizeF(whole.width(), region.head * self.board.zoom))
            yield QRectF(whole.left(), whole.top(), 4, whole.height())
            yield QRectF(whole.right() - 4, whole.top(), 4, whole.height())
            yield QRectF(whole.left(), whole.bottom() - 4, whole.width(), 4)

    def target_at(self, drag: Drag) -> Target | None:
        """Return where dragged cards would go, or None where they would stay."""
        if drag.cluster is not None:
            return self._place_of_cluster(drag)
        region = self.region_at(drag.at)
        if region is None:
            return None
        before = self._before(drag) if self.view.by_hand and region.kind != "new" else None
        if region.kind != "new" and before is None and drag.homes == {region.key} and not self.view.by_hand:
            return None
        return Target(region.kind, region.key, before)

    def _place_of_cluster(self, drag: Drag) -> Target | None:
        """Return into which cluster a dragged one would go, or out of the one that it is in."""
        region = self.region_at(drag.at)
        home = self.board.layout.region_of(drag.cluster)
        if home is None or drag.cluster is None or home.cluster is None:
            return None
        if region is None or region.kind != "cluster":
            return Target("out") if home.depth and self.pane_at(drag.at) is self.board else None
        return None if region.key in family(self.view, drag.cluster) else Target("cluster", region.key)

    def _before(self, drag: Drag) -> CardId | None:
        """Return the card before which the dragged ones would stand: it is pointed at."""
        pane = self.pane_at(drag.at)
        x, y = pane.to_wall(drag.at)
        box = pane.layout.at(x, y)
        if box is None:
            return None
        region = pane.layout.regions[box.region]
        place = region.block.place(box.card.id) if region.block is not None else None
        start = (place or 0) + (x > box.x + box.w / 2)
        behind = (region.cards[each].id for each in range(start, len(region.cards)))
        return next((key for key in behind if key not in drag.held), None)


def _nearest(
    spots: Iterator[tuple[Spot, Boxed]], here: Spot, area: Boxed, direction: tuple[int, int]
) -> Spot | None:
    """Return the spot whose middle is nearest in a direction; sideways counts double."""
    x, y = area.x + area.w / 2, area.y + area.h / 2
    dx, dy = direction
    best: tuple[float, Spot] | None = None
    for spot, other in spots:
        if spot == here:
            continue
        if dx:
            along = (other.x - (area.x + area.w)) if dx > 0 else (area.x - (other.x + other.w))
            across = max(0.0, other.y - y, y - (other.y + other.h))
        else:
            along = (other.y - (area.y + area.h)) if dy > 0 else (area.y - (other.y + other.h))
            across = max(0.0, other.x - x, x - (other.x + other.w))
        if along < -1:
            continue
        cost = along + 3 * across
        if best is None or cost < best[0]:
            best = (cost, spot)
    return None if best is None else best[1]
