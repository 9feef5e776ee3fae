"""Turns declared actions into Qt's: on a window or a page, connected to what does them."""

import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from facilitator.i18n import N_, _
from ui.actions.spec import ActionSpec, When
from ui.actions.table import BY_ID

ID: Final = "action_id"

_WINDOW: Final = frozenset({When.ALWAYS, When.NO_TEXT})

_KEY_NAMES: Final[Mapping[str, str]] = {
    "Return": N_("Enter"),
    "Shift": N_("Shift"),
    "Up": N_("Up"),
    "Down": N_("Down"),
    "Space": N_("Space"),
    "Ins": N_("Ins"),
    "Del": N_("Del"),
    "PgDown": N_("PgDn"),
    "PgUp": N_("PgUp"),
    "Right": "→",
    "Left": "←",
}


def key_text(keys: str) -> str:
    """Return a key as people read it on a cap: "Ctrl Shift P", on macOS in Apple's signs."""
    if sys.platform == "darwin":
        return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    if keys in {"+", "-"}:
        return keys
    return " ".join(_(_KEY_NAMES[part]) if part in _KEY_NAMES else part for part in keys.split("+"))


def key_hint(action_id: str) -> str:
    """Return the first key of an action for a cap on its button. Raises KeyError if unknown."""
    return key_text(BY_ID[action_id].keys[0])


def _call(act: Callable[[], None], _checked: bool = False) -> None:
    act()


def _make(owner: QWidget, spec: ActionSpec, act: Callable[[], None]) -> QAction:
    action = QAction(owner)
    action.setProperty(ID, spec.id)
    action.setProperty("icon_name", spec.icon)
    action.setShortcuts([QKeySequence(key) for key in spec.keys])
    context = Qt.ShortcutContext
    action.setShortcutContext(
        context.WindowShortcut if spec.when in _WINDOW else context.WidgetWithChildrenShortcut
    )
    action.triggered.connect(partial(_call, act))
    return action


def install_actions(owner: QWidget, callbacks: Mapping[str, Callable[[], None]]) -> dict[str, QAction]:
    """Make the actions with these ids on `owner`, each calling what is given for it.

    Actions for "always" answer anywhere in the owner's window, the others while the focus is in
    `owner`. No icon is drawn: a button or menu that shows one asks the theme for "icon_name".
    Raises KeyError for an id that is not declared, ValueError for one whose keys a widget
    handles itself.
    """
    made: dict[str, QAction] = {}
    for action_id, act in callbacks.items():
        spec = BY_ID[action_id]
        if not spec.bound:
            raise ValueError(action_id)
        made[action_id] = _make(owner, spec, act)
    owner.addActions(list(made.values()))
    retranslate_actions(made.values())
    return made


def retranslate_actions(actions: Iterable[QAction]) -> None:
    """Give declared actions their words in the screen's language."""
    for action in actions:
        spec = BY_ID[action.property(ID)]
        action.setText(_(spec.label))
        action.setToolTip(_(spec.help))
        action.setStatusTip(_(spec.help))


def installed(window: QWidget) -> set[str]:
    """Return the ids of the declared actions that this window and its pages can do now."""
    return {
        str(action.property(ID))
        for action in window.findChildren(QAction)
        if action.property(ID) and action.isEnabled()
    }


def trigger(widget: QWidget, action_id: str) -> None:
    """Do an action of the widget's window, as its key would; nothing where the window has none."""
    for action in widget.window().actions():
        if action.property(ID) == action_id:
            action.trigger()
