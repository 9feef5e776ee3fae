"""What can be done by key: one declared table, Qt's actions from it, and the sheet of keys."""

from ui.actions.qt import install_actions, key_hint, key_text, retranslate_actions
from ui.actions.spec import ActionSpec, Group, When
from ui.actions.table import ACTIONS, BY_ID

__all__ = [
    "ACTIONS",
    "BY_ID",
    "ActionSpec",
    "Group",
    "When",
    "install_actions",
    "key_hint",
    "key_text",
    "retranslate_actions",
]
