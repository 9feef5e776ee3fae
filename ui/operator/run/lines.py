"""Breaks words into a few lines for lists that paint themselves; the last one is elided if it must."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_ENOUGH: Final = 600
"""Characters of a text that can ever be seen in a list row."""


def broken(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """Return the first `most` lines of a text at a width in px; what is left out ends in an ellipsis."""
    return _broken(text[:_ENOUGH], font.toString(), round(width), most)


@lru_cache(maxsize=4000)
def _broken(text: str, font_name: str, width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_name)
    metrics = QFontMetricsF(font)
    if most == 1 or metrics.horizontalAdvance(text) <= width:
        return (metrics.elidedText(text, Qt.TextElideMode.ElideRight, width),)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le")
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart() * 2
        if len(lines) == most - 1:
            rest = units[start:].decode("utf-16-le", "replace")
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(units[start : start + line.textLength() * 2].decode("utf-16-le", "replace").rstrip())
    layout.endLayout()
    return tuple(lines)
