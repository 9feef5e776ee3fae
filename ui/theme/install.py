"""Puts a theme on the application: font, palette, style, style sheet and the focus ring.

Font and palette are what an empty window shows; the rest may come behind its first paint.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from resources import resource
from ui.theme.fonts import load_fonts
from ui.theme.theme import Theme, mixed

if TYPE_CHECKING:
    from ui.theme.focus import FocusFollower
    from ui.theme.style import FacilitatorStyle

_ROLES: Final = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "canvas",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink_3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "over",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.LinkVisited: "primary",
    QPalette.ColorRole.Highlight: "select",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Accent: "primary",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line_strong",
    QPalette.ColorRole.Shadow: "line_strong",
}
_FADED: Final = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette(theme: Theme) -> QPalette:
    """Return the scheme's colours as the palette that Qt's own controls ask."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, theme.colour(name))
    faded = mixed(theme.colour("ink"), theme.colour("surface"), 0.55)
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return made


def _blends(theme: Theme) -> dict[str, QColor]:
    """Return the few colours that the sheet needs between two tokens."""
    surface, ink, primary = theme.colour("surface"), theme.colour("ink"), theme.colour("primary")
    return {
        "primary_disabled": mixed(primary, theme.colour("canvas"), 0.45),
        "ink_disabled": mixed(ink, surface, 0.5),
        "hover": mixed(ink, surface, 0.06),
        "over_hover": mixed(theme.colour("ink"), theme.colour("over"), 0.15),
        "on_ink": theme.tokens_colour("light", "surface"),
        "scroll": mixed(theme.colour("line_strong"), surface, 0.55),
    }


def style_sheet(theme: Theme) -> str:
    """Return the style sheet with the scheme's colours filled in.

    Raises KeyError when the template names a colour that the tokens do not have.
    """
    from string import Template  # noqa: PLC0415 - comes with the sheet, behind the first paint

    colours = theme.tokens.colour["dark" if theme.dark else "light"]
    values = {**colours, **{name: colour.name() for name, colour in _blends(theme).items()}}
    template = resource("styles", "facilitator.qss").read_text(encoding="utf-8")
    return Template(template).substitute(values)


class Installed(QObject):
    """The bond between an application and its theme; repaints the windows when the theme changes."""

    focus: "FocusFollower"
    """What moves the focus ring; there once the look is complete."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        self._app = app
        self._theme = theme
        self._style: FacilitatorStyle | None = None
        app.setFont(theme.font("body"))
        app.setPalette(palette(theme))
        theme.changed.connect(self.refresh)

    def complete(self) -> None:
        """Add what an empty window does without: all faces, style, sheet and focus ring. Once is enough."""
        if self._style is not None:
            return
        from ui.theme.focus import FocusFollower  # noqa: PLC0415 - behind the first paint
        from ui.theme.style import FacilitatorStyle  # noqa: PLC0415 - behind the first paint

        load_fonts()
        self._style = FacilitatorStyle(self._theme)
        self.focus = FocusFollower(self._app, self._theme)
        self._app.setStyle(self._style)
        self._app.setStyleSheet(style_sheet(self._theme))

    @Slot()
    def refresh(self) -> None:
        """Fill the palette and the sheet with the scheme's colours and repaint every window."""
        self._app.setPalette(palette(self._theme))
        if self._style is not None:
            self._app.setStyleSheet(style_sheet(self._theme))
        for window in self._app.topLevelWidgets():
            window.update()
            for widget in window.findChildren(QWidget):
                widget.update()


def install(app: QApplication, theme: Theme, *, complete: bool = True) -> Installed:
    """Put `theme` on `app` and return the bond; the application owns it.

    A program whose window is to be seen first calls `complete()` on the bond itself, behind the first paint.
    """
    bond = Installed(app, theme)
    if complete:
        bond.complete()
    return bond
