"""The stage's window: full screen on the projector, else a normal window. Never a dialog, never the desktop.

It takes no input but a presenter remote's keys, and holds what is frozen or blanked. Where it stands, and
what it does when its display goes, is in `placing.py`. Closing it turns the stage off; what it shows is kept.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.stage import BlankView, StageFrame, StageView, Theme
from facilitator.i18n import _
from ui.stage.painter import StagePainter
from ui.stage.placing import PlacedWindow
from ui.stage.screens import ScreenFacts
from ui.stage.widget import StageWidget

_NEXT: Final = (Qt.Key.Key_PageDown, Qt.Key.Key_Right)
_PREVIOUS: Final = (Qt.Key.Key_PageUp, Qt.Key.Key_Left)
_BLANK: Final = (Qt.Key.Key_B, Qt.Key.Key_Period)
_BLANK_TOO: Final = (Qt.Key.Key_Period,)
"""Also with Ctrl, as in the operator's window."""
_OTHERS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
"""No remote sends these: they belong to keys of the program."""


class StageWindow(PlacedWindow):
    """What the room looks at."""

    next_pressed = Signal()
    previous_pressed = Signal()
    blank_pressed = Signal()
    escape_pressed = Signal()
    """The presenter's keys. Pages turn and the stage blanks by themselves; Esc is left to the operator."""
    blanked = Signal(bool)
    frozen = Signal(bool)

    def __init__(
        self,
        operator: QWidget | None = None,
        remembered: ScreenFacts | None = None,
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        """Make the window, not yet open; what is said to it is explained in `PlacedWindow`."""
        super().__init__(operator, remembered, screens)
        self.painter = StagePainter()
        self.widget = StageWidget(self.painter, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.widget)
        self.setFocusProxy(self.widget)
        self._latest: StageView = BlankView(frame=StageFrame())
        self._held: StageView = self._latest
        self._theme: Theme | None = None
        self._blank = False
        self._frozen = False
        self.retranslate()

    @property
    def is_blank(self) -> bool:
        """Whether the room sees the empty surface."""
        return self._blank

    @property
    def is_frozen(self) -> bool:
        """Whether the room's picture is held."""
        return self._frozen

    def retranslate(self) -> None:
        """Set the title in the screen's language."""
        self.setWindowTitle(_("Facilitator stage"))
        self.widget.retranslate()

    def show_view(self, view: StageView) -> None:
        """Show a view; while the stage is frozen or blank it waits."""
        self._latest = view
        self._refresh()

    def freeze(self, on: bool) -> None:
        """Keep what the room sees, whatever the operator shows; let it go again with False."""
        if on != self._frozen:
            self._frozen = on
            self._held = self._latest
            self.widget.hold_page(on)
            self._refresh()
            self.frozen.emit(on)

    def blank(self, on: bool) -> None:
        """Show a calm empty surface, also while frozen; come back to the latest view with False."""
        if on != self._blank:
            self._blank = on
            self._refresh()
            self.blanked.emit(on)

    def set_theme(self, theme: Theme | None) -> None:
        """Show every view in one theme, whatever it asks for; None follows the views."""
        self._theme = theme
        self._refresh()

    def _refresh(self) -> None:
        view = self._held if self._frozen else self._latest
        if self._theme:
            view = view.themed(self._theme)
        self.widget.show_view(BlankView(frame=view.frame) if self._blank else view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer a presenter remote; every other key is nobody's, also B with Ctrl and Shift."""
        key = Qt.Key(event.key())
        if event.modifiers() & _OTHERS and key not in _BLANK_TOO:
            event.accept()
            return
        if key in _NEXT:
            self.widget.next_page()
            self.next_pressed.emit()
        elif key in _PREVIOUS:
            self.widget.previous_page()
            self.previous_pressed.emit()
        elif key in _BLANK:
            self.blank(not self._blank)
            self.blank_pressed.emit()
        elif key == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ignore the mouse: a click on the stage does nothing."""
        event.accept()
