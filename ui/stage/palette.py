"""The stage's colours by theme, read from tokens.json, and nothing computed by eye."""

import json
from functools import cache
from typing import Any, Final

from PySide6.QtGui import QColor

from facilitator.domain.frozen import dataclass
from facilitator.domain.stage import Theme
from resources import resource

_GROUPS: Final[dict[Theme, str]] = {
    "default": "stage",
    "bright_room": "stage_bright_room",
    "dark": "stage_dark",
}
_PLAIN_LOOK: Final = "note"
_BREAK_TRACK: Final = "#2C6266"
"""The thread of a break that is still to come: petrol, as calm as its ground."""
_CARD_INK: Final = "#0A1413"
"""Text on paper is always this ink, in the dark theme too (design.md section 2)."""


@dataclass(frozen=True, slots=True)
class CardColours:
    """How one look is painted on this stage."""

    paper: QColor
    edge: QColor
    text: QColor
    badge: QColor
    badge_glyph: QColor
    legend: QColor
    legend_glyph: QColor


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour of one stage theme, and the two measures that bright rooms change."""

    bg: QColor
    plane: QColor
    ink: QColor
    ink_2: QColor
    line: QColor
    rule: QColor
    primary: QColor
    on_primary: QColor
    now: QColor
    on_now: QColor
    over: QColor
    on_over: QColor
    over_tint: QColor
    break_bg: QColor
    break_ink: QColor
    break_now: QColor
    track: QColor
    """Ground of a bar or a line still to come: `line` mixed into `plane`."""
    break_track: QColor
    mark: QColor
    """The mark's inner loop: marigold, deep enough to be seen on a light ground."""
    card_edge: float
    """Width of a card's edge in stage px."""
    card_weight: int
    cards: dict[str, CardColours]

    def card(self, look: str) -> CardColours:
        """Return the colours of a look; one that this version does not know is a plain note."""
        return self.cards.get(look) or self.cards[_PLAIN_LOOK]

    def badge_look(self, look: str) -> str:
        """Return the look whose badge is painted for `look`."""
        return look if look in self.cards else _PLAIN_LOOK


@cache
def _tokens() -> dict[str, Any]:
    tokens: dict[str, Any] = json.loads(resource("styles", "tokens.json").read_text(encoding="utf-8"))
    return tokens


@cache
def palette(theme: Theme) -> Palette:
    """Return the colours of one stage theme."""
    group: dict[str, Any] = _tokens()["colour"][_GROUPS[theme]]
    colours = {name: QColor(value) for name, value in group.items() if isinstance(value, str)}
    fill = colours.pop("card_fill", None)
    looks = {look: _card(card, theme, fill) for look, card in _tokens()["cards"].items()}
    return Palette(
        **colours,
        track=mixed(colours["line"], colours["plane"], 0.42),
        break_track=QColor(_BREAK_TRACK),
        mark=colours["now"] if theme == "dark" else QColor(_tokens()["colour"]["light"]["cue"]),
        card_edge=float(group.get("card_edge_px", 3)),
        card_weight=int(group.get("card_weight", 600)),
        cards=looks,
    )


def _card(card: dict[str, Any], theme: Theme, fill: QColor | None) -> CardColours:
    """On dark ground outside a card a badge inverts: paper fill, dark glyph (design.md section 2)."""
    dark = theme == "dark"
    solid, white = QColor(card["solid"]), QColor("#FFFFFF")
    paper = QColor(card["paper_dark"] if dark else card["paper"])
    return CardColours(
        paper=fill or paper,
        edge=solid,
        text=QColor(_CARD_INK),
        badge=solid,
        badge_glyph=white,
        legend=paper if dark else solid,
        legend_glyph=QColor(_CARD_INK) if dark else white,
    )


def mixed(front: QColor, back: QColor, share: float) -> QColor:
    """Return `front` laid over `back` with the given share of cover, as an opaque colour."""
    red, green, blue = (
        round(over * share + under * (1 - share))
        for over, under in (
            (front.red(), back.red()),
            (front.green(), back.green()),
            (front.blue(), back.blue()),
        )
    )
    return QColor(red, green, blue)
