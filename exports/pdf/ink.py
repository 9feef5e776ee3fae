"""Colours and sizes of the printed page: the design's tokens, its type scale in points (design.md 2, 3)."""

import json
from typing import Final

from reportlab.lib.colors import Color, HexColor

from facilitator.domain.frozen import dataclass
from resources import resource

_TOKENS: Final = json.loads(resource("styles", "tokens.json").read_text(encoding="utf-8"))
_LIGHT: Final = _TOKENS["colour"]["light"]

INK: Final = HexColor(_LIGHT["ink"])
INK_2: Final = HexColor(_LIGHT["ink_2"])
INK_3: Final = HexColor(_LIGHT["ink_3"])
LINE: Final = HexColor(_LIGHT["line"])
LINE_STRONG: Final = HexColor(_LIGHT["line_strong"])
PLANE: Final = HexColor(_LIGHT["canvas"])
PRIMARY: Final = HexColor(_LIGHT["primary"])
PRIMARY_TINT: Final = HexColor(_LIGHT["primary_tint"])
NOW: Final = HexColor(_LIGHT["now"])
OVER: Final = HexColor(_LIGHT["over"])
WHITE: Final = HexColor("#FFFFFF")
CARD_SOLID: Final[dict[str, Color]] = {key: HexColor(card["solid"]) for key, card in _TOKENS["cards"].items()}

RULE: Final = 1.1
"""Thickness of a rule that opens a table or group, in points."""
HAIR: Final = 0.55
"""Thickness of a rule between rows, in points."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: face by name (`fonts.FACES`), size and leading in points, colour, alignment.

    `level` makes it a heading, 0 the highest; None is a text.
    """

    face: str
    size: float
    leading: float
    colour: Color = INK
    align: str = "left"
    level: int | None = None


CAPTION: Final = Style("regular", 8, 10.5, INK_2)
CAPTION_RIGHT: Final = Style("regular", 8, 10.5, INK_2, "right")
LABEL: Final = Style("semibold", 8, 10.5, INK_2)
LABEL_RIGHT: Final = Style("semibold", 8, 10.5, INK_2, "right")
BODY: Final = Style("regular", 9.5, 14)
BODY_STRONG: Final = Style("semibold", 9.5, 14)
BODY_QUIET: Final = Style("regular", 9.5, 14, INK_2)
CELL: Final = Style("regular", 8.6, 11.6)
CELL_NOTE: Final = Style("regular", 8, 11.6, INK_2)
"""A caption that stands beside cells, on their line."""
CELL_STRONG: Final = Style("semibold", 8.6, 11.6)
CELL_QUIET: Final = Style("regular", 8.6, 11.6, INK_2)
FIGURE: Final = Style("tabular", 8.6, 11.6, INK, "right")
FIGURE_STRONG: Final = Style("tabular-bold", 8.6, 11.6, INK, "right")
CLOCK: Final = Style("tabular", 8.6, 11.6)
CODE: Final = Style("tabular-bold", 8.6, 11.6)
DOTS: Final = Style("tabular-bold", 9.5, 14, INK, "right")
LEAD: Final = Style("regular", 12, 17.5, INK_2)
HEADING: Final = Style("bold", 14, 18, level=2)
SUBHEADING: Final = Style("bold", 12, 16, level=4)
MINOR: Final = Style("bold", 9.5, 14, level=5)
TITLE: Final = Style("bold", 22, 26, level=0)
COVER: Final = Style("bold", 33, 35, level=0)
COVER_LONG: Final = Style("bold", 22, 26, level=0)
COVER_ENDLESS: Final = Style("bold", 12, 16, level=0)
COUNT: Final = Style("bold", 24, 28)
