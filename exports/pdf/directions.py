"""In which order text is read and in which it is drawn: the Unicode bidirectional algorithm, by line.

python-bidi resolves the levels of a paragraph (Unicode Standard Annex 9); the order of a line is made where
lines are made, from these levels. Loaded only for text that has letters written from right to left.
"""

import unicodedata
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from bidi import algorithm
from bidi.mirror import MIRRORED

Item = TypeVar("Item")

_STRONG: Final = {"L": 0, "R": 1, "AL": 1}
_UNSEEN: Final = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Classes of signs that have no level of their own: they take that of what stands before them."""
_PLAIN: Final = frozenset({"L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM", "ON", "WS"})


def base_level(text: str) -> int:
    """Return 1 for a paragraph that is read from right to left, by its first letter, else 0."""
    classes = map(unicodedata.bidirectional, text)
    return next((_STRONG[each] for each in classes if each in _STRONG), 0)


def levels(text: str, base: int) -> list[int]:
    """Return the level of every character: odd ones are read from right to left."""
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    seen = [_known(character) for character in text if unicodedata.bidirectional(character) not in _UNSEEN]
    algorithm.get_embedding_levels("".join(seen), storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    resolved = iter([int(each["level"]) for each in storage["chars"]])
    found: list[int] = []
    for character in text:
        if unicodedata.bidirectional(character) in _UNSEEN:
            found.append(found[-1] if found else base)
        else:
            found.append(next(resolved))
    return found


def visual(items: Sequence[Item], level: Callable[[Item], int]) -> list[Item]:
    """Return what stands on a line in the order of drawing, from the left (rule L2)."""
    ordered = list(items)
    ranks = [level(item) for item in ordered]
    for rank in range(max(ranks, default=0), 0, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and ranks[end] >= rank:
                end += 1
            ordered[start:end] = ordered[start:end][::-1]
            ranks[start:end] = ranks[start:end][::-1]
            start = max(end, start + 1)
    return ordered


def mirrored(text: str) -> str:
    """Return signs as they are drawn from the left where they are read from right to left."""
    return "".join(MIRRORED.get(character, character) for character in reversed(text))


def _known(character: str) -> str:
    return character if unicodedata.bidirectional(character) in _PLAIN else "\ufffc"
