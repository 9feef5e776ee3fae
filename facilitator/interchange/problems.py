"""What is wrong with a file: where, what, and the facts for a sentence in the reader's language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import Any, Final

from facilitator.domain.errors import InvalidInput
from facilitator.domain.frozen import dataclass

MOST_PROBLEMS: Final = 1_000
"""Problems told of one file; what a machine got wrong a million times is understood from these."""

MORE: Final = "more-problems"
MORE_WARNINGS: Final = "more-warnings"
"""Keys of what stands last where there is more to tell than this."""

_LONGEST_KEY: Final = 200


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right. `place` is a JSON pointer (RFC 6901) into the file as it was written.

    `key` names the sentence in `facilitator/messages`, `details` fill it.
    """

    place: str
    key: str
    details: Mapping[str, object] = field(default_factory=dict)
    file: str = ""


class Refused(InvalidInput):
    """Files that were not taken in, with everything that is wrong with them; nothing was stored."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("import-refused", count=len(problems))
        self.problems = tuple(problems)


def limited(problems: Iterable[Problem], more: str = MORE) -> list[Problem]:
    """Return no more problems than a person reads, and a last one if there were more."""
    told: list[Problem] = []
    for problem in problems:
        if len(told) == MOST_PROBLEMS or problem.key == more:
            return [*told, Problem("", more, {"limit": MOST_PROBLEMS})]
        told.append(problem)
    return told


def pointer(*parts: str | int) -> str:
    """Return the JSON pointer of a path of keys and places; the whole file is the empty pointer.

    A key longer than any that people write is cut.
    """
    return "".join(f"/{part}" if isinstance(part, int) else f"/{_escaped(part)}" for part in parts)


def _escaped(key: str) -> str:
    shown = key if len(key) <= _LONGEST_KEY else f"{key[:_LONGEST_KEY]}…"
    return shown.replace("~", "~0").replace("/", "~1")


def located(place: str, written: Any, path: Iterable[str | int]) -> str:
    """Return the pointer of `path` below `place`, as deep as the file went when it was written.

    A shorthand is shallower than the record it stands for: the pointer ends at the shorthand.
    """
    for part in path:
        if isinstance(written, dict):
            name = next((each for each in (str(part), _SINGULAR.get(str(part))) if each in written), None)
            if name is None:
                return place
            place, written = place + pointer(name), written[name]
            if name != part:
                return place
        elif isinstance(written, list) and isinstance(part, int) and part < len(written):
            place, written = place + pointer(part), written[part]
        else:
            return place
    return place


_SINGULAR: Final[Mapping[str, str]] = {"causes": "cause", "created_by": "entered_by"}
"""Fields that a file may say under another name (see `shorthands.py`)."""
