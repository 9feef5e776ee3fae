"""What a widget says of its focus, and how the focus is given as a key would: cheap, for the first paint."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
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


def tab_stops(part: QWidget) -> Iterator[QWidget]:
    """Give the controls that Tab reaches in a part of a window, in their order; the part itself first.

    Not by `nextInFocusChain`: PySide takes what it returns for a child of the widget that was asked, and so a
    page for a child of its own button. Python's collector then takes the page apart while it is shown.
    """
    if not part.isVisible() or not part.isEnabled():
        return
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield part
    # The line within a number or a list hands the focus back to what it is in.
    whole = part.inherits("QAbstractSpinBox") or part.inherits("QComboBox")
    for child in () if whole else part.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from tab_stops(child)


def types_a_sign(event: QEvent) -> bool:
    """Return whether a key types a sign with AltGr into a field: the ¿ of many keyboards, @ and €.

    Qt's fields keep plain letters from shortcuts, but not these; and to a shortcut AltGr and "/" may be "?".
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    others = (
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.MetaModifier
    )
    alone = event.modifiers() & Qt.KeyboardModifier.GroupSwitchModifier and not event.modifiers() & others
    field = QApplication.focusWidget()
    typed = event.text()
    return (
        bool(alone and typed)
        and typed.isprintable()
        and field is not None
        and field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    )
