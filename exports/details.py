"""How much of each part the two-page kind says: what does not fit gives way in a stated order.

Later next steps, later pending matters, all but the first paragraph of the purpose, the length of long
texts, later agreements. Wherever something gave way, the page says how much more the memoria holds.
"""

from dataclasses import replace
from typing import Final

from facilitator.domain.frozen import dataclass
from facilitator.domain.minutes import Said


@dataclass(frozen=True, slots=True)
class Detail:
    """How much of each part is printed; `characters` bounds every text."""

    steps: int = 1000
    pending: int = 1000
    paragraphs: int = 1000
    characters: int = 100_000
    agreements: int = 100_000
    turns: bool = False
    """Whether the dates stand together on the second page."""


DETAILS: Final = (
    Detail(),
    Detail(steps=5),
    Detail(steps=5, pending=6),
    Detail(steps=5, pending=6, paragraphs=1),
    Detail(steps=5, pending=6, paragraphs=1, characters=600),
    Detail(steps=3, pending=4, paragraphs=1, characters=300),
    Detail(steps=3, pending=3, paragraphs=1, characters=160),
    *(Detail(2, 2, 1, 120, agreements) for agreements in (40, 30, 24, 18, 14, 10, 7, 5, 3)),
    Detail(steps=1, pending=1, paragraphs=1, characters=60, agreements=3),
)
"""From everything to little, in the order in which detail gives way."""


def excerpt(text: str, limit: int) -> str:
    """Return at most `limit` characters of a text, marked as cut where it is longer."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"


def cut(said: Said, limit: int) -> Said:
    """Return people's words, an excerpt of them where they are longer than the page has room for."""
    if len(said.text) + len(said.translation or "") <= limit:
        return said
    translation = excerpt(said.translation, limit) if said.translation else None
    return replace(said, text=excerpt(said.text, limit), translation=translation)
