"""Every action of the program that has a key (design, section 7).

Nothing needs AltGr, Ctrl+Alt, brackets or a backquote, which Spanish layouts put out of reach, and
each function key has a twin with Ctrl for laptops whose function keys are media keys.
"""

from collections.abc import Mapping
from typing import Final

from facilitator.i18n import N_
from ui.actions.editing import EDIT, WALL, WINDOW
from ui.actions.guiding import GUIDING
from ui.actions.room import ROOM
from ui.actions.running import CAPTURE, STAGE, TIME
from ui.actions.spec import ActionSpec, Group
from ui.actions.timing import TIMING

ACTIONS: Final[tuple[ActionSpec, ...]] = (
    *CAPTURE,
    *STAGE,
    *TIME,
    *TIMING,
    *GUIDING,
    *ROOM,
    *EDIT,
    *WALL,
    *WINDOW,
)
BY_ID: Final[Mapping[str, ActionSpec]] = {spec.id: spec for spec in ACTIONS}

GROUP_TITLES: Final[Mapping[Group, str]] = {
    Group.CAPTURE: N_("Typing cards"),
    Group.STAGE: N_("Stage"),
    Group.TIME: N_("Time"),
    Group.EDIT: N_("Editing"),
    Group.WALL: N_("Card wall"),
    Group.WINDOW: N_("Window"),
}
