"""The bundled typeface, loaded once, and the fonts of the type scale."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from resources import resource
from ui.theme.tokens import TypeRole, tokens

TABULAR: Final = QFont.Tag("tnum")


LATER: Final = ("Italic", "ExtraBold")
"""Faces without which an empty window is painted."""


def load_fonts() -> tuple[str, ...]:
    """Register the bundled faces with Qt, each once a process, and return the families they brought.

    A QGuiApplication must exist. Raises FileNotFoundError when the faces are missing.
    """
    return tuple(sorted({family for face in _faces() for family in _load(face)}))


def load_first_fonts() -> None:
    """Register the faces of an empty window only; each takes a millisecond of the start."""
    for face in _faces():
        if not any(style in face for style in LATER):
            _load(face)


def _faces() -> list[str]:
    names = (face.name for face in resource("fonts").iterdir())
    return sorted(name for name in names if name.endswith(".ttf"))


@cache
def _load(face: str) -> list[str]:
    number = QFontDatabase.addApplicationFontFromData(QByteArray(resource("fonts", face).read_bytes()))
    return QFontDatabase.applicationFontFamilies(number)


def make_font(role: TypeRole, *, tabular: bool = False, weight: int | None = None) -> QFont:
    """Return the font of a role: size in px, and with `tabular` every digit as wide as the next."""
    return QFont(_made_font(role, tabular, weight or role.weight))


@cache
def _made_font(role: TypeRole, tabular: bool, weight: int) -> QFont:
    known = tokens()
    font = QFont(known.family)
    font.setFamilies([known.family, *known.fallback])
    font.setPixelSize(role.size)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        font.setFeature(TABULAR, 1)
    return font
