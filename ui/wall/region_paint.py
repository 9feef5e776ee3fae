"""Paints the regions of the wall: clusters with name and total, the place for a new one, headings, counts."""

from collections import Counter
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from facilitator.i18n import _, ngettext
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme, mixed
from ui.wall.blocks import Lines
from ui.wall.camera import CARDS_FROM, COUNTS_BELOW, Pane
from ui.wall.card_paint import CardPainter
from ui.wall.layout import HEAD, NAME_LINE, PAD, STEP, Region, name_lines
from ui.wall.state import NEW, Spot, Target, WallState

_RADIUS: Final = 10
_CLEAR: Final = 5
"""Px between the dashes of the place for a new cluster and its plus."""
_LEAST_PLUS: Final = 7
_HALF_WHITE: Final = 0.46
_COUNTS_TOO_BELOW: Final = 0.3
"""From this zoom down the heading also says how many cards there are."""
_Left: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class RegionPainter:
    """Paints what lies under the cards, and the names that stay readable when the cards are not."""

    def __init__(self, theme: Theme, cards: CardPainter, name: Lines) -> None:
        self._theme = theme
        self._cards = cards
        self._name = name
        self._board = theme.colour("board")
        share = 0.07 if theme.dark else _HALF_WHITE
        self.ground = mixed(QColor("#FFFFFF"), self._board, share)
        self._inner = mixed(self._board, self.ground, 0.5)
        self._target = mixed(theme.colour("focus"), self.ground, 0.16)

    def ground_of(self, region: Region) -> QColor:
        """Return the ground of a region; clusters inside each other take turns."""
        if region.kind != "cluster":
            return self._board
        return self._inner if region.depth % 2 else self.ground

    def paint(self, painter: QPainter, pane: Pane, region: Region, clip: QRectF | None = None) -> None:
        """Paint a region's ground, and its name while its cards can be read, as far as they are in `clip`."""
        rect = pane.to_window(region)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if region.kind == "new":
            self._paint_new(painter, rect, is_target=False)
            return
        if region.kind == "cluster":
            radius = _RADIUS * min(1.0, max(0.5, pane.zoom))
            if clip is not None and rect.adjusted(radius, radius, -radius, -radius).contains(clip):
                painter.fillRect(clip, self.ground_of(region))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.ground_of(region))
                painter.drawRoundedRect(rect, radius, radius)
        head = QRectF(rect.x(), rect.y(), rect.width(), (region.head + HEAD) * pane.zoom)
        if pane.zoom >= CARDS_FROM and (clip is None or head.intersects(clip)):
            self._paint_title(painter, pane, region, rect)

    def paint_lively(
        self, painter: QPainter, pane: Pane, region: Region, state: WallState, clip: QRectF
    ) -> None:
        """Show over a region, within `clip`, that cards are held over it, and that the keyboard is there."""
        rect = pane.to_window(region)
        if self._is_target(region, state.drag.target if state.drag else None):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if region.kind == "new":
                self._paint_new(painter, rect, is_target=True)
            elif region.kind == "cluster":
                named = self._paint_target(painter, rect, region.head * pane.zoom, clip)
                if pane.zoom >= CARDS_FROM:
                    if named:
                        self._paint_title(painter, pane, region, rect)
                else:
                    self.heading(painter, pane, region, ground=self._target)
        spot = NEW if region.kind == "new" else Spot("cluster", region.key)
        if state.current == spot and state.focused and state.by_key and region.kind != "loose":
            paint_ring(painter, self._theme.colour("focus"), rect, _RADIUS)

    def _paint_new(self, painter: QPainter, rect: QRectF, *, is_target: bool) -> None:
        colour = self._theme.colour("focus" if is_target else "line_strong")
        pen = QPen(colour, 1.6)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(self._target if is_target else Qt.BrushStyle.NoBrush)
        side = min(rect.height(), rect.width())
        radius = min(_RADIUS, side / 4)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
        ink = self._theme.colour("ink_2")
        middle = rect.center()
        if rect.height() < 70 or rect.width() < 90:
            plus = min(20.0, side - 2 * _CLEAR)  # from afar there is room for the dashes only
            if plus >= _LEAST_PLUS:
                paint_icon(
                    painter, QRectF(middle.x() - plus / 2, middle.y() - plus / 2, plus, plus), "plus", ink
                )
            return
        paint_icon(painter, QRectF(middle.x() - 11, middle.y() - 26, 22, 22), "plus", ink)
        painter.setPen(ink)
        painter.setFont(self._theme.font("body_strong"))
        room = QRectF(rect.x(), middle.y() + 2, rect.width(), 24)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, _("New cluster"))

    def _paint_target(self, painter: QPainter, rect: QRectF, head: float, clip: QRectF) -> bool:
        """Show at its name and edge that cards would go here: what lies between need not be painted anew.

        Returns whether its name is within `clip`.
        """
        radius = _RADIUS * 0.6
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._target)
        strip = QRectF(rect.x(), rect.y(), rect.width(), min(head - 6, rect.height())).adjusted(2, 2, -2, 0)
        named = strip.adjusted(0, 0, 0, 8).intersects(clip)
        if named:
            painter.drawRoundedRect(strip, radius, radius)
        if not rect.adjusted(_RADIUS, 3, -_RADIUS, -_RADIUS).contains(clip):
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        return named

    def _paint_title(self, painter: QPainter, pane: Pane, region: Region, rect: QRectF) -> None:
        """Write a cluster's name and its total of dots above its cards."""
        zoom = pane.zoom
        ink = self._theme.colour("ink")
        pad = PAD * zoom
        line = QRectF(rect.x() + pad, rect.y(), rect.width() - 2 * pad, HEAD * zoom)
        right = line.right()
        cluster = region.cluster
        if cluster is not None and cluster.dots is not None:
            at = QPointF(right, line.center().y())
            right = self._cards.dots(painter, at, cluster.dots, ink)
        elif region.kind == "loose":
            painter.setFont(self._theme.font("body", tabular=True))
            painter.setPen(self._theme.colour("ink_2"))
            painter.drawText(
                line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(len(region.cards))
            )
            right -= 40
        if region.indent:
            x = line.x() + (region.indent - STEP) * zoom
            paint_icon(painter, QRectF(x, line.center().y() - 8, 16, 16), "corner-down-right", ink)
            line.setLeft(line.left() + region.indent * zoom)
        font = title_font(self._theme, max(14, round(17 * zoom)))
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(ink if region.title or region.kind == "loose" else self._theme.colour("ink_3"))
        lines = list(name_lines(region, self._name)) if region.title else [name_of(region)]
        for number, words in enumerate(lines):
            y = line.y() + number * NAME_LINE * zoom
            room = QRectF(line.x(), y, right - line.x(), line.height())
            painter.drawText(
                room, _Left, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            )

    def heading(self, painter: QPainter, pane: Pane, region: Region, ground: QColor | None = None) -> None:
        """Write what a cluster is in letters that do not shrink, where its cards cannot be read."""
        if region.kind == "new":
            return
        rect = pane.to_window(region).adjusted(6, 4, -6, -4)
        if rect.width() < 20 or rect.height() < 12:
            return
        counting = pane.zoom < COUNTS_BELOW
        font = title_font(self._theme, 14 if counting else 16)
        lines = self._heading_lines(name_of(region), font, rect)
        if region.depth and not lines:
            return  # a number alone would be read as that of the cluster around it
        step = QFontMetricsF(font).height()
        count = self._count_line(region) if pane.zoom < _COUNTS_TOO_BELOW else ""
        if rect.height() < step * (len(lines) + 1):
            lines = lines[:1]
        height = step * (len(lines) + bool(count)) + 4
        if not counting:
            strip = QRectF(rect.x() - 6, rect.y() - 4, rect.width() + 12, min(height + 4, rect.height() + 8))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground or self.ground_of(region))
            painter.drawRoundedRect(strip, 6, 6)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(font)
        for number, line in enumerate(lines):
            painter.drawText(QRectF(rect.x(), rect.y() + number * step, rect.width(), step), _Left, line)
        if count:
            room = rect.adjusted(0, step * len(lines), 0, 0)
            self._paint_count(painter, region, room, count, bar=counting)

    def held(self, painter: QPainter, rect: QRectF, region: Region) -> None:
        """Paint a cluster that is carried: its name on a strip under the pointer."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), 2))
        painter.setBrush(self.ground)
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        font = title_font(self._theme, 17)
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink"))
        room = rect.adjusted(PAD, 0, -PAD, 0)
        name = QFontMetricsF(font).elidedText(name_of(region), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _Left, name)

    @staticmethod
    def _heading_lines(name: str, font: QFont, rect: QRectF) -> list[str]:
        metrics = QFontMetricsF(font)
        most = max(0, min(2, int((rect.height() - 4) // metrics.height())))
        if most == 0 or rect.width() < 40:
            return []
        if most == 1 or metrics.horizontalAdvance(name) <= rect.width():
            return [metrics.elidedText(name, Qt.TextElideMode.ElideRight, rect.width())]
        first = ""
        rest = name.split()
        while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".strip()) <= rect.width():
            first = f"{first} {rest.pop(0)}".strip()
        lines = [first, " ".join(rest)] if first else [name]
        return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, rect.width()) for line in lines]

    @staticmethod
    def _count_line(region: Region) -> str:
        count = len(region.cards)
        return ngettext("{n} card", "{n} cards", count).format(n=count)

    def _paint_count(self, painter: QPainter, region: Region, room: QRectF, words: str, *, bar: bool) -> None:
        """Write how many cards there are, with a bar of their kinds where cards are not painted at all."""
        font = self._theme.font("meta")
        painter.setFont(font)
        painter.setPen(self._theme.colour("ink_2"))
        fits = QFontMetricsF(font).horizontalAdvance(words) <= room.width()
        if room.height() >= 14:
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, flags, words if fits else str(len(region.cards)))
        if not bar or room.height() < 28:
            return
        x = room.x()
        for look, count in Counter(card.look for card in region.cards).most_common():
            width = room.width() * count / len(region.cards)
            painter.fillRect(QRectF(x, room.bottom() - 9, width, 9), self._cards.paper(look))
            x += width

    @staticmethod
    def _is_target(region: Region, target: Target | None) -> bool:
        return target is not None and (target.kind, target.cluster) == (region.kind, region.key)


def title_font(theme: Theme, size: int) -> QFont:
    """Return the font of a cluster's name, `size` px."""
    font = theme.font("heading")
    font.setPixelSize(size)
    return font


def paint_ring(
    painter: QPainter, colour: QColor, rect: QRectF, radius: float, *, dotted: bool = False
) -> None:
    """Paint the ring of the spot where the keyboard is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    style = Qt.PenStyle.DashLine if dotted else Qt.PenStyle.SolidLine
    painter.setPen(QPen(colour, 2, style))
    painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), radius + 3, radius + 3)


def name_of(region: Region) -> str:
    """Return what stands at the head of a region."""
    if region.kind == "loose":
        return _("Not clustered")
    return region.title or _("Without a name")
