"""What an action is: its keys, its words and when it can be done. One declaration for the program.

Menus, buttons, shortcuts and the sheet of keys are all made from these.
"""

from collections.abc import Iterable
from enum import StrEnum
from itertools import combinations

from facilitator.domain.frozen import dataclass


class When(StrEnum):
    """Where the keys of an action work."""

    ALWAYS = "always"
    """In the operator window, whatever page is shown."""

    NO_TEXT = "no-text"
    """In the operator window while no text field has the focus: fields take plain letters first."""

    PAGE = "page"
    """On any page, for what is selected there; each page does it in its own way."""

    RUN = "run"
    """On the Run page."""

    CAPTURE = "capture"
    """While the capture bar has the focus; the bar itself handles these keys."""

    WALL = "wall"
    """On the card wall, with cards selected and no text being typed."""

    STAGE = "stage"
    """While the stage window has the focus: presenter remotes."""


class Group(StrEnum):
    """The heading under which the sheet of keys lists an action."""

    CAPTURE = "capture"
    STAGE = "stage"
    TIME = "time"
    EDIT = "edit"
    WALL = "wall"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing that can be done by key. `label` and `help` are English, translated where shown.

    `keys` are written as Qt reads them ("Ctrl+Shift+P"). With `bound` false a widget handles the
    keys itself and the declaration only serves the sheet of keys and the test for clashes.
    """

    id: str
    label: str
    keys: tuple[str, ...]
    help: str
    group: Group
    icon: str = ""
    when: When = When.ALWAYS
    bound: bool = True


_APART = frozenset(
    frozenset(pair)
    for pair in combinations(When, 2)
    if When.STAGE in pair
    or set(pair) in ({When.RUN, When.WALL}, {When.CAPTURE, When.WALL}, {When.CAPTURE, When.NO_TEXT})
)


def together(first: When, second: When) -> bool:
    """Say whether two actions with these conditions can both be waiting for a key at one moment."""
    return first == second or frozenset((first, second)) not in _APART


def clashes(specs: Iterable[ActionSpec]) -> list[tuple[str, str, str]]:
    """Return each (id, id, key) of two actions that would answer the same key at one moment."""
    return [
        (one.id, other.id, key)
        for one, other in combinations(specs, 2)
        for key in one.keys
        if key in other.keys and together(one.when, other.when)
    ]
