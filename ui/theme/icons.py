"""Lucide icons, recoloured and rendered sharply for the size, colour and screen that asks.

Nothing is rendered before it is first painted or asked for, and each picture only once.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer

from resources import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


@cache
def _source(name: str) -> str:
    """Return the drawing of an icon with the design's stroke. Raises FileNotFoundError if unknown."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return drawing.replace('stroke-width="2"', 'stroke-width="1.9"')


def _drawing(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


@cache
def render(name: str, size: float, ratio: float, colour: str) -> QPixmap:
    """Return icon `name` in `colour` (#RRGGBB), `size` logical px wide, for a device pixel ratio."""
    pixels = max(1, round(size * ratio))
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _drawing(name, colour).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def make_icon(name: str, size: int, ratios: Iterable[float], colours: tuple[QColor, QColor]) -> "QIcon":
    """Return a QIcon in two colours, enabled and disabled, sharp on screens of the given ratios."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - the first paint shows pictures only

    icon = QIcon()
    enabled, disabled = colours
    for ratio in ratios:
        icon.addPixmap(render(name, size, ratio, enabled.name()), QIcon.Mode.Normal)
        icon.addPixmap(render(name, size, ratio, disabled.name()), QIcon.Mode.Disabled)
    return icon


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Paint icon `name` into the square centred in `rect`, sharp at the painter's own scale."""
    side = min(rect.width(), rect.height())
    device = painter.device()
    if isinstance(device, QSvgGenerator):
        _drawing(name, colour.name()).render(
            painter, QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        )
        return
    ratio = device.devicePixelRatio() if device is not None else 1.0
    left = round((rect.center().x() - side / 2) * ratio) / ratio
    top = round((rect.center().y() - side / 2) * ratio) / ratio
    picture = render(name, side, ratio, colour.name())
    painter.drawPixmap(QRectF(left, top, side, side), picture, QRectF(picture.rect()))
