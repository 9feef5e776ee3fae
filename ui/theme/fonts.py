"""The bundled typeface, loaded once, and the fonts of the type scale."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from resources import resource
from ui.theme.tokens import TypeRole, tokens

TABULAR: Final = QFont.Tag("tnum")


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the bundled faces with Qt, once a process, and return the families they brought.

    A QGuiApplication must exist. Raises FileNotFoundError when the faces are missing.
    """
    families: set[str] = set()
    for face in sorted(resource("fonts").iterdir(), key=lambda entry: entry.name):
        if face.name.endswith(".ttf"):
            number = QFontDatabase.addApplicationFontFromData(QByteArray(face.read_bytes()))
            families.update(QFontDatabase.applicationFontFamilies(number))
    return tuple(sorted(families))


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
