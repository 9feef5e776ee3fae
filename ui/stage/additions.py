"""What came to a page since it was painted: a new card costs its own pixels, not the whole picture."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from ui.stage.items import Disc, Item, Stroke


def added(before: Sequence[Item], after: Sequence[Item]) -> list[Item] | None:
    """Return the shapes of a page that were not there before; None when one is gone or the order changed."""
    new: list[Item] = []
    known = iter(before)
    expected = next(known, None)
    for item in after:
        if expected is not None and same(expected, item):
            expected = next(known, None)
        else:
            new.append(item)
    return new if expected is None and apart(new, before) else None


def same(one: Item, other: Item) -> bool:
    """Whether two shapes paint the same. Paths are only the same object: they are cheap to paint again."""
    return one is other or (type(one) is type(other) and not isinstance(one, Stroke) and one == other)


def apart(new: Sequence[Item], before: Sequence[Item]) -> bool:
    """Whether the new shapes lie beside the old ones, so that what is painted last covers nothing."""
    whole = QRectF()
    for item in new:
        whole = whole.united(bounds(item))
    return not any(whole.intersects(bounds(item)) for item in before)


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
