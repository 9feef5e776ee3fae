"""Keys of what surrounds a session: the vote, the break, the check before it starts."""

from typing import Final

from facilitator.i18n import N_
from ui.actions.spec import ActionSpec, Group

ROOM: Final = (
    ActionSpec(
        "run.break",
        N_("Break"),
        ("Ctrl+Shift+B",),
        N_("Give the room a break with a countdown, or change the one that is on"),
        Group.TIME,
        icon="coffee",
    ),
    ActionSpec(
        "run.vote",
        N_("Vote"),
        ("F3", "Ctrl+Shift+V"),
        N_("Count a vote on the session's cards: on paper, by hands, by organisation, one by one"),
        Group.WALL,
        icon="vote",
    ),
    ActionSpec(
        "run.preflight",
        N_("Check the laptop"),
        ("F10", "Ctrl+Shift+L"),
        N_("See before a session what could go wrong, and mend it"),
        Group.WINDOW,
        icon="circle-check",
    ),
)
