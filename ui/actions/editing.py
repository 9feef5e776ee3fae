"""Keys of preparing and following up: editing, the card wall, the window itself."""

from typing import Final

from facilitator.i18n import N_
from ui.actions.spec import ActionSpec, Group, When

EDIT: Final = (
    ActionSpec(
        "item.edit",
        N_("Edit"),
        ("F2",),
        N_("Edit the stage question on Run, or what is selected elsewhere"),
        Group.EDIT,
        icon="pencil",
        when=When.PAGE,
    ),
    ActionSpec(
        "item.add",
        N_("Add"),
        ("Ins",),
        N_("Add an item to the page"),
        Group.EDIT,
        icon="plus",
        when=When.PAGE,
    ),
    ActionSpec(
        "item.delete",
        N_("Delete"),
        ("Del",),
        N_("Delete what is selected; it can be undone"),
        Group.EDIT,
        icon="trash-2",
        when=When.PAGE,
    ),
    ActionSpec(
        "item.move_up",
        N_("Move up"),
        ("Alt+Up",),
        N_("Move the session, row or section up"),
        Group.EDIT,
        icon="chevron-up",
        when=When.PAGE,
    ),
    ActionSpec(
        "item.move_down",
        N_("Move down"),
        ("Alt+Down",),
        N_("Move the session, row or section down"),
        Group.EDIT,
        icon="chevron-down",
        when=When.PAGE,
    ),
    ActionSpec(
        "item.to_work_plan",
        N_("To the work plan"),
        ("Ctrl+Shift+W",),
        N_("Send the card or next step to the work plan"),
        Group.EDIT,
        icon="chart-no-axes-gantt",
        when=When.PAGE,
    ),
    ActionSpec(
        "evidence.link",
        N_("Link evidence"),
        ("Ctrl+L",),
        N_("Find a card or an indicator, and link it to the reflection as evidence"),
        Group.EDIT,
        icon="link",
        when=When.PAGE,
    ),
    ActionSpec("edit.undo", N_("Undo"), ("Ctrl+Z",), N_("Undo the last change"), Group.EDIT, icon="undo-2"),
    ActionSpec(
        "edit.redo", N_("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), N_("Do again what was undone"), Group.EDIT
    ),
)

WALL: Final = (
    ActionSpec(
        "wall.merge",
        N_("Merge"),
        ("G",),
        N_("Merge the selected cards"),
        Group.WALL,
        icon="layers",
        when=When.WALL,
    ),
    ActionSpec(
        "wall.move",
        N_("Move to"),
        ("M",),
        N_("Move the selected cards to a cluster"),
        Group.WALL,
        icon="move",
        when=When.WALL,
    ),
    ActionSpec(
        "wall.type",
        N_("Type"),
        ("T",),
        N_("Change the type of the selected cards"),
        Group.WALL,
        icon="tag",
        when=When.WALL,
    ),
    ActionSpec(
        "wall.to_work_plan",
        N_("To work plan"),
        ("W",),
        N_("Make a row of the work plan from the selected cards"),
        Group.WALL,
        icon="chart-no-axes-gantt",
        when=When.WALL,
    ),
    ActionSpec(
        "wall.hide",
        N_("Hide on stage"),
        ("H",),
        N_("Hide the selected cards on stage, or show them again"),
        Group.WALL,
        icon="eye-off",
        when=When.WALL,
    ),
    ActionSpec(
        "wall.suggest",
        N_("Suggest clusters"),
        ("S",),
        N_("Suggest clusters for the loose cards, one at a time"),
        Group.WALL,
        icon="circle-dashed",
        when=When.WALL,
    ),
    ActionSpec(
        "wall.preview",
        N_("Read large"),
        ("Space",),
        N_("Read the selected card in large letters"),
        Group.WALL,
        when=When.WALL,
    ),
)

WINDOW: Final = (
    ActionSpec(
        "find.anything",
        N_("Find or do"),
        ("Ctrl+K",),
        N_("Find a card, a person or an action"),
        Group.WINDOW,
        icon="search",
    ),
    ActionSpec(
        "file.export",
        N_("Export"),
        ("Ctrl+E",),
        N_("Write the minutes or the workshop to a file"),
        Group.WINDOW,
        icon="download",
    ),
    ActionSpec(
        "window.next_region",
        N_("Next region"),
        ("F6",),
        N_("Go to the next part of the window"),
        Group.WINDOW,
    ),
    ActionSpec(
        "window.previous_region",
        N_("Previous region"),
        ("Shift+F6",),
        N_("Go to the previous part of the window"),
        Group.WINDOW,
    ),
    ActionSpec(
        "help.keys",
        N_("Keys"),
        ("?", "F1"),
        N_("Show this sheet, when no text is being typed"),
        Group.WINDOW,
        icon="keyboard",
        when=When.NO_TEXT,
    ),
)
