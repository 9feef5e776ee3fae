"""Buttons: one primary a screen, secondary, quiet, and the two that delete.

The style sheet draws the ground by the property "kind"; icon, words and key cap are painted here
so that they stand together in the middle and take the colour of the words.
"""

from collections.abc import Callable, Sequence
from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from ui.theme.icons import paint_icon
from ui.theme.theme import Theme, mixed
from ui.widgets.keycap import HEIGHT, keycap_width, paint_keycap
from ui.widgets.labels import restyle

Kind = Literal["primary", "secondary", "quiet", "danger", "delete", "now"]
Size = Literal["small", "normal", "large"]

_INK: Final[dict[str, str]] = {
    "primary": "on_primary",
    "secondary": "ink",
    "quiet": "primary",
    "danger": "over",
    "delete": "on_over",
    "now": "on_now",
}
_PADDING: Final[dict[str, int]] = {"small": 12, "normal": 15, "large": 19}
_GAP: Final = 8


def _total(parts: Sequence[tuple[str, float]]) -> float:
    """Return the width of parts side by side, in px."""
    return sum(width for _name, width in parts) + _GAP * max(0, len(parts) - 1)


class Button(QPushButton):
    """A push button with an icon and, if wanted, the key that does the same."""

    def __init__(
        self, theme: Theme, text: str = "", *, kind: Kind = "secondary", icon: str = "", size: Size = "normal"
    ) -> None:
        super().__init__(text)
        self._theme = theme
        self._kind: Kind = kind
        self._size: Size = size
        self._icon_name = icon
        self._icon_behind = False
        self._keys = ""
        self._menu_sign = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("size", size)
        self.setProperty("iconOnly", not text)
        self.set_kind(kind)

    @property
    def kind(self) -> Kind:
        """How much the button asks for attention."""
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        """Change how much the button asks for attention."""
        self._kind = kind
        self.setProperty("kind", kind)
        restyle(self)

    def set_icon(self, name: str, *, behind: bool = False) -> None:
        """Show another bundled icon, or none for an empty name; `behind` the words where it leads on."""
        self._icon_name, self._icon_behind = name, behind
        self.updateGeometry()
        self.update()

    def set_keys(self, keys: str) -> None:
        """Show the key that does the same as a cap behind the words, where there is room."""
        self._keys = keys
        policy = self.sizePolicy()
        if policy.horizontalPolicy() is QSizePolicy.Policy.Minimum:
            policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
            self.setSizePolicy(policy)
        self.updateGeometry()
        self.update()

    def set_menu_sign(self, *, shown: bool) -> None:
        """Show a small chevron: the button opens a list."""
        self._menu_sign = shown
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        font = self._theme.font("body_strong")
        if self._size == "small":
            font.setPixelSize(14)
        return font

    def _icon_side(self) -> int:
        return 20 if self._size == "large" else 18 if self._size == "normal" else 16

    def _parts(self) -> list[tuple[str, float]]:
        """Return what stands in the button from left to right, each with its width in px."""
        parts: list[tuple[str, float]] = []
        if self._icon_name and not self._icon_behind:
            parts.append(("icon", self._icon_side()))
        if self.text():
            parts.append(("text", QFontMetricsF(self._font()).horizontalAdvance(self._words()) + 1))
        if self._icon_name and self._icon_behind:
            parts.append(("icon", self._icon_side()))
        if self._keys:
            parts.append(("keys", keycap_width(self._theme, self._keys)))
        if self._menu_sign:
            parts.append(("sign", 16))
        return parts

    def _words(self) -> str:
        """Return the text without the marks of its access key."""
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def sizeHint(self) -> QSize:
        """Fit the words, the icon and the key."""
        parts = self._parts()
        height = max(super().sizeHint().height(), {"small": 32, "normal": 36, "large": 44}[self._size])
        if [name for name, _width in parts] == ["icon"]:
            return QSize(height, height)
        return QSize(round(_total(parts) + 2 * _PADDING[self._size] + 0.5), height)

    def minimumSizeHint(self) -> QSize:
        """Never cut a word; the key may go where room is short."""
        parts = [part for part in self._parts() if part[0] != "keys"]
        if not self._keys or not parts:
            return self.sizeHint()
        return QSize(round(_total(parts) + 2 * _PADDING[self._size] + 0.5), self.sizeHint().height())

    def tight_width(self, padding: int) -> int:
        """Return the width in px that shows everything with so much room on either side, for dense rows."""
        return round(_total(self._parts()) + 2 * padding + 0.5)

    def ink(self) -> QColor:
        """Return the colour of the words now."""
        colour = self._theme.colour(
            "primary" if self.isChecked() and self._kind == "secondary" else _INK[self._kind]
        )
        if self.isEnabled() or self._kind == "primary":
            return colour
        return mixed(colour, self._theme.colour("surface"), 0.5)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground by the style sheet and the parts in the middle."""
        del event
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        parts = self._parts()
        if self.width() < self.sizeHint().width():
            parts = [part for part in parts if part[0] != "keys"]
        x = (self.width() - _total(parts)) / 2
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            parts.reverse()
        for name, width in parts:
            self._paint_part(painter, name, QRectF(x, 0, width, self.height()))
            x += width + _GAP
        painter.end()

    def _paint_part(self, painter: QPainter, name: str, room: QRectF) -> None:
        colour = self.ink()
        match name:
            case "icon":
                paint_icon(painter, room, self._icon_name, colour)
            case "text":
                painter.setFont(self._font())
                painter.setPen(colour)
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._words())
            case "keys":
                cap = QRectF(room.x(), room.center().y() - HEIGHT / 2, room.width(), HEIGHT)
                paint_keycap(painter, cap, self._keys, theme=self._theme, colour=colour)
            case _:
                paint_icon(painter, QRectF(room.x(), room.y(), 16, room.height()), "chevron-down", colour)


class ActionButton(Button):
    """A button that does what an action does, and follows its words and whether it can be done.

    The action's properties "kind", "icon_name" and "key_hint" say how it looks.
    """

    def __init__(self, theme: Theme, action: QAction) -> None:
        kind: Kind = action.property("kind") or "secondary"
        super().__init__(theme, action.text(), kind=kind, icon=action.property("icon_name") or "")
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    @property
    def action(self) -> QAction:
        """The action that the button does."""
        return self._action

    @Slot()
    def _follow(self) -> None:
        action = self._action
        self.setText(action.text())
        self.setToolTip(action.toolTip() if action.toolTip() != action.iconText() else "")
        self.setEnabled(action.isEnabled())
        if not action.isVisible() or self.parentWidget() is not None:
            self.setVisible(action.isVisible())  # without a parent, showing would open a window
        self.setCheckable(action.isCheckable())
        self.setChecked(action.isChecked())
        self.set_keys(action.property("key_hint") or "")


def page_action(
    text: str, act: Callable[[], None], *, icon: str = "", kind: Kind = "secondary", keys: str = ""
) -> QAction:
    """Return an action for a page's header. `kind` and `icon` say how its button looks."""
    action = QAction(text)
    action.setProperty("kind", kind)
    action.setProperty("icon_name", icon)
    action.setProperty("key_hint", keys)
    action.triggered.connect(lambda _checked=False: act())
    return action
