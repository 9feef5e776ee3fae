"""The names of clusters at the head of their columns: in one size on a wall, each on its rule."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF

from facilitator.domain.stage import StageCluster
from ui.stage.fit import Style, largest, lay, width_of
from ui.stage.items import Box, Disc, Item
from ui.stage.sheet import Sheet
from ui.stage.strips import Cell, Strip

_SIZES: Final = (Style(46, 54, 700), Style(42, 54, 700), Style(40, 46, 700))
_SECOND: Final = Style(36, 42, 500)
_COUNT: Final = Style(42, 54, 500, tabular=True)
_DOT: Final = 26.0
_INNER: Final = 44.0
"""How far the name of a cluster inside another is set in, behind a corner that leads down to it."""
_ABOVE: Final = 2.0
_BELOW: Final = 14.0
"""px from the words to the foot of the strip; the rule lies in them."""


class ClusterNames:
    """Makes the names of the clusters of one wall, for columns of a width in px."""

    def __init__(self, sheet: Sheet, width: float, clusters: Sequence[StageCluster]) -> None:
        self._sheet = sheet
        self._width = width
        outer = [cluster for cluster in clusters if cluster.title and not cluster.inner]
        fits = [largest(cluster.title.text, _SIZES, self._room(cluster), 1) for cluster in outer]
        self.style = min(fits, key=lambda style: style.px, default=_SIZES[0])
        """Of all names but those of clusters inside others."""

    def _figure(self, cluster: StageCluster) -> str:
        """Return how many dots a cluster has where it was voted on, else how many cards."""
        return str(len(cluster.cards) if cluster.dots is None else cluster.dots)

    def _used(self, cluster: StageCluster) -> float:
        """Return how much of the width the figure takes, with the dot before it."""
        dot = 0.0 if cluster.dots is None else _DOT + 10
        return width_of(self._figure(cluster), _COUNT) + dot

    def _room(self, cluster: StageCluster) -> float:
        return self._width - self._used(cluster) - 20 - (_INNER if cluster.inner else 0.0)

    def _style_of(self, cluster: StageCluster) -> Style:
        return _SIZES[-1] if cluster.inner else self.style

    def strip(self, cluster: StageCluster, keep: float = 0.0) -> Strip:
        """Return the name of a cluster with its figure; a card of `keep` px stands directly below it."""
        colours, used = self._sheet.colours, self._used(cluster)
        made = self._named(cluster, again=False)
        colour = colours.ink_2 if cluster.dots is None else colours.ink
        last = _SECOND if cluster.title.second else self._style_of(cluster)
        count = replace(_COUNT, line=last.line)
        figure = width_of(self._figure(cluster), count)

        def decorate(rect: QRectF, begins: bool) -> Iterator[Item]:
            yield from made.decorate(rect, begins) if made.decorate else ()
            if begins and cluster.dots is not None:
                middle = rect.bottom() - _BELOW - count.line / 2
                yield Disc(rect.right() - used + _DOT / 2, middle, _DOT / 2, colours.ink)

        lines = lay(self._figure(cluster), count, figure + 4, colour)
        cell = Cell(self._width - figure, lines, at_foot=True)
        return replace(made, cells=(*made.cells, cell), decorate=decorate, keep=keep)

    def again(self, cluster: StageCluster) -> Strip:
        """Return only the name, pale, for the columns in which a cluster goes on."""
        return self._named(cluster, again=True)

    def _named(self, cluster: StageCluster, *, again: bool) -> Strip:
        colours, inner = self._sheet.colours, cluster.inner
        ink, rule = (colours.ink_2, colours.line) if again else (colours.ink, colours.rule)
        left = _INNER if inner else 0.0
        room = self._room(cluster)
        title = lay(cluster.title.text, self._style_of(cluster), room, ink)
        if cluster.title.second:
            title += lay(cluster.title.second, _SECOND, room, colours.ink_2)
        words = title.height

        def decorate(rect: QRectF, _begins: bool) -> Iterator[Item]:
            thick = 2 if inner else 4
            top = max(rect.top() + _ABOVE, rect.bottom() - _BELOW - words)
            yield Box(QRectF(rect.left() + left, rect.bottom() - 4 - thick, rect.width() - left, thick), rule)
            if inner:
                yield Box(QRectF(rect.left() + 4, top + 2, 4, 24), ink)
                yield Box(QRectF(rect.left() + 4, top + 24, left - 16, 4), ink)

        return Strip((Cell(left, title),), self._width, (_ABOVE, _BELOW), decorate=decorate, heading=True)
