"""Keys of time beyond starting and stopping: five minutes, a start by itself, the end of the day."""

from typing import Final

from facilitator.i18n import N_
from ui.actions.spec import ActionSpec, Group, When

TIMING: Final = (
    ActionSpec(
        "run.five_more",
        N_("Five minutes more"),
        ("Ctrl+Shift+Up",),
        N_("Give the session five minutes more"),
        Group.TIME,
        icon="plus",
    ),
    ActionSpec(
        "run.five_less",
        N_("Five minutes less"),
        ("Ctrl+Shift+Down",),
        N_("Take five minutes off the session"),
        Group.TIME,
        icon="minus",
    ),
    ActionSpec(
        "run.at_its_time",
        N_("Start at the planned time"),
        ("Shift+F9", "Ctrl+Shift+A"),
        N_("Let the next session start by itself at its planned time; again lets it wait"),
        Group.TIME,
        icon="alarm-clock",
    ),
    ActionSpec(
        "run.catch_up",
        N_("Ways to end on time"),
        ("Shift+F8", "Ctrl+Shift+D"),
        N_("See how the day can still end on time, and apply a way"),
        Group.TIME,
        icon="hourglass",
        when=When.RUN,
    ),
)
