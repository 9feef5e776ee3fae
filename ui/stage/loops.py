"""The drawing of the double loop: three nodes, arrows between them, and the two ways back."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from math import ceil
from typing import Final, Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from facilitator.domain.frozen import dataclass
from ui.stage import words as say
from ui.stage.fit import Lines, Style, lay
from ui.stage.items import Box, Item, Stroke, segment
from ui.stage.sheet import HEIGHT, MARGIN, Sheet, put

_BOTTOM: Final = HEIGHT - 52
_BOTTOM_PAGED: Final = HEIGHT - 108
_PAD: Final = 22.0
_NODE_PAD: Final = (14.0, 17.0)
_BOX_PAD: Final = 14.0
_LEG: Final = 54.0
_SINGLE: Final = 11.0
_DOUBLE: Final = 25.0
_LABEL: Final = (Style(36, 44, 700), Style(34, 40, 700), Style(32, 38, 700))
_LEAST_NODE: Final = 190.0
_STEP: Final = 38.0
_SHARES: Final = (0.5, 0.44, 0.38, 0.56)
"""Widths of the outer box's first column to choose from, as shares of the box."""


@dataclass(frozen=True, slots=True)
class Region:
    """The words of one place: a heading that stays, and a body that may go on over pages."""

    head: Lines
    body: Lines

    @property
    def bare(self) -> "Region":
        """The heading alone."""
        return Region(self.head, Lines())

    @property
    def height(self) -> float:
        """Height of all of it on one page, in px."""
        return (self.head + self.body).height

    def pages(self, height: float) -> list[Lines]:
        """Return the body cut into pages, each under the heading."""
        return [self.head + part for part in self.body.pages(height - self.taken)]

    @property
    def taken(self) -> float:
        """Height that the heading takes from every page, in px."""
        return self.head.height + (self.body.lines[0].gap if self.body else 0)

    def count(self, height: float) -> int:
        """Return about how many pages of `height` px the body takes."""
        return max(1, ceil(self.body.height / max(height - self.taken, 1)))


@dataclass(frozen=True, slots=True)
class Contents:
    """The words of the five regions at one size."""

    nodes: tuple[Region, Region, Region]
    inner: Region
    outer: tuple[Region, Region]


class Script(Protocol):
    """Writes the words of a reflection into given widths."""

    def inside(self, node: float, inner: float) -> tuple[tuple[Region, Region, Region], Region]:
        """Return the words of the three nodes and of the inner loop."""

    def outside(self, left: float, right: float) -> tuple[Region, Region]:
        """Return the words of the outer loop's two columns."""


@dataclass(frozen=True, slots=True)
class Page:
    """What one page shows of them."""

    nodes: tuple[Lines, Lines, Lines]
    inner: Lines
    outer: tuple[Lines, Lines]


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything stands, for words of one size."""

    contents: Contents
    nodes: tuple[QRectF, QRectF, QRectF]
    inner: QRectF
    outer: QRectF
    labels: tuple[Lines, Lines]
    fits: bool
    middle: float
    """Where the second column of the outer box begins, from its left edge."""

    @property
    def node_room(self) -> float:
        """Height for the words of a node."""
        return self.nodes[0].height() - sum(_NODE_PAD)

    @property
    def inner_room(self) -> float:
        """Height for the words on the inner loop."""
        return self.inner.height() - 2 * _BOX_PAD

    @property
    def outer_room(self) -> float:
        """Height for the words on the outer loop."""
        return self.outer.height() - 2 * _BOX_PAD


@dataclass(frozen=True, slots=True)
class _Legs:
    """Horizontal places: left ends of the nodes, and the legs of both loops."""

    lefts: tuple[float, float, float]
    node: float
    inner: tuple[float, float]
    outer: tuple[float, float]


def _legs(sheet: Sheet) -> _Legs:
    gap = 96.0 if sheet.width > 1700 else 58.0
    node = (sheet.right - MARGIN - 2 * gap) / 3
    lefts = (MARGIN, MARGIN + node + gap, MARGIN + 2 * (node + gap))
    return _Legs(
        lefts,
        node,
        (lefts[1] + node / 2, lefts[2] + node * 0.35),
        (lefts[0] + node / 2, lefts[2] + node * 0.74),
    )


def planned(sheet: Sheet, top: float, script: Script, *, numbered: bool = False) -> Plan:
    """Share the height between nodes and loops: what the words need, else as much as there is.

    A `numbered` picture leaves the foot to the number of its page.
    """
    legs = _legs(sheet)
    inner = (legs.inner[0] + _LEG, legs.inner[1] - _LEG)
    outer = (legs.outer[0] + 72, legs.outer[1] - 66)
    shares = [(outer[1] - outer[0]) * share for share in _SHARES]
    nodes, change = script.inside(legs.node, inner[1] - inner[0])
    tried = [(share, script.outside(share, outer[1] - outer[0] - share)) for share in shares]
    left, around = min(tried, key=lambda pair: _tallest(pair[1]))
    words = Contents(nodes, change, around)
    labels = (
        _label(sheet, say.THINGS_RIGHT, legs.inner[1] - legs.inner[0] - 45 - 20),
        _label(sheet, say.RIGHT_THINGS, inner[0] - outer[0] - 40),
    )
    wants = (
        _tallest(words.nodes) + sum(_NODE_PAD),
        words.inner.height + 2 * _BOX_PAD,
        _tallest(words.outer) + 2 * _BOX_PAD,
    )
    air = 22 + labels[0].height + 10 + 16
    room = (_BOTTOM_PAGED if numbered else _BOTTOM) - top - air
    fits = sum(wants) <= room
    bare = not any(node.body for node in words.nodes)
    heights = (
        wants
        if fits and bare
        else _spread(wants, room)
        if fits
        else _squeezed(words, _BOTTOM_PAGED - top - air)
    )
    foot = top + heights[0]
    inner_top = foot + 22 + labels[0].height + 10
    outer_top = max(inner_top + heights[1] + 16, foot + 60 + labels[1].height + 12)
    return Plan(
        words,
        tuple(QRectF(left, top, legs.node, heights[0]) for left in legs.lefts),  # type: ignore[arg-type]  # three of them
        QRectF(inner[0], inner_top, inner[1] - inner[0], heights[1]),
        QRectF(outer[0], outer_top, outer[1] - outer[0], heights[2]),
        labels,
        fits,
        left,
    )


def _spread(wants: tuple[float, float, float], room: float) -> tuple[float, float, float]:
    """Leave spare height partly to the nodes, never as one big hole."""
    spare = room - sum(wants)
    return wants[0] + min(spare, max(0.0, 382 - wants[0])), wants[1], wants[2]


def _tallest(regions: tuple[Region, ...]) -> float:
    return max(region.height for region in regions)


def _squeezed(words: Contents, room: float) -> tuple[float, float, float]:
    """Share too little height so that the words take the fewest pages, the nodes as high as they may be."""

    def pages(inner: float, outer: float) -> tuple[int, int]:
        """Return the pages it takes, and how many pieces the words are cut into."""
        node = room - inner - outer - sum(_NODE_PAD)
        counts = [region.count(node) for region in words.nodes]
        counts += [region.count(outer - 2 * _BOX_PAD) for region in words.outer]
        counts.append(words.inner.count(inner - 2 * _BOX_PAD))
        return max(counts), sum(counts)

    steps = [2 * _BOX_PAD + 8 + _STEP * lines for lines in range(2, 9)]
    shares = [(inner, outer) for inner, outer in product(steps, steps) if room - inner - outer >= _LEAST_NODE]
    inner, outer = min(shares or [(room * 0.24, room * 0.3)], key=lambda share: (pages(*share), sum(share)))
    return room - inner - outer, inner, outer


def _label(sheet: Sheet, message: str, width: float) -> Lines:
    """Lay a loop's question beside its arrow, on one line where it can be."""
    said = sheet.words.say(message)
    lines = Lines()
    for text in said.texts():
        laid = [lay(text, style, width, sheet.colours.primary) for style in _LABEL]
        lines += next((one for one in laid if len(one.lines) == 1), laid[-1])
    return lines


def draw(sheet: Sheet, plan: Plan, words: Page, written: tuple[bool, bool]) -> Iterator[Item]:
    """Yield the diagram with the words of one page."""
    legs, colours = _legs(sheet), sheet.colours
    yield from _outer(sheet, plan, legs, solid=written[1])
    yield from _inner(sheet, plan, legs, solid=written[0])
    for rect, lines in zip(plan.nodes, words.nodes, strict=True):
        yield Box(rect, colours.bg, 12, colours.ink, 4)
        yield from put(lines, rect.left() + 28, rect.top() + _NODE_PAD[0])
    for before, after in zip(plan.nodes, plan.nodes[1:], strict=False):
        yield from _arrow(sheet, before, after)
    for rect, solid in ((plan.outer, written[1]), (plan.inner, written[0])):
        yield from _change(sheet, rect, solid=solid)
    yield from put(words.inner, plan.inner.left() + _PAD, plan.inner.top() + _BOX_PAD)
    for count, lines in enumerate(words.outer):
        left = plan.outer.left() + _PAD + count * plan.middle
        yield from put(lines, left, plan.outer.top() + _BOX_PAD)
    foot = plan.nodes[0].bottom()
    yield from put(plan.labels[0], legs.inner[0] + 50, foot + 22)
    yield from put(plan.labels[1], plan.outer.left(), plan.outer.top() - 12 - plan.labels[1].height)


def _change(sheet: Sheet, rect: QRectF, *, solid: bool) -> Iterator[Item]:
    """Yield the place of a change: marigold once written, an empty dotted place before."""
    if solid:
        yield Box(rect, sheet.colours.now, 12)
        return
    path = QPainterPath()
    path.addRoundedRect(rect.adjusted(2, 2, -2, -2), 12, 12)
    yield Stroke(path, sheet.colours.primary, 5, dotted=True, fill=sheet.colours.bg)


def _arrow(sheet: Sheet, before: QRectF, after: QRectF) -> Iterator[Item]:
    y = before.top() + min(before.height() / 2, 195)
    left, right = before.right() + 18, after.left() - 18
    reach = min(32.0, (right - left) * 0.55)
    yield Stroke(segment((left, y), (right, y)), sheet.colours.rule, 9)
    yield Stroke(
        segment((right - reach, y - reach), (right, y), (right - reach, y + reach)), sheet.colours.rule, 9
    )


def _inner(sheet: Sheet, plan: Plan, legs: _Legs, *, solid: bool) -> Iterator[Item]:
    """Yield one line: from the results through the changed action back to the actions."""
    left, right = legs.inner
    foot, middle = plan.nodes[0].bottom(), plan.inner.center().y()
    colour = sheet.colours.primary
    down = _bent((right, foot), (plan.inner.right(), middle))
    up = _bent((left, foot + 22), (plan.inner.left(), middle))
    yield Stroke(down, colour, _SINGLE, dotted=not solid)
    yield Stroke(up, colour, _SINGLE, dotted=not solid)
    yield Stroke(segment((left - 30, foot + 54), (left, foot + 22), (left + 30, foot + 54)), colour, _SINGLE)


def _outer(sheet: Sheet, plan: Plan, legs: _Legs, *, solid: bool) -> Iterator[Item]:
    """Yield a double line: from the results through the changed assumption back to the assumptions."""
    left, right = legs.outer
    foot, middle = plan.nodes[0].bottom(), plan.outer.center().y()
    colour = sheet.colours.primary
    for path in (
        _bent((right, foot), (plan.outer.right(), middle)),
        _bent((left, foot + (62 if solid else 84)), (plan.outer.left(), middle)),
    ):
        if solid:
            whole = Stroke(path, colour, _DOUBLE)
            yield whole
            yield replace(whole, colour=sheet.colours.bg, width=_DOUBLE - 16)
        else:
            yield Stroke(path, colour, _DOUBLE - 8, dotted=True)
    head = segment((left - 42, foot + 64), (left, foot + 12), (left + 42, foot + 64), (left - 42, foot + 64))
    yield Stroke(head, colour, 6, fill=colour)


def _bent(start: tuple[float, float], end: tuple[float, float]) -> QPainterPath:
    """Return a line straight down from `start`, round a corner, and across to `end`."""
    (x, y), (to_x, to_y) = start, end
    side = 1 if to_x > x else -1
    radius = min(abs(to_x - x), abs(to_y - y), 82)
    path = QPainterPath()
    path.moveTo(x, y)
    path.lineTo(x, to_y - radius)
    path.cubicTo(x, to_y - radius * 0.45, x + side * radius * 0.45, to_y, x + side * radius, to_y)
    path.lineTo(to_x, to_y)
    return path
