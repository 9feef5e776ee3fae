"""The design's figures as values: colours, cards, type, space and layout, read from tokens.json.

They are named tuples because they are made before the first paint, and a frozen dataclass takes longer to
declare. Qt reads the file, because it is loaded already and Python's own reader is not.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QByteArray, QJsonDocument

from resources import resource

SCHEMES: Final = ("light", "dark")


class CardToken(NamedTuple):
    """One kind of card: its paper, the solid of its badge, and the badge's glyph and shape."""

    key: str
    paper: str
    paper_dark: str
    solid: str
    glyph: str
    shape: str
    prefixes: tuple[str, ...]


class TypeRole(NamedTuple):
    """One role of the type scale: size and line height in px, weight from 400 to 800."""

    size: int
    line: int
    weight: int


class Elevation(NamedTuple):
    """One shadow: offset and blur in px, colour as hex, alpha from 0 to 1."""

    y: int
    blur: int
    colour: str
    alpha: float


class Metrics(NamedTuple):
    """Widths and heights of the window's parts in logical px, in one of the two layouts."""

    compact: bool
    rail: int
    header: int
    side_panel: int
    agenda_panel: int
    rail_item: tuple[int, int]
    target: int = 32
    target_primary: int = 40
    field: int = 36
    focus_ring: int = 2
    focus_gap: int = 1


class Layout(NamedTuple):
    """When the window turns compact, how small it may get, and the metrics of both layouts."""

    compact_below_width: int
    compact_below_height: int
    min_window: tuple[int, int]
    regular: Metrics
    compact: Metrics

    def metrics(self, width: int, height: int) -> Metrics:
        """Return the metrics that fit a window of this size in logical px."""
        small = width < self.compact_below_width or height < self.compact_below_height
        return self.compact if small else self.regular


class Tokens(NamedTuple):
    """All tokens of the design. `colour` holds one table a scheme, `type` one table a medium."""

    version: int
    colour: Mapping[str, Mapping[str, str]]
    cards: Mapping[str, CardToken]
    family: str
    fallback: tuple[str, ...]
    type: Mapping[str, Mapping[str, TypeRole]]
    space: tuple[int, ...]
    radius: Mapping[str, int]
    elevation: Mapping[str, Elevation]
    motion: Mapping[str, int]
    layout: Layout


def _metrics(raw: Mapping[str, Any], *, compact: bool) -> Metrics:
    sizes = {**raw, **(raw["compact"] if compact else {})}
    return Metrics(
        compact=compact,
        rail=sizes["rail"],
        header=sizes["header"],
        side_panel=sizes["side_panel"],
        agenda_panel=sizes["agenda_panel"],
        rail_item=(64, 52) if compact else (72, 58),
        target=raw["target"],
        target_primary=raw["target_primary"],
        focus_ring=raw["focus_ring"],
        focus_gap=raw["focus_gap"],
    )


def _layout(raw: Mapping[str, Any]) -> Layout:
    width, height = raw["min_window"]
    return Layout(
        compact_below_width=raw["compact_below_width"],
        compact_below_height=raw["compact_below_height"],
        min_window=(width, height),
        regular=_metrics(raw, compact=False),
        compact=_metrics(raw, compact=True),
    )


def _card(key: str, raw: Mapping[str, Any]) -> CardToken:
    return CardToken(
        key=key,
        paper=raw["paper"],
        paper_dark=raw["paper_dark"],
        solid=raw["solid"],
        glyph=raw["glyph"],
        shape=raw["shape"],
        prefixes=tuple(raw["prefix"]),
    )


def _scale(raw: Mapping[str, Any]) -> Mapping[str, TypeRole]:
    return {role: TypeRole(*figures) for role, figures in raw.items()}


def _colours(raw: Mapping[str, Any]) -> Mapping[str, str]:
    return {name: value for name, value in raw.items() if isinstance(value, str)}


@cache
def tokens() -> Tokens:
    """Return the shipped tokens, read once."""
    content = QByteArray(resource("styles", "tokens.json").read_bytes())
    raw = QJsonDocument.fromJson(content).toVariant()
    return Tokens(
        version=raw["version"],
        colour={scheme: _colours(table) for scheme, table in raw["colour"].items()},
        cards={key: _card(key, card) for key, card in raw["cards"].items()},
        family=raw["type"]["family"],
        fallback=tuple(raw["type"]["fallback"]),
        type={medium: _scale(raw["type"][medium]) for medium in ("operator", "stage")},
        space=tuple(raw["space"]),
        radius=raw["radius"],
        elevation={name: Elevation(**figures) for name, figures in raw["elevation"].items()},
        motion={name: value for name, value in raw["motion"].items() if isinstance(value, int)},
        layout=_layout(raw["layout"]),
    )
