"""What is different on a page since it was painted: a card costs its own pixels, not the whole picture."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform

from ui.stage.items import Disc, Item, Stroke
from ui.stage.painter import StagePainter

_EDGE: Final = 3
"""Device px around what changed, for the soft edges of shapes."""
_MOST: Final = 0.4
"""Share of the picture that is painted apart; more of it is painted faster with the rest."""


def repainted(
    picture: QPixmap, transform: QTransform, ground: QColor, pages: tuple[Sequence[Item], Sequence[Item]]
) -> QRectF | None:
    """Make a picture of one page into that of another; return the room it changed in stage px.

    The result is the same to the pixel as painting the page anew. None, and nothing painted, where
    a path changed, whose room is cheap to have and dear to compare, or where most of the page did.
    """
    before, after = pages
    old, new = _middle(before, after)
    if not old and not new:
        return QRectF()
    if any(isinstance(item, Stroke) for item in (*old, *new)):
        return None
    room = QRectF()
    for item in (*old, *new):
        room = room.united(bounds(item))
    ratio = picture.devicePixelRatio()
    place = _whole_pixels(transform.mapRect(room), ratio)
    whole = picture.deviceIndependentSize()
    if place.width() * place.height() > _MOST * whole.width() * whole.height():
        return None
    room = transform.inverted()[0].mapRect(place)
    piece = QPixmap((place.size() * ratio).toSize())  # not a clip: Qt sets small text differently under one
    piece.setDevicePixelRatio(ratio)
    piece.fill(ground)
    with QPainter(piece) as painter:
        painter.translate(-place.topLeft())
        painter.setTransform(transform, combine=True)
        StagePainter.paint_items(painter, (item for item in after if bounds(item).intersects(room)))
    with QPainter(picture) as painter:
        painter.drawPixmap(place.topLeft(), piece)
    return room


def _middle(before: Sequence[Item], after: Sequence[Item]) -> tuple[Sequence[Item], Sequence[Item]]:
    """Return what stands between the shapes that both pages begin with and those that both end with."""
    shorter = min(len(before), len(after))
    first = 0
    while first < shorter and same(before[first], after[first]):
        first += 1
    last = 0
    while last < shorter - first and same(before[-1 - last], after[-1 - last]):
        last += 1
    return before[first : len(before) - last], after[first : len(after) - last]


def same(one: Item, other: Item) -> bool:
    """Whether two shapes paint the same. Paths are only the same object: they are dear to compare."""
    return one is other or (type(one) is type(other) and not isinstance(one, Stroke) and one == other)


def bounds(item: Item) -> QRectF:
    """Return the room that a shape takes, in stage px."""
    if isinstance(item, Disc):
        reach = item.radius + item.edge_width / 2
        return QRectF(item.x - reach, item.y - reach, 2 * reach, 2 * reach)
    if isinstance(item, Stroke):
        reach = item.width / 2
        return item.path.boundingRect().adjusted(-reach, -reach, reach, reach)
    rect = item.rect  # type: ignore[attr-defined]  # every other shape has one
    assert isinstance(rect, QRectF)  # noqa: S101 - see `ui/stage/items.py`
    return rect


def _whole_pixels(rect: QRectF, ratio: float) -> QRectF:
    """Return a rectangle in logical px, grown to whole device px and a little more."""
    scaled = QRectF(rect.x() * ratio, rect.y() * ratio, rect.width() * ratio, rect.height() * ratio)
    pixels = scaled.toAlignedRect().adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
    return (
        QRectF(QRect(pixels))
        if ratio == 1
        else QRectF(pixels.x() / ratio, pixels.y() / ratio, pixels.width() / ratio, pixels.height() / ratio)
    )
