"""Keys that lead a session through its steps, a board through its phases, and give the word."""

from typing import Final

from facilitator.i18n import N_
from ui.actions.spec import ActionSpec, Group, When

GUIDING: Final = (
    ActionSpec(
        "run.next_step",
        N_("Next step"),
        ("F11", "Ctrl+Shift+G"),
        N_("Go on to the next step of the session"),
        Group.TIME,
        icon="chevron-down",
    ),
    ActionSpec(
        "run.previous_step",
        N_("Previous step"),
        ("Shift+F11", "Ctrl+Shift+H"),
        N_("Go back to the step before"),
        Group.TIME,
        icon="chevron-up",
    ),
    ActionSpec(
        "run.next_turn",
        N_("Next speaker"),
        ("F12", "Ctrl+Shift+T"),
        N_("Give the word to the next who shares the time"),
        Group.TIME,
        icon="users",
    ),
    ActionSpec(
        "run.hold_turn",
        N_("Hold the turn or go on"),
        ("Shift+F12", "Ctrl+Shift+R"),
        N_("Hold the time of whoever has the word, or let it go on"),
        Group.TIME,
        icon="pause",
    ),
    ActionSpec(
        "board.next_phase",
        N_("Next phase"),
        ("Alt+Right", "Ctrl+Shift+J"),
        N_("Lead the board on: collect, read out, group, name, vote, conclude"),
        Group.WALL,
        icon="arrow-right",
        when=When.PAGE,
    ),
    ActionSpec(
        "board.previous_phase",
        N_("Previous phase"),
        ("Alt+Left", "Ctrl+Shift+K"),
        N_("Lead the board back to the phase before"),
        Group.WALL,
        when=When.PAGE,
    ),
    ActionSpec(
        "board.next_page",
        N_("Next stage page"),
        ("Alt+PgDown",),
        N_("Turn the room's page while cards are read out"),
        Group.WALL,
        when=When.PAGE,
    ),
    ActionSpec(
        "board.previous_page",
        N_("Previous stage page"),
        ("Alt+PgUp",),
        N_("Turn the room's page back while cards are read out"),
        Group.WALL,
        when=When.PAGE,
    ),
)
