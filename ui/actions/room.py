"""Keys of what surrounds a session: the vote, the break, the stage as a picture, the check before it."""

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
        "stage.picture",
        N_("Stage as a picture"),
        ("Ctrl+Shift+E",),
        N_("Save what the room sees as PNG or SVG"),
        Group.STAGE,
        icon="download",
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
