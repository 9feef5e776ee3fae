"""What a widget says of its focus, and how the focus is given as a key would: cheap, for the first paint."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

OWN_RING: Final = "ownFocusRing"
"""A widget with this property true paints its focus itself (the capture bar, cards, list rows)."""

RING_RADIUS: Final = "ringRadius"
"""Radius in px of the control inside the ring, where it is not the radius of controls."""


def focus_by_keyboard(widget: QWidget) -> None:
    """Give `widget` the focus as a key would, so that its ring shows.

    Qt only marks a window so for Tab itself, and takes the mark away on any `setFocus`.
    """
    from ui.theme.focus import FocusFollower  # noqa: PLC0415 - nobody presses a key before the first paint

    widget.setFocus(Qt.FocusReason.TabFocusReason)
    widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    widget.update()
    app = QApplication.instance()
    follower = app.findChild(FocusFollower) if app is not None else None
    if follower is not None:
        follower.follow(widget)
